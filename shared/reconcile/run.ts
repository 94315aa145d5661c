import { reasonAgainstList } from '../closte/plausibility.ts';
import { closteListImplausible } from '../logging/closte-entries.ts';
import type { Log } from '../logging/log.ts';
import {
  reconcileFinished,
  reconcilePostponed,
  reconcileStopped,
  removalsHeld,
  type Summary,
} from '../logging/reconcile-entries.ts';
import type { Services } from '../setup/services.ts';
import { inParallel } from './in-parallel.ts';
import { doneNames, type Lists, type Plan, type PlanOptions, planReconciliation } from './plan.ts';
import {
  type Cursor,
  cursorOf,
  dailyChecksDue,
  type PlannedTask,
  type TaskOptions,
  tasksOf,
} from './plan-to-tasks.ts';
import { removalsLeft } from './removal-limit.ts';
import { summaryOf } from './summary.ts';

/** What is asked of one call. */
export interface Run {
  /** The plan is made and told; nothing is done. */
  readonly isDry: boolean;
  /** An operator has said that Closte's list is to be believed, whatever it lacks. */
  readonly allowMissing: boolean;
  /** Where the call before stopped, if this one goes on with its run. */
  readonly after: Cursor | undefined;
  /** How many removals that run has made. */
  readonly removals: number;
}

type RunOptions = PlanOptions & Pick<TaskOptions, 'interval' | 'watchSpread'>;

/** How a run is watched from outside. */
interface RunObserver {
  /** Seconds of real time since the call began. */
  readonly elapsed: () => number;
  /** Told now and then while tasks are made. */
  readonly progress: (made: number, of: number) => void;
}

export type Reconciled =
  | { readonly kind: 'unreadable'; readonly list: 'wordpress' | 'closte'; readonly reason: string }
  | { readonly kind: 'planned'; readonly summary: Summary }
  | {
      readonly kind: 'finished' | 'stopped';
      readonly summary: Summary;
      readonly tasks: number;
      readonly seconds: number;
      /** The task that goes on, where a run was stopped and can be continued. */
      readonly next: string | null;
    };

/** Seconds after which a call stops: a function has 9 minutes, and what is in flight then needs some of them. */
const TIME_LIMIT = 480;
/** Tasks that are being made at a time. */
export const IN_FLIGHT = 64;
const MOST_NAMES = 100;
const PROGRESS_EVERY = 250;

/**
 * Compares what WordPress wants with what Closte has, and puts into the queue what mends the differences.
 *
 * Closte's list is asked for first: a domain that is mapped between the two is then wanted and without an alias, and
 * left to its own event for being so new. The other way round it would be an alias that WordPress never had.
 *
 * @throws QueueUnavailable if a task could not be made: the whole call may be made again
 */
export async function reconcile(
  services: Services,
  log: Log,
  run: Run,
  options: RunOptions,
  { elapsed, progress }: RunObserver,
): Promise<Reconciled> {
  const read = await readLists(services);
  if (read.kind === 'unreadable') {
    log.write(reconcilePostponed(read.list, read.reason));
    return read;
  }
  const { lists } = read;
  const reason = run.allowMissing ? undefined : reasonAgainst(read, options);
  if (reason !== undefined) {
    log.write(closteListImplausible(reason, lists.aliases.size));
    return { kind: 'unreadable', list: 'closte', reason };
  }
  const plan = withinRun(planReconciliation(lists, options), run);
  const taskOptions = { ...options, askedAt: lists.askedAt, now: services.now() };
  const summarised = (most: number) =>
    summaryOf(plan, dailyChecksDue(plan, taskOptions), lists.rows !== undefined, most);
  if (run.isDry) return { kind: 'planned', summary: summarised(Number.POSITIVE_INFINITY) };

  const summary = summarised(MOST_NAMES);
  if (plan.held?.because === 'bound' && run.after === undefined)
    log.write(removalsHeld(summary.counts.held, plan.removalBound, summary.names.held));

  const total =
    summary.counts.add + summary.counts.remove + summary.counts.recheck + summary.counts.watch_due;
  let tasks = 0;
  let removals = run.removals;
  let last: PlannedTask | undefined;
  const isComplete = await inParallel(tasksOf(plan, taskOptions, run.after), IN_FLIGHT, async (task) => {
    last = task;
    await services.queue.add(task.visit, task.at);
    tasks += 1;
    if (task.kind === 'remove') removals += 1;
    if (tasks % PROGRESS_EVERY === 0) progress(tasks, total);
    // Looked at behind the task: however long the lists took, a call comes further than the one before.
    return elapsed() < TIME_LIMIT ? 'on' : 'stop';
  });

  const seconds = Math.round(elapsed() * 10) / 10;
  if (isComplete || last === undefined) {
    log.write(reconcileFinished(summary, tasks, seconds));
    return { kind: 'finished', summary, tasks, seconds, next: null };
  }
  const continuation = {
    after: last.cursor,
    removals,
    ...(run.allowMissing && { allow_missing: true as const }),
  };
  const next = await services.queue.addContinuation(continuation, services.now());
  log.write(reconcileStopped(tasks, last.cursor, seconds, next));
  return { kind: 'stopped', summary, tasks, seconds, next };
}

/** The plan of a call that goes on with a run. */
function withinRun(plan: Plan, { after, removals }: Run): Plan {
  if (after === undefined) return plan;
  return {
    ...plan,
    remove: removalsLeft(plan, ({ domain }) => cursorOf('remove', domain) > after, removals),
  };
}

interface ReadBoth {
  readonly kind: 'read';
  readonly lists: Lists;
  /** Why Closte's list is not the whole, where it says so itself. */
  readonly ownSign: string | undefined;
}

/** Why nothing may be planned from Closte's list: it says so itself, or lacks too much of what is known to be done. */
function reasonAgainst(
  { lists: { aliases, rows = [] }, ownSign }: ReadBoth,
  options: PlanOptions,
): string | undefined {
  return ownSign ?? reasonAgainstList(aliases, doneNames(rows, options));
}

type ListsRead = ReadBoth | Extract<Reconciled, { readonly kind: 'unreadable' }>;

async function readLists({ closte, wordpress, now }: Services): Promise<ListsRead> {
  const askedAt = now();
  const listed = await closte.listDomains();
  if (listed.kind === 'unreadable') return { kind: 'unreadable', list: 'closte', reason: listed.reason };
  const aliases = listed.domains;
  const ownSign = listed.kind === 'implausible' ? listed.reason : undefined;
  if (wordpress === undefined) {
    return { kind: 'read', lists: { rows: undefined, badRows: [], aliases, askedAt }, ownSign };
  }
  const wishes = await wordpress.listDomainRows(aliases);
  if (wishes.kind === 'unreadable') return { ...wishes, list: 'wordpress' };
  const { rows, badRows } = wishes;
  return { kind: 'read', lists: { rows, badRows, aliases, askedAt }, ownSign };
}
