import type { ReadonlyList } from '../domain/name-store.ts';
import type { Summary } from '../logging/reconcile-entries.ts';
import type { Plan } from './plan.ts';

/**
 * @param most so many names of each kind; an entry of Cloud Logging has room for 256 KiB
 */
export function summaryOf(plan: Plan, watchDue: number, hasWordPress: boolean, most: number): Summary {
  const names = (planned: ReadonlyList<{ readonly domain: string }>) =>
    firstOf(planned, most).map(({ domain }) => domain);
  const held = plan.held?.domains ?? [];
  return {
    has_wordpress: hasWordPress,
    counts: {
      add: plan.add.length,
      remove: plan.remove.length,
      recheck: plan.recheck.length,
      watch: plan.watch.length,
      watch_due: watchDue,
      unmanaged: plan.unmanaged.length,
      unchanged: plan.unchanged.length,
      held: held.length,
      bad_rows: plan.badRows.length,
    },
    held_because: plan.held?.because ?? null,
    names: {
      add: names(plan.add),
      remove: names(plan.remove),
      recheck: names(plan.recheck),
      watch: names(plan.watch),
      unmanaged: firstOf(plan.unmanaged, most),
      unchanged: firstOf(plan.unchanged, most),
      held: names(held),
      bad_rows: plan.badRows.slice(0, most).map(({ name, reason }) => `${name}: ${reason}`),
    },
  };
}

function firstOf<T>(list: ReadonlyList<T>, most: number): readonly T[] {
  const first: T[] = [];
  for (const item of list) {
    if (first.length >= most) break;
    first.push(item);
  }
  return first;
}
