import type { DomainProblem, ProblemCode, Severity } from '../diagnosis/domain-problem.ts';
import { detailInWords } from './detail.ts';
import { beginningOf } from './isolate.ts';
import type { ProblemTexts } from './problems/problem-texts.ts';
import { PROBLEMS } from './problems/problems.ts';
import { ENGLISH_WORDS, type Words } from './words.ts';

/** A problem of a domain as people read it: in the log, on the page, in a terminal and in WordPress. */
export interface ProblemInWords extends ProblemTexts {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The machine's words: addresses, answers, dates, codes. */
  readonly detail: string;
}

export function problemInWords(problem: DomainProblem, words: Words = ENGLISH_WORDS): ProblemInWords {
  const { code, severity } = problem;
  const { title, explanation, remedy } = textsOf(problem, words);
  return { code, severity, title, explanation, remedy, detail: cut(detailInWords(problem, words)) };
}

function textsOf<Code extends ProblemCode>(problem: DomainProblem<Code>, words: Words): ProblemTexts {
  return PROBLEMS[problem.code](problem, words);
}

/** Servers may say much; a page and a log entry hold only so much, in characters. */
const LONGEST_DETAIL = 1_000;

function cut(detail: string): string {
  if (detail.length <= LONGEST_DETAIL) return detail.toWellFormed();
  return `${beginningOf(detail, LONGEST_DETAIL - 2)}…`.toWellFormed();
}
