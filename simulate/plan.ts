import type { DomainName } from '../shared/domain/name.ts';
import { DAY, type DnsDelay, HOUR, MONTH, type Nature, START } from './assumptions.ts';
import type { Random } from './random.ts';

/** A domain that is mapped in the time played. Times are in milliseconds since the epoch. */
export interface Arrival {
  readonly domain: DomainName;
  readonly at: number;
  /** Whether it is one of the import: its event is sent when its turn comes. */
  readonly isImported: boolean;
  /** Infinity if its owner never lets it point to the network. */
  readonly dnsRightAt: number;
  /** How long Closte takes for its certificate, once alias and DNS are right. */
  readonly certificateTakes: number;
}

interface Removal {
  readonly domain: DomainName;
  readonly at: number;
}

/** From the first to, and without, the second. */
export type Span = readonly [from: number, to: number];

/** All that is drawn by lot, for both sides alike. */
export interface Month {
  readonly span: Span;
  /** Mapped and done before it begins. */
  readonly settled: readonly DomainName[];
  /** In the order of their times, as the removals. */
  readonly arrivals: readonly Arrival[];
  readonly removals: readonly Removal[];
  readonly outage: Span;
  /** When the import begins. */
  readonly importedAt: number;
}

/** The hour of the day at which an import begins, and Closte's outage. */
const IMPORT_HOUR = 9;
const OUTAGE_HOUR = 10;

const SATURDAY = 6;

export function planMonth(domains: number, days: number, nature: Nature, random: Random): Month {
  const span: Span = [START, START + days * DAY];
  const months = days / MONTH;
  const importedAt = START + Math.floor(days / 4) * DAY + IMPORT_HOUR * HOUR;
  const outageFrom = weekdayFrom(START + Math.floor(days / 2) * DAY, span[1]) + OUTAGE_HOUR * HOUR;

  const times = timesWithin(span, Math.max(1, Math.round(domains * nature.arrivals * months)), random);
  const imports = Array.from({ length: Math.round(domains * nature.imported) }, () => importedAt);
  const arrivals = [
    ...times.map((at) => ({ at, isImported: false })),
    ...imports.map((at) => ({ at, isImported: true })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ at, isImported }, index) => ({
      domain: nameOf(domains + index),
      at,
      isImported,
      dnsRightAt: at + dnsDelay(nature.dns, random),
      certificateTakes: random.between(nature.certificate.least, nature.certificate.most),
    }));
  const removalTimes = timesWithin(span, Math.round(domains * nature.removals * months), random);
  return {
    span,
    settled: Array.from({ length: domains }, (_, index) => nameOf(index)),
    arrivals,
    removals: removalsAt(
      removalTimes.sort((a, b) => a - b),
      domains,
      arrivals,
      random,
    ),
    outage: [outageFrom, outageFrom + nature.outage],
    importedAt,
  };
}

/** The day itself, or the Monday after it; but no day outside the time. */
function weekdayFrom(day: number, end: number): number {
  const weekday = new Date(day).getUTCDay();
  const monday = day + (weekday === SATURDAY ? 2 : weekday === 0 ? 1 : 0) * DAY;
  return monday < end ? monday : day;
}

function timesWithin([from, to]: Span, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => Math.floor(random.between(from, to)));
}

/** Each takes one of all that are mapped by then. */
function removalsAt(
  times: readonly number[],
  settled: number,
  arrivals: readonly Arrival[],
  random: Random,
): Removal[] {
  const removed = new Set<number>();
  let mapped = settled;
  return times.flatMap((at) => {
    for (let next = arrivals[mapped - settled]; next && next.at < at; next = arrivals[mapped - settled]) {
      mapped += 1;
    }
    if (removed.size === mapped) return [];
    let number = random.below(mapped);
    while (removed.has(number)) number = random.below(mapped);
    removed.add(number);
    return [{ domain: nameOf(number), at }];
  });
}

function dnsDelay(shares: readonly DnsDelay[], random: Random): number {
  let left = random.next();
  for (const part of shares) {
    left -= part.share;
    if (left >= 0) continue;
    switch (part.kind) {
      case 'at-once':
        return 0;
      case 'later':
        return Math.round(random.lognormal(part.median, part.sigma));
      case 'never':
        return Number.POSITIVE_INFINITY;
    }
  }
  throw new Error('the shares of the DNS are less than 1 together');
}

/** As long as the domains of customers are. */
function nameOf(number: number): DomainName {
  return `www.customer-${String(number).padStart(6, '0')}.example` as DomainName;
}
