import ipaddr from 'ipaddr.js';

/**
 * The addresses that filtering resolvers give in place of the true ones: those of Cisco Umbrella and OpenDNS, of IPv4
 * and as they stand in AAAA records (https://docs.umbrella.com/deployment-umbrella/docs/block-page-ip-addresses).
 */
const BLOCK_PAGES = ['146.112.61.104/29', '::ffff:146.112.61.104/125'].map((range) =>
  ipaddr.parseCIDR(range),
);

export function isBlockPage(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return BLOCK_PAGES.some(
    ([range, bits]) => range.kind() === parsed.kind() && parsed.match([range, bits] as never),
  );
}

const UNSPECIFIED: readonly string[] = ['0.0.0.0', '::'];

/**
 * Whether addresses lead nowhere, as other filters have it (AdGuard, Control D, Cloudflare for Families). An owner may
 * have set such a one himself: by itself it shows nothing.
 */
export function leadNowhere(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every((address) => UNSPECIFIED.includes(address));
}
