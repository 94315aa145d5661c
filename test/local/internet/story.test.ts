import { describe, expect, test } from '@jest/globals';
import { certificateAt, recordsIn, sceneAt, storyOf } from '../../../local/internet/story.ts';

const HOUR = 3600;

describe('the first label of a domain names its story', () => {
  test.each([
    ['shop.example.test', 'normal'],
    ['example.test', 'normal'],
    ['*.example.test', 'normal'],
    ['never.test', 'never'],
    ['NEVER.test', 'never'],
    ['never.example.test', 'never'],
    ['never-2.test', 'never'],
    ['never7.test', 'never'],
    ['*.never.test', 'never'],
    ['nevermind.test', 'normal'],
    ['www.never.test', 'normal'],
    ['elsewhere.test', 'elsewhere'],
    ['stray-ipv6.test', 'stray-ipv6'],
    ['stray-ipv6-b.test', 'stray-ipv6'],
    ['stray-ipv60.test', 'stray-ipv6'],
    ['stray.test', 'normal'],
    ['slow1.test', 'slow'],
    ['slowfood.test', 'normal'],
    ['no-certificate.test', 'no-certificate'],
    ['*.no-certificate-3.test', 'no-certificate'],
    ['proxied.example.test', 'proxied'],
    ['caa-2.test', 'caa'],
    ['caapital.test', 'normal'],
  ] as const)('%s: %s', (domain, story) => {
    expect(storyOf(domain)).toBe(story);
  });
});

describe('where a domain points', () => {
  test.each([
    ['normal', -1, 'no-record'],
    ['normal', 0, 'no-record'],
    ['normal', 199.9, 'no-record'],
    ['normal', 200, 'old-host'],
    ['normal', 499.9, 'old-host'],
    ['normal', 500, 'network'],
    ['normal', 100 * HOUR, 'network'],
    ['never', 0, 'no-record'],
    ['never', 100 * HOUR, 'no-record'],
    ['elsewhere', -1, 'no-record'],
    ['elsewhere', 0, 'old-host'],
    ['elsewhere', 100 * HOUR, 'old-host'],
    ['stray-ipv6', 0, 'network-and-stray'],
    ['stray-ipv6', 100 * HOUR, 'network-and-stray'],
    ['slow', 0, 'no-record'],
    ['slow', 300, 'old-host'],
    ['slow', 20 * HOUR - 1, 'old-host'],
    ['slow', 20 * HOUR, 'network'],
    ['no-certificate', 300, 'old-host'],
    ['no-certificate', 500, 'network'],
    ['proxied', 300, 'old-host'],
    ['proxied', 500, 'proxy'],
    ['caa', 500, 'network'],
  ] as const)('%s after %d s: %s', (story, seconds, scene) => {
    expect(sceneAt(story, seconds)).toBe(scene);
  });
});

test.each([
  ['no-record', 'shop.example.test', undefined],
  ['old-host', 'shop.example.test', { a: ['127.0.0.2'] }],
  ['network', 'shop.example.test', { cname: 'network.test' }],
  ['network', 'example.test', { a: ['127.0.0.1'] }],
  ['network', '*.example.test', { cname: 'network.test' }],
  ['network-and-stray', 'shop.example.test', { a: ['127.0.0.1'], aaaa: ['::1'] }],
  ['proxy', 'example.test', { a: ['127.0.0.3'] }],
  ['network', 'shop.co.uk', { a: ['127.0.0.1'] }],
] as const)('the records of the scene %s for %s', (scene, domain, records) => {
  expect(recordsIn(scene, domain, 'network.test')).toEqual(records);
});

describe('which certificate Closte shows', () => {
  test.each([
    ['normal', 600, 600, 'default', 'DNS right for 100 s'],
    ['normal', 739, 739, 'default', 'DNS right for 239 s'],
    ['normal', 740, 740, 'own', 'DNS right for 240 s'],
    ['normal', 5000, undefined, 'default', 'no alias'],
    ['normal', 5000, 239, 'default', 'the alias there for 239 s'],
    ['normal', 5000, 240, 'own', 'the alias there for 240 s'],
    ['slow', 20 * HOUR + 239, 20 * HOUR, 'default', 'DNS right for 239 s'],
    ['slow', 20 * HOUR + 240, 20 * HOUR, 'own', 'DNS right for 240 s'],
    ['never', 100 * HOUR, 100 * HOUR, 'default', 'DNS never right'],
    ['elsewhere', 100 * HOUR, 100 * HOUR, 'default', 'DNS never right'],
    ['stray-ipv6', 100 * HOUR, 100 * HOUR, 'default', 'DNS never right'],
    ['no-certificate', 100 * HOUR, 100 * HOUR, 'default', 'Closte never issues one'],
    ['proxied', 100 * HOUR, 100 * HOUR, 'default', 'the DNS leads to the proxy'],
    ['caa', 100 * HOUR, 100 * HOUR, 'default', 'no authority may issue one'],
  ] as const)('%s after %d s, alias for %p s: %s (%s)', (story, begun, alias, shown, _why) => {
    expect(certificateAt(story, begun, alias)).toBe(shown);
  });
});
