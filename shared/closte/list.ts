import type { Closte } from './client.ts';
import type { ListResult } from './read-answer.ts';

/** Whether Closte's list has a domain. */
type Listed =
  | { readonly kind: 'listed' }
  | { readonly kind: 'not-listed' }
  /** The list could not be had. `fresh` if it was asked for just now, so that one of many tells it. */
  | {
      readonly kind: 'unknown';
      readonly cause: 'refused' | 'unanswered';
      readonly reason: string;
      readonly fresh: boolean;
    };

export interface ClosteList {
  /**
   * Looks a domain up in a list that was asked for at `since` or later. That it is missing is believed of a list only
   * that was asked for at `missingSince` or later; the same time if left out.
   */
  find(domain: string, since: Date, missingSince?: Date): Promise<Listed>;
}

/** How long a list is kept, in milliseconds. */
const KEPT_FOR = 60_000;

interface Asked {
  readonly askedAt: number;
  readonly result: Promise<ListResult>;
}

/**
 * Closte's list of domains, kept for a minute, so that a hundred visits in that minute ask for it once. A list that
 * could not be had is kept as well: Closte is not asked again at once by every visit that comes while it is down.
 */
export function createClosteList(closte: Pick<Closte, 'listDomains'>, now: () => Date): ClosteList {
  let newest: Asked | undefined;

  function newestSince(time: Date): Asked | undefined {
    if (newest === undefined || newest.askedAt < time.getTime()) return undefined;
    return now().getTime() - newest.askedAt < KEPT_FOR ? newest : undefined;
  }

  function ask(): Asked {
    newest = { askedAt: now().getTime(), result: closte.listDomains() };
    return newest;
  }

  return {
    async find(domain, since, missingSince = since) {
      const kept = newestSince(since);
      const list = kept ?? ask();
      const listed = findIn(await list.result, domain, kept === undefined);
      const isBelieved = kept === undefined || kept.askedAt >= missingSince.getTime();
      if (listed.kind !== 'not-listed' || isBelieved) return listed;
      // Another visit may have asked meanwhile.
      const younger = newestSince(missingSince) ?? ask();
      return findIn(await younger.result, domain, true);
    },
  };
}

function findIn(result: ListResult, domain: string, fresh: boolean): Listed {
  if (result.kind === 'unreadable')
    return { kind: 'unknown', cause: result.cause, reason: result.reason, fresh };
  return { kind: result.domains.has(domain) ? 'listed' : 'not-listed' };
}
