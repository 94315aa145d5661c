import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { createSelfSigned, type IssuedCertificate } from '../../../local/internet/certificate-authority.ts';
import { type Served, startTlsServer } from '../../../local/internet/tls-server.ts';
import { listen } from '../../../local/listener.ts';
import { saysNoCertificate } from '../../../shared/certificate/alert.ts';
import { shakeHands } from '../../../shared/certificate/handshake.ts';
import { createAuthorities } from '../../support/authorities.ts';
import { startPlainServer, startSilentServer } from '../../support/misbehaving-servers.ts';
import { PATIENT, SHORT, serversOfEachTest } from '../../support/tls-servers.ts';

const NAME = 'shop.example.test';
const ADDRESS = '127.0.0.1';
const DAY = 24 * 60 * 60 * 1000;

const { trusted, stranger } = await createAuthorities();
const keep = serversOfEachTest();

const serve = (served: Served, latency = 0) =>
  keep(startTlsServer({ certificateFor: () => served, latency }));

async function handshakeWith(issued: IssuedCertificate, chain = issued.chain) {
  const { port } = await serve({ kind: 'certificate', key: issued.key, chain });
  return shakeHands(ADDRESS, port, NAME, PATIENT);
}

/** A TCP server that does this to every connection. */
async function serveTcp(onConnection: (socket: Socket) => void): Promise<number> {
  const { port } = await keep(listen(createServer(onConnection), ADDRESS, 0));
  return port;
}

/** X.509 times are whole seconds. */
const inWholeSeconds = (time: Date) => new Date(Math.floor(time.getTime() / 1000) * 1000);

describe('a certificate that a server shows', () => {
  test('is told with its issuer, dates and names, and trusted by the roots of this process', async () => {
    const notBefore = inWholeSeconds(new Date(Date.now() - DAY));
    const notAfter = inWholeSeconds(new Date(Date.now() + 30 * DAY));
    const issued = await trusted.issue({
      names: [NAME, 'WWW.Example.test', '*.example.test'],
      notBefore,
      notAfter,
    });
    expect(await handshakeWith(issued)).toEqual({
      kind: 'certificate',
      certificate: {
        issuer: 'CN=Trusted Emulator Intermediate',
        notBefore,
        notAfter,
        names: [NAME, 'www.example.test', '*.example.test'],
        chain: [expect.anything(), expect.anything()],
        distrust: undefined,
      },
    });
  });

  test('is told for whatever name it is', async () => {
    expect(await handshakeWith(await trusted.issue({ names: ['default.closte.test'] }))).toMatchObject({
      kind: 'certificate',
      certificate: { names: ['default.closte.test'], distrust: undefined },
    });
  });

  test('has no name that hides inside another one', async () => {
    const issued = await trusted.issue({
      names: [`evil.test, DNS:${NAME}`, 'good.test', `"x", DNS:${NAME}`],
    });
    expect(await handshakeWith(issued)).toMatchObject({
      kind: 'certificate',
      certificate: { names: ['good.test'] },
    });
  });

  test('is that of the name that was asked for', async () => {
    const server = await serve({ kind: 'reset' });
    await shakeHands(ADDRESS, server.port, NAME, PATIENT);
    expect(server.handshakes()).toEqual([{ serverName: NAME, served: 'reset' }]);
  });
});

describe('a certificate that is not to be trusted is told with the reason', () => {
  const past = { notBefore: new Date(Date.now() - 2 * DAY), notAfter: new Date(Date.now() - DAY) };
  const future = { notBefore: new Date(Date.now() + DAY) };

  test.each<readonly [string, () => Promise<unknown>, string, number]>([
    [
      'expired',
      async () => handshakeWith(await trusted.issue({ names: [NAME], ...past })),
      'CERT_HAS_EXPIRED',
      2,
    ],
    [
      'not valid yet',
      async () => handshakeWith(await trusted.issue({ names: [NAME], ...future })),
      'CERT_NOT_YET_VALID',
      2,
    ],
    [
      'self-signed',
      async () => handshakeWith(await createSelfSigned({ names: [NAME] })),
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      1,
    ],
    [
      'without the intermediate certificate',
      async () => {
        const issued = await trusted.issue({ names: [NAME] });
        return handshakeWith(issued, issued.certificate);
      },
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      1,
    ],
    [
      'of a root that is not known',
      async () => handshakeWith(await stranger.issue({ names: [NAME] })),
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      2,
    ],
    [
      'of a root that is not known but sent',
      async () => {
        const issued = await stranger.issue({ names: [NAME] });
        return handshakeWith(issued, `${issued.chain}${stranger.root}\n`);
      },
      'SELF_SIGNED_CERT_IN_CHAIN',
      3,
    ],
  ])('%s', async (_, handshake, distrust, chainLength) => {
    const chain = Array.from({ length: chainLength }, () => expect.anything());
    expect(await handshake()).toMatchObject({ kind: 'certificate', certificate: { distrust, chain } });
  });

  test('not if the root that is trusted is sent too', async () => {
    const issued = await trusted.issue({ names: [NAME] });
    expect(await handshakeWith(issued, `${issued.chain}${trusted.root}\n`)).toMatchObject({
      certificate: { distrust: undefined, chain: [expect.anything(), expect.anything(), expect.anything()] },
    });
  });
});

describe('a server without a certificate', () => {
  test('nobody listens', async () => {
    const server = await startSilentServer();
    await server.close();
    expect(await shakeHands(ADDRESS, server.port, NAME, PATIENT)).toEqual({ kind: 'connection-refused' });
  });

  test('the server accepts and never answers', async () => {
    const { port } = await keep(startSilentServer());
    expect(await shakeHands(ADDRESS, port, NAME, SHORT)).toEqual({ kind: 'timeout' });
  });

  test('the server answers too late', async () => {
    const { port } = await serve({ kind: 'reset' }, 60_000);
    expect(await shakeHands(ADDRESS, port, NAME, SHORT)).toEqual({ kind: 'timeout' });
  });

  test('the server speaks plain HTTP', async () => {
    const { port } = await keep(startPlainServer());
    expect(await shakeHands(ADDRESS, port, NAME, PATIENT)).toMatchObject({ kind: 'no-tls' });
  });

  test('the server answers the client hello with a TCP reset', async () => {
    const { port } = await serve({ kind: 'reset' });
    const seen = await shakeHands(ADDRESS, port, NAME, PATIENT);
    expect(seen).toEqual({ kind: 'no-tls', detail: 'ECONNRESET' });
  });

  const alerting = (description: number) =>
    serveTcp((socket) =>
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, description]))),
    );

  test.each([
    [40, 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', true],
    [41, 'ERR_SSL_SSL/TLS_ALERT_NO_CERTIFICATE', true],
    [49, 'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', true],
    [80, 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', true],
    [111, 'ERR_SSL_TLSV1_CERTIFICATE_UNOBTAINABLE', true],
    [112, 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', true],
    [47, 'ERR_SSL_SSL/TLS_ALERT_ILLEGAL_PARAMETER', false],
    [70, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', false],
    [71, 'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY', false],
    [116, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', false],
    [120, 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', false],
  ])('the server answers with the alert %d (%s), which says so: %p', async (alert, detail, says) => {
    const seen = await shakeHands(ADDRESS, await alerting(alert), NAME, PATIENT);
    expect(seen).toEqual({ kind: 'alert', alert, detail });
    expect(saysNoCertificate(alert)).toBe(says);
  });

  test('a real server that finds none for the name', async () => {
    const server = createTlsServer({ SNICallback: (_, done) => done(null, undefined) });
    const { port } = await keep(listen(server, ADDRESS, 0));
    expect(await shakeHands(ADDRESS, port, NAME, PATIENT)).toMatchObject({ kind: 'alert', alert: 40 });
  });

  test('the server hangs up before the client hello', async () => {
    const port = await serveTcp((socket) => socket.end());
    expect(await shakeHands(ADDRESS, port, NAME, PATIENT)).toMatchObject({ kind: 'no-tls' });
  });

  test('the server sends garbage', async () => {
    const port = await serveTcp((socket) => socket.write(Buffer.alloc(100, 255)));
    expect(await shakeHands(ADDRESS, port, NAME, PATIENT)).toMatchObject({ kind: 'no-tls' });
  });

  test('there is no way to an IPv6 address', async () => {
    // connect(2) to a multicast address fails as it does on a machine without IPv6, before a packet leaves.
    expect(await shakeHands('ff0e::1', 443, NAME, PATIENT)).toEqual({ kind: 'no-route' });
  });
});

describe('the connection is closed', () => {
  test('after the handshake', async () => {
    const { key, chain } = await trusted.issue({ names: [NAME] });
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const server = createTlsServer({ key, cert: chain }).on('connection', (socket) =>
      socket.on('close', resolve),
    );
    const { port } = await keep(listen(server, ADDRESS, 0));
    expect(await shakeHands(ADDRESS, port, NAME, PATIENT)).toMatchObject({ kind: 'certificate' });
    await closed;
  });

  test('after the time-out', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const port = await serveTcp((socket) => socket.on('close', resolve).resume());
    expect(await shakeHands(ADDRESS, port, NAME, SHORT)).toEqual({ kind: 'timeout' });
    await closed;
  });
});
