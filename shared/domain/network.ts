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

/** A name, and what WordPress knows of it. */
interface NameInNetwork {
  readonly domain: DomainName;
  /** Of its site's own network. */
  readonly networkDomain?: DomainName | undefined;
  /** Whether Closte has said that it needs no alias. */
  readonly notNeeded?: boolean | undefined;
}

/**
 * Whether a name is served without an alias.
 *
 * | name | |
 * | --- | --- |
 * | the main network's own | yes |
 * | a further network's own, and Closte has said so | yes |
 * | any other | no |
 *
 * @param main where nobody says which network is the main one, it is the name's own
 */
export function needsNoAlias(
  { domain, networkDomain, notNeeded = false }: NameInNetwork,
  main = networkDomain,
): boolean {
  return isOwnName(domain, [main]) || (notNeeded && isOwnName(domain, [networkDomain]));
}
