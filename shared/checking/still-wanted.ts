import { removalNeverConfirmed } from '../logging/failure-entries.ts';
import { wordpressUnavailable } from '../logging/mapping-entries.ts';
import type { Visit } from '../mapping/mapping.ts';
import type { Services } from '../setup/services.ts';
import { type AskedStage, reasonAgainst } from '../wordpress/consent.ts';
import { type CheckResult, notYet, unwanted } from './check-result.ts';

/**
 * Goes on only if WordPress still wants it: what waits in the queue may have been overtaken by the opposite wish, and what
 * reconciliation begins, by an event that has been at it since.
 * If WordPress does not answer, an alias is added all the same, since one too many can be removed; but none is removed
 * that may be wanted again.
 */
export async function ifStillWanted(
  { wordpress }: Services,
  visit: Visit & { readonly stage: AskedStage },
  goOn: () => Promise<CheckResult>,
): Promise<CheckResult> {
  if (wordpress === undefined) return await goOn();
  const { mapping, stage } = visit;
  const { domain } = mapping;
  const wish = await wordpress.wishFor(domain);
  if (wish.kind !== 'unanswered') {
    const reason = reasonAgainst(visit, wish);
    return reason === undefined ? await goOn() : unwanted(mapping, reason);
  }
  const { reason } = wish;
  const seen: CheckResult =
    stage === 'removing-domain'
      ? notYet(mapping, [], ({ scheduled }) => (scheduled ? [] : [removalNeverConfirmed(domain, reason)]))
      : await goOn();
  return {
    ...seen,
    tell: (followUp) => [wordpressUnavailable(domain, reason, followUp.scheduled), ...seen.tell(followUp)],
  };
}
