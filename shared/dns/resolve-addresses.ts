import { normalAddress } from '../domain/address.ts';
import type { AddressAnswer, LookUp, NothingFound } from './look-up.ts';
import type { QueryAnswer, QuestionType, RecordOf, ResourceRecord } from './question.ts';

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

/** Looks up both kinds of addresses of a name, each for itself. */
export async function lookUp(ask: Ask, name: string): Promise<LookUp> {
  const [ipv4, ipv6] = await Promise.all([followAliases(ask, name, 'A'), followAliases(ask, name, 'AAAA')]);
  return { ipv4: addressesOf(ipv4), ipv6: addressesOf(ipv6) };
}

function addressesOf(found: Followed<'A' | 'AAAA'>): AddressAnswer {
  if (found.kind !== 'records') return found;
  const { chain, records, ttl } = found;
  const addresses = records.map(({ data }) => normalAddress(data)).filter((address) => address !== undefined);
  return { kind: 'addresses', chain, addresses: [...new Set(addresses)], ttl };
}

/**
 * Follows the aliases from a name to its records of one type. A recursive resolver has done so already; one that
 * answers with an alias alone, because its end is in another zone, is asked for that end.
 */
export function followAliases<T extends QuestionType>(
  ask: Ask,
  start: string,
  type: T,
  path: Path = { chain: [], ttls: [] },
): Promise<Followed<T>> {
  return ask(path.chain.at(-1) ?? start, type).then((answer) => {
    const found = foundIn(answer, start, type, path);
    return found.kind === 'led-on' ? followAliases(ask, start, type, found.path) : found;
  });
}

/** The aliases from a name so far: where they lead, and for how many seconds each may be kept. */
interface Path {
  readonly chain: readonly string[];
  readonly ttls: readonly number[];
}

/** What an answer has to say of the end of a path. */
function foundIn<T extends QuestionType>(
  answer: QueryAnswer,
  start: string,
  type: T,
  path: Path,
): Followed<T> | { readonly kind: 'led-on'; readonly path: Path } {
  if (answer.kind === 'failed') return { kind: 'failed', chain: path.chain, failure: answer.failure };
  const chain = [...path.chain];
  const ttls = [...path.ttls];
  const next = () => aliasOf(chain.at(-1) ?? start, answer.records);
  for (let alias = next(); alias !== undefined; alias = next()) {
    if (alias.data === start || chain.includes(alias.data) || chain.length === LONGEST_CHAIN) {
      return { kind: 'cname-loop', chain };
    }
    chain.push(alias.data);
    ttls.push(alias.ttl);
  }
  const end = chain.at(-1) ?? start;
  const records = answer.records.filter(
    (record): record is RecordOf<T> => record.type === type && record.name === end,
  );
  if (records.length > 0) {
    return { kind: 'records', chain, records, ttl: smallest([...ttls, ...ttlsOf(records)]) };
  }
  const ttl = smallest([...ttls, answer.negativeTtl]);
  if (!answer.nameExists) return { kind: 'no-such-name', chain, ttl };
  const isLedOn = chain.length > path.chain.length && answer.negativeTtl === undefined;
  return isLedOn ? { kind: 'led-on', path: { chain, ttls } } : { kind: 'no-records', chain, ttl };
}

function aliasOf(name: string, records: readonly ResourceRecord[]): RecordOf<'CNAME'> | undefined {
  return records.find(
    (record): record is RecordOf<'CNAME'> => record.type === 'CNAME' && record.name === name,
  );
}

const ttlsOf = <T>(parts: readonly { readonly ttl: T }[]): T[] => parts.map(({ ttl }) => ttl);

function smallest(ttls: readonly (number | undefined)[]): number | undefined {
  const given = ttls.filter((ttl) => ttl !== undefined);
  return given.length === 0 ? undefined : Math.min(...given);
}
