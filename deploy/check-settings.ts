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
] as const;

type Name = (typeof READ_BY_FUNCTIONS)[number];

const TO_DO: Partial<Readonly<Record<Name, string>>> = {
  NETWORK_DOMAIN: "Give the bare name of the network's main site: _NETWORK_DOMAIN=network.example",
  WORDPRESS_URL: "Give the address of the network's main site: _WORDPRESS_URL=https://network.example",
};

/** What the functions cannot be without, and no setting of setup.sh is. */
const REST = {
  CLOSTE_CLIENT_API_KEY: 'key',
  GOOGLE_CLOUD_PROJECT: 'project',
  CHECK_URL: 'https://check.test',
};

/**
 * What the functions would say of settings, each written as `_NAME=value`: nothing, or a line for each fault with what
 * to do. Settings that they do not read are passed over.
 */
export function settingFaults(settings: readonly string[]): readonly string[] {
  return settings.flatMap((setting) => {
    const [, name = '', value = ''] = /^_(\w+)=(.*)$/s.exec(setting) ?? [];
    const known = READ_BY_FUNCTIONS.find((candidate) => candidate === name);
    if (known === undefined) return [];
    const advice = TO_DO[known] ?? 'What it may be stands in docs/configuration.md';
    const parsed = parseConfig({ ...REST, [known]: value });
    return parsed.ok ? [] : parsed.faults.map((fault) => `_${fault}. ${advice}.`);
  });
}

if (import.meta.main) {
  const faults = settingFaults(process.argv.slice(2));
  for (const fault of faults) process.stderr.write(`ERROR: ${fault}\n`);
  if (faults.length > 0) process.exitCode = 2;
}
