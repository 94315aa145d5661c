import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import type { Visit } from '../../../shared/mapping/mapping.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';
import { payloadOf } from '../../../shared/queue/payload.ts';
import { createQueue, type Queue, type QueueConfig, QueueUnavailable } from '../../../shared/queue/queue.ts';
import { taskName } from '../../../shared/queue/task-name.ts';
import { resetting, succeeding } from '../../support/door-closte.ts';
import { EVENT, VISIT } from '../../support/door-requests.ts';
import { PLAIN_KEY } from '../../support/door-secrets.ts';
import {
  type Answered,
  CHECK_URL,
  type Door,
  QUEUE,
  SERVICE_ACCOUNT,
  startDoor,
} from '../../support/door-world.ts';
import { startWordPressRoutes } from '../../support/wordpress-routes.ts';

/** A domain that WordPress has removed. */
const GONE = 'gone.example.com';
const routes = await startWordPressRoutes(derivedSecret(PLAIN_KEY));
routes.wishes.set(GONE, 'removed');
const WITH_WORDPRESS = { WORDPRESS_URL: routes.url };

const door = await startDoor({ environment: WITH_WORDPRESS });
const config: QueueConfig = {
  project: 'demo',
  location: 'us-central1',
  name: 'domain-checks',
  closteName: 'domain-checks',
  checkUrl: CHECK_URL,
  reconcileUrl: undefined,
  serviceAccount: SERVICE_ACCOUNT,
  emulator: door.tasksAddress,
};
const queue = createQueue(config);
afterAll(async () => {
  await queue.close();
  await door.close();
  await routes.close();
});
beforeEach(() => door.reset());

let mappings = 0;

/** The first visit of a mapping that nobody has heard of before. */
function newVisit(): Visit {
  const mappedAt = door.clock.now();
  const mapping = {
    id: `msg_${++mappings}`,
    domain: 'shop.example.com' as DomainName,
    siteId: 2,
    networkDomain: 'network.example' as DomainName,
    interval: 300,
    aliased: true,
    mappedAt,
  };
  return firstVisit(mapping, 'checking-dns', mappedAt);
}

const inSeconds = (seconds: number) => new Date(door.clock.now().getTime() + seconds * 1000);

/** What a queue of another configuration makes of a visit. */
async function addThrough(other: Partial<QueueConfig>, visit = newVisit()): Promise<unknown> {
  const through = createQueue({ ...config, ...other });
  try {
    return await through.add(visit, inSeconds(10));
  } catch (error) {
    return error;
  } finally {
    await through.close();
  }
}

async function fullTask(visit: Visit) {
  const name = `${QUEUE}/tasks/${taskName(visit)}`;
  const [task] = await door.client.getTask({ name, responseView: 'FULL' });
  return task;
}

test('a visit becomes a task that is delivered as JSON at its time, with a token for the function', async () => {
  const visit = newVisit();
  await queue.add(visit, inSeconds(10));
  const { httpRequest, scheduleTime } = await fullTask(visit);
  expect(httpRequest).toMatchObject({
    url: CHECK_URL,
    httpMethod: 'POST',
    headers: { 'Content-Type': 'application/json' },
    oidcToken: { serviceAccountEmail: SERVICE_ACCOUNT, audience: CHECK_URL },
  });
  expect(JSON.parse(Buffer.from(httpRequest?.body ?? '').toString())).toEqual(payloadOf(visit));
  expect(Number(scheduleTime?.seconds)).toBe(inSeconds(10).getTime() / 1000);
});

test('what is scheduled is told in the words of answers and entries', async () => {
  const visit = newVisit();
  expect(await queue.add(visit, inSeconds(10))).toEqual({
    stage: 'checking-dns',
    visit: 1,
    task: taskName(visit),
    scheduled_for: inSeconds(10).toISOString(),
  });
});

test('a time is kept to the millisecond', async () => {
  const at = new Date(inSeconds(10).getTime() + 123);
  await queue.add(newVisit(), at);
  expect(door.tasks().map(({ scheduleTime }) => scheduleTime)).toEqual([at]);
});

test('letters outside ASCII arrive as they were', async () => {
  const visit = newVisit();
  await queue.add({ ...visit, mapping: { ...visit.mapping, id: 'msg_ü💶' } }, inSeconds(10));
  expect(door.tasks()[0]?.payload['mapping_id']).toBe('msg_ü💶');
});

test('without a service account a task carries no token', async () => {
  const visit = newVisit();
  await addThrough({ serviceAccount: undefined }, visit);
  expect((await fullTask(visit)).httpRequest?.oidcToken ?? undefined).toBeUndefined();
});

describe('a visit that is there already is as good as added', () => {
  test('one after the other', async () => {
    const visit = newVisit();
    const first = await queue.add(visit, inSeconds(10));
    expect(await queue.add(visit, inSeconds(10))).toEqual(first);
    expect(door.tasks()).toHaveLength(1);
  });

  test('both at once', async () => {
    const visit = newVisit();
    const [one, other] = await Promise.all([
      queue.add(visit, inSeconds(10)),
      queue.add(visit, inSeconds(10)),
    ]);
    expect(one).toEqual(other);
    expect(door.tasks()).toHaveLength(1);
  });

  test('also when it has been made and is gone', async () => {
    const visit = newVisit();
    const first = await queue.add(visit, inSeconds(10));
    await door.client.deleteTask({ name: `${QUEUE}/tasks/${first.task}` });
    expect((await queue.add(visit, inSeconds(10))).task).toBe(first.task);
    expect(door.tasks()).toEqual([]);
  });
});

describe('reconciliation goes on where it stopped', () => {
  const RECONCILE_URL = 'https://reconcile.example.test/reconcile';
  const STOPPED = { after: '0:shop.example.com', removals: 3 };
  let continuing: Queue;
  beforeAll(() => {
    continuing = createQueue({ ...config, reconcileUrl: RECONCILE_URL });
  });
  afterAll(() => continuing.close());
  // Runs of another hour are continued under other names.
  beforeEach(() => door.clock.advance(3600));

  test('by a task for the function itself, with a token for it', async () => {
    const id = await continuing.addContinuation(STOPPED, inSeconds(10));
    expect(id).toMatch(/^[0-9a-f]{32}-reconcile$/);
    const name = `${QUEUE}/tasks/${id}`;
    const [{ httpRequest, scheduleTime }] = await door.client.getTask({ name, responseView: 'FULL' });
    expect(httpRequest).toMatchObject({
      url: RECONCILE_URL,
      httpMethod: 'POST',
      headers: { 'Content-Type': 'application/json' },
      oidcToken: { serviceAccountEmail: SERVICE_ACCOUNT, audience: RECONCILE_URL },
    });
    expect(JSON.parse(Buffer.from(httpRequest?.body ?? '').toString())).toEqual(STOPPED);
    expect(Number(scheduleTime?.seconds)).toBe(inSeconds(10).getTime() / 1000);
  });

  test('once, however often it stopped there within the hour', async () => {
    const first = await continuing.addContinuation(STOPPED, inSeconds(0));
    expect(await continuing.addContinuation(STOPPED, inSeconds(60))).toBe(first);
    expect(door.tasks()).toHaveLength(1);
  });

  test.each([
    ['at another place', { ...STOPPED, after: '1:shop.example.com' }, 0],
    ['with other removals', { ...STOPPED, removals: 4 }, 0],
    ['an hour later', STOPPED, 3600],
  ])('by another task where it stopped %s', async (_where, other, seconds) => {
    await continuing.addContinuation(STOPPED, inSeconds(0));
    await continuing.addContinuation(other, inSeconds(seconds));
    expect(door.tasks()).toHaveLength(2);
  });

  test('not at all where nobody knows where the function is', async () => {
    expect(await queue.addContinuation(STOPPED, inSeconds(0))).toBeNull();
    expect(door.tasks()).toEqual([]);
  });
});

describe('the queue is unavailable, with the reason,', () => {
  test.each<[string, Partial<QueueConfig>, RegExp]>([
    ['where it does not exist', { name: 'no-such-queue' }, /no-such-queue/],
    ['where its name is no name', { name: 'a queue' }, /a queue/],
    ['where the address of the function is none that Cloud Tasks takes', { checkUrl: 'check' }, /url/],
  ])('%s', async (_where, other, reason) => {
    const error = await addThrough(other);
    expect(error).toBeInstanceOf(QueueUnavailable);
    expect(String(error)).toMatch(reason);
    expect((error as QueueUnavailable).cause).toBeDefined();
  });
});

test('warming up fails in silence, and what was never used is closed', async () => {
  const nowhere = createQueue({ ...config, emulator: '127.0.0.1:1' });
  nowhere.warmUp();
  await nowhere.close();
  await createQueue(config).close();
});

describe('a function whose queue is down', () => {
  const requests = {
    map: (at: Door) => at.send('map', EVENT, { id: 'msg_mapped' }),
    unmap: (at: Door) => at.send('unmap', { ...EVENT, domain: GONE }, { id: 'msg_unmapped' }),
    check: (at: Door) => at.send('check', { ...VISIT, stage: 'adding-domain' }),
  };
  const REQUESTS = Object.entries(requests);

  function expectComeAgain(answer: Answered): void {
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/problem+json']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.json).toMatchObject({ status: 503, code: 'queue-unavailable', detail: expect.any(String) });
  }

  let bare: Door;
  beforeEach(async () => {
    bare = await startDoor({ withQueue: false, environment: WITH_WORDPRESS });
  });
  afterEach(() => bare.close());

  test.each(REQUESTS)(
    '%s: the caller is asked to come again, and the log has the reason',
    async (_name, request) => {
      bare.closte.script = (response, call) =>
        (call.path?.endsWith('deletedomainalias') ? resetting : succeeding)(response, call);
      expectComeAgain(await request(bare));
      expect(bare.entries()).toMatchObject([
        { severity: 'ERROR', event: 'queue.unavailable', reason: expect.stringContaining('domain-checks') },
      ]);
    },
  );

  test.each(REQUESTS)('%s: the entry can be found by its domain', async (_name, request) => {
    const ITS = expect.stringMatching(/^(shop|gone)\.example\.com$/);
    bare.closte.script = resetting;
    await request(bare);
    expect(bare.entries()).toMatchObject([{ domain: ITS, 'logging.googleapis.com/labels': { domain: ITS } }]);
  });

  test('comes right when the event is sent again, and makes one task', async () => {
    expectComeAgain(await requests.map(bare));
    await bare.createQueue();
    const answers = [await requests.map(bare), await requests.map(bare)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(bare.tasks()).toMatchObject([{ payload: { mapping_id: 'msg_mapped', stage: 'checking-dns' } }]);
  });

  test('says so where nobody listens, after 10 seconds, and finds the server again', async () => {
    expect((await requests.map(door)).status).toBe(202);
    const bringBack = await door.takeQueueDown();
    door.closte.script = resetting;
    const answers = await Promise.all(REQUESTS.map(([, request]) => request(door)));
    answers.forEach(expectComeAgain);
    await bringBack();
    expect(
      (await Promise.all(REQUESTS.map(([, request]) => request(door)))).map(({ status }) => status),
    ).toEqual([202, 202, 200]);
    expect(
      door
        .tasks()
        .map(({ payload }) => [payload['mapping_id'], payload['stage']])
        .toSorted(),
    ).toEqual([
      ['msg_mapped', 'adding-domain'],
      ['msg_unmapped', 'removing-domain'],
      ['msg_visited', 'adding-domain'],
    ]);
  });
});
