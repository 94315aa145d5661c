import http from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createSelfSigned, type IssuedCertificate } from '../../../local/internet/certificate-authority.ts';
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
let certificate: IssuedCertificate;
beforeAll(async () => {
  certificate = await createSelfSigned({ names: ['unrelated.test'] });
});
afterEach(() => servers.close());

const look = (httpPort: number, options: Partial<Port80ProbeOptions> = {}) =>
  createPort80Probe({ httpPort, httpsPort: 443, allowPrivateAddresses: true, timeout: PATIENT, ...options });

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
      { address: ADDRESS, answer: expect.objectContaining({ kind: 'answered', ...none, ...expected }) },
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

describe('redirects are followed as an authority follows them', () => {
  /** Each path leads to the next one: the file to `/1`, that to `/2` and so on. */
  const hopping =
    (times: number): http.RequestListener =>
    ({ url = '' }, response) => {
      const hop = TOKEN_PATH.test(url) ? 0 : Number(url.slice(1));
      if (hop === times) response.writeHead(404).end();
      else response.writeHead(302, { Location: `/${hop + 1}` }).end();
    };
  const toHttps: http.RequestListener = ({ url }, response) =>
    response.writeHead(301, { Location: `https://${NAME}${url}` }).end();
  const toHttp: http.RequestListener = ({ url }, response) =>
    response.writeHead(301, { Location: `http://${NAME}${url}` }).end();
  const withoutSlash: http.RequestListener = ({ url }, response) =>
    response.writeHead(301, { Location: `https://${NAME}${url?.slice(1)}` }).end();
  const stays = { kind: 'stays' };
  const loop = { kind: 'stops', because: 'loop', to: NAME };

  async function wayOf(overHttp: http.RequestListener, overHttps?: http.RequestListener) {
    const { port } = await servers.http(overHttp);
    const secure = await (overHttps === undefined ? servers.nobody() : servers.https(overHttps, certificate));
    const [report] = await look(port, { httpsPort: secure.port }).reports(NAME, [ADDRESS]);
    return report?.answer.kind === 'answered' ? report.answer.way : report?.answer;
  }

  test.each<readonly [string, http.RequestListener, http.RequestListener | undefined, object]>([
    ['none', answering(404), undefined, stays],
    ['to HTTPS, whatever the certificate', toHttps, answering(404), stays],
    ['to HTTPS, where nobody answers', toHttps, undefined, stays],
    ['ten of them', hopping(10), undefined, stays],
    ['not eleven', hopping(11), undefined, { kind: 'stops', because: 'too-many', to: NAME }],
    ['not to itself', toHttp, undefined, loop],
    [
      'not to itself without a host',
      ({ url = '' }, response) => response.writeHead(302, { Location: url }).end(),
      undefined,
      loop,
    ],
    ['not from HTTPS to itself', toHttps, toHttps, loop],
    ['not from HTTPS back', toHttps, toHttp, loop],
    [
      'not without a slash',
      withoutSlash,
      undefined,
      { kind: 'stops', because: 'missing-slash', to: `${NAME}.well-known` },
    ],
    [
      'not without a slash, from HTTPS',
      toHttps,
      redirecting(301, `https://${NAME}.well-known/x`),
      { kind: 'stops', because: 'missing-slash', to: `${NAME}.well-known` },
    ],
    [
      'not to another port, from HTTPS',
      toHttps,
      redirecting(301, `https://${NAME}:8443/`),
      { kind: 'stops', because: 'port', to: `${NAME}:8443` },
    ],
    ['not by 303', redirecting(303, '/x'), undefined, { kind: 'stops', because: 'status', to: NAME }],
    [
      'to another host, which is not asked',
      redirecting(302, 'https://parking.test:443/x'),
      undefined,
      { kind: 'leaves', host: 'parking.test', to: 'parking.test:443' },
    ],
    [
      'to another host from HTTPS',
      toHttps,
      redirecting(302, 'http://parking.test/x'),
      { kind: 'leaves', host: 'parking.test', to: 'parking.test' },
    ],
  ])('%s', async (_, overHttp, overHttps, way) => {
    expect(await wayOf(overHttp, overHttps)).toEqual(way);
  });

  test('to the very place, with letters of all kinds in it', async () => {
    const urls: (string | undefined)[] = [];
    await wayOf(({ url = '' }, response) => {
      urls.push(url);
      if (TOKEN_PATH.test(url)) response.writeHead(302, { Location: `http://${NAME}?a b=\u00e9` }).end();
      else response.writeHead(404).end();
    });
    expect(urls.at(-1)).toBe('/?a%20b=%e9');
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
    expect(answer).toEqual({ kind: 'timeout', connected: true });
    await closed;
  });
});

test('a connection that does not come about is told apart from one on which nothing is said', async () => {
  const { connect } = Socket.prototype;
  // A name that is looked up without an end keeps the connection from coming about, as a packet that is dropped does.
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const [options = {}] = args.flat() as object[];
    Object.assign(options, { host: 'never.invalid', lookup: () => {} });
    return Reflect.apply(connect, this, args);
  } as typeof connect;
  try {
    const [report] = await look(80, { timeout: SHORT }).reports(NAME, [ADDRESS]);
    expect(report?.answer).toEqual({ kind: 'timeout', connected: false });
  } finally {
    Socket.prototype.connect = connect;
  }
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
