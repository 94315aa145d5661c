import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT, PretendProject } from './pretend-project.ts';
import { substitutionsOf } from './pretend-resources.ts';
import { type Rehearsal, type Run, startRehearsal, succeeded } from './rehearsal.ts';

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

/** What the builds of a run are given. */
const given = ({ calls }: Run) =>
  calls
    .filter(
      ({ command, flags }) => command === 'builds submit' && flags.get('config')?.endsWith('cloudbuild.yaml'),
    )
    .map(({ flags }) => substitutionsOf(flags.get('substitutions')));
const setUpAll = () =>
  stage.run('setup.sh', ['--all'], { SOURCE: stage.source, CLOSTE_CLIENT_API_KEY: 'the-key-of-closte' });

describe('three networks in one project', () => {
  const KINDS = ['job', 'function', 'queue', 'policy', 'channel', 'dashboard', 'metric', 'secret', 'account'];
  /** Everything there is, as it stands. */
  const everything = () =>
    KINDS.flatMap((kind) =>
      stage.project
        .names(kind)
        .map((name) => `${kind} ${JSON.stringify(stage.project.resource(kind, name))}`),
    );
  const NETWORKS = ['main', 'acme', 'b2'];
  const prefixOf = (name: string) => (name === 'main' ? '' : `${name}-`);

  async function deployAll(run: Run): Promise<string[]> {
    const changes: string[] = [];
    for (const settings of given(run)) {
      const variables = Object.entries(settings).map(([name, value]) => [name.slice(1), value]);
      changes.push(...succeeded(await stage.deploy(Object.fromEntries(variables))).changes);
    }
    return changes;
  }

  async function write(name: string, ...more: string[]): Promise<void> {
    const prefix = prefixOf(name);
    const lines = [
      `PROJECT=${PROJECT}`,
      `_NETWORK_DOMAIN=${name}.example`,
      `_WORDPRESS_URL=https://${name}.example`,
      '_ALERT_EMAIL=me@example.com',
      ...(prefix === '' ? [] : [`_PREFIX=${prefix}`]),
      ...more,
    ];
    await mkdir(stage.networks, { recursive: true });
    await writeFile(join(stage.networks, `${name}.env`), `${lines.join('\n')}\n`);
  }
  async function begin(project: PretendProject): Promise<void> {
    stage = await startRehearsal(project);
    for (const name of NETWORKS) await write(name);
  }

  let deployed: PretendProject;
  beforeAll(async () => {
    await begin(new PretendProject());
    await deployAll(succeeded(await setUpAll()));
    deployed = stage.project;
    await stage.close();
  }, 60_000);
  beforeEach(async () => {
    await begin(deployed.copy());
  });

  test('each have their own of everything, and the second time nothing is changed', async () => {
    const { project } = stage;
    for (const kind of ['job', 'function', 'queue', 'secret', 'account']) {
      const names = project.names(kind);
      const own = NETWORKS.map((name) => names.filter((one) => one.startsWith(prefixOf(name) || '-')).length);
      const ofMain = names.length - (own[1] ?? 0) - (own[2] ?? 0);
      expect({ kind, own: [ofMain, own[1], own[2]] }).toEqual({ kind, own: [ofMain, ofMain, ofMain] });
    }
    const settings = project.names('function').map((name) => {
      const { flags } = project.resource('function', name) as { flags: Record<string, string> };
      return `${name} ${flags['entry-point']} ${/NETWORK_DOMAIN=(\w+)/.exec(flags['set-env-vars'] ?? '')?.[1]}`;
    });
    expect(settings).toEqual(
      ['acme', 'b2', 'main'].flatMap((name) =>
        ['check', 'reconcile', 'map', 'unmap', 'status'].map(
          (entry) => `${prefixOf(name)}${entry} ${entry} ${name}`,
        ),
      ),
    );
    const again = succeeded(await setUpAll());
    expect(again.changes.filter((change) => !change.startsWith('builds submit'))).toEqual([]);
    expect(await deployAll(again)).toEqual([]);
  });

  test('are tested once, each as its own account', async () => {
    const again = succeeded(await setUpAll());
    expect(stage.project.builds.slice(-4).map(({ account }) => account.replace(/@.*/, ''))).toEqual([
      ...['acme-closte-sync-test', 'acme-closte-sync-build', 'b2-closte-sync-build', 'closte-sync-build'],
    ]);
    expect(again.out).toContain('This folder was tested for the network before.');
  });

  test('may use nothing of one another', () => {
    for (const account of stage.project.names('account').filter((email) => email.startsWith('acme-'))) {
      const others = stage.project
        .rightsOf(account)
        .filter((right) => !/: \w+ (acme-|my-project$)/.test(right));
      expect({ account, others }).toEqual({ account, others: [] });
    }
  });

  test('one of them removed again leaves the others as they are, and the dashboard of all', async () => {
    const before = everything();
    const run = succeeded(await stage.run('remove.sh', ['--network=acme'], {}, `${PROJECT}\n`));
    expect(run.changes.length).toBeGreaterThan(40);
    const gone = before.filter((thing) => !everything().includes(thing));
    expect(gone.filter((thing) => !thing.includes('acme'))).toEqual([]);
    expect(everything().filter((thing) => /acme[-_)]/.test(thing))).toEqual([]);
    expect(everything().filter((thing) => !before.includes(thing))).toEqual([]);
    expect(await readdir(stage.networks)).toEqual(['acme.env.removed', 'b2.env', 'main.env']);
    expect(await deployAll(succeeded(await setUpAll()))).toEqual([]);
    expect(everything().join('\n')).toContain('Closte Domain Sync: all networks');
  });

  test('the last of them takes the dashboard of all with it', async () => {
    for (const name of NETWORKS) {
      succeeded(await stage.run('remove.sh', [`--network=${name}`, '--yes'], {}));
    }
    expect(everything()).toEqual([]);
  });

  test('one that fails does not keep the others, and is named', async () => {
    stage.failAt('secrets list');
    const none = await setUpAll();
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('not done: acme b2 main.')]);
    stage.failAt(undefined);
    await write('b2', '_NETWORK_DOMAIN=bad domain');
    const run = await setUpAll();
    expect(run.code).toBe(1);
    expect(run.err).toContain('_NETWORK_DOMAIN (bad domain) is not a domain');
    expect(run.err).toMatch(/ERROR: not done: b2\. What was wrong stands above; the others are done\.\n$/);
    expect(given(run).map(({ _NETWORK_DOMAIN: name }) => name)).toEqual(['acme.example', 'main.example']);
  });
});
