import {
  type DnsDelay,
  FUNCTIONS,
  INSTANCE,
  MEMORY,
  QUEUE_KINDS,
  QUEUE_LIMITS,
  type QueueKind,
  RECONCILE,
  REQUEST_ENTRY,
  SENDS,
  TAKES,
  THEIRS,
} from './assumptions.ts';
import { durationInWords, momentInWords, numberInWords, shareInWords } from './in-words.ts';
import type { Result } from './simulation.ts';

/** All that the result stands on and nobody has measured, in words. */
export function suppositions(result: Result): [string, string][] {
  const { scenario, month } = result;
  const { nature, domains } = scenario;
  const { span, importedAt, outage, arrivals, removals } = month;
  const n = numberInWords;
  const took = durationInWords;
  const isImported = Math.round(domains * nature.imported);
  return [
    [
      'time',
      `${momentInWords(span[0])} to ${momentInWords(span[1])}, and on until every mapping has come to its end; daily looks and reconcile stop with the time`,
    ],
    [
      'new mappings',
      `${n(arrivals)}: ${shareInWords(nature.arrivals)} of the network a month, evenly (one at least), and ${n(isImported)} (${shareInWords(nature.imported)} of the network) imported at ${momentInWords(importedAt)}: the plugin sends one after the other, ${took(TAKES.sender)} after the answer to the one before`,
    ],
    [
      'removals',
      `${n(removals)}: ${shareInWords(nature.removals)} of the network a month, evenly over time and domains`,
    ],
    ['DNS comes right', nature.dns.map(delayInWords).join('; ')],
    [
      'certificate',
      `${took(nature.certificate.least)} to ${took(nature.certificate.most)} after alias and DNS are right, evenly`,
    ],
    [
      'outage',
      outage[1] > outage[0]
        ? `Closte does not answer from ${momentInWords(outage[0])} for ${took(nature.outage)}; a call then takes ${took(TAKES.closteDown)}`
        : 'none',
    ],
    [
      'queues',
      `${QUEUE_KINDS.map((kind) => limitsInWords(kind)).join('; ')}; each task is delivered once; a name is remembered for an hour after its task`,
    ],
    [
      'reconcile',
      `every ${took(RECONCILE.every)}; it has each settled domain looked at once a day, spread over the first ${took(RECONCILE.watchSpread)} of it (UTC)`,
    ],
    [
      'calls take',
      `Closte ${took(TAKES.closte)} (however long its list), DNS ${took(TAKES.dns)}, TLS ${took(TAKES.handshake)}, a closer look at what is not right ${took(TAKES.examination)}, WordPress ${took(TAKES.wordpress)} (a page of ${n(RECONCILE.page)} rows as well), to ask for a task ${took(TAKES.task)}; ${took(TAKES.own)} beside them in each invocation, and in reconcile ${TAKES.row} ms for each row`,
    ],
    [
      'calls send',
      `Closte ${n(SENDS.closte)} bytes, DNS ${n(SENDS.dns)}, TLS ${n(SENDS.handshake)}, a closer look ${n(SENDS.examination)}, WordPress ${n(SENDS.wordpress)}, an answer to it ${n(SENDS.answer)}`,
    ],
    [
      'instances',
      `${INSTANCE.vcpu} vCPU, memory ${FUNCTIONS.map((name) => `${name} ${MEMORY[name]} GiB`).join(', ')}; requests of one function share one; stopped after ${took(INSTANCE.idle)} without any; ${took(INSTANCE.start)} to start`,
    ],
    [
      'log',
      `entries as the functions write them, measured; ${n(REQUEST_ENTRY)} bytes for Cloud Run's own entry of each request`,
    ],
    ['by the real code', playedInWords(result)],
    [
      'Ultimate Multisite',
      `one call to Closte, never made again; ${THEIRS.dnsChecks} looks at the DNS and ${THEIRS.certificateChecks} at the certificate, every ${took(THEIRS.interval)}; it is supposed to run on time, though visitors have to wake it, and to be given no wildcard and no renamed domain`,
    ],
  ];
}

function limitsInWords(kind: QueueKind): string {
  const { dispatchesPerSecond, concurrent } = QUEUE_LIMITS[kind];
  const what = kind === 'checks' ? 'checks' : 'calls to Closte';
  return `${dispatchesPerSecond} ${what} a second, ${concurrent} at the same time`;
}

function playedInWords({ scenario, domainsPlayed, looks }: Result): string {
  const n = numberInWords;
  const rest = scenario.domains - domainsPlayed;
  if (rest === 0) return 'every event, every visit, every run of reconcile';
  return `every event and every visit to a new mapping; of the domains that were done before, ${n(domainsPlayed)} with their ${n(looks.played)} looks (new mappings' included), and the runs of reconcile over these. To the other ${n(rest)} nothing happens: their ${n(looks.counted)} looks take their turns in the queue and make the same calls, and are reckoned to write what the others write; reconcile is reckoned to take its time for them`;
}

function delayInWords(delay: DnsDelay): string {
  const share = shareInWords(delay.share);
  switch (delay.kind) {
    case 'at-once':
      return `${share} at once`;
    case 'later':
      return `${share} later, lognormal with median ${durationInWords(delay.median)} and sigma ${delay.sigma}`;
    case 'never':
      return `${share} never`;
  }
}
