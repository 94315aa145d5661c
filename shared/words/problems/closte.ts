import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { Words } from '../words.ts';
import type { ProblemCatalog, ProblemTexts } from './problem-texts.ts';

/** What is wrong between Closte, where the site is hosted, and the domain. Its owner can do nothing about it. */
export const CLOSTE = {
  'not-an-alias': ofTheDomain,
  'key-refused': ofTheDomain,
  'closte-unreachable': ofTheDomain,
  'rejected-by-closte': ofTheDomain,
  'held-elsewhere': ofTheDomain,
} satisfies Partial<ProblemCatalog>;

type OfCloste =
  | 'not-an-alias'
  | 'key-refused'
  | 'closte-unreachable'
  | 'rejected-by-closte'
  | 'held-elsewhere';

function ofTheDomain({ code, domain }: DomainProblem<OfCloste>, { say }: Words): ProblemTexts {
  return {
    title: say(`${code}.title`),
    explanation: say(`${code}.explanation`, { domain }),
    remedy: say(`${code}.remedy`, { domain }),
  };
}
