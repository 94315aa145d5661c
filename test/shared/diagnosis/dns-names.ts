import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type Answer, AUTHORITATIVE_ANSWER, type CaaData, decode, type RecordType } from 'dns-packet';
import { response } from '../../support/net-dns.ts';

/** What a server is asked. */
export interface Asked {
  readonly name: string;
  readonly type: RecordType;
  /** Whether the server is to find the answer, wherever it is. */
  readonly recursive: boolean;
  /** Whether the server is to validate the answer. */
  readonly checked: boolean;
}

/** What it says: records, with the response code 0 or another one, or nothing at all. */
export type Said =
  | {
      readonly code: number;
      readonly records: readonly Answer[];
      /** Without the SOA by which a zone vouches for what is not there. */
      readonly unvouched?: true;
      /** Whom to ask instead (RFC 1034, 4.3.2): the name servers of a zone, each with its address, if that is told. */
      readonly referral?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
    }
  | 'silence';

export type Sayings = (asked: Asked) => Said;

export const FAILURE: Said = { code: 2, records: [] };
export const REFUSAL: Said = { code: 5, records: [] };
const NO_SUCH_NAME = 3;

/** The seconds that every record lasts, and that an answer without any does. */
export const TTL = 300;
export const NEGATIVE_TTL = 60;

/** The data of records by the name and type that they have, such as `example.test NS`, all in lower case. */
export type Names = Readonly<Record<string, readonly (string | CaaData)[]>>;

/** What a server says that knows these names and no others. It follows the aliases among them. */
export function knowing(names: Names): Sayings {
  return ({ name, type }) => {
    const records: Answer[] = [];
    const add = (owner: string, kind: string) => {
      const data = names[`${owner} ${kind}`] ?? [];
      records.push(...data.map((one) => ({ name: owner, type: kind, ttl: TTL, data: one }) as Answer));
      return data;
    };
    let owner = name;
    for (let [alias] = add(owner, 'CNAME'); typeof alias === 'string'; [alias] = add(owner, 'CNAME')) {
      owner = alias;
    }
    add(owner, type);
    const exists = Object.keys(names).some(
      (key) => key.startsWith(`${owner} `) || key.includes(`.${owner} `),
    );
    return { code: exists ? 0 : NO_SUCH_NAME, records };
  };
}

/** DNS servers of one test, over UDP, which speak of records of every type. */
export function nameServers() {
  let open: Socket[] = [];

  /** @param port any that is free unless given */
  async function start(sayings: Sayings, address = '127.0.0.1', port = 0) {
    const asked: Asked[] = [];
    const socket = createSocket('udp4');
    socket.on('message', (message, from) => {
      const query = decode(message);
      const [question] = query.questions ?? [];
      if (question === undefined) throw new Error('a query without a question');
      const one: Asked = {
        name: question.name.toLowerCase(),
        type: question.type,
        recursive: query.flag_rd,
        checked: !query.flag_cd,
      };
      asked.push(one);
      const said = sayings(one);
      if (said === 'silence') return;
      const { code, records, unvouched = false, referral } = said;
      const saysNothingThere =
        (code === 0 || code === NO_SUCH_NAME) && !records.some(({ type }) => type === one.type);
      const vouched = saysNothingThere && !unvouched ? [SOA] : [];
      const flags = code | (one.recursive || referral !== undefined ? 0 : AUTHORITATIVE_ANSWER);
      const sent =
        referral === undefined
          ? { flags, answers: [...records], authorities: vouched }
          : { flags, ...sectionsOf(referral) };
      socket.send(response(query, sent), from.port, from.address);
    });
    socket.bind(port, address);
    await once(socket, 'listening');
    open.push(socket);
    return { address, port: socket.address().port, asked };
  }

  return {
    start,
    async closeAll() {
      await Promise.all(
        open.map(async (socket) => {
          const closed = once(socket, 'close');
          socket.close();
          await closed;
        }),
      );
      open = [];
    },
  };
}

function sectionsOf(referral: NonNullable<Exclude<Said, 'silence'>['referral']>) {
  const servers = Object.entries(referral).flatMap(([zone, addresses]) =>
    Object.entries(addresses).map(([name, address]) => ({ zone, name, address })),
  );
  return {
    authorities: servers.map(({ zone, name }): Answer => ({ type: 'NS', name: zone, ttl: TTL, data: name })),
    additionals: servers.flatMap(({ name, address }): Answer[] =>
      address === undefined
        ? []
        : [{ type: address.includes(':') ? 'AAAA' : 'A', name, ttl: TTL, data: address }],
    ),
  };
}

const SOA: Answer = {
  type: 'SOA',
  name: 'test',
  ttl: TTL,
  data: {
    mname: 'ns.test',
    rname: 'host.test',
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum: NEGATIVE_TTL,
  },
};
