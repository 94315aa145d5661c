import type { Closte } from './closte.ts';
import type { ListResult } from './closte-answer.ts';

/** Whether Closte's list has a domain. */
export type Listed =
  | { readonly kind: 'listed' }
  | { readonly kind: 'not-listed' }
  /** The list could not be had. `fresh` if it was asked for just now, so that one of many tells it. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly fresh: boolean };

export interface ClosteList {
  /** Looks a domain up in a list that was asked for at `since` or later. */
  find(domain: string, since: Date): Promise<Listed>;
}

/** How long a list is kept, in milliseconds. */
const KEPT_FOR = 60_000;

/**
 * Closte's list of domains, kept for a minute, so that a hundred visits in that minute ask for it once. A list that
 * could not be had is kept as well: Closte is not asked again at once by every visit that comes while it is down.
 */
export function createClosteList(closte: Pick<Closte, 'listDomains'>, now: () => Date): ClosteList {
  let kept: { readonly askedAt: number; readonly result: Promise<ListResult> } | undefined;

  return {
    async find(domain, since) {
      const asked = now().getTime();
      const fresh = kept === undefined || asked - kept.askedAt >= KEPT_FOR || kept.askedAt < since.getTime();
      const list = fresh || kept === undefined ? { askedAt: asked, result: closte.listDomains() } : kept;
      kept = list;
      const result = await list.result;
      if (result.kind === 'unreadable') return { kind: 'unknown', reason: result.reason, fresh };
      return { kind: result.domains.has(domain) ? 'listed' : 'not-listed' };
    },
  };
}
