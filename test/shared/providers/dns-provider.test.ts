import { describe, expect, test } from '@jest/globals';
import type { RecordToTouch } from '../../../shared/advice/action.ts';
import { asTyped, providerOf } from '../../../shared/providers/dns-provider.ts';
import { recordForms } from '../../../shared/providers/forms.ts';
import { knownProviders } from '../../../shared/providers/table.ts';
import { toBoth } from '../../support/look-ups.ts';

const NOTHING = toBoth({ kind: 'no-records', chain: [], ttl: undefined });
const zoneAt = (...names: readonly string[]) =>
  providerOf({
    kind: 'found',
    apex: 'example.com',
    servers: names.map((name) => ({ name, address: '192.0.2.53', lookUp: NOTHING })),
  });
const nameAt = (...servers: readonly string[]) => zoneAt(...servers)?.name;

describe('a provider is known by the names of the servers to which the zone is delegated:', () => {
  test.each([
    [['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'], 'Cloudflare'],
    [['ns01.domaincontrol.com', 'ns02.domaincontrol.com'], 'GoDaddy'],
    [['dns1.registrar-servers.com', 'dns2.registrar-servers.com'], 'Namecheap'],
    [
      ['ns-1.awsdns-00.com', 'ns-2.awsdns-10.net', 'ns-3.awsdns-20.org', 'ns-4.awsdns-30.co.uk'],
      'Amazon Route 53',
    ],
    [['ns1045.ui-dns.biz', 'ns1045.ui-dns.com', 'ns1045.ui-dns.de', 'ns1045.ui-dns.org'], 'IONOS'],
    [['hydrogen.ns.hetzner.com', 'helium.ns.hetzner.de'], 'Hetzner'],
    [['ns1.first-ns.de', 'robotns2.second-ns.de', 'robotns3.second-ns.com'], 'Hetzner (Robot or konsoleH)'],
    [['NS1.DNS-PARKING.COM'], 'Hostinger'],
    [['ns1.gcorelabs.net', 'ns2.gcdn.services'], 'Gcore'],
    [['ns0.transip.net', 'ns1.transip.nl', 'ns2.transip.eu'], 'TransIP'],
    [['ns.gabia.co.kr', 'ns1.gabia.co.kr', 'ns.gabia.net'], 'Gabia'],
    [['root-dns.netcup.net', 'second-dns.netcup.net', 'third-dns.netcup.net'], 'netcup'],
    [['ns1-01.azure-dns.com', 'ns2-01.azure-dns.net'], 'Azure DNS'],
  ])('%j', (servers, name) => {
    expect(nameAt(...servers)).toBe(name);
  });

  test.each([
    ['of nobody known', ['ns1.hoster.test', 'ns2.hoster.test']],
    ['with an end that is no whole label', ['ns1.notdomaincontrol.com']],
    ['with the end in the middle', ['ns.cloudflare.com.hoster.test']],
    ['that only begin alike', ['ns1.awsdnsy.com']],
    ['of two providers', ['ada.ns.cloudflare.com', 'ns01.domaincontrol.com']],
    ['of one known and one unknown', ['ada.ns.cloudflare.com', 'ns1.hoster.test']],
    ['of which there are none', []],
  ])('and servers %s tell nothing', (_, servers) => {
    expect(zoneAt(...servers)).toBeUndefined();
  });

  test('where the zone is not known, nobody is', () => {
    expect(providerOf({ kind: 'unregistered', registrable: 'example.com' })).toBeUndefined();
  });
});

describe('the table', () => {
  const providers = knownProviders();

  test('has 40 providers and more, each once', () => {
    expect(providers.length).toBeGreaterThanOrEqual(40);
    expect(new Set(providers.map(({ name }) => name)).size).toBe(providers.length);
  });

  test('tells what 40 of their forms are like, and more', () => {
    expect(providers.filter(({ form }) => form !== undefined).length).toBeGreaterThanOrEqual(40);
  });

  test.each(Object.entries(recordForms()))('has the provider of the form of %s', (name, form) => {
    expect(providers.find((provider) => provider.name === name)?.form).toEqual(form);
  });

  test.each(providers.flatMap(({ name, servers }) => servers.map((end) => [end, name])))(
    '%s is the end of one provider alone',
    (end, name) => {
      expect(nameAt(`ns1.${end.replace('*', '12')}`)).toBe(name);
    },
  );
});

describe('a record is typed as the form of the provider wants it', () => {
  const record = (type: RecordToTouch['type'], host: string, value: string): RecordToTouch => ({
    type,
    name: host === '@' ? 'example.com' : `${host}.example.com`,
    host,
    value,
  });
  const alias = record('CNAME', 'shop', 'network.example');
  const atApex = record('A', '@', '203.0.113.7');
  const ipv6 = record('AAAA', 'shop', '2001:db8::7');

  test.each([
    ['ada.ns.cloudflare.com', alias, ['Name', 'shop', 'Target', 'network.example']],
    ['ada.ns.cloudflare.com', atApex, ['Name', '@', 'IPv4 address', '203.0.113.7']],
    ['ns01.domaincontrol.com', alias, ['Name', 'shop', 'Value', 'network.example']],
    ['ada.ns.cloudflare.com', ipv6, ['Name', 'shop', 'IPv6 address', '2001:db8::7']],
    // A final dot for names, none for addresses.
    ['dns1.ovh.net', alias, ['Sub-domain', 'shop', 'Target', 'network.example.']],
    ['dns1.ovh.net', atApex, ['Sub-domain', '', 'Target', '203.0.113.7']],
    ['ns1.ultradns.net', atApex, ['Host', 'example.com', 'Points To', '203.0.113.7']],
    ['ns1.digitalocean.com', atApex, ['Hostname', '@', 'Will direct to', '203.0.113.7']],
    ['helium.ns.hetzner.de', alias, ['Name', 'shop', 'Value', 'network.example.']],
    ['helium.ns.hetzner.de', atApex, ['Name', '@', 'Value', '203.0.113.7']],
    ['ns1.porkbun.com', alias, ['Host', 'shop', 'Answer', 'network.example']],
    ['ns1.porkbun.com', atApex, ['Host', '', 'Answer', '203.0.113.7']],
    ['ns1.desec.io', alias, ['Subname', 'shop', 'Target domain name', 'network.example.']],
    ['ns1.desec.io', ipv6, ['Subname', 'shop', 'IPv6 address', '2001:db8::7']],
    ['ns1.linode.com', ipv6, ['Hostname', 'shop', 'IP Address', '2001:db8::7']],
    ['ns1.linode.com', alias, ['Hostname', 'shop', 'Alias to', 'network.example']],
    ['ns0.dnsmadeeasy.com', alias, ['Name', 'shop', 'Alias to', 'network.example.']],
    ['ns1.wordpress.com', atApex, ['Name', '', 'Points to', '203.0.113.7']],
    // In the language of its panel, which has no other.
    ['ns.gabia.co.kr', alias, ['호스트', 'shop', '값/위치', 'network.example.']],
    ['01.dnsv.jp', atApex, ['ホスト名', '', 'VALUE', '203.0.113.7']],
  ] as const)('%s: %j', (server, which, [hostField, host, valueField, value]) => {
    expect(asTyped(which, zoneAt(server) ?? {})).toEqual({ hostField, host, valueField, value });
  });

  test.each([
    ['a provider of whom the name is known alone', 'ns1.loopia.se', alias],
    ['a type for which the field is not known', 'ns1.digitalocean.com', alias],
    ['an address where it is known of aliases alone', 'ns0.dnsmadeeasy.com', atApex],
    ['one of two panels of which one is known', 'ns1.first-ns.de', alias],
    ['CAA, of which each part has a field', 'ada.ns.cloudflare.com', record('CAA', '@', '0 issue "a.test"')],
  ])('and not at all for %s', (_, server, which) => {
    expect(asTyped(which, zoneAt(server) ?? {})).toBeUndefined();
  });
});
