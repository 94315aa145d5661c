import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createSelfSigned, type IssuedCertificate } from '../../../local/internet/certificate-authority.ts';
import type { Listener } from '../../../local/listener.ts';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import { createOriginProbe, type OriginProbeOptions } from '../../../shared/diagnosis/origin-probe.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { originToken } from '../../../shared/wordpress/origin-token.ts';
import { deadEndInWords } from '../../../shared/words/detail.ts';
import { createAuthorities } from '../../support/authorities.ts';
import {
  ADDRESS,
  answering,
  createServers,
  ENDLESS,
  endless,
  hangingUp,
  PATIENT,
  redirecting,
  repeating,
  resetting,
  SHORT,
  saying,
  silent,
} from './http-servers.ts';

const NAME = 'shop.example.test';
const NETWORK = 'network.test';
const SECRET = derivedSecret('arrival-test-key');
const { path, content } = originToken(SECRET, NETWORK);

const servers = createServers();
const { trusted, stranger } = await createAuthorities();
const certificate = await trusted.issue({ names: [NAME] });
afterEach(() => servers.close());

const look = (ports: { http: Listener; https: Listener }, options: Partial<OriginProbeOptions> = {}) =>
  createOriginProbe({
    httpPort: ports.http.port,
    httpsPort: ports.https.port,
    allowPrivateAddresses: true,
    timeout: PATIENT,
    webhookSecret: SECRET,
    ...options,
  });

interface Through {
  /** Refuses unless given. */
  readonly http?: RequestListener;
  readonly https?: RequestListener;
  /** Trusted unless given. */
  readonly shown?: IssuedCertificate;
  readonly timeout?: number;
}

async function resultThrough({ http, https, shown = certificate, timeout = PATIENT }: Through) {
  const ports = {
    http: await (http === undefined ? servers.nobody() : servers.http(http)),
    https: await (https === undefined ? servers.nobody() : servers.https(https, shown)),
  };
  return resultAt(ports, timeout);
}

async function resultAt(ports: { http: Listener; https: Listener }, timeout = PATIENT) {
  const [arrival] = await look(ports, { timeout }).originResults(NAME, NETWORK, [ADDRESS]);
  const result = arrival?.result;
  if (result === undefined || !('ends' in result)) return result;
  return {
    kind: result.kind,
    ...('over' in result && { over: result.over }),
    detail: result.ends.map((end) => deadEndInWords(end)).join(', '),
  };
}

/** The network: it has the file, under whatever name. */
const network: RequestListener = (request, response) =>
  request.url === path ? response.end(`${content}\n`) : response.writeHead(404).end();

const toHttps = redirecting(301, `https://${NAME}${path}`);
const elsewhere = redirecting(302, 'https://parking.test/');

/** Each path leads to the next one: `/1`, `/2` and so on. */
const hopping =
  (times: number): RequestListener =>
  ({ url }, response) => {
    const hop = url === path ? 0 : Number(url?.slice(1));
    if (hop === times) response.end(content);
    else response.writeHead(302, { Location: `/${hop + 1}` }).end();
  };

describe('a name has arrived at the network over HTTPS, through a certificate that browsers trust', () => {
  test.each<readonly [string, Through]>([
    ['over HTTPS only', { https: network }],
    ['over both', { http: network, https: network }],
    ['if HTTP redirects to it', { http: toHttps, https: network }],
    ['if HTTP leads elsewhere', { http: elsewhere, https: network }],
    ['after three redirects', { https: hopping(3) }],
    ['with white space around the proof', { https: answering(200, {}, `\r\n${content} `) }],
    ['by a redirect whose body never ends', { http: redirectWithoutEnd, https: network, timeout: ENDLESS }],
    ['with a proof after which nothing comes', { https: unfinished(content), timeout: SHORT }],
  ])('%s', async (_, through) => {
    expect(await resultThrough(through)).toEqual({ kind: 'arrived', over: 'https' });
  });

  test('under a name of a wildcard', async () => {
    const wildcard = await trusted.issue({ names: [`*.${NAME.split('.').slice(1).join('.')}`] });
    expect(await resultThrough({ https: network, shown: wildcard })).toEqual({
      kind: 'arrived',
      over: 'https',
    });
  });
});

describe('a name has arrived at the network over HTTP alone, and HTTPS', () => {
  const backToHttp = redirecting(307, `http://${NAME}${path}`);

  test.each<readonly [string, Through, string]>([
    ['refuses', { http: network }, 'connection refused over https'],
    [
      'gets no secure connection with the site',
      { http: network, https: answering(525) },
      'HTTP 525 over https',
    ],
    [
      'finds no good certificate at the site',
      { http: network, https: answering(526) },
      'HTTP 526 over https',
    ],
    [
      'shows another site',
      { http: network, https: answering(200, {}, 'Welcome') },
      'HTTP 200 with other content over https',
    ],
    [
      'goes in a circle',
      { http: network, https: redirecting(301, `https://${NAME}${path}`) },
      'more than 3 redirects from https',
    ],
    [
      'leads back to HTTP',
      { http: network, https: backToHttp },
      `HTTP 307 to "http://${NAME}${path}" over https`,
    ],
    [
      'leads to another site',
      { http: network, https: elsewhere },
      'HTTP 302 to "https://parking.test/" over https',
    ],
    [
      'does not answer in time',
      { http: network, https: unfinished(''), timeout: SHORT },
      'HTTP 200 with other content over https',
    ],
  ])('%s', async (_, through, detail) => {
    expect(await resultThrough(through)).toEqual({ kind: 'arrived', over: 'http', detail });
  });

  test('says nothing', async () => {
    const ports = { http: await servers.http(network), https: await servers.tcp(silent) };
    const detail = 'no answer in time over https';
    expect(await resultAt(ports, SHORT)).toEqual({ kind: 'arrived', over: 'http', detail });
  });

  const DAY = 24 * 60 * 60 * 1000;
  test.each<readonly [string, () => Promise<IssuedCertificate>, string]>([
    ['signed by itself', () => createSelfSigned({ names: [NAME] }), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', () => stranger.issue({ names: [NAME] }), 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['for another name', () => trusted.issue({ names: ['unrelated.test'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'that has expired',
      () =>
        trusted.issue({
          names: [NAME],
          notBefore: new Date(Date.now() - 2 * DAY),
          notAfter: new Date(Date.now() - DAY),
        }),
      'CERT_HAS_EXPIRED',
    ],
  ])('comes through a certificate %s', async (_, issue, code) => {
    const shown = await issue();
    const detail = `arrived by a certificate that is not trusted (${code}) over https`;
    const half = { kind: 'arrived', over: 'http', detail };
    expect(await resultThrough({ http: network, https: network, shown })).toEqual(half);
    expect(await resultThrough({ https: network, shown })).toEqual(half);
  });
});

describe('a name has arrived somewhere else', () => {
  test.each<readonly [string, Through, string]>([
    [
      'where errors are answered',
      { http: answering(404), https: answering(526) },
      'HTTP 404 over http, HTTP 526 over https',
    ],
    [
      'where other content is shown',
      { http: answering(200, {}, 'It works!') },
      'HTTP 200 with other content over http, connection refused over https',
    ],
    [
      'where the proof of another network is shown',
      { http: answering(200, {}, originToken(SECRET, 'other.test').content), https: answering(404) },
      'HTTP 200 with other content over http, HTTP 404 over https',
    ],
    [
      'where a redirect leads to another host, even if that shows the proof',
      { http: redirecting(301, `https://www.${NAME}${path}`), https: answering(404) },
      `HTTP 301 to "https://www.${NAME}${path}" over http, HTTP 404 over https`,
    ],
    [
      'where a redirect leads to another port',
      { http: redirecting(301, `http://${NAME}:22/`) },
      `HTTP 301 to "http://${NAME}:22/" over http, connection refused over https`,
    ],
    [
      'where a redirect leads nowhere',
      { http: answering(302), https: redirecting(302, 'https://') },
      'HTTP 302 over http, HTTP 302 to "https://" over https',
    ],
    [
      'where redirects go in a circle',
      { http: toHttps, https: redirecting(301, `http://${NAME}${path}`) },
      `more than 3 redirects from http, HTTP 301 to "http://${NAME}${path}" over https`,
    ],
    [
      'after four redirects',
      { http: hopping(4) },
      'more than 3 redirects from http, connection refused over https',
    ],
    [
      'where what HTTP is redirected to is told once',
      { http: toHttps, https: answering(526) },
      'HTTP 526 over https',
    ],
    [
      'where a body never ends',
      { http: unfinished('It'), timeout: SHORT },
      'HTTP 200 with other content over http, connection refused over https',
    ],
  ])('%s', async (_, through, detail) => {
    expect(await resultThrough(through)).toEqual({ kind: 'somewhere-else', detail });
  });

  test('where what answers does not speak HTTP, or not TLS', async () => {
    const http = await servers.tcp(saying('SSH-2.0-OpenSSH_9.6\r\n'));
    const https = await servers.http(network);
    expect(await resultAt({ http, https })).toEqual({
      kind: 'somewhere-else',
      detail: expect.stringMatching(
        /^no HTTP \(HPE_INVALID_CONSTANT\) over http, no HTTP \(E\w+\) over https$/,
      ),
    });
  });

  test('where the connection is torn down', async () => {
    const ports = { http: await servers.tcp(resetting), https: await servers.tcp(hangingUp) };
    expect(await resultAt(ports)).toEqual({
      kind: 'somewhere-else',
      detail: 'no HTTP (ECONNRESET) over http, no HTTP (ECONNRESET) over https',
    });
  });

  test('where headers have no end', async () => {
    const http = await servers.tcp(repeating('HTTP/1.1 200 OK\r\n', 'X-Bomb: boom\r\n'));
    expect(await resultAt({ http, https: await servers.nobody() }, ENDLESS)).toEqual({
      kind: 'somewhere-else',
      detail: 'no HTTP (HPE_HEADER_OVERFLOW) over http, connection refused over https',
    });
  });

  test('and 200 printable characters of a location are told at most', async () => {
    const long = `https://parking.test/\u009b${'x'.repeat(1000)}`;
    const shown = `https://parking.test/?${'x'.repeat(178)}`;
    expect(await resultThrough({ http: redirecting(302, long) })).toEqual({
      kind: 'somewhere-else',
      detail: `HTTP 302 to "${shown}" over http, connection refused over https`,
    });
  });
});

describe('of a body', () => {
  const padded = (length: number) => answering(200, {}, ' '.repeat(length - content.length) + content);

  test.each<readonly [number, string]>([
    [32 * 1024, 'arrived'],
    [32 * 1024 + 1, 'somewhere-else'],
    [1024 * 1024, 'somewhere-else'],
  ])('of %d bytes that ends with the proof 32 KiB are read: %s', async (length, kind) => {
    expect(await resultThrough({ http: padded(length) })).toMatchObject({ kind });
  });

  test('without an end no more is read', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const http = (request: IncomingMessage, response: ServerResponse) => {
      response.on('close', resolve);
      endless(request, response);
    };
    expect(await resultThrough({ http, timeout: ENDLESS })).toMatchObject({ kind: 'somewhere-else' });
    await closed;
  });
});

describe('a name cannot be followed', () => {
  test('where both ports refuse', async () => {
    expect(await resultThrough({})).toEqual({
      kind: 'unreachable',
      detail: 'connection refused over http, connection refused over https',
    });
  });

  test('where one port refuses and the other says nothing', async () => {
    const ports = { http: await servers.nobody(), https: await servers.tcp(silent) };
    expect(await resultAt(ports, SHORT)).toEqual({
      kind: 'unreachable',
      detail: 'connection refused over http, no answer in time over https',
    });
  });

  test('where HTTP redirects to HTTPS, and that refuses', async () => {
    expect(await resultThrough({ http: toHttps })).toEqual({
      kind: 'unreachable',
      detail: 'connection refused over https',
    });
  });

  test('where redirects take more time together than there is', async () => {
    const http: RequestListener = (request, response) => {
      setTimeout(hopping(3), 0.75 * SHORT, request, response);
    };
    expect(await resultThrough({ http, timeout: SHORT })).toEqual({
      kind: 'unreachable',
      detail: 'no answer in time over http, connection refused over https',
    });
  });

  test('where there is no way to an IPv6 address', async () => {
    const ports = { http: await servers.http(network), https: await servers.nobody() };
    // connect(2) to a multicast address fails as it does on a machine without IPv6, before a packet leaves.
    expect(await look(ports).originResults(NAME, NETWORK, ['ff0e::1', ADDRESS, '127.0.0.2'])).toMatchObject([
      { address: ADDRESS, result: { kind: 'arrived' } },
      { address: 'ff0e::1', result: { kind: 'no-route' } },
      { address: '127.0.0.2', result: { kind: 'unreachable' } },
    ] satisfies { address: string; result: Pick<OriginResult['result'], 'kind'> }[]);
  });
});

test('the name is asked for as host and as server name', async () => {
  const asked: unknown[] = [];
  const record: RequestListener = ({ method, url, headers: { host }, socket }, response) => {
    asked.push({ method, url, host, serverName: (socket as Partial<TLSSocket>).servername });
    response.end();
  };
  await resultThrough({ http: record, https: record });
  const request = { method: 'GET', url: path, host: NAME };
  expect(asked).toHaveLength(2);
  expect(asked).toEqual(
    expect.arrayContaining([
      { ...request, serverName: undefined },
      { ...request, serverName: NAME },
    ]),
  );
});

test('four addresses are asked at most', async () => {
  const nobody = await servers.nobody();
  const six = [1, 2, 3, 4, 5, 6].map((last) => `127.0.0.${last}`);
  const originResults = await look({ http: nobody, https: nobody }).originResults(NAME, NETWORK, six);
  expect(originResults.map(({ address }) => address)).toEqual(six.slice(0, 4));
});

test('an address that is not public is not connected to', async () => {
  let connections = 0;
  const server = await servers.tcp((socket) => {
    connections += 1;
    socket.destroy();
  });
  const ports = { http: server, https: server };
  const inPublic = look(ports, { allowPrivateAddresses: false });
  expect(await inPublic.originResults(NAME, NETWORK, [ADDRESS, '169.254.169.254'])).toEqual([
    { address: ADDRESS, result: { kind: 'special-address' } },
    { address: '169.254.169.254', result: { kind: 'special-address' } },
  ]);
  // Connections that were begun before these would have been counted before them.
  await resultAt(ports);
  expect(connections).toBe(2);
});

/** A body that begins so, and never ends. */
function unfinished(beginning: string): RequestListener {
  return (_, response) => response.writeHead(200).write(beginning);
}

function redirectWithoutEnd(_: IncomingMessage, response: ServerResponse) {
  response.writeHead(301, { Location: `https://${NAME}${path}` }).write('<html>');
}
