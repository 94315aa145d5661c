import { askInTurn } from '../dns/ask-in-turn.ts';
import { labelOf } from '../dns/check.ts';
import type { LookUp } from '../dns/look-up.ts';
import { query } from '../dns/query.ts';
import type { QueryFailure, Resolver, Wish } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { followAliases } from '../dns/resolve-addresses.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DnssecEvidence } from './evidence.ts';

/** A look at whether DNSSEC is why resolvers fail. */
export interface DnssecProbe {
  /** @param report one that was made through the same resolvers */
  dnssecOf(report: DnsReport, limit?: QuestionLimit): Promise<WithoutDs>;
  /**
   * The same of a zone, for a name in it at which resolvers fail without validation too: it has a failure of its own, such
   * as aliases in a circle, which hides whether the zone has another.
   */
  dnssecOfZone(report: DnsReport, apex: string, left: number, limit?: QuestionLimit): Promise<DnssecEvidence>;
  /** The DS records of a zone: the zone above has them, so that they are there however the zone itself is signed. */
  dsOf(apex: string, left: number, limit?: QuestionLimit): Promise<readonly string[]>;
}

/** DNSSEC failing, before the DS records are looked up: for that the zone has to be known. */
export type WithoutDs =
  | Exclude<DnssecEvidence, { readonly kind: 'failing' }>
  | Omit<Extract<DnssecEvidence, { readonly kind: 'failing' }>, 'ds'>;

export function isWhole(seen: WithoutDs | DnssecEvidence): seen is DnssecEvidence {
  return seen.kind !== 'failing' || 'ds' in seen;
}

export interface DnssecProbeOptions {
  readonly resolvers: readonly Resolver[];
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

/** What a resolver says to a question. */
type Asked = { readonly kind: 'failed'; readonly failure: QueryFailure } | { readonly kind: string };

/**
 * Asks each resolver that failed once more without validation (RFC 4035, 3.2.2), and where it gives an answer then, be
 * it that nothing is there, once more with it. Only one that fails again had refused to vouch for the answer: any other
 * failure has passed in between. It never throws.
 */
export function createDnssecProbe({ resolvers, timeout }: DnssecProbeOptions): DnssecProbe {
  const saysServerFailure = (said: Asked) => 'failure' in said && said.failure === 'server-failure';

  /** Of one that has failed. */
  async function refusesToVouch(ask: (wish: Wish) => Promise<Asked>): Promise<boolean> {
    const unchecked = await ask('resolve-unchecked');
    // A circle is a failure of its own, whether a resolver shows it or not.
    if (unchecked.kind === 'failed' || unchecked.kind === 'cname-loop') return false;
    return saysServerFailure(await ask('resolve'));
  }

  /** The resolvers that fail at the name of a report, each with one of the questions that it fails at. */
  function failingIn({ resolvers: reports }: DnsReport) {
    return resolvers.flatMap((resolver) => {
      const label = labelOf(resolver);
      const type = typeThatFails(reports.find((report) => report.resolver === label)?.lookUp);
      return type === undefined ? [] : [{ resolver, label, type }];
    });
  }

  async function evidenceOf<Failing extends { readonly label: string }>(
    failing: readonly Failing[],
    isRefusal: (one: Failing) => Promise<boolean>,
  ): Promise<WithoutDs> {
    if (failing.length === 0) return { kind: 'not-asked' };
    const at = await Promise.all(failing.map(async (one) => ((await isRefusal(one)) ? [one.label] : [])));
    return at.flat().length > 0 ? { kind: 'failing', at: at.flat() } : { kind: 'not-the-cause' };
  }

  const dsOf: DnssecProbe['dsOf'] = async (apex, left, limit) => {
    const deadline = Date.now() + left;
    const ask = askInTurn(resolvers, () => deadline - Date.now(), limit);
    const answer = await ask(apex, 'DS');
    if (answer.kind === 'failed') return [];
    return answer.records.flatMap((record) =>
      record.type === 'DS' && record.name === apex ? [record.data] : [],
    );
  };

  return {
    async dnssecOf(report, limit) {
      const { name } = report;
      const deadline = Date.now() + timeout;
      const left = () => deadline - Date.now();
      return await evidenceOf(failingIn(report), ({ resolver, type }) =>
        refusesToVouch((wish) =>
          followAliases((asked, of) => query(resolver, asked, of, left(), wish, limit), name, type),
        ),
      );
    },
    async dnssecOfZone(report, apex, left, limit) {
      const deadline = Date.now() + left;
      if (failingIn(report).length === 0) return { kind: 'not-asked' };
      const ds = await dsOf(apex, left, limit);
      // A zone without DS records is validated by nobody (RFC 4035, 5.2).
      if (ds.length === 0) return { kind: 'not-the-cause' };
      const found = await evidenceOf(failingIn(report), async ({ resolver }) => {
        const ask = (wish: Wish) => query(resolver, apex, 'NS', deadline - Date.now(), wish, limit);
        return saysServerFailure(await ask('resolve')) && (await refusesToVouch(ask));
      });
      return isWhole(found) ? found : { ...found, ofZone: apex, ds };
    },
    dsOf,
  };
}

/** One question is enough: what is not vouched for is the zone. */
function typeThatFails(lookUp: LookUp | undefined): 'A' | 'AAAA' | undefined {
  const fails = (kind: keyof LookUp) =>
    lookUp?.[kind].kind === 'failed' && lookUp[kind].failure === 'server-failure';
  if (fails('ipv4')) return 'A';
  return fails('ipv6') ? 'AAAA' : undefined;
}
