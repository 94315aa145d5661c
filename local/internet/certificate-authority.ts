import { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import type { Extension, X509Certificate } from '@peculiar/x509';

// At run time, since what is imported in the usual way may be loaded before the import above has had its effect.
const x509 = await import('@peculiar/x509');

/** What a certificate is to say. */
export interface CertificateRequest {
  /** DNS names, a wildcard as `*.example.test`; at least one. The first is also the common name, if it fits. */
  readonly names: readonly string[];
  /** A day ago unless given. */
  readonly notBefore?: Date;
  /** In 90 days unless given. */
  readonly notAfter?: Date;
}

/** All in PEM. */
export interface IssuedCertificate {
  readonly key: string;
  /** The leaf alone: a server that sends only this has an incomplete chain. */
  readonly certificate: string;
  /** What a server is to send: the leaf, the intermediate that signed it, and those above. */
  readonly chain: string;
}

export interface CertificateAuthority {
  /** The root certificate in PEM: whoever trusts it trusts every certificate issued here. */
  readonly root: string;
  issue(request: CertificateRequest): Promise<IssuedCertificate>;
}

const DAY = 24 * 60 * 60 * 1000;
const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
/** RFC 5280, appendix A.1: the upper bound of a common name. */
const LONGEST_COMMON_NAME = 64;
/** Stands where the first name is longer. */
const NAMELESS_SUBJECT = [{ O: ['Closte Emulator'] }];

interface Signer {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: X509Certificate;
}

/**
 * A certificate authority of its own, as public ones are built: a root that signs an intermediate, which signs the
 * leaves. Nobody trusts it who was not told to.
 *
 * @param name how root and intermediate are called, such as `Closte Emulator`
 * @param upper intermediates between the two; none unless given
 */
export async function createCertificateAuthority({
  name,
  upper = 0,
}: {
  readonly name: string;
  readonly upper?: number;
}): Promise<CertificateAuthority> {
  const root = await createSigner(`${name} Root`, upper + 1);
  let intermediate = root;
  const above: string[] = [];
  for (let place = upper; place > 0; place -= 1) {
    intermediate = await createSigner(`${name} Upper Intermediate ${place}`, place, intermediate);
    above.unshift(intermediate.certificate.toString('pem'));
  }
  intermediate = await createSigner(`${name} Intermediate`, 0, intermediate);
  const pems = [intermediate.certificate.toString('pem'), ...above];
  return {
    root: root.certificate.toString('pem'),
    async issue(request) {
      const keys = await generateKeys();
      const certificate = await createLeaf(request, keys, intermediate);
      const chain = [certificate, ...pems].map((pem) => `${pem}\n`).join('');
      return { key: await exportKey(keys), certificate: `${certificate}\n`, chain };
    },
  };
}

/** A certificate that its own key has signed. Its `chain` is itself. */
export async function createSelfSigned(request: CertificateRequest): Promise<IssuedCertificate> {
  const keys = await generateKeys();
  const certificate = `${await createLeaf(request, keys)}\n`;
  return { key: await exportKey(keys), certificate, chain: certificate };
}

async function createSigner(name: string, pathLength: number, parent?: Signer): Promise<Signer> {
  const keys = await generateKeys();
  const subject = [{ CN: [name] }];
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: randomSerialNumber(),
    subject,
    issuer: parent?.certificate.subjectName ?? subject,
    // Wide enough for any leaf that a test could ask for.
    notBefore: new Date(Date.now() - 3650 * DAY),
    notAfter: new Date(Date.now() + 3650 * DAY),
    publicKey: keys.publicKey,
    signingKey: (parent?.keys ?? keys).privateKey,
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, pathLength, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ...(await keyIdentifiers(keys, parent)),
    ],
  });
  return { keys, certificate };
}

async function createLeaf(
  { names, notBefore, notAfter }: CertificateRequest,
  keys: webcrypto.CryptoKeyPair,
  parent?: Signer,
): Promise<string> {
  const [first] = names;
  if (first === undefined) throw new RangeError('a certificate needs at least one name');
  const subject = first.length > LONGEST_COMMON_NAME ? NAMELESS_SUBJECT : [{ CN: [first] }];
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: randomSerialNumber(),
    subject,
    issuer: parent?.certificate.subjectName ?? subject,
    notBefore: notBefore ?? new Date(Date.now() - DAY),
    notAfter: notAfter ?? new Date(Date.now() + 90 * DAY),
    publicKey: keys.publicKey,
    signingKey: (parent?.keys ?? keys).privateKey,
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      ...(await keyIdentifiers(keys, parent)),
    ],
  });
  return certificate.toString('pem');
}

async function keyIdentifiers(keys: webcrypto.CryptoKeyPair, parent?: Signer): Promise<Extension[]> {
  return [
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create((parent?.keys ?? keys).publicKey),
  ];
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
}

async function exportKey(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return `${x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')}\n`;
}

/** 127 random bits in hexadecimal; positive and not longer than 20 bytes, as RFC 5280, section 4.1.2.2 has it. */
function randomSerialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
