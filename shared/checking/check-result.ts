import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { LogEntry } from '../logging/entry.ts';
import { domainCancelled } from '../logging/mapping-entries.ts';
import { domainNotJudged } from '../logging/unheard-entries.ts';
import type { Mapping, Scheduled } from '../mapping/mapping.ts';
import type { Finding, Step } from '../mapping/state-machine.ts';

/** A step that has been taken: what follows from it is in the queue. */
export type FollowUp =
  | (Extract<Step, { readonly outcome: 'finished' }> & { readonly scheduled?: undefined })
  | (Exclude<Step, { readonly outcome: 'finished' }> & { readonly scheduled: Scheduled });

/** What a visit saw, and what it has to tell once it is known what follows. */
export interface CheckResult {
  readonly finding: Finding;
  /** The mapping as it is known now. */
  readonly mapping: Mapping;
  /** What keeps the domain from being right, the worst first. */
  readonly problems: readonly DomainProblem[];
  readonly tell: Tell;
}

type Tell = (followUp: FollowUp) => readonly LogEntry[];

export function right(mapping: Mapping, tell: Tell): CheckResult {
  return { finding: 'right', mapping, problems: [], tell };
}

export function notYet(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): CheckResult {
  return { finding: 'not-yet', mapping, problems, tell };
}

/** What was right when the stage was entered is not any more. */
export function dnsWrong(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): CheckResult {
  return { finding: 'dns-wrong', mapping, problems, tell };
}

/** The same of the certificate. */
export function certificateWrong(
  mapping: Mapping,
  problems: readonly DomainProblem[],
  tell: Tell,
): CheckResult {
  return { finding: 'certificate-wrong', mapping, problems, tell };
}

/** The alias is wanted, and is not there any more. */
export function aliasMissing(mapping: Mapping, tell: Tell): CheckResult {
  return { finding: 'alias-missing', mapping, problems: [], tell };
}

export function hopeless(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): CheckResult {
  return { finding: 'hopeless', mapping, problems, tell };
}

/** @param reason why the network to which the mapping belongs is not ours to judge, in words */
export function notJudged(mapping: Mapping, reason: string): CheckResult {
  const tell: Tell = ({ scheduled }) =>
    scheduled
      ? [domainNotJudged(mapping.domain, reason, scheduled)]
      : [domainCancelled(mapping.domain, reason)];
  return { finding: 'not-judged', mapping, problems: [], tell };
}

/** What is waited for may have come: from here nobody can see it. */
export function notSeen(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): CheckResult {
  return { finding: 'not-seen', mapping, problems, tell };
}

/** @param reason why nobody wants the mapping any more, in words */
export function unwanted(mapping: Mapping, reason: string): CheckResult {
  const tell = () => [domainCancelled(mapping.domain, reason)];
  return { finding: 'unwanted', mapping, problems: [], tell };
}
