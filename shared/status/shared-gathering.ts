import type { DomainName } from '../domain/name.ts';
import type { Services } from '../setup/services.ts';
import { type Gathered, gather } from './gather.ts';

/** How long a finished gathering is shown to whoever asks, in milliseconds. The page looks again every 30 seconds. */
const KEPT_FOR = 20_000;

/**
 * So many gatherings are under way at once. Each takes up to 13 seconds and may have a socket open for each of 60
 * questions. Measured: of 80 requests for as many names of 8 labels, with name servers that are silent, 20 are answered
 * in 6 seconds with 520 descriptors at most; without a bound, 80 took 15,258, and verdicts were wrong by time-out. An
 * instance takes 80 requests: who asks for what is under way already needs none of the 20.
 */
export const MOST_AT_ONCE = 20;

/**
 * So many finished ones are kept, the newest. One has a few kB; 60 answers that are as long as DNS lets them be make
 * some 2 MB, which is 100 MB of the instance's 512.
 */
export const MOST_KEPT = 50;

export interface SharedGatherings<Result> {
  /**
   * What was gathered of a domain in the last 20 seconds, or what is being gathered, or what is gathered now; one that
   * failed is not kept.
   *
   * @returns undefined if too many others are under way: nothing was begun
   */
  of(domain: DomainName, begin: () => Promise<Result>): Promise<Result> | undefined;
}

export function createSharedGatherings<Result>(now: () => Date): SharedGatherings<Result> {
  const underWay = new Map<DomainName, Promise<Result>>();
  /** The oldest first. */
  const finished = new Map<DomainName, { readonly at: number; readonly result: Result }>();

  function keptOf(domain: DomainName): Promise<Result> | undefined {
    const kept = finished.get(domain);
    if (kept === undefined) return undefined;
    const age = now().getTime() - kept.at;
    // A clock may be set back: what seems to come from the future is not kept until then.
    return age >= 0 && age < KEPT_FOR ? Promise.resolve(kept.result) : undefined;
  }

  function keep(domain: DomainName, result: Result): void {
    finished.delete(domain);
    finished.set(domain, { at: now().getTime(), result });
    for (const oldest of finished.keys()) {
      if (finished.size <= MOST_KEPT) break;
      finished.delete(oldest);
    }
  }

  async function gatherAnew(domain: DomainName, begin: () => Promise<Result>): Promise<Result> {
    try {
      const result = await begin();
      keep(domain, result);
      return result;
    } finally {
      underWay.delete(domain);
    }
  }

  return {
    of(domain, begin) {
      const there = underWay.get(domain) ?? keptOf(domain);
      if (there !== undefined) return there;
      if (underWay.size >= MOST_AT_ONCE) return undefined;
      const begun = gatherAnew(domain, begin);
      underWay.set(domain, begun);
      return begun;
    },
  };
}

/** Those of each instance: it has one set of services. */
const ofInstance = new WeakMap<Services, SharedGatherings<Gathered>>();

/** {@link gather}, shared by all who ask in this instance; undefined if too many others are under way. */
export function gatherShared(
  services: Services,
  domain: DomainName,
  networks: readonly DomainName[],
): Promise<Gathered> | undefined {
  const shared = ofInstance.get(services) ?? createSharedGatherings(services.now);
  ofInstance.set(services, shared);
  return shared.of(domain, () => gather(services, domain, networks));
}
