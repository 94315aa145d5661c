import type { Plan } from './plan.ts';

export interface Counts {
  readonly add: number;
  readonly remove: number;
  readonly recheck: number;
  readonly watch: number;
  /** How many of the watched are looked at about now. */
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

/**
 * @param most so many names of each kind; an entry of Cloud Logging has room for 256 KiB
 */
export function summaryOf(plan: Plan, watchDue: number, hasWordPress: boolean, most: number): Summary {
  const names = (planned: readonly { readonly domain: string }[]) =>
    planned.slice(0, most).map(({ domain }) => domain);
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
      unmanaged: plan.unmanaged.slice(0, most),
      unchanged: plan.unchanged.slice(0, most),
      held: names(held),
      bad_rows: plan.badRows.slice(0, most).map(({ name, reason }) => `${name}: ${reason}`),
    },
  };
}
