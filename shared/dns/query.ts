import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createConnection } from 'node:net';
import {
  type Answer,
  CHECKING_DISABLED,
  type DecodedPacket,
  decode,
  encode,
  RECURSION_DESIRED,
} from 'dns-packet';
import { NO_LIMIT, type QuestionLimit } from './question-limit.ts';

/** A recursive resolver, or a name server of a zone. */
export interface Resolver {
  readonly address: string;
  readonly port: number;
}

/** The types of records that are asked for. */
export type QuestionType = 'A' | 'AAAA' | 'NS' | 'CAA';

type RecordType = QuestionType | 'CNAME';

/**
 * What a server is asked to do.
 *
 * - `resolve`: to find the answer, wherever it is.
 * - `resolve-unchecked`: the same, without the validation of DNSSEC (the CD bit, RFC 4035, 3.2.2).
 * - `tell`: to say what it has itself.
 */
export type Wish = 'resolve' | 'resolve-unchecked' | 'tell';

const FLAGS: Readonly<Record<Wish, number>> = {
  resolve: RECURSION_DESIRED,
  'resolve-unchecked': RECURSION_DESIRED | CHECKING_DISABLED,
  tell: 0,
};

/**
 * Why a question got no answer that says anything about the name. `not-asked`: whoever asks has used up his questions,
 * which says nothing about the server either.
 */
export type QueryFailure = 'timeout' | 'server-failure' | 'refused' | 'unreachable' | 'not-asked';

export type QueryAnswer =
  | {
      readonly kind: 'answer';
      /** RFC 6604: of a chain of CNAMEs, it speaks of the last name. */
      readonly nameExists: boolean;
      readonly records: readonly ResourceRecord[];
      /**
       * For how many seconds a cache may take the records that are not there for missing (RFC 2308, 5). Undefined
       * without the zone's SOA, by which an answer without records shows that it is whole (RFC 2308, 2.2).
       */
      readonly negativeTtl: number | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: QueryFailure };

/** A record, its names in lower case, its TTL in seconds. */
export type ResourceRecord = {
  readonly [T in RecordType]: {
    readonly name: string;
    readonly type: T;
    readonly ttl: number;
    readonly data: T extends 'CAA' ? CaaData : string;
  };
}[RecordType];

export type RecordOf<T extends RecordType> = Extract<ResourceRecord, { readonly type: T }>;

/** The data of a CAA record (RFC 8659, 4.1). */
interface CaaData {
  readonly flags: number;
  /** In lower case. */
  readonly tag: string;
  readonly value: string;
}

/** RFC 9715 and DNS Flag Day 2020: what fits through every path unfragmented. */
const UDP_PAYLOAD_SIZE = 1232;

/** A question over UDP is sent so often, evenly spread over the time that there is. */
const TRIES = 3;

/** RFC 2181, 8: a TTL with the highest bit set counts as zero. */
const LONGEST_TTL = 0x7fffffff;

/**
 * Asks one server one question (RFC 1035), over UDP and, if the answer does not fit, over TCP (RFC 7766). Node's
 * own resolver is not used: it tells neither the chain of an alias nor a failure from an empty answer, and its
 * time-out is no bound.
 *
 * @param timeout the time for it all, in milliseconds; none, if it is negative
 * @param limit a question that has to be asked again over TCP counts twice; sending it again does not
 */
export async function query(
  resolver: Resolver,
  name: string,
  type: QuestionType,
  timeout: number,
  wish: Wish = 'resolve',
  limit: QuestionLimit = NO_LIMIT,
): Promise<QueryAnswer> {
  if (!limit.take()) return NOT_ASKED;
  const deadline = Date.now() + timeout;
  // The id and the port of a fresh socket are what a forger would have to guess (RFC 5452).
  const id = randomInt(0x10000);
  const question = encode({
    type: 'query',
    id,
    flags: FLAGS[wish],
    questions: [{ type, name }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: UDP_PAYLOAD_SIZE,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: [],
      },
    ],
  });
  const expected = (message: Buffer) => answerTo(message, id, name, type);
  const overUdp = await exchangeUdp(resolver, question, expected, timeout);
  if (typeof overUdp === 'string') return { kind: 'failed', failure: overUdp };
  if (!overUdp.flag_tc) return read(overUdp);
  if (!limit.take()) return NOT_ASKED;
  const overTcp = await exchangeTcp(resolver, question, expected, deadline - Date.now());
  return typeof overTcp === 'string' ? { kind: 'failed', failure: overTcp } : read(overTcp);
}

const NOT_ASKED: QueryAnswer = { kind: 'failed', failure: 'not-asked' };

/** The packet, if it is the answer to this very question. */
function answerTo(message: Buffer, id: number, name: string, type: QuestionType): DecodedPacket | undefined {
  try {
    const packet = decode(message);
    const question = packet.questions?.[0];
    const isOurs =
      packet.type === 'response' &&
      packet.id === id &&
      question?.type === type &&
      question.name.toLowerCase() === name;
    return isOurs ? packet : undefined;
  } catch {
    return undefined;
  }
}

function read(packet: DecodedPacket): QueryAnswer {
  const code = (packet as DecodedPacket & { rcode: string }).rcode;
  if (code === 'REFUSED') return { kind: 'failed', failure: 'refused' };
  if (code !== 'NOERROR' && code !== 'NXDOMAIN') return { kind: 'failed', failure: 'server-failure' };
  const answers = packet.answers ?? [];
  const authorities = packet.authorities ?? [];
  const soa = authorities.find((record) => record.type === 'SOA');
  const isEmpty = code === 'NOERROR' && answers.length === 0 && soa === undefined;
  // A referral (RFC 2308, 2.2): the server points to others, since it knows nothing of the name itself.
  if (isEmpty && !packet.flag_aa && authorities.some(({ type }) => type === 'NS')) {
    return { kind: 'failed', failure: 'refused' };
  }
  return {
    kind: 'answer',
    nameExists: code === 'NOERROR',
    records: answers.flatMap(recordsOf),
    negativeTtl: soa && Math.min(seconds(soa.ttl), seconds(soa.data.minimum)),
  };
}

/** The record, if it is of a type that anybody asks for. */
function recordsOf(answer: Answer): ResourceRecord[] {
  const name = answer.name.toLowerCase();
  switch (answer.type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data: answer.data.toLowerCase() }];
    case 'CAA': {
      const { flags = 0, tag, value } = answer.data;
      const data = { flags, tag: tag.toLowerCase(), value };
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data }];
    }
    default:
      return [];
  }
}

function seconds(ttl = 0): number {
  return ttl > LONGEST_TTL ? 0 : ttl;
}

type Expected = (message: Buffer) => DecodedPacket | undefined;

function exchangeUdp(
  { address, port }: Resolver,
  question: Buffer,
  expected: Expected,
  timeout: number,
): Promise<DecodedPacket | QueryFailure> {
  const { promise, resolve } = Promise.withResolvers<DecodedPacket | QueryFailure>();
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  // Whatever is not the answer is passed over: it may be forged, and the true one still on its way.
  socket.on('message', (message) => {
    const packet = expected(message);
    if (packet !== undefined) resolve(packet);
  });
  socket.on('error', () => resolve('unreachable'));
  const send = () => socket.send(question, (error) => error && resolve('unreachable'));
  socket.connect(port, address, (error?: Error) => (error === undefined ? send() : resolve('unreachable')));
  const again = setInterval(send, Math.max(0, timeout) / TRIES);
  const end = setTimeout(resolve, Math.max(0, timeout), 'timeout');
  return promise.finally(() => {
    clearInterval(again);
    clearTimeout(end);
    socket.close();
  });
}

function exchangeTcp(
  { address, port }: Resolver,
  question: Buffer,
  expected: Expected,
  timeout: number,
): Promise<DecodedPacket | QueryFailure> {
  const { promise, resolve } = Promise.withResolvers<DecodedPacket | QueryFailure>();
  const socket = createConnection({ host: address, port });
  let received = Buffer.alloc(0);
  socket.on('connect', () => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(question.length);
    socket.write(Buffer.concat([length, question]));
  });
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
    resolve(expected(received.subarray(2, 2 + received.readUInt16BE(0))) ?? 'server-failure');
  });
  socket.on('error', () => resolve('unreachable'));
  socket.on('close', () => resolve('unreachable'));
  const end = setTimeout(resolve, Math.max(0, timeout), 'timeout');
  return promise.finally(() => {
    clearTimeout(end);
    socket.destroy();
  });
}
