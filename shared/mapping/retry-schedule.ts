import type { RepeatedStage } from './mapping.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const DAY = 24 * HOUR;

/** No wait is longer, in seconds: in the first 48 hours of a stage, and after them. */
const LONGEST_WAIT = HOUR;
const LONGEST_WAIT_LATER = 4 * HOUR;
const LATER = 48 * HOUR;

/** DNS that is not right by then is overdue, in seconds: a person should know. */
const OVERDUE = 48 * HOUR;

/** Patience is time in which somebody looked: a queue that stood still for a weekend costs no domain its chance. */
const FEWEST_LOOKS = 6;

/** A mapping has an end, in seconds, however often it goes back to an earlier stage. */
const LIFETIME = 30 * DAY;

/** How much longer each wait is than the one before, once the steady visits are over. */
const GROWTH_WHEN_CHECKING = 1.5;

const FIRST_WAIT_FOR_CLOSTE = 10;

/**
 * How long each stage is kept up, in seconds, and how many visits of a checking stage come at the steady interval:
 * as many as Ultimate Multisite makes on Closte before it gives up.
 */
const PATIENCE: Readonly<Record<RepeatedStage, number>> = {
  'adding-domain': 24 * HOUR,
  'checking-dns': 7 * DAY,
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
  readonly mappedAt: Date;
  /** How often somebody has looked in this stage, this visit included. */
  readonly looks: number;
  readonly now: Date;
}

type NextVisit = { readonly kind: 'at'; readonly time: Date } | { readonly kind: 'patience-used-up' };

/**
 * When the stage is visited again after a visit that did not bring it to its end.
 *
 * | stage | the wait after visit n, in seconds |
 * | --- | --- |
 * | `checking-dns` | the interval for n ≤ 6, then 1.5 times the wait before, 1 h at most, after 48 h 4 h at most |
 * | `checking-ssl-cert` | the same with n ≤ 21 |
 * | `adding-domain`, `removing-domain` | 10 × 2ⁿ, 1 h at most; the first comes 10 s after the call that failed |
 *
 * The patience with a stage is used up when its time has passed and somebody has looked 6 times, or when the mapping is
 * 30 days old.
 */
export function nextVisit(moment: Moment): NextVisit {
  const { stage, stageStartedAt, mappedAt, looks, now } = moment;
  const isUsedUp = secondsBetween(stageStartedAt, now) >= PATIENCE[stage] && looks >= FEWEST_LOOKS;
  if (isUsedUp || isOverLifetime(mappedAt, now)) return { kind: 'patience-used-up' };
  return { kind: 'at', time: timeOfNextVisit(moment) };
}

/** When the stage is visited again, whether there is patience left with it or not. */
export function timeOfNextVisit(moment: Moment): Date {
  return new Date(moment.now.getTime() + waitAfter(moment) * 1000);
}

/** Whether a mapping has lived as long as it may. */
export function isOverLifetime(mappedAt: Date, now: Date): boolean {
  return secondsBetween(mappedAt, now) >= LIFETIME;
}

/** Whether DNS that is not right is overdue, at a visit of `checking-dns`. */
export function isOverdue(stageStartedAt: Date, now: Date): boolean {
  return secondsBetween(stageStartedAt, now) >= OVERDUE;
}

/**
 * Whether a visit of `checking-dns` is the first one for which DNS is overdue.
 *
 * @param lastLookAt when somebody looked before it
 */
export function isOverdueNow(stageStartedAt: Date, lastLookAt: Date | undefined, now: Date): boolean {
  const wasOverdue = lastLookAt !== undefined && isOverdue(stageStartedAt, lastLookAt);
  return !wasOverdue && isOverdue(stageStartedAt, now);
}

/**
 * Whether a stage has lasted for another whole day since somebody looked last. WordPress is told then that it is still being
 * looked after.
 *
 * @param lastLookAt when somebody looked before; undefined where nobody did
 */
export function isAnotherDay(stageStartedAt: Date, lastLookAt: Date | undefined, now: Date): boolean {
  const daysAt = (time: Date) => Math.floor(secondsBetween(stageStartedAt, time) / DAY);
  return daysAt(now) > Math.max(0, daysAt(lastLookAt ?? stageStartedAt));
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

/** When Closte is first called again by the queue, after it did not answer `map` or `unmap`. */
export function firstVisitToClosteAt(now: Date): Date {
  return new Date(now.getTime() + FIRST_WAIT_FOR_CLOSTE * 1000);
}

/** The patience with a stage, in seconds. */
export function patienceWith(stage: RepeatedStage): number {
  return PATIENCE[stage];
}

/** When the patience with a stage ends, where somebody looks often enough until then. */
export function patienceEndsAt(stage: RepeatedStage, stageStartedAt: Date): Date {
  return new Date(stageStartedAt.getTime() + PATIENCE[stage] * 1000);
}

/**
 * For how many milliseconds nothing may be heard of a mapping in a stage whose visits are made. WordPress is told once a day
 * of one that waits, and when the stage is given up; the visit that tells it comes up to the longest wait later, and an hour
 * is for the queue.
 *
 * @param isToldDaily whether WordPress is; where nobody knows, it may be told first when the stage is given up
 */
export function longestSilence(stage: RepeatedStage, isToldDaily: boolean): number {
  const longestWait = PATIENCE[stage] > LATER ? LONGEST_WAIT_LATER : LONGEST_WAIT;
  return isToldDaily
    ? (Math.min(DAY, PATIENCE[stage]) + longestWait + HOUR) * 1000
    : (PATIENCE[stage] + longestWait) * 1000;
}

function waitAfter({ stage, visit, interval, stageStartedAt, now }: Moment): number {
  switch (stage) {
    case 'adding-domain':
    case 'removing-domain':
      return Math.min(FIRST_WAIT_FOR_CLOSTE * 2 ** visit, LONGEST_WAIT);
    case 'checking-dns':
    case 'checking-ssl-cert': {
      const grown = Math.max(0, visit - STEADY_VISITS[stage]);
      const longest = secondsBetween(stageStartedAt, now) < LATER ? LONGEST_WAIT : LONGEST_WAIT_LATER;
      return Math.min(interval * GROWTH_WHEN_CHECKING ** grown, longest);
    }
  }
}
