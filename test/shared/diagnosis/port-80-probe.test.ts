import http from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createPort80Probe, type Port80ProbeOptions } from '../../../shared/diagnosis/port-80-probe.ts';
import {
  ADDRESS,
  answering,
  type Behaviour,
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
const TOKEN_PATH = /^\/\.well-known\/acme-challenge\/[\w-]{43}$/;

const servers = createServers();
afterEach(() => servers.close());

const look = (httpPort: number, options: Partial<Port80ProbeOptions> = {}) =>
  createPort80Probe({ httpPort, allowPrivateAddresses: true, timeout: PATIENT, ...options });

async function answerOf(behaviour: Behaviour, timeout = PATIENT) {
  const { port } = await servers.tcp(behaviour);
  const [report] = await look(port, { timeout }).reports(NAME, [ADDRESS]);
  return report?.answer;
}

describe('the request', () => {
  test('is for a file of a certificate authority, at the address, under the name', async () => {
    const seen: http.IncomingMessage[] = [];
    const { port } = await servers.http((request, response) => {
      seen.push(request);
      response.end();
    });
    await look(port).reports(NAME, [ADDRESS]);
    expect(seen).toMatchObject([
      {
        method: 'GET',
        url: expect.stringMatching(TOKEN_PATH),
        headers: {
          host: NAME,
          connection: 'close',
          'user-agent': expect.anything(),
          'accept-encoding': 'identity',
        },
      },
    ]);
  });

  test('is the same at every address, and another one each time', async () => {
    const urls: (string | undefined)[] = [];
    const record: http.RequestListener = ({ url }, response) => {
      urls.push(url);
      response.end();
    };
    const { port } = await servers.http(record);
    await servers.http(record, { host: '127.0.0.2', port });
    await look(port).reports(NAME, ['127.0.0.1', '127.0.0.2']);
    expect(urls).toHaveLength(2);
    expect(new Set(urls).size).toBe(1);
    await look(port).reports(NAME, ['127.0.0.1']);
    expect(new Set(urls).size).toBe(2);
  });

  test('is not made by a proxy of the environment', async () => {
    const proxy = await servers.nobody();
    const { port } = await servers.http(answering(404));
    const { globalAgent } = http;
    http.globalAgent = new http.Agent({ proxyEnv: { http_proxy: `http://${ADDRESS}:${proxy.port}` } });
    try {
      expect(await look(port).reports(NAME, [ADDRESS])).toMatchObject([{ answer: { status: 404 } }]);
    } finally {
      http.globalAgent = globalAgent;
    }
  });
});

describe('an answer is told', () => {
  const none = { location: undefined, server: undefined };
  test.each<readonly [string, http.RequestListener, object]>([
    ['with its status', answering(404), { status: 404, ...none }],
    ['with the name of the server', answering(200, { Server: 'nginx' }), { status: 200, server: 'nginx' }],
    [
      'with where it redirects to',
      redirecting(301, `https://${NAME}/x`),
      { status: 301, location: `https://${NAME}/x` },
    ],
    ['with where it redirects to, if only a path', redirecting(308, '/x'), { status: 308, location: '/x' }],
    ['without the location of what is no redirect', redirecting(201, '/new'), { status: 201, ...none }],
    ['as it is, if a redirect leads nowhere', answering(302), { status: 302, ...none }],
    ['after one that is not final', earlyHint, { status: 404, ...none }],
  ])('%s', async (_, handler, expected) => {
    const { port } = await servers.http(handler);
    expect(await look(port).reports(NAME, [ADDRESS])).toEqual([
      { address: ADDRESS, answer: { kind: 'answered', ...none, ...expected } },
    ]);
  });

  test('with 200 printable characters of a header at most', async () => {
    const long = `\u009b31m${'x'.repeat(1000)}`;
    const { port } = await servers.http(answering(301, { Location: long, Server: long }));
    const shown = `?31m${'x'.repeat(196)}`;
    expect(await look(port).reports(NAME, [ADDRESS])).toMatchObject([
      { answer: { location: shown, server: shown } },
    ]);
  });

  test('if it switches protocols, as no HTTP', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
    expect(await answerOf(saying(switching))).toEqual({
      kind: 'no-http',
      detail: 'closed without an answer',
    });
  });

  test('and a redirect is not followed', async () => {
    const urls: (string | undefined)[] = [];
    const { port } = await servers.http(({ url }, response) => {
      urls.push(url);
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    await look(port).reports(NAME, [ADDRESS]);
    expect(urls).toEqual([expect.stringMatching(TOKEN_PATH)]);
  });

  test('and its body is not waited for', async () => {
    const { port } = await servers.http((_, response) => response.writeHead(200).flushHeaders());
    expect(await look(port, { timeout: ENDLESS }).reports(NAME, [ADDRESS])).toMatchObject([
      { answer: { status: 200 } },
    ]);
  });

  test('and its body is not read', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const { port } = await servers.http((request, response) => {
      response.on('close', resolve);
      endless(request, response);
    });
    expect(await look(port, { timeout: ENDLESS }).reports(NAME, [ADDRESS])).toMatchObject([
      { answer: { status: 200 } },
    ]);
    await closed;
  });
});

function earlyHint(_: http.IncomingMessage, response: http.ServerResponse) {
  response.writeEarlyHints({ link: '</style.css>; rel=preload' });
  response.writeHead(404).end();
}

describe('a server that does not answer with HTTP is told as such:', () => {
  const head = 'HTTP/1.1 200 OK\r\n';
  test.each<readonly [string, Behaviour, string]>([
    ['it tears the connection down', resetting, 'ECONNRESET'],
    ['it hangs up', hangingUp, 'ECONNRESET'],
    ['it speaks something else', saying('SSH-2.0-OpenSSH_9.6\r\n'), 'HPE_INVALID_CONSTANT'],
    ['it sends garbage', saying('\u0000\u0016\u0003'.repeat(50)), 'HPE_INVALID_CONSTANT'],
    ['its headers have no end', repeating(head, 'X-Bomb: boom\r\n'), 'HPE_HEADER_OVERFLOW'],
    ['one header has no end', repeating(`${head}X-Bomb: `, 'boom'), 'HPE_HEADER_OVERFLOW'],
  ])('%s', async (_, behaviour, detail) => {
    expect(await answerOf(behaviour, ENDLESS)).toEqual({ kind: 'no-http', detail });
  });
});

describe('a server that does not answer in time is told as such:', () => {
  test.each<readonly [string, Behaviour]>([
    ['it says nothing', silent],
    ['it never ends its headers', saying('HTTP/1.1 200 OK\r\nServer: sl')],
    ['it sends answers that are not final', repeating('', 'HTTP/1.1 103 Early Hints\r\n\r\n')],
  ])('%s', async (_, behaviour) => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const answer = await answerOf((socket) => behaviour(socket.on('close', () => resolve())), SHORT);
    expect(answer).toEqual({ kind: 'timeout' });
    await closed;
  });
});

describe('several addresses', () => {
  test('are told one by one', async () => {
    const { port } = await servers.http(answering(404));
    // connect(2) to a multicast address fails as it does on a machine without IPv6, before a packet leaves.
    const reports = await look(port).reports(NAME, [ADDRESS, '127.0.0.2', 'ff0e::1']);
    expect(reports).toMatchObject([
      { address: ADDRESS, answer: { kind: 'answered' } },
      { address: 'ff0e::1', answer: { kind: 'no-route' } },
      { address: '127.0.0.2', answer: { kind: 'refused' } },
    ]);
  });

  test('are looked at four at most', async () => {
    const { port } = await servers.nobody();
    const six = [1, 2, 3, 4, 5, 6].map((last) => `127.0.0.${last}`);
    const reports = await look(port).reports(NAME, six);
    expect(reports.map(({ address }) => address)).toEqual(six.slice(0, 4));
  });

  test('are none without an address', async () => {
    expect(await look(80).reports(NAME, [])).toEqual([]);
  });
});

test('an address that is not public is not connected to', async () => {
  let connections = 0;
  const { port } = await servers.tcp((socket) => {
    connections += 1;
    socket.destroy();
  });
  expect(await look(port, { allowPrivateAddresses: false }).reports(NAME, [ADDRESS, '::1'])).toEqual([
    { address: ADDRESS, answer: { kind: 'special-address' } },
    { address: '::1', answer: { kind: 'special-address' } },
  ]);
  // A connection that was begun before this one would have been counted before it.
  await look(port).reports(NAME, [ADDRESS]);
  expect(connections).toBe(1);
});
