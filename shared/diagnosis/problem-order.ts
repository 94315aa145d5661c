import { type DomainProblem, PROBLEM_CODES_OF, type ProblemCode, type Severity } from './domain-problem.ts';

const SEVERITIES: readonly Severity[] = ['fatal', 'warning', 'info'];

const SUBJECTS: readonly (readonly ProblemCode[])[] = [
  PROBLEM_CODES_OF.dns,
  PROBLEM_CODES_OF.certificate,
  PROBLEM_CODES_OF.closte,
];

/**
 * The worst first; among equals those of the DNS, then those of the certificate, then those of Closte; what is still
 * equal stays in the order in which it was found.
 *
 * So the cause comes before the symptom: a certificate is issued only for what the DNS leads here. And so what the
 * owner can act on comes first: the DNS is his, of the certificate he can at least open the way, and with Closte only
 * the people who run the site can settle it.
 */
export function worstFirst(problems: readonly DomainProblem[]): readonly DomainProblem[] {
  const rank = ({ severity, code }: DomainProblem) =>
    SEVERITIES.indexOf(severity) * SUBJECTS.length + SUBJECTS.findIndex((codes) => codes.includes(code));
  return problems.toSorted((a, b) => rank(a) - rank(b));
}
