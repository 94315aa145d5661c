import { baseName, type DomainName, isWildcard } from '../domain/name.ts';
import type { Alert } from './alert.ts';

/** What keeps a certificate from being right. The names are those of the log entries. */
export type CertificateProblem =
  | 'no-https'
  | 'connection-refused'
  | 'timeout'
  | 'wrong-name'
  | 'expired'
  | 'not-yet-valid'
  | 'self-signed'
  | 'untrusted-issuer'
  | 'incomplete-chain'
  | 'no-public-address'
  /** There is no way from here to the address: nothing was seen. */
  | 'no-route';

/** One certificate of a chain, its names as OpenSSL writes them, from the common name upwards. */
export interface ChainLink {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A certificate that a server showed. */
export interface Certificate {
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The DNS names of its subject alternative name extension, in lower case. */
  readonly names: readonly string[];
  /** The certificates that the server sent, itself first, each followed by its issuer's. */
  readonly chain: readonly ChainLink[];
  /** What OpenSSL's verification against the trusted roots came to: undefined if it holds, or its error code. */
  readonly distrust: string | undefined;
}

/** What a TLS handshake with one address showed. */
export type Handshake =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'no-tls'; readonly detail: string }
  /** It speaks TLS, and ended the handshake by saying why. */
  | { readonly kind: 'alert'; readonly alert: Alert; readonly detail: string }
  | { readonly kind: 'connection-refused' }
  | { readonly kind: 'timeout' }
  /** There is no way from here to this address, as to IPv6 from most of Google's serverless networks. */
  | { readonly kind: 'no-route' }
  /** Not tried: the address is not on the public internet. */
  | { readonly kind: 'special-address' };

export interface AddressReport {
  readonly address: string;
  readonly handshake: Handshake;
  readonly problem: CertificateProblem | undefined;
}

export type CertificateVerdict =
  | { readonly kind: 'right'; readonly certificate: Certificate }
  | {
      readonly kind: 'wrong';
      readonly problem: CertificateProblem;
      /** Of the address that has the problem, if it showed one. */
      readonly certificate: Certificate | undefined;
    };

/**
 * OpenSSL's names of what may be wrong with trust (openssl-verification-options(1)), as Node gives them. Any other:
 * `untrusted-issuer`, such as `SELF_SIGNED_CERT_IN_CHAIN`, where the server has shown the very root that nobody knows.
 *
 * Where the issuer of the last certificate cannot be found, something was not sent: the intermediate, one above it, or
 * the cross-sign of a new root. Whether that would lead to a known root, nobody can see; the chain is incomplete
 * either way.
 */
const DISTRUST: Readonly<Record<string, CertificateProblem>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT: 'incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'incomplete-chain',
};

/**
 * What is wrong with the handshake for a domain, if anything. The name is looked at first: a server that shows a
 * certificate for another name has none for this one yet, whatever else may be wrong with what it shows.
 */
export function certificateProblemOf(
  handshake: Handshake,
  domain: DomainName,
  now: Date,
): CertificateProblem | undefined {
  switch (handshake.kind) {
    case 'no-tls':
    case 'alert':
      return 'no-https';
    case 'special-address':
      return 'no-public-address';
    case 'no-route':
    case 'connection-refused':
    case 'timeout':
      return handshake.kind;
    case 'certificate': {
      const { names, notBefore, notAfter, distrust } = handshake.certificate;
      if (!covers(names, domain)) return 'wrong-name';
      if (notAfter < now) return 'expired';
      if (notBefore > now) return 'not-yet-valid';
      if (distrust === undefined) return undefined;
      return DISTRUST[distrust] ?? 'untrusted-issuer';
    }
  }
}

/**
 * Whether the names of a certificate cover a domain (RFC 6125, 6.4.3): a wildcard stands for exactly one label. A
 * wildcard mapping needs the wildcard itself.
 */
export function covers(names: readonly string[], domain: DomainName): boolean {
  if (names.includes(domain)) return true;
  if (isWildcard(domain)) return false;
  const parent = baseName(domain).replace(/^[^.]+\./, '');
  return names.includes(`*.${parent}`);
}

/**
 * The verdict on all addresses of a name together: every one must be right. An address to which there is no way from
 * here counts for nothing as long as another one could be seen: it says something about this network only. Where there
 * is none to any of them, that is told: nobody can say whether the certificate is right.
 */
export function certificateVerdict(reports: readonly AddressReport[]): CertificateVerdict {
  const seen = reports.filter((report) => report.handshake.kind !== 'no-route');
  const judged = seen.length > 0 ? seen : reports;
  const bad = judged.find((report) => report.problem !== undefined);
  if (bad?.problem !== undefined) {
    return { kind: 'wrong', problem: bad.problem, certificate: certificateOf(bad) };
  }
  const certificate = judged.map(certificateOf).find((shown) => shown !== undefined);
  return certificate === undefined
    ? { kind: 'wrong', problem: 'no-public-address', certificate: undefined }
    : { kind: 'right', certificate };
}

function certificateOf({ handshake }: AddressReport): Certificate | undefined {
  return handshake.kind === 'certificate' ? handshake.certificate : undefined;
}
