import { closteUnavailable } from '../logging/mapping-entries.ts';
import type { Visit } from '../mapping/mapping.ts';
import { MISSING_ALIAS_IN_A_VISIT } from '../mapping/missing-alias.ts';
import type { Services } from '../setup/services.ts';
import { type CheckResult, unwanted } from './check-result.ts';

/**
 * Goes on only if Closte still has the alias: a domain that was unmapped meanwhile needs nobody's attention. What Closte
 * cannot tell changes nothing. A list that lacks the domain must be younger than the stage, not only than the mapping:
 * where the alias was added by the queue, a list between the two would not have it yet.
 */
export async function ifStillListed(
  { closteList }: Services,
  visit: Visit,
  goOn: () => Promise<CheckResult>,
): Promise<CheckResult> {
  const { mapping, stage, stageStartedAt } = visit;
  const isVeryFirst = stage === 'checking-dns' && visit.visit === 1;
  if (isVeryFirst || !mapping.aliased) return await goOn();

  const listed = await closteList.find(mapping.domain, mapping.mappedAt, stageStartedAt);
  if (listed.kind === 'not-listed') {
    return unwanted(mapping, MISSING_ALIAS_IN_A_VISIT.reason);
  }
  const seen = await goOn();
  if (listed.kind === 'listed' || !listed.fresh) return seen;
  const { reason } = listed;
  return {
    ...seen,
    tell: (followUp) => [
      closteUnavailable(mapping.domain, reason, followUp.scheduled),
      ...seen.tell(followUp),
    ],
  };
}
