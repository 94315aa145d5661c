import type { FollowUp } from '../shared/checking/check-result.ts';
import type { DomainName } from '../shared/domain/name.ts';
import type { Visit } from '../shared/mapping/mapping.ts';
import { type End, isDone, type Outcome } from './outcome.ts';
import type { Arrival, Month } from './plan.ts';

/** To what end each mapping of the month comes, by the visits that are made. */
export function createEnds({ arrivals }: Pick<Month, 'arrivals'>) {
  const byDomain = new Map(arrivals.map((arrival) => [arrival.domain, arrival]));
  const ends = new Map<DomainName, End>();

  return {
    /**
     * A mapping that is done stays that, and one that was given up may be done after all.
     *
     * @param at milliseconds since the epoch
     */
    see(visit: Visit, taken: FollowUp, at: number): void {
      const arrival = byDomain.get(visit.mapping.domain);
      const outcome = arrival && outcomeOf(arrival, visit, taken);
      if (arrival === undefined || outcome === undefined) return;
      const before = ends.get(arrival.domain);
      if (before === undefined || (isDone({ outcome }) && !isDone(before))) {
        ends.set(arrival.domain, { outcome, took: at - arrival.at });
      }
    },
    /**
     * In the order of the arrivals.
     *
     * @throws Error if a mapping has come to no end
     */
    all(): End[] {
      return arrivals.map(({ domain }) => {
        const end = ends.get(domain);
        if (end === undefined) throw new Error(`${domain} has come to no end`);
        return end;
      });
    },
  };
}

function outcomeOf({ dnsRightAt }: Arrival, visit: Visit, taken: FollowUp): Outcome | undefined {
  if (taken.outcome !== 'finished') return undefined;
  switch (taken.stage) {
    case 'done':
      return visit.stage === 'watching' ? 'done-after-all' : 'done';
    case 'failed':
      if (dnsRightAt === Number.POSITIVE_INFINITY) return 'never-pointed';
      return visit.stage === 'adding-domain' ? 'lost-alias' : 'lost-dns';
    case 'ssl-failed':
      return 'lost-certificate';
    case 'cancelled':
      return 'taken-back';
    case 'removed':
      return undefined;
  }
}
