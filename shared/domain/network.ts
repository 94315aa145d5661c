import { belongsToNetwork, type DomainName } from './name.ts';

/**
 * Whether a network is none of the installation's: a copy of one of them, or one that was renamed. Where neither side
 * says which network it is, nobody can tell.
 *
 * | network | the installation's | another one |
 * | --- | --- | --- |
 * | not said | | no |
 * | | not configured | no |
 * | `network.example` | `network.example`, `second.example.org` | no |
 * | `second.example.org` | `network.example`, `second.example.org` | no |
 * | `staging.test` | `network.example`, `second.example.org` | yes |
 * | `sub.network.example` | `network.example` | yes |
 */
export function isAnotherNetwork(network: DomainName | undefined, ours: readonly DomainName[]): boolean {
  return network !== undefined && ours.length > 0 && !ours.includes(network);
}

/**
 * Whether a domain is a name of the network's own, for which Closte may say that it needs no alias: of the network that
 * it is mapped in, or of the main one, where all networks of an installation are.
 *
 * @param networks undefined is one that nobody knows
 */
export function isOwnName(domain: DomainName, networks: readonly (string | undefined)[]): boolean {
  return networks.some((network) => network !== undefined && belongsToNetwork(domain, network));
}
