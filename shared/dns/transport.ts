import { createConnection } from 'node:net';
import { noReply, type Reply } from './message.ts';
import type { Resolver } from './question.ts';
import { joinSocket } from './shared-socket.ts';

/** The reply that a message is, if it is one to the very question. */
type Expected = (message: Buffer) => Reply | undefined;

/** Sends messages of one question, which have its id, evenly spread over the time that there is. */
export function exchangeUdp(
  resolver: Resolver,
  id: number,
  messages: readonly Buffer[],
  expected: Expected,
  timeout: number,
): Promise<Reply> {
  return new Promise((resolve) => {
    const end = (reply: Reply) => {
      clearInterval(again);
      socket.leave(id);
      resolve(reply);
    };
    const socket = joinSocket(resolver, id, {
      // Whatever is not the answer is passed over: it may be forged, and the true one still on its way.
      hear(message) {
        const reply = expected(message);
        if (reply !== undefined) end(reply);
      },
      fail: () => end(noReply('unreachable')),
    });
    let sent = 0;
    const send = () => {
      const next = messages[sent];
      sent += 1;
      if (next === undefined) end(noReply('timeout'));
      else socket.send(next);
    };
    const again = setInterval(send, Math.max(0, timeout) / messages.length);
    send();
  });
}

export function exchangeTcp(
  { address, port }: Resolver,
  question: Buffer,
  expected: Expected,
  timeout: number,
): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
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
    resolve(expected(received.subarray(2, 2 + received.readUInt16BE(0))) ?? noReply('server-failure'));
  });
  socket.on('error', () => resolve(noReply('unreachable')));
  socket.on('close', () => resolve(noReply('unreachable')));
  const end = setTimeout(resolve, Math.max(0, timeout), noReply('timeout'));
  return promise.finally(() => {
    clearTimeout(end);
    socket.destroy();
  });
}
