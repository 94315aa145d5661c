import type { X509Certificate } from 'node:crypto';
import { connect, type DetailedPeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { alertIn } from './alert.ts';
import { connectionFailure } from './connection-failure.ts';
import type { Certificate, ChainLink, Handshake } from './verdict.ts';

/** A server that speaks HTTP/2 alone ends the handshake with whoever does not offer it (RFC 7301, 3.2). */
const WHAT_BROWSERS_OFFER = ['h2', 'http/1.1'];

/**
 * Makes a TLS handshake with an address and tells what the server showed. Nothing is sent after it. The certificate
 * is looked at, not trusted: a wrong one is a finding, not an error.
 *
 * @param serverName goes out as server name indication (RFC 6066, 3)
 * @param timeout for the connection and the handshake together, in milliseconds
 * @param trust the trusted roots, for many handshakes to share; if left out, Node's own are set up for this one
 */
export function shakeHands(
  address: string,
  port: number,
  serverName: string,
  timeout: number,
  trust?: SecureContext,
): Promise<Handshake> {
  const { promise, resolve } = Promise.withResolvers<Handshake>();
  const socket = connect({
    host: address,
    port,
    servername: serverName,
    ...(trust && { secureContext: trust }),
    ALPNProtocols: WHAT_BROWSERS_OFFER,
    rejectUnauthorized: false,
    // Whether the names cover the domain is judged with the rest; here it would hide what is wrong with trust.
    checkServerIdentity: () => undefined,
  });
  // Node would copy the whole chain out of OpenSSL for that, in an old form that nobody reads.
  socket.getPeerCertificate = () => ({}) as DetailedPeerCertificate;
  const end = setTimeout(resolve, timeout, { kind: 'timeout' });
  socket.on('secureConnect', () => resolve(handshakeOf(socket)));
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(failureOf(error, address)));
  return promise.finally(() => {
    clearTimeout(end);
    socket.destroy();
  });
}

function failureOf(error: NodeJS.ErrnoException, address: string): Handshake {
  const code = error.code ?? error.message;
  const failure = connectionFailure(code, address);
  if (failure === undefined) {
    const alert = alertIn(error);
    return alert === undefined ? { kind: 'no-tls', detail: code } : { kind: 'alert', alert, detail: code };
  }
  return { kind: failure === 'refused' ? 'connection-refused' : failure };
}

function handshakeOf(socket: TLSSocket): Handshake {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return { kind: 'no-tls', detail: 'the server showed no certificate' };
  return { kind: 'certificate', certificate: read(leaf, distrustOf(socket)) };
}

/** Node's types say Error; it is OpenSSL's code as a string. */
function distrustOf(socket: TLSSocket): string | undefined {
  return socket.authorized ? undefined : String(socket.authorizationError);
}

function read(leaf: X509Certificate, distrust: string | undefined): Certificate {
  return {
    issuer: nameOf(leaf.issuer),
    notBefore: leaf.validFromDate,
    notAfter: leaf.validToDate,
    names: dnsNames(leaf.subjectAltName ?? ''),
    chain: chainFrom(leaf),
    distrust,
  };
}

/**
 * The DNS names in Node's rendering of the extension: `DNS:a.example, DNS:b.example, IP Address:192.0.2.1`. A name
 * with strange characters stands in quotes there, and is none that could be asked for.
 */
function dnsNames(subjectAltName: string): string[] {
  return subjectAltName
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .split(', ')
    .filter((part) => part.startsWith('DNS:') && part !== 'DNS:')
    .map((part) => part.slice('DNS:'.length).toLowerCase());
}

/** A server may send a chain without an end. */
const LONGEST_CHAIN = 10;

function chainFrom(leaf: X509Certificate): ChainLink[] {
  const chain: ChainLink[] = [];
  for (
    let link: X509Certificate | undefined = leaf;
    link !== undefined && chain.length < LONGEST_CHAIN;
    link = link.issuerCertificate
  ) {
    chain.push({
      subject: nameOf(link.subject),
      issuer: nameOf(link.issuer),
      notBefore: link.validFromDate,
      notAfter: link.validToDate,
    });
  }
  return chain;
}

/** A distinguished name in one line, the common name first. Node gives one attribute a line, from the root. */
function nameOf(distinguishedName: string | undefined): string {
  return (distinguishedName ?? '').split('\n').reverse().join(', ');
}
