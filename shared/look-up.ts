import { normalAddress } from './address.ts';
import type { AddressType, QueryAnswer, QueryFailure } from './dns-query.ts';

/**
 * What one resolver says of the addresses of a name. `chain` holds the names that its CNAMEs lead to, in their
 * order; it is told of every outcome, since an alias says something even where its end cannot be found.
 */
export type LookUp =
  | { readonly kind: 'addresses'; readonly chain: readonly string[]; readonly addresses: readonly string[] }
  | { readonly kind: 'no-such-name'; readonly chain: readonly string[] }
  | { readonly kind: 'no-records'; readonly chain: readonly string[] }
  | { readonly kind: 'cname-loop'; readonly chain: readonly string[] }
  | { readonly kind: 'failed'; readonly chain: readonly string[]; readonly failure: QueryFailure };

/** Asks one resolver for the records of one type. */
export type Ask = (name: string, type: AddressType) => Promise<QueryAnswer>;

/** A chain of more aliases than this is taken for a loop; resolvers follow between 8 and 16. */
const LONGEST_CHAIN = 16;

/**
 * Looks up both kinds of addresses of a name. If the question after one kind fails, the look-up has failed: the
 * addresses that are not known might be wrong ones.
 */
export async function lookUp(ask: Ask, name: string): Promise<LookUp> {
  const [ipv4, ipv6] = await Promise.all([follow(ask, name, 'A'), follow(ask, name, 'AAAA')]);
  const chain = ipv4.chain.length >= ipv6.chain.length ? ipv4.chain : ipv6.chain;
  for (const part of [ipv4, ipv6])
    if (part.kind === 'failed' || part.kind === 'cname-loop') return { ...part, chain };
  const addresses = [ipv4, ipv6].flatMap((part) => (part.kind === 'addresses' ? part.addresses : []));
  if (addresses.length > 0) return { kind: 'addresses', chain, addresses };
  const exists = ipv4.kind === 'no-records' || ipv6.kind === 'no-records';
  return { kind: exists ? 'no-records' : 'no-such-name', chain };
}

/**
 * Follows the aliases from a name to its addresses of one type. A recursive resolver has done so already; one that
 * answers with an alias alone, because its end is in another zone, is asked for that end.
 */
async function follow(ask: Ask, start: string, type: AddressType): Promise<LookUp> {
  const chain: string[] = [];
  for (;;) {
    const asked = chain.at(-1) ?? start;
    const answer = await ask(asked, type);
    if (answer.kind === 'failed') return { kind: 'failed', chain, failure: answer.failure };

    const aliases = new Map(
      answer.records.filter((record) => record.type === 'CNAME').map(({ name, data }) => [name, data]),
    );
    let end = asked;
    for (let alias = aliases.get(end); alias !== undefined; alias = aliases.get(end)) {
      if (alias === start || chain.includes(alias) || chain.length === LONGEST_CHAIN) {
        return { kind: 'cname-loop', chain };
      }
      chain.push(alias);
      end = alias;
    }
    const addresses = answer.records
      .filter((record) => record.type === type && record.name === end)
      .map(({ data }) => normalAddress(data))
      .filter((address) => address !== undefined);
    if (addresses.length > 0) return { kind: 'addresses', chain, addresses: [...new Set(addresses)] };
    if (!answer.nameExists) return { kind: 'no-such-name', chain };
    if (end === asked || answer.noData) return { kind: 'no-records', chain };
  }
}
