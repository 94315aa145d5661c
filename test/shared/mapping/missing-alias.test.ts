import { expect, test } from '@jest/globals';
import { type AliasSought, missingAliasInAVisit } from '../../../shared/mapping/missing-alias.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

test.each<
  [string, AliasSought['wish'], 'plausible' | 'implausible', Date | undefined, string, Date | 'nothing']
>([
  ['wants it', 'mapped', 'plausible', undefined, 'add-anew', 'nothing'],
  ['does not want it any more', 'removed', 'plausible', undefined, 'cancel', 'nothing'],
  ['never heard of it', 'unheard-of', 'plausible', undefined, 'cancel', 'nothing'],
  ['does not answer', 'unanswered', 'plausible', undefined, 'go-on', 'nothing'],
  ['does not answer, for long', 'unanswered', 'plausible', ago(86_400), 'go-on', ago(86_400)],
  ['wants it, and the list is short', 'mapped', 'implausible', undefined, 'go-on', 'nothing'],
  ['never heard of it, and the list is short', 'unheard-of', 'implausible', undefined, 'go-on', 'nothing'],
  ['does not want it, whatever the list is', 'removed', 'implausible', undefined, 'cancel', 'nothing'],
  ['is nowhere, at the first list', undefined, 'plausible', undefined, 'go-on', NOW],
  ['is nowhere, at a list soon after', undefined, 'plausible', ago(299), 'go-on', ago(299)],
  ['is nowhere, at a list 5 minutes later', undefined, 'plausible', ago(300), 'cancel', 'nothing'],
  ['is nowhere, and the second list is short', undefined, 'implausible', ago(300), 'go-on', ago(300)],
  ['is nowhere, and the first list is short', undefined, 'implausible', undefined, 'go-on', 'nothing'],
])(
  'a visit that finds the alias missing where WordPress %s',
  (_what, wish, list, missingSince, kind, remembered) => {
    const sought = { wish, isPlausible: list === 'plausible', listedAt: NOW, missingSince };
    const decision = missingAliasInAVisit(sought);
    expect(decision.kind).toBe(kind);
    expect(decision.kind === 'go-on' ? (decision.missingSince ?? 'nothing') : 'nothing').toEqual(remembered);
  },
);
