import type { Stage } from './mapping.ts';
import { longestSilence } from './retry-schedule.ts';
import type { Finding } from './state-machine.ts';

// What follows where WordPress wants a domain and Closte's list lacks its alias. A visit believes that somebody has
// unmapped the domain, reconciliation that the alias was lost: they disagree, and are to become one rule.

/** A visit of the mapping ends it. */
export const MISSING_ALIAS_IN_A_VISIT = {
  finding: 'unwanted' satisfies Finding,
  reason: 'Closte has no alias for it now',
} as const;

/** A domain that failed for want of an alias is tried again once a day: every run would tell the same error anew. */
const REST_AFTER_FAILURE = 24 * 60 * 60 * 1000;

/**
 * | stage | heard of | reconciliation |
 * | --- | --- | --- |
 * | `adding-domain` | within its patience | leaves it to the queue, which is at it |
 * | `failed` | less than a day ago | leaves it |
 * | any other, or none | | adds the alias |
 *
 * @param silence for how many milliseconds nothing was heard of it
 */
export function missingAliasInReconcile(stage: Stage | undefined, silence: number): 'add-it' | 'leave-it' {
  const isAtIt = stage === 'adding-domain' && silence <= longestSilence('adding-domain');
  const rests = stage === 'failed' && silence < REST_AFTER_FAILURE;
  return isAtIt || rests ? 'leave-it' : 'add-it';
}

/** For so many milliseconds after a domain was mapped, Closte is being told of it. */
const BEING_TOLD = 15 * 60 * 1000;

/**
 * The status page waits as long as Closte is being told of the domain; after that it is a problem of the domain.
 *
 * @param row what WordPress has; where it does not say when it came to want the domain, when it was last told a stage
 */
export function missingAliasOnThePage(
  {
    stage,
    wishedAt,
    updatedAt,
  }: {
    readonly stage: Stage | undefined;
    readonly wishedAt: Date | undefined;
    readonly updatedAt: Date;
  },
  now: Date,
): 'being-added' | 'a-problem' {
  const isFresh = now.getTime() - (wishedAt ?? updatedAt).getTime() < BEING_TOLD;
  return isFresh || stage === 'adding-domain' ? 'being-added' : 'a-problem';
}
