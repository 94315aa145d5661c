import { randomInt } from 'node:crypto';
import {
  type Dialect,
  noReply,
  plainMessage,
  type Question,
  type Reply,
  readReply,
  withEdns,
} from './message.ts';
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
export function query(
  resolver: Resolver,
  name: string,
  type: QuestionType,
  timeout: number,
  wish: Wish = 'resolve',
  limit: QuestionLimit = NO_LIMIT,
): Promise<QueryAnswer> {
  const deadline = Date.now() + timeout;
  const askIn = (dialect: Dialect): Promise<QueryAnswer> =>
    exchange(resolver, { id: randomInt(0x10000), name, type, wish }, dialect, deadline, limit).then(
      (reply) => {
        switch (reply.kind) {
          case 'message':
            return readAnswer(reply.packet, wish);
          case 'truncated':
            return failed('server-failure');
          case 'failed':
            return reply.mayBeEdns && dialect === 'edns' ? askIn('plain') : failed(reply.failure);
        }
      },
    );
  return askIn('edns');
}

function exchange(
  resolver: Resolver,
  question: Question,
  dialect: Dialect,
  deadline: number,
  limit: QuestionLimit,
): Promise<Reply> {
  if (!limit.take()) return Promise.resolve(noReply('not-asked'));
  const plain = plainMessage(question);
  const message = { plain, edns: withEdns(plain) };
  const messages = TRIES[dialect].map((each) => message[each]);
  const expected = (received: Buffer) => readReply(received, plain);
  return exchangeUdp(resolver, question.id, messages, expected, deadline - Date.now()).then((reply) => {
    if (reply.kind !== 'truncated') return reply;
    if (!limit.take()) return noReply('not-asked');
    return exchangeTcp(resolver, message[dialect], expected, deadline - Date.now());
  });
}

function failed(failure: QueryFailure): QueryAnswer {
  return { kind: 'failed', failure };
}
