import { BlockList, isIP } from 'node:net';

/**
 * The addresses that filtering resolvers give in place of the true ones: those of Cisco Umbrella and OpenDNS, of IPv4
 * and as they stand in AAAA records (https://docs.umbrella.com/deployment-umbrella/docs/block-page-ip-addresses).
 */
const BLOCK_PAGES = new BlockList();
// It finds an IPv4 address also where it stands in one of IPv6.
BLOCK_PAGES.addSubnet('146.112.61.104', 29);

export function isBlockPage(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && BLOCK_PAGES.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

const UNSPECIFIED: readonly string[] = ['0.0.0.0', '::'];

/**
 * Whether addresses lead nowhere, as other filters have it (AdGuard, Control D, Cloudflare for Families). An owner may
 * have set such a one himself: by itself it shows nothing.
 */
export function leadNowhere(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every((address) => UNSPECIFIED.includes(address));
}
