import { ttlOf } from '../dns/look-up.ts';
import { type DnsView, type JudgedServer, severityWhere, viewOf } from './dns-view.ts';
import type { AboutDns, DomainProblem } from './domain-problem.ts';
import type { DnsEvidence } from './evidence.ts';
import { provenByHalf } from './https-proof.ts';
import { recordProblems } from './judge-records.ts';
import { serverNames, serverProblems } from './judge-servers.ts';
import { allReachNetwork } from './leads-here.ts';
import { withOwnName } from './own-name.ts';
import { worstFirst } from './problem-order.ts';
import { proxyAt } from './proxy-ranges.ts';
import { hostName, recordsToSet } from './records-to-set.ts';

/**
 * What is wrong with the DNS of a domain, the worst first. Where one thing explains another, only the first is told:
 * the records of a domain that nobody has registered are not missing, and an old answer that a cache still gives is
 * not wrong.
 */
export function dnsProblems(evidence: DnsEvidence): readonly DomainProblem[] {
  return withOwnName(judged(evidence), evidence.domain, evidence.report.target.networkDomain);
}

function judged(evidence: DnsEvidence): readonly DomainProblem[] {
  const { domain, report, zone } = evidence;
  const apex = zone.kind === 'found' ? zone.apex : undefined;
  const about: AboutDns = {
    domain,
    host: hostName(domain, apex),
    ways: recordsToSet(domain, apex, report.target, evidence.neighbours),
    dns: evidence,
  };
  if (report.target.addresses.length === 0) {
    const { networkDomain } = report.target;
    return [{ code: 'network-not-resolvable', severity: 'fatal', ...about, networkDomain }];
  }
  const view = viewOf(evidence);
  if (zone.kind === 'unregistered') {
    const { registrable } = zone;
    return [{ code: 'domain-not-registered', severity: severityWhere(view), ...about, registrable }];
  }
  return worstFirst([
    ...serverProblems(evidence, view, about),
    ...disagreement(evidence, view, about),
    ...recordProblems(evidence, view, about),
    ...lagging(view, about),
    ...proxyThatWorks(evidence, about),
  ]);
}

function disagreement(
  { zone }: DnsEvidence,
  { servers, verdict }: DnsView,
  about: AboutDns,
): readonly DomainProblem[] {
  if (zone.kind !== 'found' || new Set(servers.map((server) => server.verdict)).size < 2) return [];
  const isRight = (server: JudgedServer) => server.verdict === 'pointing';
  const right = servers.filter(isRight).map(({ server }) => server);
  const wrong = servers.filter((server) => !isRight(server)).map(({ server }) => server);
  return [
    {
      code: 'name-servers-disagree',
      severity: verdict === 'pointing' || right.length === 0 ? 'warning' : 'fatal',
      ...about,
      apex: zone.apex,
      right: serverNames(right),
      wrong: serverNames(wrong),
    },
  ];
}

function proxyThatWorks({ originResults }: DnsEvidence, about: AboutDns): readonly DomainProblem[] {
  // Where only half of it is proven, that is told with the certificate.
  if (!allReachNetwork(originResults) || provenByHalf(originResults).length > 0) return [];
  const proxy = originResults.map(({ address }) => proxyAt(address)).find((known) => known !== undefined);
  return [{ code: 'behind-a-proxy', severity: 'info', ...about, arrives: 'yes', proxy }];
}

/** The resolvers that still give an old answer, where the new one is known to be right. */
function lagging({ zone, resolvers }: DnsView, about: AboutDns): readonly DomainProblem[] {
  const isRight = resolvers.some(({ verdict }) => verdict === 'pointing');
  if (zone !== 'right' && !(zone === 'unknown' && isRight)) return [];
  const behind = resolvers.filter(({ verdict }) => verdict !== 'pointing' && verdict !== 'unknown');
  if (behind.length === 0) return [];
  const ttls = behind.map(({ lookUp }) => ttlOf(lookUp));
  const known = ttls.filter((ttl) => ttl !== undefined);
  return [
    {
      code: 'not-propagated-yet',
      severity: 'info',
      ...about,
      lagging: behind.map(({ resolver }) => resolver),
      asked: resolvers.length,
      ttl: known.length === ttls.length ? Math.max(...known) : undefined,
    },
  ];
}
