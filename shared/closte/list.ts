import type { Names } from '../domain/sorted-names.ts';
import type { Closte } from './client.ts';
import type { ListResult } from './read-answer.ts';

/** Whether Closte's list has a domain. */
export type Listed =
  | { readonly kind: 'listed' }
  | { readonly kind: 'not-listed'; readonly list: ReadList }
  /** It lacks the domain, and was asked for before it could have it; another may not be asked for yet. */
  | { readonly kind: 'too-old' }
  /** The list could not be had, or says itself that it is not the whole. */
  | {
      readonly kind: 'unknown';
      readonly cause: 'refused' | 'unanswered' | 'implausible';
      readonly reason: string;
      /** How many domains it has, if it could be read. */
      readonly count: number;
      /** Whether nobody has seen so of this list before, so that one of many tells it. */
      readonly fresh: boolean;
    };

/** A list that could be read. */
export interface ReadList {
  readonly askedAt: Date;
  readonly domains: Names;
  /** Whether nobody has told anything of this list yet: of the many who see it, the first who asks is to tell. */
  isFirstToTell(): boolean;
}

export interface ClosteList {
  /**
   * Looks a domain up. That it is there is believed of any list that is kept; that it is missing, only of one that was
   * asked for after `missingSince`, if that is given.
   */
  find(domain: string, missingSince?: Date): Promise<Listed>;
  /** The alias may be there by a call that nobody knows the end of: it was not answered, or what followed it failed. */
  noteUnanswered(domain: string): void;
  /** Whether that was so within the last hour, as far as this instance knows. */
  wasUnanswered(domain: string): boolean;
}

/** How long a list is kept, in milliseconds, and no other is asked for. */
const KEPT_FOR = 60_000;

/** For how long a call that was not answered may show in what Closte says and not in its list, in milliseconds. */
const UNCLEAR_FOR = 60 * 60 * 1000;

/** Of more calls without an answer than this, the first are forgotten. */
const MOST_UNANSWERED = 10_000;

interface Asked {
  readonly askedAt: Date;
  readonly result: Promise<ListResult>;
  isTold: boolean;
}

/**
 * Closte's list of domains, kept for a minute, so that a hundred visits in that minute ask for it once. A list that
 * could not be had is kept as well: Closte is not asked again at once by every visit that comes while it is down.
 */
export function createClosteList(closte: Pick<Closte, 'listDomains'>, now: () => Date): ClosteList {
  let newest: Asked | undefined;
  const unanswered = new Map<string, number>();

  function kept(): Asked | undefined {
    return newest !== undefined && now().getTime() - newest.askedAt.getTime() < KEPT_FOR ? newest : undefined;
  }

  return {
    async find(domain, missingSince) {
      const before = kept();
      const asked = before ?? { askedAt: now(), result: closte.listDomains(), isTold: false };
      newest = asked;
      const listed = findIn(asked, await asked.result, domain);
      // Of two things in one millisecond nobody knows which came first, but that a new list is asked for now.
      const isOlder = before !== undefined && missingSince !== undefined && before.askedAt <= missingSince;
      const isTooOld = listed.kind === 'not-listed' && isOlder;
      return isTooOld ? { kind: 'too-old' } : listed;
    },
    noteUnanswered(domain) {
      unanswered.delete(domain);
      unanswered.set(domain, now().getTime());
      const [first] = unanswered.keys();
      if (first !== undefined && unanswered.size > MOST_UNANSWERED) unanswered.delete(first);
    },
    wasUnanswered(domain) {
      const at = unanswered.get(domain);
      return at !== undefined && now().getTime() - at < UNCLEAR_FOR;
    },
  };
}

function findIn(asked: Asked, result: ListResult, domain: string): Listed {
  if (result.kind === 'unreadable') {
    const { cause, reason } = result;
    return { kind: 'unknown', cause, reason, count: 0, fresh: isFirstToTell(asked) };
  }
  const { kind, domains } = result;
  if (domains.has(domain)) return { kind: 'listed' };
  if (kind === 'implausible') {
    const { reason } = result;
    return {
      kind: 'unknown',
      cause: kind,
      reason,
      count: domains.size,
      fresh: isFirstToTell(asked),
    };
  }
  const { askedAt } = asked;
  return { kind: 'not-listed', list: { askedAt, domains, isFirstToTell: () => isFirstToTell(asked) } };
}

function isFirstToTell(asked: Asked): boolean {
  const isFirst = !asked.isTold;
  asked.isTold = true;
  return isFirst;
}
