import { type AliasOutcome, type Removed, removingOutcome } from '../closte/outcome-for-mapping.ts';
import { type ApiError, type ApiErrorCode, apiError } from '../http/api-error.ts';
import { closteRefused, closteRejected, closteUnavailable } from '../logging/closte-entries.ts';
import { requestRejected } from '../logging/function-entries.ts';
import type { Log } from '../logging/log.ts';
import { domainUnmapped } from '../logging/mapping-entries.ts';
import { wordpressUnavailable } from '../logging/unheard-entries.ts';
import type { Mapping, Scheduled } from '../mapping/mapping.ts';
import { firstVisitToClosteAt } from '../mapping/retry-schedule.ts';
import { firstVisit } from '../mapping/state-machine.ts';
import type { Services } from '../setup/services.ts';
import { consentToRemoval } from '../wordpress/consent.ts';
import { aboutEvent, type WebhookEvent } from './map-domain.ts';

export type Unmapped =
  | { readonly kind: 'unmapped'; readonly closte: Removed }
  | { readonly kind: 'queued'; readonly next: Scheduled }
  | { readonly kind: 'api-error'; readonly error: ApiError };

/** After how many seconds WordPress should send a removal again that Closte did not answer. */
const RETRY_AFTER = 60;

/**
 * Takes a mapping back: Closte removes the alias while the caller waits. WordPress is asked first, since the event may
 * be old, or played again: what it wants at this moment counts. Where it does not answer, or Closte does not, the
 * removal goes into the queue, which asks anew. Where WordPress cannot be asked at all, nothing goes there: nobody could
 * say later whether the removal is still wanted.
 *
 * @throws QueueUnavailable if nothing could be put into the queue: the caller has to try again
 */
export async function unmapDomain(services: Services, log: Log, event: WebhookEvent): Promise<Unmapped> {
  const { closte, queue, wordpress, mainNetwork } = services;
  const { domain, networkDomain } = event;
  queue.warmUp();
  const witness =
    wordpress === undefined ? ({ kind: 'signed-event' } as const) : await wordpress.wishFor(domain);
  const consent = consentToRemoval(witness);
  const mapping = { ...event, aliased: true, mappedAt: services.now() };

  switch (consent.kind) {
    case 'given': {
      const removed = await closte.removeAlias(domain);
      const outcome = removingOutcome(removed, domain, [networkDomain, mainNetwork]);
      if (outcome.kind !== 'done') return await notRemoved(services, log, mapping, outcome);
      log.write(domainUnmapped(domain, outcome.closte), aboutEvent(mapping, 'removing-domain', true));
      return { kind: 'unmapped', closte: outcome.closte };
    }
    case 'unanswered': {
      const next = await inQueue(services, mapping);
      log.write(wordpressUnavailable(domain, consent.reason, next), aboutEvent(mapping, 'removing-domain'));
      return { kind: 'queued', next };
    }
    case 'refused':
      return refused(log, mapping, consent.code, consent.reason);
    case 'another-network':
      return refused(log, mapping, 'another-network', consent.reason);
    case 'impossible':
      return refused(log, mapping, 'not-configured', consent.reason);
  }
}

/** Closte did not do it: the queue calls again where that may help, and the caller is told why where it cannot. */
async function notRemoved(
  services: Services,
  log: Log,
  mapping: Mapping,
  outcome: Exclude<AliasOutcome<never>, { readonly kind: 'done' }>,
): Promise<Unmapped> {
  const { domain } = mapping;
  const { reason } = outcome;
  const ended = aboutEvent(mapping, 'removing-domain', true);
  switch (outcome.kind) {
    case 'unanswered': {
      if (services.wordpress === undefined) {
        log.write(closteUnavailable(domain, reason, undefined), ended);
        const detail = `${reason}; nothing was queued, since WordPress could not be asked later: send it again in ${RETRY_AFTER} s`;
        const error = apiError('closte-unavailable', detail, { 'Retry-After': String(RETRY_AFTER) });
        return { kind: 'api-error', error };
      }
      const next = await inQueue(services, mapping);
      log.write(closteUnavailable(domain, reason, next), aboutEvent(mapping, 'removing-domain'));
      return { kind: 'queued', next };
    }
    case 'rejected':
      log.write(closteRejected(domain, reason), ended);
      return { kind: 'api-error', error: apiError('closte-rejected-domain', reason) };
    case 'refused':
      log.write(closteRefused(domain, reason, undefined), ended);
      return { kind: 'api-error', error: apiError('closte-refused', reason) };
  }
}

function inQueue({ queue }: Services, mapping: Mapping): Promise<Scheduled> {
  const { mappedAt } = mapping;
  return queue.add(firstVisit(mapping, 'removing-domain', mappedAt), firstVisitToClosteAt(mappedAt));
}

function refused(log: Log, mapping: Mapping, code: ApiErrorCode, reason: string): Unmapped {
  const error = apiError(code, `nothing was removed for ${mapping.domain}: ${reason}`);
  log.write(requestRejected(error), aboutEvent(mapping, 'removing-domain', true));
  return { kind: 'api-error', error };
}
