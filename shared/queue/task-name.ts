import { hash } from 'node:crypto';
import type { Visit } from '../mapping/mapping.ts';

/** Where a run of reconciliation stopped. */
export interface Continuation {
  readonly after: string;
  /** How many removals the run has made. */
  readonly removals: number;
  /** Whether an operator has said that what Closte's list lacks is gone; left out where not. */
  readonly allow_missing?: true;
}

/**
 * The name of the task that makes a visit: the same for every delivery that asks for it, so that Cloud Tasks makes
 * one of them. The domain is a part of it, so that a sender who uses an id twice loses nothing. It begins with a hash,
 * as Google advises for evenly spread names, and ends with what a person looks for.
 */
export function taskName(of: Visit): string {
  const { mapping, stage, visit } = of;
  // A first round has the name that it had in the version without rounds: its tasks may still be in the queue.
  const round = of.stage === 'watching' || of.round === 1 ? [] : [of.round];
  return `${hashOf([mapping.id, mapping.domain, stage, visit, ...round])}-${stage}-${visit}`;
}

/** The name of the task that goes on with a run: runs that stop at the same place within an hour are continued once. */
export function continuationTaskName(continuation: Continuation, at: Date): string {
  const hour = at.toISOString().slice(0, 'yyyy-mm-ddThh'.length);
  return `${hashOf([hour, continuation])}-reconcile`;
}

/** The hash in front of a task's name, of all that makes it another task. */
function hashOf(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}
