import type { CaaData } from 'dns-packet';
import type { DnsAnswer, DnsRecord, SoaRecord } from './dns-server.ts';

/** The records of one name. A name with a CNAME has nothing else (RFC 1034, section 3.6.2). */
export type ZoneEntry = { readonly cname: string } | Records;

interface Records {
  readonly a?: readonly string[];
  readonly aaaa?: readonly string[];
  readonly ns?: readonly string[];
  readonly caa?: readonly CaaData[];
}

/** Where the records are found. */
export interface Zone {
  /** The entry of exactly this name; undefined if the name does not exist. */
  entry(name: string): ZoneEntry | undefined;
  /** Whether it is this zone that knows whether a name exists. */
  isAuthoritativeFor(name: string): boolean;
  /** What vouches for it that something is not there. */
  soaFor?(name: string): SoaRecord | undefined;
}

/**
 * What a server answers that has this zone: it follows CNAMEs as a recursive resolver does.
 *
 * | the chain ends at | the answer |
 * | --- | --- |
 * | a name with records of the type | the chain and the records |
 * | a name without records of the type | the chain, NOERROR |
 * | a name that does not exist | the chain, NXDOMAIN |
 * | a name of which the zone knows nothing | the chain, NOERROR, as from a server that does not recurse |
 * | itself | SERVFAIL |
 *
 * A question about a name of which the zone knows nothing is NXDOMAIN.
 */
export function answerFromZone(zone: Zone): DnsAnswer {
  return ({ name, type }) => {
    const chain: DnsRecord[] = [];
    const seen = new Set<string>();
    for (let owner = name; ; ) {
      if (seen.has(owner)) return { kind: 'server-failure' };
      seen.add(owner);
      if (chain.length > 0 && !zone.isAuthoritativeFor(owner)) return { kind: 'records', records: chain };
      const soa = zone.soaFor?.(owner);
      const entry = findEntry(zone, owner);
      if (entry === undefined) return { kind: 'name-error', chain, ...(soa && { soa }) };
      if (!('cname' in entry)) {
        const found = type === 'SOA' && soa?.name === owner ? [soa] : recordsOf(owner, type, entry);
        return { kind: 'records', records: [...chain, ...found], ...(found.length === 0 && soa && { soa }) };
      }
      chain.push({ name: owner, type: 'CNAME', data: entry.cname });
      if (type === 'CNAME') return { kind: 'records', records: chain };
      owner = entry.cname.toLowerCase();
    }
  };
}

/** The entry of a name, or else that of the wildcard directly under its closest ancestor that exists (RFC 4592, section 3.3.1). */
function findEntry(zone: Zone, name: string): ZoneEntry | undefined {
  const own = zone.entry(name);
  if (own !== undefined) return own;
  for (const ancestor of ancestors(name)) {
    const wildcard = zone.entry(`*.${ancestor}`);
    if (wildcard !== undefined) return wildcard;
    if (zone.entry(ancestor) !== undefined) return undefined;
  }
  return undefined;
}

function recordsOf(name: string, type: string, { a, aaaa, ns, caa }: Records): readonly DnsRecord[] {
  switch (type) {
    case 'A':
      return (a ?? []).map((data) => ({ name, type, data }));
    case 'AAAA':
      return (aaaa ?? []).map((data) => ({ name, type, data }));
    case 'NS':
      return (ns ?? []).map((data) => ({ name, type, data }));
    case 'CAA':
      return (caa ?? []).map((data) => ({ name, type, data }));
    default:
      return [];
  }
}

/** Nearest first: of `a.b.test`, `b.test` and `test`. */
export function ancestors(name: string): string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}
