import type { DomainProblem, ProblemCode } from '../../diagnosis/domain-problem.ts';
import type { Words } from '../words.ts';

/** What is said of each problem. A code without words does not compile. */
export type ProblemCatalog = {
  readonly [Code in ProblemCode]: (problem: DomainProblem<Code>, words: Words) => ProblemTexts;
};

export interface ProblemTexts {
  /** A few words, without a full stop at the end. */
  readonly title: string;
  /** Sentences for the owner of the domain: what is wrong, and why that matters. */
  readonly explanation: string;
  /** Sentences for him too: what to change, with the very record to set. */
  readonly remedy: string;
}
