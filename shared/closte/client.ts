import { type DomainName, isWildcard } from '../domain/name.ts';
import { callHttp, type HttpAnswer, type HttpFailure, streamHttp } from '../http/call.ts';
import { type AliasResult, createListReader, type ListResult, readAliasAnswer } from './read-answer.ts';

/** Closte's client API, as far as a mapping needs it. No call throws: whatever goes wrong is a result. */
export interface Closte {
  addAlias(domain: DomainName): Promise<AliasResult>;
  removeAlias(domain: DomainName): Promise<AliasResult>;
  listDomains(): Promise<ListResult>;
  /** Whether the key is accepted. Nothing is changed: no domain is named. */
  testKey(): Promise<KeyResult>;
}

type KeyResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'unanswered'; readonly reason: string };

interface ClosteOptions {
  readonly apiUrl: string;
  readonly apiKey: string;
  /** Takes secrets out of what the other side said. */
  readonly redact: (text: string) => string;
  /** For a whole call, in milliseconds; for a list, between two pieces of it. */
  readonly timeout: number;
  /** The longest list that is read, in bytes. */
  readonly longestList?: number;
}

const HEADERS = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Closte's own WordPress plugin gives a call 10 seconds in all. */
export const CLOSTE_TIMEOUT = 10_000;

/** More than Closte can have to say to one call that is no list. */
const LONGEST_BODY = 64 * 1024 * 1024;

/** The list of 1,000,000 domains, each in an object of 250 bytes. */
const LONGEST_LIST = 256 * 1024 * 1024;

/** A long list arrives in pieces: the time-out is for each of them, and for all of them so many times that. */
const LIST_TIMEOUTS = 3;

/** Of a reason that Closte gave, this much is worth a log entry. */
const LONGEST_REASON = 500;

/** Enough that what is cut off here would not have been shown, however much shorter the rest becomes. */
const MOST_TO_REDACT = 20_000;

/**
 * A client for Closte's API. There is no reference for it: the calls are those of Closte's own WordPress plugin and
 * of Ultimate Multisite. The key leaves it in requests only: what comes back is redacted before anybody sees it.
 */
export function createClosteClient({
  apiUrl,
  apiKey,
  redact,
  timeout,
  longestList = LONGEST_LIST,
}: ClosteOptions): Closte {
  async function call(path: string, init: { method: string; body?: string }): Promise<HttpAnswer | Failure> {
    const answer = await callHttp(
      `${apiUrl}/${path}`,
      { ...init, headers: HEADERS },
      { timeout, size: LONGEST_BODY },
    );
    return 'failure' in answer ? { failure: failureText(answer.failure, timeout) } : answer;
  }

  async function changeAlias(action: 'add' | 'remove', domain: DomainName | ''): Promise<AliasResult> {
    const answer = await call(action === 'add' ? 'adddomainalias' : 'deletedomainalias', {
      method: 'POST',
      body: formOf({ apikey: apiKey, domain, wildcard: domain !== '' && isWildcard(domain) ? '1' : '0' }),
    });
    if ('failure' in answer) return { kind: 'unanswered', reason: answer.failure };
    return withCleanReason(readAliasAnswer(action, domain, answer));
  }

  function withCleanReason<Result extends AliasResult | ListResult>(result: Result): Result {
    if (!('reason' in result)) return result;
    const reason = redact(result.reason.slice(0, MOST_TO_REDACT)).slice(0, LONGEST_REASON);
    return { ...result, reason: reason.replace(/[.\s]+$/, '') };
  }

  return {
    addAlias: (domain) => changeAlias('add', domain),
    removeAlias: (domain) => changeAlias('remove', domain),
    async testKey() {
      // Ultimate Multisite's own test: what Closte says of an empty domain, it says to those only whose key is good.
      const result = await changeAlias('add', '');
      if (result.kind === 'rejected' || !('reason' in result)) return { kind: 'accepted' };
      return { kind: result.kind, reason: result.reason };
    },
    async listDomains() {
      const reader = createListReader();
      const answer = await streamHttp(
        `${apiUrl}/getdomains?${formOf({ apikey: apiKey })}`,
        { method: 'GET', headers: HEADERS },
        { silence: timeout, timeout: LIST_TIMEOUTS * timeout, size: longestList },
        reader.take,
      );
      if (!('failure' in answer)) return withCleanReason(reader.end(answer.status));
      return { kind: 'unreadable', cause: 'unanswered', reason: failureText(answer.failure, timeout) };
    },
  };
}

/** As the known clients write a form: `*` is encoded too. */
function formOf(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString().replaceAll('*', '%2A');
}

interface Failure {
  readonly failure: string;
}

/** In words of our own: the error's message would show the URL, and the URL of the list has the key in it. */
function failureText({ name, code, type }: HttpFailure, timeout: number): string {
  if (name === 'AbortError' || name === 'TimeoutError')
    return `Closte did not answer within ${timeout / 1000} s`;
  if (type === 'too-slow')
    return `Closte did not end its answer within ${(LIST_TIMEOUTS * timeout) / 1000} s`;
  if (type === 'max-size') return 'Closte answered with more than can be read';
  return `Closte could not be reached (${code ?? type ?? name ?? 'unknown error'})`;
}
