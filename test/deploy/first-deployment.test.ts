import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT } from './pretend-project.ts';
import { type Rehearsal, type Run, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { prepared } = startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

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
