import { expect, test } from '@jest/globals';
import { type Place, redirectWithin } from '../../../shared/diagnosis/redirect.ts';

const NAME = 'shop.example.test';
const PORTS = { http: 8080, https: 8443 };
const HERE: Place = { scheme: 'http', path: '/a/b?c' };

test.each<readonly [string, Place]>([
  [`https://${NAME}/a/b?c`, { scheme: 'https', path: '/a/b?c' }],
  [`http://${NAME}/a/b/`, { scheme: 'http', path: '/a/b/' }],
  [`https://${NAME}`, { scheme: 'https', path: '/' }],
  [`HTTPS://SHOP.Example.Test/A#b`, { scheme: 'https', path: '/A' }],
  [`https://${NAME}:443/`, { scheme: 'https', path: '/' }],
  [`https://${NAME}:8443/`, { scheme: 'https', path: '/' }],
  [`http://${NAME}:80/`, { scheme: 'http', path: '/' }],
  [`http://${NAME}:8080/`, { scheme: 'http', path: '/' }],
  [`//${NAME}/d`, { scheme: 'http', path: '/d' }],
  ['/d', { scheme: 'http', path: '/d' }],
  ['d', { scheme: 'http', path: '/a/d' }],
  ['?d', { scheme: 'http', path: '/a/b?d' }],
  ['/ä b', { scheme: 'http', path: '/%C3%A4%20b' }],
  ['', { scheme: 'http', path: '/a/b?c' }],
])('%p stays with the host', (location, place) => {
  expect(redirectWithin(NAME, PORTS, HERE, location)).toEqual(place);
});

test.each([
  'https://www.shop.example.test/',
  'https://example.test/',
  'http://127.0.0.1/',
  'http://169.254.169.254/computeMetadata/v1/',
  '//elsewhere.test/',
  '\\\\elsewhere.test/',
  `https://${NAME}@elsewhere.test/`,
  `https://${NAME}.elsewhere.test/`,
  `https://${NAME}:8080/`,
  `http://${NAME}:8443/`,
  `http://${NAME}:443/`,
  `https://${NAME}:22/`,
  `ftp://${NAME}/`,
  `file:///etc/passwd`,
  'data:text/plain,hello',
  'https://',
  `http://${NAME}:port/`,
])('%p leads elsewhere', (location) => {
  expect(redirectWithin(NAME, PORTS, HERE, location)).toBeUndefined();
});

test('a relative redirect stays with HTTPS where it came over it', () => {
  expect(redirectWithin(NAME, PORTS, { scheme: 'https', path: '/' }, '/d')).toEqual({
    scheme: 'https',
    path: '/d',
  });
});
