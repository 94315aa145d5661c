import { actionsFor } from '../advice/actions.ts';
import type { Certificate, CertificateVerdict } from '../certificate/verdict.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DnsReport, DnsVerdict } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { SettledStage } from '../mapping/mapping.ts';
import { httpsInWords } from '../words/detail.ts';
import { timeInWords } from '../words/format.ts';
import { resolversInWords, targetInWords } from '../words/observations.ts';
import { error, type LogEntry } from './entry.ts';
import { addressFields, certificateFields, dnsFields, problemFields } from './entry-fields.ts';
import { isOnlyUnreached, type NoCertificateSeen } from './mapping-entries.ts';

// What the daily check of a domain has to tell.

/** Nothing has changed: for whoever wants to know that it was looked at. */
export function domainWatched(
  domain: DomainName,
  known: SettledStage,
  verdict: DnsVerdict,
  certificate: CertificateVerdict,
): LogEntry {
  const seen = certificate.kind === 'right' ? 'right' : certificate.problem;
  return {
    severity: 'DEBUG',
    event: 'domain.watched',
    message: `${domain} was looked at and is ${known} as before (DNS: ${verdict}, certificate: ${seen}).`,
    fields: { known, verdict, certificate: seen },
  };
}

/** A domain that had failed is right now. How long that took since it was mapped, nobody remembers. */
export function domainDoneAfterAll(domain: DomainName, certificate: Certificate): LogEntry {
  return {
    severity: 'NOTICE',
    event: 'domain.done',
    message: `${domain} is done after all: DNS and certificate were found right by the daily look.`,
    fields: certificateFields(certificate),
  };
}

export function certificateExpiring(
  domain: DomainName,
  certificate: Certificate,
  daysLeft: number,
): LogEntry {
  return {
    severity: 'WARNING',
    event: 'certificate.expiring',
    message: `The certificate of ${domain} ends in ${daysLeft} days, at ${timeInWords(certificate.notAfter)}, and has not been renewed. Ask Closte why, and look for a CAA record of the domain.`,
    fields: { days_left: daysLeft, ...certificateFields(certificate) },
  };
}

export function certificateLost(
  domain: DomainName,
  seen: NoCertificateSeen,
  problems: readonly DomainProblem[],
): LogEntry {
  const { problem, reports, originResults, certificate } = seen;
  const [had, then] = isOnlyUnreached(seen)
    ? ['was reached over HTTPS and is not now', 'Its proxy still leads here: look there, and ask Closte']
    : ['had a good certificate and has none now', 'Its DNS still points to the network: ask Closte'];
  const is = httpsInWords(reports, originResults);
  return error('certificate.lost', `${domain} ${had} (${problem}): ${is}. ${then}.`, {
    problem,
    was: 'a good certificate',
    is,
    addresses: addressFields(reports),
    ...(certificate && certificateFields(certificate)),
    ...problemFields(problems, actionsFor(problems)),
  });
}

export function dnsMoved(
  domain: DomainName,
  report: DnsReport,
  problems: readonly DomainProblem[],
): LogEntry {
  const was = targetInWords(report.target);
  const is = resolversInWords(report);
  return error(
    'dns.moved',
    `${domain} pointed to ${was} and does not any more (${report.verdict}): ${is}. Ask its owner, or unmap it.`,
    { was, is, ...dnsFields(report), ...problemFields(problems, actionsFor(problems)) },
  );
}
