import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { READ_BY_FUNCTIONS, settingFaults } from '../../deploy/check-settings.ts';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';

const DOMAIN = "Give the bare name of the network's main site: _NETWORK_DOMAIN=network.example.";
const ADDRESS = "Give the address of the network's main site: _WORDPRESS_URL=https://network.example.";
const ELSE = 'What it may be stands in docs/configuration.md.';

describe('what the functions would say of a setting', () => {
  test.each<readonly [string, readonly unknown[]]>([
    ['_NETWORK_DOMAIN=network.example', []],
    ['_NETWORK_DOMAIN=network.example,second.example', []],
    ['_NETWORK_DOMAIN=network.example, второй.example', []],
    ['_NETWORK_DOMAIN=', []],
    [
      '_NETWORK_DOMAIN=bad domain',
      [`_NETWORK_DOMAIN (bad domain) is not a domain: it contains white space. ${DOMAIN}`],
    ],
    [
      '_NETWORK_DOMAIN=network.example,bad domain',
      [`_NETWORK_DOMAIN (bad domain) is not a domain: it contains white space. ${DOMAIN}`],
    ],
    ['_NETWORK_DOMAIN=network.example,', [`_NETWORK_DOMAIN () is not a domain: it is empty. ${DOMAIN}`]],
    ['_WORDPRESS_URL=https://network.example/', []],
    ['_WORDPRESS_URL=network.example', [`_WORDPRESS_URL is not an http or https URL. ${ADDRESS}`]],
    [
      '_WORDPRESS_URL=https://me:secret@network.example',
      [`_WORDPRESS_URL is a URL with more than a host and a path. ${ADDRESS}`],
    ],
    ['_DNS_CHECK_INTERVAL=5', [`_DNS_CHECK_INTERVAL (5) is not a whole number from 10 to 300. ${ELSE}`]],
    ['_WEBHOOK_SECRET=the-name-of-a-secret', []],
    ['_REGION=europe-west1', []],
    [
      '_REGION=Europe',
      ['_REGION (Europe) is not a region of Google Cloud. Give it like this: _REGION=us-central1'],
    ],
    ['PROJECT=my-project', []],
    ['PROJECT=example.com:my-project', []],
    [
      'PROJECT=My Project',
      ['PROJECT (My Project) is not the id of a project. Give it like this: PROJECT=my-project'],
    ],
    ['_PREFIX=acme-', []],
    ['_PREFIX=', []],
    ...['acme', '2acme-', 'a-b-', 'ninechars-', 'Acme-'].map(
      (prefix) =>
        [
          `_PREFIX=${prefix}`,
          [
            `_PREFIX (${prefix}) is not up to 8 lower-case letters and digits, the first a letter, and a hyphen. Give it like this: _PREFIX=acme-`,
          ],
        ] as const,
    ),
    ['_QUEUE=domain_checks', [expect.stringContaining('_QUEUE=domain-checks')]],
    ['_CLOSTE_QUEUE=a b', [expect.stringContaining('_CLOSTE_QUEUE=closte-calls')]],
    ['_API_KEY_SECRET=a/b', [expect.stringContaining('_API_KEY_SECRET=closte-client-api-key')]],
    ['_STATUS_CONTACT=mailto:help@network.example', []],
    [
      '_STATUS_CONTACT=javascript:alert(1)',
      [expect.stringContaining('_STATUS_CONTACT=mailto:help@network.example')],
    ],
    ['_STATUS_CONTACT=http://network.example', [expect.stringContaining('neither mailto:')]],
    ['_NETWORK_NAME=Example Sites', []],
    [`_NETWORK_NAME=${'x'.repeat(81)}`, [expect.stringContaining('more than 80 characters')]],
    ['_ALERT_EMAIL=me@example.com', []],
    ['_ALERT_EMAIL=me@example.com,you@example.com', [expect.stringContaining('_ALERT_EMAIL=me@example.com')]],
    ['_ALERT_WEBHOOK=https://alerts.example.com/x?y=1', []],
    ['_ALERT_WEBHOOK=http://alerts.example.com/', [expect.stringContaining('is not an https URL')]],
    ['_ALERT_CHANNELS=projects/p/notificationChannels/1,projects/p/notificationChannels/22', []],
    ['_ALERT_CHANNELS=Slack', [expect.stringContaining('names of notification channels')]],
  ])('%s', (setting, faults) => {
    expect(settingFaults([setting])).toEqual(faults);
  });

  test('all are told at once', () => {
    expect(settingFaults(['_NETWORK_DOMAIN=bad domain', '_WORDPRESS_URL=x', '_REGION=europe'])).toHaveLength(
      3,
    );
  });

  test('is looked for in all that deploy.sh hands to them', () => {
    const script = readFileSync(new URL('../../deploy/deploy.sh', import.meta.url), 'utf8');
    const [, names = ''] = /for name in ([A-Z_ \\\n]+); do/.exec(script) ?? [];
    expect(names.split(/[\s\\]+/).filter((name) => name !== '')).toEqual([...READ_BY_FUNCTIONS]);
  });
});

describe('setup.sh', () => {
  const DRY = '--dry-run';
  let stage: Rehearsal;
  beforeEach(async () => {
    stage = await startRehearsal();
  });
  afterEach(async () => {
    await stage.close();
  });
  const substitutions = (out: string) => /--substitutions=(\S+)/.exec(out)?.[1]?.replaceAll('\\', '');

  test.each([
    [
      '_NETWORK_DOMAIN=bad domain',
      'ERROR: _NETWORK_DOMAIN (bad domain) is not a domain: it contains white space.',
    ],
    ['_WORDPRESS_URL=network.example', 'ERROR: _WORDPRESS_URL is not an http or https URL.'],
  ])('refuses %s before anything happens, and says what to do', async (setting, fault) => {
    const run = await stage.setUp(setting);
    expect(run).toMatchObject({ code: 2, calls: [] });
    expect(run.err).toMatch(
      new RegExp(`^${fault.replace(/[()]/g, '\\$&')} Give the .*: _[A-Z_]+=\\S+\\.\n$`),
    );
  });

  test.each([
    [[], '_NETWORK_DOMAIN is not given, and nobody can be asked here: give _NETWORK_DOMAIN=network.example'],
    [
      ['_NETWORK_DOMAIN=network.test'],
      '_WORDPRESS_URL is not given, and nobody can be asked here: give _WORDPRESS_URL=https://network.test',
    ],
  ])(
    'given %j, without a terminal, does nothing, and takes no line meant as the key',
    async (args, fault) => {
      const run = await stage.run('setup.sh', args, {}, 'the-key-of-closte\n');
      expect(run).toMatchObject({ code: 2, calls: [], err: `ERROR: ${fault}\n` });
    },
  );

  test('asks for both on a terminal', async () => {
    const run = await stage.setUpOnTerminal(
      'network.test\nhttps://www.network.test\nme@network.test\n\n\n',
      DRY,
    );
    expect(run.out).toContain("The network's own domain, such as network.example: ");
    expect(run.out).toContain("The address of the network's main site [https://network.test]: ");
    expect([run.code, substitutions(run.out)]).toEqual([
      0,
      '^;^_NETWORK_DOMAIN=network.test;_WORDPRESS_URL=https://www.network.test;_ALERT_EMAIL=me@network.test;_STATUS_CONTACT=;_NETWORK_NAME=',
    ]);
  });

  test('takes the main site of the first network if nothing is typed', async () => {
    const run = await stage.setUpOnTerminal('\n\n\n\n', DRY, '_NETWORK_DOMAIN=network.test,second.test');
    expect(substitutions(run.out)).toBe(
      '^;^_NETWORK_DOMAIN=network.test,second.test;_WORDPRESS_URL=https://network.test;_ALERT_EMAIL=;_STATUS_CONTACT=;_NETWORK_NAME=',
    );
  });

  test('asks for none that is said not to be there', async () => {
    const run = await stage.setUpOnTerminal(
      '',
      DRY,
      '_NETWORK_DOMAIN=',
      '_WORDPRESS_URL=',
      '_ALERT_EMAIL=',
      '_STATUS_CONTACT=',
      '_NETWORK_NAME=',
    );
    expect([run.code, substitutions(run.out)]).toEqual([
      0,
      '^;^_NETWORK_DOMAIN=;_WORDPRESS_URL=;_ALERT_EMAIL=;_STATUS_CONTACT=;_NETWORK_NAME=',
    ]);
  });

  test.each([
    ['\n', 'ERROR: _NETWORK_DOMAIN is needed'],
    ['bad domain\n', 'ERROR: _NETWORK_DOMAIN (bad domain) is not a domain'],
    ['network.test\nnetwork.test\n\n\n\n', 'ERROR: _WORDPRESS_URL is not an http or https URL'],
    ['network.test;_REGION=x\n', 'ERROR: _NETWORK_DOMAIN must not contain a semicolon'],
  ])('refuses the answer %j', async (typed, fault) => {
    const run = await stage.setUpOnTerminal(typed);
    expect(run).toMatchObject({ code: 2, calls: [], out: expect.stringContaining(fault) });
  });
});
