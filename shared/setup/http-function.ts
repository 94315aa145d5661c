import type { ServerResponse } from 'node:http';
import { type Problem, problem, problemBody } from '../http/api-error.ts';
import { PAGE_HEADERS, type Page } from '../http/page.ts';
import { type Body, type RawRequest, type Read, readBody } from '../http/request.ts';
import { type Log, type Subject, traceOf } from '../logging/log.ts';
import {
  functionFailed,
  functionMisconfigured,
  queueUnavailable,
  requestRejected,
} from '../logging/mapping-entries.ts';
import type { Redact } from '../logging/redact.ts';
import { QueueUnavailable } from '../queue/queue.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Services } from './services.ts';

/** What a function answers: a body with its status, a page for a person, or a problem. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: object }
  | { readonly kind: 'page'; readonly status: number; readonly page: Page }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What an invocation works with. */
export interface Invocation {
  readonly config: Config;
  readonly services: Services;
  readonly log: Log;
  /** Tells a caller who asked for it (`Accept: application/x-ndjson`) how far it is, as one line; nobody else. */
  readonly progress: (line: object) => void;
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
  /** How a problem is told to whoever asked, if not as JSON. */
  readonly present?: (problem: Problem, request: RawRequest) => Promise<Answer>;
}

/** Whether a caller asked for JSON, as a program does and a browser does not. */
export function wantsJson({ headers }: RawRequest): boolean {
  return String(headers.accept ?? '').includes('application/json');
}

/** The door of a function that is called by whoever signs his events. */
export function signed<Input>(
  read: (body: Body, config: Config) => Read<Input>,
): Declaration<Input>['enter'] {
  return (request, config) => {
    const body = readBody(request, config.webhookSecret);
    return body.ok ? read(body.value, config) : body;
  };
}

/** The door of a function that only those can call whom Google's access control lets through. */
export function unsigned<Input>(
  read: (body: Body, config: Config) => Read<Input>,
): Declaration<Input>['enter'] {
  return (request, config) => {
    const body = readBody(request, undefined);
    return body.ok ? read(body.value, config) : body;
  };
}

export type HttpFunction = (request: RawRequest, response: ServerResponse) => Promise<void>;

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

  async function answer(request: RawRequest, progress: Invocation['progress']): Promise<Answer> {
    const here = context();
    const log = here.log.inTrace(traceOf(request.headers));
    const wrong = here.ok ? (faults?.(here.config) ?? []) : here.faults;
    if (!here.ok || wrong.length > 0) {
      // Said once: it is true of every request until somebody deploys anew.
      if (!told) log.write(functionMisconfigured(wrong));
      told = true;
      return { kind: 'problem', problem: problem('not-configured', wrong.join('; ')) };
    }
    const { config, services } = here;
    const input = enter(request, config);
    if (!input.ok) {
      log.write(requestRejected(input.problem));
      return { kind: 'problem', problem: input.problem };
    }
    try {
      return await act({ config, services, log, progress }, input.value);
    } catch (error) {
      return { kind: 'problem', problem: failure(error, log, about(input.value)) };
    }
  }

  return async (request, response) => {
    const reply = createReply(response, request, context().redact);
    const answered = await answer(request, reply.progress);
    if (answered.kind !== 'problem' || present === undefined) {
      reply.end(answered);
      return;
    }
    const { headers } = answered.problem;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    reply.end(await present(answered.problem, request));
  };
}

/** An error is told in the log in full. The caller learns what he can do: come again. */
function failure(error: unknown, log: Log, subject: Subject | undefined): Problem {
  if (error instanceof QueueUnavailable) {
    log.write(queueUnavailable(error.message), subject);
    const detail = `nothing was lost: try again in ${RETRY_AFTER} s`;
    return problem('queue-unavailable', detail, { 'Retry-After': String(RETRY_AFTER) });
  }
  log.write(functionFailed(error), subject);
  return problem('function-failed', 'something unforeseen happened; the log has it');
}

interface Reply {
  readonly progress: Invocation['progress'];
  end(answer: Answer): void;
}

const NDJSON = 'application/x-ndjson';

/**
 * The answer in its form. To a caller who wants lines, what there is to tell on the way goes out at once, with status
 * 200; the last line is then the answer, or the problem with its own `status`.
 */
function createReply(response: ServerResponse, { headers }: RawRequest, redact: Redact): Reply {
  const wantsLines = String(headers.accept ?? '').includes(NDJSON);
  const text = (body: object) => redact(JSON.stringify(body));

  function end(answer: Answer): void {
    if (answer.kind === 'page') {
      const { html, contentSecurityPolicy } = answer.page;
      response.writeHead(answer.status, {
        ...PAGE_HEADERS,
        'Content-Security-Policy': contentSecurityPolicy,
      });
      response.end(redact(html));
      return;
    }
    const isProblem = answer.kind === 'problem';
    const body = isProblem ? problemBody(answer.problem) : answer.body;
    if (response.headersSent) {
      response.end(`${text(body)}\n`);
      return;
    }
    const type = isProblem ? 'application/problem+json' : 'application/json';
    const { status, headers: more } = isProblem ? answer.problem : { status: answer.status, headers: {} };
    response.writeHead(status, { ...more, 'Content-Type': type });
    response.end(text(body));
  }

  return {
    progress(line) {
      if (!wantsLines) return;
      if (!response.headersSent) response.writeHead(200, { 'Content-Type': NDJSON });
      response.write(`${text(line)}\n`);
    },
    end,
  };
}
