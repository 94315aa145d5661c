import { hash } from 'node:crypto';
import type { DomainName } from '../domain/name.ts';
import { needsNoAlias } from '../domain/network.ts';
import type { Mapping, Visit } from '../mapping/mapping.ts';
import {
  ACTION_STAGES,
  RECONCILE_ACTIONS,
  type ReconcileAction,
  reconcileMappingId,
} from '../mapping/reconcile-action.ts';
import { firstVisit } from '../mapping/state-machine.ts';
import type { Plan, Planned, Watched } from './plan.ts';

/** A visit that a plan asks for, and when. */
export interface PlannedTask {
  readonly kind: ReconcileAction;
  readonly visit: Visit;
  readonly at: Date;
  /** Tasks are in the order of their cursors, in every run: one that stopped is gone on with behind its last. */
  readonly cursor: Cursor;
}

/** `0:shop.example.com`: the rank of what is done, and the name. */
export type Cursor = string;

export interface TaskOptions {
  readonly networkDomain: DomainName | undefined;
  /** The DNS check interval, in seconds. */
  readonly interval: number;
  /** Over how many seconds of the day, from midnight UTC, the daily checks are spread. */
  readonly watchSpread: number;
  /** When the lists of the plan were asked for. */
  readonly askedAt: Date;
  readonly now: Date;
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/**
 * A run makes the daily checks whose time comes before the next run, and those that a run before may have missed. No further
 * back: Cloud Tasks may forget a task's name an hour after it was done, and a check would be made twice.
 */
const CHECKS_AHEAD = 15 * MINUTE;
const CHECKS_BACK = 45 * MINUTE;

/** Every task that the plan asks for now, behind a cursor if there is one. */
export function* tasksOf(
  plan: Plan,
  options: TaskOptions,
  after: Cursor | undefined,
): Generator<PlannedTask> {
  for (const kind of RECONCILE_ACTIONS) {
    for (const planned of plan[kind]) {
      const cursor = cursorOf(kind, planned.domain);
      if (after !== undefined && cursor <= after) continue;
      const task = taskOf(kind, planned, options);
      if (task !== undefined) yield { ...task, kind, cursor };
    }
  }
}

/** How many of the daily checks are due now. */
export function dailyChecksDue({ watch }: Pick<Plan, 'watch'>, options: TaskOptions): number {
  let due = 0;
  for (const { domain } of watch) if (slotOf(domain, options) !== undefined) due += 1;
  return due;
}

export const CURSOR = new RegExp(`^[0-${RECONCILE_ACTIONS.length - 1}]:[\\x21-\\x7e]{1,253}$`);

export function cursorOf(kind: ReconcileAction, domain: DomainName): Cursor {
  return `${RECONCILE_ACTIONS.indexOf(kind)}:${domain}`;
}

/** The visit that begins what is to be done about one domain; undefined where its daily check is not due. */
export function taskOf(
  kind: ReconcileAction,
  planned: Planned | Watched,
  options: TaskOptions,
): Pick<PlannedTask, 'visit' | 'at'> | undefined {
  const { domain, siteId } = planned;
  const { interval, askedAt, now } = options;
  const networkDomain = planned.networkDomain ?? options.networkDomain;
  const slot = kind === 'watch' ? slotOf(domain, options) : now.getTime();
  if (slot === undefined) return undefined;
  const mapping: Mapping = {
    id: reconcileMappingId(kind, domain, new Date(slot)),
    domain,
    siteId,
    networkDomain,
    interval,
    aliased: !needsNoAlias({ ...planned, networkDomain }, options.networkDomain),
    mappedAt: askedAt,
  };
  const visit: Visit =
    'known' in planned
      ? { mapping, visit: 1, stageStartedAt: now, stage: 'watching', known: planned.known }
      : firstVisit(mapping, ACTION_STAGES[kind as Exclude<ReconcileAction, 'watch'>], now);
  return { visit, at: new Date(Math.max(slot, now.getTime())) };
}

/** When a domain has its next daily check. */
export function nextDailyCheck(domain: DomainName, watchSpread: number, now: Date): Date {
  const today = midnightOf(now) + timeOfDay(domain, watchSpread);
  return new Date(today > now.getTime() ? today : today + DAY);
}

/**
 * The time of day at which a domain is checked, if it is about now: the same on every day, and evenly spread. In
 * milliseconds since the epoch.
 */
function slotOf(domain: DomainName, { watchSpread, now }: TaskOptions): number | undefined {
  const today = midnightOf(now) + timeOfDay(domain, watchSpread);
  return [today - DAY, today, today + DAY].find(
    (time) => time >= now.getTime() - CHECKS_BACK && time < now.getTime() + CHECKS_AHEAD,
  );
}

function midnightOf(now: Date): number {
  return Math.floor(now.getTime() / DAY) * DAY;
}

/** In milliseconds since midnight. Every run asks it of every domain: so the hash is made in one call. */
function timeOfDay(domain: DomainName, watchSpread: number): number {
  const fraction = hash('sha256', domain, 'buffer').readUInt32BE(0) / 2 ** 32;
  return Math.floor(fraction * watchSpread * 1000);
}
