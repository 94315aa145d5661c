import { expect, test } from '@jest/globals';
import { percentile } from '../../simulate/statistics.ts';

test.each<[readonly number[], number, number | undefined]>([
  [[], 0.5, undefined],
  [[7], 0.5, 7],
  [[7], 0.95, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 3, 2, 1], 0.5, 2],
  [[10, 9, 100], 1, 100],
  [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
  [Array.from({ length: 20 }, (_, index) => index + 1), 0.95, 19],
  [Array.from({ length: 21 }, (_, index) => index + 1), 0.95, 20],
])('of %j the percentile %d is %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('the values stay in their order', () => {
  const values = [3, 1, 2];
  percentile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});
