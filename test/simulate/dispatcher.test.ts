import { expect, test } from '@jest/globals';
import { QUEUE_LIMITS } from '../../simulate/assumptions.ts';
import { Dispatcher } from '../../simulate/dispatcher.ts';
import { Timeline } from '../../simulate/timeline.ts';

/**
 * When tasks are carried out that are due at these times, and take so long. All times are in milliseconds.
 */
async function turnsOf(
  dueAt: readonly number[],
  takes: number,
  limits = QUEUE_LIMITS.closte,
): Promise<number[]> {
  const timeline = new Timeline(0);
  const dispatcher = new Dispatcher(timeline, limits);
  const turns: number[] = [];
  for (const due of dueAt) {
    dispatcher.add({
      dueAt: due,
      carryOut: async () => {
        turns.push(timeline.now);
        return takes;
      },
    });
  }
  await timeline.run();
  return turns;
}

test.each<[string, readonly number[], number, readonly number[]]>([
  ['a task goes when it is due', [5000], 100, [5000]],
  ['five go in a second', [0, 0, 0, 0], 100, [0, 200, 400, 600]],
  ['what was not used is not saved up', [10_000, 10_000, 10_000], 100, [10_000, 10_200, 10_400]],
  ['one that comes later waits behind those that wait', [0, 0, 0, 250], 100, [0, 200, 400, 600]],
])('%s', async (_name, dueAt, takes, turns) => {
  expect(await turnsOf(dueAt, takes)).toEqual(turns);
});

test('10,000 checks that are all due at once are made within one interval', async () => {
  const turns = await turnsOf(new Array<number>(10_000).fill(0), 1000, QUEUE_LIMITS.checks);
  expect(turns).toHaveLength(10_000);
  // The first ten are the burst.
  expect(turns.at(-1)).toBe((10_000 - 10) * 20);
});

test('no more than 20 go on at the same time', async () => {
  const takes = 60_000;
  const turns = await turnsOf(new Array<number>(45).fill(0), takes);
  expect(turns).toHaveLength(45);
  for (const turn of turns) {
    expect(turns.filter((other) => other <= turn && turn < other + takes).length).toBeLessThanOrEqual(20);
  }
  expect(turns[20]).toBe(takes);
});
