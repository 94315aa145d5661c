import { expect, test } from '@jest/globals';
import { MINUTE, SECOND } from '../../simulate/assumptions.ts';
import { Meter } from '../../simulate/meter.ts';

/**
 * Invocations of `check`, as their beginning and how long they take, in seconds. The first starts an
 * instance: 2 s.
 */
test.each<[string, readonly (readonly [number, number])[], { seconds: number; starts: number }]>([
  ['one', [[0, 1]], { seconds: 3, starts: 1 }],
  [
    'two, one after the other',
    [
      [0, 1],
      [10, 1],
    ],
    { seconds: 4, starts: 1 },
  ],
  [
    'two that overlap',
    [
      [0, 1],
      [10, 4],
      [12, 4],
    ],
    { seconds: 3 + 6, starts: 1 },
  ],
  [
    'one within another',
    [
      [0, 1],
      [10, 9],
      [12, 1],
    ],
    { seconds: 3 + 9, starts: 1 },
  ],
  [
    'two, after ten quiet minutes',
    [
      [0, 1],
      [603, 1],
    ],
    { seconds: 3 + 1, starts: 1 },
  ],
  [
    'two, after more than that',
    [
      [0, 1],
      [604, 1],
    ],
    { seconds: 3 + 3, starts: 2 },
  ],
])('the time of instances: %s', (_name, invocations, { seconds, starts }) => {
  const meter = new Meter();
  for (const [at, takes] of invocations) meter.invoked('check', at * SECOND, takes * SECOND);
  expect(meter.usage()).toMatchObject({ instanceSeconds: { check: seconds }, starts });
});

test('functions have instances of their own', () => {
  const meter = new Meter();
  meter.invoked('map', 0, SECOND);
  meter.invoked('check', 0, SECOND);
  expect(meter.usage()).toMatchObject({
    instanceSeconds: { map: 3, check: 3 },
    starts: 2,
    invocations: { map: 1, check: 1 },
  });
});

test('the most additions and removals are counted by the second; a list is none', () => {
  const meter = new Meter();
  for (const at of [0, 900, 1000, 1500, 1999, 2000, MINUTE]) meter.calledCloste('add', at);
  for (const at of [0, 1200, 1600]) meter.calledCloste('list', at);
  expect(meter.usage()).toMatchObject({ clostePeak: 3, closteCalls: { add: 7, remove: 0, list: 3 } });
});

test('each request has an entry of Cloud Run beside those of the function', () => {
  const meter = new Meter();
  meter.invoked('map', 0, SECOND);
  meter.wroteEntries(2, 700);
  expect(meter.usage()).toMatchObject({ entries: 2, logged: { own: 700, requests: 1200 } });
});
