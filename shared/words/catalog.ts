import type { DomainProblem, ProblemCode } from '../diagnosis/domain-problem.ts';
import type { ACTIONS } from './english/actions.ts';
import type { OBSERVATIONS } from './english/observations.ts';
import type { PAGE } from './english/page.ts';
import type { PROVIDERS } from './english/providers.ts';
import type { STATUS } from './english/status.ts';

/** All that the owner of a domain reads, in one language. A further language is a further object of this type. */
export interface Catalog {
  /** Of the page as a whole (BCP 47). */
  readonly language: string;
  /** In whose form dates are written (BCP 47). */
  readonly locale: string;
  readonly problems: ProblemCatalog;
  readonly actions: typeof ACTIONS;
  readonly providers: typeof PROVIDERS;
  readonly observations: typeof OBSERVATIONS;
  readonly status: typeof STATUS;
  readonly page: typeof PAGE;
}

/** What is said of each problem. A code without words does not compile. */
export type ProblemCatalog = {
  readonly [Code in ProblemCode]: (problem: DomainProblem<Code>) => ProblemTexts;
};

export interface ProblemTexts {
  /** A few words, without a full stop at the end. */
  readonly title: string;
  /** Sentences for the owner of the domain: what is wrong, and why that matters. */
  readonly explanation: string;
  /** Sentences for him too: what to change, with the very record to set. */
  readonly remedy: string;
}
