import { expect, test } from '@jest/globals';
import type { Action } from '../../../shared/advice/action.ts';
import { type Turn, turnOf } from '../../../shared/advice/turn.ts';

const OWNER: Action = { who: 'owner', do: 'switch-off', what: 'proxy', code: 'no-https' };
const OPERATOR: Action = { who: 'operator', do: 'ask', whom: 'closte', code: 'no-https' };
const CLOSTE: Action = { who: 'closte', do: 'ask', whom: 'closte', code: 'no-https' };
const NOBODY: Action = { who: 'nobody', do: 'wait', until: '2026-01-05T08:00:00Z', code: 'not-an-alias' };

test.each<readonly [string, readonly Action[], Turn]>([
  ['nobody’s where nothing is to be done', [], null],
  ['nobody’s where time is all that is missing', [NOBODY], null],
  ['the owner’s', [OWNER], 'owner'],
  ['the owner’s as long as he can do anything', [OPERATOR, OWNER], 'owner'],
  ['the operator’s', [OPERATOR], 'operator'],
  ['that of whoever has the first thing to do', [CLOSTE, OPERATOR], 'closte'],
  ['not that of whoever has another way', [{ ...OPERATOR, or: [[OWNER]] }], 'operator'],
])('the turn is %s', (_, actions, turn) => {
  expect(turnOf(actions)).toBe(turn);
});
