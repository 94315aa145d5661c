import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Call } from './gcloud-call.ts';

const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown };

export const PROJECT = 'my-project';

/** An account by its whole address. */
export function emailOf(account: string): string {
  return account.includes('@') ? account : `${account}@${PROJECT}.iam.gserviceaccount.com`;
}

/** A build that was submitted: what it does, and as whom. */
export interface Build {
  readonly config: string;
  readonly account: string;
}

export function buildOf({ flags }: Call): Build {
  const file = flags.get('config') ?? '';
  const { serviceAccount = '' } = load(readFileSync(file, 'utf8')) as { serviceAccount?: string };
  const { _PREFIX: prefix = '' } = substitutionsOf(flags.get('substitutions'));
  const account = serviceAccount
    .replaceAll('$PROJECT_ID', PROJECT)
    .replaceAll(/\$\{_PREFIX\}/g, prefix)
    .replace(/^.*\//, '');
  return { config: basename(file), account };
}

/** What a build is given. */
export function substitutionsOf(given = ''): Record<string, string> {
  const pairs = given.replace('^;^', '').split(';').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
}

export type Resource = Record<string, unknown>;

const KINDS: Readonly<Record<string, string>> = {
  services: 'service',
  secrets: 'secret',
  'iam service-accounts': 'account',
  projects: 'project',
  'tasks queues': 'queue',
  functions: 'function',
  'run services': 'function',
  'scheduler jobs': 'job',
  'logging metrics': 'metric',
  'monitoring policies': 'policy',
  'beta monitoring channels': 'channel',
  'monitoring dashboards': 'dashboard',
};

/** The kind of thing that a command is about. */
export function kindOf(command: string, name: string): string {
  if (command === 'secrets versions list') return `version of ${name}`;
  const group = Object.keys(KINDS).find((known) => command.startsWith(`${known} `));
  if (group === undefined) throw new Error(`${command} is not rehearsed`);
  return KINDS[group] ?? '';
}

export function queueOf(name: string, flags: Call['flags']): Resource {
  const flag = (flagName: string) => flags.get(flagName) ?? '';
  return {
    name: `projects/p/locations/l/queues/${name}`,
    state: 'RUNNING',
    // Google tells a rate as a floating-point number.
    rateLimits: {
      maxDispatchesPerSecond: `${flag('max-dispatches-per-second')}.0`,
      maxConcurrentDispatches: flag('max-concurrent-dispatches'),
    },
    retryConfig: {
      maxAttempts: flag('max-attempts'),
      maxRetryDuration: flag('max-retry-duration'),
      minBackoff: flag('min-backoff'),
      maxBackoff: flag('max-backoff'),
      maxDoublings: flag('max-doublings'),
    },
  };
}

export function functionOf(name: string, flags: Call['flags']): Resource {
  return {
    name: `projects/p/locations/l/functions/${name}`,
    labels: { config: (flags.get('update-labels') ?? '').replace('config=', '') },
    state: 'ACTIVE',
    url: `https://${flags.get('region')}-${flags.get('project')}.cloudfunctions.net/${name}`,
    flags: Object.fromEntries(flags),
  };
}

export function jobOf(name: string, flags: Call['flags']): Resource {
  return { name: `jobs/${name}`, description: flags.get('description') ?? '', uri: flags.get('uri') ?? '' };
}

function pairsOf(text = ''): Record<string, string> {
  return Object.fromEntries(text.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
}

export function channelOf(name: string, flags: Call['flags']): Resource {
  return {
    name,
    type: flags.get('type'),
    labels: pairsOf(flags.get('channel-labels')),
    userLabels: pairsOf(flags.get('user-labels')),
  };
}
