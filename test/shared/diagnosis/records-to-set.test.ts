import { describe, expect, test } from '@jest/globals';
import { hostName, recordsToSet } from '../../../shared/diagnosis/records-to-set.ts';
import type { Target } from '../../../shared/dns/verdict.ts';
import { domain } from '../../support/net-domain.ts';

const TARGET: Target = { networkDomain: 'network.example', addresses: ['203.0.113.7', '2001:db8::7'] };
const ADDRESSES_ONLY: Target = { networkDomain: undefined, addresses: ['203.0.113.7', '2001:db8::7'] };

describe('the records to set', () => {
  const CNAME = ['CNAME network.example'];
  const ADDRESSES = ['A 203.0.113.7', 'AAAA 2001:db8::7'];
  test.each<readonly [string, string, string | undefined, Target, readonly (readonly string[])[]]>([
    ['a name below the apex', 'shop.example.com', 'example.com', TARGET, [CNAME, ADDRESSES]],
    ['the same, the zone unknown', 'shop.example.com', undefined, TARGET, [CNAME, ADDRESSES]],
    ['the apex', 'example.com', 'example.com', TARGET, [ADDRESSES]],
    ['what was registered, the zone unknown', 'example.co.uk', undefined, TARGET, [ADDRESSES]],
    ['the apex of a zone further down', 'shop.example.com', 'shop.example.com', TARGET, [ADDRESSES]],
    ['a wildcard', '*.example.com', 'example.com', TARGET, [CNAME, ADDRESSES]],
    ['a wildcard, the zone unknown', '*.example.com', undefined, TARGET, [CNAME, ADDRESSES]],
    ['without a network domain', 'shop.example.com', 'example.com', ADDRESSES_ONLY, [ADDRESSES]],
    [
      'without an address of the network',
      'shop.example.com',
      'example.com',
      { ...TARGET, addresses: [] },
      [CNAME],
    ],
    ['the same at the apex', 'example.com', 'example.com', { ...TARGET, addresses: [] }, []],
    ["the network's own domain", 'network.example', 'example', TARGET, [ADDRESSES]],
  ])('%s', (_, name, zone, target, expected) => {
    const ways = recordsToSet(domain(name), zone, target);
    expect(ways.map((way) => way.map(({ type, value }) => `${type} ${value}`))).toEqual(expected);
  });

  test('each has its whole name, and the host as it is typed', () => {
    expect(recordsToSet(domain('*.example.com'), undefined, TARGET)[0]).toEqual([
      { name: '*.example.com', host: '*', type: 'CNAME', value: 'network.example' },
    ]);
  });
});

test.each([
  ['shop.example.com', 'example.com', 'shop'],
  ['shop.example.com', undefined, 'shop'],
  ['a.b.example.co.uk', undefined, 'a.b'],
  ['a.b.example.co.uk', 'b.example.co.uk', 'a'],
  ['example.com', 'example.com', '@'],
  ['example.com', undefined, '@'],
  ['shop.example.com', 'shop.example.com', '@'],
  ['*.example.com', 'example.com', '*'],
  ['*.shop.example.com', undefined, '*.shop'],
  ['newcust.uk.com', undefined, '@'],
  ['shop.newcust.uk.com', undefined, 'shop'],
  ['badexample.com', 'example.com', 'badexample.com'],
])('the host of %s in the zone %s is %s', (name, zone, host) => {
  expect(hostName(name, zone)).toBe(host);
});
