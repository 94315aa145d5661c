import { describe, expect, test } from '@jest/globals';
import { answering, succeeding } from '../support/door-closte.ts';
import { EVENT, VISIT } from '../support/door-requests.ts';
import { CLOSTE_QUEUE, doorOfFile, QUEUE } from '../support/door-world.ts';

// Nobody listens there: what a resolver says is for other tests.
const RESOLVERS = { DNS_RESOLVERS: '127.0.0.1:1' };
const two = await doorOfFile({ environment: { ...RESOLVERS, CLOSTE_QUEUE: 'closte-calls' } });
const one = await doorOfFile({ environment: RESOLVERS });

type OfTwo = typeof two;

/** The queue of each task that waits, and its stage. */
const waiting = (door: OfTwo) =>
  door.tasks().map(({ name, payload }) => [name.split('/tasks/')[0], payload['stage']]);

let mappings = 0;

/** Delivers a visit as a queue does, which says who it is. */
async function deliver(door: OfTwo, stage: string, queue?: string, more: object = {}) {
  const headers = queue === undefined ? {} : { 'x-cloudtasks-queuename': queue };
  const visit = { ...VISIT, mapping_id: `msg_${++mappings}`, stage, ...more };
  return { ...(await door.send('check', visit, { headers })), visit };
}

describe('where what follows waits', () => {
  test.each<[string, OfTwo, string, string]>([
    ['with two queues', two, CLOSTE_QUEUE, QUEUE],
    ['where CLOSTE_QUEUE is not set', one, QUEUE, QUEUE],
  ])('%s', async (_, door, ofCloste, ofChecks) => {
    door.closte.script = answering('', 503);
    await door.send('map', EVENT);
    expect(waiting(door)).toEqual([[ofCloste, 'adding-domain']]);

    await door.reset();
    door.closte.script = answering('', 503);
    await deliver(door, 'adding-domain');
    expect(waiting(door)).toEqual([[ofCloste, 'adding-domain']]);

    await door.reset();
    door.closte.script = succeeding;
    await deliver(door, 'adding-domain');
    expect(waiting(door)).toEqual([[ofChecks, 'checking-dns']]);

    await door.reset();
    await door.send('map', EVENT);
    expect(waiting(door)).toEqual([[ofChecks, 'checking-dns']]);

    await door.reset();
    await deliver(door, 'checking-dns');
    expect(waiting(door)).toEqual([[ofChecks, 'checking-dns']]);
  });
});

describe('a task of the version before, which had one queue', () => {
  test('is handed on to the slow queue as it is, without a call to Closte', async () => {
    const answer = await deliver(two, 'adding-domain', 'domain-checks', { visit: 3, looks: 2 });
    expect(answer).toMatchObject({
      status: 200,
      json: { outcome: 'waiting', stage: 'adding-domain', next: { stage: 'adding-domain', visit: 3 } },
    });
    expect(two.closte.calls).toEqual([]);
    expect(waiting(two)).toEqual([[CLOSTE_QUEUE, 'adding-domain']]);
    expect(two.tasks()[0]).toMatchObject({
      id: (answer.json['next'] as { task: string }).task,
      scheduleTime: two.clock.now(),
      payload: { mapping_id: answer.visit.mapping_id, visit: 3, stage_started_at: VISIT.stage_started_at },
    });
  });

  test('is handed on once, however often it is delivered', async () => {
    const { visit } = await deliver(two, 'removing-domain', 'domain-checks');
    const again = await two.send('check', visit, { headers: { 'x-cloudtasks-queuename': 'domain-checks' } });
    expect(again.status).toBe(200);
    expect(waiting(two)).toEqual([[CLOSTE_QUEUE, 'removing-domain']]);
  });

  test.each<[string, OfTwo, string | undefined]>([
    ['is carried out where the slow queue delivers it', two, 'closte-calls'],
    ['is carried out where nobody says who delivers it', two, undefined],
    ['is carried out where there is one queue still', one, 'domain-checks'],
  ])('%s', async (_, door, queue) => {
    await deliver(door, 'adding-domain', queue);
    expect(door.closte.calls.map(({ method }) => method)).toEqual(['POST']);
    expect(waiting(door).map(([, stage]) => stage)).toEqual(['checking-dns']);
  });

  test('is carried out in either queue if it is a check', async () => {
    await deliver(two, 'checking-dns', 'domain-checks');
    await deliver(two, 'checking-dns', 'closte-calls');
    expect(two.tasks().map(({ payload }) => payload['visit'])).toEqual([2, 2]);
  });
});
