import type { DomainName } from '../domain/name.ts';
import { isOwnName } from '../domain/network.ts';
import type { AliasResult } from './read-answer.ts';

/** What a call did to the alias at Closte, as answers and entries name it. */
export type Added = 'added' | 'already-added' | 'not-needed';
export type Removed = 'removed' | 'already-removed' | 'not-needed';

/** What Closte's answer means for a mapping. */
export type AliasOutcome<Done extends Added | Removed> =
  | { readonly kind: 'done'; readonly closte: Done }
  | Extract<AliasResult, { readonly reason: string }>;

/** The network that a domain is mapped in, and the main one of the installation. */
type Networks = readonly (DomainName | undefined)[];

/** What an answer to adding the alias means. */
export function addingOutcome(result: AliasResult, domain: DomainName, networks: Networks) {
  return outcome<Added>(result, 'added', 'already-added', isOwnName(domain, networks));
}

/** What an answer to removing the alias means. */
export function removingOutcome(result: AliasResult, domain: DomainName, networks: Networks) {
  return outcome<Removed>(result, 'removed', 'already-removed', isOwnName(domain, networks));
}

/** Closte rejects names that need no alias as well: for the network's own domain and names under it, that is it. */
function outcome<Done extends Added | Removed>(
  result: AliasResult,
  changed: Done,
  unchanged: Done,
  ofNetwork: boolean,
): AliasOutcome<Done | 'not-needed'> {
  switch (result.kind) {
    case 'changed':
      return { kind: 'done', closte: changed };
    case 'unchanged':
      return { kind: 'done', closte: unchanged };
    case 'rejected':
      return ofNetwork ? { kind: 'done', closte: 'not-needed' } : result;
    default:
      return result;
  }
}
