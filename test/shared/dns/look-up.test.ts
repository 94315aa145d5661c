import { describe, expect, test } from '@jest/globals';
import { type AddressAnswer, type AnswerKind, answerKindOf } from '../../../shared/dns/look-up.ts';
import type { QueryFailure } from '../../../shared/dns/question.ts';

const found: AddressAnswer = { kind: 'addresses', chain: [], addresses: ['192.0.2.1'], ttl: 60 };
const noName: AddressAnswer = { kind: 'no-such-name', chain: [], ttl: 60 };
const none: AddressAnswer = { kind: 'no-records', chain: [], ttl: 60 };
const alias: AddressAnswer = { kind: 'no-records', chain: ['network.example'], ttl: 60 };
const deadAlias: AddressAnswer = { kind: 'no-such-name', chain: ['gone.example'], ttl: 60 };
const circle: AddressAnswer = { kind: 'cname-loop', chain: ['a.example'] };
const failed = (failure: QueryFailure, ...chain: string[]): AddressAnswer => ({
  kind: 'failed',
  chain,
  failure,
});

describe('the kind of an answer, both questions together', () => {
  test.each<readonly [string, AddressAnswer, AddressAnswer, AnswerKind]>([
    ['an address and nothing', found, none, 'answer'],
    ['an address and a failure', found, failed('server-failure'), 'answer'],
    ['an address and one that is withheld', found, failed('filtered'), 'answer'],
    ['an alias alone', alias, alias, 'answer'],
    ['an alias to no such name', deadAlias, deadAlias, 'answer'],
    ['aliases in a circle', circle, circle, 'answer'],
    ['no such name', noName, noName, 'no-such-name'],
    ['no such name to one question', noName, none, 'no-data'],
    ['no records', none, none, 'no-data'],
    ['no records and a failure', none, failed('refused'), 'refused'],
    ['a failure behind an alias', failed('timeout', 'network.example'), none, 'timeout'],
    ['a filter', failed('filtered'), none, 'filtered'],
  ])('%s', (_, one, other, kind) => {
    expect(answerKindOf({ ipv4: one, ipv6: other })).toBe(kind);
    expect(answerKindOf({ ipv4: other, ipv6: one })).toBe(kind);
  });

  test.each<readonly [QueryFailure, AnswerKind]>([
    ['timeout', 'timeout'],
    ['unreachable', 'timeout'],
    ['not-asked', 'timeout'],
    ['server-failure', 'server-failure'],
    ['refused', 'refused'],
    ['not-implemented', 'not-implemented'],
    ['format-error', 'format-error'],
    ['filtered', 'filtered'],
  ])('a failure: %s', (failure, kind) => {
    expect(answerKindOf({ ipv4: failed(failure), ipv6: failed(failure) })).toBe(kind);
  });
});
