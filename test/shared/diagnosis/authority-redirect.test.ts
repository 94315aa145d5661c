import { expect, test } from '@jest/globals';
import {
  type AuthorityUrl,
  firstUrl,
  followRedirect,
  type NotFollowed,
  portHere,
} from '../../../shared/diagnosis/authority-redirect.ts';

const NAME = 'shop.example.test';
const PORTS = { http: 8080, https: 8443 };
const HERE = firstUrl(NAME, '/.well-known/acme-challenge/token');

const from = (location: string, status = 301, been: readonly [AuthorityUrl, ...AuthorityUrl[]] = [HERE]) =>
  followRedirect({ status, location }, been, PORTS);

test.each<readonly [location: string, goesTo: string, port: number]>([
  [`https://${NAME}/x`, `https ${NAME} /x`, 8443],
  [`HTTPS://SHOP.Example.TEST/X#y`, `https ${NAME} /X`, 8443],
  [`http://${NAME}/x`, `http ${NAME} /x`, 8080],
  [`http://${NAME}:443/x`, `http ${NAME} /x`, 8443],
  [`https://${NAME}:80/x`, `https ${NAME} /x`, 8080],
  [`https://${NAME}:8443/x`, `https ${NAME} /x`, 8443],
  [`http://${NAME}:/x`, `http ${NAME} /x`, 8080],
  [`http://user:word@${NAME}/x`, `http ${NAME} /x`, 8080],
  [`//${NAME}/x`, `http ${NAME} /x`, 8080],
  ['/x?y', `http ${NAME} /x?y`, 8080],
  ['x', `http ${NAME} /.well-known/acme-challenge/x`, 8080],
  ['?y', `http ${NAME} /.well-known/acme-challenge/token?y`, 8080],
  ['\\\\elsewhere.test/', `http ${NAME} /.well-known/acme-challenge/%5C%5Celsewhere.test/`, 8080],
  [`http://${NAME}`, `http ${NAME} /`, 8080],
  ['https://example.com/x', 'https example.com /x', 8443],
  ['https://www.ck/', 'https www.ck /', 8443],
  ['https://www.well-known.example.com/', 'https www.well-known.example.com /', 8443],
  ['http://93.184.216.34/x', 'http 93.184.216.34 /x', 8080],
  ['http://[2a00:1450:4001::7]/x', 'http 2a00:1450:4001::7 /x', 8080],
  [`/${'x'.repeat(1_999)}`, `http ${NAME} /${'x'.repeat(1_999)}`, 8080],
])('a redirect to %p is followed', (location, goesTo, port) => {
  const step = from(location);
  const url = step.kind === 'follows' ? step.url : undefined;
  expect(url && `${url.scheme} ${url.host} ${url.path}`).toBe(goesTo);
  expect(url && portHere(url, PORTS)).toBe(port);
});

test.each<readonly [location: string, because: NotFollowed, to: string]>([
  [`https://${NAME}.well-known/acme-challenge/token`, 'missing-slash', `${NAME}.well-known`],
  [`https://www.${NAME}.well-known/`, 'missing-slash', `www.${NAME}.well-known`],
  [`https://${NAME}:443.well-known/`, 'unreadable', `https://${NAME}:443.well-known/`],
  [HERE.text, 'loop', NAME],
  ['', 'loop', NAME],
  [`https://${NAME}:8000/`, 'port', `${NAME}:8000`],
  [`http://${NAME}:22/`, 'port', `${NAME}:22`],
  ['ftp://example.com/', 'scheme', 'example.com'],
  ['mailto:shop@example.com', 'scheme', 'mailto:shop@example.com'],
  ['javascript:alert(1)', 'scheme', 'javascript:alert(1)'],
  ['https:/example.com/', 'no-host', 'https:/example.com/'],
  ['https:example.com/', 'no-host', 'https:example.com/'],
  ['https:///example.com/', 'no-host', 'https:///example.com/'],
  ['https://', 'no-host', 'https://'],
  ['https://:443/', 'no-host', 'https://:443/'],
  ['http://127.0.0.1/', 'reserved-address', '127.0.0.1'],
  ['http://169.254.169.254/', 'reserved-address', '169.254.169.254'],
  ['http://[::1]:80/', 'reserved-address', '[::1]:80'],
  ['http://localhost/', 'no-public-name', 'localhost'],
  ['http://intranet.corp/', 'no-public-name', 'intranet.corp'],
  ['http://com/', 'no-public-name', 'com'],
  [`http://${NAME}./`, 'no-public-name', `${NAME}.`],
  [`http://${NAME}:port/`, 'unreadable', `http://${NAME}:port/`],
  ['http://a b/', 'unreadable', 'http://a b/'],
  [`/x\u007f`, 'unreadable', '/x\u007f'],
  [`/${'x'.repeat(2_000)}`, 'too-long', NAME],
])('a redirect to %p is not followed: %s', (location, because, to) => {
  expect(from(location)).toEqual({ kind: 'stops', because, to });
});

test.each([
  [301, 'follows'],
  [302, 'follows'],
  [303, 'stops'],
  [307, 'follows'],
  [308, 'follows'],
])('a redirect with the status %d: it %s', (status, kind) => {
  expect(from('/x', status).kind).toBe(kind);
});

test('ten redirects are followed, and none after them', () => {
  const at = (hop: number): AuthorityUrl => ({ ...HERE, path: `/${hop}`, text: `http://${NAME}/${hop}` });
  const after = (hops: number) =>
    from('/next', 302, [HERE, ...Array.from({ length: hops }, (_, hop) => at(hop))]);
  expect(after(9).kind).toBe('follows');
  expect(after(10)).toEqual({ kind: 'stops', because: 'too-many', to: NAME });
});

test('a redirect to a place from which it came further back is a loop', () => {
  const between: AuthorityUrl = { ...HERE, path: '/x', text: `http://${NAME}/x` };
  expect(from(HERE.text, 302, [HERE, between])).toMatchObject({ because: 'loop' });
});

test('a path alone stays with the scheme and the port that it came over', () => {
  const secure: AuthorityUrl = { scheme: 'https', host: NAME, port: '8443', path: '/a/b', text: 'x' };
  expect(from('c', 302, [HERE, secure])).toMatchObject({
    url: { scheme: 'https', port: '8443', path: '/a/c', text: `https://${NAME}:8443/a/c` },
  });
});
