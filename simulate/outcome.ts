import { HOUR, SECOND } from './assumptions.ts';
import { percentile } from './statistics.ts';

/**
 * What has become of a mapping. Every one comes to exactly one of them.
 *
 * - `done-after-all`: it had failed, and the daily check found it right.
 * - `lost-alias`, `lost-dns`, `lost-certificate`: it was given up at that point, though its DNS came right
 *   some time.
 * - `never-pointed`: its owner never let its DNS point to the network.
 * - `taken-back`: it was removed while it was still on its way.
 */
const OUTCOMES = [
  'done',
  'done-after-all',
  'lost-alias',
  'lost-dns',
  'lost-certificate',
  'never-pointed',
  'taken-back',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** To what end a mapping has come, and how long that took since it was mapped, in milliseconds. */
export interface End {
  readonly outcome: Outcome;
  readonly took: number;
}

/** What one of the two makes of the month. */
export interface Side {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly doneWithinHour: number;
  /** Of those that it brings to done, and of those that the other one brings there too. */
  readonly secondsToDone: Spread;
  readonly secondsToDoneOfBoth: Spread;
  /** Aliases of removed domains that Closte still has. */
  readonly aliasesLeft: number;
}

/** Undefined of nothing. */
interface Spread {
  readonly median: number | undefined;
  readonly p95: number | undefined;
}

/** @param others the ends to which the other one brings the same mappings, in the same order */
export function summed(ends: readonly End[], others: readonly End[], aliasesLeft: number): Side {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of ends) outcomes[outcome] += 1;
  const done = ends.filter(isDone);
  return {
    outcomes,
    doneWithinHour: done.filter(({ took }) => took <= HOUR).length,
    secondsToDone: spreadOf(done),
    secondsToDoneOfBoth: spreadOf(ends.filter((end, index) => isDone(end) && isDone(others[index]))),
    aliasesLeft,
  };
}

function spreadOf(ends: readonly End[]): Spread {
  const seconds = ends.map(({ took }) => took / SECOND);
  return { median: percentile(seconds, 0.5), p95: percentile(seconds, 0.95) };
}

export function isDone(end: { readonly outcome: Outcome } | undefined): boolean {
  return end?.outcome === 'done' || end?.outcome === 'done-after-all';
}

/** Those that were given up although their DNS came right some time. */
export function lost({ outcomes }: Side): number {
  return outcomes['lost-alias'] + outcomes['lost-dns'] + outcomes['lost-certificate'];
}
