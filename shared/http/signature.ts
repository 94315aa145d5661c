import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** The three headers of a signed event (Standard Webhooks). */
interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** @param body the bytes as they are sent */
export function signEvent(secret: string, id: string, time: Date, body: string): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, time, body),
  };
}

type Verified = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string };

/** Checks the signature of an event, and that its time is no more than 5 minutes off. */
export function verifyEvent(secret: string, headers: IncomingHttpHeaders, body: Buffer): Verified {
  const values = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => [name, headers[name]] as const,
  );
  const missing = values.filter(([, value]) => value === undefined || value === '').map(([name]) => name);
  if (missing.length > 0) return { ok: false, reason: `missing headers: ${missing.join(', ')}` };
  try {
    new Webhook(secret).verify(body, Object.fromEntries(values) as Record<string, string>, {
      jsonParse: false,
    });
    return { ok: true, id: String(headers['webhook-id']) };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { ok: false, reason: reasonOf(error) };
    throw error;
  }
}

/** The library's message, in the words of the rest and with what to do. */
function reasonOf({ message }: WebhookVerificationError): string {
  if (message.includes('too old') || message.includes('too new')) {
    return 'the time of the signature is more than 5 minutes off; compare the clocks, and sign each attempt anew';
  }
  if (message.includes('No matching signature')) {
    return 'the signature does not match the body; compare the secrets of both sides';
  }
  return 'the headers of the signature cannot be read';
}
