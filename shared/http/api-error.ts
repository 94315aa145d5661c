/** The codes of the errors that a function answers with, and the HTTP status of each. */
const STATUS = {
  unauthorized: 401,
  'link-expired': 401,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'invalid-json': 400,
  'invalid-request': 422,
  'invalid-domain': 422,
  'closte-rejected-domain': 422,
  'another-network': 409,
  'still-wanted': 409,
  'unheard-of': 409,
  'closte-refused': 502,
  'held-elsewhere': 409,
  'queue-unavailable': 503,
  'closte-unavailable': 503,
  'update-the-plugin': 503,
  busy: 503,
  'lists-unreadable': 503,
  'not-configured': 500,
  'function-failed': 500,
} as const;

const TITLES: Readonly<Record<ApiErrorCode, string>> = {
  unauthorized: 'The signature is not good',
  'link-expired': 'The link has expired',
  'method-not-allowed': 'The method is not allowed',
  'unsupported-media-type': 'The body is not plain JSON',
  'body-too-large': 'The body is too large',
  'invalid-json': 'The body cannot be read as JSON',
  'invalid-request': 'The request is not valid',
  'invalid-domain': 'The domain cannot be mapped',
  'closte-rejected-domain': 'Closte does not take the domain',
  'another-network': 'It is another network',
  'still-wanted': 'WordPress wants the domain',
  'unheard-of': 'WordPress never had the domain',
  'closte-refused': 'Closte refused',
  'held-elsewhere': 'Another app of Closte has the alias',
  'queue-unavailable': 'The queue cannot be reached',
  'closte-unavailable': 'Closte does not answer',
  'update-the-plugin': 'The plugin in WordPress is too old',
  busy: 'Too much is asked at the moment',
  'lists-unreadable': 'WordPress or Closte does not give its list of domains',
  'not-configured': 'The function is not configured',
  'function-failed': 'The function failed',
};

/** A detail may quote what the caller sent, and that may be long. */
const LONGEST_DETAIL = 2000;

export type ApiErrorCode = keyof typeof STATUS;

/** An error as a function answers it, by RFC 9457. Headers that go with it are no part of the body. */
export interface ApiError {
  readonly code: ApiErrorCode;
  readonly status: number;
  /** What was wrong, with which value, in words. */
  readonly detail: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function apiError(code: ApiErrorCode, detail: string, headers: ApiError['headers'] = {}): ApiError {
  return { code, status: STATUS[code], detail: detail.slice(0, LONGEST_DETAIL), headers };
}

/** The body of the answer, `application/problem+json`. */
export function apiErrorBody({ code, status, detail }: ApiError): Record<string, string | number> {
  return { type: `urn:closte-domain-sync:${code}`, title: TITLES[code], status, detail, code };
}
