import {
  type Answer,
  CHECKING_DISABLED,
  type DecodedPacket,
  decode,
  encode,
  type OptAnswer,
  RECURSION_DESIRED,
} from 'dns-packet';
import type { QueryFailure, QuestionType, Wish } from './question.ts';

const FLAGS: Readonly<Record<Wish, number>> = {
  resolve: RECURSION_DESIRED,
  'resolve-unchecked': RECURSION_DESIRED | CHECKING_DISABLED,
  tell: 0,
};

/** RFC 9715 and DNS Flag Day 2020: what fits through every path unfragmented. */
const UDP_PAYLOAD_SIZE = 1232;

/** An OPT record of the root (RFC 6891, 6.1.2), as it stands in a message: without options, version 0. */
const OPT = Buffer.from([0, 0, 41, UDP_PAYLOAD_SIZE >> 8, UDP_PAYLOAD_SIZE & 0xff, 0, 0, 0, 0, 0, 0]);

/** Where a message tells how many additional records it has (RFC 1035, 4.1.1). */
const ADDITIONAL_COUNT = 10;

/** With an OPT record (RFC 6891), or without, for those who do not know it. */
export type Dialect = 'edns' | 'plain';

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly type: QuestionType;
  readonly wish: Wish;
}

/** The message of a question, as it is sent to who does not know EDNS. */
export function plainMessage({ id, name, type, wish }: Question): Buffer {
  return encode({ type: 'query', id, flags: FLAGS[wish], questions: [{ type, name }] });
}

/** The same message with an OPT record behind it. */
export function withEdns(plain: Buffer): Buffer {
  const message = Buffer.concat([plain, OPT]);
  message.writeUInt16BE(1, ADDITIONAL_COUNT);
  return message;
}

/** What came back to a question. */
export type Reply =
  /** The answer is longer than what is here. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'failed'; readonly failure: QueryFailure; readonly mayBeEdns: boolean }
  | { readonly kind: 'message'; readonly packet: DecodedPacket };

/** A failure that no message of the server tells. */
export function noReply(failure: QueryFailure): Reply {
  return { kind: 'failed', failure, mayBeEdns: false };
}

const HEADER = 12;
const NOERROR = 0;
const NXDOMAIN = 3;
/** RFC 6891, 6.1.3: no such version of EDNS. */
const BADVERS = 16;

/** RFC 1035, 4.1.1. */
const FAILURES: ReadonlyMap<number, QueryFailure> = new Map([
  [1, 'format-error'],
  [4, 'not-implemented'],
  [5, 'refused'],
]);

/** What servers say that do not know EDNS (RFC 6891, 7). */
const OF_OLD_SERVERS: readonly (QueryFailure | undefined)[] = ['format-error', 'not-implemented'];

/**
 * Reads the header before the body: some servers refuse with a header alone, and a packet that was cut tells in its
 * header that it was. What speaks of the name has to be whole and to repeat the question; whoever forges it has to
 * know the id and the port besides (RFC 5452).
 *
 * | the message | is |
 * | --- | --- |
 * | another id, a question, another question than ours | passed over |
 * | REFUSED, SERVFAIL and the like, with our question or none | a failure |
 * | the TC flag, with our question or none | truncated |
 * | NOERROR or NXDOMAIN with our question, and a body that can be read | a message |
 * | anything else | passed over |
 *
 * @param plain the message of the question without EDNS: its id, and the question itself to its end
 */
export function readReply(message: Buffer, plain: Buffer): Reply | undefined {
  if (message.length < HEADER || message.readUInt16BE(0) !== plain.readUInt16BE(0)) return undefined;
  const flags = message.readUInt16BE(2);
  const isResponseToQuery = (flags & 0xf800) === 0x8000;
  const repeated = repetition(message, plain);
  if (!isResponseToQuery || repeated === 'other') return undefined;
  if ((flags & 0x0200) !== 0) return { kind: 'truncated' };

  const packet = decoded(message);
  const code = (flags & 0xf) | ((optOf(packet)?.extendedRcode ?? 0) << 4);
  if (code === NOERROR || code === NXDOMAIN) {
    return repeated === 'whole' && packet !== undefined ? { kind: 'message', packet } : undefined;
  }
  if (packet !== undefined && isFiltered(packet)) {
    return { kind: 'failed', failure: 'filtered', mayBeEdns: false };
  }
  const failure = FAILURES.get(code) ?? 'server-failure';
  return { kind: 'failed', failure, mayBeEdns: code === BADVERS || OF_OLD_SERVERS.includes(failure) };
}

/** Whether a message repeats the question: whole, in the same letters of either case; not at all, or not to its end. */
function repetition(message: Buffer, plain: Buffer): 'whole' | 'none' | 'other' {
  const count = message.readUInt16BE(4);
  if (count === 0) return 'none';
  // Nearly always letter by letter.
  const isSame = message.length >= plain.length && plain.compare(message, HEADER, plain.length, HEADER) === 0;
  if (count === 1 && isSame) return 'whole';
  const ours = plain.subarray(HEADER).toString('latin1').toLowerCase();
  const theirs = message
    .subarray(HEADER, HEADER + ours.length)
    .toString('latin1')
    .toLowerCase();
  if (count === 1 && theirs === ours) return 'whole';
  return theirs.length < ours.length && ours.startsWith(theirs) ? 'none' : 'other';
}

function decoded(message: Buffer): DecodedPacket | undefined {
  try {
    return decode(message);
  } catch {
    return undefined;
  }
}

function optOf(packet: DecodedPacket | undefined): OptAnswer | undefined {
  return packet?.additionals?.find((record: Answer): record is OptAnswer => record.type === 'OPT');
}

/** The option code of an extended DNS error (RFC 8914, 2). */
const EXTENDED_ERROR = 15;
/** Blocked, Censored, Filtered and Prohibited (RFC 8914, 4.16 to 4.19). */
const FILTERS: readonly number[] = [15, 16, 17, 18];

/** Whether a server says that it withholds the true answer on purpose. */
export function isFiltered(packet: DecodedPacket): boolean {
  const options = (optOf(packet)?.options ?? []) as readonly { code: number; data?: unknown }[];
  return options.some(
    ({ code, data }) =>
      code === EXTENDED_ERROR &&
      Buffer.isBuffer(data) &&
      data.length >= 2 &&
      FILTERS.includes(data.readUInt16BE(0)),
  );
}
