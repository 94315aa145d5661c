import type { AddressAnswer, LookUp } from '../dns/look-up.ts';
import {
  type DnsReport,
  type DnsVerdict,
  overallVerdict,
  type Target,
  verdictAt,
  verdictOn,
} from '../dns/verdict.ts';
import type { Severity } from './domain-problem.ts';
import type { DnsEvidence, ZoneServer } from './evidence.ts';
import { targetThroughProxies } from './leads-here.ts';

/** The evidence of DNS, with addresses that lead to the network all the same counted as the network's. */
export interface DnsView {
  /** The network, with the addresses that lead to it counted as its own. */
  readonly target: Target;
  readonly resolvers: DnsReport['resolvers'];
  /** Of all resolvers together. */
  readonly verdict: DnsVerdict;
  /** The zone's own servers that could be understood, each with what it says. */
  readonly servers: readonly JudgedServer[];
  /** What the zone's own servers say of the domain. */
  readonly zone: 'right' | 'wrong' | 'mixed' | 'unknown';
  /** What is in the DNS now: by the zone's own servers, or where nobody knows these, by the resolvers. */
  readonly current: readonly JudgedAnswer[];
}

export interface JudgedAnswer {
  readonly lookUp: LookUp;
  readonly verdict: DnsVerdict;
}

export interface JudgedServer extends JudgedAnswer {
  readonly server: ZoneServer;
}

export function viewOf({ report, zone, originResults }: DnsEvidence): DnsView {
  const answers = [...report.resolvers, ...(zone.kind === 'found' ? zone.servers : [])];
  const target = targetThroughProxies(report.target, answers, originResults);

  const resolvers = report.resolvers.map(({ resolver, lookUp }) => ({
    resolver,
    lookUp,
    verdict: verdictAt(lookUp, target),
  }));
  const servers = (zone.kind === 'found' ? zone.servers : [])
    .map((server) => judgeServer(server, resolvers, target))
    .filter(({ verdict }) => verdict !== 'unknown');
  const answered = resolvers.filter(({ verdict }) => verdict !== 'unknown');
  return {
    target,
    resolvers,
    verdict: overallVerdict(resolvers.map(({ verdict }) => verdict)),
    servers,
    zone: zoneSays(servers),
    current: servers.length > 0 ? servers : answered,
  };
}

/**
 * A zone's own server tells an alias, but not always where it ends: that may be in another zone. There the resolvers
 * that follow the same alias know the rest.
 */
function judgeServer(server: ZoneServer, resolvers: readonly JudgedAnswer[], target: Target): JudgedServer {
  const followed = (kind: keyof LookUp): AddressAnswer => {
    const answer = server.lookUp[kind];
    const [alias] = answer.chain;
    const endsThere = answer.kind === 'addresses' || answer.kind === 'cname-loop' || alias === undefined;
    if (endsThere || verdictOn(answer, target) === 'pointing') return answer;
    const whole = resolvers.map(({ lookUp }) => lookUp[kind]).find(({ chain }) => chain[0] === alias);
    return whole ?? { kind: 'failed', chain: answer.chain, failure: 'not-asked' };
  };
  const lookUp = { ipv4: followed('ipv4'), ipv6: followed('ipv6') };
  return { server, lookUp, verdict: verdictAt(lookUp, target) };
}

/** Where the resolvers have the right answer, the domain works until they ask again. */
export function severityWhere({ verdict }: DnsView): Severity {
  return verdict === 'pointing' ? 'warning' : 'fatal';
}

function zoneSays(servers: readonly JudgedServer[]): DnsView['zone'] {
  const right = servers.filter(({ verdict }) => verdict === 'pointing').length;
  if (servers.length === 0) return 'unknown';
  if (right === 0) return 'wrong';
  return right === servers.length ? 'right' : 'mixed';
}
