import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Visit } from '../../../shared/mapping/mapping.ts';
import { type Reconciled, type Run, reconcile } from '../../../shared/reconcile/run.ts';
import { answering } from '../../support/door-closte.ts';
import { doorWithWordPress, RECONCILE_URL } from '../../support/door-with-wordpress.ts';
import { startDoor } from '../../support/door-world.ts';

const OPTIONS = {
  networkDomain: undefined,
  policy: 'sync',
  maxRemovals: undefined,
  interval: 300,
  watchSpread: 60,
} as const;
const BEGINNING: Run = { isDry: false, allowMissing: false, after: undefined, removals: 0 };

const { door, routes } = await doorWithWordPress();
/** What was put into the queue, as often as it was. */
let added: Visit[];
beforeEach(() => {
  added = [];
});

/** A call whose time is up as soon as so many tasks have been made. */
async function call(
  run: Run,
  tasksInTime: number,
  more: { readonly maxRemovals?: number } = {},
  { context } = door,
): Promise<Reconciled> {
  if (!context.ok) throw new Error(context.faults.join('; '));
  const { services, log } = context;
  const { queue } = services;
  const noting: typeof queue = {
    ...queue,
    async add(visit, at) {
      added.push(visit);
      return await queue.add(visit, at);
    },
  };
  const enough = added.length + tasksInTime;
  const elapsed = () => (added.length >= enough ? 480 : 479);
  const surroundings = { elapsed, progress: () => {} };
  return await reconcile({ ...services, queue: noting }, log, run, { ...OPTIONS, ...more }, surroundings);
}

/** The run that the queue holds for the function itself. */
function continuations(): Run[] {
  return door
    .tasks()
    .filter(({ url }) => url === RECONCILE_URL)
    .map(({ payload }) => ({
      isDry: false,
      allowMissing: false,
      after: String(payload['after']),
      removals: Number(payload['removals']),
    }));
}

/** The whole run: each call that stops is continued as the queue says. */
async function wholeRun(tasksInTime: number, more = {}, between = () => {}): Promise<Reconciled[]> {
  const calls = [await call(BEGINNING, tasksInTime, more)];
  while (calls.at(-1)?.kind === 'stopped') {
    between();
    const run = continuations().at(-1);
    if (run === undefined) throw new Error('nothing goes on with the run');
    calls.push(await call(run, tasksInTime, more));
  }
  return calls;
}

const row = (domain: string, wanted: string, stage: string | null = 'done') => ({
  domain,
  site_id: 2,
  wanted,
  stage,
  updated_at: '2025-12-29T09:00:00Z',
});
const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${word}-${String(n).padStart(3, '0')}.example.com`);
const ADDED = numbered('add', 90);
const REMOVED = numbered('remove', 20);
const SILENT = numbered('silent', 80);

const closteHas = (domains: readonly string[]) => {
  door.closte.script = answering({ success: true, domains });
};
const namesAdded = () => added.map(({ mapping }) => mapping.domain as string);
const eventsTold = () => door.entries().map((entry) => entry['event']);

/** Everything that can be done, and aliases enough for 20 removals. */
function makeDifferences(): void {
  routes.list = [
    ...ADDED.map((domain) => row(domain, 'mapped', null)),
    ...REMOVED.map((domain) => row(domain, 'removed')),
    ...SILENT.map((domain) => row(domain, 'mapped', 'checking-dns')),
  ];
  closteHas([...numbered('zz-other', 100), ...REMOVED, ...SILENT]);
}

describe('a run that is out of time', () => {
  test.each([1, 40, 100])(
    'goes on behind where it stopped, and makes each task exactly once: %d tasks in time',
    async (tasksInTime) => {
      makeDifferences();
      const calls = await wholeRun(tasksInTime);
      expect(calls.length).toBeGreaterThan(1);
      expect(namesAdded().toSorted()).toEqual([...ADDED, ...REMOVED, ...SILENT]);
      expect(eventsTold()).toEqual([...calls.slice(1).map(() => 'reconcile.stopped'), 'reconcile.finished']);
    },
  );

  test('adds what is missing before it removes anything', async () => {
    makeDifferences();
    await wholeRun(1);
    expect(namesAdded().slice(0, ADDED.length).toSorted()).toEqual(ADDED);
  });

  test('is continued once, where it was delivered twice and stopped at the same place', async () => {
    makeDifferences();
    const [one, other] = [await call(BEGINNING, 1), await call(BEGINNING, 1)];
    expect(one).toMatchObject({ kind: 'stopped', next: expect.stringMatching(/^[0-9a-f]{32}-reconcile$/) });
    expect(other).toMatchObject({ kind: 'stopped', next: one.kind === 'stopped' && one.next });
    expect(continuations()).toHaveLength(1);
  });

  test('is gone on with by the word of the operator who began it', async () => {
    makeDifferences();
    routes.list = [...numbered('lost', 90).map((domain) => row(domain, 'mapped')), ...routes.list];
    expect(await call(BEGINNING, 1)).toMatchObject({ kind: 'unreadable', list: 'closte' });
    expect(await call({ ...BEGINNING, allowMissing: true }, 1)).toMatchObject({ kind: 'stopped' });
    const [continued] = door.tasks().filter(({ url }) => url === RECONCILE_URL);
    expect(continued?.payload).toEqual({ after: expect.any(String), removals: 0, allow_missing: true });
  });

  test('says so where it is not known how to go on with it', async () => {
    makeDifferences();
    const elsewhere = await startDoor({ environment: { WORDPRESS_URL: routes.url } });
    elsewhere.closte.script = door.closte.script;
    const stopped = await call(BEGINNING, 1, {}, elsewhere);
    await elsewhere.close();
    expect(stopped).toMatchObject({ kind: 'stopped', next: null });
    expect(elsewhere.entries()).toMatchObject([
      {
        event: 'reconcile.stopped',
        severity: 'WARNING',
        message: expect.stringContaining('Set RECONCILE_URL'),
      },
    ]);
  });

  test('tells once that removals are held', async () => {
    makeDifferences();
    closteHas([...REMOVED, ...SILENT]);
    await wholeRun(40);
    expect(eventsTold().filter((event) => event === 'reconcile.removals-held')).toHaveLength(1);
    expect(namesAdded().toSorted()).toEqual([...ADDED, ...SILENT]);
  });
});

describe('the bound of removals is one for the whole run', () => {
  test('that made 15 of 20 may make 5 more, the first behind its place', async () => {
    routes.list = REMOVED.map((domain) => row(domain, 'removed'));
    closteHas([...numbered('zz-other', 180), ...REMOVED]);
    await call({ isDry: false, allowMissing: false, after: `1:${REMOVED[7]}`, removals: 15 }, 1000);
    expect(namesAdded()).toEqual(REMOVED.slice(8, 13));
  });

  test('whatever WordPress removes while it goes on', async () => {
    const removed = numbered('gone', 80);
    const removedLater = numbered('later-gone', 60);
    routes.list = removed.map((domain) => row(domain, 'removed'));
    closteHas([...removed, ...removedLater]);
    await wholeRun(1, { maxRemovals: 100 }, () => {
      const made = new Set(namesAdded());
      routes.list = [...removed, ...removedLater].map((domain) => row(domain, 'removed'));
      closteHas([...removed, ...removedLater].filter((domain) => !made.has(domain)));
    });
    expect(namesAdded().toSorted()).toEqual([...removed, ...removedLater.slice(0, 20)]);
  });
});

test('a look that nobody has asked for yet is made at its own time', async () => {
  const midnight = (Math.floor(door.clock.now().getTime() / 86_400_000) + 1) * 86_400_000;
  door.clock.advance((midnight - door.clock.now().getTime()) / 1000 - 300);
  routes.list = [row('shop.example.com', 'mapped')];
  closteHas(['shop.example.com']);
  await call(BEGINNING, 1000);
  const [task, ...others] = door.tasks();
  expect(others).toEqual([]);
  expect(task?.payload).toMatchObject({ stage: 'watching', visit: 1, known_stage: 'done' });
  const offset = (task?.scheduleTime.getTime() ?? 0) - midnight;
  expect(offset).toBeGreaterThanOrEqual(0);
  expect(offset).toBeLessThan(60_000);
});
