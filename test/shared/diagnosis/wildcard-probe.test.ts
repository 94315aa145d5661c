import { afterEach, describe, expect, test } from '@jest/globals';
import type { ZoneEntry } from '../../../local/internet/zone.ts';
import type { ZoneEvidence } from '../../../shared/diagnosis/evidence.ts';
import { createWildcardProbe } from '../../../shared/diagnosis/wildcard-probe.ts';
import { createZoneProbe } from '../../../shared/diagnosis/zone-probe.ts';
import { createDnsCheck } from '../../../shared/dns/check.ts';
import { questionLimit } from '../../../shared/dns/question-limit.ts';
import { dnsServers } from '../../support/net-dns.ts';
import { domain } from '../../support/net-domain.ts';
import { answerFromTable } from '../../support/zone-table.ts';

/** For servers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
const OLD = '203.0.113.10';
const HERE = '203.0.113.7';

const servers = dnsServers();

afterEach(() => servers.closeAll());

type Table = Readonly<Record<string, ZoneEntry>>;

/** Looks at a domain in a zone with these records (RFC 4592 is followed), by its name server or by a resolver alone. */
async function wildcardIn(table: Table, name: string, by: 'zone' | 'resolver' = 'zone', most = 60) {
  const around: Table = {
    'example.test': { a: [HERE], ...(by === 'zone' && { ns: ['ns.dns.test'] }) },
    'ns.dns.test': { a: ['127.0.0.1'] },
  };
  const server = await servers.start(answerFromTable({ ...around, ...table }));
  const resolvers = [{ address: '127.0.0.1', port: server.port }];
  const check = createDnsCheck({
    resolvers,
    networkAddresses: [HERE],
    timeout: PATIENT,
    now: () => new Date(0),
  });
  const report = await check.report(domain(name), undefined);
  const zones = createZoneProbe({
    resolvers,
    port: server.port,
    allowPrivateAddresses: true,
    timeout: PATIENT,
  });
  const zone: ZoneEvidence = await zones.zoneOf(report.name);
  const before = server.queries().length;
  const probe = createWildcardProbe({ resolvers, port: server.port });
  const wildcard = await probe.wildcardFor(domain(name), report, zone, PATIENT, questionLimit(most));
  return { wildcard, zone: zone.kind, asked: server.queries().length - before };
}

describe.each(['zone', 'resolver'] as const)('a wildcard, seen by the %s,', (by) => {
  test.each<readonly [string, Table, string, string]>([
    [
      'answers for a name without records',
      { '*.example.test': { a: [OLD] } },
      'shop.example.test',
      '*.example.test',
    ],
    [
      'answers by an alias',
      { '*.example.test': { cname: 'old.example.test' }, 'old.example.test': { a: [OLD] } },
      'shop.example.test',
      '*.example.test',
    ],
    [
      'answers with IPv6 alone',
      { '*.example.test': { aaaa: ['2001:db8::10'] } },
      'shop.example.test',
      '*.example.test',
    ],
    [
      'answers with several addresses',
      { '*.example.test': { a: [OLD, HERE] } },
      'shop.example.test',
      '*.example.test',
    ],
    ['answers two levels down', { '*.example.test': { a: [OLD] } }, 'a.b.example.test', '*.example.test'],
    [
      'of a level between answers',
      { '*.b.example.test': { a: [OLD] } },
      'a.b.example.test',
      '*.b.example.test',
    ],
    [
      'of a level between answers, and not the one above it',
      { '*.b.example.test': { a: [OLD] }, '*.example.test': { a: [HERE] } },
      'a.b.example.test',
      '*.b.example.test',
    ],
    [
      'above answers for another one that is missing',
      { '*.example.test': { a: [OLD] } },
      '*.shop.example.test',
      '*.example.test',
    ],
  ])('%s', async (_, table, name, wildcard) => {
    expect(await wildcardIn(table, name, by)).toMatchObject({ wildcard });
  });

  test.each<readonly [string, Table, string]>([
    ['there is none', { 'shop.example.test': { a: [OLD] } }, 'shop.example.test'],
    [
      'the name has a record of its own, with another address',
      { 'shop.example.test': { a: [OLD] }, '*.example.test': { a: [HERE] } },
      'shop.example.test',
    ],
    [
      'the name has a record of its own, with the very same address',
      { 'shop.example.test': { a: [OLD] }, '*.example.test': { a: [OLD] } },
      'shop.example.test',
    ],
    [
      'it stands under the name, not beside it',
      { 'shop.example.test': { a: [OLD] }, '*.shop.example.test': { a: [OLD] } },
      'shop.example.test',
    ],
    [
      'the name is the zone itself',
      { 'example.test': { a: [OLD], ns: ['ns.dns.test'] }, '*.example.test': { a: [OLD] } },
      'example.test',
    ],
    [
      'it is the very one that was mapped',
      { '*.shop.example.test': { a: [OLD] }, '*.example.test': { a: [OLD] } },
      '*.shop.example.test',
    ],
    ['it is mapped, and the only one', { '*.example.test': { a: [OLD] } }, '*.example.test'],
    ['there is no record at all', { 'other.example.test': { a: [OLD] } }, 'shop.example.test'],
  ])('is not told of where %s', async (_, table, name) => {
    expect((await wildcardIn(table, name, by)).wildcard).toBeUndefined();
  });
});

test.each([
  ['stands at the zone', '*.example.test', '*.example.test'],
  ['stands right above the name', '*.b.c.d.e.example.test', '*.b.c.d.e.example.test'],
  ['stands somewhere between, which is not looked at', '*.d.e.example.test', undefined],
])('above a deep name it %s', async (_, at, wildcard) => {
  expect((await wildcardIn({ [at]: { a: [OLD] } }, 'a.b.c.d.e.example.test')).wildcard).toBe(wildcard);
});

test('it takes two questions, and four for a deep name', async () => {
  const table = { '*.example.test': { a: [OLD] } };
  expect((await wildcardIn(table, 'shop.example.test')).asked).toBe(2);
  expect((await wildcardIn(table, `${'a.'.repeat(30)}example.test`)).asked).toBe(4);
  expect((await wildcardIn({ 'other.example.test': { a: [OLD] } }, 'shop.example.test')).asked).toBe(0);
});

test('what may not be asked is not known', async () => {
  const table = { '*.example.test': { a: [OLD] } };
  expect(await wildcardIn(table, 'shop.example.test', 'zone', 1)).toMatchObject({
    wildcard: undefined,
    asked: 1,
  });
});
