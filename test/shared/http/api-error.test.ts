import { expect, test } from '@jest/globals';
import { type ApiErrorCode, apiError, apiErrorBody } from '../../../shared/http/api-error.ts';

test.each<[ApiErrorCode, number]>([
  ['unauthorized', 401],
  ['method-not-allowed', 405],
  ['unsupported-media-type', 415],
  ['body-too-large', 413],
  ['invalid-json', 400],
  ['invalid-request', 422],
  ['invalid-domain', 422],
  ['closte-rejected-domain', 422],
  ['closte-refused', 502],
  ['queue-unavailable', 503],
  ['busy', 503],
  ['not-configured', 500],
  ['function-failed', 500],
])('%s is HTTP %i, with the members of RFC 9457', (code, status) => {
  expect(apiErrorBody(apiError(code, 'a detail'))).toEqual({
    type: expect.stringMatching(new RegExp(`^[a-z]+:.*${code}$`)),
    title: expect.stringMatching(/^[A-Z].*[^.]$/),
    status,
    detail: 'a detail',
    code,
  });
});

test('headers go with the answer, not into its body', () => {
  const late = apiError('queue-unavailable', 'a detail', { 'Retry-After': '30' });
  expect(late.headers).toEqual({ 'Retry-After': '30' });
  expect(JSON.stringify(apiErrorBody(late))).not.toContain('Retry-After');
  expect(apiError('invalid-request', 'a detail').headers).toEqual({});
});
