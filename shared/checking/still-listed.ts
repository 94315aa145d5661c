import type { Listed } from '../closte/list.ts';
import { reasonAgainstList } from '../closte/plausibility.ts';
import type { Names } from '../domain/sorted-names.ts';
import { closteAliasMissing, closteListImplausible, closteUnavailable } from '../logging/closte-entries.ts';
import type { LogEntry } from '../logging/entry.ts';
import { wordpressUnavailable } from '../logging/unheard-entries.ts';
import type { Mapping, Scheduled, Visit } from '../mapping/mapping.ts';
import { missingAliasInAVisit } from '../mapping/missing-alias.ts';
import type { Services } from '../setup/services.ts';
import { aliasMissing, type CheckResult, notJudged, unwanted } from './check-result.ts';

/**
 * Goes on unless Closte has lost the alias: then it is added anew, or the mapping is not followed any more, as WordPress
 * wants it. What Closte cannot tell changes nothing. A list that lacks the domain must be younger than the stage, not
 * only than the mapping: where the alias was added by the queue, a list between the two would not have it yet.
 *
 * @param check the visit itself
 */
export async function ifStillListed<V extends Visit>(
  services: Services,
  visit: V,
  check: (visit: V) => Promise<CheckResult>,
): Promise<CheckResult> {
  const { mapping, stage, stageStartedAt } = visit;
  const isVeryFirst = stage === 'checking-dns' && visit.visit === 1 && visit.round === 1;
  if (isVeryFirst || !mapping.aliased) return await check(visit);

  const { domain } = mapping;
  const listed = await services.closteList.find(domain, stageStartedAt);
  const goOn = async (missingSince: Date | undefined, told?: Telling) =>
    telling(await check({ ...visit, mapping: missing(mapping, missingSince) }), told);
  switch (listed.kind) {
    case 'listed':
      return await goOn(undefined);
    case 'too-old':
      return await goOn(mapping.aliasMissingSince);
    case 'unknown':
      return await goOn(mapping.aliasMissingSince, listed.fresh ? toldOf(listed, domain) : undefined);
    case 'not-listed':
      return await ifMissing(services, mapping, listed.list, goOn);
  }
}

async function ifMissing(
  { wordpress }: Services,
  mapping: Mapping,
  list: Extract<Listed, { readonly kind: 'not-listed' }>['list'],
  goOn: (missingSince: Date | undefined, told?: Telling) => Promise<CheckResult>,
): Promise<CheckResult> {
  const { domain, aliasMissingSince: missingSince } = mapping;
  const wish = await wordpress?.wishFor(domain);
  if (wish?.kind === 'another-network') return notJudged(mapping, wish.reason);
  const done = wish === undefined || wish.kind === 'unanswered' ? undefined : wish.done;
  const reason = reasonAgainst(list.domains, done);
  const decision = missingAliasInAVisit({
    wish: wish?.kind,
    isPlausible: reason === undefined,
    listedAt: list.askedAt,
    missingSince,
  });
  switch (decision.kind) {
    case 'cancel':
      return unwanted(mapping, decision.reason);
    case 'add-anew':
      return aliasMissing(mapping, ({ scheduled }) => [closteAliasMissing(domain, scheduled)]);
    case 'go-on': {
      const { domains } = list;
      if (reason !== undefined && list.isFirstToTell())
        return await goOn(decision.missingSince, () => closteListImplausible(reason, domains.size));
      if (wish?.kind !== 'unanswered') return await goOn(decision.missingSince);
      return await goOn(decision.missingSince, (next) => wordpressUnavailable(domain, wish.reason, next));
    }
  }
}

/** Where nobody knows how many domains are done, this one's alias was added: a list without any cannot be the whole. */
function reasonAgainst(domains: Names, done: number | undefined): string | undefined {
  if (done !== undefined) return reasonAgainstList(domains, done);
  return domains.size === 0 ? 'its list is empty, though an alias was added' : undefined;
}

function missing(mapping: Mapping, aliasMissingSince: Date | undefined): Mapping {
  return aliasMissingSince === mapping.aliasMissingSince ? mapping : { ...mapping, aliasMissingSince };
}

type Telling = (next: Scheduled | undefined) => LogEntry;

/** Of many visits that see one list, one tells it. */
function toldOf(
  { cause, reason, count }: Extract<Listed, { kind: 'unknown' }>,
  domain: Mapping['domain'],
): Telling {
  return (next) =>
    cause === 'implausible' ? closteListImplausible(reason, count) : closteUnavailable(domain, reason, next);
}

function telling(seen: CheckResult, told: Telling | undefined): CheckResult {
  if (told === undefined) return seen;
  return { ...seen, tell: (followUp) => [told(followUp.scheduled), ...seen.tell(followUp)] };
}
