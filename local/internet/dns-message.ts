import { isIPv4, isIPv6 } from 'node:net';
import * as dnsPacket from 'dns-packet';
import type { DnsRecord, DnsReply, Forgery, SoaRecord, Transport } from './dns-reply.ts';

/** One thing that a server does to reply. A message from a stranger comes from another port than the server's. */
export type ReplyStep =
  | { readonly kind: 'send'; readonly bytes: Buffer; readonly from: 'server' | 'stranger' }
  | { readonly kind: 'hang-up' };

export interface DnsQuery {
  readonly kind: 'query';
  readonly id: number;
  readonly recursionDesired: boolean;
  /** As the client spelled it. */
  readonly question: dnsPacket.Question;
  /** The bytes that the client takes over UDP. */
  readonly udpLimit: number;
  readonly hasEdns: boolean;
}

type IncomingMessage =
  | DnsQuery
  /** A response, or too short to have a header: answering it could start an endless exchange. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'faulty'; readonly id: number; readonly rcode: number };

/** Response codes of RFC 1035, section 4.1.1. */
const NOERROR = 0;
const FORMERR = 1;
const SERVFAIL = 2;
const NXDOMAIN = 3;
const NOTIMP = 4;
const REFUSED = 5;

/** RFC 1035, section 4.2.1: a UDP message without EDNS. */
const PLAIN_UDP_LIMIT = 512;
/** The size that DNS Flag Day 2020 recommends. */
const OWN_UDP_LIMIT = 1232;
/** In seconds. Short, since the records of the stories change within minutes. */
const TIME_TO_LIVE = 60;

/** Reads what came over the wire. Never throws. */
export function readMessage(message: Buffer): IncomingMessage {
  if (message.length < 12) return { kind: 'ignored' };
  const id = message.readUInt16BE(0);
  const flags = message.readUInt16BE(2);
  if ((flags & 0x8000) !== 0) return { kind: 'ignored' };
  if ((flags & 0x7800) !== 0) return { kind: 'faulty', id, rcode: NOTIMP };
  try {
    const packet = dnsPacket.decode(message);
    const [question, ...others] = packet.questions ?? [];
    // RFC 9619: a query has exactly one question.
    if (question === undefined || others.length > 0) return { kind: 'faulty', id, rcode: FORMERR };
    const edns = packet.additionals?.find((record) => record.type === 'OPT');
    return {
      kind: 'query',
      id,
      recursionDesired: packet.flag_rd,
      question,
      udpLimit: Math.max(PLAIN_UDP_LIMIT, edns?.udpPayloadSize ?? 0),
      hasEdns: edns !== undefined,
    };
  } catch {
    return { kind: 'faulty', id, rcode: FORMERR };
  }
}

/** The reply to a query that cannot be read: a header alone, as its question cannot be repeated. */
export function faultReply(id: number, rcode: number): Buffer {
  return dnsPacket.encode({ type: 'response', id, flags: dnsPacket.RECURSION_AVAILABLE | rcode });
}

/**
 * How a reply is given, step by step.
 *
 * @throws Error if a record cannot be encoded, such as an A record whose data is no IPv4 address
 */
export function stepsFor(query: DnsQuery, reply: DnsReply, transport: Transport): ReplyStep[] {
  const own = (bytes: Buffer): ReplyStep[] => [{ kind: 'send', bytes, from: 'server' }];
  switch (reply.kind) {
    case 'records':
      return own(fitting(query, transport, { rcode: NOERROR, records: reply.records, soa: reply.soa }));
    case 'name-error':
      return own(fitting(query, transport, nameError(reply)));
    case 'server-failure':
      return own(encode(query, { rcode: SERVFAIL }));
    case 'refused':
      return own(encode(query, { rcode: REFUSED }));
    case 'truncated':
      return own(
        transport === 'udp' ? encode(query, { truncated: true }) : encode(query, { records: reply.records }),
      );
    case 'garbage':
      return own(Buffer.from(reply.bytes));
    case 'silence':
      return [];
    case 'hang-up':
      return [{ kind: 'hang-up' }];
    case 'forged':
      return [forged(query, reply.forgery, reply.records), ...stepsFor(query, reply.then, transport)];
  }
}

interface Content {
  readonly rcode?: number;
  readonly records?: readonly DnsRecord[];
  /** RFC 2308, section 3: goes with an answer that says that something is not there. */
  readonly soa?: SoaRecord | undefined;
  readonly truncated?: boolean;
}

/** RFC 2308, section 2.1: a resolver passes on the SOA by which the zone, here the root, vouches for it. */
function nameError({
  chain = [],
  soa = ROOT_SOA,
}: Extract<DnsReply, { readonly kind: 'name-error' }>): Content {
  return { rcode: NXDOMAIN, records: chain, soa: soa === 'none' ? undefined : soa };
}

const ROOT_SOA: SoaRecord = {
  name: '.',
  type: 'SOA',
  data: {
    mname: 'ns.root.test',
    rname: 'hostmaster.root.test',
    serial: 1,
    refresh: TIME_TO_LIVE,
    retry: TIME_TO_LIVE,
    expire: TIME_TO_LIVE,
    minimum: TIME_TO_LIVE,
  },
};

function fitting(query: DnsQuery, transport: Transport, content: Content): Buffer {
  const message = encode(query, content);
  const tooLong = transport === 'udp' && message.length > query.udpLimit;
  return tooLong ? encode(query, { rcode: content.rcode ?? NOERROR, truncated: true }) : message;
}

function forged(query: DnsQuery, forgery: Forgery, records: readonly DnsRecord[]): ReplyStep {
  switch (forgery) {
    case 'other-id':
      return { kind: 'send', bytes: encode({ ...query, id: query.id ^ 1 }, { records }), from: 'server' };
    case 'other-question': {
      const question = { ...query.question, name: 'another.question.test' };
      return { kind: 'send', bytes: encode({ ...query, question }, { records }), from: 'server' };
    }
    case 'other-source':
      return { kind: 'send', bytes: encode(query, { records }), from: 'stranger' };
    case 'not-a-response': {
      const bytes = encode(query, { records });
      bytes.writeUInt16BE(bytes.readUInt16BE(2) & 0x7fff, 2);
      return { kind: 'send', bytes, from: 'server' };
    }
  }
}

function encode(query: DnsQuery, { rcode = NOERROR, records = [], soa, truncated = false }: Content): Buffer {
  const asked = query.question.name;
  return dnsPacket.encode({
    type: 'response',
    id: query.id,
    flags:
      rcode |
      dnsPacket.RECURSION_AVAILABLE |
      (query.recursionDesired ? dnsPacket.RECURSION_DESIRED : 0) |
      (truncated ? dnsPacket.TRUNCATED_RESPONSE : 0),
    questions: [query.question],
    answers: records.map(checked).map((record) => ({
      ...record,
      // A server that compresses names refers back to the question, and so repeats its spelling.
      name: record.name.toLowerCase() === asked.toLowerCase() ? asked : record.name,
      ttl: TIME_TO_LIVE,
    })),
    authorities: soa ? [{ ...soa, ttl: TIME_TO_LIVE }] : [],
    // RFC 6891, section 6.1.1: a query with an OPT record is answered with one.
    additionals: query.hasEdns ? [OWN_EDNS] : [],
  });
}

/** The codec encodes any text as some address, so that a slip of whoever wrote the answers would pass unseen. */
function checked(record: DnsRecord): DnsRecord {
  if (record.type === 'CAA' || record.type === 'SOA') return record;
  const { type, data } = record;
  const isValid = type === 'A' ? isIPv4(data) : type === 'AAAA' ? isIPv6(data) : data !== '';
  if (!isValid) throw new TypeError(`${type} record with the data "${data}"`);
  return record;
}

const OWN_EDNS: dnsPacket.OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: OWN_UDP_LIMIT,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};
