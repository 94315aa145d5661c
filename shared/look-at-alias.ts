import { type AliasOutcome, addingOutcome, removingOutcome } from './alias-outcome.ts';
import {
  closteRefused,
  closteRejected,
  closteUnavailable,
  domainCancelled,
  domainFailed,
  domainMapped,
  domainUnmapped,
  type LogEvent,
  wordpressUnavailable,
} from './events.ts';
import type { Look, Taken } from './look.ts';
import type { Mapping } from './mapping.ts';
import { hoursOfPatience } from './schedule.ts';
import type { Services } from './services.ts';

/** A visit of `adding-domain`: the call to Closte that did not come about while WordPress waited. */
export async function lookAtAdding({ closte }: Services, mapping: Mapping): Promise<Look> {
  const { domain, networkDomain } = mapping;
  const outcome = addingOutcome(await closte.addAlias(domain), domain, networkDomain);
  if (outcome.kind !== 'done') return notDone(mapping, 'adding-domain', outcome);
  return {
    finding: 'right',
    mapping: { ...mapping, aliased: outcome.closte !== 'not-needed' },
    tell: ({ scheduled }) => (scheduled ? [domainMapped(domain, outcome.closte, scheduled)] : []),
  };
}

/** A visit of `removing-domain`. */
export async function lookAtRemoving({ closte }: Services, mapping: Mapping): Promise<Look> {
  const { domain, networkDomain } = mapping;
  const outcome = removingOutcome(await closte.removeAlias(domain), domain, networkDomain);
  if (outcome.kind !== 'done') return notDone(mapping, 'removing-domain', outcome);
  return { finding: 'right', mapping, tell: () => [domainUnmapped(domain, outcome.closte)] };
}

/**
 * Looks only if WordPress still wants it: a call that waits in the queue may have been overtaken by the opposite wish.
 * If WordPress does not answer, an alias is added all the same, since one too many can be removed; but none is removed
 * that may be wanted again.
 */
export async function unlessOvertaken(
  { wordpress }: Services,
  mapping: Mapping,
  stage: AliasStage,
  lookNow: () => Promise<Look>,
): Promise<Look> {
  if (wordpress === undefined) return await lookNow();
  const { domain } = mapping;
  const wish = await wordpress.wishFor(domain);
  switch (wish.kind) {
    case 'unheard-of':
      return await lookNow();
    case 'mapped':
    case 'removed': {
      if (wish.kind === WISH[stage]) return await lookNow();
      const reason = `WordPress wants it ${wish.kind} now`;
      return { finding: 'unwanted', mapping, tell: () => [domainCancelled(domain, reason)] };
    }
    case 'unanswered': {
      const { reason } = wish;
      const seen: Look =
        stage === 'adding-domain'
          ? await lookNow()
          : { finding: 'not-yet', mapping, tell: (taken) => givenUpUnasked(mapping, reason, taken) };
      return {
        ...seen,
        tell: (taken) => [wordpressUnavailable(domain, reason, taken.scheduled), ...seen.tell(taken)],
      };
    }
  }
}

const WISH = { 'adding-domain': 'mapped', 'removing-domain': 'removed' } as const;

type AliasStage = 'adding-domain' | 'removing-domain';
type NotDone = Exclude<AliasOutcome<never>, { readonly kind: 'done' }>;

/** A refusal is tried again like silence: a wrong key can be mended within the patience. */
function notDone(mapping: Mapping, stage: AliasStage, { kind, reason }: NotDone): Look {
  const { domain } = mapping;
  switch (kind) {
    case 'rejected':
      return {
        finding: 'hopeless',
        mapping,
        tell: () => [
          closteRejected(domain, reason),
          ...(stage === 'adding-domain' ? [rejectedForGood(mapping, reason)] : []),
        ],
      };
    case 'refused':
      return {
        finding: 'not-yet',
        mapping,
        tell: (taken) => [
          closteRefused(domain, reason, taken.scheduled),
          ...givenUp(mapping, stage, reason, taken),
        ],
      };
    case 'unanswered':
      return {
        finding: 'not-yet',
        mapping,
        tell: (taken) =>
          taken.scheduled
            ? [closteUnavailable(domain, reason, taken.scheduled)]
            : givenUp(mapping, stage, reason, taken),
      };
  }
}

function rejectedForGood({ domain }: Mapping, reason: string): LogEvent {
  return domainFailed(domain, {
    reason: `Closte does not take it for a domain (${reason})`,
    lastSeen: { closte: reason },
    remedy: 'Look whether the name is spelt right. If it is, ask Closte why it takes no alias of that name.',
  });
}

const REMEDIES: Readonly<Record<AliasStage, string>> = {
  'adding-domain': "Look at Closte's state and at CLOSTE_CLIENT_API_KEY, then map the domain again.",
  'removing-domain':
    "The alias may still be there: remove it in Closte's dashboard, or unmap the domain again.",
};

function givenUp({ domain }: Mapping, stage: AliasStage, reason: string, taken: Taken): LogEvent[] {
  if (taken.outcome !== 'finished') return [];
  const what = stage === 'adding-domain' ? 'add' : 'remove';
  const failure = `Closte did not ${what} its alias within ${hoursOfPatience(stage)} hours (${reason})`;
  return [domainFailed(domain, { reason: failure, lastSeen: { closte: reason }, remedy: REMEDIES[stage] })];
}

/** A removal that WordPress never confirmed, so that Closte was not even called. */
function givenUpUnasked({ domain }: Mapping, reason: string, taken: Taken): LogEvent[] {
  if (taken.outcome !== 'finished') return [];
  const failure = `WordPress could not be asked within ${hoursOfPatience('removing-domain')} hours whether its alias is still to be removed (${reason})`;
  const remedy = 'Look at WORDPRESS_URL and at the must-use plugin, then unmap the domain again.';
  return [domainFailed(domain, { reason: failure, lastSeen: { wordpress: reason }, remedy })];
}
