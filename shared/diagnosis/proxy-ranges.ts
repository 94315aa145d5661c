import ipaddr from 'ipaddr.js';

/** A service that stands between visitors and a site, and is known by its addresses. */
export interface KnownProxy {
  readonly proxy: string;
  /** How its customer takes one name out of it, as the end of a sentence that begins with "To do that,". */
  readonly switchOff: string;
  /** In CIDR notation. */
  readonly ranges: readonly string[];
}

const PROXIES: readonly KnownProxy[] = [
  {
    proxy: 'Cloudflare',
    switchOff: 'set the proxy status of its record to "DNS only" (the grey cloud)',
    // https://www.cloudflare.com/ips/, as of writing. They change every few years.
    ranges: [
      '173.245.48.0/20',
      '103.21.244.0/22',
      '103.22.200.0/22',
      '103.31.4.0/22',
      '141.101.64.0/18',
      '108.162.192.0/18',
      '190.93.240.0/20',
      '188.114.96.0/20',
      '197.234.240.0/22',
      '198.41.128.0/17',
      '162.158.0.0/15',
      '104.16.0.0/13',
      '104.24.0.0/14',
      '172.64.0.0/13',
      '131.0.72.0/22',
      '2400:cb00::/32',
      '2606:4700::/32',
      '2803:f800::/32',
      '2405:b500::/32',
      '2405:8100::/32',
      '2a06:98c0::/29',
      '2c0f:f248::/32',
    ],
  },
];

const BY_RANGE = PROXIES.flatMap((proxy) =>
  proxy.ranges.map((range) => ({ proxy, range: ipaddr.parseCIDR(range) })),
);

/** The known proxy that has the address, if one has. */
export function proxyAt(address: string): KnownProxy | undefined {
  const parsed = ipaddr.parse(address);
  return BY_RANGE.find(({ range }) => parsed.kind() === range[0].kind() && parsed.match(range))?.proxy;
}
