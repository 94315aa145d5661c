import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** An IP address in its one normal form: dotted decimal, or RFC 5952. Undefined if the text is no address. */
export function normalAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  return ipaddr.IPv6.isValid(text) ? ipaddr.parse(text).toString() : undefined;
}

/**
 * Whether an address belongs to a host on the public internet: none of the special-purpose addresses of RFC 6890
 * (loopback, private, link-local, shared, documentation, translated and the like), and for IPv6 one of the global
 * unicast block. Anything else could lead to what stands beside the function, the metadata server first of all.
 */
export function isPublicAddress(text: string): boolean {
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(GLOBAL_UNICAST);
}

/**
 * Whether a connection may be made to an address that somebody's DNS gave. Any but a public one could lead to what
 * stands beside the function.
 */
export function mayConnectTo(address: string, allowPrivateAddresses: boolean): boolean {
  return allowPrivateAddresses || isPublicAddress(address);
}
