import type { CloudTasksClient } from '@google-cloud/tasks';
import type { Scheduled, Visit } from '../mapping/mapping.ts';
import { payloadOf } from './payload.ts';
import { type Continuation, continuationTaskName, taskName } from './task-name.ts';
import { type QueueNames, queueOf } from './which-queue.ts';

/** Where visits wait for their time: two queues, or one that is both. */
export interface Queue {
  /**
   * Puts a visit into its queue. If it is there already, or was, that is as good.
   *
   * @throws QueueUnavailable if it cannot be known to be there
   */
  add(visit: Visit, at: Date): Promise<Scheduled>;
  /**
   * Has reconciliation go on where it stopped.
   *
   * @returns the task's name, or null where the URL of `reconcile` is not configured
   * @throws QueueUnavailable if it cannot be known to be there
   */
  addContinuation(continuation: Continuation, at: Date): Promise<string | null>;
  /** How the queues themselves are: of each its name and its state. */
  states(): Promise<readonly NamedState[]>;
  /** Loads the client in advance, beside other work: it takes a quarter of a second. */
  warmUp(): void;
  close(): Promise<void>;
}

export interface NamedState {
  readonly name: string;
  readonly state: QueueState;
}

type QueueState =
  | { readonly kind: 'running' }
  /** `paused` or `disabled`: what is added waits. */
  | { readonly kind: 'stopped'; readonly state: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Where the queues are, and where they deliver. */
export interface QueueConfig extends QueueNames {
  readonly project: string;
  readonly location: string;
  readonly checkUrl: string;
  /** Where a run of reconciliation that stopped is continued. */
  readonly reconcileUrl: string | undefined;
  readonly serviceAccount: string | undefined;
  /** `host:port` of an emulator, which is talked to in plaintext and without credentials. */
  readonly emulator: string | undefined;
}

/** A visit as it is named once it is in the queue: what is known before it is put there. */
export function scheduledAs(visit: Visit, at: Date): Scheduled {
  const { stage, visit: number } = visit;
  return { stage, visit: number, task: taskName(visit), scheduled_for: at.toISOString() };
}

export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/** For one attempt and for all of them, in milliseconds. WordPress waits meanwhile. */
const ATTEMPT_TIMEOUT = 5_000;
const TOTAL_TIMEOUT = 10_000;

/** After several attempts the client's message tells of each of them at length. */
const LONGEST_REASON = 300;

/** gRPC's status codes (https://grpc.io/docs/guides/status-codes/). */
const DEADLINE_EXCEEDED = 4;
const ALREADY_EXISTS = 6;
const INTERNAL = 13;
const UNAVAILABLE = 14;

/** Cloud Tasks, through Google's own client. */
export function createQueue(config: QueueConfig): Queue {
  const { project, location, name, closteName, checkUrl, reconcileUrl, serviceAccount } = config;
  const pathOf = (queue: string) => `projects/${project}/locations/${location}/queues/${queue}`;
  let connecting: Promise<Connection> | undefined;
  // A client that could not be made is made anew for the next visit.
  const connection = () => {
    connecting ??= connect(config).catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  };

  async function create(queue: string, id: string, url: string, json: object, at: Date): Promise<void> {
    const parent = pathOf(queue);
    const httpRequest = {
      httpMethod: 'POST' as const,
      url,
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from(JSON.stringify(json)).toString('base64'),
      ...(serviceAccount === undefined
        ? {}
        : { oidcToken: { serviceAccountEmail: serviceAccount, audience: url } }),
    };
    const task = { name: `${parent}/tasks/${id}`, scheduleTime: timestamp(at), httpRequest };
    try {
      const { client, callOptions } = await connection();
      await client.createTask({ parent, task }, callOptions);
    } catch (error) {
      const { code, message } = error as { code?: number; message?: string };
      if (code !== ALREADY_EXISTS) {
        throw new QueueUnavailable((message ?? String(error)).slice(0, LONGEST_REASON), { cause: error });
      }
    }
  }

  async function stateOf(queue: string): Promise<QueueState> {
    try {
      const { client, callOptions } = await connection();
      const [{ state }] = await client.getQueue({ name: pathOf(queue) }, callOptions);
      return state === 'RUNNING' || state === 1
        ? { kind: 'running' }
        : { kind: 'stopped', state: String(state).toLowerCase() };
    } catch (error) {
      const { message } = error as { message?: string };
      return { kind: 'unavailable', reason: (message ?? String(error)).slice(0, LONGEST_REASON) };
    }
  }

  return {
    async add(visit, at) {
      const scheduled = scheduledAs(visit, at);
      await create(queueOf(visit.stage, config), scheduled.task, checkUrl, payloadOf(visit), at);
      return scheduled;
    },
    async addContinuation(continuation, at) {
      if (reconcileUrl === undefined) return null;
      const id = continuationTaskName(continuation, at);
      await create(name, id, reconcileUrl, continuation, at);
      return id;
    },
    states() {
      const names = [...new Set([name, closteName])];
      return Promise.all(names.map(async (queue) => ({ name: queue, state: await stateOf(queue) })));
    },
    warmUp() {
      // A failure shows again, and is dealt with, where the queue is needed.
      connection().catch(() => undefined);
    },
    async close() {
      await connecting?.then(({ client }) => client.close());
    },
  };
}

interface Connection {
  readonly client: CloudTasksClient;
  readonly callOptions: object;
}

/**
 * A client of Cloud Tasks or, where one is named, of an emulator. It is loaded late: a request that is refused does
 * not need it.
 */
export async function createTasksClient({
  project,
  emulator,
}: Pick<QueueConfig, 'project' | 'emulator'>): Promise<CloudTasksClient> {
  const { CloudTasksClient, grpc } = await import('./google-client.ts');
  const [host, port] = emulator?.split(':') ?? [];
  return new CloudTasksClient({
    projectId: project,
    // Otherwise the client asks the metadata server for it, also where there is none.
    universeDomain: 'googleapis.com',
    ...(host === undefined
      ? {}
      : { apiEndpoint: host, port: Number(port), sslCreds: grpc.credentials.createInsecure() }),
  });
}

async function connect(config: QueueConfig): Promise<Connection> {
  const client = await createTasksClient(config);
  const { createBackoffSettings, RetryOptions } = await import('./google-client.ts');
  // Creating a named task twice is harmless, so it may be tried again, which the client does not do by itself.
  const retry = new RetryOptions(
    [DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE],
    createBackoffSettings(100, 2, 1000, ATTEMPT_TIMEOUT, 1, ATTEMPT_TIMEOUT, TOTAL_TIMEOUT),
  );
  return { client, callOptions: { retry } };
}

function timestamp(time: Date): { seconds: number; nanos: number } {
  const milliseconds = time.getTime();
  return { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 };
}
