import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DomainName } from '../domain/name.ts';
import { keyOf } from '../http/webhook-secret.ts';

/** What opens the status of one domain, and no other, until it expires. */
export interface StatusLink {
  readonly domain: DomainName;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/** No link is good for longer, in seconds. */
export const LONGEST_LIFE = 30 * 24 * 60 * 60;

/** As the plugin makes them too. */
const PURPOSE = 'closte-domain-sync/status/v1';

/** @param life seconds from now */
export function makeLink(secret: string, domain: DomainName, now: Date, life: number): StatusLink {
  const expires = Math.floor(now.getTime() / 1000) + Math.min(life, LONGEST_LIFE);
  return { domain, expires, signature: signatureOf(secret, domain, expires).toString('base64url') };
}

/** The query of a link's URL. */
export function queryOf({ domain, expires, signature }: StatusLink): string {
  return new URLSearchParams({ domain, expires: String(expires), signature }).toString();
}

/**
 * Whether a link is good now. A signature that is not ours says nothing about its time, so `wrong` comes first.
 */
export function judgeLink(secret: string, link: StatusLink, now: Date): 'good' | 'expired' | 'wrong' {
  const given = Buffer.from(link.signature, 'base64url');
  const right = signatureOf(secret, link.domain, link.expires);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong';
  const left = link.expires - now.getTime() / 1000;
  if (left <= 0) return 'expired';
  return left > LONGEST_LIFE ? 'wrong' : 'good';
}

function signatureOf(secret: string, domain: DomainName, expires: number): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${PURPOSE}\n${domain}\n${expires}`).digest();
}
