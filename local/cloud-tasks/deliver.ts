import http from 'node:http';
import https from 'node:https';
import type { EmulatedClock } from '../clock.ts';
import type { Outcome } from './outcome.ts';
import type { HttpRequest } from './task.ts';

interface DeliveryTerms {
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: EmulatedClock;
  /** The time by which the answer must be there, in milliseconds since the epoch of the clock. */
  readonly deadline: number;
  /** Breaks the delivery off. */
  readonly signal: AbortSignal;
}

/** Sends a task's request once and waits for the whole answer. Whatever goes wrong is an outcome, never a rejection. */
export function deliver(request: HttpRequest, terms: DeliveryTerms): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const client = request.url.startsWith('https:') ? https : http;
  const outgoing = client.request(request.url, {
    method: request.method,
    headers: terms.headers,
    // A connection of its own: a kept one that the worker closes meanwhile would be a failure of the queue's making.
    agent: false,
    signal: terms.signal,
  });
  const callOffDeadline = terms.clock.at(new Date(terms.deadline), () => {
    resolve({ kind: 'deadline-exceeded' });
    outgoing.destroy();
  });
  const fail = (error: NodeJS.ErrnoException) => {
    callOffDeadline();
    resolve({ kind: 'connection-failed', reason: error.code ?? error.name });
  };
  outgoing.on('error', fail);
  outgoing.on('response', (response) => {
    response.on('error', fail);
    response.on('end', () => {
      callOffDeadline();
      resolve({ kind: 'response', status: response.statusCode ?? 0 });
    });
    response.resume();
  });
  outgoing.end(request.body);
  return promise;
}
