import { derivedSecret, isWebhookSecret } from '../shared/http/webhook-secret.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { LOCAL_API_KEY } from './defaults.ts';

/** What requests are signed with, and where that comes from, in words. */
interface SigningSecret {
  readonly secret: string;
  readonly origin: string;
}

/**
 * The secret of the functions under an address: that of the local stack is known, that of any other has to be given
 * by the environment.
 *
 * @param url undefined for the local stack
 * @throws Error if it is not given, or is none
 */
export function secretFor(url: string | undefined): SigningSecret {
  const { WEBHOOK_SECRET, CLOSTE_CLIENT_API_KEY } = processEnvironment();
  if (url !== undefined && WEBHOOK_SECRET !== undefined) {
    if (!isWebhookSecret(WEBHOOK_SECRET)) throw new Error('WEBHOOK_SECRET is not whsec_ followed by base64.');
    return { secret: WEBHOOK_SECRET, origin: "the environment's WEBHOOK_SECRET" };
  }
  if (url !== undefined && CLOSTE_CLIENT_API_KEY !== undefined) {
    return {
      secret: derivedSecret(CLOSTE_CLIENT_API_KEY),
      origin: "the environment's CLOSTE_CLIENT_API_KEY",
    };
  }
  if (url === undefined || isLocal(url)) {
    return { secret: derivedSecret(LOCAL_API_KEY), origin: "the key of npm start's own stack" };
  }
  throw new Error('Set WEBHOOK_SECRET or CLOSTE_CLIENT_API_KEY: the request has to be signed.');
}

function isLocal(url: string): boolean {
  return URL.parse(url)?.hostname === '127.0.0.1';
}
