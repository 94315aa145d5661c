import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT } from './pretend-project.ts';
import { substitutionsOf } from './pretend-resources.ts';
import { type Rehearsal, type Run, startRehearsal, succeeded } from './rehearsal.ts';

let stage: Rehearsal;
beforeEach(async () => {
  stage = await startRehearsal();
});
afterEach(async () => {
  await stage.close();
});

const fileOf = (name: string) => join(stage.networks, `${name}.env`);
const read = (name: string) => readFile(fileOf(name), 'utf8');
async function write(name: string, ...lines: string[]): Promise<void> {
  await mkdir(stage.networks, { recursive: true });
  await writeFile(fileOf(name), `${lines.join('\n')}\n`);
}
/** setup.sh with nothing but these words, and the key on standard input. */
const setUp = (...args: string[]) =>
  stage.run('setup.sh', args, { SOURCE: stage.source, CLOSTE_CLIENT_API_KEY: 'the-key-of-closte' });
/** What the builds of a run are given. */
const given = ({ calls }: Run) =>
  calls
    .filter(
      ({ command, flags }) => command === 'builds submit' && flags.get('config')?.endsWith('cloudbuild.yaml'),
    )
    .map(({ flags }) => substitutionsOf(flags.get('substitutions')));

const NETWORK = ['_NETWORK_DOMAIN=network.example', '_WORDPRESS_URL=https://network.example'];

describe('the settings of a network', () => {
  test('are kept in its file, and the next run needs none of them', async () => {
    succeeded(await setUp(...NETWORK, '_DNS_CHECK_INTERVAL=60'));
    expect((await read('default')).split('\n')).toEqual([
      '# Settings of one network, written by deploy/setup.sh. No secret belongs here.',
      ...NETWORK,
      '_DNS_CHECK_INTERVAL=60',
      `PROJECT=${PROJECT}`,
      '',
    ]);
    const again = succeeded(await setUp());
    expect(given(again)).toEqual([
      {
        _NETWORK_DOMAIN: 'network.example',
        _WORDPRESS_URL: 'https://network.example',
        _DNS_CHECK_INTERVAL: '60',
      },
    ]);
  });

  test('hold no secret', async () => {
    succeeded(await stage.setUp('_WEBHOOK_SECRET=hook'));
    const text = await read('default');
    expect(text).not.toMatch(/the-key-of-closte|the-webhook-secret/);
    expect(text).toContain('_WEBHOOK_SECRET=hook\n');
  });

  test('change in the file when another value is given, and nothing else in it does', async () => {
    await write('shop', '# Ours.', `PROJECT=${PROJECT}`, ...NETWORK, '_DNS_CHECK_INTERVAL=60');
    succeeded(await setUp('_DNS_CHECK_INTERVAL=', '_ALERT_EMAIL=me@example.com'));
    expect((await read('shop')).split('\n')).toEqual([
      ...[
        '# Ours.',
        `PROJECT=${PROJECT}`,
        ...NETWORK,
        '_DNS_CHECK_INTERVAL=',
        '_ALERT_EMAIL=me@example.com',
        '',
      ],
    ]);
  });

  test('are not kept by a dry run, nor where something is wrong with one', async () => {
    succeeded(await setUp('--dry-run', ...NETWORK));
    expect((await setUp(...NETWORK, '_DNS_CHECK_INTERVAL=5')).code).toBe(2);
    await expect(readdir(stage.networks)).rejects.toThrow('ENOENT');
  });

  test.each([
    [['_NETWORK_DOMAIN'], 'networks/shop.env, line 3: it is not NAME=VALUE'],
    [['_NETWORK=x'], 'networks/shop.env, line 3: cloudbuild.yaml knows no _NETWORK'],
    [
      ['CLOSTE_CLIENT_API_KEY=abc'],
      'networks/shop.env, line 3: CLOSTE_CLIENT_API_KEY is a secret, and no setting: setup.sh asks for it. Take it out of there',
    ],
    [
      ['_NETWORK_ADDRESSES=1;2'],
      'networks/shop.env, line 3: _NETWORK_ADDRESSES must not contain a semicolon',
    ],
  ])('that say %j are refused before anything happens', async (lines, fault) => {
    await write('shop', '# Ours.', '', ...lines);
    expect(await setUp()).toMatchObject({ code: 2, calls: [], err: `ERROR: ${fault}\n` });
  });

  test('are read as they stand, and nothing in them is run', async () => {
    await write('shop', `PROJECT=${PROJECT}`, ...NETWORK, '_DNS_RESOLVERS=$(touch /tmp/x)');
    const { code, calls, err } = await setUp();
    expect({ code, calls }).toEqual({ code: 2, calls: [] });
    expect(err).toContain('$(touch /tmp/x)');
  });

  test.each([
    ['--project=another-project', `PROJECT=${PROJECT}`],
    ['_PREFIX=b-', '_PREFIX=a-'],
    ['_REGION=europe-west1', '_REGION=us-east1'],
  ])('do not take %s: all would be left behind under the old name', async (argument, line) => {
    await write('shop', `PROJECT=${PROJECT}`, '_PREFIX=a-', '_REGION=us-east1', ...NETWORK);
    const run = await setUp(argument);
    expect(run).toMatchObject({ code: 2, calls: [] });
    expect(run.err).toContain(`networks/shop.env has ${line}. Another network: --network=NAME.`);
  });
});

describe('which network is meant', () => {
  beforeEach(async () => {
    await write('one', `PROJECT=${PROJECT}`, ...NETWORK);
    await write('two', `PROJECT=${PROJECT}`, '_PREFIX=two-', ...NETWORK);
  });

  test.each(['setup.sh', 'remove.sh'])('has to be said to %s where there are several', async (script) => {
    const run = await stage.run(script, [], {});
    expect(run).toMatchObject({
      code: 2,
      calls: [],
      err: 'ERROR: which network? Give --network=NAME: one, two\n',
    });
  });

  test.each([
    [
      ['--network=../one'],
      'ERROR: --network=../one: give a name of lower-case letters, digits, dots and hyphens\n',
    ],
    [
      ['--all', '_REGION=x'],
      'ERROR: --all takes every network as its file says: give no other settings with it\n',
    ],
    [
      ['--network=three', ...NETWORK, '_PREFIX=two-'],
      "ERROR: networks/two.env has the prefix 'two-' in my-project too. Give another: _PREFIX=t2-\n",
    ],
    [
      ['--network=three', ...NETWORK, '_PREFIX=much-too-long-'],
      'ERROR: _PREFIX (much-too-long-) is not up to 8 lower-case letters and digits, the first a letter, and a hyphen. Give it like this: _PREFIX=acme-\n',
    ],
  ])('setup.sh %j', async (args, err) => {
    expect(await setUp(...args)).toMatchObject({ code: 2, err, changes: [] });
  });

  test('and a third one in the project gets its own name as its prefix', async () => {
    const run = succeeded(await setUp('--network=third-shop', ...NETWORK));
    expect(await read('third-shop')).toContain('_PREFIX=thirdsho-\n');
    expect(run.out).toContain("cloudfunctions.net/thirdsho-' );");
  });
});
