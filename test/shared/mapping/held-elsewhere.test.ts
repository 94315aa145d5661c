import { expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import { isHeldElsewhere } from '../../../shared/mapping/held-elsewhere.ts';
import type { Mapping, RepeatedVisit } from '../../../shared/mapping/mapping.ts';
import { reconcileMappingId } from '../../../shared/mapping/reconcile-action.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const HOUR = 3600;
const DOMAIN = 'shop.example.com' as DomainName;

const MAPPING: Mapping = {
  id: 'msg_1',
  domain: DOMAIN,
  siteId: 2,
  networkDomain: undefined,
  interval: 300,
  aliased: true,
  mappedAt: ago(24 * HOUR),
};
const OF_RECONCILE = { ...MAPPING, id: reconcileMappingId('add', DOMAIN, NOW) };

const adding = (startedAgo: number, more: Partial<RepeatedVisit> = {}): RepeatedVisit => ({
  ...firstVisit(MAPPING, 'adding-domain', ago(startedAgo)),
  ...more,
});
const looked = (seconds: number) => ({ visit: 5, looks: { count: 4, lastAt: ago(seconds) } });
const sighted = (seconds: number) => ({ mapping: { ...MAPPING, aliasMissingSince: ago(seconds) } });

test.each<[string, RepeatedVisit, boolean]>([
  ['the first of reconciliation', { ...adding(0), mapping: OF_RECONCILE }, true],
  ['the second of reconciliation', { ...adding(10), mapping: OF_RECONCILE, ...looked(10) }, false],
  ['the first, 10 s after the call of WordPress was not answered', adding(10), false],
  ['the first, delivered late', adding(HOUR), true],
  ['one that comes soon after one that was not answered', adding(5 * HOUR, looked(HOUR - 1)), false],
  ['one that comes an hour after it', adding(5 * HOUR, looked(HOUR)), true],
  [
    'one that comes soon after one that saw the same',
    adding(5 * HOUR, { ...looked(600), ...sighted(600) }),
    false,
  ],
  ['one that has seen the same for an hour', adding(5 * HOUR, { ...looked(600), ...sighted(HOUR) }), true],
  ['the first after the alias got lost', adding(0, { round: 2 }), false],
])('%s: %s', (_what, visit, isHeld) => {
  expect(isHeldElsewhere(visit, NOW)).toBe(isHeld);
});
