import { stripVTControlCharacters, styleText } from 'node:util';
import type { Action } from '../shared/advice/action.ts';
import type { Severity } from '../shared/diagnosis/domain-problem.ts';
import type { DnsRecord } from '../shared/diagnosis/records-to-set.ts';
import type { ConnectionCheck, ConnectionTest } from '../shared/status/connection-test.ts';
import type { Status, TimelineStep } from '../shared/status/status.ts';
import { actionInWords } from '../shared/words/action.ts';
import { timeInWords } from '../shared/words/format.ts';
import type { ProblemInWords } from '../shared/words/problem.ts';
import { appliesInWords, keptInWords } from '../shared/words/provider.ts';
import { ENGLISH_WORDS, type Words } from '../shared/words/words.ts';

type Style = 'green' | 'red' | 'yellow' | 'cyan' | 'gray';

/** A sign and its colour. Each sign stands for one thing, so that none is told by its colour alone. */
type Mark = readonly [string, Style];

const RIGHT: Mark = ['✓', 'green'];
const WRONG: Mark = ['✗', 'red'];
const PARTLY: Mark = ['!', 'yellow'];
const UNKNOWN: Mark = ['?', 'yellow'];
const CURRENT: Mark = ['…', 'cyan'];
const NOTE: Mark = ['i', 'cyan'];
const NOTHING: Mark = ['-', 'gray'];

const VERDICTS: Readonly<Record<Status['verdict']['kind'], readonly [string, Style]>> = {
  ready: ['ready', 'green'],
  waiting: ['waiting', 'cyan'],
  'action-needed': ['action needed', 'red'],
  'not-mapped': ['not mapped', 'gray'],
};

const SEVERITIES: Readonly<Record<Severity, Mark>> = {
  fatal: WRONG,
  warning: PARTLY,
  info: NOTE,
};

const RESOLVERS: Readonly<Record<Status['resolvers'][number]['verdict'], Mark>> = {
  pointing: RIGHT,
  partly: PARTLY,
  elsewhere: WRONG,
  missing: NOTHING,
  unknown: UNKNOWN,
};

const STEPS: Readonly<Record<TimelineStep['step'], string>> = {
  mapped: 'mapped to the site',
  alias: 'known to Closte',
  dns: 'DNS leads here',
  certificate: 'certificate',
  done: 'ready',
};

const STATES: Readonly<Record<TimelineStep['state'], Mark>> = {
  done: RIGHT,
  current: CURRENT,
  ahead: NOTHING,
  failed: WRONG,
};

const CHECKS: Readonly<Record<ConnectionCheck['state'], Mark>> = { good: RIGHT, bad: WRONG, off: NOTHING };

/**
 * The status of a domain, for a terminal.
 *
 * @param status without a character that could control the terminal
 * @param width columns of the terminal
 * @param words of the language that the status is in; what stands around is for the operator, in English
 */
export function statusInWords(status: Status, width: number, words: Words = ENGLISH_WORDS): string {
  const { domain, verdict, sentence, problems, zone, checked_at } = status;
  const [word, style] = VERDICTS[verdict.kind];
  const until =
    verdict.kind === 'waiting' && verdict.until !== null
      ? [`It is tried until ${timeInWords(verdict.until)}.`]
      : [];
  return [
    `${styleText('bold', domain)}  ${styleText([style, 'bold'], word)}`,
    ...wrapped(sentence, width),
    ...until,
    ...givenUpLines(status, width),
    ...section('What to do', actionLines(status, width, words)),
    ...problems.flatMap((problem) => ['', ...problemLines(problem, status.actions, width)]),
    ...section('DNS records', recordLines(status, width)),
    ...section('What the resolvers answer', resolverLines(status)),
    ...section(`What the name servers of ${zone.apex ?? 'its zone'} answer`, zoneLines(status)),
    ...section('Certificate', certificateLines(status)),
    ...section('How far it is', timelineLines(status)),
    '',
    styleText('gray', `Checked at ${timeInWords(checked_at)}.`),
    '',
  ].join('\n');
}

/** Whether everything can be reached, for a terminal. */
export function connectionsInWords({ ready, checks }: ConnectionTest, width: number): string {
  const lines = checks.flatMap(({ state, title, remedy }) => [
    `${marked(CHECKS[state])} ${title}`,
    ...(remedy === null ? [] : wrapped(remedy, width, 4)),
  ]);
  const all = ready
    ? styleText(['green', 'bold'], 'Everything can be reached.')
    : styleText(['red', 'bold'], 'Not everything is in order.');
  return [...lines, '', all, ''].join('\n');
}

function givenUpLines({ given_up: end, checked_at }: Status, width: number): string[] {
  if (end === null) return [];
  const what =
    end.next === checked_at
      ? 'It is right now, and is followed again.'
      : `It is looked at again at ${timeInWords(end.next)}.`;
  return wrapped(`It was given up at ${timeInWords(end.since)}. ${what}`, width);
}

/** One below the other, in the order in which they are to be done. */
function actionLines({ domain, actions, provider }: Status, width: number, words: Words): string[] {
  const named = provider ?? undefined;
  const kept = named && keptInWords(actions, named, words);
  const steps = actions.flatMap((action, index) =>
    wrapped(`${index + 1}. ${actionInWords(action, domain, named, words)}`, width - INDENT.length, 3).map(
      (line, number) => (number === 0 ? line.slice(3) : line),
    ),
  );
  const applies = named?.apply && appliesInWords(named.name, named.apply.url, words);
  return [
    ...(kept === undefined ? [] : wrapped(kept, width - INDENT.length)),
    ...(applies === undefined ? [] : wrapped(applies, width - INDENT.length)),
    ...steps,
  ];
}

function problemLines(
  { code, severity, title, explanation, remedy }: ProblemInWords,
  actions: readonly Action[],
  width: number,
): string[] {
  const [sign, style] = SEVERITIES[severity];
  return [
    `${styleText(style, sign)} ${styleText('bold', title)} ${styleText('gray', `(${code})`)}`,
    ...wrapped(explanation, width, 2),
    ...(actions.some((action) => action.code === code) ? [] : remedyLines(remedy, width)),
  ];
}

function remedyLines(remedy: string, width: number): string[] {
  return [...wrapped(`→ ${remedy}`, width, 4).map((line, index) => (index === 0 ? line.slice(2) : line))];
}

/** What is to be set on the left, what is there on the right; one below the other where there is no room. */
function recordLines(
  { verdict, records_to_set: ways, records_found: found }: Status,
  width: number,
): string[] {
  const toSet = verdict.kind === 'not-mapped' ? [] : ways;
  const left = [
    'to be set',
    ...toSet.flatMap((way, index) => [...(index === 0 ? [] : ['or']), ...way.map(recordInWords)]),
  ];
  const right = [
    'there now',
    ...(found.length === 0 ? [`${marked(NOTHING)} none`] : []),
    ...found.map((record) => `${marked(record.is_right ? RIGHT : WRONG)} ${recordInWords(record)}`),
  ];
  if (toSet.length === 0) return right;
  const room = longest(left) + 4;
  if (INDENT.length + room + longest(right.map(stripVTControlCharacters)) > width) return [...left, ...right];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${(left[index] ?? '').padEnd(room)}${right[index] ?? ''}`.trimEnd(),
  );
}

function recordInWords({ type, host, value }: DnsRecord): string {
  return `${type} ${host} ${value}`;
}

function resolverLines({ resolvers }: Status): string[] {
  const names = longest(resolvers.map(({ resolver }) => resolver));
  return resolvers.map(
    ({ resolver, verdict, answer }) => `${marked(RESOLVERS[verdict])} ${resolver.padEnd(names)}  ${answer}`,
  );
}

function zoneLines({ zone: { servers } }: Status): string[] {
  const shown = servers.map(({ name, address, answer }) => ({ who: `${name} (${address})`, answer }));
  const names = longest(shown.map(({ who }) => who));
  return shown.map(({ who, answer }) => `${who.padEnd(names)}  ${answer}`);
}

function certificateLines({ certificate }: Status): string[] {
  if (certificate === null) return [];
  const { is_right, addresses, names, chain } = certificate;
  return [
    ...addresses.map(({ address, shows }) => `${marked(is_right ? RIGHT : WRONG)} ${address} ${shows}`),
    ...(names.length === 0 ? [] : [`for ${names.join(', ')}`]),
    ...chain
      .slice(0, 1)
      .map(
        ({ issuer, not_before, not_after }) =>
          `by ${issuer}, from ${timeInWords(not_before)} to ${timeInWords(not_after)}`,
      ),
  ];
}

function timelineLines({ timeline }: Status): string[] {
  const names = longest(Object.values(STEPS));
  return timeline.map(({ step, state, at }) => {
    const since = state === 'current' ? 'since ' : '';
    const when = at === null ? '' : `  ${since}${timeInWords(at)}`;
    return `${marked(STATES[state])} ${STEPS[step].padEnd(names)}${when}`.trimEnd();
  });
}

const INDENT = '  ';

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', styleText('bold', title), ...lines.map((line) => `${INDENT}${line}`)];
}

function marked([sign, style]: Mark): string {
  return styleText(style, sign);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

/** A text in lines that fit, each behind so many spaces. A word that is longer stays whole: it may be one to copy. */
function wrapped(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines.push(`${lines.pop()} ${word}`);
    else lines.push(`${' '.repeat(indent)}${word}`);
  }
  return lines;
}
