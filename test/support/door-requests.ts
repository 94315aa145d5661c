/** What WordPress sends of a domain. */
export const EVENT = { domain: 'shop.example.com', site_id: 2, network_domain: 'network.example' };

/** Which type of event each function takes. */
export const EVENT_TYPES = { map: 'domain.mapped', unmap: 'domain.removed' } as const;

/** When the clock of a door begins, and when Closte is called again after the first failure. */
export const NOW = '2026-01-05T09:00:00.000Z';
export const IN_TEN_SECONDS = '2026-01-05T09:00:10.000Z';

/** What the queue delivers for it, but for the stage. */
export const VISIT = {
  ...EVENT,
  mapping_id: 'msg_visited',
  interval: 300,
  aliased: true,
  visit: 1,
  mapped_at: NOW,
  stage_started_at: NOW,
};

export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
/** How a request is sent that belongs to the trace. */
export const IN_TRACE = { headers: { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` } };
