import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import * as dnsPacket from 'dns-packet';
import {
  type DnsAnswer,
  type DnsRecord,
  type DnsReply,
  type DnsServer,
  type Forgery,
  startDnsServer,
} from '../../local/internet/dns-server.ts';

/** The DNS servers of one test. */
interface DnsServers {
  start(answer: DnsAnswer): Promise<DnsServer>;
  /**
   * Starts a UDP server for what a resolver would not say.
   *
   * @param reply gives the messages to send back
   * @param port any that is free unless given
   */
  startRaw(
    reply: (query: dnsPacket.DecodedPacket, from: RemoteInfo) => readonly Buffer[],
    port?: number,
  ): Promise<{ readonly port: number }>;
  closeAll(): Promise<void>;
}

export function dnsServers(): DnsServers {
  let open: { close(): Promise<void> }[] = [];
  return {
    async start(answer) {
      const server = await startDnsServer({ answer });
      open.push(server);
      return server;
    },
    async startRaw(reply, port = 0) {
      const socket = createSocket('udp4');
      socket.on('message', (message, from) => {
        for (const bytes of reply(dnsPacket.decode(message), from)) {
          socket.send(bytes, from.port, from.address);
        }
      });
      socket.bind(port, '127.0.0.1');
      await once(socket, 'listening');
      open.push({
        async close() {
          const closed = once(socket, 'close');
          socket.close();
          await closed;
        },
      });
      return { port: socket.address().port };
    },
    async closeAll() {
      await Promise.all(open.map((server) => server.close()));
      open = [];
    },
  };
}

/** A server that has gone: nobody listens at its port. */
export async function unusedDnsServer(): Promise<DnsServer> {
  const server = await startDnsServer({ answer: () => ({ kind: 'silence' }) });
  await server.close();
  return server;
}

/** The response to a query, by default without records. */
export function response(query: dnsPacket.DecodedPacket, more: dnsPacket.Packet = {}): Buffer {
  const id = query.id === undefined ? {} : { id: query.id };
  return dnsPacket.encode({ type: 'response', ...id, questions: query.questions ?? [], ...more });
}

/** A forged reply with these records, and another one after it. */
export function forged(forgery: Forgery, records: readonly DnsRecord[], then: DnsReply): DnsReply {
  return { kind: 'forged', forgery, records, then };
}
