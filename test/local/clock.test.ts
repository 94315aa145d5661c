import { describe, expect, test } from '@jest/globals';
import { manualClock } from '../support/manual-clock.ts';

describe('the manual clock', () => {
  test('lets what is due happen in the order of time, each at its own time', () => {
    const clock = manualClock(new Date(0));
    const seen: [string, number][] = [];
    clock.at(new Date(2000), () => seen.push(['second', clock.now().getTime()]));
    clock.at(new Date(1000), () => seen.push(['first', clock.now().getTime()]));
    clock.at(new Date(9000), () => seen.push(['too late', clock.now().getTime()]));
    clock.advance(5);
    expect(seen).toEqual([
      ['first', 1000],
      ['second', 2000],
    ]);
  });
});
