import { isIPv6 } from 'node:net';
import { type AddressAnswer, answersIn, failuresIn, hasFailed, type LookUp } from '../dns/look-up.ts';
import type { QueryFailure } from '../dns/question.ts';
import { registeredName } from '../domain/name.ts';
import { type DnsView, severityWhere } from './dns-view.ts';
import type { AboutDns, DomainProblem, Severity } from './domain-problem.ts';
import type { DnsEvidence, ZoneServer } from './evidence.ts';

/**
 * What keeps the records from being seen, or from being seen by all. What a server was asked once and did not answer
 * is none: it was asked again. What part of the resolvers shows is told as theirs.
 */
export function serverProblems(
  evidence: DnsEvidence,
  view: DnsView,
  about: AboutDns,
): readonly DomainProblem[] {
  const isMostly = ({ at }: { readonly at: readonly string[] }) => at.length * 2 > view.resolvers.length;
  const { dnssec } = evidence;
  const unsigned = dnssec.kind === 'failing' ? [dnssecFailing(evidence, dnssec, view, about)] : [];
  if (dnssec.kind === 'failing' && isMostly(dnssec)) return unsigned;
  const failing =
    view.verdict === 'unknown' ? whatFails(evidence, view, about) : someFailing(evidence, view, about);
  return [...failing, ...unsigned, ...filters(view, about)];
}

function dnssecFailing(
  { domain, zone, report }: DnsEvidence,
  { at, ofZone }: { readonly at: readonly string[]; readonly ofZone?: string },
  view: DnsView,
  about: AboutDns,
): DomainProblem {
  const apex = ofZone ?? (zone.kind === 'found' ? zone.apex : registeredName(domain));
  const asked = report.resolvers.length;
  const severity = at.length * 2 > asked ? severityWhere(view) : 'warning';
  return { code: 'dnssec-failing', severity, ...about, apex, at, asked };
}

/** Where the resolvers have an answer. */
function someFailing(
  { domain, zone }: DnsEvidence,
  view: DnsView,
  about: AboutDns,
): readonly DomainProblem[] {
  const { failing, answering } = zoneServers(zone);
  // Where none of them answers and the resolvers do, it is from here that they cannot be asked.
  if (failing.length > 0 && answering > 0) {
    const apex = zone.kind === 'found' ? zone.apex : registeredName(domain);
    return [nameServersFailing('warning', apex, failing, answering, about)];
  }
  return oneTypeFailing(view, about);
}

/** Where most resolvers have none. */
function whatFails(
  { domain, report, zone }: DnsEvidence,
  { resolvers, servers }: DnsView,
  about: AboutDns,
): readonly DomainProblem[] {
  const apex = zone.kind === 'found' ? zone.apex : registeredName(domain);
  const { failing, answering } = zoneServers(zone);
  if (failing.length > 0 && answering === 0) {
    return [nameServersFailing('fatal', apex, failing, answering, about)];
  }
  // Resolvers fail at a circle, which is told for itself.
  const isCircle = servers.some(({ lookUp }) => answersIn(lookUp).some(({ kind }) => kind === 'cname-loop'));
  if (isCircle) return [];
  const failures = report.resolvers.flatMap(({ lookUp }) => failuresIn(lookUp));
  if (failures.length > 0 && failures.every((failure) => failure === 'filtered')) return [];
  if (failures.every((failure) => OF_RESOLVERS.includes(failure))) {
    return [{ code: 'dns-server-failing', severity: 'warning', ...about, failing: 'resolvers' }];
  }
  const isFoundSomewhere = resolvers.some((resolver) => resolver.verdict === 'pointing');
  const severity = isFoundSomewhere ? 'warning' : 'fatal';
  return [{ code: 'dns-server-failing', severity, ...about, failing: 'look-ups' }];
}

/** What says something of a resolver, and nothing of the domain. */
const OF_RESOLVERS: readonly QueryFailure[] = ['refused', 'unreachable', 'not-implemented', 'format-error'];

function nameServersFailing(
  severity: Severity,
  apex: string,
  servers: readonly string[],
  answering: number,
  about: AboutDns,
): DomainProblem {
  const zoneServers = { failing: 'name-servers', apex, servers, answering } as const;
  return { code: 'dns-server-failing', severity, ...about, ...zoneServers };
}

/** The names of the zone's own servers that do not answer, and how many others do. */
function zoneServers(zone: DnsEvidence['zone']): {
  readonly failing: readonly string[];
  readonly answering: number;
} {
  const reachable = zone.kind === 'found' ? zone.servers.filter(isReachable) : [];
  return {
    failing: serverNames(reachable.filter(({ lookUp }) => hasFailed(lookUp))),
    answering: serverNames(reachable.filter(({ lookUp }) => !hasFailed(lookUp))).length,
  };
}

/** From most serverless networks there is no way to IPv6 addresses: that says nothing about a server. */
function isReachable({ address, lookUp }: ZoneServer): boolean {
  return !(isIPv6(address) && failuresIn(lookUp).includes('unreachable'));
}

/** What says nothing of the servers of the domain. */
const NO_FAULT: readonly QueryFailure[] = ['filtered', 'unreachable', 'not-asked'];

const ANSWERED: readonly AddressAnswer['kind'][] = ['addresses', 'no-records', 'no-such-name'];

/** The question after one kind of addresses, which most resolvers get no answer to, though they do to the other. */
function oneTypeFailing({ resolvers }: DnsView, about: AboutDns): readonly DomainProblem[] {
  const failAt = (kind: keyof LookUp, other: keyof LookUp) =>
    resolvers.filter(({ lookUp }) => {
      const answer = lookUp[kind];
      const fails = answer.kind === 'failed' && !NO_FAULT.includes(answer.failure);
      return (fails || answer.kind === 'cname-loop') && ANSWERED.includes(lookUp[other].kind);
    }).length;
  const type =
    failAt('ipv6', 'ipv4') * 2 > resolvers.length
      ? 'AAAA'
      : failAt('ipv4', 'ipv6') * 2 > resolvers.length
        ? 'A'
        : undefined;
  if (type === undefined) return [];
  return [{ code: 'dns-server-failing', severity: 'warning', ...about, failing: 'one-type', type }];
}

/**
 * Resolvers that withhold the answer on purpose, where it is there. Where the zone itself has nothing, nothing is
 * withheld.
 */
function filters({ resolvers, servers, verdict }: DnsView, about: AboutDns): readonly DomainProblem[] {
  const filtering = resolvers.filter(
    (there) => there.verdict === 'unknown' && failuresIn(there.lookUp).includes('filtered'),
  );
  const isNothingThere = servers.length > 0 && servers.every((server) => server.verdict === 'missing');
  if (filtering.length === 0 || isNothingThere) return [];
  return [
    {
      code: 'blocked-by-a-filter',
      severity: verdict === 'unknown' ? 'fatal' : 'info',
      ...about,
      at: filtering.map(({ resolver }) => resolver),
      asked: resolvers.length,
    },
  ];
}

/** A server that has several addresses is named once. */
export function serverNames(servers: readonly ZoneServer[]): string[] {
  return [...new Set(servers.map(({ name }) => name))];
}
