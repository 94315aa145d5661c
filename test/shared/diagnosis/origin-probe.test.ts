import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createSelfSigned, type IssuedCertificate } from '../../../local/internet/certificate-authority.ts';
import type { Listener } from '../../../local/listener.ts';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import { createOriginProbe, type OriginProbeOptions } from '../../../shared/diagnosis/origin-probe.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { originToken } from '../../../shared/wordpress/origin-token.ts';
import { deadEndInWords } from '../../../shared/words/detail.ts';
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
let certificate: IssuedCertificate;
beforeAll(async () => {
  certificate = await createSelfSigned({ names: ['unrelated.test'] });
});
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
  readonly timeout?: number;
}

async function resultThrough({ http, https, timeout = PATIENT }: Through) {
  const ports = {
    http: await (http === undefined ? servers.nobody() : servers.http(http)),
    https: await (https === undefined ? servers.nobody() : servers.https(https, certificate)),
  };
  return resultAt(ports, timeout);
}

async function resultAt(ports: { http: Listener; https: Listener }, timeout = PATIENT) {
  const [arrival] = await look(ports, { timeout }).originResults(NAME, NETWORK, [ADDRESS]);
  const result = arrival?.result;
  if (result === undefined || !('ends' in result)) return result;
  return { kind: result.kind, detail: result.ends.map(deadEndInWords).join(', ') };
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

describe('a name has arrived at the network', () => {
  test.each<readonly [string, Through, 'http' | 'https']>([
    ['over HTTP only', { http: network }, 'http'],
    ['over HTTPS only, whatever the certificate', { https: network }, 'https'],
    ['over both, which is told of HTTPS', { http: network, https: network }, 'https'],
    ['over HTTP, if HTTPS shows something else', { http: network, https: answering(526) }, 'http'],
    ['over HTTPS, if HTTP redirects to it', { http: toHttps, https: network }, 'https'],
    ['over HTTPS, if HTTP leads elsewhere', { http: elsewhere, https: network }, 'https'],
    [
      'over HTTP, if HTTPS redirects to it',
      { http: network, https: redirecting(307, `http://${NAME}${path}`) },
      'http',
    ],
    ['after three redirects', { http: hopping(3) }, 'http'],
    ['with white space around the proof', { http: answering(200, {}, `\r\n${content} `) }, 'http'],
    [
      'by a redirect whose body never ends',
      { http: redirectWithoutEnd, https: network, timeout: ENDLESS },
      'https',
    ],
    ['with a proof after which nothing comes', { http: unfinished(content), timeout: SHORT }, 'http'],
  ])('%s', async (_, through, over) => {
    expect(await resultThrough(through)).toEqual({ kind: 'arrived', over });
  });

  test('even if the other port says nothing', async () => {
    const ports = { http: await servers.http(network), https: await servers.tcp(silent) };
    expect(await resultAt(ports, SHORT)).toEqual({ kind: 'arrived', over: 'http' });
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
      'more than 3 redirects from http, more than 3 redirects from https',
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
