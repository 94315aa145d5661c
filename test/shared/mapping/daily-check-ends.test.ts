import { expect, test } from '@jest/globals';
import { parseDomainName } from '../../../shared/domain/name.ts';
import { SETTLED_STAGES, type SettledStage, type WatchingVisit } from '../../../shared/mapping/mapping.ts';
import { type Finding, stepAfter } from '../../../shared/mapping/state-machine.ts';

const NOW = new Date('2026-01-05T09:00:00Z');

function watching(known: SettledStage): WatchingVisit {
  const parsed = parseDomainName('shop.example.com');
  if (!parsed.ok) throw new Error(parsed.reason);
  const mapping = {
    id: 'reconcile-watch-20260105-1a2b',
    domain: parsed.domain,
    siteId: 2,
    networkDomain: undefined,
    interval: 300,
    aliased: true,
    mappedAt: NOW,
  };
  return { mapping, stage: 'watching', visit: 1, stageStartedAt: NOW, known };
}

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
