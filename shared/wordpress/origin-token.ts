import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyOf } from '../http/webhook-secret.ts';

/**
 * A file that only the network's own WordPress has: whoever is shown its content, by whatever address and
 * under whatever name, has arrived at the network.
 */
export interface OriginToken {
  readonly path: string;
  readonly content: string;
}

const TOKEN = 'closte-domain-sync/arrival-token/v1';
const CONTENT = 'closte-domain-sync/arrival-content/v1';

/** In hexadecimal digits: 128 bits that nobody guesses. */
const TOKEN_LENGTH = 32;

/**
 * The file, as the plugin writes it under the document root. Its path is
 * `/.well-known/closte-domain-sync/` and the first 32 digits of HMAC-SHA256(key,
 * `closte-domain-sync/arrival-token/v1`, line feed, network's domain).
 * Its content is the same with `arrival-content`, whole. Both are hexadecimal.
 *
 * @param webhookSecret `whsec_` and the base64 of the key
 * @param networkDomain in lower case, as it is configured
 */
export function originToken(webhookSecret: string, networkDomain: string): OriginToken {
  const key = keyOf(webhookSecret);
  const digits = (purpose: string) =>
    createHmac('sha256', key).update(`${purpose}\n${networkDomain}`).digest('hex');
  return {
    path: `/.well-known/closte-domain-sync/${digits(TOKEN).slice(0, TOKEN_LENGTH)}`,
    content: digits(CONTENT),
  };
}

/** Whether a body is the content of the file, white space around it aside. Compared in constant time. */
export function showsOriginToken({ content }: OriginToken, body: string): boolean {
  const shown = Buffer.from(body.trim());
  const right = Buffer.from(content);
  return shown.length === right.length && timingSafeEqual(shown, right);
}
