import { askInTurn } from '../dns/ask-in-turn.ts';
import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { type Ask, followAliases } from '../dns/resolve-addresses.ts';
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
      const aliases = seen.filter(({ found }) => found.chain.length > 0).map(({ at }) => at);
      for (const { at, found: first } of seen) {
        // A failure may pass: whoever is blamed for one has failed twice.
        const found = first.kind === 'failed' ? await followAliases(ask, at, 'CAA') : first;
        if (found.kind === 'records') {
          const records = found.records.map(({ data }) => data);
          return { kind: 'found', at, target: found.chain.at(-1), aliases, records };
        }
        if (found.kind === 'failed') {
          const target = await failingTarget(ask, at);
          return { kind: 'unknown', at, target, failure: found.failure };
        }
        // A resolver fails at a circle, or would.
        if (found.kind === 'cname-loop') {
          return { kind: 'unknown', at, target: undefined, failure: 'server-failure' };
        }
      }
      return { kind: 'none' };
    },
  };
}

/** Where the aliases of a name end at whose CAA records a resolver failed, if it fails there as well. */
async function failingTarget(ask: Ask, at: string): Promise<string | undefined> {
  const target = (await followAliases(ask, at, 'A')).chain.at(-1);
  if (target === undefined) return undefined;
  return (await followAliases(ask, target, 'CAA')).kind === 'failed' ? target : undefined;
}
