import { randomBytes } from 'node:crypto';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { protos } from '@google-cloud/tasks';
import { parseTaskName, type QueueName, type TaskName } from './names.ts';
import type { OidcIdentity } from './oidc-token.ts';
import { invalidArgument, unimplemented } from './rpc-error.ts';
import { allowsBody, HTTP_METHODS, type HttpMethod, type HttpRequest, type TaskSpec } from './task.ts';
import { fromDuration, fromTimestamp } from './wire-time.ts';

type WireTask = protos.google.cloud.tasks.v2.ITask;
type WireRequest = protos.google.cloud.tasks.v2.IHttpRequest;

// Cloud Tasks' quotas and limits page: task size and schedule. The rest is in the comments of task.proto and target.proto.
const MAX_TASK_BYTES = 1024 * 1024;
const MAX_SCHEDULE_AHEAD = 30 * 24 * 3_600_000;
const MAX_URL_LENGTH = 2083;
const MAX_HEADER_BYTES = 80 * 1024;
const DEADLINE = { least: 15_000, most: 30 * 60_000, normal: 10 * 60_000 };

/**
 * Reads the task of a CreateTask request.
 *
 * @param now milliseconds since the epoch
 * @throws RpcError INVALID_ARGUMENT for what Cloud Tasks would refuse, UNIMPLEMENTED for an App Engine task or an OAuth token
 */
export function parseTask(queue: QueueName, task: WireTask, now: number): TaskSpec {
  if (task.appEngineHttpRequest) throw unimplemented('this emulator delivers HTTP tasks only');
  if (!task.httpRequest) throw invalidArgument('task.http_request is missing');
  const spec = {
    name: taskName(queue, task.name ?? ''),
    request: parseRequest(task.httpRequest),
    scheduleTime: scheduleTime(task, now),
    dispatchDeadline: dispatchDeadline(task),
  };
  refuseOversized(spec.request);
  return spec;
}

function taskName(queue: QueueName, given: string): TaskName {
  if (given === '') return parseTaskName(`${queue.full}/tasks/${randomBytes(8).readBigUInt64BE()}`);
  const name = parseTaskName(given);
  if (name.queue.full !== queue.full) {
    throw invalidArgument(
      `task.name "${given}" is not in the queue "${queue.full}" that the request names as its parent`,
    );
  }
  return name;
}

function scheduleTime(task: WireTask, now: number): number {
  if (!task.scheduleTime) return now;
  const time = fromTimestamp(task.scheduleTime);
  if (time > now + MAX_SCHEDULE_AHEAD) {
    throw invalidArgument('task.schedule_time is more than 30 days in the future');
  }
  return Math.max(time, now);
}

function dispatchDeadline(task: WireTask): number {
  if (!task.dispatchDeadline) return DEADLINE.normal;
  const deadline = Math.trunc(fromDuration(task.dispatchDeadline));
  if (deadline < DEADLINE.least || deadline > DEADLINE.most) {
    throw invalidArgument(`task.dispatch_deadline is ${deadline / 1000} s: it must be from 15 s to 30 min`);
  }
  return deadline;
}

function parseRequest(request: WireRequest): HttpRequest {
  const url = parseUrl(request.url ?? '');
  const method = parseMethod(request);
  const body = Buffer.from(request.body ?? '');
  if (body.length > 0 && !allowsBody(method)) {
    throw invalidArgument(`task.http_request.body is not allowed with ${method}`);
  }
  return {
    url,
    method,
    body,
    headers: parseHeaders(request.headers ?? {}),
    oidcToken: parseOidcToken(request, url),
  };
}

function parseUrl(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw invalidArgument(`task.http_request.url "${url}" is not a URL that begins with http:// or https://`);
  }
  if (new URL(url).href.length > MAX_URL_LENGTH) {
    throw invalidArgument(`task.http_request.url is longer than ${MAX_URL_LENGTH} characters`);
  }
  return url;
}

function parseMethod(request: WireRequest): HttpMethod {
  const given = request.httpMethod ?? 'HTTP_METHOD_UNSPECIFIED';
  if (given === 'HTTP_METHOD_UNSPECIFIED') return 'POST';
  const method = HTTP_METHODS.find((known) => known === given);
  if (method === undefined) throw invalidArgument(`task.http_request.http_method ${given} is unknown`);
  return method;
}

function parseHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  let bytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw invalidArgument(
        `task.http_request.headers: "${name}" has a name or a value that HTTP does not allow`,
      );
    }
  }
  if (bytes >= MAX_HEADER_BYTES) throw invalidArgument('task.http_request.headers are 80 KB or more');
  return { ...headers };
}

function parseOidcToken(request: WireRequest, url: string): OidcIdentity | undefined {
  if (request.oauthToken) throw unimplemented('this emulator makes OIDC tokens only');
  if (!request.oidcToken) return undefined;
  const { serviceAccountEmail, audience } = request.oidcToken;
  if (!serviceAccountEmail)
    throw invalidArgument('task.http_request.oidc_token.service_account_email is missing');
  return { serviceAccountEmail, audience: audience || url };
}

function refuseOversized(request: HttpRequest): void {
  const head = JSON.stringify([request.url, request.headers]);
  const size = Buffer.byteLength(head) + request.body.length;
  if (size > MAX_TASK_BYTES)
    throw invalidArgument(`the task is ${size} bytes: at most ${MAX_TASK_BYTES} are allowed`);
}
