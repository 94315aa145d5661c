import { type AliasOutcome, addingOutcome, removingOutcome } from '../closte/outcome.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import { closteUnreachable, keyRefused, rejectedByCloste } from '../diagnosis/judge-closte.ts';
import type { LogEntry } from '../logging/entry.ts';
import {
  closteRefused,
  closteRejected,
  closteUnavailable,
  domainFailed,
  domainMapped,
  domainUnmapped,
  wordpressUnavailable,
} from '../logging/mapping-entries.ts';
import type { Mapping, Visit } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import { hoursOfPatience } from '../mapping/retry-schedule.ts';
import type { Services } from '../setup/services.ts';
import type { Wish } from '../wordpress/client.ts';
import { type CheckResult, type FollowUp, hopeless, notYet, right, unwanted } from './check-result.ts';

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

/**
 * Looks only if WordPress still wants it: what waits in the queue may have been overtaken by the opposite wish, and what
 * reconciliation begins, by an event that has been at it since.
 * If WordPress does not answer, an alias is added all the same, since one too many can be removed; but none is removed
 * that may be wanted again.
 */
export async function ifStillWanted(
  { wordpress }: Services,
  visit: Visit & { readonly stage: AskedStage },
  checkNow: () => Promise<CheckResult>,
): Promise<CheckResult> {
  if (wordpress === undefined) return await checkNow();
  const { mapping, stage } = visit;
  const { domain } = mapping;
  const wish = await wordpress.wishFor(domain);
  if (wish.kind !== 'unanswered') {
    const reason = reasonAgainst(visit, wish);
    return reason === undefined ? await checkNow() : unwanted(mapping, reason);
  }
  const { reason } = wish;
  const seen: CheckResult =
    stage === 'removing-domain'
      ? notYet(mapping, [], (followUp) => givenUpUnasked(mapping, reason, followUp))
      : await checkNow();
  return {
    ...seen,
    tell: (followUp) => [wordpressUnavailable(domain, reason, followUp.scheduled), ...seen.tell(followUp)],
  };
}

const WISH = {
  'adding-domain': 'mapped',
  'checking-dns': 'mapped',
  'removing-domain': 'removed',
} as const;

type AskedStage = keyof typeof WISH;

/**
 * | WordPress | an event's visit | the first visit of reconciliation |
 * | --- | --- | --- |
 * | wants what the stage is for | | not if the domain was heard of after the plan was made |
 * | wants the opposite | not | not |
 * | never heard of it | | no removal: what was never mapped is not ours |
 */
function reasonAgainst(
  visit: Visit & { readonly stage: AskedStage },
  wish: Exclude<Wish, { readonly kind: 'unanswered' }>,
): string | undefined {
  const isOurs = isReconcileStart(visit);
  if (wish.kind === 'unheard-of') {
    return isOurs && visit.stage === 'removing-domain' ? 'WordPress has never heard of it' : undefined;
  }
  if (wish.kind !== WISH[visit.stage]) return `WordPress wants it ${wish.kind} now`;
  const isHeardOf = wish.heardAt !== undefined && wish.heardAt > visit.mapping.mappedAt;
  return isOurs && isHeardOf ? 'it was heard of since, so that somebody is at it already' : undefined;
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
        ...(stage === 'adding-domain' ? [rejectedForGood(mapping, reason, problems)] : []),
      ]);
    }
    case 'refused': {
      const problems = [keyRefused(domain, 'fatal', reason)];
      return notYet(mapping, problems, (followUp) => [
        closteRefused(domain, reason, followUp.scheduled),
        ...givenUp(mapping, stage, reason, problems, followUp),
      ]);
    }
    case 'unanswered': {
      const problems = [closteUnreachable(domain, reason)];
      return notYet(mapping, problems, (followUp) =>
        followUp.scheduled
          ? [closteUnavailable(domain, reason, followUp.scheduled)]
          : givenUp(mapping, stage, reason, problems, followUp),
      );
    }
  }
}

function rejectedForGood({ domain }: Mapping, reason: string, problems: readonly DomainProblem[]): LogEntry {
  return domainFailed(domain, {
    reason: `Closte does not take it for a domain (${reason})`,
    lastSeen: { closte: reason },
    remedy: 'Look whether the name is spelt right. If it is, ask Closte why it takes no alias of that name.',
    problems,
  });
}

const REMEDIES: Readonly<Record<AliasStage, string>> = {
  'adding-domain': "Look at Closte's state and at CLOSTE_CLIENT_API_KEY, then map the domain again.",
  'removing-domain':
    "The alias may still be there: remove it in Closte's dashboard, or unmap the domain again.",
};

function givenUp(
  { domain }: Mapping,
  stage: AliasStage,
  reason: string,
  problems: readonly DomainProblem[],
  followUp: FollowUp,
): LogEntry[] {
  if (followUp.outcome !== 'finished') return [];
  const what = stage === 'adding-domain' ? 'add' : 'remove';
  const failure = `Closte did not ${what} its alias within ${hoursOfPatience(stage)} hours (${reason})`;
  const remedy = REMEDIES[stage];
  return [domainFailed(domain, { reason: failure, lastSeen: { closte: reason }, remedy, problems })];
}

/** A removal that WordPress never confirmed, so that Closte was not even called. */
function givenUpUnasked({ domain }: Mapping, reason: string, followUp: FollowUp): LogEntry[] {
  if (followUp.outcome !== 'finished') return [];
  const failure = `WordPress could not be asked within ${hoursOfPatience('removing-domain')} hours whether its alias is still to be removed (${reason})`;
  const remedy = 'Look at WORDPRESS_URL and at the must-use plugin, then unmap the domain again.';
  return [domainFailed(domain, { reason: failure, lastSeen: { wordpress: reason }, remedy, problems: [] })];
}
