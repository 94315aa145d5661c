import { describe, expect, test } from '@jest/globals';
import { DAY, HOUR, USUAL } from '../../simulate/assumptions.ts';
import { planMonth } from '../../simulate/plan.ts';
import { createRandom } from '../../simulate/random.ts';
import { isWithin } from '../../simulate/world.ts';

const plan = (domains: number, days: number, seed = 1) => planMonth(domains, days, USUAL, createRandom(seed));

test.each([
  [10_000, 30, { arrivals: 400, removals: 100 }],
  [10_000, 15, { arrivals: 250, removals: 50 }],
  [1, 1, { arrivals: 1, removals: 0 }],
])('%d domains in %d days', (domains, days, expected) => {
  const { settled, arrivals, removals } = plan(domains, days);
  expect(settled).toHaveLength(domains);
  expect({ arrivals: arrivals.length, removals: removals.length }).toEqual(expected);
});

test.each([1, 2, 5, 10, 12, 30])('Closte is down once in %d days, on a weekday if there is one', (days) => {
  const { outage, span } = plan(100, days);
  expect(outage[1] - outage[0]).toBe(2 * HOUR);
  expect(isWithin(span, outage[0]) && outage[1] <= span[1]).toBe(true);
  expect([0, 6]).not.toContain(new Date(outage[0]).getUTCDay());
});

test('everything is within the time, in its order, and an import begins at once', () => {
  const { arrivals, removals, span, importedAt } = plan(10_000, 30);
  for (const events of [arrivals, removals]) {
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((at) => isWithin(span, at))).toBe(true);
  }
  const imported = arrivals.filter(({ isImported }) => isImported);
  expect(imported.map(({ at }) => at)).toEqual(Array(100).fill(importedAt));
});

test('a domain is removed once at most, and after it was mapped', () => {
  const crowded = { ...USUAL, arrivals: 20, removals: 15 };
  const { settled, arrivals, removals } = planMonth(20, 30, crowded, createRandom(1));
  const mappedAt = new Map(arrivals.map(({ domain, at }) => [domain, at]));
  for (const domain of settled) mappedAt.set(domain, 0);
  expect(new Set(removals.map(({ domain }) => domain)).size).toBe(removals.length);
  expect(removals.filter(({ domain, at }) => (mappedAt.get(domain) ?? Infinity) >= at)).toEqual([]);
  expect(removals.some(({ domain }) => arrivals.some((arrival) => arrival.domain === domain))).toBe(true);
});

describe('the DNS of many mappings', () => {
  const { arrivals } = plan(1_000_000, 30);
  const shareWithin = (most: number) =>
    arrivals.filter(({ at, dnsRightAt }) => dnsRightAt - at <= most).length / arrivals.length;

  // The lognormal distribution at its median is one half; at 48 h it is Φ(ln 4) of the slow and all of the
  // others.
  test.each([
    ['at once', 0, 0.35],
    ['within 40 minutes', 40 * 60_000, 0.35 + 0.225 + 0.15 * 0.0003],
    ['within 48 hours', 2 * DAY, 0.35 + 0.45 + 0.15 * 0.9172],
    ['ever', Number.MAX_SAFE_INTEGER, 0.95],
  ])('is right %s in the share that is stated', (_name, most, share) => {
    expect(Math.abs(shareWithin(most) - share)).toBeLessThan(0.01);
  });
});
