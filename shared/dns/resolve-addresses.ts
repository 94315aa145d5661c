import { normalAddress } from '../domain/address.ts';
import type { QueryAnswer, QueryFailure, QuestionType, RecordOf } from './question.ts';

/**
 * What one resolver says of the addresses of a name. `chain` holds the names that its CNAMEs lead to, in their
 * order; it is told of every outcome, since an alias says something even where its end cannot be found. `ttl` is for
 * how many seconds a cache may still give this answer: the smallest that the server gave for a part of it.
 */
export type LookUp =
  | {
      readonly kind: 'addresses';
      readonly chain: readonly string[];
      readonly addresses: readonly string[];
      readonly ttl: number | undefined;
    }
  | NothingFound;

/** Why there are no records at the end of a name's aliases, or none that are known. */
type NothingFound =
  | { readonly kind: 'no-such-name'; readonly chain: readonly string[]; readonly ttl: number | undefined }
  | { readonly kind: 'no-records'; readonly chain: readonly string[]; readonly ttl: number | undefined }
  | { readonly kind: 'cname-loop'; readonly chain: readonly string[] }
  | { readonly kind: 'failed'; readonly chain: readonly string[]; readonly failure: QueryFailure };

/** The records of one type at the end of a name's aliases. */
type Followed<T extends QuestionType> =
  | {
      readonly kind: 'records';
      readonly chain: readonly string[];
      readonly records: readonly RecordOf<T>[];
      readonly ttl: number | undefined;
    }
  | NothingFound;

/** Asks one resolver for the records of one type. */
export type Ask = (name: string, type: QuestionType) => Promise<QueryAnswer>;

/** A chain of more aliases than this is taken for a loop; resolvers follow between 8 and 16. */
const LONGEST_CHAIN = 16;

/**
 * Looks up both kinds of addresses of a name. If the question after one kind fails, the look-up has failed: the
 * addresses that are not known might be wrong ones.
 */
export async function lookUp(ask: Ask, name: string): Promise<LookUp> {
  const [ipv4, ipv6] = await Promise.all([followAliases(ask, name, 'A'), followAliases(ask, name, 'AAAA')]);
  const chain = ipv4.chain.length >= ipv6.chain.length ? ipv4.chain : ipv6.chain;
  for (const part of [ipv4, ipv6])
    if (part.kind === 'failed' || part.kind === 'cname-loop') return { ...part, chain };
  const parts = [ipv4, ipv6].filter((part) => 'ttl' in part);
  const found = parts.filter((part) => part.kind === 'records');
  const addresses = found
    .flatMap(({ records }) => records.map(({ data }) => normalAddress(data)))
    .filter((address) => address !== undefined);
  if (addresses.length > 0) {
    return { kind: 'addresses', chain, addresses: [...new Set(addresses)], ttl: smallest(ttlsOf(found)) };
  }
  const exists = parts.some(({ kind }) => kind !== 'no-such-name');
  return { kind: exists ? 'no-records' : 'no-such-name', chain, ttl: smallest(ttlsOf(parts)) };
}

/**
 * Follows the aliases from a name to its records of one type. A recursive resolver has done so already; one that
 * answers with an alias alone, because its end is in another zone, is asked for that end.
 */
export async function followAliases<T extends QuestionType>(
  ask: Ask,
  start: string,
  type: T,
): Promise<Followed<T>> {
  const chain: string[] = [];
  const ttls: number[] = [];
  for (;;) {
    const asked = chain.at(-1) ?? start;
    const answer = await ask(asked, type);
    if (answer.kind === 'failed') return { kind: 'failed', chain, failure: answer.failure };

    const aliases = new Map(
      answer.records.filter((record) => record.type === 'CNAME').map((record) => [record.name, record]),
    );
    let end = asked;
    for (let alias = aliases.get(end); alias !== undefined; alias = aliases.get(end)) {
      if (alias.data === start || chain.includes(alias.data) || chain.length === LONGEST_CHAIN) {
        return { kind: 'cname-loop', chain };
      }
      chain.push(alias.data);
      ttls.push(alias.ttl);
      end = alias.data;
    }
    const records = answer.records.filter(
      (record): record is RecordOf<T> => record.type === type && record.name === end,
    );
    if (records.length > 0) {
      return { kind: 'records', chain, records, ttl: smallest([...ttls, ...ttlsOf(records)]) };
    }
    const ttl = smallest([...ttls, answer.negativeTtl]);
    if (!answer.nameExists) return { kind: 'no-such-name', chain, ttl };
    if (end === asked || answer.negativeTtl !== undefined) return { kind: 'no-records', chain, ttl };
  }
}

const ttlsOf = <T>(parts: readonly { readonly ttl: T }[]): T[] => parts.map(({ ttl }) => ttl);

function smallest(ttls: readonly (number | undefined)[]): number | undefined {
  const given = ttls.filter((ttl) => ttl !== undefined);
  return given.length === 0 ? undefined : Math.min(...given);
}
