import type { DomainName } from '../domain/name.ts';
import { isOwnName, needsNoAlias } from '../domain/network.ts';
import type { Closte } from './client.ts';
import type { ClosteList } from './list.ts';
import { type Added, type AliasOutcome, addingOutcome } from './outcome-for-mapping.ts';

/** What came of adding an alias. */
export type Addition =
  | AliasOutcome<Added>
  /** Closte says that it is there, and its own list lacks it: another app of Closte has it. */
  | { readonly kind: 'held-elsewhere'; readonly reason: string };

interface Addable {
  readonly domain: DomainName;
  readonly networkDomain: DomainName | undefined;
}

interface Needed {
  readonly closte: Closte;
  readonly closteList: ClosteList;
  readonly mainNetwork: DomainName | undefined;
  readonly now: () => Date;
}

const EXISTS = 'Closte says that the alias exists already';

/**
 * Adds an alias. That Closte has it already is success only if its list has it too: one name can be the alias of one
 * app only, and the key sees the list of this app.
 *
 * | Closte answers | its list | outcome |
 * | --- | --- | --- |
 * | added, rejected, refused, or nothing | | as it says |
 * | exists already | has it | `already-added` |
 * | exists already, a name of the main network's own | does not say that it has it | `not-needed` |
 * | exists already, a name of a further network's own | lacks it, and has the wildcard over it | `not-needed` |
 * | exists already | lacks it | `held-elsewhere` |
 * | exists already | lacks it, a call within the last hour was not answered | `unanswered`: the list may lag behind |
 * | exists already | is older than the answer, cannot be had or is implausible | `unanswered` |
 */
export async function addAlias(
  { closte, closteList, mainNetwork, now }: Needed,
  { domain, networkDomain }: Addable,
): Promise<Addition> {
  const result = await closte.addAlias(domain);
  if (result.kind === 'unanswered') closteList.noteUnanswered(domain);
  const outcome = addingOutcome(result, domain, [networkDomain, mainNetwork]);
  if (result.kind !== 'unchanged') return outcome;

  const listed = await closteList.find(domain, now());
  if (listed.kind === 'listed') return outcome;
  const notNeeded = { kind: 'done', closte: 'not-needed' } as const;
  if (needsNoAlias({ domain, networkDomain }, mainNetwork)) return notNeeded;
  switch (listed.kind) {
    case 'too-old':
      return { kind: 'unanswered', reason: `${EXISTS}, and its list is not asked for again so soon` };
    case 'unknown':
      return { kind: 'unanswered', reason: `${EXISTS}, and its list does not tell: ${listed.reason}` };
    case 'not-listed': {
      const isCovered = listed.list.domains.has(wildcardOver(domain));
      if (isCovered && isOwnName(domain, [networkDomain])) return notNeeded;
      const reason = `${EXISTS}, and its list of ${listed.list.domains.size} lacks it`;
      return { kind: closteList.wasUnanswered(domain) ? 'unanswered' : 'held-elsewhere', reason };
    }
  }
}

const wildcardOver = (domain: string) => `*.${domain.slice(domain.indexOf('.') + 1)}`;
