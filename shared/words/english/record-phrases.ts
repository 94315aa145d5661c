import { addressType, type DnsRecord, type RecordPlace } from '../../diagnosis/records-to-set.ts';
import { fewInWords, listInWords } from '../format.ts';

/** `shop.example.com (host name: shop)`: the name, and what has to be typed for it into the form of a DNS provider. */
export function placeInWords({ name, host }: RecordPlace): string {
  return `${name} (host name: ${host === '@' ? '@, or left empty' : host})`;
}

/**
 * The ways to make a domain lead to the network, as sentences.
 *
 * @param lead what to do with the records: `Set`, `Then set`
 */
export function waysInWords(ways: readonly (readonly DnsRecord[])[], lead: string): string {
  const [best = [], ...others] = ways;
  const alternatives = others.map((way) => ` If that is not possible, set ${wayInWords(way)} instead.`);
  const [first, ...more] = best;
  if (first === undefined) return '';
  const whole = `${aRecord(first)} for ${placeInWords(first)} to ${first.value}`;
  const items = [whole, ...more.map((record) => `${aRecord(record)} to ${record.value}`)];
  return `${lead} ${listInWords(items)}.${alternatives.join('')}`;
}

function wayInWords(way: readonly DnsRecord[]): string {
  return listInWords(way.map((record) => `${aRecord(record)} to ${record.value}`));
}

function aRecord({ type }: DnsRecord): string {
  return type === 'CNAME' ? 'a CNAME record' : `an ${type} record`;
}

/** `the A record 192.0.2.1 and the AAAA records 2001:db8::1 and 2001:db8::2`. */
export function addressRecordsInWords(addresses: readonly string[]): string {
  const byType = Map.groupBy(addresses, addressType);
  return listInWords(
    [...byType].map(
      ([type, values]) => `the ${type} record${values.length === 1 ? '' : 's'} ${fewInWords(values)}`,
    ),
  );
}
