import { describe, expect, test } from '@jest/globals';
import {
  createEventSeries,
  isOneOfMany,
  NO_SERIES,
  withAnswer,
  withEvent,
} from '../../../shared/mapping/event-series.ts';
import { manualClock } from '../../support/manual-clock.ts';

/** Which of some events, one sent after the other, are among many: each is answered after a while, the next comes later. */
function sentInTurn(count: number, answerTakes: number, pause: number): number[] {
  let series = NO_SERIES;
  let now = 1_000_000;
  const many: number[] = [];
  for (let number = 1; number <= count; number++) {
    series = withEvent(series, now);
    if (isOneOfMany(series)) many.push(number);
    now += answerTakes;
    series = withAnswer(series, now);
    now += pause;
  }
  return many;
}

describe('an event is one of many', () => {
  test.each<[string, number, number, number, number[]]>([
    ['the first five of a series wait for Closte', 5, 0, 0, []],
    ['the sixth within a second is one of many', 8, 10, 90, [6, 7, 8]],
    ['however slow Closte is, while the sender waits', 8, 10_000, 90, [6, 7, 8]],
    ['what comes a second after an answer still belongs to it', 7, 600, 1000, [6, 7]],
    ['what comes later begins anew', 20, 600, 1001, []],
  ])('%s', (_, count, answerTakes, pause, expected) => {
    expect(sentInTurn(count, answerTakes, pause)).toEqual(expected);
  });

  test('events side by side are one series, though none is answered for long', () => {
    let series = NO_SERIES;
    for (let number = 1; number <= 6; number++) series = withEvent(series, number * 5000);
    expect(isOneOfMany(series)).toBe(true);
  });

  test('one that is never answered in time does not end the series of those beside it', () => {
    const both = withEvent(withEvent(NO_SERIES, 0), 1);
    const one = withAnswer(both, 2);
    expect(withEvent(one, 60_000).events).toBe(3);
  });
});

test('an event that failed is answered too', async () => {
  const clock = manualClock();
  const series = createEventSeries(clock.now);
  const seen: boolean[] = [];
  for (let number = 1; number <= 6; number++) {
    await series
      .answer(async (isMany) => {
        seen.push(isMany);
        throw new Error('the queue is down');
      })
      .catch(() => undefined);
    clock.advance(2);
  }
  expect(seen).toEqual([false, false, false, false, false, false]);
});
