import { describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { originToken, showsOriginToken } from '../../../shared/wordpress/origin-token.ts';

/** `network's secret` in base64. */
const SECRET = 'whsec_bmV0d29yaydzIHNlY3JldA==';
const PROOF = originToken(SECRET, 'network.example');

describe('the proof', () => {
  // Computed with, for X token and content:
  // printf 'closte-domain-sync/arrival-X/v1\nnetwork.example' | openssl dgst -sha256 -hmac "network's secret"
  test('is what OpenSSL computes', () => {
    expect(PROOF).toEqual({
      path: '/.well-known/closte-domain-sync/545e9f22dd3c603913069d8c2192df38',
      content: '605996d2c9df95c6e876e06607b2edfbd97d056854810c2ee41918106690c0c6',
    });
  });

  test.each([
    ['network', originToken(SECRET, 'network2.example')],
    ['secret', originToken(derivedSecret('another key'), 'network.example')],
  ])('is another one for another %s', (_, other) => {
    expect(other.path).not.toBe(PROOF.path);
    expect(other.content).not.toBe(PROOF.content);
  });
});

describe('a body', () => {
  const { path, content } = PROOF;
  test.each<readonly [string, string]>([
    ['the content', content],
    ['the content and a line feed', `${content}\n`],
    ['the content with white space around it', `\uFEFF \r\n${content}\t\r\n`],
  ])('of %s shows the proof', (_, body) => {
    expect(showsOriginToken(PROOF, body)).toBe(true);
  });

  test.each<readonly [string, string]>([
    ['nothing', ''],
    ['white space', ' \n'],
    ['the content of another network', originToken(SECRET, 'network2.example').content],
    ['the content but for its last digit', `${content.slice(0, -1)}7`],
    ['the content without its last digit', content.slice(0, -1)],
    ['the content and more', `${content}0`],
    ['the content in upper case', content.toUpperCase()],
    ['a page with the content in it', `<p>${content}</p>`],
    ['the path', path],
    ['as many letters that need more bytes', 'é'.repeat(content.length)],
    ['as many bytes in fewer letters', 'é'.repeat(content.length / 2)],
  ])('of %s does not', (_, body) => {
    expect(showsOriginToken(PROOF, body)).toBe(false);
  });
});
