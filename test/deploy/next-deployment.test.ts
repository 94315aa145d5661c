import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { QUEUES } from '../../local/queues.ts';
import { type Rehearsal, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { prepared, deployed } = startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

describe('run again', () => {
  beforeEach(async () => {
    stage = await startRehearsal(deployed.copy());
  });

  test('with nothing new, neither script changes anything', async () => {
    const again = succeeded(await stage.deploy(SETTINGS));
    expect(again.changes).toEqual([]);
    expect(again.out).toContain('Everything was as it should be.');
    expect(succeeded(await stage.setUp()).changes).toEqual(
      Array(2).fill(expect.stringMatching(/^builds submit/)),
    );
  });

  test.each([
    [
      'a setting of the functions',
      { DNS_CHECK_INTERVAL: '60' },
      ['check', 'reconcile', 'map', 'unmap', 'status'].map((name) => `functions deploy ${name}`),
    ],
    [
      'another address for alerts',
      { ALERT_EMAIL: 'you@example.com' },
      ['beta monitoring channels create', ...Array(5).fill('monitoring policies update')],
    ],
  ])('with %s, only what it concerns', async (_what, variables, expected) => {
    const { changes } = succeeded(await stage.deploy({ ...SETTINGS, ...variables }));
    expect(changes.map((change) => change.replace(/ projects\/.*/, ''))).toEqual(expected);
    expect(succeeded(await stage.deploy({ ...SETTINGS, ...variables })).changes).toEqual([]);
  });

  test('after somebody has changed the queue, the schedule and a policy by hand, these', async () => {
    (stage.project.resource('queue', 'domain-checks') as { rateLimits: object }).rateLimits = {};
    (stage.project.resource('job', 'closte-reconcile') as { description: string }).description = 'mine';
    const [policy = ''] = stage.project.names('policy');
    (stage.project.resource('policy', policy) as { userLabels: Record<string, string> }).userLabels[
      'config'
    ] = 'x';
    (
      stage.project.resource('dashboard', stage.project.names('dashboard')[0] ?? '') as {
        mosaicLayout: { tiles: object[] };
      }
    ).mosaicLayout.tiles.shift();
    const { changes } = succeeded(await stage.deploy(SETTINGS));
    expect(changes.map((change) => change.split(' ').slice(0, 3).join(' '))).toEqual([
      'tasks queues update',
      'scheduler jobs update',
      'monitoring policies update',
      'monitoring dashboards update',
    ]);
    expect(succeeded(await stage.deploy(SETTINGS)).changes).toEqual([]);
  });

  test('after a deployment that failed in the cloud, that function', async () => {
    (stage.project.resource('function', 'map') as Record<string, unknown>)['stateMessages'] = [
      { severity: 'ERROR' },
    ];
    expect(succeeded(await stage.deploy(SETTINGS)).changes).toEqual(['functions deploy map']);
  });

  test('with a new version of the key, every function gets that one', async () => {
    stage.project.addVersion('closte-client-api-key', 'the-next-key');
    const { changes } = succeeded(await stage.deploy(SETTINGS));
    expect(changes).toHaveLength(5);
    const { flags } = stage.project.resource('function', 'check') as { flags: Record<string, string> };
    expect(flags['set-secrets']).toBe('CLOSTE_CLIENT_API_KEY=closte-client-api-key:2');
  });
});

describe('the queues', () => {
  const isAboutQueues = (change: string) => /^(tasks queues (create|update)|functions deploy)/.test(change);
  const FUNCTIONS = ['check', 'reconcile', 'map', 'unmap', 'status'].map(
    (name) => `functions deploy ${name}`,
  );
  const limitsOf = (name: string) => stage.project.resource('queue', name)['rateLimits'];
  const limits = (perSecond: number, atOnce: number) => ({
    maxDispatchesPerSecond: `${perSecond}.0`,
    maxConcurrentDispatches: String(atOnce),
  });

  beforeEach(async () => {
    stage = await startRehearsal(prepared.copy());
  });

  test('have the limits with which the embedded stack and the simulation work', async () => {
    succeeded(await stage.deploy(SETTINGS));
    for (const { name, maxDispatchesPerSecond, maxConcurrentDispatches } of Object.values(QUEUES)) {
      expect(limitsOf(name)).toEqual(limits(maxDispatchesPerSecond, maxConcurrentDispatches));
    }
  });

  test('where the version before had one, that becomes faster only when the functions are new', async () => {
    stage.project.add('queue', 'domain-checks', {
      name: 'projects/p/locations/l/queues/domain-checks',
      state: 'RUNNING',
      rateLimits: limits(5, 20),
      retryConfig: {},
    });
    const { changes } = succeeded(await stage.deploy(SETTINGS));
    expect(changes.filter(isAboutQueues)).toEqual([
      'tasks queues create closte-calls',
      ...FUNCTIONS,
      'tasks queues update domain-checks',
    ]);
    expect(limitsOf('domain-checks')).toEqual(limits(50, 160));
    expect(succeeded(await stage.deploy(SETTINGS)).changes).toEqual([]);
  });

  test('may be one, which is as slow as Closte needs it', async () => {
    const one = { ...SETTINGS, QUEUE: 'both', CLOSTE_QUEUE: 'both' };
    const { changes } = succeeded(await stage.deploy(one));
    expect(changes.filter(isAboutQueues)).toEqual(['tasks queues create both', ...FUNCTIONS]);
    expect(limitsOf('both')).toEqual(limits(5, 20));
    expect(succeeded(await stage.deploy(one)).changes).toEqual([]);
    succeeded(await stage.run('remove.sh', ['--queue=both', '--closte-queue=both', '--yes'], {}));
    expect(stage.project.names('queue')).toEqual([]);
  });
});

describe('a step that fails half-way', () => {
  test.each([
    ['tasks queues create', 'The queues'],
    ['functions deploy reconcile', 'Functions'],
    ['scheduler jobs create', 'The schedule closte-reconcile'],
    ['logging metrics create closte_sync_mapped', 'Log-based metrics'],
    ['monitoring policies list', 'Alerts'],
    ['monitoring dashboards create', 'The dashboard'],
  ])(
    '%s: it is said where it stopped, and the same again does the rest and only that',
    async (failing, step) => {
      stage = await startRehearsal(prepared.copy());
      stage.failAt(failing);
      const half = await stage.deploy(SETTINGS);
      expect(half.code).not.toBe(0);
      expect(half.err).toMatch(
        new RegExp(`^ERROR: INTERNAL: as asked\n\nStopped at "${step}.*run the same again\\.\n$`),
      );

      stage.failAt(undefined);
      const rest = succeeded(await stage.deploy(SETTINGS));
      const done = half.changes.filter((change) => !change.startsWith(failing));
      expect(
        rest.changes.filter((change) => done.includes(change) && !change.includes('policy-binding')),
      ).toEqual([]);
    },
  );
});

describe('a dry run', () => {
  test('of setup.sh prints the commands, asks for no key, and changes nothing', async () => {
    stage = await startRehearsal();
    const run = succeeded(await stage.setUp('--dry-run', '_ALERT_EMAIL=me@example.com'));
    expect(run.changes).toEqual([]);
    expect(run.out).toMatch(/\$ gcloud services enable /);
    expect(run.out).toMatch(/\$ gcloud secrets versions add closte-client-api-key --data-file=-/);
    expect(run.out).toMatch(/\$ gcloud builds submit .*_ALERT_EMAIL=me@example\.com/);
  });

  test('of deploy.sh prints all that it would do', async () => {
    stage = await startRehearsal();
    const run = succeeded(await stage.deploy({ ...SETTINGS, DRY_RUN: 'yes' }));
    expect(run.changes).toEqual([]);
    expect(run.out.match(/\$ gcloud functions deploy/g)).toHaveLength(5);
    expect(run.out).toMatch(/\$ gcloud monitoring dashboards create/);
  });

  test('of remove.sh shows what is there, and removes nothing', async () => {
    stage = await startRehearsal(deployed.copy());
    const run = succeeded(await stage.run('remove.sh', ['--dry-run'], {}));
    expect(run.changes).toEqual([]);
    expect(run.out).toMatch(/\$ gcloud functions delete check/);
  });
});
