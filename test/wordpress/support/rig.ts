import { randomUUID } from 'node:crypto';
import { signEvent } from '../../../shared/http/signature.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { type Options, startWordPress, type WordPress } from './wordpress.ts';

export const API_KEY = 'a key of the tests 0123456789';
export const SECRET = derivedSecret(API_KEY);

export const ROUTES = '/wp-json/closte-domain-sync/v1';

/** Asks a route of the plugin as the functions do. */
export async function postSigned(
  { wordpress }: Rig,
  route: string,
  body: object,
  { secret = SECRET, path = `${ROUTES}/${route}` } = {},
) {
  const text = JSON.stringify(body);
  const signed = signEvent(secret, randomUUID(), new Date(), text);
  const headers = { 'Content-Type': 'application/json', ...signed };
  const reply = await wordpress.ask(path, { method: 'POST', headers, body: text });
  return { status: reply.status, ...JSON.parse(reply.text) };
}

/** A network and, in the place of the functions, a recorder. */
export interface Rig {
  readonly wordpress: WordPress;
  readonly functions: Recorder;
  /** What is wanted of each domain, as `example.com: mapped 2`. */
  wishes(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startRig({ constants = {}, ...options }: Options = {}): Promise<Rig> {
  const functions = await startRecorder(SECRET);
  const wordpress = await startWordPress({
    ...options,
    constants: { CLOSTE_SYNC_URL: functions.url, CLOSTE_CLIENT_API_KEY: API_KEY, ...constants },
  });
  return {
    wordpress,
    functions,
    wishes: async () =>
      (await wordpress.rows()).map(({ domain, wanted, site_id }) => `${domain}: ${wanted} ${site_id}`),
    async stop() {
      await functions.goDown();
      await wordpress.stop();
    },
  };
}
