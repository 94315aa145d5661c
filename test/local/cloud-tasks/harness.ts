import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudTasksClient, type protos } from '@google-cloud/tasks';
import { grpc } from 'google-gax';
import type { Dispatch } from '../../../local/cloud-tasks/dispatch.ts';
import { startCloudTasks } from '../../../local/cloud-tasks/emulator.ts';
import { manualClock } from '../../support/manual-clock.ts';

export type WireTask = protos.google.cloud.tasks.v2.ITask;
type WireQueue = protos.google.cloud.tasks.v2.IQueue;
type WireRequest = protos.google.cloud.tasks.v2.IHttpRequest;

export const LOCATION = 'projects/demo/locations/us-central1';
export const QUEUE = `${LOCATION}/queues/domain-checks`;

/** The real client, told to talk to an emulator. */
export function clientOf(address: string): CloudTasksClient {
  const [host = '', port] = address.split(':');
  return new CloudTasksClient({
    apiEndpoint: host,
    port: Number(port),
    sslCreds: grpc.credentials.createInsecure(),
    universeDomain: 'googleapis.com',
    projectId: 'demo',
  });
}

/** The code with which a call is refused; undefined if it is not. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: unknown; message: string } | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    const { code, details } = error as { code: unknown; details: string };
    return { code, message: details };
  }
}

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the worker does with a request: answers with a status, or does what it likes with the response. */
export type Reply = number | ((response: http.ServerResponse) => void);

/** A worker on loopback that keeps what it receives and answers as the test says, 200 unless told otherwise. */
async function startWorker() {
  const received: Received[] = [];
  const worker = {
    received,
    url: '',
    reply: (_request: Received): Reply => 200,
    /** Resolves when the next request has come. */
    nextRequest: () => once(server, 'received'),
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    const item = { method, path, headers, body: Buffer.concat(chunks).toString() };
    received.push(item);
    const reply = worker.reply(item);
    if (typeof reply === 'number') response.writeHead(reply).end();
    else reply(response);
    server.emit('received');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  worker.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return worker;
}

/** The emulator with one queue, the real client and a worker, in a time that stands still until it is moved. */
export async function startWorld() {
  const clock = manualClock();
  const dispatches: Dispatch[] = [];
  const emulator = await startCloudTasks({ clock, onDispatch: (dispatch) => dispatches.push(dispatch) });
  const client = clientOf(emulator.address);
  const worker = await startWorker();

  const createQueue = (id: string, settings: WireQueue = {}) =>
    client.createQueue({ parent: LOCATION, queue: { name: `${LOCATION}/queues/${id}`, ...settings } });
  await createQueue('domain-checks');

  return {
    clock,
    dispatches,
    emulator,
    client,
    worker,
    createQueue,
    /** Creates a task for the worker in the queue `domain-checks`, or in that of its name. */
    async createTask({ httpRequest, ...task }: WireTask = {}, request: WireRequest = {}): Promise<WireTask> {
      const [created] = await client.createTask({
        parent: task.name?.split('/tasks/')[0] ?? QUEUE,
        task: { ...task, httpRequest: { url: `${worker.url}/check`, ...httpRequest, ...request } },
      });
      return created;
    },
    /** A protobuf timestamp so many seconds from now. */
    inSeconds: (seconds: number) => ({ seconds: Math.floor(clock.now().getTime() / 1000) + seconds }),
    /** Lets everything happen that is to happen, in emulated time, until no task is left or `attempts` are made. */
    async run(attempts = Number.POSITIVE_INFINITY): Promise<void> {
      await emulator.idle();
      while (dispatches.length < attempts && emulator.tasks().length > 0 && clock.advanceToNext()) {
        await emulator.idle();
      }
    },
    async close(): Promise<void> {
      await client.close();
      await emulator.close();
      await worker.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
