import { aboutEvent, mapDomain, type WebhookEvent } from '../shared/checking/map-domain.ts';
import { readMapEvent } from '../shared/checking/webhook-event.ts';
import { type Declaration, signed } from '../shared/setup/http-function.ts';

/** `POST map`: WordPress has mapped a domain to a site. */
export const map: Declaration<WebhookEvent> = {
  enter: signed(readMapEvent),
  about: (event) => aboutEvent(event, 'adding-domain'),
  async act({ services, log }, event) {
    const mapped = await mapDomain(services, log, event);
    if (mapped.kind === 'api-error') return mapped;
    const closte = mapped.kind === 'mapped' ? mapped.closte : mapped.kind;
    const { id: mapping_id, domain, siteId: site_id } = event;
    return { kind: 'json', status: 202, body: { mapping_id, domain, site_id, closte, next: mapped.next } };
  },
};
