import { grpc } from 'google-gax';
import type { EmulatedClock } from '../clock.ts';
import { cloudTasksDefinition } from './definition.ts';
import type { Dispatch } from './dispatch.ts';
import { InFlight } from './in-flight.ts';
import { Queues } from './queues.ts';
import { cloudTasksService } from './service.ts';
import type { Task } from './task.ts';

/** Google Cloud Tasks in memory, behind its own v2 gRPC API. */
export interface CloudTasksEmulator {
  /** `host:port` of the gRPC server: plaintext, no credentials. */
  readonly address: string;
  /** Resolves when no delivery is under way. */
  idle(): Promise<void>;
  /** The tasks of all queues that are not done, in the order in which they are due. */
  tasks(): readonly TaskSummary[];
  /** Breaks off what is under way, forgets everything and closes the server. */
  close(): Promise<void>;
}

/** A task as it stands now. */
type TaskSummary = Pick<Task, 'name' | 'state' | 'dispatchCount' | 'responseCount'> & {
  readonly url: string;
  readonly body: Buffer;
  readonly createTime: Date;
  readonly scheduleTime: Date;
};

interface CloudTasksOptions {
  readonly clock: EmulatedClock;
  /**
   * The clock by which the dispatch deadline runs out; `clock` if left out. Where `clock` runs faster than real time,
   * the workers do not: by it, they would be too late in no time.
   */
  readonly workClock?: EmulatedClock;
  /** The port on 127.0.0.1; any free one if left out. */
  readonly port?: number;
  /** Called after every attempt to deliver a task. */
  readonly onDispatch?: (dispatch: Dispatch) => void;
}

/**
 * Starts the emulator without any queue: create them through its API.
 *
 * It delivers over real HTTP, in the time of `clock`. What Cloud Tasks does beyond a queue's own settings is left
 * out: slowing down on errors, `Retry-After`, and the slow start of a new queue.
 *
 * @throws Error if the port is taken
 */
export async function startCloudTasks(options: CloudTasksOptions): Promise<CloudTasksEmulator> {
  const { clock, workClock = clock, port = 0, onDispatch = () => {} } = options;
  const inFlight = new InFlight();
  const closing = new AbortController();
  const queues = new Queues({ clock, workClock, inFlight, onDispatch, signal: closing.signal });

  const server = new grpc.Server();
  server.addService(cloudTasksDefinition(), cloudTasksService(queues, clock));
  const bound = await listen(server, port);

  return {
    address: `127.0.0.1:${bound}`,
    idle: () => inFlight.idle(),
    tasks: () =>
      queues
        .all()
        .flatMap((queue) => [...queue.tasks.values()])
        .sort((a, b) => a.scheduleTime - b.scheduleTime)
        .map(summaryOf),
    async close() {
      for (const queue of queues.all()) queue.pause();
      closing.abort();
      await inFlight.idle();
      await shutDown(server);
    },
  };
}

function summaryOf(task: Task): TaskSummary {
  const { name, state, dispatchCount, responseCount, request } = task;
  return {
    name,
    state,
    dispatchCount,
    responseCount,
    url: request.url,
    body: request.body,
    createTime: new Date(task.createTime),
    scheduleTime: new Date(task.scheduleTime),
  };
}

function listen(server: grpc.Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) => {
    if (error) reject(error);
    else resolve(bound);
  });
  return promise;
}

function shutDown(server: grpc.Server): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.tryShutdown((error) => (error ? reject(error) : resolve()));
  return promise;
}
