import { isIPv6 } from 'node:net';
import { createSecureContext } from 'node:tls';
import { isPublicAddress } from '../domain/address.ts';
import type { DomainName } from '../domain/name.ts';
import { shakeHands } from './handshake.ts';
import { type AddressReport, problemOf } from './verdict.ts';

/** A look at the certificates that the addresses of a domain show. */
export interface CertificateLook {
  /** @param name goes out as server name: the domain, or for a wildcard a name under it */
  report(domain: DomainName, name: string, addresses: readonly string[]): Promise<readonly AddressReport[]>;
}

export interface CertificateLookOptions {
  readonly port: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For one handshake, in milliseconds. */
  readonly timeout: number;
  readonly now: () => Date;
}

/** With the look at DNS before it, it fits into the 15 seconds that somebody waits for a status page. */
export const TLS_TIMEOUT = 8_000;

const MOST_ADDRESSES = 4;

/**
 * Connects to the addresses that it is given, never to a name: the name could lead elsewhere by then. An address that
 * is not on the public internet is not connected to.
 */
export function createCertificateLook(options: CertificateLookOptions): CertificateLook {
  const { port, allowPrivateAddresses, timeout, now } = options;
  const trustedRoots = createSecureContext();
  return {
    report: (domain, name, addresses) =>
      Promise.all(
        ofBothKinds(addresses, MOST_ADDRESSES).map(async (address) => {
          const handshake =
            allowPrivateAddresses || isPublicAddress(address)
              ? await shakeHands(address, port, name, timeout, trustedRoots)
              : { kind: 'special-address' as const };
          return { address, handshake, problem: problemOf(handshake, domain, now()) };
        }),
      ),
  };
}

/** The first few addresses, IPv4 and IPv6 by turns, so that neither kind goes unseen. */
export function ofBothKinds(addresses: readonly string[], most: number): string[] {
  const ipv6 = addresses.filter((address) => isIPv6(address));
  const ipv4 = addresses.filter((address) => !isIPv6(address));
  const turns = Array.from({ length: Math.max(ipv4.length, ipv6.length) }, (_, turn) => [
    ipv4[turn],
    ipv6[turn],
  ]);
  return turns
    .flat()
    .filter((address) => address !== undefined)
    .slice(0, most);
}
