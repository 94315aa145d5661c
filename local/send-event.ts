import { randomUUID } from 'node:crypto';
import { signEvent } from '../shared/http/signature.ts';
import { functionUrl } from './command.ts';

/** An event as WordPress sends it. */
export interface OutgoingEvent {
  readonly action: 'map' | 'unmap';
  readonly domain: string;
  /** As it stands in the body: WordPress sends digits in a string at times. */
  readonly siteId: number | string;
  readonly networkDomain?: string | undefined;
  /** Seconds, as a number or in digits. */
  readonly interval?: number | string | undefined;
  /** The `webhook-id`; a new one if left out. */
  readonly id?: string | undefined;
}

/** What each function's events say that they are. */
const TYPES = { map: 'domain.mapped', unmap: 'domain.removed' } as const;

/** Signs an event and posts it to the function of its name under `url`. */
export async function sendEvent(url: string, secret: string, event: OutgoingEvent): Promise<Response> {
  const { action, domain, siteId, networkDomain, interval, id = `evt_${randomUUID()}` } = event;
  const type = TYPES[action];
  const body = JSON.stringify({ type, domain, site_id: siteId, network_domain: networkDomain, interval });
  return await fetch(functionUrl(url, action), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...signEvent(secret, id, new Date(), body) },
    body,
    redirect: 'manual',
  });
}
