import type { DnsEvidence, OriginResult } from '../diagnosis/evidence.ts';
import { leadsHere } from '../diagnosis/leads-here.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { Services } from '../setup/services.ts';

/** Whether a domain leads to the network. Where it does not do so plainly, it has been probed. */
export type DnsOrProxy =
  | { readonly leadsHere: 'by-its-addresses'; readonly report: DnsReport }
  | { readonly leadsHere: 'by-a-proxy' | 'no'; readonly report: DnsReport; readonly evidence: DnsEvidence };

/** Asks every resolver, and tries the addresses that are not the network's: they may be those of a proxy. */
export async function checkDnsOrProxy(
  { dns, probes }: Pick<Services, 'dns' | 'probes'>,
  domain: DomainName,
  networkDomain: DomainName | undefined,
): Promise<DnsOrProxy> {
  const report = await dns.report(domain, networkDomain);
  const plainly = leadsHere(report, []);
  if (plainly === 'by-its-addresses') return { leadsHere: plainly, report };
  const evidence = await probes.dns(domain, networkDomain, report);
  const byProxy = leadsHere(report, evidence.originResults) === 'by-a-proxy';
  return { leadsHere: byProxy ? 'by-a-proxy' : 'no', report, evidence };
}

/** What came of it to fetch something through addresses that are not the network's, if it leads here by those. */
export function originResultsOf(dns: DnsOrProxy): readonly OriginResult[] {
  return dns.leadsHere === 'by-a-proxy' ? dns.evidence.originResults : [];
}
