import { aboutEvent, type WebhookEvent } from '../shared/checking/map-domain.ts';
import { unmapDomain } from '../shared/checking/unmap-domain.ts';
import { readUnmapEvent } from '../shared/checking/webhook-event.ts';
import { type Declaration, signed } from '../shared/setup/http-function.ts';

/** `POST unmap`: WordPress has taken a domain from a site. */
export const unmap: Declaration<WebhookEvent> = {
  enter: signed(readUnmapEvent),
  // A copy of the network signs as it does. Where neither is set, nothing tells the two apart.
  faults: ({ networkDomains, wordpressUrl }) =>
    networkDomains.length === 0 && wordpressUrl === undefined
      ? [
          'neither NETWORK_DOMAIN nor WORDPRESS_URL is set, so that a copy of the network could remove aliases',
        ]
      : [],
  about: (event) => aboutEvent(event, 'removing-domain'),
  async act({ services, log }, event) {
    const unmapped = await unmapDomain(services, log, event);
    if (unmapped.kind === 'api-error') return unmapped;
    const { id: mapping_id, domain, siteId: site_id } = event;
    const about = { mapping_id, domain, site_id };
    return unmapped.kind === 'unmapped'
      ? { kind: 'json', status: 200, body: { ...about, closte: unmapped.closte } }
      : { kind: 'json', status: 202, body: { ...about, closte: unmapped.kind, next: unmapped.next } };
  },
};
