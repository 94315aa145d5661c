import { createSecureContext } from 'node:tls';
import { atEachAddress } from '../domain/each-address.ts';
import type { DomainName } from '../domain/name.ts';
import { shakeHands } from './handshake.ts';
import { type AddressReport, certificateProblemOf } from './verdict.ts';

/** A check of the certificates that the addresses of a domain show. */
export interface CertificateCheck {
  /** @param name goes out as server name: the domain, or for a wildcard a name under it */
  report(domain: DomainName, name: string, addresses: readonly string[]): Promise<readonly AddressReport[]>;
}

export interface CertificateCheckOptions {
  readonly port: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For one handshake, in milliseconds. */
  readonly timeout: number;
  readonly now: () => Date;
}

/** With the check of the DNS before it, it fits into the 15 seconds that somebody waits for a status page. */
export const TLS_TIMEOUT = 8_000;

/**
 * The groups for the exchange of keys that OpenSSL 3.5 offers by itself, but X25519MLKEM768: a key of it takes a fifth of the
 * time of a handshake at both ends, and protects what is said from those who may have a quantum computer one day. Nothing
 * is said here. A server that has no other group is none that a browser of 2023 could reach.
 */
const GROUPS = 'X25519:prime256v1:X448:secp384r1:secp521r1:ffdhe2048:ffdhe3072';

/**
 * Connects to the addresses that it is given, never to a name: the name could lead elsewhere by then. An address that
 * is not on the public internet is not connected to.
 */
export function createCertificateCheck(options: CertificateCheckOptions): CertificateCheck {
  const { port, allowPrivateAddresses, timeout, now } = options;
  const trustedRoots = createSecureContext({ ecdhCurve: GROUPS });
  return {
    async report(domain, name, addresses) {
      const seen = await atEachAddress(addresses, allowPrivateAddresses, (address) =>
        shakeHands(address, port, name, timeout, trustedRoots),
      );
      return seen.map(({ address, seen: handshake }) => ({
        address,
        handshake,
        problem: certificateProblemOf(handshake, domain, now()),
      }));
    },
  };
}
