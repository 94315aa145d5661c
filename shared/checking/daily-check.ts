import { isRenewalOverdue, wholeDaysLeft } from '../certificate/expiry.ts';
import { type CertificateVerdict, certificateVerdict } from '../certificate/verdict.ts';
import { httpsVerdict, provenByHalf } from '../diagnosis/https-proof.ts';
import { certificateProblems } from '../diagnosis/judge-certificate.ts';
import { dnsProblems } from '../diagnosis/judge-dns.ts';
import { reachedAt } from '../diagnosis/leads-here.ts';
import type { DnsReport } from '../dns/verdict.ts';
import {
  certificateExpiring,
  certificateLost,
  dnsMoved,
  domainDoneAfterAll,
  domainWatched,
} from '../logging/daily-check-entries.ts';
import type { LogEntry } from '../logging/entry.ts';
import type { Mapping, SettledStage, WatchingVisit } from '../mapping/mapping.ts';
import type { Services } from '../setup/services.ts';
import { type CheckResult, certificateWrong, dnsWrong, notYet, right } from './check-result.ts';
import { checkDnsOrProxy, originResultsOf } from './dns-or-proxy.ts';

/** The daily check of a domain that was done, or had failed: its DNS and its certificate. */
export async function checkDaily(
  services: Services,
  { mapping, known }: WatchingVisit,
): Promise<CheckResult> {
  const { domain, networkDomain } = mapping;
  const { certificates, probes, now } = services;
  let dns = await checkDnsOrProxy(services, domain, networkDomain);
  // One fetch may go wrong by itself, as one handshake may. What is told as an error has been seen twice.
  if (provenByHalf(originResultsOf(dns)).length > 0)
    dns = await checkDnsOrProxy(services, domain, networkDomain);
  const { report } = dns;
  const originResults = originResultsOf(dns);
  const addresses = reachedAt(report, originResults);
  const shown = () => certificates.report(domain, report.name, addresses);
  let reports = await shown();
  if (certificateVerdict(reports).kind === 'wrong') reports = await shown();
  const certificate = httpsVerdict(reports, originResults);
  // What leads here by way of a proxy points here as well.
  const verdict = dns.leadsHere === 'no' ? report.verdict : 'pointing';
  const isRight = verdict === 'pointing' && certificate.kind === 'right';
  const asKnown = isRight ? right : (of: Mapping, tell: () => LogEntry[]) => notYet(of, [], tell);
  const seen = whatIsSeen(known, { verdict }, certificate, now());
  switch (seen.kind) {
    case 'as-known':
      return asKnown(mapping, () => [domainWatched(domain, known, verdict, certificate)]);
    case 'mended':
      return right(mapping, () => [domainDoneAfterAll(domain, seen.certificate)]);
    case 'expiring':
      return right(mapping, () => [certificateExpiring(domain, seen.certificate, seen.daysLeft)]);
    case 'moved': {
      const problems = dns.leadsHere === 'no' ? dnsProblems(dns.evidence) : [];
      return dnsWrong(mapping, problems, () => [dnsMoved(domain, report, problems)]);
    }
    case 'lost': {
      // Whoever reads of it in WordPress wants to know what to do about it, which the handshakes alone do not say.
      const met = await probes.authority(domain, report.name, addresses);
      const evidence = {
        domain,
        networkDomain,
        reports,
        ...met,
        originResults,
        dnsRightSince: undefined,
        seenAt: now(),
      };
      const problems = certificateProblems(evidence);
      const { problem, certificate: lost } = seen;
      const evidenceOfLoss = { problem, reports, originResults, certificate: lost };
      const tell = () => [certificateLost(domain, evidenceOfLoss, problems)];
      return certificateWrong(mapping, problems, tell);
    }
  }
}

type Right = Extract<CertificateVerdict, { readonly kind: 'right' }>;
type Wrong = Extract<CertificateVerdict, { readonly kind: 'wrong' }>;

/** What the check says that was not known. */
export type Seen =
  | { readonly kind: 'as-known' }
  | { readonly kind: 'mended'; readonly certificate: Right['certificate'] }
  | { readonly kind: 'expiring'; readonly certificate: Right['certificate']; readonly daysLeft: number }
  | { readonly kind: 'moved' }
  | { readonly kind: 'lost'; readonly problem: Wrong['problem']; readonly certificate: Wrong['certificate'] };

/**
 * | known | DNS | certificate | seen |
 * | --- | --- | --- | --- |
 * | `done` | `pointing` | right | `as-known`, or `expiring` if its renewal is overdue |
 * | `done` | `pointing` | wrong | `lost` |
 * | `done` | `pointing` | cannot be seen from here | `as-known` |
 * | `done` | `partly`, `elsewhere`, `missing` | | `moved` |
 * | `done` | `unknown` | | `as-known`: where nobody answers, nothing can be said |
 * | `failed`, `ssl-failed` | `pointing` | right | `mended` |
 * | `failed`, `ssl-failed` | otherwise | | `as-known` |
 */
export function whatIsSeen(
  known: SettledStage,
  { verdict }: Pick<DnsReport, 'verdict'>,
  certificate: CertificateVerdict,
  now: Date,
): Seen {
  const isRight = verdict === 'pointing' && certificate.kind === 'right';
  if (known !== 'done')
    return isRight ? { kind: 'mended', certificate: certificate.certificate } : { kind: 'as-known' };
  if (verdict === 'unknown') return { kind: 'as-known' };
  if (verdict !== 'pointing') return { kind: 'moved' };
  if (certificate.kind === 'wrong' && certificate.problem === 'no-route') return { kind: 'as-known' };
  if (certificate.kind === 'wrong') return { ...certificate, kind: 'lost' };
  const { certificate: shown } = certificate;
  return isRenewalOverdue(shown, now)
    ? { kind: 'expiring', certificate: shown, daysLeft: wholeDaysLeft(shown, now) }
    : { kind: 'as-known' };
}
