import ipaddr from 'ipaddr.js';

/** The services that stand between visitors and a site, and are known by their addresses, in CIDR notation. */
const RANGES = {
  // https://www.cloudflare.com/ips/, as of writing. They change every few years.
  Cloudflare: [
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
} as const;

/** A known proxy, as it calls itself. */
export type ProxyName = keyof typeof RANGES;

interface Known {
  readonly proxy: ProxyName;
  readonly range: ReturnType<typeof ipaddr.parseCIDR>;
}

/** Read when the first address is compared: most instances compare none. */
let known: readonly Known[] | undefined;

function knownRanges(): readonly Known[] {
  known ??= (Object.keys(RANGES) as ProxyName[]).flatMap((proxy) =>
    RANGES[proxy].map((range) => ({ proxy, range: ipaddr.parseCIDR(range) })),
  );
  return known;
}

/** The known proxy that has the address, if one has. */
export function proxyAt(address: string): ProxyName | undefined {
  const parsed = ipaddr.parse(address);
  return knownRanges().find(({ range }) => parsed.kind() === range[0].kind() && parsed.match(range))?.proxy;
}
