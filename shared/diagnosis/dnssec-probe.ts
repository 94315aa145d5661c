import { askInTurn } from '../dns/ask-in-turn.ts';
import { labelOf } from '../dns/check.ts';
import type { LookUp } from '../dns/look-up.ts';
import { query } from '../dns/query.ts';
import type { Resolver, Wish } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { followAliases } from '../dns/resolve-addresses.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DnssecEvidence } from './evidence.ts';

/** A look at whether DNSSEC is why resolvers fail. */
export interface DnssecProbe {
  /** @param report one that was made through the same resolvers */
  dnssecOf(report: DnsReport, limit?: QuestionLimit): Promise<WithoutDs>;
  /** The DS records of a zone: the zone above has them, so that they are there however the zone itself is signed. */
  dsOf(apex: string, left: number, limit?: QuestionLimit): Promise<readonly string[]>;
}

/** DNSSEC failing, before the DS records are looked up: for that the zone has to be known. */
export type WithoutDs =
  | Exclude<DnssecEvidence, { readonly kind: 'failing' }>
  | Omit<Extract<DnssecEvidence, { readonly kind: 'failing' }>, 'ds'>;

export interface DnssecProbeOptions {
  readonly resolvers: readonly Resolver[];
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

/**
 * Asks each resolver that failed once more without validation (RFC 4035, 3.2.2), and where it gives an answer then, be
 * it that nothing is there, once more with it. Only one that fails again had refused to vouch for the answer: any other
 * failure has passed in between. It never throws.
 */
export function createDnssecProbe({ resolvers, timeout }: DnssecProbeOptions): DnssecProbe {
  async function refusesToVouch(
    resolver: Resolver,
    name: string,
    type: 'A' | 'AAAA',
    left: () => number,
    limit: QuestionLimit | undefined,
  ): Promise<boolean> {
    const lookThrough = (wish: Wish) =>
      followAliases((asked, of) => query(resolver, asked, of, left(), wish, limit), name, type);
    const unchecked = await lookThrough('resolve-unchecked');
    // A circle is a failure of its own, whether a resolver shows it or not.
    if (unchecked.kind === 'failed' || unchecked.kind === 'cname-loop') return false;
    const again = await lookThrough('resolve');
    return again.kind === 'failed' && again.failure === 'server-failure';
  }

  return {
    async dnssecOf({ name, resolvers: reports }, limit) {
      const deadline = Date.now() + timeout;
      const left = () => deadline - Date.now();
      const failing = resolvers.flatMap((resolver) => {
        const label = labelOf(resolver);
        const type = typeThatFails(reports.find((report) => report.resolver === label)?.lookUp);
        return type === undefined ? [] : [{ resolver, label, type }];
      });
      if (failing.length === 0) return { kind: 'not-asked' };
      const at = await Promise.all(
        failing.map(async ({ resolver, label, type }) =>
          (await refusesToVouch(resolver, name, type, left, limit)) ? [label] : [],
        ),
      );
      return at.flat().length > 0 ? { kind: 'failing', at: at.flat() } : { kind: 'not-the-cause' };
    },
    async dsOf(apex, left, limit) {
      const deadline = Date.now() + left;
      const ask = askInTurn(resolvers, () => deadline - Date.now(), limit);
      const answer = await ask(apex, 'DS');
      if (answer.kind === 'failed') return [];
      return answer.records.flatMap((record) =>
        record.type === 'DS' && record.name === apex ? [record.data] : [],
      );
    },
  };
}

/** One question is enough: what is not vouched for is the zone. */
function typeThatFails(lookUp: LookUp | undefined): 'A' | 'AAAA' | undefined {
  const fails = (kind: keyof LookUp) =>
    lookUp?.[kind].kind === 'failed' && lookUp[kind].failure === 'server-failure';
  if (fails('ipv4')) return 'A';
  return fails('ipv6') ? 'AAAA' : undefined;
}
