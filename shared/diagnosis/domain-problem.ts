/** Every problem that a domain can have, by the thing that has it. */
export const PROBLEM_CODES = [
  // DNS
  'no-records',
  'domain-not-registered',
  'wrong-address',
  'stray-ipv6',
  'some-addresses-wrong',
  'cname-to-elsewhere',
  'cname-loop',
  'cname-at-apex',
  'not-propagated-yet',
  'dns-server-failing',
  'dnssec-failing',
  'reserved-address',
  'behind-a-proxy',
  'name-servers-disagree',
  'network-not-resolvable',
  // Certificate authority
  'caa-forbids',
  'caa-unknown-critical',
  'wildcard-needs-dns-validation',
  // Port 80, which Let's Encrypt needs
  'port-80-closed',
  'port-80-timeout',
  'http-redirects-elsewhere',
  'answers-differ-between-addresses',
  // Certificate
  'no-https',
  'default-certificate',
  'wrong-name',
  'expired',
  'not-yet-valid',
  'self-signed',
  'untrusted-issuer',
  'incomplete-chain',
  'expiring-soon',
  'still-being-issued',
  // Closte
  'not-an-alias',
  'key-refused',
  'closte-unreachable',
  'rejected-by-closte',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Something that keeps a domain from working, or may.
 *
 * - `fatal`: the domain does not work, and somebody has to do something.
 * - `warning`: it may work, or will not for long.
 * - `info`: it comes right by itself, or is worth knowing.
 */
export interface DomainProblem {
  readonly code: ProblemCode;
  readonly severity: 'fatal' | 'warning' | 'info';
  /** A few words, without a full stop at the end. */
  readonly title: string;
  /** Sentences for the owner of the domain: what is wrong, and why that matters. */
  readonly explanation: string;
  /** Sentences for him too: what to change, with the very record to set. */
  readonly remedy: string;
  /** The machine's words: addresses, answers, dates, codes. */
  readonly detail: string;
}
