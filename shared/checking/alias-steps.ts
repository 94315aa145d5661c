import { addAlias } from '../closte/add-alias.ts';
import { type AliasOutcome, removingOutcome } from '../closte/outcome-for-mapping.ts';
import { closteUnreachable, heldElsewhere, keyRefused, rejectedByCloste } from '../diagnosis/judge-closte.ts';
import {
  closteHeldElsewhere,
  closteRefused,
  closteRejected,
  closteUnavailable,
} from '../logging/closte-entries.ts';
import { aliasHeldElsewhere, aliasNotChanged, aliasRejected } from '../logging/failure-entries.ts';
import { domainMapped, domainUnmapped } from '../logging/mapping-entries.ts';
import { isHeldElsewhere } from '../mapping/held-elsewhere.ts';
import type { Mapping, RepeatedVisit } from '../mapping/mapping.ts';
import type { Services } from '../setup/services.ts';
import { type CheckResult, hopeless, notYet, right } from './check-result.ts';

/** A visit of `adding-domain`: the call to Closte that did not come about while WordPress waited. */
export async function addAliasStep(services: Services, visit: RepeatedVisit): Promise<CheckResult> {
  const { domain } = visit.mapping;
  const outcome = await addAlias(services, visit.mapping);
  if (outcome.kind === 'held-elsewhere') return held(visit, outcome.reason, services.now());
  const mapping = { ...visit.mapping, aliasMissingSince: undefined };
  if (outcome.kind !== 'done') return notDone(mapping, 'adding-domain', outcome);
  return right({ ...mapping, aliased: outcome.closte !== 'not-needed' }, ({ scheduled }) =>
    scheduled ? [domainMapped(domain, outcome.closte, scheduled)] : [],
  );
}

/** An alias that another app of Closte has. As long as it may be ours, in a list that lags behind, it is asked again. */
function held(visit: RepeatedVisit, reason: string, now: Date): CheckResult {
  const { mapping } = visit;
  const { domain } = mapping;
  if (!isHeldElsewhere(visit, now)) {
    const { aliasMissingSince = now } = mapping;
    return notDone({ ...mapping, aliasMissingSince }, 'adding-domain', { kind: 'unanswered', reason });
  }
  const problems = [heldElsewhere(domain, reason)];
  return hopeless(mapping, problems, () => [
    closteHeldElsewhere(domain, reason),
    aliasHeldElsewhere(domain, reason, problems),
  ]);
}

/** A visit of `removing-domain`. */
export async function removeAliasStep(
  { closte, mainNetwork }: Services,
  mapping: Mapping,
): Promise<CheckResult> {
  const { domain, networkDomain } = mapping;
  const removed = await closte.removeAlias(domain);
  const outcome = removingOutcome(removed, domain, [networkDomain, mainNetwork]);
  if (outcome.kind !== 'done') return notDone(mapping, 'removing-domain', outcome);
  return right(mapping, () => [domainUnmapped(domain, outcome.closte)]);
}

type AliasStage = 'adding-domain' | 'removing-domain';
type NotDone = Exclude<AliasOutcome<never>, { readonly kind: 'done' }>;

/** A refusal is tried again like silence: a wrong key can be mended within the patience. */
function notDone(mapping: Mapping, stage: AliasStage, { kind, reason }: NotDone): CheckResult {
  const { domain } = mapping;
  switch (kind) {
    case 'rejected': {
      const problems = [rejectedByCloste(domain, reason)];
      return hopeless(mapping, problems, () => [
        closteRejected(domain, reason),
        ...(stage === 'adding-domain' ? [aliasRejected(domain, reason, problems)] : []),
      ]);
    }
    case 'refused': {
      const problems = [keyRefused(domain, 'fatal', reason)];
      return notYet(mapping, problems, ({ scheduled }) => [
        closteRefused(domain, reason, scheduled),
        ...(scheduled ? [] : [aliasNotChanged(domain, stage, reason, problems)]),
      ]);
    }
    case 'unanswered': {
      const problems = [closteUnreachable(domain, reason)];
      return notYet(mapping, problems, ({ scheduled }) =>
        scheduled
          ? [closteUnavailable(domain, reason, scheduled)]
          : [aliasNotChanged(domain, stage, reason, problems)],
      );
    }
  }
}
