import type { RepeatedVisit } from './mapping.ts';
import { isReconcileStart } from './reconcile-action.ts';

/**
 * For so long after a call that Closte did not answer, in milliseconds, the alias may be there by that very call, and
 * the list may lag behind.
 */
const UNCLEAR_FOR = 60 * 60 * 1000;

/**
 * Whether a visit of `adding-domain` believes that another app of Closte has the alias, where Closte says that it
 * exists and its list lacks it.
 *
 * | the visit | believed |
 * | --- | --- |
 * | the first of reconciliation: no call was made before it | at once |
 * | the call before it was not answered, or the alias was there and got lost | an hour after that call |
 * | the one before saw the same | an hour after that was first seen |
 */
export function isHeldElsewhere(visit: RepeatedVisit, now: Date): boolean {
  if (isReconcileStart(visit)) return true;
  const { mapping, looks, stageStartedAt } = visit;
  const since = mapping.aliasMissingSince ?? looks.lastAt ?? stageStartedAt;
  return now.getTime() - since.getTime() >= UNCLEAR_FOR;
}
