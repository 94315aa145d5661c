import { saysNoCertificate } from '../certificate/alert.ts';
import { isRenewalOverdue } from '../certificate/expiry.ts';
import type { AddressReport, Certificate } from '../certificate/verdict.ts';
import { type DomainName, isWildcard, registeredName } from '../domain/name.ts';
import type { DomainProblem, OfCertificate, Severity } from './domain-problem.ts';
import type { CertificateEvidence } from './evidence.ts';
import { caaProblems } from './judge-caa.ts';
import { httpsBehindProxy, isSiteWithoutCertificate, whyHttpsFails } from './judge-https-proof.ts';
import { port80Problems } from './judge-port-80.ts';
import { withOwnName } from './own-name.ts';
import { worstFirst } from './problem-order.ts';

const MINUTE = 60_000;

/** Closte issues within 5 to 10 minutes after the DNS is right: for so long nothing is wrong, in milliseconds. */
export const ISSUING_TAKES = 15 * MINUTE;

type CertificateCode =
  | 'no-https'
  | 'no-certificate'
  | 'default-certificate'
  | 'wrong-name'
  | 'expired'
  | 'not-yet-valid'
  | 'self-signed'
  | 'untrusted-issuer'
  | 'incomplete-chain';

/** What a domain shows for which no certificate was issued. */
const NOT_ISSUED: readonly CertificateCode[] = [
  'no-certificate',
  'default-certificate',
  'wrong-name',
  'self-signed',
];

/** What it shows before that: some servers tear down the connection for a name that they have no certificate for. */
const BEFORE_ISSUING: readonly CertificateCode[] = ['no-https', ...NOT_ISSUED];

/** What a new certificate would mend. */
const MENDED_BY_ISSUING: readonly CertificateCode[] = [...BEFORE_ISSUING, 'expired', 'untrusted-issuer'];

/**
 * What is wrong with the certificate of a domain, and what keeps the authority from issuing one, the worst first. It
 * says something only where the DNS leads to the network. An address that is not public is left to the DNS.
 */
export function certificateProblems(evidence: CertificateEvidence): readonly DomainProblem[] {
  return withOwnName(judged(evidence), evidence.domain, evidence.networkDomain);
}

function judged(evidence: CertificateEvidence): readonly DomainProblem[] {
  const { domain, port80 } = evidence;
  const reports = evidence.reports.filter(({ problem }) => problem !== 'no-public-address');
  const seen = reports.filter(({ handshake }) => handshake.kind !== 'no-route');
  const wrong = Map.groupBy(
    seen.filter(({ problem }) => problem !== undefined),
    (report) => codeOf(report, domain),
  );
  const isRight = seen.length > 0 && wrong.size === 0;
  const about: AboutCertificate = { domain, certificates: evidence.reports };

  // Behind a proxy, only what it says of it tells whether the site itself has one.
  const failsBehindProxy = isRight ? whyHttpsFails(evidence.originResults) : undefined;
  const isSiteWithout = isSiteWithoutCertificate(failsBehindProxy);
  const isIssued = isRight && !isSiteWithout;

  const byCaa = caaProblems(evidence, isIssued);
  // Where the authority may not issue, nothing is on its way.
  const isAwaited = wasRightJustNow(evidence) && byCaa.length === 0;
  const isComing = isAwaited && (isSiteWithout || BEFORE_ISSUING.some((code) => wrong.has(code)));
  const isExplained = (code: CertificateCode) =>
    (isComing && BEFORE_ISSUING.includes(code)) || (byCaa.length > 0 && NOT_ISSUED.includes(code));
  const needsProof = isWildcard(domain) && MENDED_BY_ISSUING.some((code) => wrong.has(code));
  return worstFirst([
    ...byCaa,
    ...(needsProof ? [needsDnsValidation(about, isComing ? 'info' : 'fatal')] : []),
    ...port80Problems(domain, port80, isIssued ? 'warning' : 'fatal'),
    ...[...wrong]
      .filter(([code]) => !isExplained(code))
      .map(([code, shown]) => problemShown(code, shown, about)),
    ...(failsBehindProxy !== undefined && !(isSiteWithout && isComing)
      ? [httpsBehindProxy(domain, failsBehindProxy, evidence.originResults, 'fatal')]
      : []),
    ...(isComing ? [stillBeingIssued(about)] : []),
    ...(isRight ? overdue(seen, evidence.seenAt, about) : []),
    ...(seen.length === 0 && reports.length > 0 ? [httpsNotSeen(about, reports)] : []),
  ]);
}

/** What every problem of a certificate is told with. */
type AboutCertificate = Pick<DomainProblem, 'domain'> & OfCertificate;

function wasRightJustNow({ dnsRightSince, seenAt }: CertificateEvidence): boolean {
  return dnsRightSince !== undefined && seenAt.getTime() - dnsRightSince.getTime() < ISSUING_TAKES;
}

function codeOf(report: AddressReport, domain: DomainName): CertificateCode {
  switch (report.problem) {
    case 'wrong-name': {
      const registered = registeredName(domain);
      const isSibling = certificateNamesOf(report).some((name) => registeredName(name) === registered);
      return isSibling ? 'wrong-name' : 'default-certificate';
    }
    case 'expired':
    case 'not-yet-valid':
    case 'self-signed':
    case 'untrusted-issuer':
    case 'incomplete-chain':
      return report.problem;
    default:
      return isWithoutCertificate(report) ? 'no-certificate' : 'no-https';
  }
}

function isWithoutCertificate({ handshake }: AddressReport): boolean {
  return handshake.kind === 'alert' && saysNoCertificate(handshake.alert);
}

function isAnswered({ handshake }: AddressReport): boolean {
  return handshake.kind === 'no-tls' || handshake.kind === 'alert';
}

/** @param reports those of which the code holds */
function problemShown(
  code: CertificateCode,
  reports: readonly AddressReport[],
  about: AboutCertificate,
): DomainProblem {
  switch (code) {
    case 'no-https':
      return {
        code,
        severity: 'fatal',
        ...about,
        because: reports.every(isAnswered) ? 'no-tls' : 'no-answer',
        addresses: addressesOfReports(reports),
      };
    case 'no-certificate':
      return { code, severity: 'fatal', ...about, addresses: addressesOfReports(reports) };
    case 'incomplete-chain':
      return { code, severity: 'fatal', ...about, missing: missingIssuers(reports) };
    case 'default-certificate':
    case 'wrong-name':
      return { code, severity: 'fatal', ...about, names: [...new Set(reports.flatMap(certificateNamesOf))] };
    default:
      return { code, severity: 'fatal', ...about };
  }
}

function httpsNotSeen(about: AboutCertificate, reports: readonly AddressReport[]): DomainProblem {
  const addresses = addressesOfReports(reports);
  return { code: 'no-https', severity: 'warning', ...about, because: 'no-way-there', addresses };
}

function needsDnsValidation(about: AboutCertificate, severity: Severity): DomainProblem {
  return { code: 'wildcard-needs-dns-validation', severity, ...about };
}

function stillBeingIssued(about: AboutCertificate): DomainProblem {
  return { code: 'still-being-issued', severity: 'info', ...about };
}

/** A good certificate that should have been renewed by now. */
function overdue(
  reports: readonly AddressReport[],
  now: Date,
  about: AboutCertificate,
): readonly DomainProblem[] {
  const late = certificatesOf(reports)
    .filter((certificate) => isRenewalOverdue(certificate, now))
    .map(({ notAfter }) => notAfter);
  const [first] = late.toSorted((a, b) => a.getTime() - b.getTime());
  return first === undefined
    ? []
    : [{ code: 'expiring-soon', severity: 'warning', ...about, notAfter: first }];
}

function certificatesOf(reports: readonly AddressReport[]): Certificate[] {
  return reports.flatMap(({ handshake }) =>
    handshake.kind === 'certificate' ? [handshake.certificate] : [],
  );
}

/** Who signed the last certificate of each chain that was sent. */
function missingIssuers(reports: readonly AddressReport[]): string[] {
  const issuers = certificatesOf(reports).map(({ chain }) => chain.at(-1)?.issuer);
  return [...new Set(issuers.filter((issuer) => issuer !== undefined))];
}

function certificateNamesOf({ handshake }: AddressReport): readonly string[] {
  return handshake.kind === 'certificate' ? handshake.certificate.names : [];
}

function addressesOfReports(reports: readonly AddressReport[]): string[] {
  return reports.map(({ address }) => address);
}
