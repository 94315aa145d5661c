import type { Visit } from '../shared/mapping/mapping.ts';
import { QUEUE_KINDS, type QueueKind } from './assumptions.ts';
import { percentile } from './statistics.ts';

/** How long visits to mappings on their way waited for their turn, in seconds. */
export interface Waits {
  readonly byQueue: Readonly<Record<QueueKind, WaitsOfQueue>>;
  /** How long the first check of a mapping came after its alias at most. */
  readonly toFirstCheck: number | undefined;
}

interface WaitsOfQueue {
  readonly p95: number | undefined;
  readonly longest: number | undefined;
}

export function createWaits() {
  const waits: Readonly<Record<QueueKind, number[]>> = { checks: [], closte: [] };
  const firstChecks: number[] = [];
  return {
    /** @param seconds how long the visit waited */
    note(queue: QueueKind, visit: Visit, seconds: number): void {
      if (visit.stage === 'watching') return;
      waits[queue].push(seconds);
      const isFirst = visit.stage === 'checking-dns' && visit.visit === 1 && visit.round === 1;
      if (isFirst) firstChecks.push(seconds);
    },
    summed(): Waits {
      const of = (queue: QueueKind) => ({
        p95: percentile(waits[queue], 0.95),
        longest: percentile(waits[queue], 1),
      });
      const entries = QUEUE_KINDS.map((queue) => [queue, of(queue)] as const);
      return {
        byQueue: Object.fromEntries(entries) as Record<QueueKind, WaitsOfQueue>,
        toFirstCheck: percentile(firstChecks, 1),
      };
    },
  };
}
