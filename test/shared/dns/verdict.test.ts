import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { AddressAnswer } from '../../../shared/dns/look-up.ts';
import {
  type DnsVerdict,
  dnsReport,
  overallVerdict,
  type Target,
  verdictAt,
} from '../../../shared/dns/verdict.ts';
import { toBoth } from '../../support/look-ups.ts';

const NETWORK = 'network.example';
const TARGET: Target = { networkDomain: NETWORK, addresses: ['203.0.113.7', '2001:db8::7'] };

const found = (...addresses: string[]): AddressAnswer => ({
  kind: 'addresses',
  chain: [],
  addresses,
  ttl: undefined,
});
const failed = (failure: 'timeout' | 'server-failure' | 'refused' | 'unreachable'): AddressAnswer => ({
  kind: 'failed',
  chain: [],
  failure,
});

describe('the verdict at one resolver', () => {
  const cases: readonly (readonly [string, AddressAnswer, DnsVerdict])[] = [
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
  test.each(cases)('%s', (_, answer, verdict) => {
    expect(verdictAt(toBoth(answer), TARGET)).toBe(verdict);
  });

  const right = found('203.0.113.7');
  const rightIpv6 = found('2001:db8::7');
  const old = found('192.0.2.10');
  const none: AddressAnswer = { kind: 'no-records', chain: [], ttl: undefined };
  const noName: AddressAnswer = { kind: 'no-such-name', chain: [], ttl: undefined };
  const circle: AddressAnswer = { kind: 'cname-loop', chain: ['a.example'] };
  const aliasAlone: AddressAnswer = { kind: 'no-records', chain: [NETWORK], ttl: undefined };
  const filtered: AddressAnswer = { kind: 'failed', chain: [], failure: 'filtered' };

  test.each<readonly [string, AddressAnswer, AddressAnswer, DnsVerdict]>([
    ['right, and right', right, rightIpv6, 'pointing'],
    ['right, and none', right, none, 'pointing'],
    ['right, and no such name', right, noName, 'pointing'],
    ['right, and a failure', right, failed('server-failure'), 'pointing'],
    ['right, and silence', right, failed('timeout'), 'pointing'],
    ['right, and a circle', right, circle, 'pointing'],
    ['right, and withheld', right, filtered, 'pointing'],
    ['an alias to the network, and a failure', aliasAlone, failed('refused'), 'pointing'],
    ['an old one, and right', old, rightIpv6, 'partly'],
    ['an old one, and an alias to the network', old, aliasAlone, 'partly'],
    ['an old one, and none', old, none, 'elsewhere'],
    ['an old one, and a failure', old, failed('server-failure'), 'elsewhere'],
    ['partly right, and none', found('203.0.113.7', '192.0.2.10'), none, 'partly'],
    ['partly right, and a failure', found('203.0.113.7', '192.0.2.10'), failed('timeout'), 'partly'],
    ['none, and none', none, noName, 'missing'],
    ['none, and a failure', none, failed('server-failure'), 'unknown'],
    ['no such name, and a failure', noName, failed('timeout'), 'unknown'],
    ['withheld, and none', filtered, none, 'unknown'],
  ])('the two answers together: %s', (_, one, other, verdict) => {
    expect(verdictAt({ ipv4: one, ipv6: other }, TARGET)).toBe(verdict);
    expect(verdictAt({ ipv4: other, ipv6: one }, TARGET)).toBe(verdict);
  });

  test('without a network domain, the addresses decide', () => {
    const target: Target = { networkDomain: undefined, addresses: ['203.0.113.7'] };
    expect(verdictAt(toBoth(found('203.0.113.7')), target)).toBe('pointing');
    expect(
      verdictAt(
        toBoth({ kind: 'addresses', chain: [NETWORK], addresses: ['192.0.2.10'], ttl: undefined }),
        target,
      ),
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
  const everywhere = (answer: AddressAnswer) =>
    ['1.1.1.1', '8.8.8.8'].map((resolver) => ({ resolver, lookUp: toBoth(answer) }));

  test('holds what each resolver said, in their order', () => {
    const report = dnsReport('shop.example.com', TARGET, [
      { resolver: '1.1.1.1', lookUp: toBoth(found('203.0.113.7')) },
      { resolver: '8.8.8.8', lookUp: toBoth(found('192.0.2.10')) },
    ]);
    expect(report).toEqual({
      name: 'shop.example.com',
      target: TARGET,
      verdict: 'elsewhere',
      resolvers: [
        { resolver: '1.1.1.1', lookUp: toBoth(found('203.0.113.7')), verdict: 'pointing' },
        { resolver: '8.8.8.8', lookUp: toBoth(found('192.0.2.10')), verdict: 'elsewhere' },
      ],
    });
  });

  test.each<readonly [string, readonly AddressAnswer[], readonly DnsVerdict[]]>([
    [
      'nowhere (0.0.0.0) is a filter beside another answer',
      [found('203.0.113.7'), found('0.0.0.0')],
      ['pointing', 'unknown'],
    ],
    [
      'nowhere over IPv6 is one beside no record',
      [found('203.0.113.7'), found('0.0.0.0', '::')],
      ['pointing', 'unknown'],
    ],
    ['nowhere is the record if all say so', [found('0.0.0.0'), found('0.0.0.0')], ['elsewhere', 'elsewhere']],
    [
      'nowhere is not contradicted by silence',
      [found('0.0.0.0'), failed('timeout')],
      ['elsewhere', 'unknown'],
    ],
    [
      'nowhere beside another address is the record',
      [found('203.0.113.7'), found('0.0.0.0', '203.0.113.7')],
      ['pointing', 'partly'],
    ],
  ])('%s', (_, answers, verdicts) => {
    const seen = answers.map((answer, index) => ({ resolver: `192.0.2.${index}`, lookUp: toBoth(answer) }));
    const { resolvers } = dnsReport('shop.example.com', TARGET, seen);
    expect(resolvers.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  test('nothing is right as long as the network itself has no address', () => {
    const target: Target = { networkDomain: NETWORK, addresses: [] };
    const alias: AddressAnswer = { kind: 'no-such-name', chain: [NETWORK], ttl: undefined };
    expect(dnsReport('shop.example.com', target, everywhere(alias)).verdict).toBe('unknown');
    expect(dnsReport('shop.example.com', target, everywhere(found('192.0.2.10'))).verdict).toBe('unknown');
  });
});
