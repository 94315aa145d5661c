import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Action, RecordToTouch } from '../../../shared/advice/action.ts';
import { PROBES_HTTP_TIMEOUT } from '../../../shared/diagnosis/probes.ts';
import { applyUrl, DOMAIN_CONNECT_ENDS, templateFor } from '../../../shared/providers/domain-connect.ts';
import { createDomainConnect } from '../../../shared/providers/domain-connect-probe.ts';
import { trustRoot } from '../../support/net-certificates.ts';
import { domain } from '../../support/net-domain.ts';
import { knowing, nameServers } from '../diagnosis/dns-names.ts';
import { createServers, endless, PATIENT, SHORT } from '../diagnosis/http-servers.ts';
import { roots, showing } from '../diagnosis/support/servers.ts';
import { CONNECT } from './provider-double.ts';

const SHOP = 'shop.example.com';
const APEX = 'example.com';

const record = (type: RecordToTouch['type'], value: string, name = SHOP): RecordToTouch => ({
  type,
  name,
  host: name === APEX ? '@' : name.slice(0, -APEX.length - 1),
  value,
});
const OWN = { who: 'owner', where: 'dns-provider', code: 'wrong-address' } as const;
const set = (of: RecordToTouch): Action => ({ ...OWN, do: 'set', record: of });
const remove = (of: RecordToTouch): Action => ({ ...OWN, do: 'remove', record: of });
const change = (of: RecordToTouch): Action => ({
  ...OWN,
  do: 'change',
  record: of,
  instead_of: { type: 'A', name: of.name, value: '192.0.2.1' },
});
const toNetwork = record('CNAME', 'network.example');
const [A, AAAA] = [record('A', '203.0.113.7'), record('AAAA', '2001:db8::7')];
const caa = set(record('CAA', '0 issue "letsencrypt.org"', APEX));

describe('a template does what is to be done', () => {
  const alias = { domain: APEX, host: 'shop', target: 'network.example' };
  const both = { groupId: 'ipv4,ipv6', ipv4: '203.0.113.7', ipv6: '2001:db8::7' };

  test.each<readonly [string, readonly Action[], string, object]>([
    ['where an alias is set', [set(toNetwork)], SHOP, alias],
    ['where a record becomes an alias', [remove(AAAA), change(toNetwork)], SHOP, alias],
    ['with a CAA record for him to set', [change(toNetwork), caa], SHOP, alias],
    ['where both addresses are set', [change(A), set(AAAA)], SHOP, { domain: APEX, host: 'shop', ...both }],
    [
      'at the apex',
      [set(record('A', '203.0.113.7', APEX))],
      APEX,
      { domain: APEX, host: '', groupId: 'ipv4', ipv4: '203.0.113.7' },
    ],
    [
      'where there is IPv6 alone',
      [set(AAAA)],
      SHOP,
      { domain: APEX, host: 'shop', groupId: 'ipv6', ipv6: '2001:db8::7' },
    ],
  ])('%s', (_, actions, name, properties) => {
    expect(templateFor(actions, domain(name), APEX)?.properties).toEqual(properties);
  });

  test.each<readonly [string, readonly Action[], string?]>([
    ['nothing is to be done', []],
    ['something else comes first', [caa, change(toNetwork)]],
    ['a record is to be removed, and what is right stays', [remove(AAAA)]],
    ['the proxy is to be switched off', [{ ...OWN, do: 'switch-off', what: 'proxy' }]],
    ['the operator has to do it', [{ ...set(toNetwork), who: 'operator' }]],
    ['it is done at the registrar', [{ ...OWN, do: 'set', record: A, where: 'registrar' }]],
    ['the record is of another name', [set(record('A', '203.0.113.7', `www.${SHOP}`))]],
    ['it is a CAA record', [set(record('CAA', '0 issue "letsencrypt.org"'))]],
    ['the network has more addresses of a kind', [set(A), set(record('A', '203.0.113.8'))]],
    ['the domain is a wildcard', [set(record('CNAME', 'network.example', `*.${APEX}`))], `*.${APEX}`],
    [
      'the domain is in another zone',
      [set(record('CNAME', 'network.example', 'shop.test.org'))],
      'shop.test.org',
    ],
  ])('but none if %s', (_, actions, name = SHOP) => {
    expect(templateFor(actions, domain(name), APEX)).toBeUndefined();
  });
});

test('a browser is sent to the provider with what it is asked for', () => {
  const provider = { name: 'P', applyAt: 'https://p.test/ux', services: ['website-alias'] } as const;
  const use = templateFor([set(toNetwork)], domain(SHOP), APEX);
  expect(use && applyUrl('network.example', provider, use)).toBe(
    'https://p.test/ux/v2/domainTemplates/providers/network.example/services/website-alias/apply?domain=example.com&host=shop&target=network.example',
  );
  expect(use && applyUrl('network.example', { ...provider, services: [] }, use)).toBeUndefined();
});

describe('a provider', () => {
  const names = nameServers();
  const servers = createServers();
  let distrust: readonly (() => void)[] = [];
  beforeAll(() => {
    distrust = roots.map(trustRoot);
  });
  afterEach(() => Promise.all([names.closeAll(), servers.close()]));
  afterAll(() => {
    for (const one of distrust.toReversed()) one();
  });

  async function providerAt(handler: Parameters<typeof showing>[0], timeout: number) {
    const { port } = await showing({ names: [CONNECT], ...handler })(servers);
    const known = { '_domainconnect.example.com TXT': [CONNECT], [`${CONNECT} A`]: ['127.0.0.1'] };
    const resolvers = [await names.start(knowing(known))];
    const options = { providerId: 'network.example', resolvers, httpsPort: port };
    return createDomainConnect({ ...options, allowPrivateAddresses: true }).providerOf(APEX, timeout);
  }
  const settings = JSON.stringify({
    providerName: 'P',
    urlSyncUX: `https://${CONNECT}`,
    urlAPI: `https://${CONNECT}`,
  });

  test('that is silent is waited for as long as was said', async () => {
    const asked: (string | undefined)[] = [];
    const silent: RequestListener = ({ url }) => {
      asked.push(url);
    };
    expect(await providerAt({ handler: silent }, SHORT)).toBeUndefined();
    expect(asked).toEqual(['/v2/example.com/settings']);
  });

  test('that never ends is heard to 16 KiB', async () => {
    expect(await providerAt({ handler: endless }, PATIENT)).toBeUndefined();
  });

  test('that says too much is not believed, be it true', async () => {
    const long = settings.replace('"P"', `"P", "more": "${'x'.repeat(20_000)}"`);
    const says = (text: string) => ({
      handler: (_: object, response: { end(body: string): void }) => response.end(text),
    });
    expect(await providerAt(says(settings), PATIENT)).toMatchObject({ name: 'P' });
    expect(await providerAt(says(long), PATIENT)).toBeUndefined();
  });

  test('is asked no longer than all others are', async () => {
    expect(DOMAIN_CONNECT_ENDS).toBeLessThanOrEqual(PROBES_HTTP_TIMEOUT);
    expect(await providerAt({}, 0)).toBeUndefined();
  });
});
