import { parseLocation, parseQueueName, type QueueName } from './names.ts';
import { type QueueSurroundings, TaskQueue } from './queue.ts';
import type { QueueConfig } from './queue-config.ts';
import { alreadyExists, failedPrecondition, invalidArgument, notFound } from './rpc-error.ts';
import { UsedNames } from './used-names.ts';

// DeleteQueue in Cloud Tasks' reference.
const NAME_RETENTION = 7 * 24 * 3_600_000;

/** All queues, of every project and location. */
export class Queues {
  readonly #surroundings: QueueSurroundings;
  readonly #queues = new Map<string, TaskQueue>();
  readonly #usedNames = new UsedNames(NAME_RETENTION);

  constructor(surroundings: QueueSurroundings) {
    this.#surroundings = surroundings;
  }

  all(): readonly TaskQueue[] {
    return [...this.#queues.values()];
  }

  /** @throws RpcError INVALID_ARGUMENT for what is not a location */
  in(location: string): ReadonlyMap<string, TaskQueue> {
    parseLocation(location);
    return new Map([...this.#queues].filter(([, queue]) => queue.name.location === location));
  }

  /** @throws RpcError ALREADY_EXISTS, or FAILED_PRECONDITION for a name whose queue was deleted less than 7 days ago */
  create(location: string, name: QueueName, config: QueueConfig): TaskQueue {
    if (name.location !== location) {
      throw invalidArgument(
        `queue.name "${name.full}" is not in the location "${location}" that the request names as its parent`,
      );
    }
    if (this.#queues.has(name.full)) throw alreadyExists(`the queue "${name.full}" exists already`);
    if (this.#usedNames.has(name.full, this.#now())) {
      throw failedPrecondition(
        `a queue "${name.full}" existed too recently: wait 7 days or take another name`,
      );
    }
    const queue = new TaskQueue(name, config, this.#surroundings);
    this.#queues.set(name.full, queue);
    return queue;
  }

  /** @throws RpcError INVALID_ARGUMENT for what is not a queue's name, NOT_FOUND for a queue that is not there */
  get(name: string): TaskQueue {
    const queue = this.#queues.get(parseQueueName(name).full);
    if (queue === undefined) throw notFound(`the queue "${name}" does not exist: create it first`);
    return queue;
  }

  /** Deletes the queue with all its tasks. @throws RpcError as `get` does */
  delete(name: string): void {
    const queue = this.get(name);
    queue.purge();
    this.#queues.delete(name);
    this.#usedNames.add(name, this.#now());
  }

  #now(): number {
    return this.#surroundings.clock.now().getTime();
  }
}
