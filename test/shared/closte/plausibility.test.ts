import { describe, expect, test } from '@jest/globals';
import { reasonAgainstList } from '../../../shared/closte/plausibility.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `shop-${n}.example.com`);
const OTHERS = ['mail.example.org', 'blog.example.org'];

/** How many are done, how many of them the list lacks, and whether the list may be true. */
const TABLE = [
  [0, 0, 'may be true'],
  [5, 5, 'may be true'],
  [10, 10, 'may be true'],
  [11, 10, 'may be true'],
  [11, 11, 'implausible'],
  [100, 10, 'may be true'],
  [100, 11, 'implausible'],
  [200, 20, 'may be true'],
  [200, 21, 'implausible'],
  [10_000, 1_000, 'may be true'],
  [10_000, 1_001, 'implausible'],
  [10_000, 10_000, 'implausible'],
] as const;

describe.each(TABLE)('of %i that are done, a list that lacks %i', (done, lacking, verdict) => {
  const there = numbered(done).slice(lacking);

  test(`${verdict}, by their names`, () => {
    const reason = reasonAgainstList(new Set([...there, ...OTHERS]), numbered(done));
    expect(reason === undefined).toBe(verdict === 'may be true');
  });

  test(`${verdict}, by their number`, () => {
    const reason = reasonAgainstList(new Set(there), done);
    expect(reason === undefined).toBe(verdict === 'may be true');
  });
});

test('it is said how much is missing', () => {
  const said = 'its list of 2 lacks 40 of the 40 domains that are done and need an alias';
  expect(reasonAgainstList(new Set(OTHERS), numbered(40))).toBe(said);
});

test('by the number alone, what else is in the list may hide what is missing', () => {
  expect(reasonAgainstList(new Set([...numbered(89), ...OTHERS]), 100)).toBeUndefined();
});
