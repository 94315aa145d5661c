import { baseName, type DomainName } from './name.ts';
import { isOwnName } from './network.ts';

/**
 * Names that no public DNS has, by what they end in: those of RFC 6761 and its registry (localhost, invalid, example;
 * local by RFC 6762, alt by RFC 9476), of RFC 7686 (onion), of RFC 8375 (home.arpa), and internal, which ICANN has set
 * aside for private use.
 */
const SPECIAL = ['localhost', 'local', 'onion', 'invalid', 'example', 'alt', 'internal', 'home.arpa'];

/** For tests on one machine (RFC 6761, 6.2). */
const OF_TESTS = 'test';

export interface Surroundings {
  /** Where a network stands is not ours to judge, and its own names stand there too. */
  readonly networks: readonly (DomainName | undefined)[];
  /** Whether all goes on in an internet on one machine, which may have names under `.test`. */
  readonly allowPrivateAddresses: boolean;
}

/**
 * Why a domain can never be found by the public DNS, which nobody should wait for: as the end of a sentence that begins
 * with it; undefined if it may be found.
 *
 * | name | of the network | on one machine | reason |
 * | --- | --- | --- | --- |
 * | `printer.local`, `*.shop.internal`, `x.home.arpa` | no | | yes |
 * | `x.example.com` | | | no |
 * | `shop.test` | no | no | yes |
 * | `shop.test` | no | yes | no |
 * | `blog.network.example` | yes | | no |
 */
export function reasonNeverPublic(
  domain: DomainName,
  { networks, allowPrivateAddresses }: Surroundings,
): string | undefined {
  const name = baseName(domain);
  const endings = allowPrivateAddresses ? SPECIAL : [...SPECIAL, OF_TESTS];
  const ending = endings.find((one) => name === one || name.endsWith(`.${one}`));
  if (ending === undefined || isOwnName(domain, networks)) return undefined;
  return `it ends in .${ending}, and no public DNS has such a name`;
}
