import type { LookUp } from '../dns/resolve-addresses.ts';
import { addressesOf, type DnsReport, type Target } from '../dns/verdict.ts';
import type { OriginResult } from './evidence.ts';
import { proxyAt } from './proxy-ranges.ts';

// When a domain leads to the network. Whether a visit is over is decided of all addresses together: every one that was
// tried has to arrive. What is told of the problems is decided of each answer, and then by most of the resolvers: of one
// laggard among three the two say different things. They are to become one.

/** How a domain leads to the network, if it does: plainly, or by a proxy whose addresses are not the network's own. */
export type LeadsHere = 'by-its-addresses' | 'by-a-proxy' | 'no';

/** Whether a domain leads to the network, all seen together: a proxy that passes on to the network counts as well. */
export function leadsHere(
  { verdict }: Pick<DnsReport, 'verdict'>,
  originResults: readonly OriginResult[],
): LeadsHere {
  if (verdict === 'pointing') return 'by-its-addresses';
  return allReachNetwork(originResults) ? 'by-a-proxy' : 'no';
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
 * Whether an address that is not the network's leads to it all the same. Not every address of a domain is tried: of a
 * known proxy whose others arrived, that is taken to be so.
 */
export function reachesNetwork(address: string, originResults: readonly OriginResult[]): boolean {
  switch (originResults.find((tried) => tried.address === address)?.result.kind) {
    case 'arrived':
      return true;
    case 'no-route':
      return allReachNetwork(originResults);
    case undefined:
      return allReachNetwork(originResults) && proxyAt(address) !== undefined;
    default:
      return false;
  }
}

/** Whether all addresses of one answer lead to the network all the same. */
export function answerReachesNetwork(lookUp: LookUp, originResults: readonly OriginResult[]): boolean {
  return (
    lookUp.kind === 'addresses' &&
    originResults.length > 0 &&
    lookUp.addresses.every((address) => reachesNetwork(address, originResults))
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
