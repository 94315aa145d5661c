import type { DnsAnswer } from '../../local/internet/dns-server.ts';
import { ancestors, answerFromZone, type Zone, type ZoneEntry } from '../../local/internet/zone.ts';

/** Names in lower case, without a trailing dot; `*.example.test` is a wildcard. */
export type ZoneTable = Readonly<Record<string, ZoneEntry>>;

/** What a server answers that has this table. */
export const answerFromTable = (table: ZoneTable): DnsAnswer => answerFromZone(zoneFromTable(table));

/**
 * A zone with these names. It knows about every name that ends in the same two labels as one of them: with
 * `shop.example.test` in the table, `gone.example.test` does not exist, and nothing is known of `example.org`.
 */
function zoneFromTable(table: ZoneTable): Zone {
  const entries = new Map(Object.entries(table));
  // RFC 4592, section 2.2.2: a name also exists, without records, if another exists below it.
  const nonTerminals = new Set(Object.keys(table).flatMap(ancestors));
  const apexes = new Set(Object.keys(table).map(apexOf));
  return {
    entry: (name) => entries.get(name) ?? (nonTerminals.has(name) ? {} : undefined),
    isAuthoritativeFor: (name) => apexes.has(apexOf(name)),
  };
}

const apexOf = (name: string): string => name.split('.').slice(-2).join('.');
