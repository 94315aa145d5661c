import { describe, expect, test } from '@jest/globals';
import { type RetryConfig, retriesAreExhausted, retryBackoff } from '../../../local/cloud-tasks/retry.ts';
import { Timeline } from '../../../local/cloud-tasks/timeline.ts';
import { TokenBucket } from '../../../local/cloud-tasks/token-bucket.ts';
import { UsedNames } from '../../../local/cloud-tasks/used-names.ts';
import {
  fromDuration,
  fromTimestamp,
  toDuration,
  toTimestamp,
} from '../../../local/cloud-tasks/wire-time.ts';

const defaults: RetryConfig = {
  maxAttempts: 100,
  maxRetryDuration: 0,
  minBackoff: 100,
  maxBackoff: 3_600_000,
  maxDoublings: 16,
};

describe('the wait before a retry', () => {
  const inSeconds = (min: number, max: number, maxDoublings: number) => ({
    ...defaults,
    minBackoff: min * 1000,
    maxBackoff: max * 1000,
    maxDoublings,
  });

  test.each([
    ["Google's own example", inSeconds(10, 300, 3), [10, 20, 40, 80, 160, 240, 300, 300]],
    ['the defaults', defaults, [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8]],
    ['no doubling: it grows by the minimum', inSeconds(5, 18, 0), [5, 10, 15, 18, 18]],
    ['one doubling', inSeconds(1, 100, 1), [1, 2, 4, 6, 8, 10]],
    ['minimum and maximum alike', inSeconds(7, 7, 16), [7, 7, 7]],
    ['no wait at all', inSeconds(0, 300, 3), [0, 0, 0]],
  ])('%s', (_name, config, seconds) => {
    expect(seconds.map((_, index) => retryBackoff(config, index + 1) / 1000)).toEqual(seconds);
  });

  test('stays at the maximum however many doublings are allowed', () => {
    expect(retryBackoff({ ...defaults, maxDoublings: 5000 }, 5000)).toBe(3_600_000);
  });
});

describe('giving a task up', () => {
  const minute = 60_000;
  test.each([
    ['one attempt short', { maxAttempts: 3 }, 2, minute, false],
    ['attempts used up', { maxAttempts: 3 }, 3, minute, true],
    ['attempts used up, time not', { maxAttempts: 3, maxRetryDuration: minute }, 3, minute - 1, false],
    ['time used up, attempts not', { maxAttempts: 3, maxRetryDuration: minute }, 2, minute, false],
    ['both used up', { maxAttempts: 3, maxRetryDuration: minute }, 3, minute, true],
    ['only the time is limited, and not used up', { maxAttempts: -1, maxRetryDuration: minute }, 9, 1, false],
    ['only the time is limited, and used up', { maxAttempts: -1, maxRetryDuration: minute }, 9, minute, true],
    ['nothing is limited', { maxAttempts: -1 }, 9999, 9999 * minute, false],
  ])('%s', (_name, limits, attempts, elapsed, expected) => {
    expect(retriesAreExhausted({ ...defaults, ...limits }, attempts, elapsed)).toBe(expected);
  });
});

describe('the token bucket', () => {
  test('gives its burst at once and then one token an interval', () => {
    const bucket = new TokenBucket(10, 3);
    const start = 1_000_000;
    const times: number[] = [];
    for (let now = start; times.length < 6; times.push(now - start)) {
      now = Math.max(now, bucket.nextTokenAt());
      bucket.take(now);
    }
    expect(times).toEqual([0, 0, 0, 100, 200, 300]);
  });

  test('is full again after a rest, and holds no more than its burst', () => {
    const bucket = new TokenBucket(10, 2);
    bucket.take(0);
    bucket.take(0);
    expect(bucket.nextTokenAt()).toBe(100);
    bucket.take(5000);
    bucket.take(5000);
    expect(bucket.nextTokenAt()).toBe(5100);
  });
});

describe('the timeline', () => {
  const items = [30, 10, 20, 10, 30].map((scheduleTime, sequence) => ({ scheduleTime, sequence }));

  function sequencesOf(timeline: Timeline<(typeof items)[number]>): number[] {
    const taken: number[] = [];
    for (let item = timeline.first(); item !== undefined; item = timeline.first()) {
      timeline.remove(item);
      taken.push(item.sequence);
    }
    return taken;
  }

  test('gives the earliest first, and of two at one time the one that came first', () => {
    const timeline = new Timeline<(typeof items)[number]>();
    for (const item of items) timeline.add(item);
    expect(sequencesOf(timeline)).toEqual([1, 3, 2, 0, 4]);
  });

  test('removes one from the middle, and nothing when it is not there', () => {
    const timeline = new Timeline<(typeof items)[number]>();
    for (const item of items) timeline.add(item);
    timeline.remove({ scheduleTime: 20, sequence: 99 });
    for (const item of items.slice(2, 3)) timeline.remove(item);
    expect(sequencesOf(timeline)).toEqual([1, 3, 0, 4]);
  });
});

describe('used names', () => {
  test('are kept for as long as was said', () => {
    const names = new UsedNames(1000);
    names.add('a', 5000);
    expect([names.has('a', 5999), names.has('a', 6000)]).toEqual([true, false]);
  });

  test('are forgotten when they expire, so that memory does not grow', () => {
    const names = new UsedNames(1000);
    for (let time = 0; time < 100_000; time += 100) names.add(`task-${time}`, time);
    expect(names.size).toBe(10);
  });

  test('that are used again are kept from then on', () => {
    const names = new UsedNames(1000);
    names.add('a', 0);
    names.add('b', 500);
    names.add('a', 900);
    expect([names.has('a', 1600), names.has('b', 1600)]).toEqual([true, false]);
  });
});

describe('protobuf times', () => {
  test('are truncated to the microsecond, and come back as they were', () => {
    const time = fromTimestamp({ seconds: '1767603600', nanos: 123_456_789 });
    expect(time).toBe(1767603600123.456);
    expect(toTimestamp(time)).toEqual({ seconds: 1767603600, nanos: 123_456_000 });
  });

  test('of a duration come back as they were', () => {
    expect(toDuration(fromDuration({ seconds: 15, nanos: 250_000_000 }))).toEqual({
      seconds: 15,
      nanos: 250_000_000,
    });
  });
});
