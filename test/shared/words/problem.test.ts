import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type DomainProblem, PROBLEM_CODES } from '../../../shared/diagnosis/domain-problem.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { closteProblems, rejectedByCloste } from '../../../shared/diagnosis/judge-closte.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { type ProblemInWords, problemInWords } from '../../../shared/words/problem.ts';
import { domain } from '../../support/net-domain.ts';
import { alias, certificateEvidence, dnsEvidence, mapped } from '../diagnosis/any-evidence.ts';
import { PROBLEMS_IN_SCENES } from '../diagnosis/problems-in-scenes.ts';

const SHOP = domain('shop.example.com');

/** What every problem has to be, whatever it is about. */
function expectReadable(problem: ProblemInWords): void {
  const { code, title, explanation, remedy, detail } = problem;
  expect(PROBLEM_CODES).toContain(code);
  for (const text of [title, explanation, remedy, detail]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  }
  expect(title).not.toMatch(/[.\s]$/);
  for (const text of [explanation, remedy]) expect(text).toMatch(/\S\.$/);
  expect(detail.length).toBeLessThanOrEqual(1_000);
  expect(detail.isWellFormed()).toBe(true);
}

describe('the words in every scene', () => {
  test.each(
    PROBLEMS_IN_SCENES.map((problem) => problemInWords(problem)).map(
      (problem) => [`${problem.code}: ${problem.title}`, problem] as const,
    ),
  )('%s', (_, problem) => {
    expectReadable(problem);
    expect(problem.title.length).toBeLessThanOrEqual(60);
    for (const text of [problem.explanation, problem.remedy]) {
      expect(text).not.toMatch(/ {2}|\.\.| [.,]|,\.|\(\)/);
    }
  });
});

test.each(['', 'x'])('a detail is cut between two characters, not within one (after "%s")', (before) => {
  const { detail } = problemInWords(rejectedByCloste(SHOP, `${before}${'\u{1F600}'.repeat(600)}`));
  expect(detail.length).toBeLessThanOrEqual(1_000);
  expect(detail.isWellFormed()).toBe(true);
});

test("Closte's own words are in the detail", () => {
  const problems = [
    ...closteProblems(SHOP, { kind: 'refused', reason: 'Wrong key' }, 'works'),
    rejectedByCloste(SHOP, 'Invalid or empty domain: shop.example.com'),
  ];
  expect(problems.map((problem) => problemInWords(problem).detail)).toEqual([
    'Closte refused: Wrong key',
    'Closte rejected: Invalid or empty domain: shop.example.com',
  ]);
});

describe('whatever was seen, it is told in whole sentences', () => {
  function expectTold(problems: readonly DomainProblem[]): void {
    for (const problem of problems) expectReadable(problemInWords(problem));
  }

  test('of the DNS', () => {
    fc.assert(
      fc.property(dnsEvidence, (seen) => expectTold(dnsProblems(seen))),
      { numRuns: 500 },
    );
  });

  test('of the certificate', () => {
    fc.assert(
      fc.property(certificateEvidence, (seen) => expectTold(certificateProblems(seen))),
      {
        numRuns: 500,
      },
    );
  });

  test('of Closte', () => {
    fc.assert(
      fc.property(
        mapped,
        alias,
        fc.constantFrom('works' as const, 'does-not-work' as const),
        (of, seen, site) => expectTold(closteProblems(of, seen, site)),
      ),
    );
  });
});
