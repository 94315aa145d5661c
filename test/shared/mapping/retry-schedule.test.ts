import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type RepeatedStage, VISITED_STAGES } from '../../../shared/mapping/mapping.ts';
import { firstVisitToClosteAt, nextVisit, patienceWith } from '../../../shared/mapping/retry-schedule.ts';

const REPEATED_STAGES = VISITED_STAGES.filter((stage) => stage !== 'watching');
const START = new Date('2026-01-05T09:00:00Z');
const HOUR = 3600;

const secondsAfterStart = (seconds: number) => new Date(START.getTime() + seconds * 1000);

/** The wait after a visit made so many seconds into the stage; undefined where there is no further visit. */
function waitAfter(stage: RepeatedStage, visit: number, interval: number, age: number): number | undefined {
  const now = secondsAfterStart(age);
  const next = nextVisit({ stage, visit, interval, stageStartedAt: START, now });
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
/** The steady waits, those that grow to an hour, and that hour until the patience is used up. */
function expectWaits(waits: readonly number[], growing: readonly number[], patience: number) {
  expect(waits.slice(0, growing.length)).toEqual(growing);
  const rest = waits.slice(growing.length);
  expect(rest).toEqual(repeated(HOUR, rest.length));
  // The last visit is the first one for which the patience has run out.
  expect(sum(waits)).toBeGreaterThanOrEqual(patience);
  expect(sum(waits.slice(0, -1))).toBeLessThan(patience);
}

describe('the whole schedule of a stage', () => {
  test('DNS, at the interval of 300 s', () => {
    expectWaits(
      waitsOf('checking-dns', 300),
      // A Date holds whole milliseconds.
      [300, 300, 300, 300, 300, 300, 450, 675, 1012.5, 1518.75, 2278.125, 3417.187],
      48 * HOUR,
    );
  });

  test('DNS, at the interval of 10 s', () => {
    expectWaits(
      waitsOf('checking-dns', 10).map(Math.round),
      [10, 10, 10, 10, 10, 10, 15, 23, 34, 51, 76, 114, 171, 256, 384, 577, 865, 1297, 1946, 2919],
      48 * HOUR,
    );
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
  test.each([
    ['adding-domain', 24],
    ['checking-dns', 48],
    ['checking-ssl-cert', 24],
    ['removing-domain', 24],
  ] as const)('%s: %s hours', (stage, hours) => {
    const patience = hours * HOUR;
    expect(patienceWith(stage)).toBe(patience);
    const moment = { stage, visit: 50, interval: 300, stageStartedAt: START };
    expect(nextVisit({ ...moment, now: secondsAfterStart(patience - 0.001) })).toMatchObject({ kind: 'at' });
    expect(nextVisit({ ...moment, now: secondsAfterStart(patience) })).toEqual({ kind: 'patience-used-up' });
    expect(nextVisit({ ...moment, now: secondsAfterStart(patience + HOUR) })).toEqual({
      kind: 'patience-used-up',
    });
  });

  test('is counted from the start of the stage, not of the visit before', () => {
    expect(waitAfter('checking-dns', 1, 300, 48 * HOUR)).toBeUndefined();
  });
});

test('a visit that comes late is waited from, not from when it was due', () => {
  expect(waitAfter('checking-dns', 1, 300, 1234)).toBe(300);
});

describe('for any stage and interval', () => {
  const stages = fc.constantFrom(...REPEATED_STAGES);
  const intervals = fc.integer({ min: 10, max: 300 });

  test('the waits never shrink and are never over an hour, and the visits come to an end', () => {
    fc.assert(
      fc.property(stages, intervals, (stage, interval) => {
        const waits = waitsOf(stage, interval);
        expect(waits).toEqual(waits.toSorted((a, b) => a - b));
        expect(waits.at(-1)).toBe(HOUR);
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
