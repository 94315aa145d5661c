import type { Log } from '../shared/logging/log.ts';
import { reconcile } from '../shared/reconcile/run.ts';
import { DAY, MINUTE, RECONCILE, TAKES } from './assumptions.ts';
import type { Meter } from './meter.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';
import { NETWORK, type World } from './world.ts';

/** As the functions are deployed when nothing else is said. */
const OPTIONS = {
  networkDomain: NETWORK,
  policy: 'sync',
  maxRemovals: undefined,
  interval: 300,
  watchSpread: RECONCILE.watchSpread / 1000,
} as const;

const WHOLE_RUN = { isDry: false, allowMissing: false, after: undefined, removals: 0 } as const;

/** A run takes some seconds of simulated time, and is never stopped for the time it takes. */
const SURROUNDINGS = { elapsed: () => 0, progress: () => {} };

/** How far back a run goes for looks that the runs before have missed, and how far ahead. */
const CHECKS_BACK = 45 * MINUTE;
const CHECKS_AHEAD = 15 * MINUTE;

interface ReconcilerOptions {
  readonly world: World;
  readonly log: Log;
  readonly meter: Meter;
  readonly timeline: Timeline;
  readonly random: Random;
  /** How many domains there are that the world does not know. */
  readonly rest: number;
  /** Has one of them looked at. */
  readonly lookAtRest: (at: number, askedAt: Date) => void;
}

/** Cloud Scheduler's calls of `reconcile`. */
export function createReconciler(options: ReconcilerOptions) {
  const { world, log, meter, timeline, random, rest, lookAtRest } = options;
  // The time of day of each look at the rest, from midnight.
  const slots = Float64Array.from({ length: rest }, () => random.between(0, RECONCILE.watchSpread)).sort();
  let orderedTo = timeline.now;

  /**
   * Has those of the rest looked at whose time comes before the next run, or was missed by the runs before.
   *
   * @returns how many a run asks for: those that the runs before have asked for as well
   */
  function orderRest(askedAt: Date): number {
    const { now } = timeline;
    const to = now + CHECKS_AHEAD;
    const due = slotsBetween(slots, now - CHECKS_BACK, to);
    for (const at of due) if (at >= orderedTo) lookAtRest(at, askedAt);
    orderedTo = to;
    return due.length;
  }

  async function run(): Promise<void> {
    const askedAt = world.services.now();
    const { result, took, tasksMade } = await world.timed(() =>
      reconcile(world.services, log, WHOLE_RUN, OPTIONS, SURROUNDINGS),
    );
    const asked = tasksMade + (result.kind === 'finished' ? orderRest(askedAt) : 0);
    meter.askedForTasks(asked);
    const making = Math.ceil(asked / RECONCILE.tasksAtOnce) * TAKES.task;
    meter.invoked('reconcile', timeline.now, took + making + world.rows() * TAKES.row);
  }

  return {
    /** Every quarter of an hour, as long as the time lasts. */
    start(until: number): void {
      for (let at = timeline.now; at < until; at += RECONCILE.every) timeline.at(at, run);
    },
  };
}

/** The times, from and to these, at which the slots of a day come round. */
function slotsBetween(slots: Float64Array, from: number, to: number): number[] {
  const times: number[] = [];
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < to; midnight += DAY) {
    for (let index = firstFrom(slots, from - midnight); index < slots.length; index += 1) {
      const at = midnight + (slots[index] ?? 0);
      if (at >= to) break;
      times.push(at);
    }
  }
  return times;
}

/** The place of the first slot that is not before this one. */
function firstFrom(slots: Float64Array, slot: number): number {
  let [least, most] = [0, slots.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((slots[middle] ?? 0) < slot) least = middle + 1;
    else most = middle;
  }
  return least;
}
