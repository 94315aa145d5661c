import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCall } from './gcloud-call.ts';
import { PROJECT } from './pretend-project.ts';
import { emailOf as email } from './pretend-resources.ts';
import { type Rehearsal, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const TEST_BUILD = fileURLToPath(new URL('../../deploy/test-build.yaml', import.meta.url));
const DEPLOY_BUILD = fileURLToPath(new URL('../../cloudbuild.yaml', import.meta.url));

const { prepared, deployed } = startingPoints();

const BUILDERS = ['closte-sync-test', 'closte-sync-package', 'closte-sync-build'];
const FUNCTIONS = ['closte-sync-map', 'closte-sync-check', 'closte-sync-reconcile', 'closte-sync-status'];
const CALLERS = ['closte-sync-tasks', 'closte-sync-cron'];

let stage: Rehearsal;
beforeEach(async () => {
  stage = await startRehearsal(prepared.copy());
});
afterEach(async () => {
  await stage.close();
});

describe('which account runs what', () => {
  test('the tests one, the deployment another, and first the tests', async () => {
    succeeded(await stage.setUp());
    expect(stage.project.builds).toEqual([
      { config: 'test-build.yaml', account: email('closte-sync-test') },
      { config: 'cloudbuild.yaml', account: email('closte-sync-build') },
    ]);
  });

  test('tests that fail let nothing be deployed', async () => {
    stage.failAt('builds submit');
    const run = await stage.setUp();
    expect(run.err).toContain('Stopped at "Test"');
    expect(stage.project.builds).toEqual([]);
  });

  test('the builds of the functions, and each function, one of its own', async () => {
    succeeded(await stage.deploy(SETTINGS));
    const flagsOf = (name: string) =>
      (stage.project.resource('function', name) as { flags: Record<string, string> }).flags;
    for (const name of ['check', 'reconcile', 'map', 'unmap', 'status']) {
      expect(flagsOf(name)).toMatchObject({
        'service-account': email(`closte-sync-${name === 'unmap' ? 'map' : name}`),
        'build-service-account': `projects/${PROJECT}/serviceAccounts/${email('closte-sync-package')}`,
      });
    }
  });
});

describe('what each account may do', () => {
  const secret = 'secret closte-client-api-key';
  const acting = [...CALLERS, ...FUNCTIONS, 'closte-sync-package'];
  const IN_PROJECT = [
    ...['deploy functions', 'make alerts', 'make channels', 'make dashboards', 'make metrics'],
    ...['make the queue and say who may use it', 'make the schedule', 'say who may call a function'],
  ];
  const BUILDING = [
    'change what was uploaded',
    'read what was uploaded',
    'run a build',
    'write a log',
    'write the images of functions',
  ];
  const enqueuing = [
    'act as an account: account closte-sync-tasks',
    'put a task into the queue: queue closte-calls',
    'put a task into the queue: queue domain-checks',
  ];

  test.each([
    [
      'closte-sync-test',
      ['read what was uploaded', 'write a log'].map((right) => `${right}: project ${PROJECT}`),
    ],
    [
      'closte-sync-package',
      [
        'change what was uploaded',
        'read what was uploaded',
        'write a log',
        'write the images of functions',
      ].map((right) => `${right}: project ${PROJECT}`),
    ],
    [
      'closte-sync-build',
      [
        ...acting.map((name) => `act as an account: account ${name}`),
        ...[...IN_PROJECT, ...BUILDING].map((right) => `${right}: project ${PROJECT}`),
        `see versions of a secret: ${secret}`,
      ],
    ],
    ...['map', 'check', 'reconcile'].map(
      (name) => [`closte-sync-${name}`, [...enqueuing, `read a secret: ${secret}`]] as const,
    ),
    [
      'closte-sync-status',
      // It may have a domain followed again that was given up.
      [
        ...enqueuing,
        `read a secret: ${secret}`,
        'see the queue: queue closte-calls',
        'see the queue: queue domain-checks',
      ],
    ],
    ['closte-sync-tasks', ['call a function: function check', 'call a function: function reconcile']],
    ['closte-sync-cron', ['call a function: function reconcile']],
  ] as const)('%s', (account, rights) => {
    expect(deployed.rightsOf(account)).toEqual([...rights].sort());
  });

  test('none but the functions reads a secret, and none of all says who may', () => {
    for (const account of [...BUILDERS, ...FUNCTIONS, ...CALLERS]) {
      const rights = deployed.rightsOf(account).join('\n');
      expect([account, rights.includes('read a secret')]).toEqual([account, FUNCTIONS.includes(account)]);
      expect(rights).not.toMatch(/say who may read a secret|make accounts/);
    }
  });

  test('with the rights of the tests, or of the builds of functions, nothing can be deployed', async () => {
    for (const account of ['closte-sync-test', 'closte-sync-package']) {
      stage.project.caller = account;
      const run = await stage.run('deploy.sh', [], { PROJECT, SOURCE: stage.source, ...SETTINGS });
      expect(run).toMatchObject({ code: 1, changes: [], err: expect.stringContaining('PERMISSION_DENIED') });
    }
  });

  test.each([
    ['a role in the project', ['projects', 'add-iam-policy-binding', PROJECT]],
    ['the key', ['secrets', 'add-iam-policy-binding', 'closte-client-api-key']],
    ['another account', ['iam', 'service-accounts', 'add-iam-policy-binding', 'closte-sync-map']],
    ['a build as another', ['builds', 'submit', '.', `--config=${TEST_BUILD}`]],
    ['another build as itself', ['builds', 'submit', '.', `--config=${DEPLOY_BUILD}`]],
  ])('none that runs a build can give itself %s', (_what, command) => {
    const call = parseCall([...command, `--project=${PROJECT}`]);
    for (const account of BUILDERS) {
      stage.project.caller = account;
      expect(() => stage.project.answer(call, '')).toThrow(`PERMISSION_DENIED: ${account} may not`);
    }
  });

  const needed = deployed
    .bindingsOf('project', PROJECT)
    .map((binding) => binding.split('\t'))
    .filter(([role, member]) => member?.includes('closte-sync-build') && !role?.includes('cloudbuild'))
    .map(([role = '']) => role);
  test.each(needed)('a deployment needs %s', async (role) => {
    stage.project
      .policyOf('project', PROJECT)
      .delete(`${role}\tserviceAccount:${email('closte-sync-build')}`);
    expect(await stage.deploy(SETTINGS)).toMatchObject({
      code: 1,
      err: expect.stringContaining('PERMISSION_DENIED'),
    });
  });
});

test('what an earlier version gave the build too much is taken back, and given to nobody again', async () => {
  const member = `serviceAccount:${email('closte-sync-build')}`;
  stage.project.policyOf('project', PROJECT).add(`roles/iam.serviceAccountAdmin	${member}`);
  stage.project.policyOf('secret', 'closte-client-api-key').add(`roles/secretmanager.admin	${member}`);
  const { changes } = succeeded(await stage.setUp());
  expect(changes.filter((change) => !change.startsWith('builds'))).toEqual([
    `projects remove-iam-policy-binding ${PROJECT}`,
    'secrets remove-iam-policy-binding closte-client-api-key',
  ]);
  expect(stage.project.rightsOf('closte-sync-build')).toEqual(prepared.rightsOf('closte-sync-build'));
});

test('setup.sh that failed half-way does the rest when it is run again, and only that', async () => {
  const empty = await startRehearsal();
  try {
    empty.failAt('iam service-accounts create closte-sync-status');
    const half = await empty.setUp();
    expect(half.err).toContain('Stopped at "Accounts: one for each purpose"');
    empty.failAt(undefined);
    const rest = succeeded(await empty.setUp());
    expect(rest.changes.filter((change) => half.changes.slice(0, -1).includes(change))).toEqual([]);
    expect(rest.changes).toContain('iam service-accounts create closte-sync-status');
  } finally {
    await empty.close();
  }
});
