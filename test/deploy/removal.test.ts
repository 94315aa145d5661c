import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OWNER } from './pretend-access.ts';
import { PROJECT } from './pretend-project.ts';
import { type Rehearsal, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { deployed } = startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

describe('remove.sh', () => {
  const KINDS = ['job', 'function', 'queue', 'policy', 'channel', 'dashboard', 'metric', 'secret', 'account'];
  const left = () => KINDS.flatMap((kind) => stage.project.names(kind));

  beforeEach(async () => {
    stage = await startRehearsal(deployed.copy());
  });

  test('shows everything, and removes it when the project is named', async () => {
    const all = left();
    const run = succeeded(await stage.run('remove.sh', [], {}, `${PROJECT}\n`));
    expect(left()).toEqual([]);
    expect(stage.project.bindingsOf('project', PROJECT)).toEqual([OWNER]);
    const [shown = ''] = run.out.split('Remove all that?');
    const [first, last] = [run.changes[0], run.changes.at(-1)];
    expect({ first, last }).toEqual({
      first: 'scheduler jobs delete closte-reconcile',
      last: expect.stringMatching(/^iam service-accounts delete/),
    });
    const things = shown
      .split('\n')
      .filter((line) => /^ {3}(\w+) \S+$/.test(line) || line.includes('Closte Domain Sync'));
    expect(things).toHaveLength(all.length);
    expect(succeeded(await stage.run('remove.sh', ['--yes'], {})).out).toContain('Nothing.');
  });

  test('removes nothing when it is not', async () => {
    const all = left();
    const run = await stage.run('remove.sh', [], {}, 'yes\n');
    expect(run.err).toContain('nothing was removed');
    expect(run.changes).toEqual([]);
    expect(left()).toEqual(all);
  });

  test('leaves alone what somebody else has made', async () => {
    stage.project.add('queue', 'others', { name: 'q/others' });
    stage.project.add('function', 'other', { name: 'f/other' });
    stage.project.add('channel', 'c/9', { name: 'c/9', labels: { email_address: 'x@example.com' } });
    stage.project.add('policy', 'p/9', { name: 'p/9', displayName: 'Theirs' });
    succeeded(await stage.run('remove.sh', ['--yes'], {}));
    expect(left()).toEqual(['other', 'others', 'p/9', 'c/9']);
  });

  test('that could not read one list removes nothing', async () => {
    stage.failAt('logging metrics list');
    const run = await stage.run('remove.sh', ['--yes'], {});
    expect(run.code).not.toBe(0);
    expect(run.changes).toEqual([]);
  });

  test('that failed half-way does the rest when it is run again', async () => {
    stage.failAt('tasks queues delete');
    expect((await stage.run('remove.sh', ['--yes'], {})).code).not.toBe(0);
    stage.failAt(undefined);
    succeeded(await stage.run('remove.sh', ['--yes'], {}));
    expect(left()).toEqual([]);
  });
});
