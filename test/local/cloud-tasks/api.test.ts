import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { grpc } from 'google-gax';
import { startCloudTasks } from '../../../local/cloud-tasks/emulator.ts';
import { LOCATION, QUEUE, refusal, startWorld, type WireTask, type World } from './harness.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const HOUR = 3600;
const taskName = (id: string) => `${QUEUE}/tasks/${id}`;
const url = 'http://127.0.0.1:9/check';

describe('creating a task', () => {
  test('answers with the task, its defaults filled in and its body left out', async () => {
    world.clock.advance(0.5);
    const task = await world.createTask(
      { name: taskName('a'), scheduleTime: world.inSeconds(60) },
      { url, body: Buffer.from('x') },
    );
    expect(task).toMatchObject({
      name: taskName('a'),
      httpRequest: { url, httpMethod: 'POST', body: Buffer.alloc(0) },
      scheduleTime: { seconds: String(world.inSeconds(60).seconds), nanos: 0 },
      createTime: { seconds: String(world.inSeconds(0).seconds), nanos: 0 },
      dispatchDeadline: { seconds: '600' },
      dispatchCount: 0,
      responseCount: 0,
      firstAttempt: null,
      lastAttempt: null,
      view: 'BASIC',
    });
  });

  test('gives a task without a name one of its own in the queue', async () => {
    const [a, b] = [await world.createTask(), await world.createTask()];
    expect(a.name).toMatch(/^projects\/demo\/locations\/us-central1\/queues\/domain-checks\/tasks\/\d+$/);
    expect(a.name).not.toBe(b.name);
  });

  test('takes a schedule time in the past for now', async () => {
    const task = await world.createTask({ scheduleTime: world.inSeconds(-60) });
    expect(task.scheduleTime?.seconds).toBe(String(world.inSeconds(0).seconds));
  });

  test('in a queue that does not exist is NOT_FOUND', async () => {
    const name = `${LOCATION}/queues/absent/tasks/a`;
    expect(await refusal(world.createTask({ name }))).toMatchObject({ code: grpc.status.NOT_FOUND });
  });

  const tooLong = (length: number) => 'a'.repeat(length);
  test.each<[string, WireTask, RegExp]>([
    ['a name with a dot', { name: taskName('a.b') }, /500 letters/],
    ['a name of 501 characters', { name: taskName(tooLong(501)) }, /500 letters/],
    ['no request', { httpRequest: null }, /http_request is missing/],
    ['no URL', { httpRequest: { url: '' } }, /begins with http/],
    ['a URL of another scheme', { httpRequest: { url: 'ftp://127.0.0.1/' } }, /begins with http/],
    ['a URL of 2,084 characters', { httpRequest: { url: `${url}/`.padEnd(2084, 'a') } }, /2083/],
    [
      'a body with GET',
      { httpRequest: { url, httpMethod: 'GET', body: Buffer.from('x') } },
      /not allowed with GET/,
    ],
    ['a header with a line break', { httpRequest: { url, headers: { a: 'b\r\nc: d' } } }, /"a" has a name/],
    ['headers of 80 KB', { httpRequest: { url, headers: { a: tooLong(81_919) } } }, /80 KB/],
    ['a token for nobody', { httpRequest: { url, oidcToken: { audience: 'b' } } }, /service_account_email/],
    ['more than 1 MB', { httpRequest: { url, body: Buffer.alloc(1024 * 1024) } }, /at most 1048576/],
    ['a deadline under 15 s', { httpRequest: { url }, dispatchDeadline: { seconds: 14 } }, /15 s/],
    ['a deadline over 30 min', { httpRequest: { url }, dispatchDeadline: { seconds: 1801 } }, /30 min/],
  ])('with %s is INVALID_ARGUMENT', async (_name, task, message) => {
    const call = world.client.createTask({ parent: QUEUE, task: { httpRequest: { url }, ...task } });
    expect(await refusal(call)).toEqual({
      code: grpc.status.INVALID_ARGUMENT,
      message: expect.stringMatching(message),
    });
    expect(world.emulator.tasks()).toEqual([]);
  });

  test('with the name of another queue is INVALID_ARGUMENT', async () => {
    const task = { name: `${LOCATION}/queues/other/tasks/a`, httpRequest: { url } };
    expect(await refusal(world.client.createTask({ parent: QUEUE, task }))).toMatchObject({
      code: grpc.status.INVALID_ARGUMENT,
    });
  });

  test('can be scheduled 30 days ahead and no further', async () => {
    await world.createTask({ scheduleTime: world.inSeconds(30 * 24 * HOUR) });
    expect(
      await refusal(world.createTask({ scheduleTime: world.inSeconds(30 * 24 * HOUR + 1) })),
    ).toMatchObject({
      code: grpc.status.INVALID_ARGUMENT,
    });
  });

  test.each([
    ['an App Engine request', { appEngineHttpRequest: { relativeUri: '/' } }],
    ['an OAuth token', { httpRequest: { url, oauthToken: { serviceAccountEmail: 'a@b.test' } } }],
  ])('with %s is UNIMPLEMENTED', async (_name, task) => {
    expect(await refusal(world.client.createTask({ parent: QUEUE, task }))).toMatchObject({
      code: grpc.status.UNIMPLEMENTED,
    });
  });
});

describe('a task name', () => {
  const existing = { code: grpc.status.ALREADY_EXISTS };

  test('is given to one of two concurrent creates', async () => {
    const create = () =>
      refusal(world.createTask({ name: taskName('a'), scheduleTime: world.inSeconds(60) }));
    const results = await Promise.all([create(), create()]);
    expect(results.map((result) => result?.code).sort()).toEqual([grpc.status.ALREADY_EXISTS, undefined]);
    expect(world.emulator.tasks()).toHaveLength(1);
  });

  test('stays used for 24 h after the task is completed', async () => {
    await world.createTask({ name: taskName('a') });
    await world.run();
    world.clock.advance(24 * HOUR - 1);
    expect(await refusal(world.createTask({ name: taskName('a') }))).toMatchObject(existing);
    world.clock.advance(1);
    await world.createTask({ name: taskName('a') });
    await world.run();
    expect(world.worker.received).toHaveLength(2);
  });

  test('stays used for 24 h after the task is deleted', async () => {
    await world.createTask({ name: taskName('a'), scheduleTime: world.inSeconds(60) });
    await world.client.deleteTask({ name: taskName('a') });
    expect(await refusal(world.createTask({ name: taskName('a') }))).toMatchObject(existing);
    world.clock.advance(24 * HOUR);
    await world.createTask({ name: taskName('a') });
  });
});

describe('reading tasks', () => {
  test('shows the body only in the full view', async () => {
    const name = taskName('a');
    await world.createTask({ name, scheduleTime: world.inSeconds(60) }, { body: Buffer.from('{"a":1}') });
    const bodyOf = async (responseView: 'BASIC' | 'FULL') => {
      const [task] = await world.client.getTask({ name, responseView });
      const [[listed]] = await world.client.listTasks({ parent: QUEUE, responseView });
      return [task, listed].map((seen) => [seen?.view, String(seen?.httpRequest?.body)]);
    };
    expect(await bodyOf('BASIC')).toEqual([
      ['BASIC', ''],
      ['BASIC', ''],
    ]);
    expect(await bodyOf('FULL')).toEqual([
      ['FULL', '{"a":1}'],
      ['FULL', '{"a":1}'],
    ]);
  });

  test('lists every task once, page by page', async () => {
    const ids = ['e', 'b', 'd', 'a', 'c'];
    for (const id of ids) await world.createTask({ name: taskName(id), scheduleTime: world.inSeconds(60) });
    const pages: (string | null | undefined)[][] = [];
    let pageToken = '';
    do {
      const [tasks, , response] = await world.client.listTasks(
        { parent: QUEUE, pageSize: 2, pageToken },
        { autoPaginate: false },
      );
      pages.push(tasks.map((task) => task.name));
      pageToken = response?.nextPageToken ?? '';
    } while (pageToken !== '');
    expect(pages).toEqual([['a', 'b'].map(taskName), ['c', 'd'].map(taskName), ['e'].map(taskName)]);
  });

  test.each([
    ['one that never was', 'b', /does not exist/],
    ['one that is done', 'a', /no longer exists/],
  ])('of %s is NOT_FOUND', async (_name, id, message) => {
    await world.createTask({ name: taskName('a') });
    await world.run();
    for (const call of [
      world.client.getTask({ name: taskName(id) }),
      world.client.deleteTask({ name: taskName(id) }),
    ]) {
      expect(await refusal(call)).toEqual({
        code: grpc.status.NOT_FOUND,
        message: expect.stringMatching(message),
      });
    }
  });
});

describe('queues', () => {
  test('have the settings that Google gives a new queue, where none are given', async () => {
    const [queue] = await world.client.getQueue({ name: QUEUE });
    expect(queue).toMatchObject({
      name: QUEUE,
      state: 'RUNNING',
      rateLimits: { maxDispatchesPerSecond: 500, maxBurstSize: 100, maxConcurrentDispatches: 1000 },
      retryConfig: {
        maxAttempts: 100,
        maxRetryDuration: { seconds: '0', nanos: 0 },
        minBackoff: { seconds: '0', nanos: 100_000_000 },
        maxBackoff: { seconds: '3600', nanos: 0 },
        maxDoublings: 16,
      },
    });
  });

  test('that exist already are ALREADY_EXISTS', async () => {
    expect(await refusal(world.createQueue('domain-checks'))).toMatchObject({
      code: grpc.status.ALREADY_EXISTS,
    });
  });

  test.each([
    ['a name with an underscore', 'a_b', {}],
    ['more than 500 a second', 'a', { rateLimits: { maxDispatchesPerSecond: 501 } }],
    ['more than 5,000 at once', 'a', { rateLimits: { maxConcurrentDispatches: 5001 } }],
    ['fewer than -1 attempts', 'a', { retryConfig: { maxAttempts: -2 } }],
    ['negative doublings', 'a', { retryConfig: { maxDoublings: -1 } }],
    ['a negative duration', 'a', { retryConfig: { maxRetryDuration: { seconds: -1 } } }],
    [
      'the minimum above the maximum',
      'a',
      { retryConfig: { minBackoff: { seconds: 2 }, maxBackoff: { seconds: 1 } } },
    ],
  ])('with %s are INVALID_ARGUMENT', async (_name, id, settings) => {
    expect(await refusal(world.createQueue(id, settings))).toMatchObject({
      code: grpc.status.INVALID_ARGUMENT,
    });
  });

  test('of another location than the request says are INVALID_ARGUMENT', async () => {
    const queue = { name: 'projects/demo/locations/europe-west1/queues/a' };
    expect(await refusal(world.client.createQueue({ parent: LOCATION, queue }))).toMatchObject({
      code: grpc.status.INVALID_ARGUMENT,
    });
  });

  test('are listed by location, in the order of their names', async () => {
    for (const id of ['z', 'a']) await world.createQueue(id);
    const [queues] = await world.client.listQueues({ parent: LOCATION });
    expect(queues.map((queue) => queue.name)).toEqual([
      `${LOCATION}/queues/a`,
      QUEUE,
      `${LOCATION}/queues/z`,
    ]);
    const [elsewhere] = await world.client.listQueues({ parent: 'projects/demo/locations/europe-west1' });
    expect(elsewhere).toEqual([]);
  });

  test('send nothing while they are paused', async () => {
    const [paused] = await world.client.pauseQueue({ name: QUEUE });
    expect(paused.state).toBe('PAUSED');
    await world.createTask();
    world.clock.advance(HOUR);
    await world.emulator.idle();
    expect(world.dispatches).toEqual([]);
    const [resumed] = await world.client.resumeQueue({ name: QUEUE });
    expect(resumed.state).toBe('RUNNING');
    await world.emulator.idle();
    expect(world.worker.received).toHaveLength(1);
  });

  test('lose all their tasks when they are purged', async () => {
    for (const id of ['a', 'b'])
      await world.createTask({ name: taskName(id), scheduleTime: world.inSeconds(60) });
    const [queue] = await world.client.purgeQueue({ name: QUEUE });
    expect(queue.purgeTime?.seconds).toBe(String(world.inSeconds(0).seconds));
    world.clock.advance(60);
    await world.emulator.idle();
    expect([world.emulator.tasks(), world.dispatches]).toEqual([[], []]);
  });

  test('go with their tasks when they are deleted, and cannot come back for 7 days', async () => {
    await world.createTask({ scheduleTime: world.inSeconds(60) });
    await world.client.deleteQueue({ name: QUEUE });
    expect(await refusal(world.client.getQueue({ name: QUEUE }))).toMatchObject({
      code: grpc.status.NOT_FOUND,
    });
    world.clock.advance(7 * 24 * HOUR - 1);
    await world.emulator.idle();
    expect(world.dispatches).toEqual([]);
    expect(await refusal(world.createQueue('domain-checks'))).toMatchObject({
      code: grpc.status.FAILED_PRECONDITION,
    });
    world.clock.advance(1);
    await world.createQueue('domain-checks');
  });
});

test('a method that the emulator does not have is UNIMPLEMENTED', async () => {
  expect(await refusal(world.client.runTask({ name: taskName('a') }))).toMatchObject({
    code: grpc.status.UNIMPLEMENTED,
  });
});

test('a port that is taken is an error at the start', async () => {
  const port = Number(world.emulator.address.split(':')[1]);
  grpc.setLogVerbosity(grpc.logVerbosity.NONE);
  try {
    await expect(startCloudTasks({ clock: world.clock, port })).rejects.toThrow(/EADDRINUSE/);
  } finally {
    grpc.setLogVerbosity(grpc.logVerbosity.ERROR);
  }
});
