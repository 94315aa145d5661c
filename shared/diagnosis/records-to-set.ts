import { isIPv6 } from 'node:net';
import type { Target } from '../dns/verdict.ts';
import { type DomainName, isApex, registeredName } from '../domain/name.ts';
import { isWithin } from '../domain/name-tree.ts';
import type { NeighbourType } from './evidence.ts';

/** A record as it is set in the form of a DNS provider. */
export interface DnsRecord {
  /** The whole name, a wildcard with its `*.`. */
  readonly name: string;
  /** As most DNS providers want it typed: the name without its zone, `@` for the zone itself. */
  readonly host: string;
  readonly type: 'A' | 'AAAA' | 'CNAME';
  readonly value: string;
}

/** The name at which a record stands, and what has to be typed for it into the form of a DNS provider. */
export type RecordPlace = Pick<DnsRecord, 'name' | 'host'>;

/**
 * The ways to make a domain lead to the network, the best first. The records of one way belong together. A CNAME
 * follows the network when its addresses change, but cannot stand where a zone begins (RFC 1034, 3.6.2).
 *
 * @param zoneApex the name at which the domain's zone begins, if it is known
 * @param neighbours what else stands at the domain's name: beside it there can be no CNAME
 */
export function recordsToSet(
  domain: DomainName,
  zoneApex: string | undefined,
  { networkDomain, addresses }: Target,
  neighbours: readonly NeighbourType[] = [],
): readonly (readonly DnsRecord[])[] {
  const place = { name: domain, host: hostName(domain, zoneApex) };
  // The network's own domain cannot be an alias of itself.
  const mayAlias = !isZoneApex(domain, zoneApex) && networkDomain !== domain && neighbours.length === 0;
  return [
    networkDomain !== undefined && mayAlias
      ? [{ ...place, type: 'CNAME' as const, value: networkDomain }]
      : [],
    addresses.map((value) => ({ ...place, type: addressType(value), value })),
  ].filter((way) => way.length > 0);
}

/** Whether the domain is where its zone begins; where that is not known, whether it is the name that was registered. */
export function isZoneApex(domain: DomainName, zoneApex: string | undefined): boolean {
  return zoneApex === undefined ? isApex(domain) : zoneApex === domain;
}

/**
 * A name as most DNS providers want it typed: without its zone, `@` for the zone itself. Where the zone is not known,
 * it is taken to be the name that was registered.
 */
export function hostName(name: string, zoneApex: string | undefined): string {
  const zone = zoneApex ?? registeredName(name);
  if (name === zone) return '@';
  return isWithin(name, zone) ? name.slice(0, -zone.length - 1) : name;
}

export function addressType(address: string): 'A' | 'AAAA' {
  return isIPv6(address) ? 'AAAA' : 'A';
}
