import type { protos } from '@google-cloud/tasks';
import { toStatus } from './outcome.ts';
import type { Attempt, HttpRequest, Task } from './task.ts';
import { toDuration, toTimestamp } from './wire-time.ts';

type WireTask = protos.google.cloud.tasks.v2.ITask;
type WireRequest = protos.google.cloud.tasks.v2.IHttpRequest;
type WireAttempt = protos.google.cloud.tasks.v2.IAttempt;

/** How much of a task an answer shows; BASIC leaves the body out. */
export type TaskView = 'BASIC' | 'FULL';

/** The task as Cloud Tasks' API shows it. */
export function toWireTask(task: Task, view: TaskView): WireTask {
  return {
    name: task.name.full,
    httpRequest: toWireRequest(task.request, view),
    scheduleTime: toTimestamp(task.scheduleTime),
    // Task.create_time is truncated to the second.
    createTime: toTimestamp(Math.floor(task.createTime / 1000) * 1000),
    dispatchDeadline: toDuration(task.dispatchDeadline),
    dispatchCount: task.dispatchCount,
    responseCount: task.responseCount,
    firstAttempt:
      task.firstDispatchTime === undefined ? null : { dispatchTime: toTimestamp(task.firstDispatchTime) },
    lastAttempt: task.lastAttempt === undefined ? null : toWireAttempt(task.lastAttempt),
    view,
  };
}

function toWireRequest(request: HttpRequest, view: TaskView): WireRequest {
  return {
    url: request.url,
    httpMethod: request.method,
    headers: { ...request.headers },
    ...(view === 'FULL' ? { body: request.body } : {}),
    ...(request.oidcToken === undefined ? {} : { oidcToken: request.oidcToken }),
  };
}

function toWireAttempt({ scheduleTime, dispatchTime, result }: Attempt): WireAttempt {
  const times = { scheduleTime: toTimestamp(scheduleTime), dispatchTime: toTimestamp(dispatchTime) };
  if (result === undefined) return times;
  return {
    ...times,
    responseTime: toTimestamp(result.responseTime),
    responseStatus: toStatus(result.outcome),
  };
}
