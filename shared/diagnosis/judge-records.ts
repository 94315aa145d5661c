import { type AddressAnswer, aliasesIn, answersIn } from '../dns/look-up.ts';
import { overallVerdict, type Target, verdictOn } from '../dns/verdict.ts';
import { isPublicAddress } from '../domain/address.ts';
import type { DnsView, JudgedAnswer } from './dns-view.ts';
import type { AboutDns, DomainProblem, RightAndWrong, Severity } from './domain-problem.ts';
import type { DnsEvidence, OriginResult } from './evidence.ts';
import { type ProxyName, proxyAt } from './proxy-ranges.ts';
import { addressType, isZoneApex } from './records-to-set.ts';

/** What is wrong with the records as they are now; what a cache still remembers of older ones does not count. */
export function recordProblems(
  { domain, zone, originResults }: DnsEvidence,
  view: DnsView,
  about: AboutDns,
): readonly DomainProblem[] {
  // Where the resolvers still have the right answer, the domain works until they ask again.
  const severity: Severity = view.zone === 'right' || view.verdict === 'pointing' ? 'warning' : 'fatal';
  const apex = zone.kind === 'found' ? zone.apex : undefined;
  const [alias] = view.current.flatMap(({ lookUp }) => aliasesIn(lookUp));
  if (alias !== undefined && isZoneApex(domain, apex)) {
    return [{ code: 'cname-at-apex', severity, ...about, to: alias }];
  }

  // With some of it right, it is those who say otherwise that lag behind or disagree.
  if (view.current.some(({ verdict }) => verdict === 'pointing')) return [];
  const most = overallVerdict(view.current.map(({ verdict }) => verdict));
  const answers = answersThatCount(view);
  return most === 'missing'
    ? [missing(answers, about, severity)]
    : wrongAddresses(answers, view.target, originResults, about, severity);
}

/** What most of those say who know best: the records that a domain has now. */
export function answersThatCount({ current }: DnsView): readonly JudgedAnswer[] {
  const most = overallVerdict(current.map(({ verdict }) => verdict));
  return current.filter(({ verdict }) => verdict === most);
}

function missing(answers: readonly JudgedAnswer[], about: AboutDns, severity: Severity): DomainProblem {
  if (answers.some(({ lookUp }) => answersIn(lookUp).some(({ kind }) => kind === 'cname-loop'))) {
    return { code: 'cname-loop', severity, ...about };
  }
  const [to] = answers.flatMap(({ lookUp }) => aliasesIn(lookUp));
  if (to !== undefined) {
    return { code: 'cname-to-elsewhere', severity, ...about, to, leads: 'nowhere' };
  }
  return { code: 'no-records', severity, ...about };
}

/** Each answer to a question is judged by itself: one may be an alias that is right, the other an old address. */
function wrongAddresses(
  answers: readonly JudgedAnswer[],
  target: Target,
  originResults: readonly OriginResult[],
  about: AboutDns,
  severity: Severity,
): readonly DomainProblem[] {
  const told = Map.groupBy(
    answers.flatMap(({ lookUp }) => answersIn(lookUp)),
    (answer) => verdictOn(answer, target),
  );
  const notRight = [...(told.get('elsewhere') ?? []), ...(told.get('partly') ?? [])];
  const to = notRight.map(({ chain }) => chain[0]).find((alias) => alias !== undefined);
  if (to !== undefined) {
    return [{ code: 'cname-to-elsewhere', severity, ...about, to, leads: 'elsewhere' }];
  }

  const all = new Set(notRight.flatMap(addressesOfAnswer));
  const byAnswer = (told.get('pointing') ?? []).flatMap((answer) => whereItLeads(answer, target));
  const isRight = (address: string) => target.addresses.includes(address);
  const right = [...new Set([...byAnswer, ...[...all].filter(isRight)])];
  const wrong = Map.groupBy(
    [...all].filter((address) => !isRight(address)),
    (address) => (isPublicAddress(address) ? (proxyAt(address) ?? 'elsewhere') : 'reserved'),
  );
  return [...wrong].map(([kind, addresses]) => {
    const found: RightAndWrong = { right, wrong: addresses };
    if (kind === 'reserved') return { code: 'reserved-address', severity, ...about, ...found };
    if (kind === 'elsewhere') return elsewhere(found, about, severity);
    return inFront(kind, addresses, originResults, about, severity);
  });
}

function addressesOfAnswer(answer: AddressAnswer): readonly string[] {
  return answer.kind === 'addresses' ? answer.addresses : [];
}

/** Of an answer that is right: its addresses, or where it has none of its own the network to which its alias leads. */
function whereItLeads(answer: AddressAnswer, { networkDomain }: Target): readonly string[] {
  const addresses = addressesOfAnswer(answer);
  return addresses.length > 0 || networkDomain === undefined ? addresses : [networkDomain];
}

function elsewhere(found: RightAndWrong, about: AboutDns, severity: Severity): DomainProblem {
  const { right, wrong } = found;
  if (right.length === 0) return { code: 'wrong-address', severity, ...about, wrong };
  const onlyIpv6 = wrong.every((address) => addressType(address) === 'AAAA');
  return onlyIpv6 && right.some((address) => addressType(address) === 'A')
    ? { code: 'stray-ipv6', severity, ...about, wrong }
    : { code: 'some-addresses-wrong', severity, ...about, ...found };
}

function inFront(
  proxy: ProxyName,
  addresses: readonly string[],
  originResults: readonly OriginResult[],
  about: AboutDns,
  severity: Severity,
): DomainProblem {
  const doesNotArrive = originResults.some(
    ({ address, result }) =>
      addresses.includes(address) && (result.kind === 'somewhere-else' || result.kind === 'unreachable'),
  );
  return doesNotArrive
    ? { code: 'behind-a-proxy', severity, ...about, proxy, arrives: 'no' }
    : { code: 'behind-a-proxy', severity: 'warning', ...about, proxy, arrives: 'not-known' };
}
