import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { createSelfSigned } from '../../../local/internet/certificate-authority.ts';
import { type Served, startTlsServer } from '../../../local/internet/tls-server.ts';
import { listen } from '../../../local/listener.ts';
import { type CertificateCheckOptions, createCertificateCheck } from '../../../shared/certificate/check.ts';
import { type CertificateProblem, certificateVerdict } from '../../../shared/certificate/verdict.ts';
import { ofBothKinds } from '../../../shared/domain/each-address.ts';
import { createAuthorities } from '../../support/authorities.ts';
import { firstOfChain } from '../../support/chain.ts';
import { startPlainServer, startSilentServer } from '../../support/misbehaving-servers.ts';
import { domain } from '../../support/net-domain.ts';
import { PATIENT, SHORT, serversOfEachTest } from '../../support/tls-servers.ts';

const SHOP = domain('shop.example.test');
const ADDRESS = '127.0.0.1';
const DAY = 24 * 60 * 60 * 1000;

const { trusted, tall, stranger } = await createAuthorities();
const keep = serversOfEachTest();

const look = (port: number, options: Partial<CertificateCheckOptions> = {}) =>
  createCertificateCheck({
    port,
    allowPrivateAddresses: true,
    timeout: PATIENT,
    now: () => new Date(),
    ...options,
  });

async function served(names: readonly string[]): Promise<Served> {
  const { key, chain } = await trusted.issue({ names });
  return { kind: 'certificate', key, chain };
}

/** A TLS server that shows this to whoever asks. */
async function serve(shown: Served, where: { readonly host?: string; readonly port?: number } = {}) {
  return keep(startTlsServer({ certificateFor: () => shown, ...where }));
}

async function problemWith(shown: Served, name = SHOP, asked: string = name) {
  const { port } = await serve(shown);
  const [report] = await look(port).report(name, asked, [ADDRESS]);
  return report?.problem;
}

describe('the certificate of one address', () => {
  test.each<readonly [string, string, readonly string[], CertificateProblem | undefined]>([
    ['for the name', 'shop.example.test', ['shop.example.test'], undefined],
    ['for the name among others', 'shop.example.test', ['example.test', 'shop.example.test'], undefined],
    ['for the wildcard, one label under it', 'shop.example.test', ['*.example.test'], undefined],
    ['for the wildcard, two labels under it', 'a.shop.example.test', ['*.example.test'], 'wrong-name'],
    ['for the wildcard, the name that it stands under', 'example.test', ['*.example.test'], 'wrong-name'],
    ['for another name', 'shop.example.test', ['default.closte.test'], 'wrong-name'],
  ])('%s', async (_, name, names, problem) => {
    expect(await problemWith(await served(names), domain(name))).toBe(problem);
  });

  test.each<readonly [string, readonly string[], CertificateProblem | undefined]>([
    ['is right for the wildcard itself', ['*.example.test'], undefined],
    ['is wrong for the very name that was asked for', ['random.example.test'], 'wrong-name'],
    ['is wrong for the name that the wildcard stands under', ['example.test'], 'wrong-name'],
  ])('of a wildcard mapping %s', async (_, names, problem) => {
    const wildcard = domain('*.example.test');
    expect(await problemWith(await served(names), wildcard, 'random.example.test')).toBe(problem);
  });

  test.each<readonly [string, () => Promise<Served>, CertificateProblem]>([
    [
      'expired',
      async () => {
        const dates = { notBefore: new Date(Date.now() - 2 * DAY), notAfter: new Date(Date.now() - DAY) };
        return { kind: 'certificate', ...(await trusted.issue({ names: [SHOP], ...dates })) };
      },
      'expired',
    ],
    [
      'not valid yet',
      async () => ({
        kind: 'certificate',
        ...(await trusted.issue({ names: [SHOP], notBefore: new Date(Date.now() + DAY) })),
      }),
      'not-yet-valid',
    ],
    [
      'self-signed',
      async () => ({ kind: 'certificate', ...(await createSelfSigned({ names: [SHOP] })) }),
      'self-signed',
    ],
    [
      'self-signed for another name',
      async () => ({ kind: 'certificate', ...(await createSelfSigned({ names: ['localhost'] })) }),
      'wrong-name',
    ],
    [
      'without the intermediate certificate',
      async () => {
        const { key, certificate } = await trusted.issue({ names: [SHOP] });
        return { kind: 'certificate', key, chain: certificate };
      },
      'incomplete-chain',
    ],
    ...[1, 2, 3].map((sent): readonly [string, () => Promise<Served>, CertificateProblem] => [
      `with ${sent} of 4 certificates sent`,
      async () => {
        const { key, chain } = await tall.issue({ names: [SHOP] });
        return { kind: 'certificate', key, chain: firstOfChain(chain, sent) };
      },
      'incomplete-chain',
    ]),
    [
      'of an issuer that is not known, whose root is not sent',
      async () => ({ kind: 'certificate', ...(await stranger.issue({ names: [SHOP] })) }),
      'incomplete-chain',
    ],
    [
      'of a root that is not known but sent',
      async () => {
        const { key, chain } = await stranger.issue({ names: [SHOP] });
        return { kind: 'certificate', key, chain: `${chain}${stranger.root}\n` };
      },
      'untrusted-issuer',
    ],
    ['none: the connection is torn down', async () => ({ kind: 'reset' }), 'no-https'],
    ['none: the name is not served', async () => ({ kind: 'alert' }), 'no-https'],
  ])('%s', async (_, shown, problem) => {
    expect(await problemWith(await shown())).toBe(problem);
  });

  test('right, with all intermediates sent', async () => {
    const { key, chain } = await tall.issue({ names: [SHOP] });
    expect(await problemWith({ kind: 'certificate', key, chain })).toBeUndefined();
  });

  test.each(['X25519', 'prime256v1', 'X448', 'secp384r1', 'secp521r1', 'ffdhe2048', 'ffdhe3072'])(
    'right at a server that exchanges keys by %s alone',
    async (ecdhCurve) => {
      const { key, chain } = await trusted.issue({ names: [SHOP] });
      const server = createTlsServer({ key, cert: chain, ecdhCurve });
      const { port } = await keep(listen(server, ADDRESS, 0));
      expect(await look(port).report(SHOP, SHOP, [ADDRESS])).toMatchObject([{ problem: undefined }]);
    },
  );

  test.each([[['h2']], [['http/1.1']], [['h2', 'http/1.1']]])(
    'right at a server that speaks %j',
    async (protocols) => {
      const { key, chain } = await trusted.issue({ names: [SHOP] });
      const server = createTlsServer({ key, cert: chain, ALPNProtocols: protocols });
      const { port } = await keep(listen(server, ADDRESS, 0));
      expect(await look(port).report(SHOP, SHOP, [ADDRESS])).toMatchObject([{ problem: undefined }]);
    },
  );

  test('none: the server speaks plain HTTP', async () => {
    const { port } = await keep(startPlainServer());
    expect(await look(port).report(SHOP, SHOP, [ADDRESS])).toMatchObject([{ problem: 'no-https' }]);
  });

  test('none: the server never answers', async () => {
    const { port } = await keep(startSilentServer());
    expect(await look(port, { timeout: SHORT }).report(SHOP, SHOP, [ADDRESS])).toEqual([
      { address: ADDRESS, handshake: { kind: 'timeout' }, problem: 'timeout' },
    ]);
  });

  test('none: nobody listens', async () => {
    const server = await startSilentServer();
    await server.close();
    expect(await look(server.port).report(SHOP, SHOP, [ADDRESS])).toEqual([
      { address: ADDRESS, handshake: { kind: 'connection-refused' }, problem: 'connection-refused' },
    ]);
  });

  test('is judged by the clock that is given', async () => {
    const { port } = await serve(await served([SHOP]));
    const inAYear = () => new Date(Date.now() + 365 * DAY);
    expect(await look(port, { now: inAYear }).report(SHOP, SHOP, [ADDRESS])).toMatchObject([
      { problem: 'expired' },
    ]);
  });

  test('is asked for by the name that is given', async () => {
    const server = await serve(await served(['*.example.test']));
    await look(server.port).report(domain('*.example.test'), 'random.example.test', [ADDRESS]);
    expect(server.handshakes().map(({ serverName }) => serverName)).toEqual(['random.example.test']);
  });
});

describe('the certificates of several addresses', () => {
  test('are all right', async () => {
    const shown = await served([SHOP]);
    const { port } = await serve(shown);
    await serve(shown, { host: '127.0.0.2', port });
    const reports = await look(port).report(SHOP, SHOP, ['127.0.0.1', '127.0.0.2']);
    expect(reports.map(({ address, problem }) => [address, problem])).toEqual([
      ['127.0.0.1', undefined],
      ['127.0.0.2', undefined],
    ]);
    expect(certificateVerdict(reports)).toMatchObject({ kind: 'right', certificate: { names: [SHOP] } });
  });

  test('are wrong if one is', async () => {
    const { port } = await serve(await served([SHOP]));
    await serve(await served(['default.closte.test']), { host: '127.0.0.2', port });
    const reports = await look(port).report(SHOP, SHOP, ['127.0.0.1', '127.0.0.2']);
    expect(certificateVerdict(reports)).toMatchObject({
      kind: 'wrong',
      problem: 'wrong-name',
      certificate: { names: ['default.closte.test'] },
    });
  });

  test('are right beside an IPv6 address to which there is no way', async () => {
    const { port } = await serve(await served([SHOP]));
    // connect(2) to a multicast address fails as it does on a machine without IPv6, before a packet leaves.
    const reports = await look(port).report(SHOP, SHOP, ['ff0e::1', ADDRESS]);
    expect(reports).toMatchObject([{ problem: undefined }, { handshake: { kind: 'no-route' } }]);
    expect(certificateVerdict(reports)).toMatchObject({ kind: 'right' });
  });

  test('are looked at four at most', async () => {
    const server = await startSilentServer();
    await server.close();
    const six = [1, 2, 3, 4, 5, 6].map((last) => `127.0.0.${last}`);
    const reports = await look(server.port).report(SHOP, SHOP, six);
    expect(reports.map(({ address }) => address)).toEqual(six.slice(0, 4));
  });

  test('are none without an address', async () => {
    expect(await look(443).report(SHOP, SHOP, [])).toEqual([]);
  });
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['one kind', ['192.0.2.1', '192.0.2.2'], ['192.0.2.1', '192.0.2.2']],
  ['too many of one kind', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], ['192.0.2.1', '192.0.2.2']],
  ['both kinds', ['192.0.2.1', '192.0.2.2', '2001:db8::1'], ['192.0.2.1', '2001:db8::1']],
  ['both kinds, IPv6 first', ['2001:db8::1', '2001:db8::2', '192.0.2.1'], ['192.0.2.1', '2001:db8::1']],
  ['IPv6 alone', ['2001:db8::1', '2001:db8::2', '2001:db8::3'], ['2001:db8::1', '2001:db8::2']],
  ['none', [], []],
])('of %s two are chosen so that both kinds are seen', (_, addresses, chosen) => {
  expect(ofBothKinds(addresses, 2)).toEqual(chosen);
});

describe('an address that is not public', () => {
  test('is not connected to, unless that is allowed', async () => {
    let connections = 0;
    const server = await keep(
      listen(
        createServer((socket) => {
          connections += 1;
          socket.destroy();
        }),
        ADDRESS,
        0,
      ),
    );
    const inPublic = { allowPrivateAddresses: false };
    expect(await look(server.port, inPublic).report(SHOP, SHOP, [ADDRESS])).toEqual([
      { address: ADDRESS, handshake: { kind: 'special-address' }, problem: 'no-public-address' },
    ]);
    // A connection that was begun before this one would have been counted before it.
    await look(server.port).report(SHOP, SHOP, [ADDRESS]);
    expect(connections).toBe(1);
  });

  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1'])(
    '%s is told as such',
    async (address) => {
      const reports = await look(443, { allowPrivateAddresses: false }).report(SHOP, SHOP, [address]);
      expect(reports).toMatchObject([
        { handshake: { kind: 'special-address' }, problem: 'no-public-address' },
      ]);
    },
  );
});
