import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import { domainCancelled, type LogEvent } from '../logging/mapping-entries.ts';
import type { Mapping, Scheduled } from '../mapping/mapping.ts';
import type { Finding, Step } from '../mapping/state-machine.ts';

/** A step that has been taken: what follows from it is in the queue. */
export type Taken =
  | (Extract<Step, { readonly outcome: 'finished' }> & { readonly scheduled?: undefined })
  | (Exclude<Step, { readonly outcome: 'finished' }> & { readonly scheduled: Scheduled });

/** What a visit saw, and what it has to tell once it is known what follows. */
export interface Look {
  readonly finding: Finding;
  /** The mapping as it is known now. */
  readonly mapping: Mapping;
  /** What keeps the domain from being right, the worst first. */
  readonly problems: readonly DomainProblem[];
  readonly tell: Tell;
}

type Tell = (taken: Taken) => readonly LogEvent[];

export function right(mapping: Mapping, tell: Tell): Look {
  return { finding: 'right', mapping, problems: [], tell };
}

export function notYet(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): Look {
  return { finding: 'not-yet', mapping, problems, tell };
}

export function hopeless(mapping: Mapping, problems: readonly DomainProblem[], tell: Tell): Look {
  return { finding: 'hopeless', mapping, problems, tell };
}

/** @param reason why nobody wants the mapping any more, in words */
export function unwanted(mapping: Mapping, reason: string): Look {
  const tell = () => [domainCancelled(mapping.domain, reason)];
  return { finding: 'unwanted', mapping, problems: [], tell };
}
