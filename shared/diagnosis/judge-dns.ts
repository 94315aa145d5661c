import { isIPv6 } from 'node:net';
import { type DnsContext, domainNotRegistered, worksBehindProxy } from '../words/english/dns-records.ts';
import {
  dnssecFailing,
  lookUpsFailing,
  nameServersDisagree,
  nameServersFailing,
  networkNotResolvable,
  notPropagatedYet,
  resolversFailing,
} from '../words/english/dns-servers.ts';
import { ownAnswerInWords } from '../words/few.ts';
import { resolversInWords, targetInWords } from '../words/format.ts';
import { type DnsView, type JudgedServer, viewOf } from './dns-view.ts';
import type { DomainProblem } from './domain-problem.ts';
import type { DnsEvidence, ZoneServer } from './evidence.ts';
import { recordProblems } from './judge-records.ts';
import { allReachNetwork } from './origin-results.ts';
import { worstFirst } from './problem-order.ts';
import { proxyAt } from './proxy-ranges.ts';
import { hostName, recordsToSet, registeredName } from './records-to-set.ts';

/**
 * What is wrong with the DNS of a domain, the worst first. Where one thing explains another, only the first is told:
 * the records of a domain that nobody has registered are not missing, and an old answer that a cache still gives is
 * not wrong.
 */
export function dnsProblems(evidence: DnsEvidence): readonly DomainProblem[] {
  const { domain, report, zone } = evidence;
  const apex = zone.kind === 'found' ? zone.apex : undefined;
  const context: DnsContext = {
    domain,
    host: hostName(domain, apex),
    ways: recordsToSet(domain, apex, report.target),
    detail: detailOf(evidence),
  };
  if (report.target.addresses.length === 0) {
    return [networkNotResolvable(context, report.target.networkDomain)];
  }
  const view = viewOf(evidence);
  if (zone.kind === 'unregistered') {
    return [
      domainNotRegistered(context, view.verdict === 'pointing' ? 'warning' : 'fatal', zone.registrable),
    ];
  }
  return worstFirst([
    ...serverProblems(evidence, view, context),
    ...disagreement(evidence, view, context),
    ...recordProblems(evidence, view, context),
    ...lagging(view, context),
    ...proxyThatWorks(evidence, context),
  ]);
}

/** What keeps the records from being seen at all. */
function serverProblems(
  { domain, report, zone, dnssec }: DnsEvidence,
  { verdict, resolvers, servers }: DnsView,
  context: DnsContext,
): readonly DomainProblem[] {
  const apex = zone.kind === 'found' ? zone.apex : registeredName(domain);
  if (dnssec === 'failing') {
    return [dnssecFailing(context, verdict === 'pointing' ? 'warning' : 'fatal', apex)];
  }
  const reachable = zone.kind === 'found' ? zone.servers.filter(isReachable) : [];
  const failing = namesOf(reachable.filter(hasFailed));
  const answering = namesOf(reachable.filter((server) => !hasFailed(server))).length;
  if (verdict !== 'unknown') {
    // Where none of them answers and the resolvers do, it is from here that they cannot be asked.
    const some = failing.length > 0 && answering > 0;
    return some ? [nameServersFailing(context, 'warning', { apex, failing, answering })] : [];
  }
  if (failing.length > 0 && answering === 0) {
    return [nameServersFailing(context, 'fatal', { apex, failing, answering })];
  }
  // Resolvers fail at a circle, which is told for itself.
  if (servers.some(({ lookUp }) => lookUp.kind === 'cname-loop')) return [];
  const failures = report.resolvers.flatMap(({ lookUp }) =>
    lookUp.kind === 'failed' ? [lookUp.failure] : [],
  );
  if (failures.every((failure) => failure === 'refused' || failure === 'unreachable')) {
    return [resolversFailing(context)];
  }
  const isFoundSomewhere = resolvers.some((resolver) => resolver.verdict === 'pointing');
  return [lookUpsFailing(context, isFoundSomewhere ? 'warning' : 'fatal')];
}

/** From most serverless networks there is no way to IPv6 addresses: that says nothing about a server. */
function isReachable({ address, lookUp }: ZoneServer): boolean {
  return !(isIPv6(address) && lookUp.kind === 'failed' && lookUp.failure === 'unreachable');
}

function hasFailed({ lookUp }: ZoneServer): boolean {
  return lookUp.kind === 'failed';
}

function disagreement(
  { zone }: DnsEvidence,
  { servers, verdict }: DnsView,
  context: DnsContext,
): readonly DomainProblem[] {
  if (zone.kind !== 'found' || new Set(servers.map((server) => server.verdict)).size < 2) return [];
  const isRight = (server: JudgedServer) => server.verdict === 'pointing';
  const right = servers.filter(isRight).map(({ server }) => server);
  const wrong = servers.filter((server) => !isRight(server)).map(({ server }) => server);
  return [
    nameServersDisagree(context, verdict === 'pointing' || right.length === 0 ? 'warning' : 'fatal', {
      apex: zone.apex,
      right: namesOf(right),
      wrong: namesOf(wrong),
    }),
  ];
}

function proxyThatWorks({ originResults }: DnsEvidence, context: DnsContext): readonly DomainProblem[] {
  if (!allReachNetwork(originResults)) return [];
  const proxy = originResults.map(({ address }) => proxyAt(address)).find((known) => known !== undefined);
  return [worksBehindProxy(context, proxy)];
}

/** The resolvers that still give an old answer, where the new one is known to be right. */
function lagging({ zone, resolvers }: DnsView, context: DnsContext): readonly DomainProblem[] {
  const isRight = resolvers.some(({ verdict }) => verdict === 'pointing');
  if (zone !== 'right' && !(zone === 'unknown' && isRight)) return [];
  const behind = resolvers.filter(({ verdict }) => verdict !== 'pointing' && verdict !== 'unknown');
  if (behind.length === 0) return [];
  const ttls = behind.map(({ lookUp }) => ('ttl' in lookUp ? lookUp.ttl : undefined));
  const known = ttls.filter((ttl) => ttl !== undefined);
  return [
    notPropagatedYet(
      context,
      behind.map(({ resolver }) => resolver),
      resolvers.length,
      known.length === ttls.length ? Math.max(...known) : undefined,
    ),
  ];
}

/** A server that has several addresses is named once. */
function namesOf(servers: readonly ZoneServer[]): string[] {
  return [...new Set(servers.map(({ name }) => name))];
}

/** All that was answered, in the words of the log. */
function detailOf({ report, zone, dnssec, originResults }: DnsEvidence): string {
  const servers =
    zone.kind === 'found'
      ? zone.servers.map(
          ({ name, address, lookUp }) => `${name} (${address}) has ${ownAnswerInWords(lookUp, zone.apex)}`,
        )
      : [];
  const through = originResults.map(({ address, result }) => {
    const what = 'detail' in result ? `${result.kind} (${result.detail})` : result.kind;
    return `through ${address}: ${what}`;
  });
  return [
    `the network is ${targetInWords(report.target)}`,
    resolversInWords(report),
    ...servers,
    ...(zone.kind === 'unknown' ? [`the zone is not known: ${zone.reason}`] : []),
    ...(dnssec === 'failing' ? ['with checking disabled (CD), the resolvers that fail do answer'] : []),
    ...through,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
