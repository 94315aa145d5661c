import { afterEach, describe, expect, test } from '@jest/globals';
import { createZoneProbe } from '../../../shared/diagnosis/zone-probe.ts';
import { answerKindOf } from '../../../shared/dns/look-up.ts';
import { FAILURE, knowing, type Names, nameServers, REFUSAL, type Said, type Sayings } from './dns-names.ts';

const SHOP = 'shop.example.test';
/** For servers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;

const [REGISTRY, REGISTRY_TOO, NEW, NEW_TOO, OLD, CHILD] = [2, 3, 4, 5, 6, 7].map(
  (last) => `127.0.0.${last}`,
);

const servers = nameServers();

afterEach(() => servers.closeAll());

const referTo = (zone: string, addresses: Readonly<Record<string, string | undefined>>): Said => ({
  code: 0,
  records: [],
  referral: { [zone]: addresses },
});
const has = (address: string): Sayings => knowing({ [`${SHOP} A`]: [address] });

/** What resolvers remember: the zone above, and the servers of the zone as they were once. */
const REMEMBERED: Names = {
  'test NS': ['a.registry.test', 'b.registry.test'],
  'a.registry.test A': [REGISTRY ?? ''],
  'b.registry.test A': [REGISTRY_TOO ?? ''],
  'example.test NS': ['ns1.old.test'],
  'ns1.old.test A': [OLD ?? ''],
  'ns1.new.test A': [NEW ?? ''],
  'ns2.new.test A': [NEW_TOO ?? ''],
};
const delegating =
  (addresses: Readonly<Record<string, string | undefined>>): Sayings =>
  () =>
    referTo('example.test', addresses);
const BOTH = { 'ns1.new.test': NEW, 'ns2.new.test': NEW_TOO };

/** A look with name servers at these addresses, by a resolver that has these names. */
async function zoneWith(
  at: Readonly<Record<string, Sayings>>,
  {
    names = REMEMBERED,
    name = SHOP,
    timeout = PATIENT,
  }: { names?: Names; name?: string; timeout?: number } = {},
) {
  let port = 0;
  const started: Record<string, Awaited<ReturnType<typeof servers.start>>> = {};
  for (const [address, sayings] of Object.entries(at)) {
    const server = await servers.start(sayings, address, port);
    started[address] = server;
    port = server.port;
  }
  const resolver = await servers.start(knowing(names));
  const probe = createZoneProbe({ resolvers: [resolver], port, allowPrivateAddresses: true, timeout });
  const zone = await probe.zoneOf(name);
  const told =
    zone.kind === 'found'
      ? zone.servers.map((server) => `${server.name} ${server.address} ${answerKindOf(server.lookUp)}`)
      : zone;
  return { apex: zone.kind === 'found' ? zone.apex : undefined, told, resolver, started };
}

describe('the servers of a zone are those to which the zone above delegates it', () => {
  test('not those that a resolver remembers, even if they still answer', async () => {
    const { told, apex } = await zoneWith({
      [REGISTRY ?? '']: delegating(BOTH),
      [NEW ?? '']: has('203.0.113.7'),
      [NEW_TOO ?? '']: has('203.0.113.7'),
      [OLD ?? '']: has('192.0.2.10'),
    });
    expect([apex, told]).toEqual([
      'example.test',
      ['ns1.new.test 127.0.0.4 answer', 'ns2.new.test 127.0.0.5 answer'],
    ]);
  });

  test('and one of them that knows nothing of the zone is told as it is', async () => {
    for (const [lame, kind] of [
      [() => REFUSAL, 'refused'],
      [() => FAILURE, 'server-failure'],
      [() => referTo('test', { 'a.registry.test': REGISTRY }), 'refused'],
    ] as const) {
      const { told } = await zoneWith({
        [REGISTRY ?? '']: delegating(BOTH),
        [NEW ?? '']: has('203.0.113.7'),
        [NEW_TOO ?? '']: lame,
      });
      expect(told).toEqual(['ns1.new.test 127.0.0.4 answer', `ns2.new.test 127.0.0.5 ${kind}`]);
      await servers.closeAll();
    }
  });

  test.each<readonly [string, Said]>([
    ['refusal', REFUSAL],
    ['failure', FAILURE],
  ])('and a %s that passes is none', async (_, said) => {
    const asked = new Set<string>();
    const onceFailing: Sayings = (one) => {
      const isFirst = !asked.has(one.type);
      asked.add(one.type);
      return isFirst ? said : has('203.0.113.7')(one);
    };
    const { told } = await zoneWith({
      [REGISTRY ?? '']: delegating({ 'ns1.new.test': NEW }),
      [NEW ?? '']: onceFailing,
    });
    expect(told).toEqual(['ns1.new.test 127.0.0.4 answer']);
  });

  test('at the addresses that it gives, or else at those that a resolver knows', async () => {
    const { told } = await zoneWith({
      [REGISTRY ?? '']: delegating({ 'ns1.new.test': undefined, 'ns2.new.test': CHILD }),
      [NEW ?? '']: has('203.0.113.7'),
      [CHILD ?? '']: has('203.0.113.7'),
    });
    expect(told).toEqual(['ns1.new.test 127.0.0.4 answer', 'ns2.new.test 127.0.0.7 answer']);
  });

  test('of IPv4 if there is one', async () => {
    const { told } = await zoneWith({
      [REGISTRY ?? '']: () => ({
        code: 0,
        records: [],
        referral: { 'example.test': { 'ns1.new.test': '::1', 'ns2.new.test': NEW_TOO } },
      }),
      [NEW_TOO ?? '']: has('203.0.113.7'),
    });
    expect(told).toEqual([expect.stringMatching(/^ns1\.new\.test ::1 /), 'ns2.new.test 127.0.0.5 answer']);
  });

  test.each<readonly [string, Sayings]>([
    ['refuses', () => REFUSAL],
    ['fails', () => FAILURE],
    ['refers to another zone', () => referTo('another.test', BOTH)],
    ['knows the name, and no delegation of it', knowing({ 'example.test TXT': [] })],
  ])('by its second server, if the first %s', async (_, first) => {
    const { told } = await zoneWith({
      [REGISTRY ?? '']: first,
      [REGISTRY_TOO ?? '']: delegating({ 'ns1.new.test': NEW }),
      [NEW ?? '']: has('203.0.113.7'),
    });
    expect(told).toEqual(['ns1.new.test 127.0.0.4 answer']);
  });

  test('or those that a resolver tells, where the zone above says nothing', async () => {
    const { told } = await zoneWith({
      [REGISTRY ?? '']: () => REFUSAL,
      [REGISTRY_TOO ?? '']: () => REFUSAL,
      [OLD ?? '']: has('192.0.2.10'),
    });
    expect(told).toEqual(['ns1.old.test 127.0.0.6 answer']);
  });

  test('or those that a resolver tells, where the zone above is silent', async () => {
    const { told } = await zoneWith(
      {
        [REGISTRY ?? '']: () => 'silence',
        [REGISTRY_TOO ?? '']: () => 'silence',
        [OLD ?? '']: has('192.0.2.10'),
      },
      { timeout: 2_000 },
    );
    expect(told).toEqual(['ns1.old.test 127.0.0.6 answer']);
  });

  test('which may have the zone itself', async () => {
    const { told } = await zoneWith({
      [REGISTRY ?? '']: knowing({ 'example.test NS': ['ns1.new.test'] }),
      [NEW ?? '']: has('203.0.113.7'),
    });
    expect(told).toEqual(['ns1.new.test 127.0.0.4 answer']);
  });

  test('so that a name is not registered of which it has never heard, whatever a resolver remembers', async () => {
    const { told } = await zoneWith({ [REGISTRY ?? '']: knowing({}), [OLD ?? '']: has('192.0.2.10') });
    expect(told).toEqual({ kind: 'unregistered', registrable: 'example.test' });
  });

  test('and a public suffix of two labels is a zone above as well', async () => {
    const { told, apex } = await zoneWith(
      {
        [REGISTRY ?? '']: () => referTo('example.co.uk', { 'ns1.new.test': NEW }),
        [NEW ?? '']: knowing({ 'shop.example.co.uk A': ['203.0.113.7'] }),
      },
      {
        name: 'shop.example.co.uk',
        names: {
          'co.uk NS': ['a.registry.test'],
          'uk NS': ['b.registry.test'],
          'a.registry.test A': [REGISTRY ?? ''],
        },
      },
    );
    expect([apex, told]).toEqual(['example.co.uk', ['ns1.new.test 127.0.0.4 answer']]);
  });
});

describe('a zone below the one that was registered', () => {
  const below =
    (zone: string): Sayings =>
    () =>
      referTo(zone, { 'ns.child.test': CHILD });

  test.each([SHOP, `www.${SHOP}`, `${'a.'.repeat(40)}${SHOP}`])(
    'is found by those who delegate it, for %s',
    async (name) => {
      const { told, apex } = await zoneWith(
        {
          [REGISTRY ?? '']: delegating({ 'ns1.new.test': NEW }),
          [NEW ?? '']: below(SHOP),
          [CHILD ?? '']: knowing({ [`${name} A`]: ['203.0.113.7'] }),
        },
        { name },
      );
      expect([apex, told]).toEqual([SHOP, ['ns.child.test 127.0.0.7 answer']]);
    },
  );

  test.each<readonly [string, string]>([
    ['of another name', 'other.example.test'],
    ['above', 'test'],
    ['beside', 'example.org'],
    ['of the very zone', 'example.test'],
  ])('is none %s: whoever refers there is no server of the zone', async (_, zone) => {
    const { told, apex } = await zoneWith({
      [REGISTRY ?? '']: delegating({ 'ns1.new.test': NEW }),
      [NEW ?? '']: below(zone),
    });
    expect([apex, told]).toEqual(['example.test', ['ns1.new.test 127.0.0.4 refused']]);
  });

  test('is followed three deep, and not without an end', async () => {
    let depth = 0;
    const name = `${'a.'.repeat(20)}example.test`;
    const deeper: Sayings = () => {
      depth += 1;
      return referTo(`${'a.'.repeat(Math.ceil(depth / 2))}example.test`, { 'ns.child.test': CHILD });
    };
    const { started } = await zoneWith(
      { [REGISTRY ?? '']: delegating({ 'ns.child.test': CHILD }), [CHILD ?? '']: deeper },
      { name },
    );
    expect(started[CHILD ?? '']?.asked).toHaveLength(8);
  });
});

describe('below a private suffix, the zone above is that of the suffix', () => {
  const PAGE = 'blog.me.github.io';
  const names = { ...REMEMBERED, 'io NS': ['b.registry.test'], 'github.io NS': ['a.registry.test'] };

  test('whose servers tell where the name below has its own', async () => {
    const { told, apex } = await zoneWith(
      {
        [REGISTRY ?? '']: () => referTo('me.github.io', { 'ns1.new.test': NEW }),
        [NEW ?? '']: knowing({ [`${PAGE} A`]: ['203.0.113.7'] }),
      },
      { names, name: PAGE },
    );
    expect([apex, told]).toEqual(['me.github.io', ['ns1.new.test 127.0.0.4 answer']]);
  });

  test('or that nobody has it', async () => {
    const { told } = await zoneWith({ [REGISTRY ?? '']: knowing({}) }, { names, name: PAGE });
    expect(told).toEqual({ kind: 'unregistered', registrable: 'me.github.io' });
  });

  test('or keep its records', async () => {
    const page = { [`${PAGE} A`]: ['203.0.113.7'], 'me.github.io A': ['203.0.113.7'] };
    const { told, apex } = await zoneWith(
      { [REGISTRY ?? '']: knowing(page) },
      { names: { ...names, ...page }, name: PAGE },
    );
    expect([apex, told]).toEqual(['github.io', ['a.registry.test 127.0.0.2 answer']]);
  });
});
