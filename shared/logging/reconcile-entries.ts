import { listInWords } from '../words/format.ts';
import { error, type LogEntry } from './entry.ts';

// What reconciliation has to tell.

export interface Counts {
  readonly add: number;
  readonly remove: number;
  readonly recheck: number;
  readonly watch: number;
  /** How many of the watched are checked about now. */
  readonly watch_due: number;
  readonly unmanaged: number;
  readonly unchanged: number;
  readonly held: number;
  readonly bad_rows: number;
}

/** A plan as answers and log entries tell it. */
export interface Summary {
  /** Whether WordPress could be compared with; otherwise there is only Closte's list. */
  readonly has_wordpress: boolean;
  readonly counts: Counts;
  /** Why removals are held back: by RECONCILE_POLICY, or because there are too many at once. */
  readonly held_because: 'policy' | 'bound' | null;
  readonly names: {
    readonly add: readonly string[];
    readonly remove: readonly string[];
    readonly recheck: readonly string[];
    readonly watch: readonly string[];
    readonly unmanaged: readonly string[];
    readonly unchanged: readonly string[];
    readonly held: readonly string[];
    readonly bad_rows: readonly string[];
  };
}

/** Everything has been compared, and what there is to do is in the queue. */
export function reconcileFinished(summary: Summary, tasks: number, seconds: number): LogEntry {
  const { counts } = summary;
  const compared = summary.has_wordpress
    ? `WordPress and Closte were compared: ${countsInWords(counts)}`
    : `Closte has ${count(counts.watch, 'alias', 'aliases')}, which are watched; set WORDPRESS_URL to have them compared with WordPress`;
  return {
    // A row that cannot be read is a domain that nobody sees to.
    severity: counts.bad_rows > 0 ? 'WARNING' : 'INFO',
    event: 'reconcile.finished',
    message: `${compared}. ${count(tasks, 'task', 'tasks')} in the queue after ${seconds} s.`,
    fields: { ...summary, tasks, seconds },
  };
}

/** The time was up before everything was in the queue. */
export function reconcileStopped(
  tasks: number,
  after: string,
  seconds: number,
  next: string | null,
): LogEntry {
  const onwards =
    next === null
      ? 'Set RECONCILE_URL, so that a run can have itself continued; until then the rest waits for the next run'
      : 'It is continued at once';
  return {
    severity: next === null ? 'WARNING' : 'INFO',
    event: 'reconcile.stopped',
    message: `Reconciliation stopped behind ${after} for want of time: ${count(tasks, 'task', 'tasks')} in the queue after ${seconds} s. ${onwards}.`,
    fields: { tasks, seconds, after, next },
  };
}

/**
 * More removals than there may be: none has been made.
 *
 * @param held how many there would have been
 * @param bound how many there may be
 */
export function removalsHeld(held: number, bound: number, names: readonly string[]): LogEntry {
  const message = `WordPress has removed ${count(held, 'domain that has', 'domains that have')} an alias at Closte, and no more than ${bound} may be removed in one run: none was. Is that right? Then set RECONCILE_MAX_REMOVALS to ${held} for one run. The first are ${listInWords(names.slice(0, 3))}.`;
  return error('reconcile.removals-held', message, { bound, count: held, names });
}

/** Nothing was compared, since one of the lists could not be had. */
export function reconcilePostponed(list: 'wordpress' | 'closte', reason: string): LogEntry {
  const whose = list === 'wordpress' ? 'WordPress' : 'Closte';
  return {
    severity: 'WARNING',
    event: 'reconcile.postponed',
    message: `Nothing was compared, since the list of ${whose} could not be read whole: ${reason}. The next run does it all.`,
    fields: { list, reason },
  };
}

function countsInWords(counts: Counts): string {
  const parts = [
    [counts.add, count(counts.add, 'alias to add', 'aliases to add')],
    [counts.remove, `${counts.remove} to remove`],
    [counts.recheck, `${counts.recheck} to check anew`],
    [counts.watch, `${counts.watch} watched, of them ${counts.watch_due} about now`],
    [counts.unchanged, `${counts.unchanged} as they should be`],
    [counts.unmanaged, `${counts.unmanaged} that WordPress never had, left alone`],
    [counts.held, `${counts.held} kept though WordPress has removed them`],
    [counts.bad_rows, `${count(counts.bad_rows, 'row', 'rows')} that cannot be read`],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([, words]) => words);
  return said.length === 0 ? 'both are empty' : listInWords(said);
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
