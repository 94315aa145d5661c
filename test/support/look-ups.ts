import { isIPv6 } from 'node:net';
import type { AddressAnswer, LookUp } from '../../shared/dns/look-up.ts';

/** The same answer to the questions after A and AAAA, each with its own kind of addresses. */
export function toBoth(answer: AddressAnswer): LookUp {
  if (answer.kind !== 'addresses') return { ipv4: answer, ipv6: answer };
  const { chain, addresses, ttl } = answer;
  const of = (kind: readonly string[]): AddressAnswer =>
    kind.length > 0 ? { kind: 'addresses', chain, addresses: kind, ttl } : { kind: 'no-records', chain, ttl };
  return {
    ipv4: of(addresses.filter((address) => !isIPv6(address))),
    ipv6: of(addresses.filter((address) => isIPv6(address))),
  };
}
