import * as v from 'valibot';
import { readJson } from './read-json.ts';

/** What is answered instead of what was asked for: the API's error, or what somebody else says in its place. */
export interface ApiErrorAnswer {
  readonly kind: 'api-error';
  readonly status: number;
  /** Undefined where it was not the function that answered. */
  readonly code: string | undefined;
  readonly detail: string;
}

const ApiErrorBody = v.object({ code: v.string(), status: v.number(), detail: v.string() });

/**
 * Reads an answer that is not the one asked for.
 *
 * @param body the last line of it, where the function tells how far it is
 * @param asked the name of the function that was asked
 */
export function apiErrorAnswer(
  { ok, status, statusText }: Response,
  body: string,
  asked: string,
): ApiErrorAnswer {
  const detail = ok ? `that is no answer of ${asked}` : statusText;
  // An answer that has begun well can end with an error: its own status is the one that counts.
  return { kind: 'api-error', status, code: undefined, detail, ...readJson(ApiErrorBody, body) };
}
