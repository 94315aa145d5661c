import { once } from 'node:events';
import { request } from 'node:https';
import { connect as connectTcp, createServer } from 'node:net';
import { connect } from 'node:tls';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  createCertificateAuthority,
  type IssuedCertificate,
} from '../../../local/internet/certificate-authority.ts';
import { type Served, startTlsServer, type TlsServerOptions } from '../../../local/internet/tls-server.ts';
import { type Listener, listen } from '../../../local/listener.ts';
import { serversOfEachTest } from '../../support/tls-servers.ts';

const NAME = 'shop.example.test';

let root: string;
let issued: IssuedCertificate;
let other: IssuedCertificate;

beforeAll(async () => {
  const authority = await createCertificateAuthority({ name: 'Closte Emulator' });
  root = authority.root;
  issued = await authority.issue({ names: [NAME] });
  other = await authority.issue({ names: ['default.example.test'] });
});

const keep = serversOfEachTest();

const start = (certificateFor: TlsServerOptions['certificateFor'], more: Partial<TlsServerOptions> = {}) =>
  keep(startTlsServer({ certificateFor, ...more }));

const good = (): Served => ({ kind: 'certificate', key: issued.key, chain: issued.chain });

/** Shakes hands and tells whose certificate came, or by which error it ended. */
async function shakeHands({ port }: Listener, servername: string): Promise<string> {
  const socket = connect({
    host: '127.0.0.1',
    port,
    servername,
    ca: root,
    checkServerIdentity: () => undefined,
  });
  try {
    await once(socket, 'secureConnect');
    return String(socket.getPeerCertificate().subject.CN);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    socket.destroy();
  }
}

describe('a TLS server', () => {
  test('chooses by the name that the client asks for, in lower case, also when it asks for none', async () => {
    const server = await start(async (name) => ({
      kind: 'certificate',
      ...(name === NAME ? issued : other),
    }));
    expect(await shakeHands(server, NAME)).toBe(NAME);
    expect(await shakeHands(server, NAME.toUpperCase())).toBe(NAME);
    expect(await shakeHands(server, '')).toBe('default.example.test');
    expect(server.handshakes()).toEqual([
      { serverName: NAME, served: 'certificate' },
      { serverName: NAME, served: 'certificate' },
      { serverName: undefined, served: 'certificate' },
    ]);
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
    const server = await start(good);
    const versions = { minVersion: version, maxVersion: version };
    const socket = connect({ ...versions, host: '127.0.0.1', port: server.port, servername: NAME, ca: root });
    await once(socket, 'secureConnect');
    expect([socket.authorized, socket.getProtocol()]).toEqual([true, version]);
    socket.destroy();
  });

  test('answers a request with a line of text', async () => {
    const server = await start(good);
    const call = request({ host: '127.0.0.1', port: server.port, servername: NAME, ca: root, agent: false });
    call.end();
    const [response] = await once(call, 'response');
    expect(response.statusCode).toBe(200);
    expect((await response.toArray()).join('')).toBe('ok\n');
  });

  test('comes after the latency, which closing the server cuts short', async () => {
    const slow = await start(good, { latency: 20 });
    expect(await shakeHands(slow, NAME)).toBe(NAME);
    const asked = Promise.withResolvers<void>();
    const stuck = await startTlsServer({
      latency: 3_600_000,
      certificateFor() {
        asked.resolve();
        return good();
      },
    });
    const outcome = shakeHands(stuck, NAME);
    await asked.promise;
    await stuck.close();
    expect(await outcome).toBe('ECONNRESET');
  });

  test.each([
    ['a reset', (): Served => ({ kind: 'reset' }), 'ECONNRESET'],
    ['an alert', (): Served => ({ kind: 'alert' }), 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME'],
    ['a failure to find a certificate', () => Promise.reject(new Error('none')), 'ECONNRESET'],
    ['a key that is none', (): Served => ({ ...good(), key: 'nonsense' }) as Served, 'ECONNRESET'],
  ])('ends the handshake with %s, and goes on serving others', async (_, certificateFor, code) => {
    const server = await start((name) => (name === NAME ? good() : certificateFor()));
    expect(await shakeHands(server, 'bad.example.test')).toBe(code);
    expect(await shakeHands(server, NAME)).toBe(NAME);
  });
});

describe('whatever a client does, the server goes on', () => {
  /** The first bytes that a TLS client sends, as a port that never answers sees them. */
  async function clientHello(servername: string): Promise<Buffer> {
    const listening = createServer();
    const listener = await keep(listen(listening, '127.0.0.1', 0));
    const client = connect({ host: '127.0.0.1', port: listener.port, servername });
    client.on('error', () => undefined);
    const [connection] = await once(listening, 'connection');
    const [bytes] = await once(connection, 'data');
    client.destroy();
    return bytes;
  }

  /** Sends these bytes and returns what comes back until the server ends the connection. */
  async function sendAll({ port }: Listener, pieces: readonly Buffer[]): Promise<Buffer> {
    const socket = connectTcp(port, '127.0.0.1').setNoDelay(true);
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    for (const piece of pieces) await new Promise((written) => socket.write(piece, written));
    await closed;
    return Buffer.concat(heard);
  }

  test.each([
    ['a plain HTTP request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a record that is no handshake', Buffer.from([21, 3, 1, 0, 2, 1, 0])],
    ['another handshake message', Buffer.from([22, 3, 1, 0, 5, 2, 0, 0, 1, 0])],
    ['a client hello without content', Buffer.from([22, 3, 1, 0, 4, 1, 0, 0, 0])],
    [
      'a client hello of false lengths',
      Buffer.concat([Buffer.from([22, 3, 1, 0, 54, 1, 0, 0, 50]), Buffer.alloc(50, 255)]),
    ],
    [
      'a first message without end',
      Buffer.concat(
        Array(9).fill(Buffer.concat([Buffer.from([22, 3, 1, 32, 0, 1, 255]), Buffer.alloc(8190, 1)])),
      ),
    ],
  ])('%s is cut off', async (_, bytes) => {
    const server = await start(good);
    expect(await sendAll(server, [bytes])).toEqual(Buffer.alloc(0));
    expect(server.handshakes()).toEqual([]);
    expect(await shakeHands(server, NAME)).toBe(NAME);
  });

  test('a client hello in pieces, and over several records, is read as one', async () => {
    const server = await start(() => ({ kind: 'alert' }));
    const hello = await clientHello(NAME);
    const record = (content: Buffer) => {
      const head = Buffer.from([22, 3, 1, 0, 0]);
      head.writeUInt16BE(content.length, 3);
      return Buffer.concat([head, content]);
    };
    const alert = Buffer.from([21, 3, 3, 0, 2, 2, 112]);
    expect(await sendAll(server, [hello.subarray(0, 3), hello.subarray(3, 90), hello.subarray(90)])).toEqual(
      alert,
    );
    expect(await sendAll(server, [record(hello.subarray(5, 7)), record(hello.subarray(7))])).toEqual(alert);
    expect(server.handshakes()).toEqual(Array(2).fill({ serverName: NAME, served: 'alert' }));
  });

  test.each([
    ['before it has said anything', 0],
    ['in the middle of its client hello', 60],
    ['after its client hello', Number.POSITIVE_INFINITY],
  ])('a client that resets the connection %s', async (_, length) => {
    const server = await start(good);
    const hello = await clientHello(NAME);
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    await new Promise((written) => socket.write(hello.subarray(0, length), written));
    socket.resetAndDestroy();
    expect(await shakeHands(server, NAME)).toBe(NAME);
  });

  test('a client that is in the handshake and one that is through it are ended by closing', async () => {
    const server = await startTlsServer({ certificateFor: good });
    const mute = connectTcp(server.port, '127.0.0.1').resume();
    const client = connect({ host: '127.0.0.1', port: server.port, servername: NAME, ca: root });
    client.on('error', () => undefined);
    await Promise.all([once(mute, 'connect'), once(client, 'secureConnect')]);
    client.resume();
    const ended = Promise.all([once(mute, 'close'), new Promise((resolve) => client.on('close', resolve))]);
    await server.close();
    await ended;
  });
});
