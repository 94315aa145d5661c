import { askInTurn } from '../dns/ask-in-turn.ts';
import { aliasesIn } from '../dns/look-up.ts';
import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { followAliases } from '../dns/resolve-addresses.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { NeighbourType, ZoneEvidence } from './evidence.ts';
import { isZoneApex } from './records-to-set.ts';

/** A look at what else stands at the name of a domain, where a CNAME would be the best record to set. */
export interface NeighbourProbe {
  /** @param left the time for all questions together, in milliseconds */
  neighboursOf(
    domain: DomainName,
    report: DnsReport,
    zone: ZoneEvidence,
    left: number,
    limit?: QuestionLimit,
  ): Promise<readonly NeighbourType[]>;
}

const TYPES: readonly NeighbourType[] = ['TXT', 'MX', 'CAA'];

/**
 * Where a CNAME stands, nothing else may (RFC 1034, 3.6.2): at a name that is an alias already there is nothing to look
 * for, and where a zone begins no CNAME may stand anyway. The first resolver that answers counts. It never throws.
 */
export function createNeighbourProbe(resolvers: readonly Resolver[]): NeighbourProbe {
  return {
    async neighboursOf(domain, report, zone, left, limit) {
      const apex = zone.kind === 'found' ? zone.apex : undefined;
      const isAlias = report.resolvers.some(({ lookUp }) => aliasesIn(lookUp).length > 0);
      if (report.verdict === 'pointing' || zone.kind === 'unregistered') return [];
      if (isAlias || isZoneApex(domain, apex)) return [];
      const deadline = Date.now() + left;
      const ask = askInTurn(resolvers, () => deadline - Date.now(), limit);
      const found = await Promise.all(
        TYPES.map(async (type) => {
          const { kind, chain } = await followAliases(ask, domain, type);
          return kind === 'records' && chain.length === 0 ? [type] : [];
        }),
      );
      return found.flat();
    },
  };
}
