import type { protos } from '@google-cloud/tasks';
import { grpc } from 'google-gax';
import type { EmulatedClock } from '../clock.ts';
import { parseQueueName, parseTaskName } from './names.ts';
import { type PageRequest, pageOf } from './page.ts';
import type { TaskQueue } from './queue.ts';
import { parseQueueConfig, toWireConfig } from './queue-config.ts';
import type { Queues } from './queues.ts';
import { invalidArgument, RpcError } from './rpc-error.ts';
import { type TaskView, toWireTask } from './task-message.ts';
import { parseTask } from './task-request.ts';
import { toTimestamp } from './wire-time.ts';

// Requests as they come off the wire: a string left out is empty, a message left out is null.
type WireQueue = protos.google.cloud.tasks.v2.IQueue;
type WireTask = protos.google.cloud.tasks.v2.ITask;
interface Named {
  readonly name: string;
}
interface InParent {
  readonly parent: string;
}
interface Viewed {
  readonly responseView: string;
}

// The page sizes that ListQueuesRequest and ListTasksRequest allow.
const MAX_QUEUES_IN_PAGE = 9800;
const MAX_TASKS_IN_PAGE = 1000;

/**
 * The methods of google.cloud.tasks.v2.CloudTasks that this emulator has. The others (UpdateQueue, RunTask and those
 * about access) answer UNIMPLEMENTED.
 */
export function cloudTasksService(queues: Queues, clock: EmulatedClock): grpc.UntypedServiceImplementation {
  return {
    createQueue: unary(({ parent, queue }: InParent & { queue: WireQueue | null }) => {
      if (queue === null) throw invalidArgument('queue is missing');
      const name = parseQueueName(queue.name ?? '');
      return toWireQueue(queues.create(parent, name, parseQueueConfig(queue)));
    }),

    getQueue: unary(({ name }: Named) => toWireQueue(queues.get(name))),

    listQueues: unary(({ parent, ...page }: InParent & PageRequest) => {
      const { items, nextPageToken } = pageOf(queues.in(parent), page, MAX_QUEUES_IN_PAGE);
      return { queues: items.map(toWireQueue), nextPageToken };
    }),

    deleteQueue: unary(({ name }: Named) => {
      queues.delete(name);
      return {};
    }),

    purgeQueue: unary(({ name }: Named) => changed(queues.get(name), (queue) => queue.purge())),

    pauseQueue: unary(({ name }: Named) => changed(queues.get(name), (queue) => queue.pause())),

    resumeQueue: unary(({ name }: Named) => changed(queues.get(name), (queue) => queue.resume())),

    createTask: unary(({ parent, task, responseView }: InParent & Viewed & { task: WireTask | null }) => {
      if (task === null) throw invalidArgument('task is missing');
      const queue = queues.get(parent);
      const created = queue.create(parseTask(queue.name, task, clock.now().getTime()));
      const answer = toWireTask(created, viewOf(responseView));
      queue.dispatchDue();
      return answer;
    }),

    getTask: unary(({ name, responseView }: Named & Viewed) => {
      const { queue } = parseTaskName(name);
      return toWireTask(queues.get(queue.full).get(name), viewOf(responseView));
    }),

    listTasks: unary(({ parent, responseView, ...page }: InParent & Viewed & PageRequest) => {
      const { items, nextPageToken } = pageOf(queues.get(parent).tasks, page, MAX_TASKS_IN_PAGE);
      return { tasks: items.map((task) => toWireTask(task, viewOf(responseView))), nextPageToken };
    }),

    deleteTask: unary(({ name }: Named) => {
      const { queue } = parseTaskName(name);
      queues.get(queue.full).delete(name);
      return {};
    }),
  };
}

function changed(queue: TaskQueue, change: (queue: TaskQueue) => void): WireQueue {
  change(queue);
  return toWireQueue(queue);
}

function toWireQueue(queue: TaskQueue): WireQueue {
  return {
    name: queue.name.full,
    ...toWireConfig(queue.config),
    state: queue.state,
    purgeTime: queue.purgeTime === undefined ? null : toTimestamp(queue.purgeTime),
  };
}

const viewOf = (requested: string): TaskView => (requested === 'FULL' ? 'FULL' : 'BASIC');

/** A gRPC handler of a plain function: what it throws is the call's status. */
function unary<Request, Response>(
  answer: (request: Request) => Response,
): grpc.handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    try {
      callback(null, answer(request));
    } catch (error) {
      callback(toStatusObject(error));
    }
  };
}

function toStatusObject(error: unknown): Partial<grpc.StatusObject> {
  if (error instanceof RpcError) return { code: error.code, details: error.message };
  return { code: grpc.status.INTERNAL, details: `the emulator failed: ${String(error)}` };
}
