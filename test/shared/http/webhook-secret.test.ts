import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { derivedSecret, isWebhookSecret } from '../../../shared/http/webhook-secret.ts';

describe('the derived secret', () => {
  test.each(['key', 'k&y "quoted" +/=%<é>'])('of %s is the HMAC-SHA256 of the agreed text', (key) => {
    const hmac = createHmac('sha256', Buffer.from(key, 'utf8')).update('closte-domain-sync/webhook/v1');
    expect(derivedSecret(key)).toBe(`whsec_${hmac.digest('base64')}`);
    expect(isWebhookSecret(derivedSecret(key))).toBe(true);
  });

  // Computed with: printf closte-domain-sync/webhook/v1 | openssl dgst -sha256 -hmac key -binary | base64
  test('is what OpenSSL computes', () => {
    expect(derivedSecret('key')).toBe('whsec_x0ljvw7H8M+Q/GDx2sX65mPqht6XrMqnzMgs8VXm0C0=');
  });
});

test.each([
  ['whsec_c2VjcmV0', true],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', true],
  ['whsec_YQ==', true],
  ['whsec_', false],
  ['c2VjcmV0', false],
  ['WHSEC_c2VjcmV0', false],
  ['whsec_not base64', false],
  ['whsec_YQ', false],
])('%s is a secret: %s', (text, expected) => {
  expect(isWebhookSecret(text)).toBe(expected);
});
