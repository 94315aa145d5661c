import type { Names } from '../domain/sorted-names.ts';
import type { HttpAnswer } from '../http/call.ts';
import { AnswerReader, type ReadBody } from './answer-reader.ts';
import { ElementReader, signOfPaging } from './list-elements.ts';

/** What became of a call that adds or removes an alias. `reason` is in words, with Closte's own where it gave any. */
export type AliasResult =
  | { readonly kind: 'changed' }
  /** The alias was there already, or there was none to remove. */
  | { readonly kind: 'unchanged' }
  /** "Invalid or empty domain": Closte does not take the name for one that can have an alias. */
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No answer, or none that says anything: it may come right by itself. */
  | { readonly kind: 'unanswered'; readonly reason: string };

export type ListResult =
  | { readonly kind: 'list'; readonly domains: Names }
  /** It can be read, and says itself that it is not the whole. */
  | { readonly kind: 'implausible'; readonly domains: Names; readonly reason: string }
  | {
      readonly kind: 'unreadable';
      /** Whether Closte said no, or nothing that can be read. */
      readonly cause: 'refused' | 'unanswered';
      readonly reason: string;
    };

/** What Closte says if it says nothing. */
const NO_REASON = 'Closte gave no reason';

const INVALID_DOMAIN = /invalid or empty domain/i;
const THERE_ALREADY = /already|exist/i;
/** A key that is not found, or exists already, says nothing of the alias. */
const ABOUT_THE_KEY = /\b(api.?key|token)\b/i;
const NOT_THERE = /not found|does ?n.t exist|no such/i;

/**
 * Reads the answer to `adddomainalias` or `deletedomainalias`. Closte documents neither; what is known is read from
 * its own WordPress plugin and from Ultimate Multisite.
 *
 * | the answer | result |
 * | --- | --- |
 * | 5xx, 429 or a redirect, whatever the body | `unanswered` |
 * | no JSON object with a readable `success` | `unanswered` |
 * | `success` is true (or "true") and the status 2xx | `changed` |
 * | `success` is false: "Invalid or empty domain…" | `rejected` |
 * | `success` is false: "already…", "…exists" on adding; "not found" and the like on removing | `unchanged` |
 * | `success` is false: anything else | `refused` |
 *
 * @param domain as it was sent; where Closte's text repeats it, it says nothing ("existing.example.com")
 */
export function readAliasAnswer(call: 'add' | 'remove', domain: string, http: HttpAnswer): AliasResult {
  const answer = readSuccess(http.status, readBody(http.body));
  if (answer.kind === 'unanswered') return answer;
  if (answer.kind === 'success') return { kind: 'changed' };
  const reason = answer.error;
  if (INVALID_DOMAIN.test(reason)) return { kind: 'rejected', reason };
  const text = reason.replaceAll(domain, '');
  if (ABOUT_THE_KEY.test(text)) return { kind: 'refused', reason };
  // "The app does not exist" is no alias that exists: an add that fails so has not come about.
  const unchanged =
    call === 'remove' ? NOT_THERE.test(text) : THERE_ALREADY.test(text) && !NOT_THERE.test(text);
  return unchanged ? { kind: 'unchanged' } : { kind: 'refused', reason };
}

/** The answer to `getdomains`, as it arrives. */
export interface ListReader {
  /** @returns whether more can make anything of it */
  take(text: string): boolean;
  end(status: number): ListResult;
}

/**
 * Reads the answer to `getdomains`. One element that cannot be read makes the whole list unreadable: from a list with
 * gaps, a domain would seem to be missing that is there.
 */
export function createListReader(): ListReader {
  let elements = new ElementReader();
  const body = new AnswerReader(
    () => {
      elements = new ElementReader();
    },
    (element) => elements.take(element),
  );
  return {
    take: (text) => body.take(text),
    end(status) {
      const whole = body.end();
      const answer = readSuccess(status, whole);
      if (answer.kind === 'unanswered') return unreadable(answer.reason);
      if (answer.kind === 'failure') return { kind: 'unreadable', cause: 'refused', reason: answer.error };
      if (whole.kind !== 'object' || !whole.hasList) return unreadable('the answer has no list of domains');
      const read = elements.read();
      if (read.kind === 'unreadable') return unreadable(read.reason);
      const { domains } = read;
      const reason = signOfPaging(whole.fields, elements.length) ?? read.contradiction;
      return reason === undefined ? { kind: 'list', domains } : { kind: 'implausible', domains, reason };
    },
  };
}

/** An answer without a list, which is short. */
function readBody(text: string): ReadBody {
  const reader = new AnswerReader(
    () => {},
    () => {},
  );
  reader.take(text);
  return reader.end();
}

function unreadable(reason: string): ListResult {
  return { kind: 'unreadable', cause: 'unanswered', reason };
}

type Success =
  | { readonly kind: 'success' }
  | { readonly kind: 'failure'; readonly error: string }
  | { readonly kind: 'unanswered'; readonly reason: string };

function readSuccess(status: number, body: ReadBody): Success {
  if (status >= 500 || status === 429)
    return { kind: 'unanswered', reason: `Closte answered HTTP ${status}` };
  if (status >= 300 && status < 400)
    return { kind: 'unanswered', reason: `Closte answered HTTP ${status}, a redirect` };
  if (body.kind === 'no-object') {
    const what = body.isEmpty ? 'an empty body' : 'something that is no JSON object';
    return { kind: 'unanswered', reason: `Closte answered HTTP ${status} with ${what}` };
  }
  const success = readBoolean(body.fields['success']);
  if (success === false) return { kind: 'failure', error: errorText(body.fields['error']) };
  if (success === true && status < 300) return { kind: 'success' };
  return {
    kind: 'unanswered',
    reason: `Closte answered HTTP ${status} with JSON that has no readable "success"`,
  };
}

/** `"true"` and `"false"` have been seen as strings too. */
function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = isString(value) ? value.toLowerCase() : '';
  return text === 'true' || (text === 'false' ? false : undefined);
}

function errorText(error: unknown): string {
  if (error === undefined || error === null || error === '') return NO_REASON;
  return isString(error) ? error : JSON.stringify(error);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
