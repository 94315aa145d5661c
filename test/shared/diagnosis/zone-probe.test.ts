import { afterEach, describe, expect, test } from '@jest/globals';
import { createZoneProbe, type ZoneProbeOptions } from '../../../shared/diagnosis/zone-probe.ts';
import { toBoth } from '../../support/look-ups.ts';
import { unusedDnsServer } from '../../support/net-dns.ts';
import {
  FAILURE,
  knowing,
  type Names,
  NEGATIVE_TTL,
  nameServers,
  REFUSAL,
  type Sayings,
  TTL,
} from './dns-names.ts';

const SHOP = 'shop.example.test';
/** For servers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For one that stays silent. */
const SHORT = 400;

const ZONE: Names = {
  'example.test NS': ['ns1.hoster.test', 'ns2.hoster.test'],
  'ns1.hoster.test A': ['127.0.0.2'],
  'ns2.hoster.test A': ['127.0.0.3'],
};

const servers = nameServers();

afterEach(() => servers.closeAll());

const says = (...addresses: string[]): Sayings => knowing({ [`${SHOP} A`]: addresses });
const failing: Sayings = () => FAILURE;
const silent: Sayings = () => 'silence';
const addresses = (address: string) => ({ kind: 'addresses', chain: [], addresses: [address], ttl: TTL });
/** What a server says that has these addresses. */
const found = (ipv4: string, ipv6?: string) => ({
  ipv4: addresses(ipv4),
  ...(ipv6 !== undefined && { ipv6: addresses(ipv6) }),
});

/** A look through these resolvers, beside the name servers at 127.0.0.2, 127.0.0.3 and so on. */
async function lookThrough(
  resolvers: readonly Sayings[],
  ofZone: readonly Sayings[] = [],
  options: Partial<ZoneProbeOptions> = {},
) {
  let { port } = await unusedDnsServer();
  const zone = [];
  for (const [index, sayings] of ofZone.entries()) {
    const started = await servers.start(sayings, `127.0.0.${index + 2}`, index === 0 ? 0 : port);
    port = started.port;
    zone.push(started);
  }
  const asked = await Promise.all(resolvers.map((sayings) => servers.start(sayings)));
  const look = createZoneProbe({
    resolvers: asked,
    port,
    allowPrivateAddresses: true,
    timeout: PATIENT,
    ...options,
  });
  return { zoneOf: look.zoneOf, asked, zone };
}

describe('the servers of a zone', () => {
  test('are asked for the addresses of the name, each one directly', async () => {
    const both = knowing({ [`${SHOP} A`]: ['203.0.113.7'], [`${SHOP} AAAA`]: ['2001:db8::7'] });
    const { zoneOf, zone } = await lookThrough([knowing(ZONE)], [both, both]);
    const lookUp = found('203.0.113.7', '2001:db8::7');
    expect(await zoneOf(SHOP)).toEqual({
      kind: 'found',
      apex: 'example.test',
      servers: [
        { name: 'ns1.hoster.test', address: '127.0.0.2', lookUp },
        { name: 'ns2.hoster.test', address: '127.0.0.3', lookUp },
      ],
    });
    for (const { asked } of zone) {
      expect(asked).toEqual([
        { name: SHOP, type: 'A', recursive: false, checked: true },
        { name: SHOP, type: 'AAAA', recursive: false, checked: true },
      ]);
    }
  });

  test('may be those of the domain that was registered', async () => {
    const { zoneOf } = await lookThrough([knowing(ZONE)], [knowing({ 'example.test A': ['203.0.113.7'] })]);
    expect(await zoneOf('example.test')).toMatchObject({
      apex: 'example.test',
      servers: [{ lookUp: found('203.0.113.7') }, {}],
    });
  });

  test.each<readonly [string, Sayings, object]>([
    ['another address', says('192.0.2.10'), found('192.0.2.10')],
    [
      'that there is no such name',
      knowing({}),
      toBoth({ kind: 'no-such-name', chain: [], ttl: NEGATIVE_TTL }),
    ],
    [
      'that there are no records',
      knowing({ [`${SHOP} TXT`]: [] }),
      toBoth({ kind: 'no-records', chain: [], ttl: NEGATIVE_TTL }),
    ],
    [
      'that it is not the one to ask',
      () => REFUSAL,
      toBoth({ kind: 'failed', chain: [], failure: 'refused' }),
    ],
    ['that it fails', failing, toBoth({ kind: 'failed', chain: [], failure: 'server-failure' })],
  ])('may disagree: one says %s', async (_, second, lookUp) => {
    const { zoneOf } = await lookThrough([knowing(ZONE)], [says('203.0.113.7'), second]);
    expect(await zoneOf(SHOP)).toMatchObject({
      kind: 'found',
      servers: [{ lookUp: found('203.0.113.7') }, { lookUp }],
    });
  });

  test('may be silent, or not there', async () => {
    const { zoneOf } = await lookThrough([knowing(ZONE)], [silent], { timeout: SHORT });
    expect(await zoneOf(SHOP)).toMatchObject({
      kind: 'found',
      servers: [
        { address: '127.0.0.2', lookUp: toBoth({ kind: 'failed', chain: [], failure: 'timeout' }) },
        { address: '127.0.0.3', lookUp: toBoth({ kind: 'failed', chain: [], failure: 'unreachable' }) },
      ],
    });
  });

  test('are four at most, by the order of their names', async () => {
    const names = ['ns5', 'ns3', 'ns1', 'ns4', 'ns2'].map((one) => `${one}.hoster.test`);
    const { zoneOf } = await lookThrough([
      knowing({
        'example.test NS': names,
        ...Object.fromEntries(names.map((one) => [`${one} A`, ['127.0.0.2']])),
      }),
    ]);
    const evidence = await zoneOf(SHOP);
    expect(evidence.kind === 'found' && evidence.servers.map(({ name }) => name)).toEqual(
      [...names].sort().slice(0, 4),
    );
  });

  test.each<readonly [string, Names, readonly string[]]>([
    [
      'at one address, of IPv4 if there is one',
      { 'ns1.hoster.test AAAA': ['::1'], 'ns1.hoster.test A': ['127.0.0.2', '127.0.0.3'] },
      ['127.0.0.2', '127.0.0.3'],
    ],
    [
      'at an IPv6 address if there is no other',
      { 'ns1.hoster.test AAAA': ['::1'], 'ns1.hoster.test A': [] },
      ['::1', '127.0.0.3'],
    ],
    ['only where there is an address', { 'ns1.hoster.test A': [] }, ['127.0.0.3']],
  ])('are asked %s', async (_, names, addresses) => {
    const { zoneOf } = await lookThrough([knowing({ ...ZONE, ...names })]);
    const evidence = await zoneOf(SHOP);
    expect(evidence.kind === 'found' && evidence.servers.map(({ address }) => address)).toEqual(addresses);
  });

  test('are not asked at all at addresses that are not public', async () => {
    const { zoneOf, zone } = await lookThrough([knowing(ZONE)], [says('203.0.113.7')], {
      allowPrivateAddresses: false,
    });
    expect(await zoneOf(SHOP)).toEqual({
      kind: 'unknown',
      reason: { kind: 'servers-without-address', apex: 'example.test' },
    });
    expect(zone[0]?.asked).toEqual([]);
  });
});

describe('the zone of a name', () => {
  test('is that of the nearest name upwards with name servers of its own', async () => {
    const child: Names = { 'shop.example.test NS': ['ns1.hoster.test'] };
    const { zoneOf } = await lookThrough([knowing({ ...ZONE, ...child })], [says('203.0.113.7')]);
    expect(await zoneOf(`www.${SHOP}`)).toMatchObject({ kind: 'found', apex: SHOP, servers: [{}] });
  });

  test('is never that of a public suffix', async () => {
    const { zoneOf, asked } = await lookThrough([
      knowing({ 'test NS': ['ns1.hoster.test'], [`${SHOP} A`]: [] }),
    ]);
    expect(await zoneOf(SHOP)).toEqual({
      kind: 'unknown',
      reason: { kind: 'no-name-servers', name: SHOP },
    });
    expect(asked[0]?.asked.some(({ name, type }) => name === 'ns1.hoster.test' && type === 'A')).toBe(true);
  });

  test('is looked for above a private suffix, whose owner may keep the records of the names below', async () => {
    const page = 'me.github.io';
    const { zoneOf } = await lookThrough(
      [
        knowing({
          'github.io NS': ['ns1.hoster.test'],
          'ns1.hoster.test A': ['127.0.0.2'],
          [`${page} A`]: ['203.0.113.7'],
        }),
      ],
      [knowing({ [`${page} A`]: ['203.0.113.7'] })],
    );
    expect(await zoneOf(page)).toMatchObject({ kind: 'found', apex: 'github.io' });
  });

  test('is not that to which an alias leads', async () => {
    const alias: Names = {
      'x7.example.test CNAME': ['network.example'],
      'network.example NS': ['ns2.hoster.test'],
    };
    const { zoneOf } = await lookThrough([knowing({ ...ZONE, ...alias })]);
    expect(await zoneOf('x7.example.test')).toMatchObject({ kind: 'found', apex: 'example.test' });
  });

  test('is unknown if a name cannot be looked up that may be a zone of its own', async () => {
    const { zoneOf } = await lookThrough([
      (question) => (question.name === SHOP ? FAILURE : knowing(ZONE)(question)),
    ]);
    expect(await zoneOf(`www.${SHOP}`)).toEqual({
      kind: 'unknown',
      reason: { kind: 'no-resolver-tells', name: SHOP, failure: 'server-failure' },
    });
  });

  test.each<readonly [string, Sayings]>([
    ['fails', failing],
    ['refuses', () => REFUSAL],
    ['is silent', silent],
  ])('is what the second resolver says if the first one %s', async (_, first) => {
    // A part of it is waited for only where the first one stays silent.
    const { zoneOf } = await lookThrough([first, knowing(ZONE)], [], { timeout: 2_000 });
    expect(await zoneOf(SHOP)).toMatchObject({ kind: 'found', apex: 'example.test' });
  });

  test('is unknown if all resolvers are silent', async () => {
    const { zoneOf } = await lookThrough([silent, silent, silent], [], { timeout: SHORT });
    expect(await zoneOf(SHOP)).toEqual({
      kind: 'unknown',
      reason: { kind: 'no-resolver-tells', name: SHOP, failure: 'timeout' },
    });
  });

  test('is unknown if there are no resolvers', async () => {
    const { zoneOf } = await lookThrough([]);
    expect(await zoneOf(SHOP)).toMatchObject({ kind: 'unknown' });
  });

  test('is found for a name of 60 labels, if a server of it answers', async () => {
    const name = `${'a.'.repeat(58)}example.test`;
    const known = knowing({ ...ZONE, [`${name} A`]: ['203.0.113.7'] });
    const { zoneOf } = await lookThrough([known, known, known], [known]);
    expect(await zoneOf(name)).toMatchObject({ kind: 'found', apex: 'example.test', servers: [{}] });
  });

  test('is unknown for a name so deep that a zone below may not have been seen', async () => {
    const { zoneOf, zone } = await lookThrough([knowing(ZONE)], [() => REFUSAL, () => REFUSAL]);
    expect(await zoneOf('a.b.c.d.e.f.g.example.test')).toEqual({
      kind: 'unknown',
      reason: { kind: 'too-deep', below: 'b.c.d.e.f.g.example.test' },
    });
    expect(zone[0]?.asked).not.toEqual([]);
  });

  test('of a name of 8 labels may be that of the name itself', async () => {
    const name = 'a.b.c.d.e.f.example.test';
    const { zoneOf } = await lookThrough([knowing({ ...ZONE, [`${name} NS`]: ['ns1.hoster.test'] })]);
    expect(await zoneOf(name)).toMatchObject({ kind: 'found', apex: name });
  });
});

describe('a domain is not registered', () => {
  const known = knowing(ZONE);
  const gone = knowing({});

  test.each<readonly [string, Sayings[], string]>([
    ['if all resolvers say so', [gone, gone, gone], 'unregistered'],
    ['if most say so', [gone, known, gone], 'unregistered'],
    ['if most of those that answer say so', [gone, failing, gone], 'unregistered'],
    ['if the only one that answers says so', [failing, gone, failing], 'unregistered'],
    ['but unknown, if one of two says so', [gone, known], 'unknown'],
    ['but unknown, if the first of three says so', [gone, known, known], 'unknown'],
    ['but found, if the last of three says so', [known, known, gone], 'found'],
    ['but unknown, if all fail', [failing, failing, failing], 'unknown'],
  ])('%s', async (_, resolvers, kind) => {
    const { zoneOf } = await lookThrough(resolvers);
    const evidence = await zoneOf(`www.${SHOP}`);
    expect(evidence.kind).toBe(kind);
    if (evidence.kind === 'unregistered') expect(evidence.registrable).toBe('example.test');
  });

  test('but unknown, if it is an alias of a name that does not exist', async () => {
    const { zoneOf } = await lookThrough([knowing({ 'example.test CNAME': ['gone.test'] })]);
    expect(await zoneOf('example.test')).toMatchObject({ kind: 'unknown' });
  });

  test.each([
    ['newcust.uk.com', 'newcust.uk.com'],
    ['shop.newcust.uk.com', 'newcust.uk.com'],
    ['blog.newcust.github.io', 'newcust.github.io'],
  ])('below a private suffix: of %s it is %s', async (name, registrable) => {
    const around = { 'uk.com NS': ['ns1.hoster.test'], 'github.io NS': ['ns1.hoster.test'] };
    const { zoneOf } = await lookThrough([knowing({ ...around, 'ns1.hoster.test A': ['127.0.0.2'] })]);
    expect(await zoneOf(name)).toEqual({ kind: 'unregistered', registrable });
  });

  test('but found, if only a name under it does not exist', async () => {
    const { zoneOf } = await lookThrough([known], [gone]);
    expect(await zoneOf(SHOP)).toMatchObject({
      kind: 'found',
      servers: [{ lookUp: { ipv4: { kind: 'no-such-name' } } }, {}],
    });
  });
});

describe('an alias', () => {
  const NETWORK = 'network.example';

  test('is followed within the zone', async () => {
    const { zoneOf } = await lookThrough(
      [knowing(ZONE)],
      [knowing({ [`${SHOP} CNAME`]: ['www.example.test'], 'www.example.test A': ['203.0.113.7'] })],
    );
    expect(await zoneOf(SHOP)).toMatchObject({
      servers: [{ lookUp: { ipv4: { chain: ['www.example.test'], addresses: ['203.0.113.7'] } } }, {}],
    });
  });

  test('leaves the zone for a name that only ends in the same letters', async () => {
    const other = 'other-example.test';
    const { zoneOf } = await lookThrough(
      [knowing(ZONE)],
      [knowing({ [`${SHOP} CNAME`]: [other], [`${other} A`]: ['192.0.2.66'] })],
    );
    expect(await zoneOf(SHOP)).toMatchObject({
      servers: [{ lookUp: { ipv4: { kind: 'no-records', chain: [other] } } }, {}],
    });
  });

  test.each<readonly [string, Names]>([
    ['of which the server knows nothing', { [`${SHOP} CNAME`]: [NETWORK], 'network.example TXT': [] }],
    ['of which the server says that it does not exist', { [`${SHOP} CNAME`]: [NETWORK] }],
    [
      'of which the server has an address',
      { [`${SHOP} CNAME`]: [NETWORK], 'network.example A': ['192.0.2.66'] },
    ],
    [
      'of which the server knows another alias',
      {
        [`${SHOP} CNAME`]: [NETWORK],
        'network.example CNAME': ['old.example'],
        'old.example A': ['192.0.2.66'],
      },
    ],
  ])('ends where it leaves the zone, for a name %s', async (_, names) => {
    const { zoneOf, zone } = await lookThrough([knowing(ZONE)], [knowing(names)]);
    expect(await zoneOf(SHOP)).toMatchObject({
      servers: [{ lookUp: toBoth({ kind: 'no-records', chain: [NETWORK], ttl: TTL }) }, {}],
    });
    expect(zone[0]?.asked.map(({ name }) => name)).toEqual([SHOP, SHOP]);
  });
});
