import { randomUUID } from 'node:crypto';
import { signEvent } from '../../../shared/http/signature.ts';
import { SECRET } from './rig.ts';
import type { WordPress } from './wordpress.ts';

/** Asks one of the plugin's routes as the functions do. */
export async function askRoute(wordpress: WordPress, route: string, body: object) {
  const text = JSON.stringify(body);
  const headers = signEvent(SECRET, randomUUID(), new Date(), text);
  const reply = await wordpress.ask(`/wp-json/closte-domain-sync/v1/${route}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: text,
  });
  return { status: reply.status, ...JSON.parse(reply.text) };
}
