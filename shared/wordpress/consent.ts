import type { Visit } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import type { Wish } from './one-domain.ts';

/** Who says that an alias may be removed. */
export type Witness =
  /** What WordPress said, asked after the removal was due. */
  | Wish
  /** WordPress cannot be asked; its own event, which is not older than its signature, says so. */
  | { readonly kind: 'signed-event' }
  /** WordPress cannot be asked, and the event that it sent may be long overtaken. */
  | { readonly kind: 'nobody' };

/** Whether an alias may be removed. */
export type RemovalConsent =
  | { readonly kind: 'given' }
  | { readonly kind: 'refused'; readonly code: 'still-wanted' | 'unheard-of'; readonly reason: string }
  /** Nobody will ever give it. */
  | { readonly kind: 'impossible'; readonly reason: string }
  | Extract<Wish, { readonly kind: 'another-network' | 'unanswered' }>;

/**
 * Whether an alias may be removed, for `unmap`, the queue and reconciliation alike: only if WordPress had the domain
 * once, and does not want it at this moment.
 *
 * | witness | consent |
 * | --- | --- |
 * | WordPress wants it removed | given |
 * | WordPress wants it mapped | refused, `still-wanted` |
 * | WordPress never had it | refused, `unheard-of`: it is not ours, or a table is gone |
 * | WordPress says that it is another network | none: a copy has no say |
 * | WordPress does not answer | none yet |
 * | the signed event itself | given |
 * | nobody | impossible |
 */
export function consentToRemoval(witness: Witness): RemovalConsent {
  switch (witness.kind) {
    case 'removed':
    case 'signed-event':
      return { kind: 'given' };
    case 'mapped':
      return { kind: 'refused', code: 'still-wanted', reason: 'WordPress wants it mapped now' };
    case 'unheard-of':
      return { kind: 'refused', code: 'unheard-of', reason: 'WordPress has never heard of it' };
    case 'nobody': {
      const reason =
        'WORDPRESS_URL is not set, so that nobody can say whether its alias may still be removed';
      return { kind: 'impossible', reason };
    }
    case 'another-network':
    case 'unanswered':
      return witness;
  }
}

/** The stages that bring a domain further, and may begin only if WordPress says that they may. */
export type AskedStage = 'adding-domain' | 'checking-dns';

/** What WordPress says of a domain, where it says something. */
type Said = Exclude<Wish, { readonly kind: 'unanswered' | 'another-network' }>;

/**
 * Why a visit that brings a domain further may not be made; undefined if it may.
 *
 * | WordPress | an event's visit | the first visit of reconciliation |
 * | --- | --- | --- |
 * | wants it mapped | | not if the domain was heard of after the plan was made |
 * | wants it removed | not | not |
 * | never heard of it | | |
 */
export function reasonAgainst(visit: Visit & { readonly stage: AskedStage }, wish: Said): string | undefined {
  if (wish.kind === 'unheard-of') return undefined;
  return wish.kind === 'removed' ? 'WordPress wants it removed now' : overtakenSince(visit, wish);
}

/** Why the first visit of reconciliation comes too late for the plan that asked for it. */
export function overtakenSince(visit: Visit, wish: Said): string | undefined {
  const heardAt = wish.kind === 'unheard-of' ? undefined : wish.heardAt;
  return isReconcileStart(visit) && heardAt !== undefined && heardAt > visit.mapping.mappedAt
    ? 'it was heard of since, so that somebody is at it already'
    : undefined;
}
