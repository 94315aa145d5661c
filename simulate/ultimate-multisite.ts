import { THEIRS } from './assumptions.ts';
import type { End, Outcome } from './outcome.ts';
import type { Arrival, Month } from './plan.ts';
import { isWithin } from './world.ts';

/**
 * To what ends Ultimate Multisite brings the mappings of the same month. It calls Closte once, within
 * WordPress, and looks at DNS and at the certificate at its own interval. It is supposed never to be late,
 * though visitors have to wake it.
 */
export function endsOfTheirs({ arrivals, removals, outage }: Month): End[] {
  const removedAt = new Map(removals.map(({ domain, at }) => [domain, at]));
  return arrivals.map((arrival) =>
    endOf(arrival, isWithin(outage, arrival.at), removedAt.get(arrival.domain) ?? Number.POSITIVE_INFINITY),
  );
}

/** Aliases that it leaves behind at Closte: it calls once for a removal as well. */
export function aliasesLeftByTheirs({ removals, outage }: Pick<Month, 'removals' | 'outage'>): number {
  return removals.filter(({ at }) => isWithin(outage, at)).length;
}

function endOf(arrival: Arrival, aliasFails: boolean, removedAt: number): End {
  const end = endOfChecks(arrival, aliasFails);
  return removedAt < arrival.at + end.took ? { outcome: 'taken-back', took: removedAt - arrival.at } : end;
}

function endOfChecks({ at, dnsRightAt, certificateTakes }: Arrival, aliasFails: boolean): End {
  const givenUp = (outcome: Outcome, from: number, checks: number): End => ({
    outcome: dnsRightAt === Number.POSITIVE_INFINITY ? 'never-pointed' : aliasFails ? 'lost-alias' : outcome,
    took: from + (checks - 1) * THEIRS.interval - at,
  });
  const dnsSeenAt = seenAt(at, dnsRightAt, THEIRS.dnsChecks);
  if (dnsSeenAt === undefined) return givenUp('lost-dns', at, THEIRS.dnsChecks);
  const issuedAt = aliasFails ? Number.POSITIVE_INFINITY : Math.max(at, dnsRightAt) + certificateTakes;
  const doneAt = seenAt(dnsSeenAt, issuedAt, THEIRS.certificateChecks);
  if (doneAt === undefined) return givenUp('lost-certificate', dnsSeenAt, THEIRS.certificateChecks);
  return { outcome: 'done', took: doneAt - at };
}

/** When the first check takes place that finds it right; undefined if that comes after the last. */
function seenAt(firstCheck: number, rightAt: number, checks: number): number | undefined {
  const waits = Math.max(0, Math.ceil((rightAt - firstCheck) / THEIRS.interval));
  return waits < checks ? firstCheck + waits * THEIRS.interval : undefined;
}
