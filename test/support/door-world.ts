import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { CloudTasksClient } from '@google-cloud/tasks';
import { afterAll, beforeEach } from '@jest/globals';
import { grpc } from 'google-gax';
import { registerFunctions } from '../../functions/register.ts';
import { startCloudTasks } from '../../local/cloud-tasks/emulator.ts';
import { limitBodies } from '../../shared/http/body-limit.ts';
import { signEvent } from '../../shared/http/signature.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import type { Environment } from '../../shared/setup/config.ts';
import { type Context, createContext } from '../../shared/setup/context.ts';
import { startCloste, succeeding } from './door-closte.ts';
import { EVENT_TYPES } from './door-requests.ts';
import { PLAIN_KEY } from './door-secrets.ts';
import { manualClock } from './manual-clock.ts';

type FunctionName = 'map' | 'unmap' | 'check' | 'reconcile';

export const CHECK_URL = 'https://check.example.test/check';
export const SERVICE_ACCOUNT = 'tasks@demo.iam.gserviceaccount.com';
export const QUEUE = 'projects/demo/locations/us-central1/queues/domain-checks';
export const CLOSTE_QUEUE = 'projects/demo/locations/us-central1/queues/closte-calls';

/** A request to a function. What is left out is in order. */
export interface Sent {
  readonly method?: string;
  /** The value of `webhook-id`; a new one if left out. */
  readonly id?: string;
  readonly secret?: string;
  /** When it is signed. Signatures are checked by the real clock. */
  readonly time?: Date;
  /** In place of the good ones, by name in lower case; undefined takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Answered {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A log entry as Cloud Logging reads it from a line of standard output. */
export type LogLine = Readonly<Record<string, unknown>>;

export interface DoorOptions {
  readonly environment?: Environment;
  /** Changes the context that the functions get. */
  readonly adapt?: (context: Context) => Context;
  /** Whether the queues are there from the start. */
  readonly withQueue?: boolean;
}

/**
 * The functions as they are deployed, behind the real functions framework on loopback, with a scripted Closte and the
 * real queue protocol around them. The queue is paused: its tasks can be looked at.
 */
export async function startDoor({ environment, adapt = (same) => same, withQueue = true }: DoorOptions = {}) {
  const clock = manualClock();
  const closte = await startCloste();
  let emulator = await startCloudTasks({ clock });
  const tasksAddress = emulator.address;
  const client = clientOf(emulator.address);
  const lines: string[] = [];
  const all: Environment = {
    CLOSTE_CLIENT_API_KEY: PLAIN_KEY,
    CLOSTE_API_URL: closte.url,
    GOOGLE_CLOUD_PROJECT: 'demo',
    CHECK_URL,
    NETWORK_DOMAIN: 'network.example',
    TASKS_SERVICE_ACCOUNT: SERVICE_ACCOUNT,
    CLOUD_TASKS_EMULATOR_HOST: emulator.address,
    ...environment,
  };
  const context = adapt(
    createContext({
      environment: all,
      now: clock.now,
      output: { write: (line: string) => lines.push(line) > 0 },
    }),
  );
  registerFunctions(() => context);
  const servers = {
    map: limitBodies(getTestServer('map')),
    unmap: limitBodies(getTestServer('unmap')),
    check: limitBodies(getTestServer('check')),
    reconcile: limitBodies(getTestServer('reconcile')),
  };
  for (const server of Object.values(servers)) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const secret = all['WEBHOOK_SECRET'] ?? derivedSecret(all['CLOSTE_CLIENT_API_KEY'] ?? '');
  const signatures: string[] = [];
  let events = 0;

  const door = {
    clock,
    /** What the functions run in. */
    context,
    closte,
    client,
    lines,
    /** The values of `webhook-signature` that were sent. */
    signatures,
    /** `host:port` of the queue's gRPC server. */
    tasksAddress,
    /** Takes the queue's server away; the function brings it back, empty. */
    async takeQueueDown(): Promise<() => Promise<void>> {
      await emulator.close();
      // Otherwise it would share the connection of the functions' client, and its wait before the next attempt.
      const fresh = clientOf(tasksAddress, { 'grpc.use_local_subchannel_pool': 1 });
      return async () => {
        emulator = await startCloudTasks({ clock, port: Number(tasksAddress.split(':')[1]) });
        await createPausedQueues(fresh);
        await fresh.close();
      };
    },
    /** Creates the queues, paused. */
    createQueue: () => createPausedQueues(client),
    /** The tasks in the queue, with their payloads. */
    tasks: () =>
      emulator.tasks().map(({ name, scheduleTime, url, body }) => ({
        name: name.full,
        id: name.id,
        scheduleTime,
        url,
        payload: JSON.parse(body.toString()) as Record<string, unknown>,
      })),
    /** What was logged about events, without the one line with which the library introduces itself. */
    entries: (): LogLine[] =>
      lines.map((line) => JSON.parse(line) as LogLine).filter((entry) => entry['event'] !== undefined),
    /**
     * Sends a body: JSON of an object, text as it is, signed where the function wants it signed. An object that does not
     * say of which type its event is gets the function's own.
     */
    async send(name: FunctionName, body: object | string, sent: Sent = {}): Promise<Answered> {
      const { method = 'POST', id = `msg_${++events}`, time = new Date() } = sent;
      const text = typeof body === 'string' ? body : JSON.stringify({ ...typeOf(name), ...body });
      const headers = {
        'content-type': 'application/json',
        ...(name === 'check' || name === 'reconcile' ? {} : signEvent(sent.secret ?? secret, id, time, text)),
        ...sent.headers,
      };
      const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
      signatures.push(
        ...given.filter(([header]) => header === 'webhook-signature').map(([, value]) => value),
      );
      const { port } = servers[name].address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method,
        headers: given,
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.from(text) }),
      });
      const answer = await response.text();
      const type = response.headers.get('content-type') ?? '';
      const isJson = /^application\/(problem\+)?json/.test(type) && answer !== '';
      return {
        id,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: answer,
        json: isJson ? JSON.parse(answer) : {},
      };
    },
    /** Forgets what was: calls, entries and tasks. */
    async reset(): Promise<void> {
      closte.script = succeeding;
      closte.calls.length = 0;
      lines.length = 0;
      if (withQueue) for (const name of [QUEUE, CLOSTE_QUEUE]) await client.purgeQueue({ name });
    },
    async close(): Promise<void> {
      await Promise.all(Object.values(servers).map(closeServer));
      if (context.ok) await context.services.queue.close();
      await client.close();
      await emulator.close();
      await closte.close();
    },
  };
  if (withQueue) await door.createQueue();
  return door;
}

export type Door = Awaited<ReturnType<typeof startDoor>>;

function typeOf(name: FunctionName): object {
  return name === 'map' || name === 'unmap' ? { type: EVENT_TYPES[name] } : {};
}

/** A door for all tests of a file. Each finds it as new, but for the time and the names of tasks that were there. */
export async function doorOfFile(options?: DoorOptions): Promise<Door> {
  const door = await startDoor(options);
  afterAll(() => door.close());
  beforeEach(() => door.reset());
  return door;
}

/** What happens at a door that is there for nothing else. */
export async function atDoor<T>(options: DoorOptions, visit: (door: Door) => Promise<T>): Promise<T> {
  const door = await startDoor(options);
  try {
    return await visit(door);
  } finally {
    await door.close();
  }
}

/** That of Closte's calls is there as well; a door uses it where its environment says so. */
async function createPausedQueues(client: CloudTasksClient): Promise<void> {
  for (const name of [QUEUE, CLOSTE_QUEUE]) {
    await client.createQueue({ parent: name.split('/queues/')[0] ?? '', queue: { name } });
    await client.pauseQueue({ name });
  }
}

function clientOf(address: string, channelOptions: Record<string, number> = {}): CloudTasksClient {
  const [apiEndpoint = '', port] = address.split(':');
  const sslCreds = grpc.credentials.createInsecure();
  return new CloudTasksClient({
    apiEndpoint,
    port: Number(port),
    sslCreds,
    universeDomain: 'googleapis.com',
    projectId: 'demo',
    ...channelOptions,
  });
}

async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
