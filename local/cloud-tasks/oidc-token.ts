/** On whose behalf and for whom a token is made: Cloud Tasks' OidcToken. */
export interface OidcIdentity {
  readonly serviceAccountEmail: string;
  readonly audience: string;
}

const LIFETIME_SECONDS = 3600;

/**
 * An identity token with the claims that Google's have, but unsigned (`alg` is `none`, RFC 7519 section 6): it shows
 * whom the queue would call as, and no verifier accepts it.
 *
 * @param now milliseconds since the epoch
 */
export function unsignedIdToken({ serviceAccountEmail, audience }: OidcIdentity, now: number): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    iss: 'https://accounts.google.com',
    aud: audience,
    sub: serviceAccountEmail,
    azp: serviceAccountEmail,
    email: serviceAccountEmail,
    email_verified: true,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
  };
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
