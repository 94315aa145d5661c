import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type RepeatedStage, VISITED_STAGES } from '../../../shared/mapping/mapping.ts';
import {
  firstVisitToClosteAt,
  isAnotherDay,
  isOverdueNow,
  longestSilence,
  nextVisit,
  patienceWith,
} from '../../../shared/mapping/retry-schedule.ts';

const REPEATED_STAGES = VISITED_STAGES.filter((stage) => stage !== 'watching');
const START = new Date('2026-01-05T09:00:00Z');
const HOUR = 3600;

const secondsAfterStart = (seconds: number) => new Date(START.getTime() + seconds * 1000);

/** The wait after a visit made so many seconds into the stage; undefined where there is no further visit. */
function waitAfter(
  stage: RepeatedStage,
  visit: number,
  interval: number,
  age: number,
  looks = visit,
): number | undefined {
  const now = secondsAfterStart(age);
  const moment = { stage, visit, interval, stageStartedAt: START, mappedAt: START, looks, now };
  const next = nextVisit(moment);
  return next.kind === 'at' ? (next.time.getTime() - now.getTime()) / 1000 : undefined;
}

/** Every wait of a stage in which each visit takes place when it is due, the first one after `firstWait` seconds. */
function waitsOf(stage: RepeatedStage, interval: number, firstWait = 0): number[] {
  const waits: number[] = [];
  for (let visit = 1, age = firstWait; visit < 100_000; visit++) {
    const wait = waitAfter(stage, visit, interval, age);
    if (wait === undefined) return waits;
    waits.push(wait);
    age += wait;
  }
  throw new Error(`${stage} goes on without an end`);
}

const sum = (waits: readonly number[]) => waits.reduce((total, wait) => total + wait, 0);
const repeated = (wait: number, times: number) => Array.from({ length: times }, () => wait);

/**
 * The steady waits, those that grow to an hour, that hour for 48 hours, then longer ones up to 4 hours, until the
 * patience is used up.
 */
function expectWaits(
  waits: readonly number[],
  growing: readonly number[],
  patience: number,
  later: readonly number[] = [],
) {
  expect(waits.slice(0, growing.length)).toEqual(growing);
  const rest = waits.slice(growing.length);
  const hourly = rest.filter((wait) => wait === HOUR).length;
  const longer = rest.slice(hourly);
  expect(rest.slice(0, hourly)).toEqual(repeated(HOUR, hourly));
  expect(longer.slice(0, later.length)).toEqual(later.slice(0, longer.length));
  expect(longer.slice(later.length)).toEqual(repeated(4 * HOUR, Math.max(0, longer.length - later.length)));
  // The last visit is the first one for which the patience has run out.
  expect(sum(waits)).toBeGreaterThanOrEqual(patience);
  expect(sum(waits.slice(0, -1))).toBeLessThan(patience);
}

const DAYS = 24 * HOUR;

describe('the whole schedule of a stage', () => {
  test('DNS, at the interval of 300 s', () => {
    expectWaits(
      waitsOf('checking-dns', 300),
      // A Date holds whole milliseconds.
      [300, 300, 300, 300, 300, 300, 450, 675, 1012.5, 1518.75, 2278.125, 3417.187],
      7 * DAYS,
    );
  });

  test('DNS, at the interval of 10 s', () => {
    expectWaits(
      waitsOf('checking-dns', 10).map(Math.round),
      [10, 10, 10, 10, 10, 10, 15, 23, 34, 51, 76, 114, 171, 256, 384, 577, 865, 1297, 1946, 2919],
      7 * DAYS,
    );
  });

  test('DNS: an hour at most in the first 48 hours, 4 hours at most from then on', () => {
    const waits = waitsOf('checking-dns', 300);
    for (let visit = 0, age = 0; visit < waits.length; age += waits[visit] ?? 0, visit++) {
      expect(waits[visit]).toBeLessThanOrEqual(age < 48 * HOUR ? HOUR : 4 * HOUR);
    }
    expect(waits.slice(-20)).toEqual(repeated(4 * HOUR, 20));
  });

  test('the certificate, at the interval of 300 s', () => {
    expectWaits(
      waitsOf('checking-ssl-cert', 300),
      [...repeated(300, 21), 450, 675, 1012.5, 1518.75, 2278.125, 3417.187],
      24 * HOUR,
    );
  });

  test('the certificate, at the interval of 10 s', () => {
    expectWaits(
      waitsOf('checking-ssl-cert', 10).map(Math.round),
      [...repeated(10, 21), 15, 23, 34, 51, 76, 114, 171, 256, 384, 577, 865, 1297, 1946, 2919],
      24 * HOUR,
    );
  });

  test.each(['adding-domain', 'removing-domain'] as const)(
    '%s: 10 s after the call that failed, then doubling',
    (stage) => {
      expect(firstVisitToClosteAt(START)).toEqual(secondsAfterStart(10));
      expectWaits(waitsOf(stage, 300, 10), [20, 40, 80, 160, 320, 640, 1280, 2560], 24 * HOUR - 10);
    },
  );

  test.each(['adding-domain', 'removing-domain'] as const)(
    '%s does not heed the DNS check interval',
    (stage) => {
      expect(waitsOf(stage, 10)).toEqual(waitsOf(stage, 300));
    },
  );
});

describe('the patience with a stage', () => {
  const STAGES = [
    ['adding-domain', 24],
    ['checking-dns', 7 * 24],
    ['checking-ssl-cert', 24],
    ['removing-domain', 24],
  ] as const;

  test.each(STAGES)('%s: %s hours', (stage, hours) => {
    const patience = hours * HOUR;
    expect(patienceWith(stage)).toBe(patience);
    expect(waitAfter(stage, 50, 300, patience - 0.001)).toBeGreaterThan(0);
    expect(waitAfter(stage, 50, 300, patience)).toBeUndefined();
    expect(waitAfter(stage, 50, 300, patience + HOUR)).toBeUndefined();
  });

  test.each(STAGES)('%s is time in which somebody looked: 6 times at the least', (stage, hours) => {
    expect(waitAfter(stage, 6, 300, hours * HOUR, 5)).toBeGreaterThan(0);
    expect(waitAfter(stage, 6, 300, hours * HOUR, 6)).toBeUndefined();
  });

  test('is counted from the start of the stage, not of the visit before', () => {
    expect(waitAfter('checking-dns', 6, 300, 7 * DAYS)).toBeUndefined();
  });

  test('ends 30 days after the domain was mapped, whoever looked', () => {
    expect(waitAfter('checking-dns', 1, 300, 30 * DAYS - 1, 1)).toBe(300);
    expect(waitAfter('checking-dns', 1, 300, 30 * DAYS, 1)).toBeUndefined();
  });
});

test.each([
  ['before 48 hours', 47 * HOUR, 48 * HOUR - 1, false],
  ['at the first visit after them', 47 * HOUR, 48 * HOUR, true],
  ['at the first visit of all, after a queue that stood still', undefined, 63 * HOUR, true],
  ['at the visits after that one', 48 * HOUR, 52 * HOUR, false],
])('DNS is said to be overdue once: %s', (_when, last, age, expected) => {
  const lastLookAt = last === undefined ? undefined : secondsAfterStart(last);
  expect(isOverdueNow(START, lastLookAt, secondsAfterStart(age))).toBe(expected);
});

test.each<[number | undefined, number, boolean]>([
  [undefined, 23 * HOUR, false],
  [undefined, 24 * HOUR, true],
  [23 * HOUR, 24 * HOUR - 1, false],
  [23 * HOUR, 24 * HOUR, true],
  [24 * HOUR, 25 * HOUR, false],
  [46 * HOUR, 73 * HOUR, true],
  // The clock of another machine is behind, or the stage began after the look: a visit that was not judged moves its start.
  [-HOUR, 0, false],
  [25 * HOUR, 24 * HOUR, false],
])('a stage that was looked at after %p s lasts for another day at %p s: %p', (last, age, expected) => {
  const lastLookAt = last === undefined ? undefined : secondsAfterStart(last);
  expect(isAnotherDay(START, lastLookAt, secondsAfterStart(age))).toBe(expected);
});

test.each(REPEATED_STAGES)(
  'a visit of %s that is told daily comes before its silence is too long',
  (stage) => {
    let told = 0;
    let lastLookAt: Date | undefined;
    let age = 0;
    for (const wait of waitsOf(stage, 300)) {
      age += wait;
      const now = secondsAfterStart(age);
      if (isAnotherDay(START, lastLookAt, now)) told = age;
      lastLookAt = now;
      expect((age - told) * 1000).toBeLessThan(longestSilence(stage, true));
    }
    expect(told).toBeGreaterThan(0);
  },
);

test('a visit that comes late is waited from, not from when it was due', () => {
  expect(waitAfter('checking-dns', 1, 300, 1234)).toBe(300);
});

describe('for any stage and interval', () => {
  const stages = fc.constantFrom(...REPEATED_STAGES);
  const intervals = fc.integer({ min: 10, max: 300 });

  test('the waits never shrink and are never over 4 hours, and the visits come to an end', () => {
    fc.assert(
      fc.property(stages, intervals, (stage, interval) => {
        const waits = waitsOf(stage, interval);
        expect(waits).toEqual(waits.toSorted((a, b) => a - b));
        expect(waits.at(-1)).toBe(stage === 'checking-dns' ? 4 * HOUR : HOUR);
        expect(waits[0]).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  test('the number of the visit may be any', () => {
    fc.assert(
      fc.property(stages, intervals, fc.integer({ min: 40, max: 2 ** 31 }), (stage, interval, visit) => {
        expect(waitAfter(stage, visit, interval, 0)).toBe(HOUR);
      }),
    );
  });
});
