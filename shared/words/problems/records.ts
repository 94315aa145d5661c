import { addressType, type DnsRecord, type RecordPlace } from '../../diagnosis/records-to-set.ts';
import type { MessageKey } from '../catalog.ts';
import { type Phrase, phrase, typed, type Words } from '../words.ts';

/** `shop.example.com (host name: shop)`: the name, and what has to be typed for it into the form of a DNS provider. */
export function placeInWords({ name, host }: RecordPlace, { say }: Words): Phrase {
  return phrase(host === '@' ? say('place.apex', { name }) : say('place', { name, host: typed(host) }));
}

/**
 * The ways to make a domain lead to the network, as sentences.
 *
 * @param lead the sentence about the records of the best way
 */
export function waysInWords(
  [best = [], ...others]: readonly (readonly DnsRecord[])[],
  lead: MessageKey & `ways.${string}`,
  words: Words,
): string {
  const { say, text, list } = words;
  const [first, ...more] = best;
  if (first === undefined) return '';
  const place = placeInWords(first, words);
  const whole = say('record.first', { type: first.type, place, value: typed(first.value) });
  const records = list([phrase(whole), ...more.map((record) => withoutPlace(record, words))]);
  const alternatives = others.map((way) =>
    say('ways.instead', { records: list(way.map((record) => withoutPlace(record, words))) }),
  );
  return text(say(lead, { records }), ...alternatives);
}

function withoutPlace({ type, value }: DnsRecord, { say }: Words): Phrase {
  return phrase(say('record.more', { type, value: typed(value) }));
}

/** `the A record 192.0.2.1 and the AAAA records 2001:db8::1 and 2001:db8::2`. */
export function addressRecordsInWords(addresses: readonly string[], { say, list, few }: Words): Phrase {
  const byType = Map.groupBy(addresses, addressType);
  return list(
    [...byType].map(([type, values]) =>
      phrase(say('records.of-type', { type, count: values.length, addresses: few(values) })),
    ),
  );
}
