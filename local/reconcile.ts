import { styleText } from 'node:util';
import type { ApiErrorAnswer } from './api-error-answer.ts';
import { readArguments } from './arguments.ts';
import { FALLBACK_WIDTH, functionUrl, isHttp, runCommand, say, tellApiError } from './command.ts';
import { LOCAL_PORT } from './defaults.ts';
import { askForPlan, haveItDone } from './reconcile-call.ts';
import { doneInWords, planInWords, progressInWords } from './reconcile-table.ts';

const LOCAL_URL = `http://127.0.0.1:${LOCAL_PORT}/reconcile`;

const HELP = `npm run reconcile -- [options]

Has WordPress and Closte compared, as Cloud Scheduler does: shows what is to be done, and has it done.

  --dry-run      only show what is to be done
  --allow-missing
                 believe Closte's list, whatever it lacks: without it, nothing is done where too much that
                 is done in WordPress is missing there
  --url URL      where the function is, if elsewhere than npm start has it; /reconcile is put behind it
                 where it does not end so
  --token TOKEN  lets you in at a deployed one: --token "$(gcloud auth print-identity-token)"
  --json         print the function's own answer; with --dry-run it has every name

Exits with 0 if it was done, with 1 if the function answered with a problem, with 2 if it could not be asked.
`;

async function reconcile(): Promise<number> {
  const { values } = readArguments({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'allow-missing': { type: 'boolean', default: false },
      url: { type: 'string', default: LOCAL_URL },
      token: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(HELP);
  if (values.token === '') throw new Error('--token is empty. Is gcloud logged in?');
  const target = {
    url: urlFrom(values.url),
    allowMissing: values['allow-missing'],
    token: values.token,
  };
  const isDry = values['dry-run'];

  const planned = await askForPlan(target);
  if (planned.kind === 'api-error') return refused(planned);
  if (!values.json) say(planInWords(planned.body, process.stdout.columns || FALLBACK_WIDTH));
  else if (isDry) say(`${planned.text}\n`);
  if (isDry) return 0;

  const { add, remove, recheck, watch_due } = planned.body.counts;
  showProgress(0, add + remove + recheck + watch_due);
  const done = await haveItDone(target, showProgress).finally(clearProgress);
  if (done.kind === 'api-error') return refused(done);
  return say(
    values.json
      ? `${done.text}\n`
      : `\n${styleText(done.body.complete ? 'green' : 'yellow', doneInWords(done.body))}\n`,
  );
}

function urlFrom(text: string): string {
  const url = URL.parse(text);
  if (url === null || !isHttp(url)) throw new Error(`--url ${text}: give an http or https URL`);
  return functionUrl(text, 'reconcile');
}

function refused(answer: ApiErrorAnswer): number {
  const who = 'It wants to know who you are: --token "$(gcloud auth print-identity-token)"';
  tellApiError(answer, answer.status === 401 || answer.status === 403 ? who : undefined);
  return 1;
}

const CLEAR_LINE = '\r\u001b[K';

function showProgress(made: number, of: number): void {
  const { isTTY, columns } = process.stderr;
  if (isTTY) process.stderr.write(`${CLEAR_LINE}${progressInWords(made, of, columns || FALLBACK_WIDTH)}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
}

await runCommand(reconcile);
