import type { ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { functionFailed, functionMisconfigured, queueUnavailable, requestRejected } from './events.ts';
import { type Log, type Subject, traceOf } from './log.ts';
import { type Problem, problem, problemBody } from './problem.ts';
import { QueueUnavailable } from './queue.ts';
import type { Redact } from './redact.ts';
import { type Body, type RawRequest, type Read, readBody } from './request.ts';
import type { Services } from './services.ts';

/** What a function answers: a body with its status, or a problem. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: object }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What an invocation works with. */
export interface Invocation {
  readonly config: Config;
  readonly services: Services;
  readonly log: Log;
}

/** One function, as its own file declares it. */
export interface Declaration<Input> {
  /** Who may call: whoever signs his events, or only whom Google's access control lets through. */
  readonly access: 'signed' | 'private';
  readonly read: (body: Body, config: Config) => Read<Input>;
  /** Which mapping the input is about, for what is told when acting on it fails. */
  readonly about: (input: Input) => Subject;
  readonly act: (invocation: Invocation, input: Input) => Promise<Answer>;
}

export type HttpFunction = (request: RawRequest, response: ServerResponse) => Promise<void>;

/** After how many seconds a caller should come again, when the queue could not be reached. */
const RETRY_AFTER = 30;

/**
 * Makes the handler that the functions framework calls: the door with its checks, the answer in its form, and an
 * entry in the log for whatever goes wrong on the way.
 */
export function httpFunction<Input>(
  { access, read, about, act }: Declaration<Input>,
  context: () => Context,
): HttpFunction {
  let told = false;

  async function answer(request: RawRequest): Promise<Answer> {
    const here = context();
    const log = here.log.inTrace(traceOf(request.headers));
    if (!here.ok) {
      // Said once: it is true of every request until somebody deploys anew.
      if (!told) log.write(functionMisconfigured(here.faults));
      told = true;
      return { kind: 'problem', problem: problem('not-configured', here.faults.join('; ')) };
    }
    const { config, services } = here;
    const body = readBody(request, access === 'signed' ? config.webhookSecret : undefined);
    const input = body.ok ? read(body.value, config) : body;
    if (!input.ok) {
      log.write(requestRejected(input.problem));
      return { kind: 'problem', problem: input.problem };
    }
    try {
      return await act({ config, services, log }, input.value);
    } catch (error) {
      return { kind: 'problem', problem: failure(error, log, about(input.value)) };
    }
  }

  return async (request, response) => send(response, await answer(request), context().redact);
}

/** An error is told in the log in full. The caller learns what he can do: come again. */
function failure(error: unknown, log: Log, subject: Subject): Problem {
  if (error instanceof QueueUnavailable) {
    log.write(queueUnavailable(error.message), subject);
    const detail = `nothing was lost: try again in ${RETRY_AFTER} s`;
    return problem('queue-unavailable', detail, { 'Retry-After': String(RETRY_AFTER) });
  }
  log.write(functionFailed(error), subject);
  return problem('function-failed', 'something unforeseen happened; the log has it');
}

function send(response: ServerResponse, answer: Answer, redact: Redact): void {
  if (answer.kind === 'problem') {
    const { status, headers } = answer.problem;
    write(status, { ...headers, 'Content-Type': 'application/problem+json' }, problemBody(answer.problem));
  } else {
    write(answer.status, { 'Content-Type': 'application/json' }, answer.body);
  }

  function write(status: number, headers: Record<string, string>, body: object): void {
    response.writeHead(status, headers);
    response.end(redact(JSON.stringify(body)));
  }
}
