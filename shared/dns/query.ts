import { randomInt } from 'node:crypto';
import { type Dialect, plainMessage, type Question, type Reply, readReply, withEdns } from './message.ts';
import type { QueryAnswer, QueryFailure, QuestionType, Resolver, Wish } from './question.ts';
import { NO_LIMIT, type QuestionLimit } from './question-limit.ts';
import { readAnswer } from './read-answer.ts';
import { exchangeTcp, exchangeUdp } from './transport.ts';

/** How a question is sent over UDP, time after time. Some firewalls swallow what has an OPT record. */
const TRIES: Readonly<Record<Dialect, readonly Dialect[]>> = {
  edns: ['edns', 'edns', 'plain'],
  plain: ['plain', 'plain', 'plain'],
};

/**
 * Asks one server one question (RFC 1035), over UDP and, if the answer does not fit, over TCP (RFC 7766); of one who
 * does not know EDNS, again without. Node's own resolver is not used: it tells neither the chain of an alias nor a
 * failure from an empty answer, and its time-out is no bound.
 *
 * @param timeout the time for it all, in milliseconds; none, if it is negative
 * @param limit a question that has to be asked again over TCP or without EDNS counts twice; sending it again does not
 */
export async function query(
  resolver: Resolver,
  name: string,
  type: QuestionType,
  timeout: number,
  wish: Wish = 'resolve',
  limit: QuestionLimit = NO_LIMIT,
): Promise<QueryAnswer> {
  const deadline = Date.now() + timeout;
  const exchangeIn = (dialect: Dialect) =>
    exchange(resolver, { id: randomInt(0x10000), name, type, wish }, dialect, deadline, limit);
  const reply = await exchangeIn('edns');
  const answer = reply.kind === 'failed' && reply.mayBeEdns ? await exchangeIn('plain') : reply;
  return answer.kind === 'message' ? readAnswer(answer.packet, wish) : failed(answer.failure);
}

async function exchange(
  resolver: Resolver,
  question: Question,
  dialect: Dialect,
  deadline: number,
  limit: QuestionLimit,
): Promise<Exclude<Reply, { readonly kind: 'truncated' }>> {
  if (!limit.take()) return noReply('not-asked');
  const plain = plainMessage(question);
  const expected = (message: Buffer) => readReply(message, plain);
  const message = { plain, edns: withEdns(plain) };
  const messages = TRIES[dialect].map((each) => message[each]);
  const overUdp = await exchangeUdp(resolver, question.id, messages, expected, deadline - Date.now());
  if (typeof overUdp === 'string') return noReply(overUdp);
  if (overUdp.kind !== 'truncated') return overUdp;
  if (!limit.take()) return noReply('not-asked');
  const overTcp = await exchangeTcp(resolver, message[dialect], expected, deadline - Date.now());
  if (typeof overTcp === 'string') return noReply(overTcp);
  return overTcp.kind === 'truncated' ? noReply('server-failure') : overTcp;
}

function noReply(failure: QueryFailure) {
  return { kind: 'failed', failure, mayBeEdns: false } as const;
}

function failed(failure: QueryFailure): QueryAnswer {
  return { kind: 'failed', failure };
}
