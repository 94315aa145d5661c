import { describe, expect, test } from '@jest/globals';
import type { DnsRecord, DnsReply } from '../../../local/internet/dns-server.ts';
import { answerFromTable } from '../../support/zone-table.ts';

const answer = answerFromTable({
  'example.test': { a: ['192.0.2.1'] },
  'both.example.test': { a: ['192.0.2.2', '192.0.2.3'], aaaa: ['2001:db8::2'] },
  'one.example.test': { cname: 'two.example.test' },
  'two.example.test': { cname: 'both.example.test' },
  'upper.example.test': { cname: 'BOTH.example.test' },
  'dangling.example.test': { cname: 'gone.example.test' },
  'leaving.example.test': { cname: 'network.other.test' },
  'narcissus.example.test': { cname: 'narcissus.example.test' },
  'egg.example.test': { cname: 'hen.example.test' },
  'hen.example.test': { cname: 'egg.example.test' },
  '*.wild.test': { a: ['192.0.2.9'] },
  'shop.wild.test': { aaaa: ['2001:db8::9'] },
  'deep.eu.wild.test': { a: ['192.0.2.8'] },
  '*.alias.test': { cname: 'both.example.test' },
});

const ask = (name: string, type: 'A' | 'AAAA' | 'CNAME' | 'MX') => answer({ name, type, transport: 'udp' });

/** A reply in one line: its code, then each record. */
function summary(reply: DnsReply): string {
  const line = (records: readonly DnsRecord[]) =>
    records
      .map(({ type, data }) => ` ${type} ${typeof data === 'string' ? data : JSON.stringify(data)}`)
      .join('');
  if (reply.kind === 'records') return `NOERROR${line(reply.records)}`;
  return reply.kind === 'name-error' ? `NXDOMAIN${line(reply.chain ?? [])}` : reply.kind;
}

describe('a zone answers', () => {
  test.each([
    ['an address', 'example.test', 'A', 'NOERROR A 192.0.2.1'],
    ['all addresses of the type', 'both.example.test', 'A', 'NOERROR A 192.0.2.2 A 192.0.2.3'],
    ['AAAA apart from A', 'both.example.test', 'AAAA', 'NOERROR AAAA 2001:db8::2'],
    ['no data for a type that is not there', 'example.test', 'AAAA', 'NOERROR'],
    ['no data for a type it does not keep', 'example.test', 'MX', 'NOERROR'],
    ['a name error for an unknown name', 'nobody.example.test', 'A', 'NXDOMAIN'],
    ['a name error for a name elsewhere', 'nobody.invalid', 'A', 'NXDOMAIN'],
    [
      'a chain to its end',
      'one.example.test',
      'AAAA',
      'NOERROR CNAME two.example.test CNAME both.example.test AAAA 2001:db8::2',
    ],
    ['a CNAME alone when asked for it', 'one.example.test', 'CNAME', 'NOERROR CNAME two.example.test'],
    [
      'a target in upper case',
      'upper.example.test',
      'AAAA',
      'NOERROR CNAME BOTH.example.test AAAA 2001:db8::2',
    ],
    [
      'the chain to a name that does not exist',
      'dangling.example.test',
      'A',
      'NXDOMAIN CNAME gone.example.test',
    ],
    [
      'only the CNAME when it leaves the zone',
      'leaving.example.test',
      'A',
      'NOERROR CNAME network.other.test',
    ],
    ['a failure to a CNAME to itself', 'narcissus.example.test', 'A', 'server-failure'],
    ['a failure to a circle of CNAMEs', 'egg.example.test', 'A', 'server-failure'],
    ['a wildcard for any label', 'any.wild.test', 'A', 'NOERROR A 192.0.2.9'],
    ['a wildcard for two labels', 'a.b.wild.test', 'A', 'NOERROR A 192.0.2.9'],
    ['a wildcard asked for by its own name', '*.wild.test', 'A', 'NOERROR A 192.0.2.9'],
    ['no wildcard where the name itself exists', 'shop.wild.test', 'A', 'NOERROR'],
    ['no wildcard below a name that exists', 'a.shop.wild.test', 'A', 'NXDOMAIN'],
    ['no wildcard for a name that exists by one below it', 'eu.wild.test', 'A', 'NOERROR'],
    ['no wildcard below such a name', 'a.eu.wild.test', 'A', 'NXDOMAIN'],
    ['no wildcard for the name that it is under', 'wild.test', 'A', 'NOERROR'],
    [
      'a wildcard CNAME to its end',
      'x.alias.test',
      'AAAA',
      'NOERROR CNAME both.example.test AAAA 2001:db8::2',
    ],
  ] as const)('%s: %s %s', async (_, name, type, expected) => {
    expect(summary(await ask(name, type))).toBe(expected);
  });

  test('a wildcard with the name that was asked for, not with its own', async () => {
    expect(await ask('x.alias.test', 'CNAME')).toEqual({
      kind: 'records',
      records: [{ name: 'x.alias.test', type: 'CNAME', data: 'both.example.test' }],
    });
  });
});
