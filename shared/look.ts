import type { LogEvent } from './events.ts';
import type { Finding, Step } from './life-cycle.ts';
import type { Mapping, Scheduled } from './mapping.ts';

/** A step that has been taken: what follows from it is in the queue. */
export type Taken =
  | (Extract<Step, { readonly outcome: 'finished' }> & { readonly scheduled?: undefined })
  | (Exclude<Step, { readonly outcome: 'finished' }> & { readonly scheduled: Scheduled });

/** What a visit saw, and what it has to tell once it is known what follows. */
export interface Look {
  readonly finding: Finding;
  /** The mapping as it is known now. */
  readonly mapping: Mapping;
  readonly tell: (taken: Taken) => readonly LogEvent[];
}
