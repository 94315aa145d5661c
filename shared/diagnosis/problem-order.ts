import type { DomainProblem } from './domain-problem.ts';

const ORDER = ['fatal', 'warning', 'info'] as const;

/** The worst first; among equals the order that they came in, which is the cause before the symptom. */
export function worstFirst(problems: readonly DomainProblem[]): readonly DomainProblem[] {
  return problems.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
