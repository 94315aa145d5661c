import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { grpc } from 'google-gax';
import { fastClock } from '../../../local/clock.ts';
import type { Dispatch } from '../../../local/cloud-tasks/dispatch.ts';
import { startCloudTasks } from '../../../local/cloud-tasks/emulator.ts';
import { clientOf, LOCATION, QUEUE, type Reply, startWorld, type World } from './harness.ts';

let world: World;
let start: number;
beforeEach(async () => {
  world = await startWorld();
  start = world.clock.now().getTime();
});
afterEach(() => world.close());

const DAY = 24 * 3600;
const taskName = (id: string) => `${QUEUE}/tasks/${id}`;
const getTask = async (id: string) => (await world.client.getTask({ name: taskName(id) }))[0];
const startSeconds = () => world.dispatches.map(({ startedAt }) => (startedAt.getTime() - start) / 1000);

function replyInTurn(...replies: readonly Reply[]): void {
  const left = [...replies];
  world.worker.reply = () => left.shift() ?? 200;
}

describe('a task', () => {
  test('without a schedule time is sent at once, and is gone when the worker answers 2xx', async () => {
    world.worker.reply = () => 204;
    await world.createTask(
      { name: taskName('a') },
      { url: `${world.worker.url}/check?x=1`, body: Buffer.from('{}') },
    );
    await world.emulator.idle();
    expect(world.worker.received).toMatchObject([{ method: 'POST', path: '/check?x=1', body: '{}' }]);
    expect(world.emulator.tasks()).toEqual([]);
  });

  test('with a schedule time is sent then and not before', async () => {
    await world.createTask({ scheduleTime: world.inSeconds(60) });
    world.clock.advance(59.999);
    await world.emulator.idle();
    expect(world.worker.received).toHaveLength(0);
    world.clock.advance(0.001);
    await world.emulator.idle();
    expect(world.worker.received).toHaveLength(1);
  });

  test('is sent in the order of schedule times, not of creation', async () => {
    for (const seconds of [30, 10, 20]) {
      const url = `${world.worker.url}/${seconds}`;
      await world.createTask({ scheduleTime: world.inSeconds(seconds) }, { url });
    }
    await world.run();
    expect(world.worker.received.map(({ path }) => path)).toEqual(['/10', '/20', '/30']);
    expect(startSeconds()).toEqual([10, 20, 30]);
  });

  test('that is due between two milliseconds is not sent before', async () => {
    const { seconds } = world.inSeconds(1);
    await world.createTask({ scheduleTime: { seconds, nanos: 500_000 } });
    await world.run();
    expect(startSeconds()).toEqual([1.001]);
  });

  test('is sent when 30 days have passed, beyond the reach of one timer', async () => {
    await world.createTask({ scheduleTime: world.inSeconds(30 * DAY) });
    world.clock.advanceToNext();
    // The longest wait that Node's setTimeout takes, in milliseconds.
    expect(world.clock.now().getTime() - start).toBeLessThan(2 ** 31);
    await world.run();
    expect(startSeconds()).toEqual([30 * DAY]);
  });

  test('that is deleted before it is due is never sent', async () => {
    await world.createTask({ name: taskName('a'), scheduleTime: world.inSeconds(60) });
    await world.client.deleteTask({ name: taskName('a') });
    const isAnythingToCome = world.clock.advanceToNext();
    await world.emulator.idle();
    expect([isAnythingToCome, world.dispatches]).toEqual([false, []]);
  });

  test('that is deleted while it is being sent is not tried again', async () => {
    const held = Promise.withResolvers<() => void>();
    world.worker.reply = () => (response) => held.resolve(() => response.writeHead(503).end());
    await world.createTask({ name: taskName('a') });
    const answer = await held.promise;
    await world.client.deleteTask({ name: taskName('a') });
    answer();
    await world.run();
    world.clock.advance(DAY);
    expect(world.dispatches).toMatchObject([{ outcome: { status: 503 }, next: { kind: 'deleted' } }]);
    expect(world.emulator.tasks()).toEqual([]);
  });

  test('that waited for 31 days in a paused queue is deleted instead of sent', async () => {
    await world.client.pauseQueue({ name: QUEUE });
    await world.createTask();
    world.clock.advance(31 * DAY);
    await world.client.resumeQueue({ name: QUEUE });
    await world.emulator.idle();
    expect([world.emulator.tasks(), world.worker.received]).toEqual([[], []]);
  });

  test('can create its successor while it is being handled', async () => {
    world.worker.reply = ({ path }) => {
      if (path !== '/first') return 200;
      return async (response) => {
        await world.createTask({}, { url: `${world.worker.url}/second` });
        response.writeHead(200).end();
      };
    };
    await world.createTask({}, { url: `${world.worker.url}/first` });
    await world.emulator.idle();
    expect(world.dispatches.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/first', '/second']);
  });
});

describe('a failed attempt', () => {
  test('is repeated until the worker answers 2xx, and the task shows what happened', async () => {
    replyInTurn(503, 404, 200);
    await world.createTask({ name: taskName('a') });
    await world.run(1);
    expect(world.emulator.tasks()).toMatchObject([
      { state: 'scheduled', dispatchCount: 1, responseCount: 1 },
    ]);
    const first = { seconds: String(start / 1000), nanos: 0 };
    expect(await getTask('a')).toMatchObject({
      dispatchCount: 1,
      responseCount: 1,
      scheduleTime: { seconds: first.seconds, nanos: 100_000_000 },
      firstAttempt: { dispatchTime: first, responseTime: null, responseStatus: null },
      lastAttempt: {
        scheduleTime: first,
        dispatchTime: first,
        responseTime: first,
        responseStatus: { code: grpc.status.UNAVAILABLE, message: 'HTTP status code 503' },
      },
    });

    await world.run(2);
    const second = { seconds: first.seconds, nanos: 100_000_000 };
    expect(await getTask('a')).toMatchObject({
      dispatchCount: 2,
      responseCount: 2,
      firstAttempt: { dispatchTime: first },
      lastAttempt: { dispatchTime: second, responseStatus: { code: grpc.status.NOT_FOUND } },
    });

    await world.run();
    expect(world.dispatches.map(({ attempt, outcome, next }) => [attempt, outcome, next.kind])).toEqual([
      [1, { kind: 'response', status: 503 }, 'retry'],
      [2, { kind: 'response', status: 404 }, 'retry'],
      [3, { kind: 'response', status: 200 }, 'completed'],
    ]);
  });

  test("is repeated at the times of the queue's retry settings", async () => {
    await world.createQueue('slow', {
      retryConfig: { minBackoff: { seconds: 10 }, maxBackoff: { seconds: 300 }, maxDoublings: 3 },
    });
    world.worker.reply = () => 500;
    await world.createTask({ name: `${LOCATION}/queues/slow/tasks/a` });
    await world.run(9);
    const waits = startSeconds().map((time, index, all) => time - (all[index - 1] ?? 0));
    expect(waits).toEqual([0, 10, 20, 40, 80, 160, 240, 300, 300]);
  });

  test.each([301, 302, 307, 400, 404, 429, 500])(
    'is an answer of %i, which is not followed',
    async (status) => {
      replyInTurn((response) => response.writeHead(status, { location: '/elsewhere' }).end());
      await world.createTask();
      await world.run();
      expect(world.worker.received.map(({ path }) => path)).toEqual(['/check', '/check']);
    },
  );

  test.each([
    ['a worker that is down', () => world.worker.close(), 'http', 'ECONNREFUSED'],
    ['a connection cut before the answer', () => replyInTurn((res) => res.destroy()), 'http', 'ECONNRESET'],
    [
      'a connection cut within the answer',
      () =>
        replyInTurn((res) => res.writeHead(200, { 'content-length': 9 }).write('half', () => res.destroy())),
      'http',
      'ECONNRESET',
    ],
    [
      'a worker that does not speak TLS',
      () => undefined,
      'https',
      expect.stringMatching(/SSL|PROTO|ECONNRESET/),
    ],
  ])('is %s', async (_name, prepare, scheme, reason) => {
    const url = world.worker.url.replace('http', scheme);
    await prepare();
    await world.createTask({ name: taskName('a') }, { url });
    await world.run(1);
    expect(world.dispatches).toMatchObject([
      { outcome: { kind: 'connection-failed', reason }, next: { kind: 'retry' } },
    ]);
    expect(await getTask('a')).toMatchObject({
      dispatchCount: 1,
      responseCount: 0,
      lastAttempt: { responseStatus: { code: grpc.status.UNAVAILABLE } },
    });
  });

  test('is an answer that is not there at the deadline', async () => {
    replyInTurn(() => {});
    const received = world.worker.nextRequest();
    await world.createTask({ name: taskName('a'), dispatchDeadline: { seconds: 15 } });
    await received;
    world.clock.advance(14.999);
    expect((await getTask('a')).lastAttempt).toMatchObject({ responseTime: null, responseStatus: null });
    expect(world.emulator.tasks()).toMatchObject([{ state: 'dispatched', dispatchCount: 1 }]);
    world.clock.advance(0.001);
    await world.emulator.idle();
    expect(world.dispatches).toMatchObject([
      { outcome: { kind: 'deadline-exceeded' }, next: { kind: 'retry' } },
    ]);
    expect(await getTask('a')).toMatchObject({
      responseCount: 0,
      lastAttempt: { responseStatus: { code: grpc.status.DEADLINE_EXCEEDED } },
    });
    await world.run();
    expect(world.dispatches.at(-1)).toMatchObject({ outcome: { status: 200 } });
  });

  test('is the last when the attempts are used up: the task is deleted, its name stays used', async () => {
    await world.createQueue('few', { retryConfig: { maxAttempts: 3 } });
    world.worker.reply = () => 500;
    const name = `${LOCATION}/queues/few/tasks/a`;
    await world.createTask({ name });
    await world.run();
    expect(world.dispatches.map(({ next }) => next.kind)).toEqual(['retry', 'retry', 'given-up']);
    expect(world.emulator.tasks()).toEqual([]);
    await expect(world.createTask({ name })).rejects.toMatchObject({ code: grpc.status.ALREADY_EXISTS });
  });

  test('is not the last while the retry duration runs, though the attempts are used up', async () => {
    await world.createQueue('few', {
      retryConfig: {
        maxAttempts: 2,
        maxRetryDuration: { seconds: 25 },
        minBackoff: { seconds: 10 },
        maxBackoff: { seconds: 10 },
      },
    });
    world.worker.reply = () => 500;
    await world.createTask({ name: `${LOCATION}/queues/few/tasks/a` });
    await world.run();
    expect(startSeconds()).toEqual([0, 10, 20, 30]);
  });
});

describe('the limits of a queue', () => {
  test('1,000 tasks at once are never more than 20 in the air, and all arrive', async () => {
    await world.createQueue('narrow', { rateLimits: { maxConcurrentDispatches: 20 } });
    await world.client.pauseQueue({ name: `${LOCATION}/queues/narrow` });
    const names = Array.from({ length: 1000 }, (_, index) => `${LOCATION}/queues/narrow/tasks/${index}`);
    await Promise.all(names.map((name) => world.createTask({ name })));
    const inTheAir: number[] = [];
    const held: ServerResponse[] = [];
    world.worker.reply = () => (response) => {
      held.push(response);
      if (held.length < 20) return;
      inTheAir.push(world.emulator.tasks().filter(({ state }) => state === 'dispatched').length);
      world.clock.advance(1);
      for (const waiting of held.splice(0)) waiting.writeHead(200).end();
    };
    await world.client.resumeQueue({ name: `${LOCATION}/queues/narrow` });
    await world.emulator.idle();
    expect(inTheAir).toEqual(Array(50).fill(20));
    const ids = world.worker.received.map(({ headers }) => headers['x-cloudtasks-taskname']);
    expect([ids.length, new Set(ids).size]).toEqual([1000, 1000]);
  });

  test('as many as may be in the air are, and the next follows when one has landed', async () => {
    await world.createQueue('narrow', { rateLimits: { maxConcurrentDispatches: 2 } });
    const held: (() => void)[] = [];
    const bothCame = Promise.withResolvers<void>();
    world.worker.reply = () => (response) => {
      held.push(() => response.writeHead(200).end());
      if (held.length === 2) bothCame.resolve();
    };
    for (const id of ['a', 'b', 'c'])
      await world.createTask({ name: `${LOCATION}/queues/narrow/tasks/${id}` });
    await bothCame.promise;
    expect(world.emulator.tasks().map(({ state }) => state)).toEqual([
      'dispatched',
      'dispatched',
      'scheduled',
    ]);
    world.worker.reply = () => 200;
    for (const answer of held) answer();
    await world.emulator.idle();
    expect(world.worker.received).toHaveLength(3);
  });

  test('the emulator is not idle while there is another to send', async () => {
    await world.createQueue('single', { rateLimits: { maxConcurrentDispatches: 1 } });
    const held = Promise.withResolvers<ServerResponse>();
    replyInTurn(held.resolve);
    for (const id of ['a', 'b', 'c'])
      await world.createTask({ name: `${LOCATION}/queues/single/tasks/${id}` });
    const first = await held.promise;
    const idle = world.emulator.idle();
    first.writeHead(200).end();
    await idle;
    expect(world.dispatches.map(({ task }) => task.id)).toEqual(['a', 'b', 'c']);
  });

  test('the rate is kept in emulated time, for retries too', async () => {
    await world.createQueue('rare', { rateLimits: { maxDispatchesPerSecond: 0.5 } });
    replyInTurn(503);
    for (const id of ['a', 'b', 'c']) await world.createTask({ name: `${LOCATION}/queues/rare/tasks/${id}` });
    await world.run();
    expect(startSeconds()).toEqual([0, 2, 4, 6]);
  });
});

describe('the emulator', () => {
  test('tells which tasks are not done, the next one first', async () => {
    const body = Buffer.from('{"a":1}');
    for (const [id, seconds] of Object.entries({ later: 120, next: 60 })) {
      await world.createTask({ name: taskName(id), scheduleTime: world.inSeconds(seconds) }, { body });
    }
    const summary = {
      state: 'scheduled',
      dispatchCount: 0,
      responseCount: 0,
      url: `${world.worker.url}/check`,
      body,
      createTime: new Date(start),
    };
    expect(world.emulator.tasks()).toMatchObject([
      { ...summary, name: { full: taskName('next') }, scheduleTime: new Date(start + 60_000) },
      { ...summary, name: { full: taskName('later') }, scheduleTime: new Date(start + 120_000) },
    ]);
  });

  test('runs by a clock that is faster than time', async () => {
    const completed = Promise.withResolvers<Dispatch>();
    const clock = fastClock(10_000);
    const emulator = await startCloudTasks({ clock, onDispatch: completed.resolve });
    const client = clientOf(emulator.address);
    try {
      await client.createQueue({ parent: LOCATION, queue: { name: QUEUE } });
      const at = clock.now().getTime() + 600_000;
      const scheduleTime = { seconds: Math.ceil(at / 1000) };
      await client.createTask({
        parent: QUEUE,
        task: { scheduleTime, httpRequest: { url: world.worker.url } },
      });
      expect((await completed.promise).startedAt.getTime()).toBeGreaterThanOrEqual(at);
    } finally {
      await client.close();
      await emulator.close();
    }
  });

  test('breaks off what is under way when it is closed, and reports no attempt that it broke off', async () => {
    world.worker.reply = () => () => {};
    const received = world.worker.nextRequest();
    await world.createTask();
    await world.createTask({ scheduleTime: world.inSeconds(60) });
    await received;
    await world.emulator.close();
    expect([world.dispatches, world.worker.received.length]).toEqual([[], 1]);
    expect(world.clock.advanceToNext()).toBe(false);
  });

  test('waits for no task any more when it is closed', async () => {
    await world.createTask({ scheduleTime: world.inSeconds(60) });
    await world.emulator.close();
    expect(world.clock.advanceToNext()).toBe(false);
  });
});
