import { removalNeverConfirmed } from '../logging/failure-entries.ts';
import { wordpressUnavailable } from '../logging/unheard-entries.ts';
import type { Visit } from '../mapping/mapping.ts';
import type { Services } from '../setup/services.ts';
import { type AskedStage, consentToRemoval, overtakenSince, reasonAgainst } from '../wordpress/consent.ts';
import { type CheckResult, notJudged, notYet, unwanted } from './check-result.ts';

/**
 * Goes on only if WordPress still wants the domain: what waits in the queue may have been overtaken by the opposite wish,
 * and what reconciliation begins, by an event that has been at it since.
 * If WordPress does not answer, an alias is added all the same, since one too many can be removed.
 */
export async function ifStillWanted(
  { wordpress }: Services,
  visit: Visit & { readonly stage: AskedStage },
  goOn: () => Promise<CheckResult>,
): Promise<CheckResult> {
  if (wordpress === undefined) return await goOn();
  const { mapping } = visit;
  const wish = await wordpress.wishFor(mapping.domain);
  switch (wish.kind) {
    case 'unanswered':
      return afterSilence(await goOn(), wish.reason);
    case 'another-network':
      return notJudged(mapping, wish.reason);
    default: {
      const reason = reasonAgainst(visit, wish);
      return reason === undefined ? await goOn() : unwanted(mapping, reason);
    }
  }
}

/** Goes on only if WordPress agrees, at this moment, that the alias be removed: that cannot be undone. */
export async function ifRemovalAgreed(
  { wordpress }: Services,
  visit: Visit,
  goOn: () => Promise<CheckResult>,
): Promise<CheckResult> {
  const { mapping } = visit;
  const { domain } = mapping;
  const witness = wordpress === undefined ? ({ kind: 'nobody' } as const) : await wordpress.wishFor(domain);
  const consent = consentToRemoval(witness);
  switch (consent.kind) {
    case 'given': {
      const reason = witness.kind === 'removed' ? overtakenSince(visit, witness) : undefined;
      return reason === undefined ? await goOn() : unwanted(mapping, reason);
    }
    case 'refused':
    case 'impossible':
      return unwanted(mapping, consent.reason);
    case 'another-network':
      return notJudged(mapping, consent.reason);
    case 'unanswered': {
      const { reason } = consent;
      const waits = notYet(mapping, [], ({ scheduled }) =>
        scheduled ? [] : [removalNeverConfirmed(domain, reason)],
      );
      return afterSilence(waits, reason);
    }
  }
}

/** What was seen, with the entry that WordPress did not answer in front of it. */
function afterSilence(seen: CheckResult, reason: string): CheckResult {
  return {
    ...seen,
    tell: (followUp) => [
      wordpressUnavailable(seen.mapping.domain, reason, followUp.scheduled),
      ...seen.tell(followUp),
    ],
  };
}
