import { invalidArgument } from './rpc-error.ts';

const LOCATION = /^projects\/[A-Za-z0-9.:-]+\/locations\/[A-Za-z0-9-]+$/;
const QUEUE = /^(projects\/[A-Za-z0-9.:-]+\/locations\/[A-Za-z0-9-]+)\/queues\/([A-Za-z0-9-]{1,100})$/;
const TASK = /^(.+)\/tasks\/([A-Za-z0-9_-]{1,500})$/;

/** `projects/PROJECT/locations/LOCATION/queues/QUEUE` and its parts. */
export interface QueueName {
  readonly full: string;
  readonly location: string;
  readonly id: string;
}

/** A queue's name with `/tasks/TASK` behind it, and its parts. */
export interface TaskName {
  readonly full: string;
  readonly queue: QueueName;
  readonly id: string;
}

/** @throws RpcError INVALID_ARGUMENT unless `name` is `projects/PROJECT/locations/LOCATION` */
export function parseLocation(name: string): string {
  if (!LOCATION.test(name)) {
    throw invalidArgument(`"${name}" is not a location: expected projects/PROJECT/locations/LOCATION`);
  }
  return name;
}

/** @throws RpcError INVALID_ARGUMENT for a name that Cloud Tasks would refuse (Queue.name in its reference) */
export function parseQueueName(name: string): QueueName {
  const [, location, id] = QUEUE.exec(name) ?? [];
  if (location === undefined || id === undefined) {
    throw invalidArgument(
      `"${name}" is not a queue: expected projects/PROJECT/locations/LOCATION/queues/QUEUE, ` +
        'QUEUE being 1 to 100 letters, digits and hyphens',
    );
  }
  return { full: name, location, id };
}

/** @throws RpcError INVALID_ARGUMENT for a name that Cloud Tasks would refuse (Task.name in its reference) */
export function parseTaskName(name: string): TaskName {
  const [, queue, id] = TASK.exec(name) ?? [];
  if (queue === undefined || id === undefined) {
    throw invalidArgument(
      `"${name}" is not a task: expected QUEUE/tasks/TASK, ` +
        'TASK being 1 to 500 letters, digits, hyphens and underscores',
    );
  }
  return { full: name, queue: parseQueueName(queue), id };
}
