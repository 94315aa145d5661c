import { parseArgs, styleText } from 'node:util';
import { LOCAL_PORT } from './defaults.ts';
import { askForPlan, haveItDone, type Problem } from './reconcile-call.ts';
import { doneInWords, planInWords, progressInWords } from './reconcile-table.ts';

const LOCAL_URL = `http://127.0.0.1:${LOCAL_PORT}/reconcile`;

const HELP = `npm run reconcile -- [options]

Has WordPress and Closte compared, as Cloud Scheduler does: shows what is to be done, and has it done.

  --dry-run      only show what is to be done
  --url URL      where the function is, if elsewhere than npm start has it; /reconcile is put behind it
                 where it does not end so
  --token TOKEN  lets you in at a deployed one: --token "$(gcloud auth print-identity-token)"
  --json         print the function's own answer; with --dry-run it has every name

Exits with 0 if it was done, with 1 if the function answered with a problem, with 2 if it could not be asked.
`;

const FALLBACK_WIDTH = 80;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      url: { type: 'string', default: LOCAL_URL },
      token: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(HELP);
  if (values.token === '') throw new Error('--token is empty. Is gcloud logged in?');
  const target = { url: functionUrl(values.url), token: values.token };
  const isDry = values['dry-run'];

  const planned = await askForPlan(target);
  if (planned.kind === 'problem') return tellProblem(planned);
  if (!values.json) say(planInWords(planned.body, process.stdout.columns || FALLBACK_WIDTH));
  else if (isDry) say(`${planned.text}\n`);
  if (isDry) return 0;

  const { add, remove, recheck, watch_due } = planned.body.counts;
  showProgress(0, add + remove + recheck + watch_due);
  const done = await haveItDone(target, showProgress).finally(clearProgress);
  if (done.kind === 'problem') return tellProblem(done);
  return say(
    values.json
      ? `${done.text}\n`
      : `\n${styleText(done.body.complete ? 'green' : 'yellow', doneInWords(done.body))}\n`,
  );
}

function functionUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`--url ${text}: give an http or https URL`);
  const base = text.replace(/\/+$/, '');
  return base.endsWith('/reconcile') ? base : `${base}/reconcile`;
}

function tellProblem({ status, code, detail }: Problem): number {
  const who = status === 401 || status === 403;
  const hint = who ? '\nIt wants to know who you are: --token "$(gcloud auth print-identity-token)"' : '';
  process.stderr.write(`HTTP ${status}${code === undefined ? '' : ` ${code}`}: ${detail}${hint}\n`);
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

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { message, cause } = error as Error;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  const hint = code === 'ECONNREFUSED' ? '\nNobody listens there. Is npm start up?' : '';
  process.stderr.write(`${message}${why}${hint}\n`);
  process.exitCode = 2;
}
