import type { AddressAnswer, LookUp } from '../dns/look-up.ts';
import { addressesOf, type DnsReport, overallVerdict, type Target, verdictAt } from '../dns/verdict.ts';
import type { OriginResult } from './evidence.ts';
import { proxyAt } from './proxy-ranges.ts';

// When a domain leads to the network: by most of the resolvers, each of whose answers is judged by itself.

/** How a domain leads to the network, if it does: plainly, or by a proxy whose addresses are not the network's own. */
export type LeadsHere = 'by-its-addresses' | 'by-a-proxy' | 'no';

/**
 * Whether a domain leads to the network by what most resolvers see of it: a proxy that passes on to the network counts
 * as well. What one laggard still has in its cache is propagation.
 */
export function leadsHere(report: DnsReport, originResults: readonly OriginResult[]): LeadsHere {
  if (report.verdict === 'pointing') return 'by-its-addresses';
  const target = targetThroughProxies(report.target, report.resolvers, originResults);
  if (target.addresses.length === report.target.addresses.length) return 'no';
  const verdicts = report.resolvers.map(({ lookUp }) => verdictAt(lookUp, target));
  return overallVerdict(verdicts) === 'pointing' ? 'by-a-proxy' : 'no';
}

/**
 * The addresses at which a domain is reached: those by the resolvers that see it lead here, where most do. What only a
 * laggard still has says nothing of the network. Where it leads elsewhere, all that are known.
 */
export function reachedAt(report: DnsReport, originResults: readonly OriginResult[]): string[] {
  if (leadsHere(report, originResults) === 'no') return addressesOf(report.resolvers);
  const target = targetThroughProxies(report.target, report.resolvers, originResults);
  return addressesOf(report.resolvers.filter(({ lookUp }) => verdictAt(lookUp, target) === 'pointing'));
}

/**
 * Whether all addresses of a domain that are not the network's lead to it all the same, as those of a proxy do. One to
 * which there is no way from here counts for nothing beside one that arrived.
 */
export function allReachNetwork(originResults: readonly OriginResult[]): boolean {
  const tried = originResults.filter(({ result }) => result.kind !== 'no-route');
  return tried.length > 0 && tried.every(({ result }) => result.kind === 'arrived');
}

/**
 * Whether an address that is not the network's leads to it all the same. Not every address of a domain is tried, and to
 * some there is no way from here: of a known proxy whose others arrived, that is taken to be so.
 */
export function reachesNetwork(address: string, originResults: readonly OriginResult[]): boolean {
  switch (originResults.find((tried) => tried.address === address)?.result.kind) {
    case 'arrived':
      return true;
    case 'no-route':
      return allReachNetwork(originResults) || proxyReachesNetwork(address, originResults);
    case undefined:
      return (
        proxyAt(address) !== undefined &&
        (allReachNetwork(originResults) || proxyReachesNetwork(address, originResults))
      );
    default:
      return false;
  }
}

/** Whether an address is one of a known proxy, of which all addresses that were tried arrive. */
function proxyReachesNetwork(address: string, originResults: readonly OriginResult[]): boolean {
  const proxy = proxyAt(address);
  return (
    proxy !== undefined && allReachNetwork(originResults.filter((tried) => proxyAt(tried.address) === proxy))
  );
}

/** Whether all addresses of one answer lead to the network all the same. */
export function answerReachesNetwork(answer: AddressAnswer, originResults: readonly OriginResult[]): boolean {
  return (
    answer.kind === 'addresses' &&
    originResults.length > 0 &&
    answer.addresses.every((address) => reachesNetwork(address, originResults))
  );
}

/** The target, with the addresses in the answers that lead to the network all the same counted as its own. */
export function targetThroughProxies(
  { networkDomain, addresses }: Target,
  answers: readonly { readonly lookUp: LookUp }[],
  originResults: readonly OriginResult[],
): Target {
  const through = addressesOf(answers).filter((address) => reachesNetwork(address, originResults));
  return { networkDomain, addresses: [...new Set([...addresses, ...through])] };
}
