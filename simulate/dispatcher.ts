import { TokenBucket } from '../local/cloud-tasks/token-bucket.ts';
import type { QueueLimits } from './assumptions.ts';
import type { Timeline } from './timeline.ts';

/** A task: it is carried out when its turn comes, and tells how long that takes, in milliseconds. */
interface Task {
  readonly dueAt: number;
  readonly carryOut: () => Promise<number>;
}

/**
 * One queue of Cloud Tasks, as far as it makes tasks wait: their own time, the queue's rate, and how many may go on at
 * once.
 */
export class Dispatcher {
  readonly #timeline: Timeline;
  readonly #bucket: TokenBucket;
  readonly #concurrent: number;
  /** Due, and waiting for their turn. */
  readonly #waiting: Task[] = [];
  /** When those that are under way end. */
  #ends: number[] = [];
  #longestQueue = 0;

  constructor(timeline: Timeline, { dispatchesPerSecond, burst, concurrent }: QueueLimits) {
    this.#timeline = timeline;
    this.#bucket = new TokenBucket(dispatchesPerSecond, burst);
    this.#concurrent = concurrent;
  }

  /** The most tasks that ever were due and waiting. */
  get longestQueue(): number {
    return this.#longestQueue;
  }

  add(task: Task): void {
    this.#timeline.at(task.dueAt, () => {
      this.#waiting.push(task);
      this.#longestQueue = Math.max(this.#longestQueue, this.#waiting.length);
      // Whoever waits already has seen to the next turn.
      return this.#waiting.length === 1 ? this.#dispatch() : undefined;
    });
  }

  /** Lets the first one go whose turn it is, and comes again for the next. */
  async #dispatch(): Promise<void> {
    const { now } = this.#timeline;
    const turn = this.#nextTurn();
    if (turn > now) {
      this.#timeline.at(turn, () => this.#dispatch());
      return;
    }
    const task = this.#waiting.shift();
    if (task === undefined) return;
    this.#bucket.take(now);
    this.#ends.push(now + (await task.carryOut()));
    if (this.#waiting.length > 0) this.#timeline.at(now, () => this.#dispatch());
  }

  #nextTurn(): number {
    const { now } = this.#timeline;
    this.#ends = this.#ends.filter((end) => end > now);
    const freeAt = this.#ends.length < this.#concurrent ? now : Math.min(...this.#ends);
    return Math.max(freeAt, Math.ceil(this.#bucket.nextTokenAt()));
  }
}
