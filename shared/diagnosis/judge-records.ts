import { overallVerdict } from '../dns/verdict.ts';
import { isPublicAddress } from '../domain/address.ts';
import {
  behindProxy,
  cnameAtApex,
  cnameLoop,
  cnameToElsewhere,
  type DnsContext,
  noRecords,
  type RightAndWrong,
  reservedAddress,
  someAddressesWrong,
  strayIpv6,
  wrongAddress,
} from '../words/english/dns-records.ts';
import type { Severity } from '../words/problem.ts';
import type { DnsView, JudgedAnswer } from './dns-view.ts';
import type { DomainProblem } from './domain-problem.ts';
import type { DnsEvidence, OriginResult } from './evidence.ts';
import { type KnownProxy, proxyAt } from './proxy-ranges.ts';
import { addressType, isZoneApex } from './records-to-set.ts';

/** What is wrong with the records as they are now; what a cache still remembers of older ones does not count. */
export function recordProblems(
  { domain, zone, originResults }: DnsEvidence,
  view: DnsView,
  context: DnsContext,
): readonly DomainProblem[] {
  // Where the resolvers still have the right answer, the domain works until they ask again.
  const severity: Severity = view.zone === 'right' || view.verdict === 'pointing' ? 'warning' : 'fatal';
  const apex = zone.kind === 'found' ? zone.apex : undefined;
  const alias = view.current.map(({ lookUp }) => lookUp.chain[0]).find((to) => to !== undefined);
  if (alias !== undefined && isZoneApex(domain, apex)) return [cnameAtApex(context, severity, alias)];

  // With some of it right, it is those who say otherwise that lag behind or disagree.
  if (view.current.some(({ verdict }) => verdict === 'pointing')) return [];
  const most = overallVerdict(view.current.map(({ verdict }) => verdict));
  const answers = view.current.filter(({ verdict }) => verdict === most);
  return most === 'missing'
    ? [missing(answers, context, severity)]
    : wrongAddresses(answers, view.right, originResults, context, severity);
}

function missing(answers: readonly JudgedAnswer[], context: DnsContext, severity: Severity): DomainProblem {
  if (answers.some(({ lookUp }) => lookUp.kind === 'cname-loop')) return cnameLoop(context, severity);
  const to = answers.map(({ lookUp }) => lookUp.chain[0]).find((alias) => alias !== undefined);
  if (to !== undefined) return cnameToElsewhere(context, severity, { to, leads: 'nowhere' });
  return noRecords(context, severity);
}

function wrongAddresses(
  answers: readonly JudgedAnswer[],
  target: ReadonlySet<string>,
  originResults: readonly OriginResult[],
  context: DnsContext,
  severity: Severity,
): readonly DomainProblem[] {
  const to = answers.map(({ lookUp }) => lookUp.chain[0]).find((alias) => alias !== undefined);
  if (to !== undefined) return [cnameToElsewhere(context, severity, { to, leads: 'elsewhere' })];

  const all = new Set(answers.flatMap(({ lookUp }) => (lookUp.kind === 'addresses' ? lookUp.addresses : [])));
  const right = [...all].filter((address) => target.has(address));
  const wrong = Map.groupBy(
    [...all].filter((address) => !target.has(address)),
    (address) => (isPublicAddress(address) ? (proxyAt(address) ?? 'elsewhere') : 'reserved'),
  );
  return [...wrong].map(([kind, addresses]) => {
    const found: RightAndWrong = { right, wrong: addresses };
    if (kind === 'reserved') return reservedAddress(context, severity, found);
    if (kind === 'elsewhere') return elsewhere(found, context, severity);
    return inFront(kind, addresses, originResults, context, severity);
  });
}

function elsewhere(found: RightAndWrong, context: DnsContext, severity: Severity): DomainProblem {
  const { right, wrong } = found;
  if (right.length === 0) return wrongAddress(context, severity, wrong);
  const onlyIpv6 = wrong.every((address) => addressType(address) === 'AAAA');
  return onlyIpv6 && right.some((address) => addressType(address) === 'A')
    ? strayIpv6(context, severity, wrong)
    : someAddressesWrong(context, severity, found);
}

function inFront(
  proxy: KnownProxy,
  addresses: readonly string[],
  originResults: readonly OriginResult[],
  context: DnsContext,
  severity: Severity,
): DomainProblem {
  const doesNotArrive = originResults.some(
    ({ address, result }) =>
      addresses.includes(address) && (result.kind === 'somewhere-else' || result.kind === 'unreachable'),
  );
  return doesNotArrive
    ? behindProxy(context, severity, proxy, 'does-not-arrive')
    : behindProxy(context, 'warning', proxy, 'not-known');
}
