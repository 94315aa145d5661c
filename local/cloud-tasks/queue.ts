import type { EmulatedClock } from '../clock.ts';
import { deliver } from './deliver.ts';
import type { Dispatch, NextStep } from './dispatch.ts';
import type { InFlight } from './in-flight.ts';
import type { QueueName } from './names.ts';
import { isSuccess, type Outcome } from './outcome.ts';
import type { QueueConfig } from './queue-config.ts';
import { requestHeaders } from './request-headers.ts';
import { retriesAreExhausted, retryBackoff } from './retry.ts';
import { alreadyExists, notFound } from './rpc-error.ts';
import { newTask, type Task, type TaskSpec } from './task.ts';
import { Timeline } from './timeline.ts';
import { TokenBucket } from './token-bucket.ts';
import { UsedNames } from './used-names.ts';

// Google frees a used name some time between 1 h and 24 h after; the later is the one to be ready for.
const NAME_RETENTION = 24 * 3_600_000;
// CreateQueue in Cloud Tasks' reference: a task 31 days old is deleted, dispatched or not.
const MAX_TASK_AGE = 31 * 24 * 3_600_000;
// Node's timers cannot wait for more than 24.8 days.
const LONGEST_WAIT = 20 * 24 * 3_600_000;

export interface QueueSurroundings {
  readonly clock: EmulatedClock;
  readonly workClock: EmulatedClock;
  readonly inFlight: InFlight;
  readonly onDispatch: (dispatch: Dispatch) => void;
  /** Breaks off all deliveries, which then count for nothing. */
  readonly signal: AbortSignal;
}

/** A queue and its tasks: accepts them, delivers each when it is due, and tries again what failed. */
export class TaskQueue {
  readonly name: QueueName;
  readonly config: QueueConfig;
  readonly #surroundings: QueueSurroundings;
  readonly #tasks = new Map<string, Task>();
  readonly #due = new Timeline<Task>();
  readonly #usedNames = new UsedNames(NAME_RETENTION);
  readonly #bucket: TokenBucket;
  #state: 'RUNNING' | 'PAUSED' = 'RUNNING';
  #purgeTime: number | undefined;
  #sequence = 0;
  #dispatching = 0;
  #callOffWake = () => {};

  constructor(name: QueueName, config: QueueConfig, surroundings: QueueSurroundings) {
    this.name = name;
    this.config = config;
    this.#surroundings = surroundings;
    this.#bucket = new TokenBucket(config.rateLimits.maxDispatchesPerSecond, config.rateLimits.maxBurstSize);
  }

  get state(): 'RUNNING' | 'PAUSED' {
    return this.#state;
  }

  /** When the queue was last purged, in milliseconds since the epoch. */
  get purgeTime(): number | undefined {
    return this.#purgeTime;
  }

  /** The tasks that are not done, under their full names. */
  get tasks(): ReadonlyMap<string, Task> {
    return this.#tasks;
  }

  /** @throws RpcError ALREADY_EXISTS for a name that is in use or was until a while ago */
  create(spec: TaskSpec): Task {
    const { full } = spec.name;
    if (this.#tasks.has(full)) throw alreadyExists(`the task "${full}" exists already`);
    if (this.#usedNames.has(full, this.#now())) {
      throw alreadyExists(
        `a task "${full}" existed too recently: a name can be used again 24 h after its task is gone`,
      );
    }
    const task = newTask(spec, this.#now(), this.#sequence++);
    this.#tasks.set(full, task);
    this.#due.add(task);
    return task;
  }

  /** @throws RpcError NOT_FOUND for a task that never was, or is done or deleted */
  get(name: string): Task {
    const task = this.#tasks.get(name);
    if (task !== undefined) return task;
    throw notFound(
      this.#usedNames.has(name, this.#now())
        ? `the task "${name}" no longer exists: it was completed, given up or deleted`
        : `the task "${name}" does not exist`,
    );
  }

  /** An attempt under way goes on, but nothing follows from it. @throws RpcError NOT_FOUND as `get` does */
  delete(name: string): void {
    this.#remove(this.get(name));
    this.dispatchDue();
  }

  purge(): void {
    for (const task of this.#tasks.values()) this.#remove(task);
    this.#purgeTime = this.#now();
    this.dispatchDue();
  }

  pause(): void {
    this.#state = 'PAUSED';
    this.#callOffWake();
  }

  resume(): void {
    this.#state = 'RUNNING';
    this.dispatchDue();
  }

  /** Starts every delivery that is due and within the limits, and sees to it that the next one starts in time. */
  dispatchDue(): void {
    this.#callOffWake();
    const { clock } = this.#surroundings;
    if (this.#state === 'PAUSED') return;
    while (this.#dispatching < this.config.rateLimits.maxConcurrentDispatches) {
      const task = this.#due.first();
      if (task === undefined) return;
      const now = this.#now();
      const time = Math.max(task.scheduleTime, this.#bucket.nextTokenAt());
      if (time > now) {
        const wake = Math.ceil(Math.min(time, now + LONGEST_WAIT));
        this.#callOffWake = clock.at(new Date(wake), () => this.dispatchDue());
        return;
      }
      if (now - task.createTime >= MAX_TASK_AGE) {
        this.#remove(task);
      } else {
        this.#due.remove(task);
        this.#bucket.take(now);
        void this.#dispatch(task, now);
      }
    }
  }

  async #dispatch(task: Task, now: number): Promise<void> {
    const { clock, workClock, inFlight, onDispatch, signal } = this.#surroundings;
    inFlight.begin();
    this.#dispatching += 1;
    try {
      const headers = requestHeaders(task, now);
      task.state = 'dispatched';
      task.dispatchCount += 1;
      task.firstDispatchTime ??= now;
      task.lastAttempt = { scheduleTime: task.scheduleTime, dispatchTime: now };
      const deadline = workClock.now().getTime() + task.dispatchDeadline;
      const outcome = await deliver(task.request, { headers, clock: workClock, deadline, signal });
      if (signal.aborted) return;
      const endedAt = clock.now();
      onDispatch({
        task: task.name,
        attempt: task.dispatchCount,
        url: task.request.url,
        startedAt: new Date(now),
        endedAt,
        outcome,
        next: this.#conclude(task, now, endedAt.getTime(), outcome),
      });
    } finally {
      this.#dispatching -= 1;
      this.dispatchDue();
      inFlight.end();
    }
  }

  #conclude(task: Task, dispatchTime: number, responseTime: number, outcome: Outcome): NextStep {
    if (this.#tasks.get(task.name.full) !== task) return { kind: 'deleted' };
    if (isSuccess(outcome)) {
      this.#remove(task);
      return { kind: 'completed' };
    }
    if (outcome.kind === 'response') {
      task.responseCount += 1;
      if (outcome.status < 500) task.executionCount += 1;
    }
    const { retryConfig } = this.config;
    const elapsed = responseTime - (task.firstDispatchTime ?? dispatchTime);
    if (retriesAreExhausted(retryConfig, task.dispatchCount, elapsed)) {
      this.#remove(task);
      return { kind: 'given-up' };
    }
    task.lastAttempt = { scheduleTime: task.scheduleTime, dispatchTime, result: { responseTime, outcome } };
    task.scheduleTime = responseTime + retryBackoff(retryConfig, task.dispatchCount);
    task.state = 'scheduled';
    this.#due.add(task);
    return { kind: 'retry', at: new Date(task.scheduleTime) };
  }

  #remove(task: Task): void {
    this.#tasks.delete(task.name.full);
    this.#due.remove(task);
    this.#usedNames.add(task.name.full, this.#now());
  }

  #now(): number {
    return this.#surroundings.clock.now().getTime();
  }
}
