import { createConnection } from 'node:net';
import type { Reply } from './message.ts';
import type { QueryFailure, Resolver } from './question.ts';
import { joinSocket } from './shared-socket.ts';

/** The reply that a message is, if it is one to the very question. */
type Expected = (message: Buffer) => Reply | undefined;

type NoReply = Extract<QueryFailure, 'timeout' | 'unreachable' | 'server-failure'>;

/** Sends messages of one question, which have its id, evenly spread over the time that there is. */
export function exchangeUdp(
  resolver: Resolver,
  id: number,
  messages: readonly Buffer[],
  expected: Expected,
  timeout: number,
): Promise<Reply | NoReply> {
  const { promise, resolve } = Promise.withResolvers<Reply | NoReply>();
  const place = joinSocket(resolver, id, {
    // Whatever is not the answer is passed over: it may be forged, and the true one still on its way.
    hear(message) {
      const reply = expected(message);
      if (reply !== undefined) resolve(reply);
    },
    fail: () => resolve('unreachable'),
  });
  const left = messages.values();
  const send = () => {
    const next = left.next();
    if (next.done) resolve('timeout');
    else place.send(next.value);
  };
  send();
  const again = setInterval(send, Math.max(0, timeout) / messages.length);
  return promise.finally(() => {
    clearInterval(again);
    place.leave();
  });
}

export function exchangeTcp(
  { address, port }: Resolver,
  question: Buffer,
  expected: Expected,
  timeout: number,
): Promise<Reply | NoReply> {
  const { promise, resolve } = Promise.withResolvers<Reply | NoReply>();
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
