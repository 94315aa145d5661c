import { type CertificateVerdict, certificateVerdict } from './certificate-verdict.ts';
import {
  addressFields,
  certificatePending,
  certificateReady,
  dnsFields,
  dnsPending,
  dnsReady,
  domainDone,
  domainFailed,
} from './events.ts';
import type { Look } from './look.ts';
import type { Mapping } from './mapping.ts';
import { hoursOfPatience } from './schedule.ts';
import type { Services } from './services.ts';
import {
  certificateRemedy,
  certificatesInWords,
  dnsRemedy,
  resolversInWords,
  targetInWords,
} from './wording.ts';

/** A visit of `checking-dns`: what every resolver says of the domain. */
export async function lookAtDns({ dns }: Services, mapping: Mapping): Promise<Look> {
  const { domain, networkDomain } = mapping;
  const report = await dns.report(domain, networkDomain);
  if (report.verdict === 'pointing') {
    return { finding: 'right', mapping, tell: () => [dnsReady(domain, report)] };
  }
  const failure = () => ({
    reason: `its DNS did not come to point to ${targetInWords(report.target)} within ${hoursOfPatience('checking-dns')} hours; last seen (${report.verdict}): ${resolversInWords(report)}`,
    lastSeen: dnsFields(report),
    remedy: dnsRemedy(domain, report),
  });
  return {
    finding: 'not-yet',
    mapping,
    tell: ({ scheduled }) => [
      scheduled ? dnsPending(domain, report, scheduled) : domainFailed(domain, failure()),
    ],
  };
}

/** Where no resolver answers, nothing can be said of the certificate. */
const NO_RESOLVER: CertificateVerdict = { kind: 'wrong', problem: 'timeout', certificate: undefined };

/** A visit of `checking-ssl-cert`: a TLS handshake with the addresses of the domain. */
export async function lookAtCertificate(
  { dns, certificates, now }: Services,
  mapping: Mapping,
): Promise<Look> {
  const { domain } = mapping;
  const { name, addresses, isUnknown } = await dns.addresses(domain);
  const reports = await certificates.report(domain, name, addresses);
  const verdict = isUnknown ? NO_RESOLVER : certificateVerdict(reports);
  if (verdict.kind === 'right') {
    const seconds = Math.round((now().getTime() - mapping.mappedAt.getTime()) / 1000);
    return {
      finding: 'right',
      mapping,
      tell: () => [certificateReady(domain, verdict.certificate), domainDone(domain, seconds)],
    };
  }
  const { problem, certificate } = verdict;
  const failure = () => ({
    reason: `it had no good certificate within ${hoursOfPatience('checking-ssl-cert')} hours; last seen (${problem}): ${certificatesInWords(reports)}`,
    lastSeen: { problem, addresses: addressFields(reports) },
    remedy: certificateRemedy(problem),
  });
  return {
    finding: 'not-yet',
    mapping,
    tell: ({ scheduled }) => [
      scheduled
        ? certificatePending(domain, problem, reports, certificate, scheduled)
        : domainFailed(domain, failure()),
    ],
  };
}
