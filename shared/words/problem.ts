import type { DomainProblem } from '../diagnosis/domain-problem.ts';

export type Severity = DomainProblem['severity'];

/** Servers may say much; a page and a log entry hold only so much, in characters. */
const LONGEST_DETAIL = 1_000;

/** Makes a problem of its words. */
export function problem(
  code: DomainProblem['code'],
  severity: Severity,
  words: Pick<DomainProblem, 'title' | 'explanation' | 'remedy' | 'detail'>,
): DomainProblem {
  const { title, explanation, remedy, detail } = words;
  const short = detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL - 1)}…` : detail;
  return { code, severity, title, explanation, remedy, detail: short.toWellFormed() };
}
