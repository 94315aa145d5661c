import { describe, expect, test } from '@jest/globals';
import type { ZoneEvidence } from '../../../shared/diagnosis/evidence.ts';
import type { LookUp } from '../../../shared/dns/look-up.ts';
import {
  certificateSeen,
  recordsFound,
  resolversSeen,
  zoneSeen,
} from '../../../shared/status/observations.ts';
import { domain } from '../../support/net-domain.ts';
import { certificateEvidence, DEFAULT, shown } from '../diagnosis/certificate-scenes.ts';
import {
  alias,
  arrived,
  CLOUDFLARE,
  dnsEvidence,
  elsewhere,
  failed,
  found,
  IPV4,
  IPV6,
  leaving,
  missing,
  OLD,
  RIGHT,
  zoneSaying,
} from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');

type Seen = NonNullable<Parameters<typeof dnsEvidence>[1]>;

describe('the records that are there', () => {
  test.each<[string, LookUp[], Seen, string[]]>([
    ['none', [missing()], {}, []],
    ['none that anybody could ask for', [failed('timeout')], {}, []],
    ['addresses of the network', [found(IPV4, IPV6)], {}, [`right A ${IPV4}`, `right AAAA ${IPV6}`]],
    ['a right address and a wrong one', [found(IPV4, OLD)], {}, [`right A ${IPV4}`, `wrong A ${OLD}`]],
    ['an alias of the network, not its addresses', [RIGHT], {}, ['right CNAME network.example']],
    [
      'an alias that leads to the network by another',
      [alias(['www.example.com', 'network.example'], IPV4)],
      {},
      ['right CNAME www.example.com'],
    ],
    ['an alias that leads elsewhere', [alias(['host.example'], OLD)], {}, ['wrong CNAME host.example']],
    [
      'a proxy that leads here',
      [found(CLOUDFLARE)],
      { originResults: [arrived(CLOUDFLARE)] },
      [`right A ${CLOUDFLARE}`],
    ],
    [
      'a proxy that leads elsewhere',
      [found(CLOUDFLARE)],
      { originResults: [elsewhere(CLOUDFLARE)] },
      [`wrong A ${CLOUDFLARE}`],
    ],
    [
      'what the resolvers see differently, each once',
      [found(OLD), RIGHT, found(OLD)],
      {},
      [`wrong A ${OLD}`, 'right CNAME network.example'],
    ],
    [
      'what the zone itself has, whatever is remembered elsewhere',
      [found(OLD)],
      { zone: zoneSaying(leaving('network.example')) },
      ['right CNAME network.example'],
    ],
    [
      'what the resolvers see, where the zone does not answer',
      [found(OLD)],
      { zone: zoneSaying(failed('timeout')) },
      [`wrong A ${OLD}`],
    ],
  ])('%s', (_what, answers, seen, records) => {
    const evidence = dnsEvidence(answers, seen);
    expect(
      recordsFound(SHOP, evidence).map(
        ({ type, value, is_right }) => `${is_right ? 'right' : 'wrong'} ${type} ${value}`,
      ),
    ).toEqual(records);
  });

  test('have the host name that a form of the zone wants', () => {
    const hostIn = (zone: ZoneEvidence) =>
      recordsFound(SHOP, dnsEvidence([found(OLD)], { zone })).map(({ name, host }) => ({ name, host }));
    expect(hostIn(zoneSaying(found(OLD)))).toEqual([{ name: SHOP, host: 'shop' }]);
    expect(hostIn({ kind: 'unknown', reason: { kind: 'no-name-servers', name: SHOP } })).toEqual([
      { name: SHOP, host: 'shop' },
    ]);
    expect(hostIn({ kind: 'found', apex: SHOP, servers: [] })).toEqual([{ name: SHOP, host: '@' }]);
  });
});

test('the resolvers are shown with what they answer; one that leads here by a proxy points here', () => {
  const evidence = dnsEvidence([found(CLOUDFLARE), found(OLD), failed('timeout')], {
    originResults: [arrived(CLOUDFLARE), elsewhere(OLD)],
  });
  expect(resolversSeen(evidence)).toEqual([
    { resolver: '1.1.1.1', verdict: 'pointing', answer_kind: 'answer', answer: CLOUDFLARE },
    { resolver: '8.8.8.8', verdict: 'elsewhere', answer_kind: 'answer', answer: OLD },
    { resolver: '9.9.9.9', verdict: 'unknown', answer_kind: 'timeout', answer: 'no answer (timeout)' },
  ]);
});

describe('the servers of the zone', () => {
  test.each<[string, LookUp, string, string]>([
    ['an address', found(IPV4), 'answer', IPV4],
    ['nothing', missing(), 'no-such-name', 'no such name'],
    ['an alias that leaves the zone', leaving('network.example'), 'answer', 'a CNAME to network.example'],
    [
      'an alias that ends in the zone, at nothing',
      leaving('www.example.com'),
      'answer',
      'a CNAME to www.example.com, which has no A or AAAA record',
    ],
  ])('tell %s', (_what, lookUp, answer_kind, answer) => {
    expect(zoneSeen(zoneSaying(lookUp))).toEqual({
      apex: 'example.com',
      servers: [
        { name: 'ns1.provider.example', address: '198.51.99.53', answer_kind, answer },
        { name: 'ns2.provider.example', address: '198.51.99.54', answer_kind, answer },
      ],
    });
  });

  test.each<ZoneEvidence>([
    { kind: 'unknown', reason: { kind: 'no-resolver-tells', name: 'example.com', failure: 'timeout' } },
    { kind: 'unregistered', registrable: 'example.com' },
  ])('are not known where the zone is $kind', (zone) => {
    expect(zoneSeen(zone)).toEqual({ apex: null, servers: [] });
  });
});

describe('of the certificate', () => {
  test('a good one is shown with its chain and its names', () => {
    expect(certificateSeen(certificateEvidence([shown()]))).toMatchObject({
      is_right: true,
      addresses: [{ address: IPV4, shows: 'shows a good certificate' }],
      chain: [
        { subject: 'CN=0', issuer: 'CN=1', not_before: '2026-01-01T00:00:00.000Z' },
        { subject: 'CN=1' },
      ],
      names: ['shop.example.com'],
    });
  });

  test('the one that is to blame is shown, not the good one beside it', () => {
    const seen = certificateSeen(certificateEvidence([shown(), DEFAULT]));
    expect(seen).toMatchObject({ is_right: false, names: ['*.closte.com', 'closte.com'] });
    expect(seen.addresses.map(({ shows }) => shows)).toEqual([
      'shows a good certificate',
      'shows a certificate for other names (*.closte.com and closte.com)',
    ]);
  });

  test('nothing is shown where none was seen', () => {
    expect(certificateSeen(certificateEvidence([{ kind: 'timeout' }]))).toEqual({
      is_right: false,
      addresses: [{ address: IPV4, shows: 'does not answer in time' }],
      chain: [],
      names: [],
    });
  });
});
