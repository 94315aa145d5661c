import { describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { type Config, type Environment, parseConfig } from '../../../shared/setup/config.ts';

const NEEDED: Environment = {
  CLOSTE_CLIENT_API_KEY: 'the-key',
  GOOGLE_CLOUD_PROJECT: 'demo',
  CHECK_URL: 'https://check.example/check',
};

function configOf(environment: Environment): Config {
  const parsed = parseConfig({ ...NEEDED, ...environment });
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}

function faultsOf(environment: Environment): readonly string[] {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.faults;
}

test('with no more than is needed everything else has its default', () => {
  expect(configOf({})).toEqual({
    apiKey: 'the-key',
    apiUrl: 'https://app.closte.com/api/client',
    webhookSecret: derivedSecret('the-key'),
    interval: 300,
    networkDomain: undefined,
    networkDomains: [],
    networkAddresses: [],
    resolvers: ['1.1.1.1', '8.8.8.8', '9.9.9.9'].map((address) => ({ address, port: 53 })),
    queue: {
      project: 'demo',
      location: 'us-central1',
      name: 'domain-checks',
      closteName: 'domain-checks',
      checkUrl: 'https://check.example/check',
      reconcileUrl: undefined,
      serviceAccount: undefined,
      emulator: undefined,
    },
    dnsPort: 53,
    httpPort: 80,
    httpsPort: 443,
    allowPrivateAddresses: false,
    wordpressUrl: undefined,
    reconcile: { policy: 'sync', maxRemovals: undefined, watchSpread: 21_600 },
    contact: { name: undefined, link: undefined },
  });
});

const at = (address: string, port = 53) => ({ address, port });

describe('a good value is taken', () => {
  test.each<[string, string, (config: Config) => unknown, unknown]>([
    ['CLOSTE_CLIENT_API_KEY', ' k&y\n', ({ apiKey }) => apiKey, 'k&y'],
    ['CLOSTE_API_URL', 'https://closte.example/v2/', ({ apiUrl }) => apiUrl, 'https://closte.example/v2'],
    ['CLOSTE_API_URL', 'http://127.0.0.1:8080', ({ apiUrl }) => apiUrl, 'http://127.0.0.1:8080'],
    ['CLOSTE_API_URL', 'http://localhost:8080/x', ({ apiUrl }) => apiUrl, 'http://localhost:8080/x'],
    ['CLOSTE_API_URL', 'http://[::1]:8080', ({ apiUrl }) => apiUrl, 'http://[::1]:8080'],
    ['WEBHOOK_SECRET', 'whsec_c2VjcmV0', ({ webhookSecret }) => webhookSecret, 'whsec_c2VjcmV0'],
    ['DNS_CHECK_INTERVAL', '10', ({ interval }) => interval, 10],
    ['DNS_CHECK_INTERVAL', '300', ({ interval }) => interval, 300],
    ['NETWORK_DOMAIN', 'Network.Example.', ({ networkDomain }) => networkDomain, 'network.example'],
    [
      'NETWORK_DOMAIN',
      'Network.Example., second.example.org',
      ({ networkDomains }) => networkDomains,
      ['network.example', 'second.example.org'],
    ],
    [
      'NETWORK_DOMAIN',
      'network.example,second.example.org',
      ({ networkDomain }) => networkDomain,
      'network.example',
    ],
    ['NETWORK_DOMAIN', 'localhost', ({ networkDomain }) => networkDomain, 'localhost'],
    ['NETWORK_DOMAIN', 'github.io', ({ networkDomain }) => networkDomain, 'github.io'],
    ['NETWORK_DOMAIN', 'co.uk', ({ networkDomain }) => networkDomain, 'co.uk'],
    [
      'NETWORK_ADDRESSES',
      '192.0.2.1, 2001:DB8:0::1',
      ({ networkAddresses }) => networkAddresses,
      ['192.0.2.1', '2001:db8::1'],
    ],
    ['DNS_RESOLVERS', '192.0.2.1', ({ resolvers }) => resolvers, [at('192.0.2.1')]],
    ['DNS_RESOLVERS', '192.0.2.1:5353', ({ resolvers }) => resolvers, [at('192.0.2.1', 5353)]],
    ['DNS_RESOLVERS', '2001:db8::1', ({ resolvers }) => resolvers, [at('2001:db8::1')]],
    ['DNS_RESOLVERS', '2001:db8::1:53', ({ resolvers }) => resolvers, [at('2001:db8::1:53')]],
    ['DNS_RESOLVERS', '[2001:db8::1]', ({ resolvers }) => resolvers, [at('2001:db8::1')]],
    ['DNS_RESOLVERS', '[2001:db8::1]:5353', ({ resolvers }) => resolvers, [at('2001:db8::1', 5353)]],
    [
      'DNS_RESOLVERS',
      '::1, 127.0.0.1:65535',
      ({ resolvers }) => resolvers,
      [at('::1'), at('127.0.0.1', 65535)],
    ],
    ['TASKS_LOCATION', 'europe-west1', ({ queue }) => queue.location, 'europe-west1'],
    ['TASKS_QUEUE', 'checks', ({ queue }) => queue.name, 'checks'],
    ['TASKS_QUEUE', 'checks', ({ queue }) => queue.closteName, 'checks'],
    ['CLOSTE_QUEUE', 'closte', ({ queue }) => queue.closteName, 'closte'],
    ['CLOSTE_QUEUE', 'closte', ({ queue }) => queue.name, 'domain-checks'],
    [
      'CHECK_URL',
      'http://127.0.0.1:8080/check',
      ({ queue }) => queue.checkUrl,
      'http://127.0.0.1:8080/check',
    ],
    ['TASKS_SERVICE_ACCOUNT', 'a@b.iam.example', ({ queue }) => queue.serviceAccount, 'a@b.iam.example'],
    ['CLOUD_TASKS_EMULATOR_HOST', 'localhost:8123', ({ queue }) => queue.emulator, 'localhost:8123'],
    [
      'RECONCILE_URL',
      'https://a.example/reconcile',
      ({ queue }) => queue.reconcileUrl,
      'https://a.example/reconcile',
    ],
    ['RECONCILE_POLICY', 'sync', ({ reconcile }) => reconcile.policy, 'sync'],
    ['RECONCILE_POLICY', 'upsert-only', ({ reconcile }) => reconcile.policy, 'upsert-only'],
    ['RECONCILE_MAX_REMOVALS', '0', ({ reconcile }) => reconcile.maxRemovals, 0],
    ['RECONCILE_MAX_REMOVALS', '100000', ({ reconcile }) => reconcile.maxRemovals, 100_000],
    ['WATCH_SPREAD', '60', ({ reconcile }) => reconcile.watchSpread, 60],
    ['WATCH_SPREAD', '86400', ({ reconcile }) => reconcile.watchSpread, 86_400],
    [
      'WORDPRESS_URL',
      'https://network.example/',
      ({ wordpressUrl }) => wordpressUrl,
      'https://network.example',
    ],
    [
      'DOMAIN_CONNECT_PROVIDER',
      'Network.example',
      ({ domainConnectProvider }) => domainConnectProvider,
      'network.example',
    ],
    ['DOMAIN_CONNECT_PROVIDER', '', ({ domainConnectProvider }) => domainConnectProvider, undefined],
    ['WORDPRESS_URL', '', ({ wordpressUrl }) => wordpressUrl, undefined],
    ['HTTP_PORT', '8080', ({ httpPort }) => httpPort, 8080],
    ['HTTPS_PORT', '8443', ({ httpsPort }) => httpsPort, 8443],
    ['HTTPS_PORT', '65535', ({ httpsPort }) => httpsPort, 65535],
    ['ALLOW_PRIVATE_ADDRESSES', 'true', ({ allowPrivateAddresses }) => allowPrivateAddresses, true],
    ['ALLOW_PRIVATE_ADDRESSES', 'false', ({ allowPrivateAddresses }) => allowPrivateAddresses, false],
    ['DNS_CHECK_INTERVAL', '', ({ interval }) => interval, 300],
    [
      'STATUS_CONTACT',
      'mailto:help@network.example',
      ({ contact }) => contact.link,
      'mailto:help@network.example',
    ],
    ['STATUS_CONTACT', 'help@network.example', ({ contact }) => contact.link, 'mailto:help@network.example'],
    [
      'STATUS_CONTACT',
      'https://network.example/help',
      ({ contact }) => contact.link,
      'https://network.example/help',
    ],
    ['NETWORK_NAME', 'Example Sites', ({ contact }) => contact.name, 'Example Sites'],
    ['NETWORK_DOMAIN', '  ', ({ networkDomain }) => networkDomain, undefined],
  ])('%s=%s', (variable, value, read, expected) => {
    expect(read(configOf({ [variable]: value }))).toEqual(expected);
  });
});

describe('a bad value is one fault that begins with the name of its variable', () => {
  test.each<[string, string | undefined, string]>([
    ['CLOSTE_CLIENT_API_KEY', undefined, 'is not set'],
    ['CLOSTE_CLIENT_API_KEY', ' \n', 'is not set'],
    ['GOOGLE_CLOUD_PROJECT', undefined, 'is not set'],
    ['GOOGLE_CLOUD_PROJECT', '', 'is not set'],
    ['CHECK_URL', undefined, 'is not set'],
    ['CHECK_URL', 'check.example', 'http'],
    ['CHECK_URL', 'ftp://check.example', 'http'],
    ['CLOSTE_API_URL', 'app.closte.com', 'https'],
    ['CLOSTE_API_URL', 'http://app.closte.com/api/client', 'https'],
    ['CLOSTE_API_URL', 'http://127.0.0.1.example.com/', 'https'],
    ['CLOSTE_API_URL', 'http://localhost@example.com/', 'https'],
    ['CLOSTE_API_URL', 'file:///etc/passwd', 'https'],
    ['CLOSTE_API_URL', 'https://name:password@closte.example/', 'URL'],
    ['CLOSTE_API_URL', 'https://closte.example/?query', 'URL'],
    ['GOOGLE_CLOUD_PROJECT', 'demo/queues', ''],
    ['TASKS_LOCATION', 'us central1', ''],
    ['TASKS_QUEUE', 'domain checks', ''],
    ['CLOSTE_QUEUE', 'closte calls', ''],
    ['WEBHOOK_SECRET', 'c2VjcmV0', 'whsec_'],
    ['WEBHOOK_SECRET', 'whsec_', 'whsec_'],
    ['WEBHOOK_SECRET', 'whsec_no base64!', 'base64'],
    ['DNS_CHECK_INTERVAL', '9', '10 to 300'],
    ['DNS_CHECK_INTERVAL', '301', '10 to 300'],
    ['DNS_CHECK_INTERVAL', '60s', 'whole number'],
    ['DNS_CHECK_INTERVAL', '60.5', 'whole number'],
    ['DNS_CHECK_INTERVAL', '-60', 'whole number'],
    ['DNS_CHECK_INTERVAL', '1e2', 'whole number'],
    ['NETWORK_DOMAIN', 'https://network.example', 'scheme'],
    ['NETWORK_DOMAIN', '*.network.example', 'wildcard'],
    ['NETWORK_DOMAIN', 'network.example,192.0.2.1', 'IP address'],
    ['NETWORK_DOMAIN', 'network.example,', 'empty'],
    ['NETWORK_ADDRESSES', '192.0.2.1,network.example', 'network.example'],
    ['NETWORK_ADDRESSES', '192.0.2.256', '192.0.2.256'],
    ['NETWORK_ADDRESSES', '192.0.2.1,', 'not an IP address'],
    ['DNS_RESOLVERS', 'dns.google', 'dns.google'],
    ['DNS_RESOLVERS', '1.1.1.1,8.8.8', '8.8.8'],
    ['DNS_RESOLVERS', '1.1.1.1:0', '1.1.1.1:0'],
    ['DNS_RESOLVERS', '1.1.1.1:65536', '1.1.1.1:65536'],
    ['DNS_RESOLVERS', '1.1.1.1:', '1.1.1.1:'],
    ['DNS_RESOLVERS', '[2001:db8::1', '[2001:db8::1'],
    ['DNS_RESOLVERS', '[2001:db8::1]:x', '[2001:db8::1]:x'],
    ['DNS_RESOLVERS', 'https://1.1.1.1/dns-query', 'https://1.1.1.1/dns-query'],
    ['TASKS_SERVICE_ACCOUNT', 'tasks', "service account's"],
    ['CLOUD_TASKS_EMULATOR_HOST', 'localhost', 'host:port'],
    ['CLOUD_TASKS_EMULATOR_HOST', 'http://localhost:8123', 'host:port'],
    ['CLOUD_TASKS_EMULATOR_HOST', 'localhost:99999', 'host:port'],
    ['RECONCILE_URL', 'reconcile', 'http'],
    ['RECONCILE_POLICY', 'create-only', 'neither sync nor upsert-only'],
    ['RECONCILE_POLICY', 'Sync', 'neither sync nor upsert-only'],
    ['RECONCILE_MAX_REMOVALS', '-1', 'whole number'],
    ['RECONCILE_MAX_REMOVALS', '10%', 'whole number'],
    ['RECONCILE_MAX_REMOVALS', 'all', 'whole number'],
    ['WATCH_SPREAD', '59', '60 to 86400'],
    ['WATCH_SPREAD', '86401', '60 to 86400'],
    ['WATCH_SPREAD', '6h', 'whole number'],
    ['DOMAIN_CONNECT_PROVIDER', 'https://network.example', 'not a domain'],
    ['WORDPRESS_URL', 'network.example', 'http'],
    ['WORDPRESS_URL', 'https://network.example/?rest_route=/', 'URL'],
    ['HTTP_PORT', '0', '1 to 65535'],
    ['HTTP_PORT', 'http', '1 to 65535'],
    ['HTTPS_PORT', '0', '1 to 65535'],
    ['HTTPS_PORT', '65536', '1 to 65535'],
    ['HTTPS_PORT', 'https', '1 to 65535'],
    ['ALLOW_PRIVATE_ADDRESSES', 'yes', 'neither true nor false'],
    ['ALLOW_PRIVATE_ADDRESSES', 'TRUE', 'neither true nor false'],
  ])('%s=%s', (variable, value, word) => {
    const faults = faultsOf({ ...NEEDED, [variable]: value });
    expect(faults).toEqual([expect.stringMatching(`^${variable} `)]);
    expect(faults[0]).toContain(word);
  });
});

test('all faults are told at once', () => {
  const faults = faultsOf({
    CLOSTE_API_URL: 'x',
    WEBHOOK_SECRET: 'x',
    DNS_CHECK_INTERVAL: 'x',
    NETWORK_DOMAIN: '*.x',
    NETWORK_ADDRESSES: 'x',
    DNS_RESOLVERS: 'x',
    DOMAIN_CONNECT_PROVIDER: '*.x',
    TASKS_SERVICE_ACCOUNT: 'x',
    CLOUD_TASKS_EMULATOR_HOST: 'x',
    HTTP_PORT: 'x',
    HTTPS_PORT: 'x',
    RECONCILE_URL: 'x',
    RECONCILE_POLICY: 'x',
    RECONCILE_MAX_REMOVALS: 'x',
    WATCH_SPREAD: 'x',
    WORDPRESS_URL: 'x',
    ALLOW_PRIVATE_ADDRESSES: 'x',
  });
  expect(faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual([
    'ALLOW_PRIVATE_ADDRESSES',
    'CHECK_URL',
    'CLOSTE_API_URL',
    'CLOSTE_CLIENT_API_KEY',
    'CLOUD_TASKS_EMULATOR_HOST',
    'DNS_CHECK_INTERVAL',
    'DNS_RESOLVERS',
    'DOMAIN_CONNECT_PROVIDER',
    'GOOGLE_CLOUD_PROJECT',
    'HTTPS_PORT',
    'HTTP_PORT',
    'NETWORK_ADDRESSES',
    'NETWORK_DOMAIN',
    'RECONCILE_MAX_REMOVALS',
    'RECONCILE_POLICY',
    'RECONCILE_URL',
    'TASKS_SERVICE_ACCOUNT',
    'WATCH_SPREAD',
    'WEBHOOK_SECRET',
    'WORDPRESS_URL',
  ]);
});

test.each(['not-a-secret-form', 'whsec_not base64', 'whsec_'])(
  'no fault shows the key or the secret %s',
  (secret) => {
    const faults = faultsOf({ CLOSTE_CLIENT_API_KEY: 'the-key', WEBHOOK_SECRET: secret }).join('; ');
    expect(faults).toContain('WEBHOOK_SECRET');
    expect(faults).not.toContain('the-key');
    if (secret !== 'whsec_') expect(faults).not.toContain(secret);
  },
);

test('a WEBHOOK_SECRET takes the place of the derived one', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  expect(configOf({ WEBHOOK_SECRET: secret }).webhookSecret).toBe(secret);
});
