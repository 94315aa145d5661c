import { actionsFor } from '../advice/actions.ts';
import { actionsOrWait } from '../advice/waiting.ts';
import type { AddressReport, Certificate, CertificateProblem } from '../certificate/verdict.ts';
import type { Added, Removed } from '../closte/outcome-for-mapping.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { OriginResult } from '../diagnosis/evidence.ts';
import type { LeadsHere } from '../diagnosis/leads-here.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { Scheduled } from '../mapping/mapping.ts';
import { providerIn } from '../providers/dns-provider.ts';
import { actionsInWords } from '../words/action.ts';
import { httpsInWords } from '../words/detail.ts';
import { timeInWords } from '../words/format.ts';
import { resolversInWords, targetInWords } from '../words/observations.ts';
import { error, info, type LogEntry, whenNext } from './entry.ts';
import { addressFields, certificateFields, dnsFields, problemFields } from './entry-fields.ts';

// What there is to tell on the way of a mapping.

export function domainMapped(domain: DomainName, closte: Added, next: Scheduled): LogEntry {
  const alias = {
    added: 'Closte has a new alias for it',
    'already-added': 'Closte had the alias already',
    'not-needed': 'the network serves it without an alias',
  }[closte];
  return info('domain.mapped', `${domain} is mapped: ${alias}. Its DNS is checked next.`, { closte, next });
}

/** One of many that come at once. */
export function domainQueued(domain: DomainName, next: Scheduled): LogEntry {
  const message = `${domain} is in the queue, with many that were mapped with it: Closte is asked for its alias when its turn comes.`;
  return info('domain.queued', message, { next });
}

export function domainUnmapped(domain: DomainName, closte: Removed): LogEntry {
  const alias = {
    removed: 'Closte has removed its alias',
    'already-removed': 'Closte had no alias for it',
    'not-needed': 'it never needed an alias',
  }[closte];
  return info('domain.unmapped', `${domain} is not mapped any more: ${alias}.`, { closte });
}

/** What was seen where DNS should lead to the network. */
export interface DnsNotRight {
  readonly report: DnsReport;
  readonly problems: readonly DomainProblem[];
  readonly secondsSinceMapped: number;
  readonly seenAt: Date;
}

export function dnsPending(
  domain: DomainName,
  { report, problems, secondsSinceMapped, seenAt }: DnsNotRight,
  next: Scheduled,
): LogEntry {
  const lead =
    report.target.addresses.length === 0
      ? `The network's own domain ${report.target.networkDomain} cannot be looked up, so the DNS of ${domain} cannot be judged`
      : `${domain} does not point to ${targetInWords(report.target)} yet (${report.verdict})`;
  return info('dns.pending', `${lead}: ${resolversInWords(report)}.${whatToDo(problems)}${whenNext(next)}`, {
    ...dnsFields(report),
    ...problemFields(problems, actionsOrWait('dns', problems, seenAt, undefined)),
    seconds_since_mapped: secondsSinceMapped,
    next,
  });
}

/** Told once: by now a person should know. */
export function dnsOverdue(
  domain: DomainName,
  { report, problems, secondsSinceMapped, seenAt }: DnsNotRight,
  next: Scheduled,
): LogEntry {
  return {
    severity: 'WARNING',
    event: 'dns.overdue',
    message: `${domain} has not pointed to ${targetInWords(report.target)} for 48 hours (${report.verdict}).${whatToDo(problems)}${whenNext(next)}`,
    fields: {
      ...dnsFields(report),
      ...problemFields(problems, actionsOrWait('dns', problems, seenAt, undefined)),
      seconds_since_mapped: secondsSinceMapped,
      next,
    },
  };
}

export function dnsReady(
  domain: DomainName,
  { leadsHere, report }: { readonly leadsHere: LeadsHere; readonly report: DnsReport },
): LogEntry {
  const how =
    leadsHere === 'by-its-addresses' ? 'points to the network' : 'leads to the network by way of a proxy';
  return info('dns.ready', `${domain} ${how}: ${resolversInWords(report)}.`, {
    resolvers: dnsFields(report).resolvers,
    ...(leadsHere === 'by-a-proxy' && { proxied: true }),
  });
}

/** What was seen where a good certificate should be. */
export interface NoCertificateSeen {
  readonly problem: CertificateProblem;
  readonly reports: readonly AddressReport[];
  /** What came of it to fetch something through addresses that are not the network's. */
  readonly originResults: readonly OriginResult[];
  /** Of the address that has the problem, if it showed one. */
  readonly certificate: Certificate | undefined;
}

export interface NoCertificate extends NoCertificateSeen {
  readonly problems: readonly DomainProblem[];
  /** Since when its DNS has been right, and when this was seen. */
  readonly dnsRightSince: Date;
  readonly seenAt: Date;
}

export function certificatePending(
  domain: DomainName,
  noCertificate: NoCertificate,
  next: Scheduled,
): LogEntry {
  const { problem, reports, originResults, certificate, problems } = noCertificate;
  return info(
    'certificate.pending',
    `${domain} ${isOnlyUnreached(noCertificate) ? 'is not reached over HTTPS' : 'has no good certificate'} yet (${problem}): ${httpsInWords(reports, originResults)}.${whatToDo(problems)}${whenNext(next)}`,
    {
      problem,
      addresses: addressFields(reports),
      ...(certificate && certificateFields(certificate)),
      ...problemFields(
        problems,
        actionsOrWait('certificate', problems, noCertificate.seenAt, noCertificate.dnsRightSince),
      ),
      next,
    },
  );
}

/** With a good certificate: behind a proxy, HTTPS does not arrive. */
export function isOnlyUnreached({ problem, certificate }: NoCertificateSeen): boolean {
  return problem === 'no-https' && certificate !== undefined;
}

/** It may have a good one, to which there is no way from here. */
export function certificateNotSeen(
  domain: DomainName,
  { problem, reports, originResults, problems }: NoCertificate,
  next: Scheduled,
): LogEntry {
  return info(
    'certificate.pending',
    `The certificate of ${domain} cannot be seen from here: ${httpsInWords(reports, originResults)}. Have a look at the site over IPv6. It is not given up for that.${whenNext(next)}`,
    {
      problem,
      addresses: addressFields(reports),
      ...problemFields(problems, actionsFor(problems)),
      next,
    },
  );
}

export function certificateReady(domain: DomainName, certificate: Certificate): LogEntry {
  return info(
    'certificate.ready',
    `${domain} has a good certificate, valid until ${timeInWords(certificate.notAfter)}.`,
    certificateFields(certificate),
  );
}

export function domainDone(domain: DomainName, secondsSinceMapped: number): LogEntry {
  return {
    severity: 'NOTICE',
    event: 'domain.done',
    message: `${domain} is done: alias, DNS and certificate are right, ${secondsSinceMapped} s after it was mapped.`,
    fields: { seconds_since_mapped: secondsSinceMapped },
  };
}

/** What a mapping failed of. */
export interface Failure {
  readonly reason: string;
  /** What was last seen, for a program. */
  readonly lastSeen: Readonly<Record<string, unknown>>;
  /** Everything that is wrong, the worst first. */
  readonly problems: readonly DomainProblem[];
  /** What to do about it; if left out, what the worst of the problems says. */
  readonly remedy?: string;
}

/** Once the cause is mended. */
const WHAT_FOLLOWS = (domain: DomainName) =>
  `Once that is done, the daily check finds it right; wp closte-sync retry ${domain} has it looked at at once.`;

export function domainFailed(domain: DomainName, failure: Failure): LogEntry {
  const { reason, lastSeen } = failure;
  const wrong = problemFields(failure.problems, actionsFor(failure.problems));
  const [worst] = wrong.problems;
  const toDo = whatToDo(failure.problems).trimStart() || (worst?.remedy ?? 'Mend what was last seen.');
  const remedy = failure.remedy ?? `${toDo} ${WHAT_FOLLOWS(domain)}`;
  return error('domain.failed', `${domain} failed: ${reason}. ${remedy}`, {
    reason,
    last_seen: lastSeen,
    remedy,
    ...wrong,
  });
}

export function domainCancelled(domain: DomainName, reason: string): LogEntry {
  return {
    severity: 'NOTICE',
    event: 'domain.cancelled',
    message: `${domain} is not followed any more, things have changed in the meantime: ${reason}.`,
    fields: { reason },
  };
}

/** What the page of the domain says as well. */
function whatToDo(problems: readonly DomainProblem[]): string {
  const [worst] = problems;
  return worst === undefined
    ? ''
    : before(actionsInWords(actionsFor(problems), worst.domain, providerIn(problems)));
}

function before(sentences: string): string {
  return sentences === '' ? '' : ` ${sentences}`;
}
