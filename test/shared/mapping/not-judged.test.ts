import { expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { RepeatedVisit } from '../../../shared/mapping/mapping.ts';
import { firstVisit, stepAfter } from '../../../shared/mapping/state-machine.ts';
import { taskName } from '../../../shared/queue/task-name.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = new Date('2026-01-05T09:00:00Z');
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds);

const MAPPING = {
  id: 'evt_1',
  domain: 'shop.example.com' as DomainName,
  siteId: 2,
  networkDomain: 'old.example' as DomainName,
  interval: 300,
  aliased: true,
  mappedAt: START,
};
const FIRST = firstVisit(MAPPING, 'checking-dns', START);

/** The visit after so many hours in each of which the mapping was not judged. */
function afterHours(visit: RepeatedVisit, hours: number): RepeatedVisit {
  let next = visit;
  for (let hour = 0; hour < hours; hour++) {
    const step = stepAfter(next, 'not-judged', after(hour * HOUR));
    if (step.outcome !== 'waiting' || step.next.stage === 'watching') throw new Error(step.outcome);
    expect(step.at).toEqual(after((hour + 1) * HOUR));
    next = step.next;
  }
  return next;
}

test('days in which a mapping was not judged are no patience and no looks, and its visits go on as they were', () => {
  const visit = afterHours(FIRST, 20 * 24);
  expect(visit).toMatchObject({ visit: 1, looks: FIRST.looks, stageStartedAt: after(20 * DAY) });
  const step = stepAfter(visit, 'not-yet', after(20 * DAY));
  expect(step).toMatchObject({ outcome: 'waiting', next: { visit: 2 }, at: after(20 * DAY + 300_000) });
});

test('each such visit has a task of its own, and two deliveries of one lead to the same', () => {
  const [one, again, other] = [afterHours(FIRST, 1), afterHours(FIRST, 1), afterHours(FIRST, 2)];
  expect(taskName(one)).toBe(taskName(again));
  expect(new Set([FIRST, one, other].map(taskName)).size).toBe(3);
});

test('it ends as cancelled 30 days after it was mapped, whatever its stage', () => {
  for (const stage of ['adding-domain', 'checking-dns', 'checking-ssl-cert', 'removing-domain'] as const) {
    const visit = firstVisit(MAPPING, stage, START);
    expect(stepAfter(visit, 'not-judged', after(30 * DAY - 1))).toMatchObject({ outcome: 'waiting' });
    expect(stepAfter(visit, 'not-judged', after(30 * DAY))).toEqual({
      outcome: 'finished',
      stage: 'cancelled',
    });
  }
});

test('so it is where nobody can see from here whether it has come right, but a daily check leaves it as it was known', () => {
  const visit = firstVisit(MAPPING, 'checking-ssl-cert', START);
  const step = stepAfter(visit, 'not-seen', after(25 * DAY));
  expect(step).toMatchObject({
    outcome: 'waiting',
    at: after(25 * DAY + HOUR),
    next: { stage: 'checking-ssl-cert', visit: 1, looks: visit.looks, stageStartedAt: after(HOUR) },
  });
  expect(stepAfter(visit, 'not-seen', after(30 * DAY))).toEqual({ outcome: 'finished', stage: 'cancelled' });
  for (const known of ['done', 'failed', 'ssl-failed'] as const) {
    const daily = {
      stage: 'watching',
      mapping: MAPPING,
      visit: 1,
      stageStartedAt: START,
      round: 1,
      known,
    } as const;
    expect(stepAfter(daily, 'not-seen', START)).toEqual({ outcome: 'finished', stage: known });
  }
});
