import { describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { RepeatedVisit } from '../../../shared/mapping/mapping.ts';
import { reconcileMappingId } from '../../../shared/mapping/reconcile-action.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';
import {
  consentToRemoval,
  overtakenSince,
  reasonAgainst,
  type Witness,
} from '../../../shared/wordpress/consent.ts';

const SHOP = 'shop.example.com' as DomainName;
const MAPPED_AT = new Date('2026-01-05T09:00:00Z');
const BEFORE = new Date('2026-01-05T08:00:00Z');
const AFTER = new Date('2026-01-05T09:00:01Z');

test.each<[string, Witness, string]>([
  ['WordPress wants it removed', { kind: 'removed', heardAt: BEFORE }, 'given'],
  ['WordPress wants it mapped', { kind: 'mapped', heardAt: BEFORE }, 'refused: still-wanted'],
  ['WordPress never had it', { kind: 'unheard-of' }, 'refused: unheard-of'],
  ['WordPress is another network', { kind: 'another-network', reason: 'a copy' }, 'another-network'],
  ['WordPress does not answer', { kind: 'unanswered', reason: 'HTTP 500' }, 'unanswered'],
  ['there is the signed event alone', { kind: 'signed-event' }, 'given'],
  ['nobody can be asked', { kind: 'nobody' }, 'impossible'],
])('where %s, consent to a removal is as its table says', (_what, witness, expected) => {
  const consent = consentToRemoval(witness);
  expect(consent.kind === 'refused' ? `refused: ${consent.code}` : consent.kind).toBe(expected);
});

describe('a visit that brings a domain further', () => {
  const visitOf = (id: string): RepeatedVisit & { stage: 'adding-domain' } => ({
    ...firstVisit(
      {
        id,
        domain: SHOP,
        siteId: 2,
        networkDomain: undefined,
        interval: 300,
        aliased: true,
        mappedAt: MAPPED_AT,
      },
      'adding-domain',
      MAPPED_AT,
    ),
    stage: 'adding-domain',
  });
  const EVENTS = visitOf('evt_1');
  const RECONCILED = visitOf(reconcileMappingId('add', SHOP, MAPPED_AT));

  test.each([
    ['an event’s, wanted', EVENTS, { kind: 'mapped', heardAt: AFTER }, undefined],
    ['an event’s, removed', EVENTS, { kind: 'removed', heardAt: BEFORE }, /wants it removed/],
    ['an event’s, unheard of', EVENTS, { kind: 'unheard-of' }, undefined],
    ['reconciliation’s, wanted', RECONCILED, { kind: 'mapped', heardAt: BEFORE }, undefined],
    ['reconciliation’s, heard of since', RECONCILED, { kind: 'mapped', heardAt: AFTER }, /heard of since/],
    ['reconciliation’s, removed', RECONCILED, { kind: 'removed', heardAt: BEFORE }, /wants it removed/],
    ['reconciliation’s, unheard of', RECONCILED, { kind: 'unheard-of' }, undefined],
  ] as const)('%s', (_what, visit, wish, reason) => {
    const said = reasonAgainst(visit, wish) ?? 'none';
    expect(said).toMatch(reason ?? /^none$/);
  });

  test('a removal that reconciliation planned is overtaken by what was heard of since', () => {
    const visit = {
      ...visitOf(reconcileMappingId('remove', SHOP, MAPPED_AT)),
      stage: 'removing-domain' as const,
    };
    expect(overtakenSince(visit, { kind: 'removed', heardAt: AFTER })).toMatch(/heard of since/);
    expect(overtakenSince(visit, { kind: 'removed', heardAt: BEFORE })).toBeUndefined();
  });
});
