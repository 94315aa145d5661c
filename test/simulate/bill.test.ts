import { expect, test } from '@jest/globals';
import { billFor, costOf } from '../../simulate/bill.ts';
import type { Usage } from '../../simulate/meter.ts';
import { PRICES } from '../../simulate/prices.ts';

const GIB = 2 ** 30;

const BUSY: Usage = {
  invocations: { map: 4_000, unmap: 1_000, check: 3_992_120, reconcile: 2_880 },
  tasks: { delivered: 4_000_000, askedFor: 12_000_000 },
  closteCalls: { add: 0, remove: 0, list: 0 },
  clostePeak: 0,
  wordpressCalls: 0,
  entries: 0,
  logged: { own: 40 * GIB, requests: 14 * GIB },
  instanceSeconds: { map: 4_000, unmap: 1_000, check: 1_000_000, reconcile: 175_000 },
  starts: 30_000,
  sent: 11 * GIB,
};

test('the bill of a busy month, reckoned by hand', () => {
  const { lines, total } = billFor(BUSY, 30);
  expect(lines.map(({ price, used, cost }) => [price.name, used, Number(cost.toFixed(6))])).toEqual([
    ['Cloud Run, requests', 4_000_000, 0.8], // 2 of 4 million at 0.40
    ['Cloud Run, CPU', 1_180_000, 24], // a million at 0.000024
    ['Cloud Run, memory', 338_750, 0], // 1,005,000 at a quarter and 175,000 at a half: all of it is free
    ['Cloud Tasks', 16_000_000, 6], // 15 of 16 million at 0.40
    ['Cloud Logging', 54, 2], // 4 GiB at 0.50
    ['Cloud Scheduler', 1, 0],
    ['Secret Manager', 1, 0],
    ['Secret Manager, access', 30_000, 0.06], // 20,000 at 0.03 for 10,000
    ['Network, outbound', 11, 1.2], // 10 GiB at 0.12
  ]);
  expect(total).toBeCloseTo(34.06, 6);
});

test.each([
  ['nothing', 0, 0],
  ['less than is free', 999_999, 0],
  ['just what is free', 1_000_000, 0],
  ['more than is free', 1_500_000, 0.2],
])('Cloud Tasks: %s', (_name, used, cost) => {
  expect(costOf(PRICES.tasks, used)).toBeCloseTo(cost, 10);
});

test('ten days are taken three times, and a job is a job', () => {
  const month = new Map(billFor(BUSY, 10).lines.map(({ price, used }) => [price.name, used]));
  expect(month.get('Cloud Tasks')).toBeCloseTo(48_000_000, 3);
  expect(month.get('Cloud Scheduler')).toBe(1);
});

test('without what is free, everything costs', () => {
  const small = { ...BUSY, tasks: { delivered: 0, askedFor: 500_000 } };
  const { total, totalWithoutFree } = billFor(small, 30);
  // 2 million requests, 180,000 vCPU-seconds, all GiB-seconds, half a million operations, 50 GiB, a job, a
  // version, 10,000 reads and 1 GiB.
  expect(totalWithoutFree - total).toBeCloseTo(
    0.8 + 4.32 + 338_750 * 0.0000025 + 0.2 + 25 + 0.1 + 0.06 + 0.03 + 0.12,
    6,
  );
});

test.each(Object.values(PRICES))(
  'the price of $name says where it comes from',
  ({ source, price, per, free }) => {
    expect(source).toMatch(/^https:\/\//);
    expect(Math.min(price, per, free)).toBeGreaterThan(0);
  },
);
