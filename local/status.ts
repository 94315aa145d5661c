import { type DomainName, parseDomainName } from '../shared/domain/name.ts';
import { LONGEST_LIFE, makeLink, queryOf } from '../shared/status/link.ts';
import { chooseLanguage } from '../shared/words/choose-language.ts';
import { LANGUAGES } from '../shared/words/languages.ts';
import { wordsIn } from '../shared/words/words.ts';
import { readArguments } from './arguments.ts';
import { FALLBACK_WIDTH, functionUrl, isHttp, runCommand, say, tellApiError } from './command.ts';
import { LOCAL_PORT } from './defaults.ts';
import { printable, printableJson } from './printable.ts';
import { secretFor } from './secret-for.ts';
import { askForStatus } from './status-call.ts';
import { connectionsInWords, statusInWords } from './status-in-words.ts';

const LOCAL_URL = `http://127.0.0.1:${LOCAL_PORT}/status`;
const DAY = 24 * 60 * 60;
const MOST_DAYS = LONGEST_LIFE / DAY;

const TAGS = LANGUAGES.map(({ tag }) => tag).join(', ');

const HELP = `npm run status -- [DOMAIN] [options]

Shows all that is seen of a domain now; without one, whether everything that a mapping needs can be reached.

  --url URL   where the function is, if elsewhere than npm start has it; /status is put behind it
              where it does not end so.
              Signed with WEBHOOK_SECRET or by CLOSTE_CLIENT_API_KEY, from the environment
  --json      print the function's own answer
  --lang TAG  in which language the sentences are: ${TAGS}
  --link      print a link to the domain's page, for its owner, and ask nobody
  --days N    for how many days the link is good (7; ${MOST_DAYS} at most)

Exits with 0 if the domain is ready or everything can be reached, with 1 if not, with 2 if it could not be asked.
`;

async function status(): Promise<number> {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
      link: { type: 'boolean', default: false },
      days: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [written, ...rest] = positionals;
  if (values.help) return say(HELP);
  if (rest.length > 0) throw new Error(`${rest[0]}: one domain at a time. --help says how.`);
  if (values.days !== undefined && !values.link) throw new Error('--days is for --link.');
  const language = values.lang === undefined ? undefined : languageFrom(values.lang);
  const url = urlFrom(values.url ?? LOCAL_URL);
  const { secret, origin } = secretFor(values.url);
  const domain = written === undefined ? undefined : domainFrom(written);
  if (values.link) {
    if (domain === undefined) throw new Error('--link: name the domain that it is to lead to.');
    const link = makeLink(secret, domain, new Date(), daysFrom(values.days ?? '7') * DAY);
    return say(`${url}?${queryOf(link)}${language === undefined ? '' : `&lang=${language}`}\n`);
  }

  const answer = await askForStatus(url, secret, domain, language);
  if (answer.kind === 'api-error') {
    const hint = answer.status === 401 ? `The request was signed by ${origin}.` : undefined;
    tellApiError(printable(answer), hint);
    return 2;
  }
  const width = process.stdout.columns || FALLBACK_WIDTH;
  const words = await wordsIn(chooseLanguage(language ?? null, undefined), 'plain');
  const [isReady, told] =
    answer.kind === 'status'
      ? [answer.status.verdict.kind === 'ready', () => statusInWords(printable(answer.status), width, words)]
      : [answer.test.ready, () => connectionsInWords(printable(answer.test), width)];
  process.stdout.write(values.json ? `${printableJson(answer.text)}\n` : told());
  return isReady ? 0 : 1;
}

function urlFrom(text: string): string {
  const url = URL.parse(text);
  if (url === null || !isHttp(url) || url.search !== '')
    throw new Error(`--url ${text}: give an http or https URL, without a query`);
  return functionUrl(text, 'status');
}

function domainFrom(written: string): DomainName {
  const parsed = parseDomainName(written);
  if (!parsed.ok) throw new Error(`${written}: ${parsed.reason}.`);
  return parsed.domain;
}

function languageFrom(text: string): string {
  const known = LANGUAGES.find(({ tag }) => tag.toLowerCase() === text.toLowerCase());
  if (known === undefined) throw new Error(`--lang ${text}: give one of ${TAGS}`);
  return known.tag;
}

function daysFrom(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Error(`--days ${text}: give a whole number from 1 to ${MOST_DAYS}`);
  return days;
}

await runCommand(status);
