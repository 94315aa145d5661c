import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../shared/setup/config.ts';
import { OWNER } from './pretend-access.ts';
import { PROJECT } from './pretend-project.ts';
import {
  type Rehearsal,
  type Run,
  SETTINGS,
  startingPoints,
  startRehearsal,
  succeeded,
} from './rehearsal.ts';

const { prepared } = await startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

const account = (name: string) => `serviceAccount:${name}@${PROJECT}.iam.gserviceaccount.com`;

/** The commands in order, each once where several of one kind follow one another. */
function courseOf({ calls, changes }: Run): string[] {
  expect(calls.length).toBeGreaterThan(changes.length);
  const kinds = changes.map((change) =>
    /^functions deploy/.test(change)
      ? change
      : change.replace(/ (create|add|add-[\w-]+|enable|submit)( .*|$)/, ' $1'),
  );
  return kinds.filter((kind, index) => kind !== kinds[index - 1]);
}

describe('setup.sh, the first time', () => {
  beforeEach(async () => {
    stage = await startRehearsal();
  });

  test('setup.sh makes what a build may not make for itself, and has Cloud Build do the rest', async () => {
    const run = succeeded(
      await stage.setUp('_NETWORK_DOMAIN=network.example', '_DNS_RESOLVERS=1.1.1.1,8.8.8.8'),
    );
    expect(courseOf(run)).toEqual([
      'services enable',
      'secrets create',
      'secrets versions add',
      'iam service-accounts create',
      'iam service-accounts add-iam-policy-binding',
      'projects add-iam-policy-binding',
      'secrets add-iam-policy-binding',
      'builds submit',
    ]);
    const builds = run.calls.filter(({ command }) => command === 'builds submit');
    expect(builds.map(({ flags }) => flags.get('ignore-file'))).toEqual(
      Array(2).fill('deploy/build-upload.gcloudignore'),
    );
    expect(builds.map(({ flags }) => flags.get('substitutions'))).toEqual([
      undefined,
      '^;^_NETWORK_DOMAIN=network.example;_DNS_RESOLVERS=1.1.1.1,8.8.8.8;_WORDPRESS_URL=https://network.example',
    ]);
  });

  test("Closte's key is asked for, and stands in no command and in nothing that is printed", async () => {
    const run = succeeded(await stage.setUp());
    expect(stage.project.secretValue('closte-client-api-key', '1')).toBe('the-key-of-closte');
    expect(run.out + JSON.stringify(run.calls.map(({ flags }) => [...flags]))).not.toContain(
      'the-key-of-closte',
    );
  });

  test('without a key nothing is deployed, and what is missing is said', async () => {
    const settings = ['_NETWORK_DOMAIN=network.example', '_WORDPRESS_URL='];
    const run = await stage.run('setup.sh', settings, {}, '');
    expect({ code: run.code, err: run.err }).toEqual({
      code: 1,
      err: "ERROR: Closte's API key (CLOSTE_CLIENT_API_KEY in wp-config.php) is needed, on standard input or in CLOSTE_CLIENT_API_KEY\n",
    });
    expect(run.changes).not.toContainEqual(expect.stringMatching(/^builds/));
  });
});

describe('deploy.sh, the first time', () => {
  beforeEach(async () => {
    stage = await startRehearsal(prepared.copy());
  });

  test('deploy.sh makes each thing after what it needs', async () => {
    const run = succeeded(await stage.deploy(SETTINGS));
    expect(courseOf(run)).toEqual([
      ...['tasks queues create', 'tasks queues add-iam-policy-binding'],
      ...['tasks queues create', 'tasks queues add-iam-policy-binding'],
      'functions deploy check',
      'functions deploy reconcile',
      'functions deploy map',
      'functions deploy unmap',
      'functions deploy status',
      'run services add-iam-policy-binding',
      'scheduler jobs create',
      'logging metrics create',
      'beta monitoring channels create',
      'monitoring policies create',
      'monitoring dashboards create',
    ]);
    expect(run.out).toContain(
      "define( 'CLOSTE_SYNC_URL', 'https://us-central1-my-project.cloudfunctions.net' );",
    );
  });

  test('without the secret, deploy.sh says who makes it', async () => {
    const run = await stage.deploy({ API_KEY_SECRET: 'another' });
    expect(run.code).toBe(1);
    expect(run.err).toContain('the secret another cannot be seen: deploy/setup.sh makes it');
    expect(run.changes).not.toContainEqual(expect.stringMatching(/^functions/));
  });

  test('an alert waits for its metric to be known', async () => {
    stage.project.slowMetrics = 3;
    const run = await stage.deploy(SETTINGS);
    expect(run.code).toBe(0);
    expect(run.out).toContain('Not yet (attempt 3 of 25)');
    expect(stage.project.names('policy')).toHaveLength(5);
  });
});

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

  test('is a small heap for reconcile, which reads page after page, and for no other', async () => {
    succeeded(await stage.deploy(SETTINGS));
    const small = stage.project.names('function').filter((name) => {
      const { flags } = stage.project.resource('function', name) as { flags: Record<string, string> };
      return flags['set-env-vars']?.endsWith(';NODE_OPTIONS=--max-semi-space-size=2');
    });
    expect(small).toEqual(['reconcile']);
  });

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

describe('an organisation that forbids to open anything to all users', () => {
  beforeEach(async () => {
    stage = await startRehearsal(prepared.copy());
    stage.project.access.forbidsAllUsers = true;
  });

  const unchecked = () =>
    stage.project.names('function').filter((name) => {
      const { metadata } = stage.project.resource('function', name) as {
        metadata?: { annotations: Record<string, string> };
      };
      return metadata?.annotations['run.googleapis.com/invoker-iam-disabled'] === 'true';
    });

  test('has the check of the caller switched off for those that WordPress calls, and only these', async () => {
    const run = succeeded(await stage.deploy(SETTINGS));
    expect(unchecked()).toEqual(['map', 'unmap', 'status']);
    expect(run.out).toContain('This organisation forbids to open map to allUsers');
    expect(succeeded(await stage.deploy(SETTINGS)).changes).toEqual([]);
  });

  test('has it switched off again where a new deployment has switched it on', async () => {
    succeeded(await stage.deploy(SETTINGS));
    succeeded(await stage.deploy({ ...SETTINGS, DNS_CHECK_INTERVAL: '60' }));
    expect(unchecked()).toEqual(['map', 'unmap', 'status']);
  });

  test('is told from any other refusal, which ends the deployment', async () => {
    stage.failAt('run services add-iam-policy-binding map');
    const run = await stage.deploy(SETTINGS);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('INTERNAL: as asked')]);
    expect(unchecked()).toEqual([]);
  });
});

describe('what is wrong with the arguments', () => {
  beforeEach(async () => {
    stage = await startRehearsal();
  });

  test.each([
    [['_NETWORK_DOMAINS=x'], 'ERROR: cloudbuild.yaml knows no _NETWORK_DOMAINS\n'],
    [['_NETWORK_DOMAIN=network.example\nx'], 'ERROR: _NETWORK_DOMAIN must be one line\n'],
    [['_NETWORK_ADDRESSES=1;2'], 'ERROR: _NETWORK_ADDRESSES must not contain a semicolon\n'],
    [['--projekt=x'], 'ERROR: --projekt=x is not understood. bash deploy/setup.sh --help says what is\n'],
  ])('setup.sh %j', async (args, err) => {
    expect(await stage.setUp(...args)).toMatchObject({ code: 2, err, calls: [] });
  });

  test('deploy.sh wants to know what to deploy', async () => {
    const run = await stage.run('deploy.sh', [], { PROJECT, SOURCE: '/nowhere' });
    expect(run).toMatchObject({
      code: 1,
      calls: [],
      err: expect.stringContaining('SOURCE is not the folder'),
    });
  });
});
