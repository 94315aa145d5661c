import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MEMORY } from '../../bench/memory.ts';
import { COMPILE_CACHE_ENVIRONMENT } from '../../deploy/compile-cache.ts';
import { parseConfig } from '../../shared/setup/config.ts';
import { OWNER } from './pretend-access.ts';
import { PROJECT } from './pretend-project.ts';
import { type Rehearsal, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { prepared } = startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

const account = (name: string) => `serviceAccount:${name}@${PROJECT}.iam.gserviceaccount.com`;

describe('what the functions are given', () => {
  beforeEach(async () => {
    stage = await startRehearsal(prepared.copy());
  });

  test.each([
    [{}, { interval: 300, wordpressUrl: undefined }],
    [
      {
        DNS_CHECK_INTERVAL: '60',
        WORDPRESS_URL: 'https://network.example',
        NETWORK_ADDRESSES: '192.0.2.1,2001:db8::1',
        DNS_RESOLVERS: '1.1.1.1,8.8.8.8',
        RECONCILE_POLICY: 'upsert-only',
        RECONCILE_MAX_REMOVALS: '50',
        WATCH_SPREAD: '3600',
        DOMAIN_CONNECT_PROVIDER: 'network.example',
      },
      {
        interval: 60,
        wordpressUrl: 'https://network.example',
        domainConnectProvider: 'network.example',
        networkAddresses: ['192.0.2.1', '2001:db8::1'],
        reconcile: { policy: 'upsert-only', maxRemovals: 50, watchSpread: 3600 },
      },
    ],
  ])('is a configuration without faults, and %j comes to them', async (variables, expected) => {
    succeeded(await stage.deploy({ ...SETTINGS, ...variables }));
    for (const name of stage.project.names('function')) {
      const { flags } = stage.project.resource('function', name) as { flags: Record<string, string> };
      const pairs = (flags['set-env-vars'] ?? '').replace('^;^', '').split(';');
      const environment = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
      expect(environment).toMatchObject(COMPILE_CACHE_ENVIRONMENT);
      const parsed = parseConfig({ ...environment, CLOSTE_CLIENT_API_KEY: 'key' });
      expect(parsed).toMatchObject({ ok: true, config: { networkDomain: 'network.example', ...expected } });
      const { queue } = parsed.ok ? parsed.config : {};
      expect(queue).toMatchObject({
        project: PROJECT,
        location: 'us-central1',
        name: 'domain-checks',
        closteName: 'closte-calls',
        checkUrl: stage.project.resource('function', 'check')['url'],
        reconcileUrl: stage.project.resource('function', 'reconcile')['url'],
        serviceAccount: `closte-sync-tasks@${PROJECT}.iam.gserviceaccount.com`,
      });
    }
  });

  test.each([
    ['check', MEMORY.check],
    ['map', MEMORY.check],
    ['unmap', MEMORY.check],
    ['status', { ...MEMORY.check, mebibytes: 512 }],
    ['reconcile', MEMORY.reconcile],
  ])(
    'is its memory, and the room for what is young that the benchmark gives it: %s',
    async (name, { mebibytes, environment }) => {
      succeeded(await stage.deploy(SETTINGS));
      const { flags } = stage.project.resource('function', name) as { flags: Record<string, string> };
      const variables = flags['set-env-vars']?.split(';') ?? [];
      const told = variables.filter((variable) => variable.startsWith('NODE_OPTIONS='));
      expect([told, flags['memory']]).toEqual([
        [`NODE_OPTIONS=${environment.NODE_OPTIONS}`],
        `${mebibytes}Mi`,
      ]);
    },
  );

  test('is the secret in one version, by its number', async () => {
    await stage.setUp('_WEBHOOK_SECRET=hook');
    succeeded(await stage.deploy({ ...SETTINGS, WEBHOOK_SECRET: 'hook' }));
    const { flags } = stage.project.resource('function', 'map') as { flags: Record<string, string> };
    expect(flags['set-secrets']).toBe('CLOSTE_CLIENT_API_KEY=closte-client-api-key:1,WEBHOOK_SECRET=hook:1');
  });

  test('is no more than each needs', async () => {
    succeeded(await stage.deploy(SETTINGS));
    const { project } = stage;
    const invokers = (name: string) => project.bindingsOf('function', name);
    expect(invokers('check')).toEqual([`roles/run.invoker\t${account('closte-sync-tasks')}`]);
    expect(invokers('reconcile')).toEqual([
      `roles/run.invoker\t${account('closte-sync-cron')}`,
      `roles/run.invoker\t${account('closte-sync-tasks')}`,
    ]);
    for (const queue of ['domain-checks', 'closte-calls']) {
      expect(project.bindingsOf('queue', queue)).toEqual([
        ...['check', 'map', 'reconcile', 'status'].map(
          (name) => `roles/cloudtasks.enqueuer\t${account(`closte-sync-${name}`)}`,
        ),
        `roles/cloudtasks.viewer\t${account('closte-sync-status')}`,
      ]);
    }
    expect(project.bindingsOf('secret', 'closte-client-api-key')).toEqual(
      [
        ...['check', 'map', 'reconcile', 'status'].map(
          (name) => `roles/secretmanager.secretAccessor\t${account(`closte-sync-${name}`)}`,
        ),
        `roles/secretmanager.viewer\t${account('closte-sync-build')}`,
      ].sort(),
    );
    for (const [name, isPublic] of Object.entries({
      check: false,
      reconcile: false,
      map: true,
      unmap: true,
      status: true,
    })) {
      const { flags } = project.resource('function', name) as { flags: Record<string, string> };
      const opened = project.bindingsOf('function', name).includes('roles/run.invoker\tallUsers');
      expect({ name, opened }).toEqual({ name, opened: isPublic });
      expect({ name, isPrivate: 'no-allow-unauthenticated' in flags }).toEqual({
        name,
        isPrivate: !isPublic,
      });
    }
    const roles = project
      .bindingsOf('project', PROJECT)
      .filter((binding) => binding !== OWNER)
      .map((binding) => binding.split('\t')[1]);
    expect(new Set(roles)).toEqual(
      new Set(['build', 'package', 'test'].map((name) => account(`closte-sync-${name}`))),
    );
  });
});
