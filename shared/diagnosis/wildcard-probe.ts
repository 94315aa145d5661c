import { randomBytes } from 'node:crypto';
import { labelOf } from '../dns/check.ts';
import { type AddressAnswer, answersIn, type LookUp } from '../dns/look-up.ts';
import { query } from '../dns/query.ts';
import type { QuestionType, Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import type { Ask } from '../dns/resolve-addresses.ts';
import type { DnsReport } from '../dns/verdict.ts';
import { normalAddress } from '../domain/address.ts';
import { baseName, type DomainName, isWildcard, registeredName } from '../domain/name.ts';
import { isWithin, upwardsFrom } from '../domain/name-tree.ts';
import type { ZoneEvidence } from './evidence.ts';

/** A look at whether a domain has a record of its own, or a wildcard answers in its place. */
export interface WildcardProbe {
  /** @returns the wildcard: `*.example.com`; undefined if there is none, or nobody can tell */
  wildcardFor(
    domain: DomainName,
    report: DnsReport,
    zone: ZoneEvidence,
    left: number,
    limit?: QuestionLimit,
  ): Promise<string | undefined>;
}

export interface WildcardProbeOptions {
  readonly resolvers: readonly Resolver[];
  /** The port of name servers. */
  readonly port: number;
}

/** Of the names above, so many are asked about at most: the nearest, and the highest, where a wildcard mostly stands. */
const MOST_HEIGHTS = 3;

const LONGEST_NAME = 253;

/**
 * Asks for names that nobody has: one beside the domain, and one under it. A wildcard answers for both as it does for
 * the domain (RFC 4592, 3.3.1). But if the domain has a record of its own, then it exists, and so the wildcard beside it
 * does not answer for what is under it (RFC 4592, 2.2.1). Under a wildcard `*.shop.example.com` that is asked of
 * `shop.example.com`, which exists if that wildcard does.
 */
export function createWildcardProbe({ resolvers, port }: WildcardProbeOptions): WildcardProbe {
  return {
    async wildcardFor(domain, report, zone, left, limit) {
      const witness = witnessOf(report, zone, resolvers, port);
      const base = baseName(domain);
      const apex = zone.kind === 'found' ? zone.apex : registeredName(base);
      const above = upwardsFrom(base)
        .slice(1)
        .filter((name) => isWithin(name, apex));
      const chosen = above.filter((_, index) => index < MOST_HEIGHTS - 1 || index === above.length - 1);
      const isTooLong = base.length > LONGEST_NAME - NOBODYS_LENGTH;
      if (witness === undefined || above.length === 0 || isTooLong || left <= 0) return undefined;

      const { server, wish, seen, type } = witness;
      const ask: Ask = (name, of) => query(server, name, of, left, wish, limit);
      const isAnsweredAlike = async (name: string) => (await recordsAt(ask, name, type)) === seen;
      const [underIt, ...heights] = await Promise.all([
        isAnsweredAlike(isWildcard(domain) ? base : nobodysUnder(base)),
        ...chosen.map((name) => isAnsweredAlike(nobodysUnder(name))),
      ]);
      return underIt ? standingUnder(above, chosen, heights) : undefined;
    },
  };
}

/** The wildcard stands under the highest name at which it answers, if it is known that it answers at none above. */
function standingUnder(
  above: readonly string[],
  chosen: readonly string[],
  isAlikeAt: readonly boolean[],
): string | undefined {
  const other = isAlikeAt.indexOf(false);
  const highest = chosen.at(other === -1 ? -1 : other - 1);
  if (other === 0 || highest === undefined) return undefined;
  const isExact = other === -1 || above[above.indexOf(highest) + 1] === chosen[other];
  return isExact ? `*.${highest}` : undefined;
}

/** A label that nobody has set, and its dot. */
const NOBODYS_LENGTH = 17;

function nobodysUnder(name: string): string {
  return `${randomBytes((NOBODYS_LENGTH - 1) / 2).toString('hex')}.${name}`;
}

interface Witness {
  readonly server: Resolver;
  readonly wish: 'tell' | 'resolve';
  readonly type: QuestionType;
  /** What it has for the domain. */
  readonly seen: string;
}

/** Who has told of a record: one of the zone's own servers, or where nobody knows these, a resolver. */
function witnessOf(
  report: DnsReport,
  zone: ZoneEvidence,
  resolvers: readonly Resolver[],
  port: number,
): Witness | undefined {
  const ofZone = (zone.kind === 'found' ? zone.servers : []).map(({ address, lookUp }) => ({
    server: { address, port },
    wish: 'tell' as const,
    lookUp,
  }));
  const ofResolvers = resolvers.flatMap((server) => {
    const seen = report.resolvers.find(({ resolver }) => resolver === labelOf(server));
    return seen === undefined ? [] : [{ server, wish: 'resolve' as const, lookUp: seen.lookUp }];
  });
  const witnesses = (ofZone.length > 0 ? ofZone : ofResolvers).flatMap(({ server, wish, lookUp }) => {
    const told = recordsTold(lookUp);
    return told === undefined ? [] : [{ server, wish, ...told }];
  });
  return witnesses[0];
}

function recordsTold({ ipv4, ipv6 }: LookUp): Pick<Witness, 'type' | 'seen'> | undefined {
  const [ofA, ofAaaa] = answersIn({ ipv4, ipv6 }).map(recordsIn);
  if (ofA !== undefined) return { type: 'A', seen: ofA };
  return ofAaaa === undefined ? undefined : { type: 'AAAA', seen: ofAaaa };
}

function recordsIn(answer: AddressAnswer): string | undefined {
  const [alias] = answer.chain;
  if (alias !== undefined) return alias;
  return answer.kind === 'addresses' ? inOneOrder(answer.addresses) : undefined;
}

/** The alias or the addresses that a name has, to compare them. */
async function recordsAt(ask: Ask, name: string, type: QuestionType): Promise<string | undefined> {
  const answer = await ask(name, type);
  if (answer.kind === 'failed') return undefined;
  const own = answer.records.filter((record) => record.name === name);
  const alias = own.find((record) => record.type === 'CNAME');
  if (alias !== undefined) return String(alias.data);
  const addresses = own
    .filter((record) => record.type === type)
    .map(({ data }) => normalAddress(String(data)) ?? '');
  return addresses.length === 0 ? undefined : inOneOrder(addresses);
}

function inOneOrder(addresses: readonly string[]): string {
  return addresses.toSorted().join(' ');
}
