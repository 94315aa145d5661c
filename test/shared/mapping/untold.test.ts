import { expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { RepeatedVisit, WatchingVisit } from '../../../shared/mapping/mapping.ts';
import { firstVisit, stepAfter, stepUntold } from '../../../shared/mapping/state-machine.ts';
import { taskName } from '../../../shared/queue/task-name.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = new Date('2026-01-05T09:00:00Z');
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds);

const MAPPING = {
  id: 'evt_1',
  domain: 'shop.example.com' as DomainName,
  siteId: 2,
  networkDomain: 'network.example' as DomainName,
  interval: 300,
  aliased: true,
  mappedAt: START,
};
const inStage = (stage: RepeatedVisit['stage']) => firstVisit(MAPPING, stage, START);

test.each([
  ['checking-ssl-cert', 'right', 'done'],
  ['removing-domain', 'right', 'removed'],
  ['adding-domain', 'hopeless', 'failed'],
] as const)('a mapping in %s that is %s ends as %s once WordPress has heard of it', (stage, finding, end) => {
  const visit = inStage(stage);
  const untold = stepUntold(visit, stepAfter(visit, finding, START), START);
  expect(untold).toMatchObject({ outcome: 'waiting', next: { stage, visit: 2, looks: { count: 1 } } });
  if (untold.outcome !== 'waiting') throw new Error(untold.outcome);
  expect(untold.at.getTime()).toBeGreaterThan(START.getTime());
  expect(stepAfter(untold.next, finding, untold.at)).toEqual({ outcome: 'finished', stage: end });
});

test('also where the patience is used up: it is told as soon as WordPress is there', () => {
  const visit = { ...inStage('checking-dns'), visit: 60, looks: { count: 60, lastAt: undefined } };
  const late = after(8 * DAY);
  const step = stepAfter(visit, 'not-yet', late);
  expect(step).toEqual({ outcome: 'finished', stage: 'failed' });
  expect(stepUntold(visit, step, late)).toMatchObject({
    outcome: 'waiting',
    next: { visit: 61 },
    at: after(8 * DAY + DAY / 6),
  });
});

test('two deliveries lead to the same task', () => {
  const visit = inStage('checking-ssl-cert');
  const [one, other] = [0, 1000].map((later) => {
    const step = stepUntold(visit, stepAfter(visit, 'right', after(later)), after(later));
    if (step.outcome === 'finished') throw new Error('it ended');
    return taskName(step.next);
  });
  expect(one).toBe(other);
});

test('30 days after it was mapped it ends untold', () => {
  const visit = inStage('checking-ssl-cert');
  const step = { outcome: 'finished', stage: 'done' } as const;
  expect(stepUntold(visit, step, after(30 * DAY - 1)).outcome).toBe('waiting');
  expect(stepUntold(visit, step, after(30 * DAY))).toBe(step);
});

test('nothing else waits: another stage follows, a cancelled mapping ends, and the next day has its own check', () => {
  const visit = inStage('checking-dns');
  const onward = stepAfter(visit, 'right', START);
  expect(stepUntold(visit, onward, START)).toBe(onward);
  const cancelled = stepAfter(visit, 'unwanted', START);
  expect(stepUntold(visit, cancelled, START)).toBe(cancelled);
  const daily: WatchingVisit = {
    mapping: MAPPING,
    stage: 'watching',
    visit: 1,
    stageStartedAt: START,
    known: 'failed',
  };
  const done = stepAfter(daily, 'right', START);
  expect(stepUntold(daily, done, START)).toBe(done);
});
