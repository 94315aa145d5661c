import type { ServerResponse } from 'node:http';
import { type ApiError, apiError } from '../http/api-error.ts';
import { type Answer, createReply, type Reply } from '../http/reply.ts';
import { type Body, type RawRequest, type Read, readBody } from '../http/request.ts';
import {
  functionFailed,
  functionMisconfigured,
  queueUnavailable,
  requestRejected,
} from '../logging/function-entries.ts';
import { type Log, type Subject, traceOf } from '../logging/log.ts';
import { QueueUnavailable } from '../queue/queue.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Services } from './services.ts';

/** What an invocation works with. */
export interface Invocation {
  readonly config: Config;
  readonly services: Services;
  readonly log: Log;
  readonly progress: Reply['progress'];
}

/** One function, as its own file declares it. */
export interface Declaration<Input> {
  /** The door: who may call, and how the request is read. */
  readonly enter: (request: RawRequest, config: Config) => Read<Input>;
  /** What this function needs of the configuration beyond what every one does: the faults, in words. */
  readonly faults?: (config: Config) => readonly string[];
  /** Which mapping the input is about, if it is about one, for what is told when acting on it fails. */
  readonly about: (input: Input) => Subject | undefined;
  readonly act: (invocation: Invocation, input: Input) => Promise<Answer>;
  /** How an error is told to whoever asked, if not as JSON. */
  readonly present?: (error: ApiError, request: RawRequest, config: Config | undefined) => Promise<Answer>;
}

/** The door of a function that is called by whoever signs his events. */
export const signed = doorOf((config) => config.webhookSecret);

/** The door of a function that only those can call whom Google's access control lets through. */
export const unsigned = doorOf(() => undefined);

function doorOf(secretOf: (config: Config) => string | undefined) {
  return <Input>(read: (body: Body, config: Config) => Read<Input>): Declaration<Input>['enter'] =>
    (request, config) => {
      const body = readBody(request, secretOf(config));
      return body.ok ? read(body.value, config) : body;
    };
}

type HttpFunction = (request: RawRequest, response: ServerResponse) => Promise<void>;

/** After how many seconds a caller should come again, when the queue could not be reached. */
const RETRY_AFTER = 30;

/**
 * Makes the handler that the functions framework calls: the door with its checks, the answer in its form, and an
 * entry in the log for whatever goes wrong on the way.
 */
export function httpFunction<Input>(
  { enter, faults, about, act, present }: Declaration<Input>,
  context: () => Context,
): HttpFunction {
  let told = false;

  async function answer(request: RawRequest, progress: Reply['progress']): Promise<Answer> {
    const here = context();
    const log = here.log.inTrace(traceOf(request.headers));
    const wrong = here.ok ? (faults?.(here.config) ?? []) : here.faults;
    if (!here.ok || wrong.length > 0) {
      // Said once: it is true of every request until somebody deploys anew.
      if (!told) log.write(functionMisconfigured(wrong));
      told = true;
      return { kind: 'api-error', error: apiError('not-configured', wrong.join('; ')) };
    }
    const { config, services } = here;
    const input: Read<Input> = request.refused
      ? { ok: false, error: request.refused }
      : enter(request, config);
    if (!input.ok) {
      log.write(requestRejected(input.error));
      return { kind: 'api-error', error: input.error };
    }
    try {
      return await act({ config, services, log, progress }, input.value);
    } catch (thrown) {
      return { kind: 'api-error', error: failure(thrown, log, about(input.value)) };
    }
  }

  return async (request, response) => {
    const reply = createReply(response, request, context().redact);
    const answered = await answer(request, reply.progress);
    if (answered.kind !== 'api-error' || present === undefined) {
      reply.end(answered);
      return;
    }
    const { headers } = answered.error;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const here = context();
    reply.end(await present(answered.error, request, here.ok ? here.config : undefined));
  };
}

/** An error is told in the log in full. The caller learns what he can do: come again. */
function failure(thrown: unknown, log: Log, subject: Subject | undefined): ApiError {
  if (thrown instanceof QueueUnavailable) {
    log.write(queueUnavailable(thrown.message), subject);
    const detail = `nothing was lost: try again in ${RETRY_AFTER} s`;
    return apiError('queue-unavailable', detail, { 'Retry-After': String(RETRY_AFTER) });
  }
  log.write(functionFailed(thrown), subject);
  return apiError('function-failed', 'something unforeseen happened; the log has it');
}
