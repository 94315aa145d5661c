import { httpsVerdict } from '../diagnosis/https-proof.ts';
import { certificateProblems } from '../diagnosis/judge-certificate.ts';
import { dnsProblems } from '../diagnosis/judge-dns.ts';
import { reachedAt } from '../diagnosis/leads-here.ts';
import { certificateNeverGood, dnsNeverRight } from '../logging/failure-entries.ts';
import {
  certificateNotSeen,
  certificatePending,
  certificateReady,
  dnsOverdue,
  dnsPending,
  dnsReady,
  domainCancelled,
  domainDone,
} from '../logging/mapping-entries.ts';
import type { Mapping, RepeatedVisit } from '../mapping/mapping.ts';
import { isOverdueNow } from '../mapping/retry-schedule.ts';
import type { Services } from '../setup/services.ts';
import { type CheckResult, dnsWrong, notSeen, notYet, right } from './check-result.ts';
import { checkDnsOrProxy, originResultsOf } from './dns-or-proxy.ts';

/** A visit of `checking-dns`: what every resolver says of the domain, and what is behind it if that is not right. */
export async function checkDns(services: Services, visit: RepeatedVisit): Promise<CheckResult> {
  const { mapping, stageStartedAt, looks } = visit;
  const { domain, networkDomain } = mapping;
  const seen = await checkDnsOrProxy(services, domain, networkDomain);
  if (seen.leadsHere !== 'no') return right(mapping, () => [dnsReady(domain, seen)]);
  const { report } = seen;
  const problems = dnsProblems(seen.evidence);
  const now = services.now();
  const pending = { report, problems, secondsSinceMapped: secondsSince(mapping, now), seenAt: now };
  const isOverdue = isOverdueNow(stageStartedAt, looks.lastAt, now);
  return notYet(mapping, problems, ({ scheduled }) =>
    scheduled
      ? [
          ...(isOverdue ? [dnsOverdue(domain, pending, scheduled)] : []),
          dnsPending(domain, pending, scheduled),
        ]
      : [dnsNeverRight(domain, report, problems)],
  );
}

/**
 * A visit of `checking-ssl-cert`: the DNS once more, then a TLS handshake with the addresses of the domain. What is
 * called done has been seen right in that very visit: DNS may have gone back to another host meanwhile, which may well
 * have a good certificate. Behind a proxy, HTTPS has to arrive at the network as well.
 */
export async function checkCertificate(services: Services, visit: RepeatedVisit): Promise<CheckResult> {
  const { certificates, probes, now } = services;
  const { mapping, stageStartedAt } = visit;
  const { domain, networkDomain } = mapping;
  const dns = await checkDnsOrProxy(services, domain, networkDomain);
  const { report } = dns;
  if (dns.leadsHere === 'no') {
    const problems = dnsProblems(dns.evidence);
    const seenAt = now();
    const pending = { report, problems, secondsSinceMapped: secondsSince(mapping, seenAt), seenAt };
    // Where nobody can say where it leads, nothing can be said of the certificate either.
    const result = report.verdict === 'unknown' ? notYet : dnsWrong;
    return result(mapping, problems, ({ scheduled }) => [
      scheduled ? dnsPending(domain, pending, scheduled) : dnsNeverRight(domain, report, problems),
    ]);
  }
  const originResults = originResultsOf(dns);
  const addresses = reachedAt(report, originResults);
  const reports = await certificates.report(domain, report.name, addresses);
  const verdict = httpsVerdict(reports, originResults);
  if (verdict.kind === 'right') {
    const seconds = secondsSince(mapping, now());
    return right(mapping, () => [certificateReady(domain, verdict.certificate), domainDone(domain, seconds)]);
  }
  const { problem, certificate } = verdict;
  const met = await probes.authority(domain, report.name, addresses);
  const seen = { domain, networkDomain, reports, ...met, originResults };
  const times = { dnsRightSince: stageStartedAt, seenAt: now() };
  const evidence = { ...seen, ...times };
  const problems = certificateProblems(evidence);
  const none = { problem, reports, originResults, certificate, problems, ...times };
  if (problem === 'no-route') {
    return notSeen(mapping, problems, ({ scheduled }) => [
      scheduled ? certificateNotSeen(domain, none, scheduled) : domainCancelled(domain, NEVER_SEEN),
    ]);
  }
  return notYet(mapping, problems, ({ scheduled }) => [
    scheduled ? certificatePending(domain, none, scheduled) : certificateNeverGood(domain, none),
  ]);
}

const NEVER_SEEN =
  'all its addresses are of IPv6, to which there is no way from here, so that nobody could see its certificate';

function secondsSince({ mappedAt }: Mapping, now: Date): number {
  return Math.round((now.getTime() - mappedAt.getTime()) / 1000);
}
