import type { AliasEvidence, CertificateEvidence, DnsEvidence } from '../diagnosis/evidence.ts';
import { type LeadsHere, leadsHere, reachedAt } from '../diagnosis/leads-here.ts';
import { type QuestionLimit, questionLimit } from '../dns/question-limit.ts';
import { type DomainName, registeredName } from '../domain/name.ts';
import { needsNoAlias } from '../domain/network.ts';
import {
  DOMAIN_CONNECT_ENDS,
  DOMAIN_CONNECT_TIMEOUT,
  type DomainConnectProvider,
} from '../providers/domain-connect.ts';
import type { Services } from '../setup/services.ts';
import type { RowAnswer } from '../wordpress/one-domain.ts';

/** Everything that can be seen of a domain at one moment. */
export interface Gathered {
  readonly domain: DomainName;
  readonly at: Date;
  /** What WordPress says; undefined where the functions are not told where it is. */
  readonly row: RowAnswer | undefined;
  readonly alias: AliasEvidence;
  readonly dns: DnsEvidence;
  /** Whether the domain leads to the network, by its addresses or by way of a proxy. */
  readonly leadsHere: LeadsHere;
  readonly certificate: CertificateEvidence;
  /** Who sets records for the owner, if somebody does; nobody is asked where the records are right. */
  readonly domainConnect:
    | { readonly providerId: string; readonly provider: DomainConnectProvider }
    | undefined;
}

/**
 * So many DNS questions are asked of a domain, whatever its name and its name servers are like: a link may be shared
 * with many. With three resolvers an ordinary domain needs some 30; a name of 8 labels, four name servers and a
 * resolver that fails at everything need all 60. What is beyond counts as not known.
 */
const MOST_QUESTIONS = 60;

/**
 * Looks at everything, and at what does not depend on each other side by side: 13 seconds, whatever the servers do.
 *
 * @param networks those of the installation, the main one first. Where there are several, WordPress is asked first to which
 *   of them the domain belongs, and may take its time for that
 */
export async function gather(
  services: Services,
  domain: DomainName,
  networks: readonly DomainName[],
): Promise<Gathered> {
  const { wordpress, now } = services;
  const asked = wordpress?.rowFor(domain);
  const known = networks.length > 1 ? await asked : undefined;
  const networkDomain = networkOf(known, networks);
  const notNeeded = known?.kind === 'row' && known.notNeeded;
  const [row, listed, seen] = await Promise.all([
    asked,
    aliasOf(services, { domain, networkDomain, notNeeded }),
    probe(services, domain, networkDomain),
  ]);
  const refusal = row?.kind === 'row' ? row.aliasRefusal : undefined;
  const isRefused = refusal !== undefined && listed.kind === 'not-listed';
  const alias: AliasEvidence = isRefused ? { kind: refusal } : listed;
  const { dns, met } = seen;
  // What only a laggard still leads to says nothing of the network.
  const counted = reachedAt(dns.report, dns.originResults);
  const counts = ({ address }: { readonly address: string }) => counted.includes(address);
  const reports = seen.reports.filter(counts);
  const port80 = met.port80.filter(counts);
  const dnsRightSince = row?.kind === 'row' && row.stage === 'checking-ssl-cert' ? row.updatedAt : undefined;
  return {
    domain,
    at: now(),
    row,
    alias,
    dns,
    leadsHere: leadsHere(dns.report, dns.originResults),
    domainConnect: seen.domainConnect,
    certificate: {
      domain,
      networkDomain,
      reports,
      caa: met.caa,
      port80,
      originResults: dns.originResults,
      dnsRightSince,
      seenAt: now(),
    },
  };
}

/** The main one, where WordPress does not say, or names none of them. */
function networkOf(row: RowAnswer | undefined, networks: readonly DomainName[]): DomainName | undefined {
  const named = row?.kind === 'row' ? row.networkDomain : undefined;
  return networks.find((network) => network === named) ?? networks[0];
}

async function probe(
  { dns, probes, certificates, domainConnect }: Services,
  domain: DomainName,
  networkDomain: DomainName | undefined,
) {
  const limit = questionLimit(MOST_QUESTIONS);
  const report = await dns.report(domain, networkDomain, limit);
  const addresses = reachedAt(report, []);
  const dnsEvidence = probes.dns(domain, networkDomain, report, limit);
  const [evidence, reports, met, connected] = await Promise.all([
    dnsEvidence,
    certificates.report(domain, report.name, addresses),
    probes.authority(domain, report.name, addresses, limit),
    domainConnect === undefined || report.verdict === 'pointing'
      ? undefined
      : connect(domainConnect, domain, dnsEvidence, limit),
  ]);
  return { dns: evidence, reports, met, domainConnect: connected };
}

/**
 * Whoever sets the records is asked while the zone is still looked for: mostly it begins at the name that was registered,
 * and what was said of that name counts for no other. A page waits for it no longer than for the other looks.
 */
async function connect(
  domainConnect: NonNullable<Services['domainConnect']>,
  domain: DomainName,
  dnsEvidence: Promise<DnsEvidence>,
  limit: QuestionLimit,
): Promise<Gathered['domainConnect']> {
  const { providerId } = domainConnect;
  const begun = Date.now();
  const providerOf = (apex: string) => {
    const left = begun + DOMAIN_CONNECT_ENDS - Date.now();
    return domainConnect.providerOf(apex, Math.min(DOMAIN_CONNECT_TIMEOUT, left), limit);
  };
  const registered = registeredName(domain);
  const ofRegistered = providerOf(registered);
  const { zone } = await dnsEvidence;
  if (zone.kind !== 'found') return undefined;
  const provider = await (zone.apex === registered ? ofRegistered : providerOf(zone.apex));
  return provider && { providerId, provider };
}

async function aliasOf(
  { closteList, mainNetwork }: Services,
  name: Parameters<typeof needsNoAlias>[0],
): Promise<AliasEvidence> {
  if (needsNoAlias(name, mainNetwork)) return { kind: 'not-needed' };
  // A list that is a minute old will do: many may have the page of one domain open.
  const listed = await closteList.find(name.domain);
  switch (listed.kind) {
    case 'listed':
    case 'not-listed':
      return { kind: listed.kind };
    case 'too-old':
      return { kind: 'not-listed' };
    case 'unknown':
      return { kind: listed.cause === 'refused' ? 'refused' : 'unanswered', reason: listed.reason };
  }
}
