import { describe, expect, test } from '@jest/globals';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import { allReachNetwork, reachesNetwork } from '../../../shared/diagnosis/leads-here.ts';
import { proxyAt } from '../../../shared/diagnosis/proxy-ranges.ts';
import { arrived, CLOUDFLARE, elsewhere, noRoute, OLD, unreachable } from './dns-scenes.ts';

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
    ['that arrived', 'a', [arrived('a'), elsewhere('b')], true],
    ['that did not', 'b', [arrived('a'), elsewhere('b')], false],
    ['without a way, beside one that arrived', 'b', [arrived('a'), noRoute('b')], true],
    ['without a way, beside one that did not', 'c', [arrived('a'), elsewhere('b'), noRoute('c')], false],
    ['that was not tried, of a known proxy', CLOUDFLARE, [arrived('a')], true],
    ['that was not tried, of nobody known', OLD, [arrived('a')], false],
    ['that was not tried, as none was', CLOUDFLARE, [], false],
  ])('an address %s', (_, address, originResults, expected) => {
    expect(reachesNetwork(address, originResults)).toBe(expected);
  });
});
