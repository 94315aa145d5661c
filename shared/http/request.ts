import type { IncomingHttpHeaders } from 'node:http';
import * as v from 'valibot';
import { type ApiError, apiError } from './api-error.ts';
import { verifyEvent } from './signature.ts';

/** A request as the functions framework hands it over, its body taken off before. */
export interface RawRequest {
  readonly method: string;
  /** The path with its query. */
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The bytes of the body as they were sent; undefined if there was none, or none that is taken. */
  readonly rawBody?: Buffer | undefined;
  /** Why the body was not taken. */
  readonly refused?: ApiError | undefined;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** A body in good order. `id` is the `webhook-id` of a signed one. */
export interface Body {
  readonly id: string;
  readonly json: unknown;
}

/**
 * Reads a request up to its JSON. What is cheap to see comes first; the body is not parsed before its signature is
 * found good.
 *
 * @param secret that the request must be signed with, or undefined where others see to who may call
 */
export function readBody(request: RawRequest, secret: string | undefined): Read<Body> {
  const { method, headers, rawBody = Buffer.alloc(0) } = request;
  if (method !== 'POST')
    return failed('method-not-allowed', `the method is ${method}; use POST`, { Allow: 'POST' });
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const what = type === '' ? 'there is no Content-Type' : `the Content-Type is ${type}`;
    return failed('unsupported-media-type', `${what}; send application/json`);
  }
  let id = '';
  if (secret !== undefined) {
    const verified = verifyEvent(secret, headers, rawBody);
    if (!verified.ok) return failed('unauthorized', verified.reason);
    id = verified.id;
  }
  try {
    return { ok: true, value: { id, json: JSON.parse(rawBody.toString('utf8')) } };
  } catch {
    return failed('invalid-json', rawBody.length === 0 ? 'the body is empty' : 'the body is not valid JSON');
  }
}

/**
 * Reads JSON by a schema, and names each field that does not fit.
 *
 * @param more fields that do not stand in the JSON, and go before it
 */
export function readFields<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  more: object = {},
): Read<v.InferOutput<Schema>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return failed('invalid-request', 'the body is not a JSON object');
  }
  const result = v.safeParse(schema, { ...json, ...more });
  if (result.success) return { ok: true, value: result.output };
  const faults = Map.groupBy(result.issues, (issue) => v.getDotPath(issue) ?? 'body');
  const detail = [...faults].map(([field, issues]) => `${field} ${faultInWords(issues[0])}`).join('; ');
  return failed('invalid-request', detail);
}

function faultInWords(issue: v.BaseIssue<unknown> | undefined): string {
  if (issue?.received === 'undefined') return 'is missing';
  return issue?.message ?? 'is not valid';
}

function failed(...[code, detail, headers]: Parameters<typeof apiError>): { ok: false; error: ApiError } {
  return { ok: false, error: apiError(code, detail, headers) };
}
