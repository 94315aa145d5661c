import { createSocket } from 'node:dgram';
import { createConnection } from 'node:net';
import type { Reply } from './message.ts';
import type { QueryFailure, Resolver } from './question.ts';

/** The reply that a message is, if it is one to the very question. */
type Expected = (message: Buffer) => Reply | undefined;

type NoReply = Extract<QueryFailure, 'timeout' | 'unreachable' | 'server-failure'>;

/**
 * Sends messages of one question, which have its id, evenly spread over the time that there is. Each goes through the
 * same socket, which has a random port of its own: that and the id are what a forger would have to guess (RFC 5452).
 */
export function exchangeUdp(
  { address, port }: Resolver,
  messages: readonly Buffer[],
  expected: Expected,
  timeout: number,
): Promise<Reply | NoReply> {
  const { promise, resolve } = Promise.withResolvers<Reply | NoReply>();
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  const left = [...messages];
  // Whatever is not the answer is passed over: it may be forged, and the true one still on its way.
  socket.on('message', (message) => {
    const reply = expected(message);
    if (reply !== undefined) resolve(reply);
  });
  socket.on('error', () => resolve('unreachable'));
  const send = () => {
    const next = left.shift();
    if (next !== undefined) socket.send(next, (error) => error && resolve('unreachable'));
  };
  socket.connect(port, address, (error?: Error) => (error === undefined ? send() : resolve('unreachable')));
  const again = setInterval(send, Math.max(0, timeout) / messages.length);
  const end = setTimeout(resolve, Math.max(0, timeout), 'timeout');
  return promise.finally(() => {
    clearInterval(again);
    clearTimeout(end);
    socket.close();
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
