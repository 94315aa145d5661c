import { setTimeout as delay } from 'node:timers/promises';
import { type DnsQuery, faultReply, type ReplyStep, readMessage, stepsFor } from './dns-message.ts';
import type { DnsQuestion, DnsReply } from './dns-reply.ts';
import { type Channel, DNS_HOST, openDnsSockets } from './dns-transport.ts';
import { recentItems } from './recent.ts';

export type { DnsQuestion, DnsRecord, DnsReply, Forgery, SoaRecord } from './dns-reply.ts';

export type DnsAnswer = (question: DnsQuestion) => DnsReply | Promise<DnsReply>;

interface DnsServerOptions {
  /** What to say. If it throws, or gives a record that cannot be, the client hears SERVFAIL. */
  readonly answer: DnsAnswer;
  /** Any that is free unless given. */
  readonly port?: number;
  /** Real milliseconds before each reply. */
  readonly latency?: number;
}

export interface DnsServer {
  /** `127.0.0.1:port` */
  readonly address: string;
  readonly port: number;
  /** The newest 10,000 questions, oldest first. */
  queries(): readonly DnsQuestion[];
  close(): Promise<void>;
}

const QUERIES_KEPT = 10_000;

/**
 * A DNS server on loopback, over UDP and TCP at the same port. It speaks as a recursive resolver does (flags, EDNS,
 * truncation), and what it says is up to `answer`. No message, however malformed, brings it down.
 *
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`) if the port cannot be had
 */
export async function startDnsServer({
  answer,
  port = 0,
  latency = 0,
}: DnsServerOptions): Promise<DnsServer> {
  const asked = recentItems<DnsQuestion>(QUERIES_KEPT);

  async function handle(message: Buffer, channel: Channel): Promise<void> {
    const incoming = readMessage(message);
    if (incoming.kind === 'ignored') return;
    if (incoming.kind === 'faulty') {
      await channel.take({ kind: 'send', bytes: faultReply(incoming.id, incoming.rcode), from: 'server' });
      return;
    }
    const name = incoming.question.name.toLowerCase();
    const question = { name, type: incoming.question.type, transport: channel.transport };
    asked.add(question);
    const steps = await replyTo(answer, incoming, question);
    if (latency > 0) await delay(latency, undefined, { ref: false });
    for (const step of steps) await channel.take(step);
  }

  const sockets = await openDnsSockets(port, (message, channel) => {
    // What fails here is a reply to a client that has gone, or that of a server being closed.
    handle(message, channel).catch(() => undefined);
  });
  return {
    address: `${DNS_HOST}:${sockets.port}`,
    port: sockets.port,
    queries: asked.all,
    close: () => sockets.close(),
  };
}

async function replyTo(answer: DnsAnswer, query: DnsQuery, question: DnsQuestion): Promise<ReplyStep[]> {
  try {
    return stepsFor(query, await answer(question), question.transport);
  } catch {
    return stepsFor(query, { kind: 'server-failure' }, question.transport);
  }
}
