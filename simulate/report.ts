import { FUNCTIONS, type FunctionName, MONTH, type QueueKind, SECOND } from './assumptions.ts';
import type { Bill, BillLine } from './bill.ts';
import { bytesInWords, dollarsInWords, durationInWords, folded, numberInWords } from './in-words.ts';
import { lost, type Outcome, type Side } from './outcome.ts';
import { PRICES_READ } from './prices.ts';
import type { Result } from './simulation.ts';
import { suppositions } from './suppositions.ts';

const WIDTH = 100;

/**
 * The report as a terminal shows it: what is supposed, what has become of it, what it took and what it costs.
 */
export function reportOf(result: Result, bill: Bill): string {
  const { domains, days, seed } = result.scenario;
  return [
    `A network of ${numberInWords(domains)} domains over ${daysInWords(days)} (seed ${seed})`,
    ...section('What is supposed', labelled(suppositions(result))),
    ...section('What becomes of the new mappings', outcomeTable(result)),
    ...section('What it takes', labelled(usageOf(result))),
    ...section(`What a month of ${MONTH} days costs, in us-central1`, billTable(bill, days)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, '', ...lines];
}

/** A label, and behind it a text of several lines. */
function labelled(items: readonly (readonly [label: string, text: string])[]): string[] {
  const indent = 4 + Math.max(...items.map(([label]) => label.length));
  return items.flatMap(([label, text]) =>
    folded(text, WIDTH - indent).map(
      (line, index) => `  ${(index === 0 ? label : '').padEnd(indent - 2)}${line}`,
    ),
  );
}

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['done', 'done'],
  ['done-after-all', 'given up, and found right by the daily look'],
  ['lost-alias', 'lost: the call to Closte failed, and was given up'],
  ['lost-dns', 'lost: the DNS came right after the last look at it'],
  ['lost-certificate', 'lost: the certificate came after the last look at it'],
  ['never-pointed', 'never pointed here by its owner'],
  ['taken-back', 'taken back on its way'],
];

function outcomeTable({ month, ours, theirs }: Result): string[] {
  const counts = (of: (side: Side) => number) =>
    [numberInWords(of(ours)), numberInWords(of(theirs))] as const;
  const times = (of: (side: Side) => number | undefined) =>
    [secondsInWords(of(ours)), secondsInWords(of(theirs))] as const;
  const rows: readonly (readonly [string, string, string])[] = [
    ['', 'this', 'Ultimate Multisite'],
    ...OUTCOMES.map(([outcome, text]) => [text, ...counts(({ outcomes }) => outcomes[outcome])] as const),
    ['new mappings', ...counts(() => month.arrivals)],
    ['lost in all', ...counts(lost)],
    ['aliases left behind by removals', ...counts(({ aliasesLeft }) => aliasesLeft)],
    ['done within an hour of being mapped', ...counts(({ doneWithinHour }) => doneWithinHour)],
    ['from mapped to done: median', ...times(({ secondsToDone }) => secondsToDone.median)],
    ['  95th percentile', ...times(({ secondsToDone }) => secondsToDone.p95)],
    [
      'the same of those that both bring to done: median',
      ...times(({ secondsToDoneOfBoth: both }) => both.median),
    ],
    ['  95th percentile', ...times(({ secondsToDoneOfBoth: both }) => both.p95)],
  ];
  const note =
    'How many Ultimate Multisite loses hangs above all on how late the DNS is supposed to come right. Of those that are lost here it came right later than 7 days after they were mapped, and no daily look has come since.';
  return [
    ...rows.map(([text, own, other]) => `  ${text.padEnd(54)}${own.padStart(12)}${other.padStart(22)}`),
    '',
    ...folded(note, WIDTH - 2).map((line) => `  ${line}`),
  ];
}

function usageOf(result: Result): [string, string][] {
  const { usage, looks, scenario } = result;
  const { invocations, tasks, closteCalls, clostePeak, wordpressCalls, entries, logged } = usage;
  const n = numberInWords;
  return [
    ['invocations', listed((name) => n(invocations[name]))],
    [
      'tasks',
      `${n(tasks.delivered)} delivered; ${n(tasks.askedFor)} asked for, of which ${n(tasks.askedFor - tasks.delivered)} were there already`,
    ],
    [
      'daily looks',
      `${n(looks.played + looks.counted)}, ${n((looks.played + looks.counted) / scenario.days)} a day`,
    ],
    [
      'Closte',
      `${n(closteCalls.add)} aliases added, ${n(closteCalls.remove)} removed, ${n(closteCalls.list)} lists; ${n(clostePeak)} aliases in one second at most`,
    ],
    ['WordPress', `${n(wordpressCalls)} calls`],
    [
      'log',
      `${n(entries)} entries of ${bytesInWords(logged.own)}, and ${bytesInWords(logged.requests)} that Cloud Run writes of requests`,
    ],
    ['turn of a check', turnInWords(result, 'checks')],
    ['turn at Closte', turnInWords(result, 'closte')],
    ...(result.imported === undefined
      ? []
      : [
          ['import', `${secondsInWords(result.imported)} from its begin to the last alias`] as [
            string,
            string,
          ],
        ]),
    ['first check', `${secondsInWords(result.waits.toFirstCheck)} after the alias at most`],
    [
      'instances',
      `${listed((name) => `${n(usage.instanceSeconds[name])} s`)} at work; ${n(usage.starts)} starts; ${bytesInWords(usage.sent)} sent`,
    ],
  ];
}

function turnInWords({ waits, longestQueue }: Result, queue: QueueKind): string {
  const { p95, longest } = waits.byQueue[queue];
  return `visits on their way waited ${secondsInWords(p95)} (95th percentile), ${secondsInWords(longest)} at most; of all that were due ${numberInWords(longestQueue[queue])} waited at most`;
}

function listed(of: (name: FunctionName) => string): string {
  return FUNCTIONS.map((name) => `${name} ${of(name)}`).join(', ');
}

function billTable({ lines, total, totalWithoutFree }: Bill, days: number): string[] {
  const sources = [...new Set(lines.map(({ price }) => price.source))];
  const notes = [
    `Prices of the pages below, read on ${PRICES_READ} in copies that are undated. What is free is free once for a billing account; without it the month would cost ${dollarsInWords(totalWithoutFree)}.`,
    'Not in it: builds and the storage of what is deployed, metrics and alerts, calls of the status page, and log entries kept for longer than 30 days.',
    ...(days === MONTH
      ? []
      : [
          `All that was used in ${daysInWords(days)} is taken ${numberInWords(MONTH / days, 2)} times, for the import and the outage as well.`,
        ]),
  ];
  return [
    row('', 'used', 'free', 'price in $', 'cost'),
    ...lines.map(billRow),
    row('in all', '', '', '', dollarsInWords(total)),
    '',
    ...notes.flatMap((note) => folded(note, WIDTH - 2)).map((line) => `  ${line}`),
    ...sources.map((source) => `    ${source}`),
  ];
}

function billRow({ price, used, cost }: BillLine): string {
  const { name, unit, free, per } = price;
  const amount = `${numberInWords(used, used < 10 ? 2 : 0)} ${unit}`;
  const each = per === 1 ? String(price.price) : `${price.price} per ${numberInWords(per)}`;
  return row(name, amount, numberInWords(free), each, dollarsInWords(cost));
}

function row(name: string, used: string, free: string, price: string, cost: string): string {
  return `  ${name.padEnd(24)}${used.padStart(26)}${free.padStart(12)}${price.padStart(22)}${cost.padStart(12)}`;
}

function secondsInWords(seconds: number | undefined): string {
  return seconds === undefined ? '-' : durationInWords(seconds * SECOND);
}

function daysInWords(days: number): string {
  return days === 1 ? 'one day' : `${days} days`;
}
