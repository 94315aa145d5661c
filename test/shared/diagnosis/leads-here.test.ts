import { describe, expect, test } from '@jest/globals';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import {
  allReachNetwork,
  leadsHere,
  reachedAt,
  reachesNetwork,
} from '../../../shared/diagnosis/leads-here.ts';
import { proxyAt } from '../../../shared/diagnosis/proxy-ranges.ts';
import {
  arrived,
  CLOUDFLARE,
  CLOUDFLARE_IPV6,
  dnsEvidence,
  elsewhere,
  found,
  IPV4,
  IPV6,
  missing,
  noRoute,
  OLD,
  RIGHT,
  unreachable,
} from './dns-scenes.ts';

const A = '198.51.99.21';
const B = '198.51.99.22';
const C = '198.51.99.23';

test.each([
  ['104.16.0.0', 'Cloudflare'],
  ['104.27.255.255', 'Cloudflare'],
  ['104.28.0.0', undefined],
  ['104.15.255.255', undefined],
  ['172.71.255.255', 'Cloudflare'],
  ['131.0.75.255', 'Cloudflare'],
  ['131.0.76.0', undefined],
  ['2606:4700::6810:102', 'Cloudflare'],
  ['2606:4701::', undefined],
  ['2a06:98c7:ffff::1', 'Cloudflare'],
  ['2a06:98c8::', undefined],
  ['::ffff:104.16.0.1', undefined],
  ['192.0.2.1', undefined],
])('%s is of the proxy %s', (address, proxy) => {
  expect(proxyAt(address)).toBe(proxy);
});

describe('a domain behind a proxy', () => {
  const special: OriginResult = { address: '10.0.0.5', result: { kind: 'special-address' } };
  test.each<readonly [string, readonly OriginResult[], boolean]>([
    ['leads to the network if what is asked for arrives', [arrived('a'), arrived('b')], true],
    ['leads there whatever an address says to which there is no way', [arrived('a'), noRoute('b')], true],
    ['does not if there is no way to any', [noRoute('a'), noRoute('b')], false],
    ['does not if one leads elsewhere', [arrived('a'), elsewhere('b')], false],
    ['does not if one does not answer', [arrived('a'), unreachable('b')], false],
    ['does not if one is not on the internet', [arrived('a'), special], false],
    ['does not if nothing was tried', [], false],
  ])('%s', (_, originResults, expected) => {
    expect(allReachNetwork(originResults)).toBe(expected);
  });

  test.each<readonly [string, string, readonly OriginResult[], boolean]>([
    ['that arrived', A, [arrived(A), elsewhere(B)], true],
    ['that did not', B, [arrived(A), elsewhere(B)], false],
    ['without a way, beside one that arrived', B, [arrived(A), noRoute(B)], true],
    ['without a way, beside one that did not', C, [arrived(A), elsewhere(B), noRoute(C)], false],
    ['that was not tried, of a known proxy', CLOUDFLARE, [arrived(A)], true],
    ['that was not tried, of nobody known', OLD, [arrived(A)], false],
    ['that was not tried, as none was', CLOUDFLARE, [], false],
    [
      'of a proxy whose others arrive, to which there is no way, whatever another one does',
      CLOUDFLARE_IPV6,
      [arrived(CLOUDFLARE), noRoute(CLOUDFLARE_IPV6), elsewhere(OLD)],
      true,
    ],
    [
      'of a proxy of which not all arrive, to which there is no way',
      CLOUDFLARE_IPV6,
      [arrived(CLOUDFLARE), elsewhere('104.16.1.3'), noRoute(CLOUDFLARE_IPV6)],
      false,
    ],
    [
      'of a proxy whose others arrive, itself not tried',
      '104.16.1.3',
      [arrived(CLOUDFLARE), elsewhere(OLD)],
      true,
    ],
  ])('an address %s', (_, address, originResults, expected) => {
    expect(reachesNetwork(address, originResults)).toBe(expected);
  });
});

const PROXY = found(CLOUDFLARE, CLOUDFLARE_IPV6);
const THROUGH = [arrived(CLOUDFLARE), noRoute(CLOUDFLARE_IPV6)];

describe('where a domain leads is what most resolvers see, and the addresses that count are theirs:', () => {
  test.each<
    readonly [string, Parameters<typeof dnsEvidence>[0], readonly OriginResult[], string, readonly string[]]
  >([
    ['all right', [RIGHT], [], 'by-its-addresses', [IPV4, IPV6]],
    [
      'one with an old address',
      [RIGHT, RIGHT, found(OLD)],
      [elsewhere(OLD)],
      'by-its-addresses',
      [IPV4, IPV6],
    ],
    ['one that knows nothing', [RIGHT, missing(), RIGHT], [], 'by-its-addresses', [IPV4, IPV6]],
    ['two with an old address', [RIGHT, found(OLD), found(OLD)], [elsewhere(OLD)], 'no', [IPV4, IPV6, OLD]],
    ['a proxy', [PROXY], THROUGH, 'by-a-proxy', [CLOUDFLARE, CLOUDFLARE_IPV6]],
    [
      'a proxy, and one with an old address',
      [PROXY, PROXY, found(OLD)],
      [...THROUGH, elsewhere(OLD)],
      'by-a-proxy',
      [CLOUDFLARE, CLOUDFLARE_IPV6],
    ],
    [
      'a proxy, and two with an old address',
      [PROXY, found(OLD), found(OLD)],
      [...THROUGH, elsewhere(OLD)],
      'no',
      [CLOUDFLARE, CLOUDFLARE_IPV6, OLD],
    ],
    ['a proxy that leads elsewhere', [PROXY], [elsewhere(CLOUDFLARE)], 'no', [CLOUDFLARE, CLOUDFLARE_IPV6]],
    [
      'a proxy and an old address at each',
      [found(CLOUDFLARE, OLD)],
      [arrived(CLOUDFLARE), elsewhere(OLD)],
      'no',
      [CLOUDFLARE, OLD],
    ],
  ])('%s', (_, answers, originResults, leads, addresses) => {
    const { report } = dnsEvidence(answers);
    expect(leadsHere(report, originResults)).toBe(leads);
    expect(reachedAt(report, originResults)).toEqual(addresses);
  });
});
