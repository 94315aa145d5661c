import { getDomain } from 'tldts-icann';
import { askInTurn } from '../dns/ask-in-turn.ts';
import { query } from '../dns/query.ts';
import type { QueryAnswer, Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { type Ask, followAliases, lookUp } from '../dns/resolve-addresses.ts';
import { mayConnectTo, normalAddress } from '../domain/address.ts';
import { isWithin, levelsOf } from '../domain/name-tree.ts';
import type { ZoneEvidence, ZoneServer, ZoneUnknown } from './evidence.ts';

/** A look at the zone in which a name stands, past all caches. */
export interface ZoneProbe {
  /** @param name the one that was looked up: the domain, or for a wildcard a name under it */
  zoneOf(name: string, limit?: QuestionLimit): Promise<ZoneEvidence>;
}

export interface ZoneProbeOptions {
  /** They tell which zone it is, and where its servers are. The first that answers counts. */
  readonly resolvers: readonly Resolver[];
  /** The port of name servers. */
  readonly port: number;
  /** Lets loopback and private addresses be asked, for an internet on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

const MOST_SERVERS = 4;

/** What is known of a zone before its servers are asked. */
type Delegation =
  | {
      readonly kind: 'delegated';
      readonly apex: string;
      readonly servers: readonly string[];
      /** Why a name below, which was not looked up, may be a zone of its own; undefined if none may. */
      readonly doubt: ZoneUnknown | undefined;
    }
  | Exclude<ZoneEvidence, { readonly kind: 'found' }>;

/**
 * Finds the zone of a name and asks each of its servers for the addresses of the name. A server without an address on
 * the public internet is left out. It never throws.
 */
export function createZoneProbe(options: ZoneProbeOptions): ZoneProbe {
  const { resolvers, port, allowPrivateAddresses, timeout } = options;

  /** Of IPv4, if there is any: then nothing else is asked for. */
  async function addressOf(server: string, ask: Ask): Promise<string | undefined> {
    for (const type of ['A', 'AAAA'] as const) {
      const found = await followAliases(ask, server, type);
      const addresses = found.kind === 'records' ? found.records.map(({ data }) => normalAddress(data)) : [];
      const reachable = addresses.find(
        (address) => address !== undefined && mayConnectTo(address, allowPrivateAddresses),
      );
      if (reachable !== undefined) return reachable;
    }
    return undefined;
  }

  return {
    async zoneOf(name, limit) {
      const deadline = Date.now() + timeout;
      const left = () => deadline - Date.now();
      const ask = askInTurn(resolvers, left, limit);
      const askAll: AskAll = (asked) =>
        Promise.all(resolvers.map((resolver) => query(resolver, asked, 'NS', left(), 'resolve', limit)));

      const delegation = await delegationOf(name, ask, askAll);
      if (delegation.kind !== 'delegated') return delegation;
      const { apex, doubt } = delegation;
      const servers = await Promise.all(
        delegation.servers.slice(0, MOST_SERVERS).map(async (server): Promise<ZoneServer[]> => {
          const address = await addressOf(server, ask);
          if (address === undefined) return [];
          const tell: Ask = async (asked, type) =>
            asked === name
              ? ownWords(await query({ address, port }, name, type, left(), 'tell', limit), apex)
              : NOTHING_MORE;
          const told = await lookUp(tell, name);
          // Nobody is to blame for an answer that he was not asked for.
          if (told.kind === 'failed' && told.failure === 'not-asked') return [];
          return [{ name: server, address, lookUp: told }];
        }),
      );
      // Of a name in a zone below, the servers know only whom else to ask: one that answers shows that there is none.
      const found = servers.flat().filter(({ lookUp: { kind } }) => doubt === undefined || kind !== 'failed');
      if (found.length > 0) return { kind: 'found', apex, servers: found };
      return { kind: 'unknown', reason: doubt ?? { kind: 'servers-without-address', apex } };
    },
  };
}

/** Asks every resolver for the name servers of a name. */
type AskAll = (name: string) => Promise<readonly QueryAnswer[]>;

/**
 * Which zone holds a name: that of the nearest name upwards that has name servers, at most the one that somebody
 * registered. All these names are asked for side by side; of a deep one the highest 8.
 */
async function delegationOf(name: string, ask: Ask, askAll: AskAll): Promise<Delegation> {
  const registrable = getDomain(name, { validateHostname: false }) ?? name;
  const names = levelsOf(name).filter((one) => isWithin(one, registrable));
  const answers = await Promise.all(names.map(async (apex) => ({ apex, answer: await ask(apex, 'NS') })));

  const ofRegistrable = answers.at(-1)?.answer;
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
    const servers = answer.records.flatMap((record) =>
      record.type === 'NS' && record.name === apex ? [record.data] : [],
    );
    if (servers.length > 0) return { kind: 'delegated', apex, servers: [...new Set(servers)].sort(), doubt };
  }
  return { kind: 'unknown', reason: doubt ?? { kind: 'no-name-servers', name } };
}

/** Without an alias: then the name would be there, and the alias' target not (RFC 6604). */
function saysNoSuchName(answer: QueryAnswer): boolean {
  return answer.kind === 'answer' && !answer.nameExists && answer.records.length === 0;
}

/** At the end of an alias that leaves the zone, of which the zone's servers need not know anything. */
const NOTHING_MORE = { kind: 'answer', nameExists: true, records: [], negativeTtl: undefined } as const;

/**
 * What a server says of its own zone. Some add what they know of another one to which an alias leads, be it right or
 * long out of date; resolvers do not believe them that either.
 */
function ownWords(answer: QueryAnswer, apex: string): QueryAnswer {
  if (answer.kind === 'failed') return answer;
  const records = answer.records.filter((record) => isWithin(record.name, apex));
  const leaves = records.some((record) => record.type === 'CNAME' && !isWithin(record.data, apex));
  return leaves ? { ...NOTHING_MORE, records } : { ...answer, records };
}
