import type { Arrival } from './evidence.ts';
import { proxyAt } from './proxy-ranges.ts';

/**
 * Whether all addresses of a domain that are not the network's lead to it all the same, as those of a proxy do. One to
 * which there is no way from here counts for nothing beside one that arrived.
 */
export function arrivedEverywhere(arrivals: readonly Arrival[]): boolean {
  const tried = arrivals.filter(({ result }) => result.kind !== 'no-route');
  return tried.length > 0 && tried.every(({ result }) => result.kind === 'arrived');
}

/**
 * Whether an address that is not the network's leads to it all the same. Not every address of a domain is tried: of a
 * known proxy whose others arrived, that is taken to be so.
 */
export function arrives(address: string, arrivals: readonly Arrival[]): boolean {
  switch (arrivals.find((arrival) => arrival.address === address)?.result.kind) {
    case 'arrived':
      return true;
    case 'no-route':
      return arrivedEverywhere(arrivals);
    case undefined:
      return arrivedEverywhere(arrivals) && proxyAt(address) !== undefined;
    default:
      return false;
  }
}
