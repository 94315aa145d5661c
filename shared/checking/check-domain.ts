import { type CertificateVerdict, certificateVerdict } from '../certificate/verdict.ts';
import { certificateProblems } from '../diagnosis/judge-certificate.ts';
import { dnsProblems } from '../diagnosis/judge-dns.ts';
import { addressFields, dnsFields } from '../logging/entry-fields.ts';
import {
  certificatePending,
  certificateReady,
  dnsPending,
  dnsReady,
  domainDone,
  domainFailed,
} from '../logging/mapping-entries.ts';
import type { Mapping, RepeatedVisit } from '../mapping/mapping.ts';
import { hoursOfPatience } from '../mapping/retry-schedule.ts';
import type { Services } from '../setup/services.ts';
import { certificatesInWords, resolversInWords, targetInWords } from '../words/observations.ts';
import { type CheckResult, notYet, right } from './check-result.ts';
import { checkDnsOrProxy } from './dns-or-proxy.ts';

/** A visit of `checking-dns`: what every resolver says of the domain, and what is behind it if that is not right. */
export async function checkDns(services: Services, mapping: Mapping): Promise<CheckResult> {
  const { domain, networkDomain } = mapping;
  const seen = await checkDnsOrProxy(services, domain, networkDomain);
  if (seen.leadsHere !== 'no') return right(mapping, () => [dnsReady(domain, seen)]);
  const { report } = seen;
  const problems = dnsProblems(seen.evidence);
  const secondsSinceMapped = secondsSince(mapping, services.now());
  const failure = () => ({
    reason: `its DNS did not come to point to ${targetInWords(report.target)} within ${hoursOfPatience('checking-dns')} hours; last seen (${report.verdict}): ${resolversInWords(report)}`,
    lastSeen: dnsFields(report),
    problems,
  });
  return notYet(mapping, problems, ({ scheduled }) => [
    scheduled
      ? dnsPending(domain, { report, problems, secondsSinceMapped }, scheduled)
      : domainFailed(domain, failure()),
  ]);
}

/** Where no resolver answers, nothing can be said of the certificate. */
const NO_RESOLVER: CertificateVerdict = { kind: 'wrong', problem: 'timeout', certificate: undefined };

/** A visit of `checking-ssl-cert`: a TLS handshake with the addresses of the domain. */
export async function checkCertificate(
  { dns, certificates, probes, now }: Services,
  { mapping, stageStartedAt }: RepeatedVisit,
): Promise<CheckResult> {
  const { domain } = mapping;
  const { name, addresses, isUnknown } = await dns.addresses(domain);
  const reports = await certificates.report(domain, name, addresses);
  const verdict = isUnknown ? NO_RESOLVER : certificateVerdict(reports);
  if (verdict.kind === 'right') {
    const seconds = secondsSince(mapping, now());
    return right(mapping, () => [certificateReady(domain, verdict.certificate), domainDone(domain, seconds)]);
  }
  const { problem, certificate } = verdict;
  const met = await probes.authority(domain, name, addresses);
  const evidence = { domain, reports, ...met, dnsRightSince: stageStartedAt, seenAt: now() };
  const problems = certificateProblems(evidence);
  const failure = () => ({
    reason: `it had no good certificate within ${hoursOfPatience('checking-ssl-cert')} hours; last seen (${problem}): ${certificatesInWords(reports)}`,
    lastSeen: { problem, addresses: addressFields(reports) },
    problems,
  });
  return notYet(mapping, problems, ({ scheduled }) => [
    scheduled
      ? certificatePending(domain, { problem, reports, certificate, problems }, scheduled)
      : domainFailed(domain, failure()),
  ]);
}

function secondsSince({ mappedAt }: Mapping, now: Date): number {
  return Math.round((now.getTime() - mappedAt.getTime()) / 1000);
}
