import { parseConfig } from '../shared/setup/config.ts';

/** The settings of setup.sh that the functions read, in the order in which deploy.sh hands them over. */
export const READ_BY_FUNCTIONS = [
  'NETWORK_DOMAIN',
  'NETWORK_ADDRESSES',
  'DNS_CHECK_INTERVAL',
  'DNS_RESOLVERS',
  'WORDPRESS_URL',
  'RECONCILE_POLICY',
  'RECONCILE_MAX_REMOVALS',
  'WATCH_SPREAD',
  'STATUS_CONTACT',
  'NETWORK_NAME',
  'DOMAIN_CONNECT_PROVIDER',
] as const;

type Name = (typeof READ_BY_FUNCTIONS)[number];

const TO_DO: Partial<Readonly<Record<Name, string>>> = {
  NETWORK_DOMAIN: "Give the bare name of the network's main site: _NETWORK_DOMAIN=network.example",
  WORDPRESS_URL: "Give the address of the network's main site: _WORDPRESS_URL=https://network.example",
  STATUS_CONTACT: 'Give it like this: _STATUS_CONTACT=mailto:help@network.example',
  NETWORK_NAME: 'Give what your customers call you: _NETWORK_NAME=Example Sites',
};

/** What the functions cannot be without, and no setting of setup.sh is. */
const REST = {
  CLOSTE_CLIENT_API_KEY: 'key',
  GOOGLE_CLOUD_PROJECT: 'project',
  CHECK_URL: 'https://check.test',
};

interface Form {
  readonly is: RegExp;
  readonly words: string;
  readonly example: string;
}

const PREFIXED: Form = {
  is: /^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$/,
  words: 'a name of lower-case letters, digits and hyphens',
  example: 'domain-checks',
};
const SECRET: Form = {
  is: /^[A-Za-z0-9_-]{1,200}$/,
  words: 'the name of a secret',
  example: 'closte-client-api-key',
};

/** The form of what the functions do not read, where it is not left empty. */
const FORMS: Readonly<Record<string, Form>> = {
  // https://cloud.google.com/resource-manager/docs/creating-managing-projects
  PROJECT: {
    is: /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    words: 'the id of a project',
    example: 'my-project',
  },
  // A service account's name has 30 characters at most, and the longest here is closte-sync-reconcile.
  _PREFIX: {
    is: /^[a-z][a-z0-9]{0,7}-$/,
    words: 'up to 8 lower-case letters and digits, the first a letter, and a hyphen',
    example: 'acme-',
  },
  _REGION: { is: /^[a-z]+-[a-z]+[0-9]+$/, words: 'a region of Google Cloud', example: 'us-central1' },
  _QUEUE: PREFIXED,
  _CLOSTE_QUEUE: { ...PREFIXED, example: 'closte-calls' },
  _API_KEY_SECRET: SECRET,
  _WEBHOOK_SECRET: { ...SECRET, example: 'closte-sync-secret' },
  _ALERT_EMAIL: {
    is: /^[^\s@",|]+@[^\s@",|]+\.[^\s@",|]+$/,
    words: 'one e-mail address',
    example: 'me@example.com',
  },
  _ALERT_WEBHOOK: {
    is: /^https:\/\/[^\s"|,/]+(\/[^\s"|,]*)?$/,
    words: 'an https URL',
    example: 'https://alerts.example.com/closte',
  },
  _ALERT_CHANNELS: {
    is: /^projects\/[\w:.-]+\/notificationChannels\/\d+(,projects\/[\w:.-]+\/notificationChannels\/\d+)*$/,
    words: 'names of notification channels, separated by commas',
    example: 'projects/my-project/notificationChannels/123',
  },
};

/**
 * What is wrong with settings, each written as `_NAME=value`: nothing, or a line for each fault with what to do. What
 * the functions read is judged by their own rules, the rest by Google's.
 */
export function settingFaults(settings: readonly string[]): readonly string[] {
  return settings.flatMap((setting) => {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(setting) ?? [];
    const known = READ_BY_FUNCTIONS.find((candidate) => `_${candidate}` === name);
    return known === undefined ? formFaults(name, value) : functionFaults(known, value);
  });
}

function functionFaults(name: Name, value: string): readonly string[] {
  const advice = TO_DO[name] ?? 'What it may be stands in docs/configuration.md';
  const parsed = parseConfig({ ...REST, [name]: value });
  return parsed.ok ? [] : parsed.faults.map((fault) => `_${fault}. ${advice}.`);
}

function formFaults(name: string, value: string): readonly string[] {
  const form = FORMS[name];
  if (form === undefined || value === '' || form.is.test(value)) return [];
  return [`${name} (${value}) is not ${form.words}. Give it like this: ${name}=${form.example}`];
}

if (import.meta.main) {
  const faults = settingFaults(process.argv.slice(2));
  for (const fault of faults) process.stderr.write(`ERROR: ${fault}\n`);
  if (faults.length > 0) process.exitCode = 2;
}
