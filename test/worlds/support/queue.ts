import { payloadOf } from '../../../shared/queue/payload.ts';
import { taskName } from '../../../shared/queue/task-name.ts';
import type { Services } from '../../../shared/setup/services.ts';
import type { Random } from './random.ts';

export interface Task {
  readonly name: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly payload: object;
}

/** Cloud Tasks in memory: a name is remembered for an hour after its task, and then forgotten. */
export interface QueueDouble {
  readonly queue: Services['queue'];
  readonly waiting: ReadonlyMap<string, Task>;
  /** Every task that was ever delivered: Cloud Tasks may deliver one again, however late. */
  readonly delivered: readonly Task[];
  /** Takes one of the tasks that are due, in no order; undefined if none is. */
  take(random: Random): Task | undefined;
  /** A task that somebody else has put there. */
  put(task: Task): void;
  /** The operator throws away what waits. */
  purge(): void;
  /** Whether anything was ever thrown away. */
  readonly wasPurged: boolean;
}

/** Cloud Tasks says "between 1 and 24 hours": the shortest is the unkindest. */
const NAME_KEPT = 60 * 60 * 1000;

export function createQueue(now: () => Date): QueueDouble {
  const waiting = new Map<string, Task>();
  const done = new Map<string, number>();
  const delivered: Task[] = [];
  let wasPurged = false;
  return {
    waiting,
    delivered,
    get wasPurged() {
      return wasPurged;
    },
    take(random) {
      const task = random.oneOf([...waiting.values()].filter(({ at }) => at <= now().getTime()));
      if (task === undefined) return undefined;
      waiting.delete(task.name);
      done.set(task.name, now().getTime());
      delivered.push(task);
      return task;
    },
    put(task) {
      waiting.set(task.name, task);
    },
    purge() {
      wasPurged ||= waiting.size > 0;
      waiting.clear();
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
      states: async () => [],
      warmUp: () => {},
      close: async () => {},
    },
  };
}
