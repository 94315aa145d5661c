import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type Listener, listen } from '../listener.ts';
import type { ReplyStep } from './dns-message.ts';
import type { Transport } from './dns-reply.ts';

/** The way back to whoever sent a message. */
export interface Channel {
  readonly transport: Transport;
  take(step: ReplyStep): Promise<void>;
}

interface DnsSockets {
  readonly port: number;
  close(): Promise<void>;
}

export const DNS_HOST = '127.0.0.1';

/** The system gives out a free TCP port whose UDP twin may be taken; then another one is asked for. */
const ATTEMPTS_AT_A_FREE_PORT = 20;

/**
 * Opens UDP and TCP at the same port on loopback and passes on each message that arrives.
 *
 * @param port 0 for any that is free
 */
export async function openDnsSockets(
  port: number,
  onMessage: (message: Buffer, channel: Channel) => void,
): Promise<DnsSockets> {
  for (let attempt = 1; ; attempt++) {
    const tcp = createServer((socket) => {
      readFrames(socket, (message) => onMessage(message, tcpChannel(socket)));
    });
    const listener = await listen(tcp, DNS_HOST, port);
    try {
      const udp = await bindUdp(listener.port);
      udp.on('message', (message, client) => onMessage(message, udpChannel(udp, client)));
      return { port: listener.port, close: () => closeBoth(udp, listener) };
    } catch (error) {
      await listener.close();
      if (port !== 0 || attempt === ATTEMPTS_AT_A_FREE_PORT) throw error;
    }
  }
}

async function bindUdp(port: number): Promise<UdpSocket> {
  const udp = createSocket('udp4');
  try {
    udp.bind(port, DNS_HOST);
    await once(udp, 'listening');
    return udp;
  } catch (error) {
    udp.close();
    throw error;
  }
}

async function closeBoth(udp: UdpSocket, listener: Listener): Promise<void> {
  const closed = once(udp, 'close');
  udp.close();
  await Promise.all([closed, listener.close()]);
}

function udpChannel(udp: UdpSocket, client: RemoteInfo): Channel {
  return {
    transport: 'udp',
    async take(step) {
      if (step.kind === 'hang-up') return;
      if (step.from === 'server') return sendUdp(udp, step.bytes, client);
      const stranger = createSocket('udp4');
      await sendUdp(stranger, step.bytes, client).finally(() => stranger.close());
    },
  };
}

function sendUdp(socket: UdpSocket, bytes: Buffer, to: RemoteInfo): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(bytes, to.port, to.address, (error) => (error === null ? resolve() : reject(error)));
  });
}

function tcpChannel(socket: Socket): Channel {
  return {
    transport: 'tcp',
    async take(step) {
      if (step.kind === 'hang-up') socket.destroy();
      else if (step.from === 'server' && socket.writable) socket.write(frame(step.bytes));
    },
  };
}

/** RFC 1035, section 4.2.2: over TCP each message has its length in two bytes in front. */
function frame(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** RFC 7766, section 6.2.1: a client may send several queries on one connection without waiting for a reply. */
function readFrames(socket: Socket, onMessage: (message: Buffer) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2) {
      const end = 2 + received.readUInt16BE(0);
      if (received.length < end) return;
      onMessage(received.subarray(2, end));
      received = received.subarray(end);
    }
  });
}
