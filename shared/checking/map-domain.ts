import { type Addition, addAlias } from '../closte/add-alias.ts';
import type { Added, AliasOutcome } from '../closte/outcome-for-mapping.ts';
import type { DomainName } from '../domain/name.ts';
import { type ApiError, apiError } from '../http/api-error.ts';
import {
  closteHeldElsewhere,
  closteRefused,
  closteRejected,
  closteUnavailable,
} from '../logging/closte-entries.ts';
import type { Log, Subject } from '../logging/log.ts';
import { domainMapped, domainQueued } from '../logging/mapping-entries.ts';
import type { Mapping, Scheduled, VisitedStage } from '../mapping/mapping.ts';
import { firstVisitToClosteAt } from '../mapping/retry-schedule.ts';
import { firstVisit } from '../mapping/state-machine.ts';
import type { Services } from '../setup/services.ts';

/** An event of WordPress: a domain was mapped to a site, or is not any more. */
export interface WebhookEvent {
  /** The `webhook-id`. The same event sent twice is one mapping. */
  readonly id: string;
  readonly domain: DomainName;
  readonly siteId: number;
  readonly networkDomain: DomainName | undefined;
  /** Seconds. */
  readonly interval: number;
}

export type Mapped = { readonly kind: 'mapped'; readonly closte: Added; readonly next: Scheduled } | NotDone;

type NotDone =
  | { readonly kind: 'queued'; readonly next: Scheduled }
  | { readonly kind: 'api-error'; readonly error: ApiError };

/**
 * Maps a domain: Closte adds the alias while the caller waits, and the first check goes into the queue. If Closte
 * does not answer, or many events come, the call goes into the queue itself.
 *
 * An import of 10,000 domains would take hours if each event waited for Closte; from the queue it takes Closte's own
 * time. What Closte has against a domain is then reported to WordPress; where nobody can report, nor ask whether the
 * domain is still wanted, the caller waits all the same.
 *
 * @throws QueueUnavailable if nothing could be put into the queue: the caller has to try again
 */
export async function mapDomain(services: Services, log: Log, event: WebhookEvent): Promise<Mapped> {
  const { queue, wordpress, mapEvents } = services;
  queue.warmUp();
  return await mapEvents.answer((isOneOfMany) =>
    isOneOfMany && wordpress !== undefined ? mapLater(services, log, event) : mapNow(services, log, event),
  );
}

/** The queue calls Closte, as soon as it has its turn. */
async function mapLater({ queue, now }: Services, log: Log, event: WebhookEvent): Promise<Mapped> {
  const mappedAt = now();
  const mapping = { ...event, aliased: true, mappedAt };
  const next = await queue.add(firstVisit(mapping, 'adding-domain', mappedAt), mappedAt);
  log.write(domainQueued(event.domain, next), aboutEvent(mapping, next.stage));
  return { kind: 'queued', next };
}

async function mapNow(services: Services, log: Log, event: WebhookEvent): Promise<Mapped> {
  const outcome = await addAlias(services, event);
  const mappedAt = services.now();
  if (outcome.kind !== 'done') {
    return notDone(services, log, { ...event, aliased: true, mappedAt }, outcome);
  }
  const mapping = { ...event, aliased: outcome.closte !== 'not-needed', mappedAt };
  const next = await services.queue
    .add(firstVisit(mapping, 'checking-dns', mappedAt), mappedAt)
    .catch((error: unknown) => {
      // The event comes again, and then the alias is there, if not in Closte's list at once.
      services.closteList.noteUnanswered(event.domain);
      throw error;
    });
  log.write(domainMapped(event.domain, outcome.closte, next), aboutEvent(mapping, next.stage));
  return { kind: 'mapped', closte: outcome.closte, next };
}

/** Closte did not do it: the queue calls again where that may help, and the caller is told why where it cannot. */
async function notDone(
  services: Services,
  log: Log,
  mapping: Mapping,
  outcome: Exclude<Addition | AliasOutcome<never>, { readonly kind: 'done' }>,
): Promise<NotDone> {
  const { domain, mappedAt } = mapping;
  const { reason } = outcome;
  const stage = 'adding-domain';
  switch (outcome.kind) {
    case 'unanswered': {
      const next = await services.queue.add(
        firstVisit(mapping, stage, mappedAt),
        firstVisitToClosteAt(mappedAt),
      );
      log.write(closteUnavailable(domain, reason, next), aboutEvent(mapping, stage));
      return { kind: 'queued', next };
    }
    case 'rejected':
      log.write(closteRejected(domain, reason), aboutEvent(mapping, stage, true));
      return { kind: 'api-error', error: apiError('closte-rejected-domain', reason) };
    case 'refused':
      log.write(closteRefused(domain, reason, undefined), aboutEvent(mapping, stage, true));
      return { kind: 'api-error', error: apiError('closte-refused', reason) };
    case 'held-elsewhere':
      log.write(closteHeldElsewhere(domain, reason), aboutEvent(mapping, stage, true));
      return { kind: 'api-error', error: apiError('held-elsewhere', reason) };
  }
}

/** What an entry about the very event is about. */
export function aboutEvent(mapping: Subject['mapping'], stage: VisitedStage, last = false): Subject {
  return { mapping, stage, visit: undefined, position: { first: true, last } };
}
