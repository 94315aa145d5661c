import { labelOf } from '../dns/check.ts';
import { query } from '../dns/query.ts';
import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { lookUp } from '../dns/resolve-addresses.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DnssecEvidence } from './evidence.ts';

/** A look at whether DNSSEC is why resolvers fail. */
export interface DnssecProbe {
  /** @param report one that was made through the same resolvers */
  dnssecOf(report: DnsReport, limit?: QuestionLimit): Promise<DnssecEvidence>;
}

export interface DnssecProbeOptions {
  readonly resolvers: readonly Resolver[];
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

/**
 * Asks each resolver that failed once more, without validation (RFC 4035, 3.2.2). One that gives an answer now, be it
 * that nothing is there, had refused to vouch for it. It never throws.
 */
export function createDnssecProbe({ resolvers, timeout }: DnssecProbeOptions): DnssecProbe {
  return {
    async dnssecOf({ name, resolvers: reports }, limit) {
      const failing = resolvers.filter((resolver) =>
        reports.some(
          ({ resolver: label, lookUp: seen }) =>
            label === labelOf(resolver) && seen.kind === 'failed' && seen.failure === 'server-failure',
        ),
      );
      if (failing.length === 0) return 'not-asked';
      const deadline = Date.now() + timeout;
      const unchecked = await Promise.all(
        failing.map((resolver) =>
          lookUp(
            (asked, type) => query(resolver, asked, type, deadline - Date.now(), 'resolve-unchecked', limit),
            name,
          ),
        ),
      );
      // A circle is a failure of its own, whether a resolver shows it or not.
      const isAnswered = unchecked.some(({ kind }) => kind !== 'failed' && kind !== 'cname-loop');
      return isAnswered ? 'failing' : 'not-the-cause';
    },
  };
}
