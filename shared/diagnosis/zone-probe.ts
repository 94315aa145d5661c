import { askInTurn } from '../dns/ask-in-turn.ts';
import { askTwice } from '../dns/ask-twice.ts';
import { failuresIn, hasFailed } from '../dns/look-up.ts';
import { query } from '../dns/query.ts';
import type { QueryAnswer, Referral, ReferredServer, Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { type Ask, followAliases, lookUp } from '../dns/resolve-addresses.ts';
import { mayConnectTo, normalAddress } from '../domain/address.ts';
import { ofBothKinds } from '../domain/each-address.ts';
import { registeredName } from '../domain/name.ts';
import { isWithin } from '../domain/name-tree.ts';
import { type Askers, type Delegation, delegationByParent, delegationByResolvers } from './delegation.ts';
import type { ZoneEvidence, ZoneServer } from './evidence.ts';

/** A look at the zone in which a name stands, past all caches. */
export interface ZoneProbe {
  /** @param name the one that was looked up: the domain, or for a wildcard a name under it */
  zoneOf(name: string, limit?: QuestionLimit): Promise<ZoneEvidence>;
}

export interface ZoneProbeOptions {
  /** They tell where the servers are. The first that answers counts. */
  readonly resolvers: readonly Resolver[];
  /** The port of name servers. */
  readonly port: number;
  /** Lets loopback and private addresses be asked, for an internet on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For all questions together, in milliseconds. */
  readonly timeout: number;
}

const MOST_SERVERS = 4;

/** So many zones below the one that was registered are followed, each to its own servers. */
const MOST_ZONES_BELOW = 3;

type Delegated = Extract<Delegation, { readonly kind: 'delegated' }>;

/**
 * Finds the zone of a name and asks each of its servers for the addresses of the name. Where a server says that the
 * name stands in a zone below, those of that zone are asked instead. A server without an address on the public internet
 * is left out. It never throws.
 */
export function createZoneProbe(options: ZoneProbeOptions): ZoneProbe {
  const { resolvers, port, allowPrivateAddresses, timeout } = options;

  /** One of IPv4, if there is any. */
  function reachable(addresses: readonly string[]): string | undefined {
    const normal = addresses.map(normalAddress).filter((address) => address !== undefined);
    const [first] = ofBothKinds(
      normal.filter((address) => mayConnectTo(address, allowPrivateAddresses)),
      1,
    );
    return first;
  }

  /** Nothing else is asked for if there is an address of IPv4. */
  async function addressOf(server: string, ask: Ask): Promise<string | undefined> {
    for (const type of ['A', 'AAAA'] as const) {
      const found = await followAliases(ask, server, type);
      const address = reachable(found.kind === 'records' ? found.records.map(({ data }) => data) : []);
      if (address !== undefined) return address;
    }
    return undefined;
  }

  /** What a server says of a name in a zone, and to which zone below it refers; nothing if it was not asked. */
  async function askServer(
    { name: server, addresses }: ReferredServer,
    name: string,
    apex: string,
    by: Askers,
  ) {
    const address = reachable(addresses) ?? (await by.addressOf(server));
    if (address === undefined) return [];
    let referral: Referral | undefined;
    const tell: Ask = async (asked, type) => {
      if (asked !== name) return NOTHING_MORE;
      const answer = await askTwice(by.tellAt(address))(name, type);
      if (answer.kind === 'failed') referral ??= answer.referral;
      return ownWords(answer, apex);
    };
    const told = await lookUp(tell, name);
    // Nobody is to blame for an answer that he was not asked for.
    if (failuresIn(told).includes('not-asked')) return [];
    return [{ server: { name: server, address, lookUp: told }, referral }];
  }

  async function askServers(
    name: string,
    { apex, servers, doubt }: Delegated,
    by: Askers,
    zonesBelow = MOST_ZONES_BELOW,
  ): Promise<ZoneEvidence> {
    const told = await Promise.all(
      servers.slice(0, MOST_SERVERS).map((server) => askServer(server, name, apex, by)),
    );
    const seen = told.flat();
    const below = seen
      .map(({ referral }) => referral)
      .find(
        (to) => to !== undefined && to.zone !== apex && isWithin(to.zone, apex) && isWithin(name, to.zone),
      );
    if (below !== undefined && zonesBelow > 0) {
      const delegation = {
        kind: 'delegated',
        apex: below.zone,
        servers: below.servers,
        doubt: undefined,
      } as const;
      return await askServers(name, delegation, by, zonesBelow - 1);
    }
    // Of a name in a zone below, the servers know only whom else to ask: one that answers shows that there is none.
    const found: readonly ZoneServer[] = seen
      .map(({ server }) => server)
      .filter((server) => doubt === undefined || !hasFailed(server.lookUp));
    if (found.length > 0) return { kind: 'found', apex, servers: found };
    return { kind: 'unknown', reason: doubt ?? { kind: 'servers-without-address', apex } };
  }

  return {
    async zoneOf(name, limit) {
      const deadline = Date.now() + timeout;
      const left = () => deadline - Date.now();
      const ask = askInTurn(resolvers, left, limit);
      const by: Askers = {
        ask,
        askAll: (asked) =>
          Promise.all(resolvers.map((resolver) => query(resolver, asked, 'NS', left(), 'resolve', limit))),
        tellAt: (address) => (asked, type) => query({ address, port }, asked, type, left(), 'tell', limit),
        addressOf: (server) => addressOf(server, ask),
      };
      const registrable = registeredName(name);
      // The parent's servers may be silent: then there is time left for another way.
      const hasty: Askers = {
        ...by,
        tellAt: (address) => (asked, type) =>
          query({ address, port }, asked, type, left() / PARENTS_SHARE, 'tell', limit),
      };
      const delegation =
        (await delegationByParent(registrable, hasty)) ??
        (await delegationByResolvers(name, registrable, by));
      return delegation.kind === 'delegated' ? await askServers(name, delegation, by) : delegation;
    },
  };
}

/** Of the time that is left, the part that one server of the parent gets. */
const PARENTS_SHARE = 4;

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
