import type { DnsEvidence } from '../diagnosis/evidence.ts';
import { arrivedEverywhere } from '../diagnosis/origin-results.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { Services } from '../setup/services.ts';

/** What is seen of a domain's DNS. Where it is not plainly right, it has been examined. */
export type SeenDns =
  | { readonly kind: 'right'; readonly report: DnsReport }
  /** No address is the network's own, and all of them lead to it, as those of a proxy do. */
  | { readonly kind: 'right-by-proxy'; readonly report: DnsReport; readonly evidence: DnsEvidence }
  | { readonly kind: 'wrong'; readonly report: DnsReport; readonly evidence: DnsEvidence };

export async function seeDns(
  { dns, examiner }: Pick<Services, 'dns' | 'examiner'>,
  domain: DomainName,
  networkDomain: DomainName | undefined,
): Promise<SeenDns> {
  const report = await dns.report(domain, networkDomain);
  if (report.verdict === 'pointing') return { kind: 'right', report };
  const evidence = await examiner.dns(domain, networkDomain, report);
  return { kind: arrivedEverywhere(evidence.arrivals) ? 'right-by-proxy' : 'wrong', report, evidence };
}
