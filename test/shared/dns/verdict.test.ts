import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { LookUp } from '../../../shared/dns/resolve-addresses.ts';
import {
  type DnsVerdict,
  dnsReport,
  overallVerdict,
  type Target,
  verdictAt,
} from '../../../shared/dns/verdict.ts';

const NETWORK = 'network.example';
const TARGET: Target = { networkDomain: NETWORK, addresses: ['203.0.113.7', '2001:db8::7'] };

const found = (...addresses: string[]): LookUp => ({
  kind: 'addresses',
  chain: [],
  addresses,
  ttl: undefined,
});
const failed = (failure: 'timeout' | 'server-failure' | 'refused' | 'unreachable'): LookUp => ({
  kind: 'failed',
  chain: [],
  failure,
});

describe('the verdict at one resolver', () => {
  const cases: readonly (readonly [string, LookUp, DnsVerdict])[] = [
    ["one of the network's addresses", found('203.0.113.7'), 'pointing'],
    ["all of the network's addresses", found('203.0.113.7', '2001:db8::7'), 'pointing'],
    ["the network's IPv6 address alone", found('2001:db8::7'), 'pointing'],
    ['the right A record and a stray AAAA record', found('203.0.113.7', '2001:db8::66'), 'partly'],
    ['the right A record and an old one', found('192.0.2.10', '203.0.113.7'), 'partly'],
    ['another address', found('192.0.2.10'), 'elsewhere'],
    ['two other addresses', found('192.0.2.10', '2001:db8::66'), 'elsewhere'],
    ['no such name', { kind: 'no-such-name', chain: [], ttl: undefined }, 'missing'],
    ['no records', { kind: 'no-records', chain: [], ttl: undefined }, 'missing'],
    ['CNAME records in a circle', { kind: 'cname-loop', chain: ['a.example', 'b.example'] }, 'missing'],
    ['no answer', failed('timeout'), 'unknown'],
    ['a server failure', failed('server-failure'), 'unknown'],
    ['a refusal', failed('refused'), 'unknown'],
    ['nobody there', failed('unreachable'), 'unknown'],
    [
      'a CNAME to the network',
      { kind: 'addresses', chain: [NETWORK], addresses: ['203.0.113.7'], ttl: undefined },
      'pointing',
    ],
    [
      'a CNAME to the network, by another name first',
      { kind: 'addresses', chain: ['www.example.com', NETWORK], addresses: ['203.0.113.7'], ttl: undefined },
      'pointing',
    ],
    [
      'a CNAME to the network, whose addresses have just changed',
      { kind: 'addresses', chain: [NETWORK], addresses: ['203.0.113.99'], ttl: undefined },
      'pointing',
    ],
    [
      'a CNAME to the network, which is itself an alias',
      {
        kind: 'addresses',
        chain: [NETWORK, 'host.example.net'],
        addresses: ['203.0.113.99'],
        ttl: undefined,
      },
      'pointing',
    ],
    [
      'a CNAME to the network, whose address cannot be found out just now',
      { kind: 'failed', chain: [NETWORK], failure: 'timeout' },
      'pointing',
    ],
    [
      'a CNAME to another name with the same address',
      { kind: 'addresses', chain: ['host.example.net'], addresses: ['203.0.113.7'], ttl: undefined },
      'pointing',
    ],
    [
      'a CNAME to another name with another address',
      { kind: 'addresses', chain: ['host.example.net'], addresses: ['192.0.2.10'], ttl: undefined },
      'elsewhere',
    ],
    [
      'a CNAME to a name that does not exist',
      { kind: 'no-such-name', chain: ['gone.example.net'], ttl: undefined },
      'missing',
    ],
    [
      "a CNAME to a name under the network's",
      { kind: 'addresses', chain: [`shop.${NETWORK}`], addresses: ['192.0.2.10'], ttl: undefined },
      'elsewhere',
    ],
  ];
  test.each(cases)('%s', (_, lookUp, verdict) => {
    expect(verdictAt(lookUp, TARGET)).toBe(verdict);
  });

  test('without a network domain, the addresses decide', () => {
    const target: Target = { networkDomain: undefined, addresses: ['203.0.113.7'] };
    expect(verdictAt(found('203.0.113.7'), target)).toBe('pointing');
    expect(
      verdictAt({ kind: 'addresses', chain: [NETWORK], addresses: ['192.0.2.10'], ttl: undefined }, target),
    ).toBe('elsewhere');
  });
});

describe('the verdict of all resolvers', () => {
  test.each<readonly [readonly DnsVerdict[], DnsVerdict]>([
    [['pointing'], 'pointing'],
    [['pointing', 'pointing', 'pointing'], 'pointing'],
    [['pointing', 'pointing', 'missing'], 'pointing'],
    [['pointing', 'unknown', 'pointing'], 'pointing'],
    [['pointing', 'missing', 'missing'], 'missing'],
    [['pointing', 'unknown', 'unknown'], 'unknown'],
    [['elsewhere', 'elsewhere', 'missing'], 'elsewhere'],
    [['unknown', 'unknown', 'partly'], 'unknown'],
    // Half of them are not more than half.
    [['pointing', 'elsewhere'], 'elsewhere'],
    [['pointing', 'pointing', 'missing', 'missing'], 'missing'],
    [['pointing', 'pointing', 'elsewhere', 'missing'], 'elsewhere'],
    // Ties.
    [['pointing', 'partly', 'elsewhere'], 'partly'],
    [['unknown', 'missing', 'elsewhere'], 'elsewhere'],
    [['unknown', 'pointing', 'missing'], 'missing'],
    [['elsewhere', 'partly'], 'partly'],
    [['missing', 'elsewhere'], 'elsewhere'],
    [['unknown', 'missing'], 'missing'],
    [['unknown', 'missing', 'elsewhere', 'partly'], 'partly'],
    [['missing', 'missing', 'unknown', 'unknown', 'partly'], 'missing'],
  ])('%j is %s', (verdicts, overall) => {
    expect(overallVerdict(verdicts)).toBe(overall);
  });

  test('does not depend on the order of the resolvers, and is right only by a majority', () => {
    const verdict = fc.constantFrom<DnsVerdict>('pointing', 'partly', 'elsewhere', 'missing', 'unknown');
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 6 }), (verdicts) => {
        const overall = overallVerdict(verdicts);
        expect(overallVerdict(verdicts.toReversed())).toBe(overall);
        expect(verdicts).toContain(overall);
        const pointing = verdicts.filter((one) => one === 'pointing').length;
        expect(overall === 'pointing').toBe(pointing > verdicts.length / 2);
      }),
    );
  });
});

describe('the report', () => {
  const everywhere = (lookUp: LookUp) => ['1.1.1.1', '8.8.8.8'].map((resolver) => ({ resolver, lookUp }));

  test('holds what each resolver said, in their order', () => {
    const report = dnsReport('shop.example.com', TARGET, [
      { resolver: '1.1.1.1', lookUp: found('203.0.113.7') },
      { resolver: '8.8.8.8', lookUp: found('192.0.2.10') },
    ]);
    expect(report).toEqual({
      name: 'shop.example.com',
      target: TARGET,
      verdict: 'elsewhere',
      resolvers: [
        { resolver: '1.1.1.1', lookUp: found('203.0.113.7'), verdict: 'pointing' },
        { resolver: '8.8.8.8', lookUp: found('192.0.2.10'), verdict: 'elsewhere' },
      ],
    });
  });

  test('nothing is right as long as the network itself has no address', () => {
    const target: Target = { networkDomain: NETWORK, addresses: [] };
    const alias: LookUp = { kind: 'no-such-name', chain: [NETWORK], ttl: undefined };
    expect(dnsReport('shop.example.com', target, everywhere(alias)).verdict).toBe('unknown');
    expect(dnsReport('shop.example.com', target, everywhere(found('192.0.2.10'))).verdict).toBe('unknown');
  });
});
