import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { exchangeHttp } from '../../../shared/diagnosis/http-exchange.ts';
import { trustRoot } from '../../support/net-certificates.ts';
import type { Names } from '../diagnosis/dns-names.ts';
import { answering, createServers, redirecting } from '../diagnosis/http-servers.ts';
import { statusOfDomain, type World } from '../diagnosis/support/neighbourhood.ts';
import {
  type Door,
  HERE,
  HERE_IPV6,
  NETWORK,
  network,
  OLD,
  OLD_IPV6,
  roots,
  SHOP,
  showing,
  web,
} from '../diagnosis/support/servers.ts';
import { API, CONNECT, createProvider, PUBLISHER } from './provider-double.ts';

const APEX = 'example.test';
const AT = '198.51.99.77';
const SPECIAL = '169.254.169.254';

const servers = createServers();
let distrust: readonly (() => void)[] = [];
beforeAll(() => {
  distrust = roots.map(trustRoot);
});
afterEach(() => servers.close());
afterAll(() => {
  for (const one of distrust.toReversed()) one();
});

const where: Names = { [`${CONNECT} A`]: [AT], [`${API} A`]: [AT] };
const https = (handler: Parameters<typeof web>[0], by?: 'stranger') =>
  showing({ names: [CONNECT, API], handler, ...(by && { by }) });

function worldOf(domain: string, records: Names, door: Door, more: Partial<World> = {}): World {
  return {
    domain,
    records: { ...where, ...records },
    publishedAs: PUBLISHER,
    ...more,
    hosts: { [AT]: { https: door }, ...more.hosts },
  };
}

describe('the provider sets the records, and then the domain is ready:', () => {
  test.each([
    ['a name with an old address', SHOP, [['A', OLD]], {}, [`${SHOP} CNAME`]],
    ['a name without records', SHOP, [], {}, [`${SHOP} CNAME`]],
    [
      'a name with old addresses of both kinds',
      SHOP,
      [
        ['A', OLD],
        ['AAAA', OLD_IPV6],
      ],
      {},
      [`${SHOP} CNAME`],
    ],
    [
      'a name that has a TXT record',
      SHOP,
      [
        ['A', OLD],
        ['TXT', 'v=1'],
      ],
      {},
      [`${SHOP} A`, `${SHOP} TXT`],
    ],
    ['the apex', APEX, [['A', OLD]], {}, [`${APEX} A`]],
    [
      'the apex, for a network with addresses of both kinds',
      APEX,
      [],
      { [`${NETWORK} AAAA`]: [HERE_IPV6] },
      [`${APEX} A`, `${APEX} AAAA`],
    ],
  ] as const)('%s', async (_, domain, own, around, expected) => {
    const provider = createProvider(
      APEX,
      own.map(([type, value]) => ({ name: domain, type, value })),
    );
    const running = await https(provider.handler)(servers);
    const site = { http: web(network), https: showing({ names: [domain] }) };
    const look = () =>
      statusOfDomain(
        worldOf(domain, { ...provider.names(), ...around }, async () => running, {
          hosts: { [HERE_IPV6]: site },
        }),
      );
    const before = await look();
    expect(before.verdict.kind).toBe('action-needed');
    expect(before.provider).toMatchObject({ name: 'The Provider', apply: { host: CONNECT } });
    const url = new URL(before.provider?.apply?.url ?? '');
    const applied = await exchangeHttp({
      address: '127.0.0.1',
      port: running.port,
      scheme: 'https',
      name: url.hostname,
      path: url.pathname + url.search,
      mostOfBody: 100,
      deadline: AbortSignal.timeout(10_000),
    });
    expect(applied).toMatchObject({ kind: 'answered', status: 200, body: 'done' });
    const ofDomain = Object.keys(provider.names()).filter((key) => key.startsWith(`${domain} `));
    expect(ofDomain.sort()).toEqual([...expected]);
    const after = await look();
    expect(after.verdict.kind).toBe('ready');
    expect(after.provider).toBeNull();
  });
});

describe('there is no link', () => {
  const old = [{ name: SHOP, type: 'A', value: OLD }];
  const named = (txt: string): Names => ({ [`_domainconnect.${APEX} TXT`]: [txt] });

  test.each<readonly [string, ReturnType<typeof createProvider>, Names]>([
    ['if the provider does not know the template', createProvider(APEX, old, ['website-addresses']), {}],
    ['if the provider does not have the zone', createProvider('other.test', old), named(`${CONNECT}/dc`)],
    ['if nobody is named', createProvider(APEX, old), { [`_domainconnect.${APEX} TXT`]: [] }],
    ...['not a host', 'localhost', '127.0.0.1', SPECIAL, `${CONNECT}:8443/dc`, `me@${CONNECT}/dc`, ''].map(
      (txt) => [`if ${JSON.stringify(txt)} is named`, createProvider(APEX, old), named(txt)] as const,
    ),
    ...['127.0.0.1', SPECIAL, '10.0.0.1'].map(
      (address) =>
        [
          `if who is named is at ${address}`,
          createProvider(APEX, old),
          { [`${CONNECT} A`]: [address] },
        ] as const,
    ),
    ...[
      { urlSyncUX: undefined },
      { urlSyncUX: 'javascript:alert(1)' },
      { urlSyncUX: `http://${CONNECT}/ux` },
      { urlSyncUX: 'https://localhost/ux' },
      { urlSyncUX: `https://${CONNECT}/${'x'.repeat(1_000)}` },
      { urlAPI: `https://${SPECIAL}/api` },
      { urlAPI: 'https://gone.provider.test' },
      { providerDisplayName: 'x'.repeat(1_000) },
      { providerDisplayName: 7 },
    ].map(
      (settings) =>
        [
          `if the provider says ${JSON.stringify(settings).slice(0, 60)}`,
          createProvider(APEX, old, undefined, settings),
          {},
        ] as const,
    ),
  ])('%s', async (_, provider, names) => {
    const door = https(provider.handler);
    const hosts = { [SPECIAL]: { https: door }, '10.0.0.1': { https: door } };
    const zone = { [`${SHOP} A`]: [OLD], ...provider.names(), ...names };
    const status = await statusOfDomain(worldOf(SHOP, zone, door, { hosts }));
    expect(status.actions[0]).toMatchObject({ do: 'change' });
    expect(status.provider?.apply).toBeUndefined();
    expect(provider.asked.filter((url) => url.startsWith(SPECIAL))).toEqual([]);
  });

  test.each<readonly [string, Door]>([
    ['answers with no JSON', https(answering(200, {}, '<html>'))],
    ['redirects to a place beside the function', https(redirecting(302, `https://${SPECIAL}/latest`))],
    ['redirects to this machine', https(redirecting(307, 'https://127.0.0.1/'))],
    ['fails', https(answering(500))],
    ['has a certificate that nobody trusts', https(createProvider(APEX, old).handler, 'stranger')],
  ])('if the provider %s', async (_, door) => {
    const beside = createProvider(APEX, old);
    const zone = { ...beside.names() };
    const hosts = { [SPECIAL]: { https: https(beside.handler) } };
    const status = await statusOfDomain(worldOf(SHOP, zone, door, { hosts }));
    expect(status.actions[0]).toMatchObject({ do: 'change' });
    expect(status.provider).toBeNull();
    expect(beside.asked).toEqual([]);
  });

  test('if the domain is ready: then nobody is asked', async () => {
    const provider = createProvider(APEX, [{ name: SHOP, type: 'A', value: HERE }]);
    const status = await statusOfDomain(worldOf(SHOP, provider.names(), https(provider.handler)));
    expect([status.verdict.kind, status.provider, provider.asked]).toEqual(['ready', null, []]);
  });

  test('if the network has published nothing: then nobody is asked either', async () => {
    const provider = createProvider(APEX, old);
    const { publishedAs: _, ...world } = worldOf(SHOP, provider.names(), https(provider.handler));
    const status = await statusOfDomain(world);
    expect([status.verdict.kind, status.provider, provider.asked]).toEqual(['action-needed', null, []]);
  });
});
