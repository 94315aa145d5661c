import { describe, expect, test } from '@jest/globals';
import { nextVisit } from '../../shared/mapping/retry-schedule.ts';
import { namesIn, type Policy, read } from './console-files.ts';

describe('the alert that Closte is unreachable, with one domain that waits for it', () => {
  const { conditions } = read<Policy>('alerts/closte-unreachable.json');
  const { duration = '', aggregations = [] } = conditions[0]?.conditionThreshold ?? {};
  const [hold, window] = [
    Number.parseInt(duration, 10),
    Number.parseInt(aggregations[0]?.alignmentPeriod ?? '', 10),
  ];

  /** When Closte is called in an outage, in seconds from the first call that failed. */
  function callsWithin(outage: number): number[] {
    const start = new Date(0);
    const calls = [0];
    for (let [at, visit] = [start, 0]; ; visit += 1) {
      // By the rule for the visits, the first one comes as after a visit 0.
      const next = nextVisit({
        stage: 'adding-domain',
        visit,
        interval: 300,
        stageStartedAt: start,
        mappedAt: start,
        looks: visit + 1,
        now: at,
      });
      if (next.kind !== 'at' || next.time.getTime() >= outage * 1000) return calls;
      at = next.time;
      calls.push(at.getTime() / 1000);
    }
  }

  /** It goes off when every window that ends within the time to hold has an entry in it. */
  function goesOff(outage: number): boolean {
    const calls = callsWithin(outage);
    const ends = Array.from({ length: hold / 60 + 1 }, (_, minute) => minute * 60);
    return ends.every((end) => calls.some((at) => at > end - window && at <= end));
  }

  test.each([
    [60, false],
    [300, false],
    [600, false],
    [660, true],
    [3600, true],
  ])('after an outage of %d s: %p', (outage, expected) => {
    expect(goesOff(outage)).toBe(expected);
  });
});

test('the dashboard shows every metric that is made, and no other', () => {
  const dashboard = JSON.stringify(read('dashboard.json'));
  const shown = [...dashboard.matchAll(/user[/_](closte_sync_\w+)/g)].map(([, name]) => name);
  expect([...new Set(shown)].sort()).toEqual(namesIn('metrics').sort());
});
