import { expect, test } from '@jest/globals';
import { inParallel } from '../../../shared/reconcile/in-parallel.ts';

/** Actions that end when they are told to, in the order in which they began. */
function actions() {
  const begun: { item: number; end: (saying: 'on' | 'stop' | Error) => void }[] = [];
  return {
    begun,
    items: () => begun.map(({ item }) => item),
    act: (item: number) =>
      new Promise<'on' | 'stop'>((resolve, reject) => {
        begun.push({
          item,
          end: (saying) => (saying instanceof Error ? reject(saying) : resolve(saying)),
        });
      }),
  };
}

/** Long enough for everything that can go on to go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('so many are under way at a time, in their order, and the next begins when one has ended', async () => {
  const { begun, items, act } = actions();
  const whole = inParallel([1, 2, 3, 4], 2, act);
  await settled();
  expect(items()).toEqual([1, 2]);
  begun[1]?.end('on');
  await settled();
  expect(items()).toEqual([1, 2, 3]);
  begun[0]?.end('on');
  await settled();
  for (const { end } of begun) end('on');
  expect(await whole).toBe(true);
  expect(items()).toEqual([1, 2, 3, 4]);
});

test('nothing begins after one has said stop, and what was under way is waited for', async () => {
  const { begun, items, act } = actions();
  const whole = inParallel([1, 2, 3, 4], 2, act);
  await settled();
  begun[0]?.end('stop');
  await settled();
  const state = await Promise.race([whole, Promise.resolve('under way')]);
  expect(state).toBe('under way');
  begun[1]?.end('on');
  expect(await whole).toBe(false);
  expect(items()).toEqual([1, 2]);
});

test('the first failure is thrown, once all that was under way has ended', async () => {
  const { begun, items, act } = actions();
  const outcome = inParallel([1, 2, 3, 4], 2, act).catch((error: unknown) => error);
  await settled();
  const first = new Error('first');
  begun[1]?.end(first);
  await settled();
  expect(await Promise.race([outcome, Promise.resolve('under way')])).toBe('under way');
  begun[0]?.end(new Error('second'));
  expect(await outcome).toBe(first);
  expect(items()).toEqual([1, 2]);
});

test('of nothing everything was acted on', async () => {
  expect(await inParallel([], 64, async () => 'stop')).toBe(true);
});
