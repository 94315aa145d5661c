import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CertificateAuthority,
  type CertificateRequest,
  createCertificateAuthority,
  createSelfSigned,
} from '../../../local/internet/certificate-authority.ts';
import { startTlsServer } from '../../../local/internet/tls-server.ts';

const NAME = 'shop.example.test';
const DAY = 24 * 60 * 60 * 1000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY);

let authority: CertificateAuthority;

beforeAll(async () => {
  authority = await createCertificateAuthority({ name: 'Closte Emulator' });
});

const certificatesIn = (pem: string) =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (text) => new X509Certificate(text),
  );

/** What a client that checks everything says of a server with this key and chain: `trusted`, or the error's code. */
async function verdict(served: { key: string; chain: string }, trusted: string | undefined): Promise<string> {
  const server = await startTlsServer({ certificateFor: () => ({ kind: 'certificate', ...served }) });
  const socket = connect({
    host: server.host,
    port: server.port,
    servername: NAME,
    ...(trusted && { ca: trusted }),
  });
  try {
    await once(socket, 'secureConnect');
    return 'trusted';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    socket.destroy();
    await server.close();
  }
}

describe('a client that trusts the root finds', () => {
  test.each<[string, CertificateRequest, string]>([
    ['a certificate for the name trusted', { names: [NAME] }, 'trusted'],
    ['the name among others trusted', { names: ['a.test', NAME] }, 'trusted'],
    ['a wildcard above the name trusted', { names: ['*.example.test'] }, 'trusted'],
    ['a wildcard two labels above at fault', { names: ['*.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['another name at fault', { names: ['default.example.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'a past date at fault',
      { names: [NAME], notBefore: daysFromNow(-90), notAfter: daysFromNow(-1) },
      'CERT_HAS_EXPIRED',
    ],
    [
      'a future date at fault',
      { names: [NAME], notBefore: daysFromNow(1), notAfter: daysFromNow(90) },
      'CERT_NOT_YET_VALID',
    ],
    ['a name too long for a common name in order', { names: [`${'x'.repeat(63)}.test`, NAME] }, 'trusted'],
  ])('%s', async (_, request, expected) => {
    expect(await verdict(await authority.issue(request), authority.root)).toBe(expected);
  });

  test('an incomplete chain at fault', async () => {
    const { key, certificate } = await authority.issue({ names: [NAME] });
    expect(await verdict({ key, chain: certificate }, authority.root)).toBe(
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    );
  });

  test('a self-signed certificate at fault', async () => {
    expect(await verdict(await createSelfSigned({ names: [NAME] }), authority.root)).toBe(
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    );
  });

  test('the certificate of another authority with the same name at fault', async () => {
    const impostor = await createCertificateAuthority({ name: 'Closte Emulator' });
    expect(await verdict(await impostor.issue({ names: [NAME] }), authority.root)).not.toBe('trusted');
  });
});

describe('a client that does not trust the root', () => {
  test('trusts no certificate under it', async () => {
    expect(await verdict(await authority.issue({ names: [NAME] }), undefined)).toBe(
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    );
  });

  test('trusts a self-signed certificate if told to', async () => {
    const selfSigned = await createSelfSigned({ names: [NAME] });
    expect(await verdict(selfSigned, selfSigned.certificate)).toBe('trusted');
    expect(await verdict(selfSigned, undefined)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });
});

describe('an issued certificate', () => {
  test('says what a public one says', async () => {
    const issued = await authority.issue({ names: [NAME, '*.example.test'] });
    const [leaf, intermediate, ...more] = certificatesIn(issued.chain);
    const root = new X509Certificate(authority.root);
    expect(more).toEqual([]);
    expect(certificatesIn(issued.certificate).map(String)).toEqual([String(leaf)]);
    expect(leaf).toMatchObject({
      subject: `CN=${NAME}`,
      issuer: 'CN=Closte Emulator Intermediate',
      subjectAltName: `DNS:${NAME}, DNS:*.example.test`,
      ca: false,
      keyUsage: ['1.3.6.1.5.5.7.3.1'],
    });
    expect(intermediate).toMatchObject({
      subject: 'CN=Closte Emulator Intermediate',
      issuer: 'CN=Closte Emulator Root',
      ca: true,
    });
    expect(root).toMatchObject({
      subject: 'CN=Closte Emulator Root',
      issuer: 'CN=Closte Emulator Root',
      ca: true,
    });
    expect(intermediate && leaf?.verify(intermediate.publicKey) && leaf.checkIssued(intermediate)).toBe(true);
    expect(intermediate?.verify(root.publicKey) && intermediate.checkIssued(root)).toBe(true);
  });

  test('is valid from a day ago for 90 days more unless asked otherwise', async () => {
    const before = Date.now();
    const leaf = new X509Certificate((await authority.issue({ names: [NAME] })).certificate);
    const life = (leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY;
    expect(life).toBeCloseTo(91, 3);
    expect(leaf.validFromDate.getTime()).toBeLessThan(before - DAY / 2);
  });

  test('has a serial number of its own, positive and of at most 20 bytes', async () => {
    const issued = await Promise.all(Array.from({ length: 20 }, () => authority.issue({ names: [NAME] })));
    const serials = issued.map(({ certificate }) => new X509Certificate(certificate).serialNumber);
    expect(new Set(serials).size).toBe(20);
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  test('without a name is refused', async () => {
    await expect(authority.issue({ names: [] })).rejects.toThrow('at least one name');
  });
});
