import type { ReadonlyList } from '../domain/name-store.ts';
import type { Policy } from '../setup/config.ts';

// How many aliases one run may remove. Removal is the one step that cannot be undone.

export interface RemovalOptions {
  readonly policy: Policy;
  /** How many removals there may be; undefined for 10 or a tenth of the aliases, whichever is more. */
  readonly maxRemovals: number | undefined;
}

/** The removals that are not made, and why. */
export interface Held<Removal> {
  readonly because: 'policy' | 'bound';
  readonly domains: ReadonlyList<Removal>;
}

/** What one run may remove, and how much that is at most. */
export interface LimitedRemovals<Removal> {
  readonly remove: ReadonlyList<Removal>;
  /** How many removals one run may make. */
  readonly removalBound: number;
  /** What would be removed, and is not. */
  readonly held: Held<Removal> | undefined;
}

const FEWEST_REMOVALS = 10;
const SHARE_OF_REMOVALS = 0.1;

/**
 * | removals | then |
 * | --- | --- |
 * | within the bound | all of them are made |
 * | more than the bound | none is made |
 * | policy `upsert-only` | the bound is 0 |
 *
 * @param aliases how many Closte has
 */
export function limitRemovals<Removal>(
  removed: ReadonlyList<Removal>,
  aliases: number,
  { policy, maxRemovals }: RemovalOptions,
): LimitedRemovals<Removal> {
  const bound = maxRemovals ?? Math.max(FEWEST_REMOVALS, Math.floor(aliases * SHARE_OF_REMOVALS));
  const removalBound = policy === 'upsert-only' ? 0 : bound;
  if (removed.length <= removalBound) return { remove: removed, held: undefined, removalBound };
  const because = policy === 'upsert-only' ? 'policy' : 'bound';
  return { remove: [], held: { because, domains: removed }, removalBound };
}

/**
 * The removals that are left to a call that goes on with a run: the bound is one for the whole run, whatever WordPress
 * has removed in the meantime.
 *
 * @param isBehind whether a removal comes behind the place where the call before stopped
 * @param made how many removals the run has made
 */
export function removalsLeft<Removal>(
  { remove, removalBound }: LimitedRemovals<Removal>,
  isBehind: (removal: Removal) => boolean,
  made: number,
): readonly Removal[] {
  return [...remove].filter(isBehind).slice(0, Math.max(0, removalBound - made));
}
