import { expect, test } from '@jest/globals';
import { SETTLED_STAGES, type SettledStage } from '../../../shared/mapping/mapping.ts';
import { type Finding, stepAfter } from '../../../shared/mapping/state-machine.ts';
import { NOW, watching } from '../../support/watching.ts';

const ENDS: Readonly<Record<Exclude<Finding, 'not-judged'>, Partial<Record<SettledStage, string>>>> = {
  right: { done: 'done', failed: 'done', 'ssl-failed': 'done' },
  'dns-wrong': { done: 'failed' },
  'certificate-wrong': { done: 'ssl-failed' },
  'alias-missing': {},
  'not-yet': {},
  'not-seen': {},
  hopeless: {},
  unwanted: { done: 'cancelled', failed: 'cancelled', 'ssl-failed': 'cancelled' },
};

test.each(
  Object.entries(ENDS).flatMap(([finding, ends]) =>
    SETTLED_STAGES.map((known) => [known, finding as Finding, ends[known] ?? known] as const),
  ),
)('a domain that was %s and is found %s by the daily check ends as %s', (known, finding, stage) => {
  expect(stepAfter(watching(known), finding, NOW)).toEqual({ outcome: 'finished', stage });
});
