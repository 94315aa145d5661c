import { afterEach, describe, expect, test } from '@jest/globals';
import type { DnsAnswer, DnsReply, DnsServer } from '../../../local/internet/dns-server.ts';
import { createDnsCheck, type DnsCheckOptions } from '../../../shared/dns/check.ts';
import type { DnsVerdict } from '../../../shared/dns/verdict.ts';
import { toBoth } from '../../support/look-ups.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { dnsServers, forged, unusedDnsServer } from '../../support/net-dns.ts';
import { domain } from '../../support/net-domain.ts';
import { answerFromTable, type ZoneTable } from '../../support/zone-table.ts';

const NETWORK = domain('network.example');
const SHOP = domain('shop.example.test');
/** For resolvers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For a resolver that stays silent. */
const SHORT = 400;

const servers = dnsServers();

afterEach(() => servers.closeAll());

const portOf = ({ port }: { readonly port: number }) => ({ address: '127.0.0.1', port });

/** A look through a resolver for each answer. */
async function lookThrough(answers: readonly DnsAnswer[], options: Partial<DnsCheckOptions> = {}) {
  const started = await Promise.all(answers.map(servers.start));
  const look = createDnsCheck({
    resolvers: started.map(portOf),
    networkAddresses: [],
    timeout: PATIENT,
    now: manualClock().now,
    ...options,
  });
  return { look, asked: started };
}

const WORLD: ZoneTable = { 'network.example': { a: ['203.0.113.7'], aaaa: ['2001:db8::7'] } };
/** A resolver that knows the network, and these names beside it. */
const knowing = (names: ZoneTable): DnsAnswer => answerFromTable({ ...WORLD, ...names });
/** A resolver that knows the network and says this of every other name. */
const saying =
  (reply: DnsReply): DnsAnswer =>
  (question) =>
    question.name === NETWORK ? knowing({})(question) : reply;

const pointing = knowing({ [SHOP]: { a: ['203.0.113.7'] } });
const elsewhere = knowing({ [SHOP]: { a: ['192.0.2.10'] } });
const partly = knowing({ [SHOP]: { a: ['203.0.113.7'], aaaa: ['2001:db8::66'] } });
const missing = knowing({});
const failing = saying({ kind: 'server-failure' });
const silent = saying({ kind: 'silence' });

describe('the verdict where all resolvers say the same', () => {
  test.each<readonly [string, DnsAnswer, DnsVerdict]>([
    ['an A record to the network', pointing, 'pointing'],
    [
      'A and AAAA records to the network',
      knowing({ [SHOP]: { a: ['203.0.113.7'], aaaa: ['2001:db8:0:0::7'] } }),
      'pointing',
    ],
    ['an AAAA record to the network alone', knowing({ [SHOP]: { aaaa: ['2001:db8::7'] } }), 'pointing'],
    ['a CNAME record to the network', knowing({ [SHOP]: { cname: NETWORK } }), 'pointing'],
    [
      'a CNAME record to the network in upper case',
      knowing({ [SHOP]: { cname: 'Network.EXAMPLE' } }),
      'pointing',
    ],
    [
      'a CNAME chain to the network',
      knowing({
        [SHOP]: { cname: 'www.example.test' },
        'www.example.test': { cname: 'cdn.other.test' },
        'cdn.other.test': { cname: NETWORK },
      }),
      'pointing',
    ],
    [
      'a CNAME record to a name with the same address',
      knowing({ [SHOP]: { cname: 'host.other.test' }, 'host.other.test': { a: ['203.0.113.7'] } }),
      'pointing',
    ],
    [
      'a CNAME record alone, its end in another zone',
      (question) =>
        question.name === SHOP
          ? { kind: 'records', records: [{ name: SHOP, type: 'CNAME', data: 'host.other.test' }] }
          : knowing({ 'host.other.test': { a: ['203.0.113.7'] } })(question),
      'pointing',
    ],
    [
      'a CNAME record alone to a wrong address in another zone',
      (question) =>
        question.name === SHOP
          ? { kind: 'records', records: [{ name: SHOP, type: 'CNAME', data: 'host.other.test' }] }
          : knowing({ 'host.other.test': { a: ['192.0.2.10'] } })(question),
      'elsewhere',
    ],
    ['the right A record and a stray AAAA record', partly, 'partly'],
    [
      'the right A record and an old one',
      knowing({ [SHOP]: { a: ['192.0.2.10', '203.0.113.7'] } }),
      'partly',
    ],
    ['another address', elsewhere, 'elsewhere'],
    [
      'a CNAME record to another host',
      knowing({ [SHOP]: { cname: 'host.other.test' }, 'host.other.test': { a: ['192.0.2.10'] } }),
      'elsewhere',
    ],
    ['no such name', missing, 'missing'],
    ['a name without records', knowing({ [SHOP]: {} }), 'missing'],
    ['a CNAME record to no such name', knowing({ [SHOP]: { cname: 'gone.example.test' } }), 'missing'],
    [
      'CNAME records in a circle, which the resolver shows',
      saying({
        kind: 'records',
        records: [
          { name: SHOP, type: 'CNAME', data: 'b.example.test' },
          { name: 'b.example.test', type: 'CNAME', data: SHOP },
        ],
      }),
      'missing',
    ],
    [
      'CNAME records in a circle, at which the resolver fails',
      knowing({ [SHOP]: { cname: 'b.example.test' }, 'b.example.test': { cname: SHOP } }),
      'unknown',
    ],
    ['a server failure', failing, 'unknown'],
    ['a refusal', saying({ kind: 'refused' }), 'unknown'],
    ['an answer that comes over TCP', saying({ kind: 'truncated', records: [] }), 'missing'],
    [
      'a forged answer before the true one',
      async (question) =>
        forged(
          'other-id',
          [{ name: question.name, type: 'A', data: '192.0.2.66' }],
          await pointing(question),
        ),
      'pointing',
    ],
  ])('%s', async (_, answer, verdict) => {
    const { look } = await lookThrough([answer, answer, answer]);
    const report = await look.report(SHOP, NETWORK);
    expect(report.resolvers.map((resolver) => resolver.verdict)).toEqual([verdict, verdict, verdict]);
    expect(report.verdict).toBe(verdict);
  });

  test.each<readonly [string, DnsReply]>([
    ['silence', { kind: 'silence' }],
    ['garbage', { kind: 'garbage', bytes: new Uint8Array(40).fill(255) }],
  ])('%s', async (_, reply) => {
    const { look } = await lookThrough([saying(reply), saying(reply), saying(reply)], { timeout: SHORT });
    expect((await look.report(SHOP, NETWORK)).verdict).toBe('unknown');
  });
});

describe('the verdict where the resolvers differ', () => {
  test.each<readonly [string, DnsAnswer[], DnsVerdict]>([
    ['one of three fails', [pointing, failing, pointing], 'pointing'],
    ['two of three fail', [pointing, failing, failing], 'unknown'],
    ['one of three refuses', [saying({ kind: 'refused' }), pointing, pointing], 'pointing'],
    ['one of three is silent', [pointing, pointing, silent], 'pointing'],
    ['two of three are silent', [silent, pointing, silent], 'unknown'],
    ['one of three has not heard of the name yet', [pointing, pointing, missing], 'pointing'],
    ['two of three have not heard of the name yet', [missing, pointing, missing], 'missing'],
    ['two of three have the old address', [elsewhere, pointing, elsewhere], 'elsewhere'],
    ['all three differ', [missing, elsewhere, partly], 'partly'],
    ['all three differ, and one is right', [silent, pointing, missing], 'missing'],
    ['one of two is right', [pointing, elsewhere], 'elsewhere'],
  ])('%s', async (_, answers, verdict) => {
    // Only where one stays silent the time-out is waited for.
    const { look } = await lookThrough(answers, { timeout: answers.includes(silent) ? SHORT : PATIENT });
    expect((await look.report(SHOP, NETWORK)).verdict).toBe(verdict);
  });

  test('one of three is not there', async () => {
    const gone = await unusedDnsServer();
    const there = await Promise.all([servers.start(pointing), servers.start(pointing)]);
    const resolvers = [...there, gone].map(portOf);
    const { look } = await lookThrough([], { resolvers });
    const report = await look.report(SHOP, NETWORK);
    expect(report.verdict).toBe('pointing');
    expect(report.resolvers[2]).toEqual({
      resolver: gone.address,
      verdict: 'unknown',
      lookUp: toBoth({ kind: 'failed', chain: [], failure: 'unreachable' }),
    });
  });
});

test('the report tells what each resolver answered, by its address', async () => {
  const aliased = knowing({ [SHOP]: { cname: NETWORK } });
  const { look, asked } = await lookThrough([aliased, partly, failing]);
  const report = await look.report(SHOP, NETWORK);
  expect(report).toEqual({
    name: SHOP,
    target: { networkDomain: NETWORK, addresses: ['203.0.113.7', '2001:db8::7'] },
    verdict: 'partly',
    resolvers: [
      {
        resolver: asked[0]?.address,
        verdict: 'pointing',
        lookUp: toBoth({
          kind: 'addresses',
          chain: [NETWORK],
          addresses: ['203.0.113.7', '2001:db8::7'],
          ttl: 60,
        }),
      },
      {
        resolver: asked[1]?.address,
        verdict: 'partly',
        lookUp: toBoth({ kind: 'addresses', chain: [], addresses: ['203.0.113.7', '2001:db8::66'], ttl: 60 }),
      },
      {
        resolver: asked[2]?.address,
        verdict: 'unknown',
        lookUp: toBoth({ kind: 'failed', chain: [], failure: 'server-failure' }),
      },
    ],
  });
});

test('a resolver at the usual port is told by its address alone', async () => {
  const { look } = await lookThrough([], { resolvers: [{ address: '127.0.0.99', port: 53 }], timeout: 50 });
  expect((await look.report(SHOP, undefined)).resolvers.map(({ resolver }) => resolver)).toEqual([
    '127.0.0.99',
  ]);
});

test('a hundred reports at the same time are all answered', async () => {
  const { look } = await lookThrough([knowing({ '*.example.test': { cname: NETWORK } })]);
  const domains = Array.from({ length: 100 }, (_, index) => domain(`shop${index}.example.test`));
  const reports = await Promise.all(domains.map((one) => look.report(one, NETWORK)));
  expect(reports.filter(({ verdict }) => verdict !== 'pointing')).toEqual([]);
});

describe('a wildcard', () => {
  const WILDCARD = domain('*.example.test');
  const wild = knowing({ '*.example.test': { a: ['203.0.113.7'] } });

  test('is looked up as a random name under it, a fresh one each time', async () => {
    const { look } = await lookThrough([wild]);
    const names = [
      (await look.report(WILDCARD, NETWORK)).name,
      (await look.report(WILDCARD, NETWORK)).name,
      (await look.report(WILDCARD, undefined)).name,
    ];
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+\.example\.test$/);
    expect(new Set(names).size).toBe(3);
  });

  test('is looked up by the same name at every resolver', async () => {
    const { look, asked } = await lookThrough([wild, wild, wild]);
    const { name, verdict } = await look.report(WILDCARD, undefined);
    expect(verdict).toBe('unknown');
    for (const server of asked) expect(server.queries().map((query) => query.name)).toEqual([name, name]);
  });

  test('points if its records do', async () => {
    const { look } = await lookThrough([wild, wild, wild]);
    expect((await look.report(WILDCARD, NETWORK)).verdict).toBe('pointing');
  });

  test('is missing if only the name that it stands under is there', async () => {
    const { look } = await lookThrough([knowing({ 'example.test': { a: ['203.0.113.7'] } })]);
    expect((await look.report(WILDCARD, NETWORK)).verdict).toBe('missing');
  });

  test('of the longest name there can be is looked up by a name that is not too long', async () => {
    const { look } = await lookThrough([], { resolvers: [] });
    const label = 'a'.repeat(63);
    const longest = domain(`*.${label}.${label}.${label}.${'a'.repeat(54)}.test`);
    const { name } = await look.report(longest, undefined);
    expect(name.length).toBeLessThanOrEqual(253);
  });
});

describe('the target', () => {
  test('are the addresses that all resolvers together give for the network', async () => {
    const { look } = await lookThrough([
      answerFromTable({ [NETWORK]: { a: ['203.0.113.7'] }, [SHOP]: { a: ['203.0.113.8'] } }),
      answerFromTable({ [NETWORK]: { a: ['203.0.113.8'] }, [SHOP]: { a: ['203.0.113.7'] } }),
    ]);
    const report = await look.report(SHOP, NETWORK);
    expect(report.target.addresses.toSorted()).toEqual(['203.0.113.7', '203.0.113.8']);
    expect(report.verdict).toBe('pointing');
  });

  test('are the configured addresses too, each once', async () => {
    const { look } = await lookThrough([partly], { networkAddresses: ['2001:db8::66', '203.0.113.7'] });
    const report = await look.report(SHOP, NETWORK);
    expect(report.target.addresses).toEqual(['203.0.113.7', '2001:db8::7', '2001:db8::66']);
    expect(report.verdict).toBe('pointing');
  });

  test('are the configured addresses alone where there is no network domain', async () => {
    const { look, asked } = await lookThrough([elsewhere], { networkAddresses: ['192.0.2.10'] });
    const report = await look.report(SHOP, undefined);
    expect(report.target).toEqual({ networkDomain: undefined, addresses: ['192.0.2.10'] });
    expect(report.verdict).toBe('pointing');
    expect(asked[0]?.queries().map(({ name }) => name)).toEqual([SHOP, SHOP]);
  });

  test.each<readonly [string, DnsReply]>([
    ['does not exist', { kind: 'name-error' }],
    ['has no records', { kind: 'records', records: [] }],
    ['cannot be looked up', { kind: 'server-failure' }],
  ])('is unknown, and nothing is right, if the network %s', async (_, reply) => {
    const answer: DnsAnswer = (question) =>
      question.name === NETWORK ? reply : answerFromTable({ [SHOP]: { a: ['203.0.113.7'] } })(question);
    const { look } = await lookThrough([answer, answer]);
    expect(await look.report(SHOP, NETWORK)).toMatchObject({ verdict: 'unknown', target: { addresses: [] } });
  });

  test('are the configured addresses if the network cannot be looked up', async () => {
    const answer: DnsAnswer = (question) =>
      question.name === NETWORK
        ? { kind: 'server-failure' }
        : answerFromTable({ [SHOP]: { a: ['203.0.113.7'] } })(question);
    const { look } = await lookThrough([answer], { networkAddresses: ['203.0.113.7'] });
    expect((await look.report(SHOP, NETWORK)).verdict).toBe('pointing');
  });
});

describe("the network's addresses are kept", () => {
  const questionsAboutNetwork = (server: DnsServer | undefined) =>
    server?.queries().filter(({ name }) => name === NETWORK).length;

  test('for a minute, and then asked for again', async () => {
    const clock = manualClock();
    const { look, asked } = await lookThrough([pointing], { now: clock.now });
    await look.report(SHOP, NETWORK);
    clock.advance(59.999);
    await look.report(SHOP, NETWORK);
    // One question for each kind of address.
    expect(questionsAboutNetwork(asked[0])).toBe(2);
    clock.advance(0.001);
    await look.report(SHOP, NETWORK);
    expect(questionsAboutNetwork(asked[0])).toBe(4);
  });

  test('for reports at the same time', async () => {
    const { look, asked } = await lookThrough([pointing]);
    await Promise.all([look.report(SHOP, NETWORK), look.report(SHOP, NETWORK)]);
    expect(questionsAboutNetwork(asked[0])).toBe(2);
  });

  test('for each network apart', async () => {
    const other = domain('other.example');
    const { look } = await lookThrough([
      knowing({ [other]: { a: ['192.0.2.10'] }, [SHOP]: { a: ['192.0.2.10'] } }),
    ]);
    expect((await look.report(SHOP, NETWORK)).verdict).toBe('elsewhere');
    expect((await look.report(SHOP, other)).verdict).toBe('pointing');
  });

  test('until they change', async () => {
    const clock = manualClock();
    let address = '203.0.113.7';
    const { look } = await lookThrough(
      [(question) => answerFromTable({ [NETWORK]: { a: [address] } })(question)],
      {
        now: clock.now,
      },
    );
    await look.report(SHOP, NETWORK);
    address = '203.0.113.8';
    clock.advance(60);
    expect((await look.report(SHOP, NETWORK)).target.addresses).toEqual(['203.0.113.8']);
  });

  test('not if there were none', async () => {
    let known = false;
    const { look } = await lookThrough([(question) => (known ? pointing : answerFromTable({}))(question)]);
    expect((await look.report(SHOP, NETWORK)).target.addresses).toEqual([]);
    known = true;
    expect((await look.report(SHOP, NETWORK)).target.addresses).toEqual(['203.0.113.7', '2001:db8::7']);
  });
});
