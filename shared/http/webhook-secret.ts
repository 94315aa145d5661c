import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
const DERIVATION = 'closte-domain-sync/webhook/v1';

/**
 * The secret that signs events where none is set: derived from the key that WordPress on Closte has already, so that
 * neither side needs to be told. `whsec_` and the base64 of HMAC-SHA256(key, `closte-domain-sync/webhook/v1`).
 */
export function derivedSecret(apiKey: string): string {
  return PREFIX + createHmac('sha256', apiKey).update(DERIVATION).digest('base64');
}

/** The key that a secret of Standard Webhooks stands for. */
export function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}

/** Whether a text is a secret of Standard Webhooks: `whsec_` and base64 of at least one byte. */
export function isWebhookSecret(text: string): boolean {
  const encoded = text.slice(PREFIX.length);
  return (
    text.startsWith(PREFIX) && encoded !== '' && Buffer.from(encoded, 'base64').toString('base64') === encoded
  );
}
