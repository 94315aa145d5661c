import { createHash } from 'node:crypto';
import { belongsToNetwork, type DomainName } from '../domain/name.ts';
import type { Mapping, Visit } from '../mapping/mapping.ts';
import { MENDING_KINDS, MENDING_STAGES, type Mending, mendingId } from '../mapping/reconcile-action.ts';
import type { Plan, Planned, Watched } from './plan.ts';

/** A visit that a plan asks for, and when. */
export interface Order {
  readonly kind: Mending;
  readonly visit: Visit;
  readonly at: Date;
  /** Orders are in the order of their cursors, in every run: one that stopped is gone on with behind its last. */
  readonly cursor: Cursor;
}

/** `0:shop.example.com`: the rank of what is done, and the name. */
export type Cursor = string;

export interface OrderOptions {
  readonly networkDomain: DomainName | undefined;
  /** The DNS check interval, in seconds. */
  readonly interval: number;
  /** Over how many seconds of the day, from midnight UTC, the looks are spread. */
  readonly watchSpread: number;
  /** When the lists of the plan were asked for. */
  readonly askedAt: Date;
  readonly now: Date;
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/**
 * A run orders the looks whose time comes before the next run, and those that a run before may have missed. No further
 * back: Cloud Tasks may forget a task's name an hour after it was done, and a look would be made twice.
 */
const LOOKS_AHEAD = 15 * MINUTE;
const LOOKS_BACK = 45 * MINUTE;

/** Every visit that the plan asks for now, behind a cursor if there is one. */
export function* ordersOf(plan: Plan, options: OrderOptions, after: Cursor | undefined): Generator<Order> {
  for (const kind of MENDING_KINDS) {
    for (const planned of plan[kind]) {
      const cursor = cursorOf(kind, planned.domain);
      if (after !== undefined && cursor <= after) continue;
      const order = orderOf(kind, planned, options);
      if (order !== undefined) yield { ...order, kind, cursor };
    }
  }
}

/** How many of the looks are due now. */
export function looksDue({ watch }: Pick<Plan, 'watch'>, options: OrderOptions): number {
  return watch.filter(({ domain }) => slotOf(domain, options) !== undefined).length;
}

export const CURSOR = new RegExp(`^[0-${MENDING_KINDS.length - 1}]:[\\x21-\\x7e]{1,253}$`);

export function cursorOf(kind: Mending, domain: DomainName): Cursor {
  return `${MENDING_KINDS.indexOf(kind)}:${domain}`;
}

function orderOf(
  kind: Mending,
  planned: Planned | Watched,
  options: OrderOptions,
): Pick<Order, 'visit' | 'at'> | undefined {
  const { domain, siteId } = planned;
  const { networkDomain, interval, askedAt, now } = options;
  const slot = kind === 'watch' ? slotOf(domain, options) : now.getTime();
  if (slot === undefined) return undefined;
  const mapping: Mapping = {
    id: mendingId(kind, domain, new Date(slot)),
    domain,
    siteId,
    networkDomain,
    interval,
    aliased: networkDomain === undefined || !belongsToNetwork(domain, networkDomain),
    mappedAt: askedAt,
  };
  const about = { mapping, visit: 1, stageStartedAt: now };
  const visit: Visit =
    'known' in planned
      ? { ...about, stage: 'watching', known: planned.known }
      : { ...about, stage: MENDING_STAGES[kind as Exclude<Mending, 'watch'>], told: undefined };
  return { visit, at: new Date(Math.max(slot, now.getTime())) };
}

/**
 * The time of day at which a domain is looked at, if it is about now: the same on every day, and evenly spread. In
 * milliseconds since the epoch.
 */
function slotOf(domain: DomainName, { watchSpread, now }: OrderOptions): number | undefined {
  const fraction = createHash('sha256').update(domain).digest().readUInt32BE(0) / 2 ** 32;
  const offset = Math.floor(fraction * watchSpread * 1000);
  const today = Math.floor(now.getTime() / DAY) * DAY;
  return [today - DAY, today, today + DAY]
    .map((midnight) => midnight + offset)
    .find((time) => time >= now.getTime() - LOOKS_BACK && time < now.getTime() + LOOKS_AHEAD);
}
