import type { DnsEvidence } from '../../../shared/diagnosis/evidence.ts';
import {
  alias,
  dnsEvidence,
  failed,
  found,
  IPV4,
  IPV6,
  leaving,
  loop,
  missing,
  OLD,
  OLD_IPV6,
  RIGHT,
  type Scene,
  split,
  zoneSaying,
} from './dns-scenes.ts';

// What may be seen of the DNS of shop.example.com where the answers after A and AAAA do not go together, where somebody
// filters, and where what one server shows is not what all show.

const nothing = leaving();
const servfail = failed('server-failure');
const filtered = failed('filtered');

export const DNS_CONTROL_SCENES: readonly Scene<DnsEvidence>[] = [
  // An A record and a CNAME at one name, as some providers let it be set.
  [
    'an old A record, and a CNAME to the network',
    dnsEvidence([split(found(OLD), leaving('network.example'))]),
    ['some-addresses-wrong: fatal'],
  ],
  [
    'the same at the zone',
    dnsEvidence([split(found(OLD), RIGHT)], {
      zone: zoneSaying(split(found(OLD), leaving('network.example'))),
    }),
    ['some-addresses-wrong: fatal'],
  ],
  [
    'a CNAME to the network, and an old AAAA record',
    dnsEvidence([split(RIGHT, found(OLD_IPV6))]),
    ['stray-ipv6: fatal'],
  ],
  [
    'the A record of the network, and a CNAME to another server',
    dnsEvidence([split(found(IPV4), alias(['old.example.net'], OLD, OLD_IPV6))]),
    ['cname-to-elsewhere: fatal'],
  ],
  [
    'the A record of the network, and a CNAME to where there is no AAAA record',
    dnsEvidence([split(found(IPV4), leaving('old.example.net'))]),
    [],
  ],
  [
    'the A record of the network, and a name that does not exist for AAAA',
    dnsEvidence([split(found(IPV4), missing())]),
    [],
  ],

  // One of the two questions fails.
  [
    'the A record of the network, and a failure for AAAA',
    dnsEvidence([split(found(IPV4), servfail)]),
    ['dns-server-failing: warning'],
  ],
  [
    'the same, at the name servers too',
    dnsEvidence([split(found(IPV4), servfail)], { zone: zoneSaying(split(found(IPV4), servfail)) }),
    ['dns-server-failing: warning'],
  ],
  [
    'the A record of the network, and silence for AAAA',
    dnsEvidence([split(found(IPV4), failed('timeout'))]),
    ['dns-server-failing: warning'],
  ],
  [
    'the A record of the network, and a circle for AAAA',
    dnsEvidence([split(found(IPV4), loop)]),
    ['dns-server-failing: warning'],
  ],
  [
    'the AAAA record of the network, and a failure for A',
    dnsEvidence([split(servfail, found(IPV6))]),
    ['dns-server-failing: warning'],
  ],
  ['a failure for AAAA at one resolver alone', dnsEvidence([RIGHT, RIGHT, split(found(IPV4), servfail)]), []],
  [
    'another address, and a failure for AAAA',
    dnsEvidence([split(found(OLD), servfail)]),
    ['wrong-address: fatal', 'dns-server-failing: warning'],
  ],
  [
    'no A record, and a failure for AAAA',
    dnsEvidence([split(nothing, servfail)]),
    ['dns-server-failing: fatal'],
  ],

  // Filters.
  [
    'right, and withheld by one resolver',
    dnsEvidence([RIGHT, RIGHT, filtered]),
    ['blocked-by-a-filter: info'],
  ],
  [
    'right at the zone, and withheld by one resolver, while another one lags',
    dnsEvidence([RIGHT, found(OLD), filtered], { zone: zoneSaying(leaving('network.example')) }),
    ['blocked-by-a-filter: info', 'not-propagated-yet: info'],
  ],
  [
    'right, and withheld by two resolvers',
    dnsEvidence([RIGHT, filtered, filtered]),
    ['blocked-by-a-filter: fatal'],
  ],
  [
    'right at the zone, and withheld by all resolvers',
    dnsEvidence([filtered], { zone: zoneSaying(leaving('network.example')) }),
    ['blocked-by-a-filter: fatal'],
  ],
  ['withheld by all resolvers, the zone unknown', dnsEvidence([filtered]), ['blocked-by-a-filter: fatal']],
  [
    'another address, and withheld by one resolver',
    dnsEvidence([found(OLD), found(OLD), filtered]),
    ['wrong-address: fatal', 'blocked-by-a-filter: info'],
  ],
  [
    'no such name at the zone, which does not vouch for that, and so none at the resolvers',
    dnsEvidence([filtered], { zone: zoneSaying(missing()) }),
    ['no-records: fatal'],
  ],
  [
    'withheld for A alone, as the page of a filter has no IPv6',
    dnsEvidence([RIGHT, RIGHT, split(filtered, nothing)]),
    ['blocked-by-a-filter: info'],
  ],
  [
    'nowhere at one resolver: 0.0.0.0',
    dnsEvidence([RIGHT, RIGHT, found('0.0.0.0', '::')]),
    ['blocked-by-a-filter: info'],
  ],
  [
    'nowhere at one resolver, where there is no AAAA record',
    dnsEvidence([found(IPV4), found(IPV4), found('0.0.0.0', '::')]),
    ['blocked-by-a-filter: info'],
  ],
  ['nowhere at all resolvers', dnsEvidence([found('0.0.0.0')]), ['reserved-address: fatal']],

  // What one resolver shows is its own.
  [
    'an old address at one resolver, right at the zone',
    dnsEvidence([RIGHT, RIGHT, found(OLD)], { zone: zoneSaying(leaving('network.example')) }),
    ['not-propagated-yet: info'],
  ],
  [
    'DNSSEC that fails at one resolver, and another address at the others',
    dnsEvidence([found(OLD), found(OLD), servfail], { dnssec: { kind: 'failing', at: ['9.9.9.9'], ds: [] } }),
    ['wrong-address: fatal', 'dnssec-failing: warning'],
  ],
  [
    'DNSSEC that fails at two resolvers',
    dnsEvidence([RIGHT, servfail, servfail], {
      dnssec: { kind: 'failing', at: ['8.8.8.8', '9.9.9.9'], ds: [] },
    }),
    ['dnssec-failing: fatal'],
  ],

  // A wildcard that answers for a missing record changes what is to be done, not what is wrong.
  [
    'an old address by a wildcard',
    dnsEvidence([found(OLD)], { zone: zoneSaying(found(OLD)), wildcard: '*.example.com' }),
    ['wrong-address: fatal'],
  ],
];
