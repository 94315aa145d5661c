import type { TaskName } from './names.ts';
import type { Outcome } from './outcome.ts';

/** One attempt to deliver a task, told when it has ended. */
export interface Dispatch {
  readonly task: TaskName;
  /** From 1. */
  readonly attempt: number;
  readonly url: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly outcome: Outcome;
  readonly next: NextStep;
}

/** What becomes of the task after an attempt. */
export type NextStep =
  | { readonly kind: 'completed' }
  | { readonly kind: 'retry'; readonly at: Date }
  | { readonly kind: 'given-up' }
  /** It was deleted while the attempt was under way. */
  | { readonly kind: 'deleted' };
