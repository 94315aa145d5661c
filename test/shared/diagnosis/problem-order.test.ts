import { expect, test } from '@jest/globals';
import type { DomainProblem, Severity } from '../../../shared/diagnosis/domain-problem.ts';
import { keyRefused, rejectedByCloste } from '../../../shared/diagnosis/judge-closte.ts';
import { worstFirst } from '../../../shared/diagnosis/problem-order.ts';
import { domain } from '../../support/net-domain.ts';
import { PROBLEMS_IN_SCENES } from './problems-in-scenes.ts';

const SHOP = domain('shop.example.com');

/** One that a scene comes to, as grave as it is needed here. */
function problem(severity: Severity, code: DomainProblem['code']): DomainProblem {
  const found = PROBLEMS_IN_SCENES.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no scene comes to ${code}`);
  return { ...found, severity };
}

test('the worst stands first, and among equals DNS, then the certificate, then Closte', () => {
  const inOrder = [
    problem('fatal', 'no-records'),
    problem('fatal', 'caa-forbids'),
    problem('fatal', 'not-an-alias'),
    problem('warning', 'stray-ipv6'),
    problem('warning', 'port-80-closed'),
    problem('warning', 'key-refused'),
    problem('info', 'behind-a-proxy'),
    problem('info', 'still-being-issued'),
    problem('info', 'closte-unreachable'),
  ];
  expect(worstFirst(inOrder.toReversed())).toEqual(inOrder);
});

test('those of one kind that are equally bad stay in their order', () => {
  const [first, second] = [rejectedByCloste(SHOP, 'a'), keyRefused(SHOP, 'fatal', 'b')];
  expect(worstFirst([first, second])).toEqual([first, second]);
  expect(worstFirst([second, first])).toEqual([second, first]);
});
