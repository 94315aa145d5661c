import { unsignedIdToken } from './oidc-token.ts';
import { toStatus } from './outcome.ts';
import { allowsBody, type Task } from './task.ts';

/**
 * Headers that the queue sets itself or keeps for Google (HttpRequest.headers in Cloud Tasks' reference), and those
 * that belong to the connection rather than to the request (RFC 9110 section 7.6.1).
 */
const NOT_THE_CALLERS =
  /^(?:x-cloudtasks-.*|x-google-.*|x-appengine-.*|host|content-length|user-agent|connection|proxy-connection|keep-alive|te|transfer-encoding|upgrade)$/i;

/**
 * The headers of a task's next delivery: the task's own, and those by which a worker knows what it received
 * (Cloud Tasks' documentation, "Create HTTP target tasks", task request headers).
 *
 * @param task as it was before this delivery
 * @param now milliseconds since the epoch
 */
export function requestHeaders(task: Task, now: number): Record<string, string> {
  const { request } = task;
  const headers = new Map<string, string>();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), value);

  if (allowsBody(request.method)) set('Content-Type', 'application/octet-stream');
  for (const [name, value] of Object.entries(request.headers)) {
    if (!NOT_THE_CALLERS.test(name)) set(name, value);
  }
  if (allowsBody(request.method)) set('Content-Length', String(request.body.length));
  set('User-Agent', 'Google-Cloud-Tasks');
  if (request.oidcToken !== undefined)
    set('Authorization', `Bearer ${unsignedIdToken(request.oidcToken, now)}`);

  set('X-CloudTasks-QueueName', task.name.queue.id);
  set('X-CloudTasks-TaskName', task.name.id);
  set('X-CloudTasks-TaskRetryCount', String(task.dispatchCount));
  set('X-CloudTasks-TaskExecutionCount', String(task.executionCount));
  set('X-CloudTasks-TaskETA', (task.scheduleTime / 1000).toFixed(6));
  const previous = task.lastAttempt?.result?.outcome;
  if (previous?.kind === 'response') set('X-CloudTasks-TaskPreviousResponse', String(previous.status));
  if (previous !== undefined) set('X-CloudTasks-TaskRetryReason', toStatus(previous).message);
  return Object.fromEntries(headers);
}
