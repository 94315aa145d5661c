import type { TaskName } from './names.ts';
import type { OidcIdentity } from './oidc-token.ts';
import type { Outcome } from './outcome.ts';
import type { Scheduled } from './timeline.ts';

export const HTTP_METHODS = ['POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** The methods whose requests may have a body (HttpRequest.body in Cloud Tasks' reference). */
export function allowsBody(method: HttpMethod): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}

/** The request that delivers a task. */
export interface HttpRequest {
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly oidcToken: OidcIdentity | undefined;
}

/** What the caller asked for. Times are milliseconds since the epoch. */
export interface TaskSpec {
  readonly name: TaskName;
  readonly request: HttpRequest;
  readonly scheduleTime: number;
  /** Milliseconds that an attempt may take. */
  readonly dispatchDeadline: number;
}

export interface Attempt {
  readonly scheduleTime: number;
  readonly dispatchTime: number;
  /** Absent while the attempt is under way. */
  readonly result?: { readonly responseTime: number; readonly outcome: Outcome };
}

/** A task that is not done, with what has become of it so far. */
export interface Task extends TaskSpec, Scheduled {
  state: 'scheduled' | 'dispatched';
  scheduleTime: number;
  readonly createTime: number;
  dispatchCount: number;
  /** Attempts that the worker answered. */
  responseCount: number;
  /** Attempts that the worker answered with other than 5xx. */
  executionCount: number;
  firstDispatchTime: number | undefined;
  lastAttempt: Attempt | undefined;
}

export function newTask(spec: TaskSpec, createTime: number, sequence: number): Task {
  return {
    ...spec,
    sequence,
    createTime,
    state: 'scheduled',
    dispatchCount: 0,
    responseCount: 0,
    executionCount: 0,
    firstDispatchTime: undefined,
    lastAttempt: undefined,
  };
}
