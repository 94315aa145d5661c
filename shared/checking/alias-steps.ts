import { type AliasOutcome, addingOutcome, removingOutcome } from '../closte/outcome-for-mapping.ts';
import { closteUnreachable, keyRefused, rejectedByCloste } from '../diagnosis/judge-closte.ts';
import { aliasNotChanged, aliasRejected } from '../logging/failure-entries.ts';
import {
  closteRefused,
  closteRejected,
  closteUnavailable,
  domainMapped,
  domainUnmapped,
} from '../logging/mapping-entries.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Services } from '../setup/services.ts';
import { type CheckResult, hopeless, notYet, right } from './check-result.ts';

/** A visit of `adding-domain`: the call to Closte that did not come about while WordPress waited. */
export async function addAliasStep({ closte }: Services, mapping: Mapping): Promise<CheckResult> {
  const { domain, networkDomain } = mapping;
  const outcome = addingOutcome(await closte.addAlias(domain), domain, networkDomain);
  if (outcome.kind !== 'done') return notDone(mapping, 'adding-domain', outcome);
  return right({ ...mapping, aliased: outcome.closte !== 'not-needed' }, ({ scheduled }) =>
    scheduled ? [domainMapped(domain, outcome.closte, scheduled)] : [],
  );
}

/** A visit of `removing-domain`. */
export async function removeAliasStep({ closte }: Services, mapping: Mapping): Promise<CheckResult> {
  const { domain, networkDomain } = mapping;
  const outcome = removingOutcome(await closte.removeAlias(domain), domain, networkDomain);
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
