import type { Visit } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import type { Wish } from './client.ts';

/** What WordPress has to want for each stage of which it is asked. */
const WISH = {
  'adding-domain': 'mapped',
  'checking-dns': 'mapped',
  'removing-domain': 'removed',
} as const;

/** The stages that begin only if WordPress says that they may. */
export type AskedStage = keyof typeof WISH;

/**
 * Why a visit may not be made, by what WordPress says; undefined if it may.
 *
 * | WordPress | an event's visit | the first visit of reconciliation |
 * | --- | --- | --- |
 * | wants what the stage is for | | not if the domain was heard of after the plan was made |
 * | wants the opposite | not | not |
 * | never heard of it | | no removal: what was never mapped is not ours |
 */
export function reasonAgainst(
  visit: Visit & { readonly stage: AskedStage },
  wish: Exclude<Wish, { readonly kind: 'unanswered' }>,
): string | undefined {
  const isOurs = isReconcileStart(visit);
  if (wish.kind === 'unheard-of') {
    return isOurs && visit.stage === 'removing-domain' ? 'WordPress has never heard of it' : undefined;
  }
  if (wish.kind !== WISH[visit.stage]) return `WordPress wants it ${wish.kind} now`;
  const isHeardOf = wish.heardAt !== undefined && wish.heardAt > visit.mapping.mappedAt;
  return isOurs && isHeardOf ? 'it was heard of since, so that somebody is at it already' : undefined;
}
