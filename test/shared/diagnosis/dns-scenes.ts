import type { DeadEnd, DnsEvidence, ZoneEvidence, ZoneServer } from '../../../shared/diagnosis/evidence.ts';
import type { LookUp } from '../../../shared/dns/look-up.ts';
import type { QueryFailure } from '../../../shared/dns/question.ts';
import { dnsReport, type Target } from '../../../shared/dns/verdict.ts';
import { toBoth } from '../../support/look-ups.ts';
import { domain } from '../../support/net-domain.ts';

// What may be seen of the DNS of shop.example.com, which has to lead to network.example. Addresses that stand for
// those of the public internet have to be such: the documentation's own are reserved.

export const IPV4 = '93.184.216.34';
export const IPV6 = '2a00:1450:4001::7';
export const OLD = '198.51.99.10';
export const OLD_IPV6 = '2a00:1450:4001::66';
export const CLOUDFLARE = '104.16.1.2';
export const CLOUDFLARE_IPV6 = '2606:4700::6810:102';

export const TARGET: Target = { networkDomain: 'network.example', addresses: [IPV4, IPV6] };

export const found = (...addresses: string[]): LookUp => alias([], ...addresses);
export const alias = (chain: string[], ...addresses: string[]): LookUp =>
  toBoth({ kind: 'addresses', chain, addresses, ttl: 300 });
export const missing = (ttl?: number): LookUp => toBoth({ kind: 'no-such-name', chain: [], ttl });
export const deadEnd = (...chain: string[]): LookUp => toBoth({ kind: 'no-such-name', chain, ttl: 300 });
/** As a zone's own server tells an alias that leaves the zone. */
export const leaving = (...chain: string[]): LookUp => toBoth({ kind: 'no-records', chain, ttl: undefined });
export const loop: LookUp = toBoth({ kind: 'cname-loop', chain: ['a.example.com', 'b.example.com'] });
export const failed = (failure: QueryFailure, ...chain: string[]): LookUp =>
  toBoth({ kind: 'failed', chain, failure });
/** One answer to the question after A, another to that after AAAA. */
export const split = ({ ipv4 }: LookUp, { ipv6 }: LookUp): LookUp => ({ ipv4, ipv6 });

export const RIGHT = alias(['network.example'], IPV4, IPV6);

const RESOLVERS = ['1.1.1.1', '8.8.8.8', '9.9.9.9'];
const SERVERS = [
  ['ns1.provider.example', '198.51.99.53'],
  ['ns2.provider.example', '198.51.99.54'],
] as const;

/** The zone example.com, whose servers answer so; one answer is that of both. */
export function zoneSaying(first: LookUp, second = first): ZoneEvidence {
  const servers = [first, second].map((lookUp, index): ZoneServer => {
    const [name = '', address = ''] = SERVERS[index] ?? [];
    return { name, address, lookUp };
  });
  return { kind: 'found', apex: 'example.com', servers };
}

/** The same with a second server of IPv6; the first is right. */
function withServerOfIpv6(lookUp: LookUp): ZoneEvidence {
  const first = { name: 'ns1.provider.example', address: '198.51.99.53', lookUp: leaving('network.example') };
  const second = { name: 'ns2.provider.example', address: '2a00:1450:4001::53', lookUp };
  return { kind: 'found', apex: 'example.com', servers: [first, second] };
}

const UNKNOWN_ZONE: ZoneEvidence = {
  kind: 'unknown',
  reason: { kind: 'no-resolver-tells', name: 'example.com', failure: 'timeout' },
};

interface Seen
  extends Partial<Pick<DnsEvidence, 'zone' | 'dnssec' | 'wildcard' | 'neighbours' | 'originResults'>> {
  readonly name?: string;
  readonly target?: Target;
}

/** What three resolvers say; one answer is that of all. Of the zone nothing is known unless it is given. */
export function dnsEvidence(answers: readonly LookUp[], seen: Seen = {}): DnsEvidence {
  const { name = 'shop.example.com', target = TARGET, ...others } = seen;
  const [first = missing()] = answers;
  const lookUps = RESOLVERS.map((resolver, index) => ({ resolver, lookUp: answers[index] ?? first }));
  return {
    domain: domain(name),
    report: dnsReport(name.replace('*', 'k3j9'), target, lookUps),
    zone: UNKNOWN_ZONE,
    dnssec: { kind: 'not-asked' },
    wildcard: undefined,
    neighbours: [],
    originResults: [],
    ...others,
  };
}

export const arrived = (address: string) =>
  ({ address, result: { kind: 'arrived', over: 'https' } }) as const;
/** Over HTTP; what HTTPS came to stands behind it. */
export const arrivedByHalf = (address: string, ...ends: readonly DeadEnd[]) =>
  ({ address, result: { kind: 'arrived', over: 'http', ends } }) as const;
export const elsewhere = (address: string) =>
  ({
    address,
    result: {
      kind: 'somewhere-else',
      ends: [{ kind: 'answered', over: 'https', status: 526, location: undefined }],
    },
  }) as const;
export const unreachable = (address: string) =>
  ({ address, result: { kind: 'unreachable', ends: [{ kind: 'timeout', over: 'https' }] } }) as const;
export const noRoute = (address: string) => ({ address, result: { kind: 'no-route' } }) as const;

/** What is seen, and what is to be said of it: the codes in their order, each with its severity. */
export type Scene<Evidence> = readonly [what: string, evidence: Evidence, problems: readonly string[]];

/** DNSSEC that fails at so many resolvers. */
const unsigned = (count: number) => ({ kind: 'failing', at: RESOLVERS.slice(-count), ds: [] }) as const;

const apex = { name: 'example.com' };
const zoned = (lookUp: LookUp) => ({ zone: zoneSaying(lookUp) });

export const DNS_SCENES: readonly Scene<DnsEvidence>[] = [
  ['a CNAME to the network', dnsEvidence([RIGHT]), []],
  ['the same, at the zone too', dnsEvidence([RIGHT], zoned(leaving('network.example'))), []],
  ["the network's addresses", dnsEvidence([found(IPV4, IPV6)], zoned(found(IPV4, IPV6))), []],
  ["the network's addresses at an apex", dnsEvidence([found(IPV4)], { ...apex, ...zoned(found(IPV4)) }), []],
  [
    'an alias with the address of the network, of which the zone knows the beginning only',
    dnsEvidence([alias(['lb.example.net'], IPV4)], zoned(leaving('lb.example.net'))),
    [],
  ],
  ['right, and one resolver that does not answer', dnsEvidence([RIGHT, RIGHT, failed('timeout')]), []],

  ['no such name', dnsEvidence([missing(60)], zoned(missing(60))), ['no-records: fatal']],
  ['no such name, the zone unknown', dnsEvidence([missing(60)]), ['no-records: fatal']],
  [
    'no records any more, which the resolvers do not know yet',
    dnsEvidence([RIGHT], zoned(missing())),
    ['no-records: warning'],
  ],
  [
    'a domain that nobody has',
    dnsEvidence([missing(60)], { zone: { kind: 'unregistered', registrable: 'example.com' } }),
    ['domain-not-registered: fatal'],
  ],
  [
    'a domain that nobody has any more, which the resolvers do not know yet',
    dnsEvidence([RIGHT], { zone: { kind: 'unregistered', registrable: 'example.com' } }),
    ['domain-not-registered: warning'],
  ],
  ['another address', dnsEvidence([found(OLD)], zoned(found(OLD))), ['wrong-address: fatal']],
  ['another address, the zone unknown', dnsEvidence([found(OLD)]), ['wrong-address: fatal']],
  [
    'an address that most resolvers have, and none that the third has',
    dnsEvidence([found(OLD), found(OLD), missing()]),
    ['wrong-address: fatal'],
  ],
  [
    'an old address at the resolvers, another wrong one at the zone',
    dnsEvidence([found(OLD)], zoned(missing())),
    ['no-records: fatal'],
  ],
  ['a stray AAAA record', dnsEvidence([found(IPV4, OLD_IPV6)]), ['stray-ipv6: fatal']],
  [
    'a stray AAAA record beside the right one',
    dnsEvidence([found(IPV4, IPV6, OLD_IPV6)], zoned(found(IPV4, IPV6, OLD_IPV6))),
    ['stray-ipv6: fatal'],
  ],
  [
    'a stray AAAA record to which there is no way from here',
    dnsEvidence([found(IPV4, OLD_IPV6)], { originResults: [noRoute(OLD_IPV6)] }),
    ['stray-ipv6: fatal'],
  ],
  ['an old A record too', dnsEvidence([found(IPV4, OLD)]), ['some-addresses-wrong: fatal']],
  [
    'an old AAAA record beside the right one, and no A record',
    dnsEvidence([found(IPV6, OLD_IPV6)]),
    ['some-addresses-wrong: fatal'],
  ],
  ['an old A record beside the right AAAA', dnsEvidence([found(OLD, IPV6)]), ['some-addresses-wrong: fatal']],
  [
    'a CNAME to another server',
    dnsEvidence([alias(['old.example.net'], OLD)], zoned(leaving('old.example.net'))),
    ['cname-to-elsewhere: fatal'],
  ],
  ['a CNAME to nowhere', dnsEvidence([deadEnd('gone.example.net')]), ['cname-to-elsewhere: fatal']],
  [
    "a CNAME to another service in Cloudflare's addresses",
    dnsEvidence([alias(['shops.example.net'], CLOUDFLARE)]),
    ['cname-to-elsewhere: fatal'],
  ],
  [
    'a CNAME within the zone, to a name whose new address only the zone knows',
    dnsEvidence([alias(['www.example.com'], IPV4)], zoned(alias(['www.example.com'], OLD))),
    ['cname-to-elsewhere: warning'],
  ],
  [
    'a CNAME to another server at the zone, where not all resolvers know it yet',
    dnsEvidence([alias(['old.example.net'], OLD), missing(), missing()], zoned(leaving('old.example.net'))),
    ['cname-to-elsewhere: fatal'],
  ],
  [
    'a stray AAAA record at most resolvers, an old A record at the third',
    dnsEvidence([found(IPV4, OLD_IPV6), found(IPV4, OLD_IPV6), found(OLD)]),
    ['stray-ipv6: fatal'],
  ],
  ['CNAME records in a circle', dnsEvidence([loop], zoned(loop)), ['cname-loop: fatal']],
  [
    'a CNAME at the apex that leads to the network',
    dnsEvidence([RIGHT], { ...apex, ...zoned(leaving('network.example')) }),
    ['cname-at-apex: warning'],
  ],
  [
    'a CNAME at the apex that leads to the network, not known to the resolvers yet',
    dnsEvidence([missing()], { ...apex, ...zoned(leaving('network.example')) }),
    ['cname-at-apex: warning', 'not-propagated-yet: info'],
  ],
  [
    'a CNAME at the apex that leads elsewhere',
    dnsEvidence([alias(['old.example.net'], OLD)], apex),
    ['cname-at-apex: fatal'],
  ],
  [
    'a CNAME where a zone of its own begins',
    dnsEvidence([RIGHT], {
      zone: { kind: 'found', apex: 'shop.example.com', servers: [] },
    }),
    ['cname-at-apex: warning'],
  ],

  [
    'right at the zone, old at all resolvers',
    dnsEvidence([found(OLD)], zoned(leaving('network.example'))),
    ['not-propagated-yet: info'],
  ],
  [
    'right at the zone, not there yet at two resolvers',
    dnsEvidence([RIGHT, missing(60), missing(60)], zoned(leaving('network.example'))),
    ['not-propagated-yet: info'],
  ],
  ['right at most resolvers', dnsEvidence([RIGHT, RIGHT, found(OLD)]), ['not-propagated-yet: info']],
  ['right at one resolver', dnsEvidence([RIGHT, found(OLD), found(OLD)]), ['not-propagated-yet: info']],
  [
    'right at the zone at an apex, the CNAME of old times at the resolvers',
    dnsEvidence([alias(['old.example.net'], OLD)], { ...apex, ...zoned(found(IPV4)) }),
    ['not-propagated-yet: info'],
  ],
  [
    'right at the resolvers, wrong at the zone by now',
    dnsEvidence([RIGHT], zoned(found(OLD))),
    ['wrong-address: warning'],
  ],

  ['no answer', dnsEvidence([failed('timeout')]), ['dns-server-failing: fatal']],
  ['an error', dnsEvidence([failed('server-failure')]), ['dns-server-failing: fatal']],
  [
    'no answer but at one resolver',
    dnsEvidence([RIGHT, failed('timeout'), failed('timeout')]),
    ['dns-server-failing: warning'],
  ],
  ['resolvers that are not reached', dnsEvidence([failed('unreachable')]), ['dns-server-failing: warning']],
  ['resolvers that refuse', dnsEvidence([failed('refused')]), ['dns-server-failing: warning']],
  [
    'an error, and name servers that are silent',
    dnsEvidence([failed('server-failure')], zoned(failed('timeout'))),
    ['dns-server-failing: fatal'],
  ],
  [
    'right, and one name server that is silent',
    dnsEvidence([RIGHT], { zone: zoneSaying(leaving('network.example'), failed('timeout')) }),
    ['dns-server-failing: warning'],
  ],
  [
    'right, and name servers that cannot be asked from here',
    dnsEvidence([RIGHT], zoned(failed('timeout'))),
    [],
  ],
  [
    'right, and a name server that is not reached',
    dnsEvidence([RIGHT], { zone: zoneSaying(leaving('network.example'), failed('unreachable')) }),
    ['dns-server-failing: warning'],
  ],
  [
    'right, and a name server of IPv6 to which there is no way from here',
    dnsEvidence([RIGHT], { zone: withServerOfIpv6(failed('unreachable')) }),
    [],
  ],
  [
    'right, and a name server of IPv6 that is silent',
    dnsEvidence([RIGHT], { zone: withServerOfIpv6(failed('timeout')) }),
    ['dns-server-failing: warning'],
  ],
  [
    'wrong, and one name server that is silent',
    dnsEvidence([found(OLD)], { zone: zoneSaying(found(OLD), failed('timeout')) }),
    ['wrong-address: fatal', 'dns-server-failing: warning'],
  ],
  [
    'DNSSEC that fails',
    dnsEvidence([failed('server-failure')], { dnssec: unsigned(3), ...zoned(leaving('network.example')) }),
    ['dnssec-failing: fatal'],
  ],
  [
    'DNSSEC that fails at one resolver',
    dnsEvidence([RIGHT, RIGHT, failed('server-failure')], { dnssec: unsigned(1) }),
    ['dnssec-failing: warning'],
  ],
  [
    'DNSSEC that is not the cause',
    dnsEvidence([failed('server-failure')], { dnssec: { kind: 'not-the-cause' } }),
    ['dns-server-failing: fatal'],
  ],

  ['a private address', dnsEvidence([found('10.0.0.5')]), ['reserved-address: fatal']],
  ['loopback over IPv6 beside the right one', dnsEvidence([found(IPV4, '::1')]), ['reserved-address: fatal']],
  [
    'a private address and another wrong one',
    dnsEvidence([found(OLD, '192.168.1.2')]),
    ['wrong-address: fatal', 'reserved-address: fatal'],
  ],
  [
    'a network that is private itself',
    dnsEvidence([found('127.0.0.1')], {
      target: { networkDomain: 'network.test', addresses: ['127.0.0.1'] },
    }),
    [],
  ],

  [
    'a proxy through which it arrives',
    dnsEvidence([found(CLOUDFLARE, CLOUDFLARE_IPV6)], {
      ...zoned(found(CLOUDFLARE, CLOUDFLARE_IPV6)),
      originResults: [arrived(CLOUDFLARE), noRoute(CLOUDFLARE_IPV6)],
    }),
    ['behind-a-proxy: info'],
  ],
  [
    'a proxy that nobody knows, through which it arrives',
    dnsEvidence([found(OLD)], { originResults: [arrived(OLD)] }),
    ['behind-a-proxy: info'],
  ],
  [
    'a proxy of which not every address was tried',
    dnsEvidence([found(CLOUDFLARE, '104.16.1.3')], { originResults: [arrived(CLOUDFLARE)] }),
    ['behind-a-proxy: info'],
  ],
  [
    'a proxy through which it arrives, not known to every resolver',
    dnsEvidence([found(CLOUDFLARE), found(CLOUDFLARE), missing(60)], {
      originResults: [arrived(CLOUDFLARE)],
    }),
    ['not-propagated-yet: info', 'behind-a-proxy: info'],
  ],
  [
    'a proxy through which it does not arrive',
    dnsEvidence([found(CLOUDFLARE)], { originResults: [elsewhere(CLOUDFLARE)] }),
    ['behind-a-proxy: fatal'],
  ],
  [
    'a proxy that does not answer',
    dnsEvidence([found(CLOUDFLARE)], { originResults: [unreachable(CLOUDFLARE)] }),
    ['behind-a-proxy: fatal'],
  ],
  [
    'a proxy that was not tried, and an old address that answers something else',
    dnsEvidence([found(CLOUDFLARE, OLD)], { originResults: [elsewhere(OLD)] }),
    ['wrong-address: fatal', 'behind-a-proxy: warning'],
  ],
  ['a proxy that was not tried', dnsEvidence([found(CLOUDFLARE)]), ['behind-a-proxy: warning']],
  [
    'a proxy through which it arrives, and an old AAAA record',
    dnsEvidence([found(CLOUDFLARE, OLD_IPV6)], { originResults: [arrived(CLOUDFLARE), elsewhere(OLD_IPV6)] }),
    ['stray-ipv6: fatal'],
  ],
  [
    'an old address that answers something else',
    dnsEvidence([found(OLD)], { originResults: [elsewhere(OLD)] }),
    ['wrong-address: fatal'],
  ],

  [
    'name servers of which one is right, resolvers that see the other',
    dnsEvidence([found(OLD)], { zone: zoneSaying(leaving('network.example'), found(OLD)) }),
    ['name-servers-disagree: fatal'],
  ],
  [
    'name servers of which one is right, resolvers that see it',
    dnsEvidence([RIGHT, RIGHT, found(OLD)], { zone: zoneSaying(leaving('network.example'), found(OLD)) }),
    ['name-servers-disagree: warning'],
  ],
  [
    'name servers that are wrong in different ways',
    dnsEvidence([found(OLD)], { zone: zoneSaying(missing(), found(OLD)) }),
    ['wrong-address: fatal', 'name-servers-disagree: warning'],
  ],
  [
    'a network without an address',
    dnsEvidence([found(OLD)], { target: { networkDomain: 'network.example', addresses: [] } }),
    ['network-not-resolvable: fatal'],
  ],

  ['a wildcard that is right', dnsEvidence([RIGHT], { name: '*.example.com' }), []],
  ['a wildcard that is missing', dnsEvidence([missing()], { name: '*.example.com' }), ['no-records: fatal']],
];
