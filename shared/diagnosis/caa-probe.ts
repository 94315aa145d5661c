import { askInTurn } from '../dns/ask-in-turn.ts';
import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { followAliases } from '../dns/resolve-addresses.ts';
import { baseName, type DomainName } from '../domain/name.ts';
import { levelsOf } from '../domain/name-tree.ts';
import type { CaaEvidence } from './evidence.ts';

/** A look at which certificate authorities may issue for a domain. */
export interface CaaProbe {
  caaFor(domain: DomainName, limit?: QuestionLimit): Promise<CaaEvidence>;
}

export interface CaaProbeOptions {
  /** The first that answers counts. */
  readonly resolvers: readonly Resolver[];
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

/**
 * Climbs from the domain, or a wildcard's base, to the top-level name, as RFC 8659, section 3 has it: the records of
 * an alias' target are those of the alias, and nobody climbs from there. All names are asked for side by side. Of a
 * name of more than 8 labels only the 8 highest names are: CAA records that stand at a deeper one, or at what its alias
 * leads to, go unseen, where an authority would let them count. Names up to 8 labels are climbed whole. It never throws.
 */
export function createCaaProbe({ resolvers, timeout }: CaaProbeOptions): CaaProbe {
  return {
    async caaFor(domain, limit) {
      const deadline = Date.now() + timeout;
      const ask = askInTurn(resolvers, () => deadline - Date.now(), limit);
      const seen = await Promise.all(
        levelsOf(baseName(domain)).map(async (at) => ({ at, found: await followAliases(ask, at, 'CAA') })),
      );
      for (const { at, found } of seen) {
        if (found.kind === 'records') {
          return { kind: 'found', at, records: found.records.map(({ data }) => data) };
        }
        if (found.kind === 'failed') return { kind: 'unknown', at, failure: found.failure };
        // A resolver fails at a circle, or would.
        if (found.kind === 'cname-loop') return { kind: 'unknown', at, failure: 'server-failure' };
      }
      return { kind: 'none' };
    },
  };
}
