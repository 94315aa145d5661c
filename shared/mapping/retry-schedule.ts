import type { RepeatedStage } from './mapping.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** No wait is longer, in seconds. */
export const LONGEST_WAIT = HOUR;

/** How much longer each wait is than the one before, once the steady visits are over. */
const GROWTH_WHEN_CHECKING = 1.5;

const FIRST_WAIT_FOR_CLOSTE = 10;

/**
 * How long each stage is kept up, in seconds, and how many visits of a checking stage come at the steady interval:
 * as many as Ultimate Multisite makes on Closte before it gives up.
 */
const PATIENCE: Readonly<Record<RepeatedStage, number>> = {
  'adding-domain': 24 * HOUR,
  'checking-dns': 48 * HOUR,
  'checking-ssl-cert': 24 * HOUR,
  'removing-domain': 24 * HOUR,
};
const STEADY_VISITS = { 'checking-dns': 6, 'checking-ssl-cert': 21 } as const;

interface Moment {
  readonly stage: RepeatedStage;
  /** The visit that has just been made, from 1. */
  readonly visit: number;
  /** The DNS check interval, in seconds. */
  readonly interval: number;
  readonly stageStartedAt: Date;
  readonly now: Date;
}

type NextVisit = { readonly kind: 'at'; readonly time: Date } | { readonly kind: 'patience-used-up' };

/**
 * When the stage is visited again after a visit that did not bring it to its end.
 *
 * | stage | the wait after visit n, in seconds |
 * | --- | --- |
 * | `checking-dns` | the interval for n ≤ 6, then 1.5 times the wait before, 3,600 at most |
 * | `checking-ssl-cert` | the interval for n ≤ 21, then 1.5 times the wait before, 3,600 at most |
 * | `adding-domain`, `removing-domain` | 10 × 2ⁿ, 3,600 at most; the first comes 10 s after the call that failed |
 */
export function nextVisit(moment: Moment): NextVisit {
  const age = (moment.now.getTime() - moment.stageStartedAt.getTime()) / 1000;
  if (age >= PATIENCE[moment.stage]) return { kind: 'patience-used-up' };
  return { kind: 'at', time: new Date(moment.now.getTime() + waitAfter(moment) * 1000) };
}

/** When Closte is first called again by the queue, after it did not answer `map` or `unmap`. */
export function firstVisitToClosteAt(now: Date): Date {
  return new Date(now.getTime() + FIRST_WAIT_FOR_CLOSTE * 1000);
}

/** The patience with a stage, in seconds. */
export function patienceWith(stage: RepeatedStage): number {
  return PATIENCE[stage];
}

/** The same in hours, for whoever tells a person of it. */
export function hoursOfPatience(stage: RepeatedStage): number {
  return patienceWith(stage) / HOUR;
}

/**
 * For how many milliseconds nothing may be heard of a mapping in a stage whose visits are made: the visit that gives
 * the stage up comes up to the longest wait after its patience is used up.
 */
export function longestSilence(stage: RepeatedStage): number {
  return (patienceWith(stage) + LONGEST_WAIT) * 1000;
}

function waitAfter({ stage, visit, interval }: Moment): number {
  switch (stage) {
    case 'adding-domain':
    case 'removing-domain':
      return Math.min(FIRST_WAIT_FOR_CLOSTE * 2 ** visit, LONGEST_WAIT);
    case 'checking-dns':
    case 'checking-ssl-cert': {
      const grown = Math.max(0, visit - STEADY_VISITS[stage]);
      return Math.min(interval * GROWTH_WHEN_CHECKING ** grown, LONGEST_WAIT);
    }
  }
}
