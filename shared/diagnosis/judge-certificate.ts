import { isRenewalOverdue } from '../certificate/expiry.ts';
import type { AddressReport, Certificate } from '../certificate/verdict.ts';
import { type DomainName, isWildcard } from '../domain/name.ts';
import { wildcardNeedsDnsValidation } from '../words/english/authority.ts';
import {
  type CertificateContext,
  defaultCertificate,
  expired,
  expiringSoon,
  httpsNotSeen,
  incompleteChain,
  noHttps,
  notYetValid,
  selfSigned,
  stillBeingIssued,
  untrustedIssuer,
  wrongName,
} from '../words/english/certificate.ts';
import { dateInWords } from '../words/few.ts';
import { certificatesInWords } from '../words/format.ts';
import type { DomainProblem } from './domain-problem.ts';
import type { CertificateEvidence } from './evidence.ts';
import { caaProblems } from './judge-caa.ts';
import { port80Problems } from './judge-port-80.ts';
import { worstFirst } from './problem-order.ts';
import { registeredName } from './records-to-set.ts';

const MINUTE = 60_000;

/** Closte issues within 5 to 10 minutes after the DNS is right. */
const ISSUING_TAKES = 15 * MINUTE;

type CertificateCode =
  | 'no-https'
  | 'default-certificate'
  | 'wrong-name'
  | 'expired'
  | 'not-yet-valid'
  | 'self-signed'
  | 'untrusted-issuer'
  | 'incomplete-chain';

/** What a domain shows for which no certificate was issued. */
const NOT_ISSUED: readonly CertificateCode[] = ['default-certificate', 'wrong-name', 'self-signed'];

/** What it shows before that: some servers end the handshake for a name that they have no certificate for. */
const BEFORE_ISSUING: readonly CertificateCode[] = ['no-https', ...NOT_ISSUED];

/** What a new certificate would mend. */
const MENDED_BY_ISSUING: readonly CertificateCode[] = [...BEFORE_ISSUING, 'expired', 'untrusted-issuer'];

/**
 * What is wrong with the certificate of a domain, and what keeps the authority from issuing one, the worst first. It
 * says something only where the DNS leads to the network. An address that is not public is left to the DNS.
 */
export function certificateProblems(evidence: CertificateEvidence): readonly DomainProblem[] {
  const { domain, caa, port80 } = evidence;
  const reports = evidence.reports.filter(({ problem }) => problem !== 'no-public-address');
  const seen = reports.filter(({ handshake }) => handshake.kind !== 'no-route');
  const wrong = Map.groupBy(
    seen.filter(({ problem }) => problem !== undefined),
    (report) => codeOf(report, domain),
  );
  const isRight = seen.length > 0 && wrong.size === 0;
  const context: CertificateContext = { domain, detail: detailOf(evidence.reports) };

  const byCaa = caaProblems(domain, caa, isRight ? 'warning' : 'fatal');
  // Where the authority may not issue, nothing is on its way.
  const isAwaited = wasRightJustNow(evidence) && byCaa.length === 0;
  const isComing = isAwaited && BEFORE_ISSUING.some((code) => wrong.has(code));
  const isExplained = (code: CertificateCode) =>
    (isComing && BEFORE_ISSUING.includes(code)) || (byCaa.length > 0 && NOT_ISSUED.includes(code));
  const needsProof = isWildcard(domain) && MENDED_BY_ISSUING.some((code) => wrong.has(code));
  return worstFirst([
    ...byCaa,
    ...(needsProof ? [wildcardNeedsDnsValidation(isComing ? 'info' : 'fatal', domain, context.detail)] : []),
    ...port80Problems(domain, port80, isRight ? 'warning' : 'fatal'),
    ...[...wrong].filter(([code]) => !isExplained(code)).map(([code, of]) => problemOf(code, of, context)),
    ...(isComing ? [stillBeingIssued(context)] : []),
    ...(isRight ? overdue(seen, evidence.seenAt, context) : []),
    ...(seen.length === 0 && reports.length > 0 ? [httpsNotSeen(context, addressesOfReports(reports))] : []),
  ]);
}

function wasRightJustNow({ dnsRightSince, seenAt }: CertificateEvidence): boolean {
  return dnsRightSince !== undefined && seenAt.getTime() - dnsRightSince.getTime() < ISSUING_TAKES;
}

function codeOf(report: AddressReport, domain: DomainName): CertificateCode {
  switch (report.problem) {
    case 'wrong-name': {
      const registered = registeredName(domain);
      const isSibling = namesOf(report).some((name) => registeredName(name) === registered);
      return isSibling ? 'wrong-name' : 'default-certificate';
    }
    case 'expired':
    case 'not-yet-valid':
    case 'self-signed':
    case 'untrusted-issuer':
    case 'incomplete-chain':
      return report.problem;
    default:
      return 'no-https';
  }
}

function problemOf(
  code: CertificateCode,
  reports: readonly AddressReport[],
  context: CertificateContext,
): DomainProblem {
  const names = [...new Set(reports.flatMap(namesOf))];
  switch (code) {
    case 'no-https':
      return noHttps(context, addressesOfReports(reports));
    case 'default-certificate':
      return defaultCertificate(context, names);
    case 'wrong-name':
      return wrongName(context, names);
    case 'expired':
      return expired(context);
    case 'not-yet-valid':
      return notYetValid(context);
    case 'self-signed':
      return selfSigned(context);
    case 'untrusted-issuer':
      return untrustedIssuer(context);
    case 'incomplete-chain':
      return incompleteChain(context);
  }
}

/** A good certificate that should have been renewed by now. */
function overdue(
  reports: readonly AddressReport[],
  now: Date,
  context: CertificateContext,
): readonly DomainProblem[] {
  const late = certificatesOf(reports)
    .filter((certificate) => isRenewalOverdue(certificate, now, 'days-or-share'))
    .map(({ notAfter }) => notAfter);
  const [first] = late.toSorted((a, b) => a.getTime() - b.getTime());
  return first === undefined ? [] : [expiringSoon(context, first)];
}

function detailOf(reports: readonly AddressReport[]): string {
  const shown = certificatesOf(reports).map(
    ({ issuer, notBefore, notAfter }) =>
      `issued by ${issuer}, valid from ${dateInWords(notBefore)} to ${dateInWords(notAfter)}`,
  );
  const failures = reports.flatMap(({ address, handshake }) =>
    handshake.kind === 'no-tls' ? [`the handshake with ${address} failed: ${handshake.detail}`] : [],
  );
  return [certificatesInWords(reports), ...failures, ...new Set(shown)].join('; ');
}

function certificatesOf(reports: readonly AddressReport[]): Certificate[] {
  return reports.flatMap(({ handshake }) =>
    handshake.kind === 'certificate' ? [handshake.certificate] : [],
  );
}

function namesOf({ handshake }: AddressReport): readonly string[] {
  return handshake.kind === 'certificate' ? handshake.certificate.names : [];
}

function addressesOfReports(reports: readonly AddressReport[]): string[] {
  return reports.map(({ address }) => address);
}
