import type { Stage } from './mapping.ts';
import { longestSilence } from './retry-schedule.ts';

// What follows where WordPress wants a domain and Closte's list lacks its alias, or may lack it.

/** Without WordPress, lists must lack a domain for so long until that is believed, in milliseconds. */
const LISTS_APART = 5 * 60 * 1000;

/** What is known where a list that can be read lacks the alias of a mapping. */
export interface AliasSought {
  /** What WordPress wants of the domain; undefined where the functions are not told where it is. */
  readonly wish: 'mapped' | 'removed' | 'unheard-of' | 'unanswered' | undefined;
  /** Whether the list may be the whole. */
  readonly isPlausible: boolean;
  /** When the list was asked for. */
  readonly listedAt: Date;
  /** Since when every readable list has lacked it, this one left out. */
  readonly missingSince: Date | undefined;
}

type MissingAliasInAVisit =
  | { readonly kind: 'add-anew' }
  | { readonly kind: 'cancel'; readonly reason: string }
  /** The visit goes on. */
  | { readonly kind: 'go-on'; readonly missingSince: Date | undefined };

/**
 * A list ends nothing by itself: it is WordPress that is believed.
 *
 * | WordPress | the list | the visit |
 * | --- | --- | --- |
 * | does not want it any more | | cancels the mapping |
 * | | implausible | goes on as if there were no list |
 * | never heard of it | lacks it | cancels the mapping |
 * | wants it | lacks it | has the alias added anew |
 * | does not answer | lacks it | goes on |
 * | is nowhere | the first that lacks it | goes on, and remembers when |
 * | is nowhere | lacks it 5 minutes later as well, and none between had it | cancels the mapping |
 */
export function missingAliasInAVisit(sought: AliasSought): MissingAliasInAVisit {
  const { wish, isPlausible, listedAt, missingSince } = sought;
  if (wish === 'removed') return { kind: 'cancel', reason: 'WordPress wants it removed now' };
  if (!isPlausible || wish === 'unanswered') return { kind: 'go-on', missingSince };
  if (wish === 'unheard-of') return { kind: 'cancel', reason: 'WordPress has never heard of it' };
  if (wish === 'mapped') return { kind: 'add-anew' };
  const since = missingSince ?? listedAt;
  return listedAt.getTime() - since.getTime() >= LISTS_APART
    ? { kind: 'cancel', reason: 'Closte has had no alias for it for 5 minutes' }
    : { kind: 'go-on', missingSince: since };
}

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
 * @param isToldDaily whether WordPress is told once a day of a domain that waits
 */
export function missingAliasInReconcile(
  stage: Stage | undefined,
  silence: number,
  isToldDaily: boolean,
): 'add-it' | 'leave-it' {
  const isAtIt = stage === 'adding-domain' && silence <= longestSilence('adding-domain', isToldDaily);
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
