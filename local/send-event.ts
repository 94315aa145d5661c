import { randomUUID } from 'node:crypto';
import { signEvent } from '../shared/signature.ts';

/** An event as WordPress sends it. */
export interface OutgoingEvent {
  readonly action: 'map' | 'unmap';
  readonly domain: string;
  readonly siteId: number;
  readonly networkDomain?: string | undefined;
  /** Seconds. */
  readonly interval?: number | undefined;
  /** The `webhook-id`; a new one if left out. */
  readonly id?: string | undefined;
}

/** Signs an event and posts it to the function of its name under `url`. */
export async function sendEvent(url: string, secret: string, event: OutgoingEvent): Promise<Response> {
  const { action, domain, siteId, networkDomain, interval, id = `evt_${randomUUID()}` } = event;
  const body = JSON.stringify({ domain, site_id: siteId, network_domain: networkDomain, interval });
  return await fetch(`${url.replace(/\/+$/, '')}/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...signEvent(secret, id, new Date(), body) },
    body,
    redirect: 'manual',
  });
}
