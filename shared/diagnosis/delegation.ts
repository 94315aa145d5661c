import { askTwice } from '../dns/ask-twice.ts';
import type { QueryAnswer, ReferredServer } from '../dns/question.ts';
import type { Ask } from '../dns/resolve-addresses.ts';
import { nameAtRegistry } from '../domain/name.ts';
import { isWithin, levelsOf, upwardsFrom } from '../domain/name-tree.ts';
import type { ZoneEvidence, ZoneUnknown } from './evidence.ts';

/** What is known of a zone before its servers are asked. */
export type Delegation =
  | {
      readonly kind: 'delegated';
      readonly apex: string;
      readonly servers: readonly ReferredServer[];
      /** Why a name below, which was not looked up, may be a zone of its own; undefined if none may. */
      readonly doubt: ZoneUnknown | undefined;
    }
  | Exclude<ZoneEvidence, { readonly kind: 'found' }>;

/** How to ask whom. */
export interface Askers {
  /** A resolver. */
  readonly ask: Ask;
  /** Every resolver for the name servers of a name. */
  readonly askAll: (name: string) => Promise<readonly QueryAnswer[]>;
  /** A name server, for what it has itself. */
  readonly tellAt: (address: string) => Ask;
  /** Where a name server can be asked. */
  readonly addressOf: (server: string) => Promise<string | undefined>;
}

/** So many servers of the parent are tried, one after the other. */
const MOST_PARENTS = 2;

/**
 * The servers to which the zone above delegates the name that somebody registered (RFC 1034, 4.2.1). That is what the
 * world follows: what a resolver remembers, or what the zone's own servers say of themselves, may be long out of date.
 *
 * @returns undefined if the zone above is not known, or does not say
 */
export async function delegationByParent(
  registrable: string,
  { ask, tellAt, addressOf }: Askers,
): Promise<Delegation | undefined> {
  for (const parent of (await serversAbove(registrable, ask)).slice(0, MOST_PARENTS)) {
    const address = await addressOf(parent);
    if (address === undefined) continue;
    const answer = await askTwice(tellAt(address))(registrable, 'NS');
    const said = sayingOf(answer, registrable);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The name servers of the nearest zone above a name. */
async function serversAbove(name: string, ask: Ask): Promise<readonly string[]> {
  const above = upwardsFrom(name).slice(1);
  const answers = await Promise.all(above.map(async (zone) => serversIn(await ask(zone, 'NS'), zone)));
  return answers.find((servers) => servers.length > 0) ?? [];
}

function sayingOf(answer: QueryAnswer, registrable: string): Delegation | undefined {
  if (saysNoSuchName(answer)) return { kind: 'unregistered', registrable };
  if (answer.kind === 'failed') {
    const { referral } = answer;
    if (referral?.zone !== registrable) return undefined;
    return { kind: 'delegated', apex: registrable, servers: referral.servers, doubt: undefined };
  }
  // One server may have both zones: it answers for the one below.
  const servers = serversIn(answer, registrable);
  return servers.length === 0 ? undefined : delegated(registrable, servers, undefined);
}

/**
 * Which zone holds a name, by the resolvers: that of the nearest name upwards that has name servers, at most the one
 * right below the suffix of a registry. All these names are asked for side by side; of a deep one the highest 8.
 */
export async function delegationByResolvers(
  name: string,
  registrable: string,
  { ask, askAll }: Askers,
): Promise<Delegation> {
  const highest = nameAtRegistry(name);
  const names = levelsOf(name).filter((one) => isWithin(one, highest));
  const answers = await Promise.all(names.map(async (apex) => ({ apex, answer: await ask(apex, 'NS') })));

  const ofRegistrable = answers.find(({ apex }) => apex === registrable)?.answer;
  if (ofRegistrable !== undefined && saysNoSuchName(ofRegistrable)) {
    const given = (await askAll(registrable)).filter(({ kind }) => kind === 'answer');
    if (given.filter(saysNoSuchName).length * 2 > given.length) return { kind: 'unregistered', registrable };
    return { kind: 'unknown', reason: { kind: 'resolvers-disagree', registrable } };
  }
  const [deepest] = names;
  let doubt: ZoneUnknown | undefined =
    deepest === undefined || deepest === name ? undefined : { kind: 'too-deep', below: deepest };
  for (const { apex, answer } of answers) {
    if (answer.kind === 'failed') {
      doubt ??= { kind: 'no-resolver-tells', name: apex, failure: answer.failure };
      continue;
    }
    const servers = serversIn(answer, apex);
    if (servers.length > 0) return delegated(apex, servers, doubt);
  }
  return { kind: 'unknown', reason: doubt ?? { kind: 'no-name-servers', name } };
}

function delegated(apex: string, names: readonly string[], doubt: ZoneUnknown | undefined): Delegation {
  const servers = names.map((name) => ({ name, addresses: [] }));
  return { kind: 'delegated', apex, servers, doubt };
}

/** The name servers of a zone in an answer, in the order of their names. */
function serversIn(answer: QueryAnswer, zone: string): readonly string[] {
  if (answer.kind === 'failed') return [];
  const names = answer.records.flatMap((record) =>
    record.type === 'NS' && record.name === zone ? [record.data] : [],
  );
  return [...new Set(names)].sort();
}

/** Without an alias: then the name would be there, and the alias' target not (RFC 6604). */
function saysNoSuchName(answer: QueryAnswer): boolean {
  return answer.kind === 'answer' && !answer.nameExists && answer.records.length === 0;
}
