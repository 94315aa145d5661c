import type { ServerResponse } from 'node:http';
import { type ApiError, apiErrorBody } from './api-error.ts';
import { PAGE_HEADERS, type Page } from './page.ts';
import type { RawRequest } from './request.ts';

/** What a function answers: a body with its status, a page for a person, or an error. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: object; readonly headers?: Headers }
  | { readonly kind: 'page'; readonly status: number; readonly page: Page; readonly headers?: Headers }
  | { readonly kind: 'api-error'; readonly error: ApiError };

type Headers = Readonly<Record<string, string>>;

/** Whether a caller asked for JSON, as a program does and a browser does not. */
export function wantsJson({ headers }: RawRequest): boolean {
  return String(headers.accept ?? '').includes('application/json');
}

/** The way back to a caller. */
export interface Reply {
  /** Tells a caller who asked for it (`Accept: application/x-ndjson`) how far it is, as one line; nobody else. */
  readonly progress: (line: object) => void;
  end(answer: Answer): void;
}

const NDJSON = 'application/x-ndjson';

/**
 * The answer in its form. To a caller who wants lines, what there is to tell on the way goes out at once, with status
 * 200; the last line is then the answer, or the error with its own `status`.
 */
export function createReply(
  response: ServerResponse,
  { headers }: RawRequest,
  redact: (text: string) => string,
): Reply {
  const wantsLines = String(headers.accept ?? '').includes(NDJSON);
  const text = (body: object) => redact(JSON.stringify(body));

  function send(status: number, more: Headers, content: string): void {
    response.writeHead(status, { ...more, 'Content-Length': String(Buffer.byteLength(content)) });
    response.end(content);
  }

  function end(answer: Answer): void {
    if (answer.kind === 'page') {
      const { html, contentSecurityPolicy } = answer.page;
      const more = { ...PAGE_HEADERS, ...answer.headers, 'Content-Security-Policy': contentSecurityPolicy };
      send(answer.status, more, redact(html));
      return;
    }
    const isError = answer.kind === 'api-error';
    const body = isError ? apiErrorBody(answer.error) : answer.body;
    if (response.headersSent) {
      response.end(`${text(body)}\n`);
      return;
    }
    const type = isError ? 'application/problem+json' : 'application/json';
    const { status, headers: more } = isError
      ? answer.error
      : { status: answer.status, headers: answer.headers ?? {} };
    send(status, { ...more, 'Content-Type': type }, text(body));
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
