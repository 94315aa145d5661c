import { payloadOf } from '../../../shared/queue/payload.ts';
import { taskName } from '../../../shared/queue/task-name.ts';
import type { Services } from '../../../shared/setup/services.ts';

export interface Task {
  readonly name: string;
  readonly at: number;
  readonly payload: object;
}

/** Cloud Tasks in memory: names are remembered for an hour after their task, and then forgotten. */
export interface QueueDouble {
  readonly queue: Services['queue'];
  /** Takes the task that is due first, if one is due. */
  take(now: Date): Task | undefined;
  /** Every task that was ever delivered: Cloud Tasks may deliver one again, however late. */
  readonly delivered: readonly Task[];
}

const NAME_KEPT = 60 * 60 * 1000;

export function createQueue(now: () => Date): QueueDouble {
  const waiting = new Map<string, Task>();
  const done = new Map<string, number>();
  const delivered: Task[] = [];
  return {
    delivered,
    take(time) {
      const [first] = [...waiting.values()].sort((a, b) => a.at - b.at);
      if (first === undefined || first.at > time.getTime()) return undefined;
      waiting.delete(first.name);
      done.set(first.name, now().getTime());
      delivered.push(first);
      return first;
    },
    queue: {
      async add(visit, at) {
        const name = taskName(visit);
        const doneAt = done.get(name);
        const isKnown = doneAt !== undefined && now().getTime() - doneAt <= NAME_KEPT;
        if (!waiting.has(name) && !isKnown) {
          const payload = JSON.parse(JSON.stringify(payloadOf(visit))) as object;
          waiting.set(name, { name, at: at.getTime(), payload });
        }
        return { stage: visit.stage, visit: visit.visit, task: name, scheduled_for: at.toISOString() };
      },
      addContinuation: async () => null,
      state: async () => ({ kind: 'running' }),
      warmUp: () => {},
      close: async () => {},
    },
  };
}
