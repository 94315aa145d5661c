import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createConnection } from 'node:net';
import { type Answer, type DecodedPacket, decode, encode, type StringAnswer } from 'dns-packet';

/** A recursive resolver. */
export interface Resolver {
  readonly address: string;
  readonly port: number;
}

export type AddressType = 'A' | 'AAAA';

/** Why a question got no answer that says anything about the name. */
export type QueryFailure = 'timeout' | 'server-failure' | 'refused' | 'unreachable';

export type QueryAnswer =
  | {
      readonly kind: 'answer';
      /** RFC 6604: of a chain of CNAMEs, it speaks of the last name. */
      readonly nameExists: boolean;
      readonly records: readonly AddressRecord[];
      /** The answer is whole: a zone's SOA stands for the records that are not there (RFC 2308, 2.2). */
      readonly noData: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: QueryFailure };

export interface AddressRecord {
  readonly name: string;
  readonly type: AddressType | 'CNAME';
  readonly data: string;
}

/** RFC 9715 and DNS Flag Day 2020: what fits through every path unfragmented. */
const UDP_PAYLOAD_SIZE = 1232;

/** A question over UDP is sent so often, evenly spread over the time that there is. */
const TRIES = 3;

/**
 * Asks one resolver one question (RFC 1035), over UDP and, if the answer does not fit, over TCP (RFC 7766). Node's
 * own resolver is not used: it tells neither the chain of an alias nor a failure from an empty answer, and its
 * time-out is no bound.
 *
 * @param timeout the time for it all, in milliseconds
 */
export async function query(
  resolver: Resolver,
  name: string,
  type: AddressType,
  timeout: number,
): Promise<QueryAnswer> {
  const deadline = Date.now() + timeout;
  // The id and the port of a fresh socket are what a forger would have to guess (RFC 5452).
  const id = randomInt(0x10000);
  const question = encode({
    type: 'query',
    id,
    flags: 0x0100, // recursion desired
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
  const overTcp = await exchangeTcp(resolver, question, expected, deadline - Date.now());
  return typeof overTcp === 'string' ? { kind: 'failed', failure: overTcp } : read(overTcp);
}

/** The packet, if it is the answer to this very question. */
function answerTo(message: Buffer, id: number, name: string, type: AddressType): DecodedPacket | undefined {
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
  return {
    kind: 'answer',
    nameExists: code === 'NOERROR',
    records: (packet.answers ?? []).filter(isAddressRecord).map(({ name, type, data }) => ({
      name: name.toLowerCase(),
      type,
      data: data.toLowerCase(),
    })),
    noData: (packet.authorities ?? []).some((record) => record.type === 'SOA'),
  };
}

function isAddressRecord(record: Answer): record is StringAnswer & { type: AddressRecord['type'] } {
  return record.type === 'A' || record.type === 'AAAA' || record.type === 'CNAME';
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
  const again = setInterval(send, timeout / TRIES);
  const end = setTimeout(resolve, timeout, 'timeout');
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
