import { expect, test } from '@jest/globals';
import type { Action } from '../../../shared/advice/action.ts';
import { concernsOperator, problemConcernsOperator } from '../../../shared/advice/concerns-operator.ts';
import { problemInWords } from '../../../shared/words/problem.ts';
import { PROBLEMS_IN_SCENES } from '../diagnosis/problems-in-scenes.ts';

const OWNERS: Action = { who: 'owner', do: 'switch-off', what: 'proxy', code: 'no-https' };
const OPERATORS: Action = { who: 'operator', do: 'ask', whom: 'closte', code: 'no-https' };
const ASKED: Action = { who: 'owner', do: 'ask', whom: 'operator', code: 'no-https' };

test.each<readonly [string, readonly Action[], boolean]>([
  ['nothing', [], false],
  ['what its owner does', [OWNERS], false],
  ['what he asks his provider', [{ ...ASKED, whom: 'dns-provider' }], false],
  ['what they ask Closte', [OWNERS, OPERATORS], true],
  ['what its owner asks them', [ASKED], true],
  ['what is another way', [{ ...OWNERS, or: [[OWNERS], [OPERATORS]] }], true],
])('the people who run the network are concerned by %s: %#', (_, way, isConcerned) => {
  expect(concernsOperator(way)).toBe(isConcerned);
});

test('they are concerned by every problem whose remedy names them', () => {
  const naming = PROBLEMS_IN_SCENES.filter((problem) =>
    problemInWords(problem).remedy.toLowerCase().includes('people who run your site'),
  );
  expect(naming.some(({ severity }) => severity === 'info')).toBe(true);
  for (const problem of naming) {
    expect([problem.code, problemConcernsOperator(problem)]).toEqual([problem.code, true]);
  }
  const others = PROBLEMS_IN_SCENES.filter((problem) => !problemConcernsOperator(problem));
  expect(others.map(({ code }) => code)).toEqual(expect.arrayContaining(['wrong-address', 'stray-ipv6']));
});
