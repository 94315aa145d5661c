import { Socket as UdpSocket } from 'node:dgram';
import { Socket } from 'node:net';

/** Ports of loopback, by the `address port` on the internet that they stand for. */
export type Detours = ReadonlyMap<string, number>;

const LOOPBACK = '127.0.0.1';
/** Of tcpmux (RFC 1078), which nobody serves: whoever connects to it is refused. */
export const REFUSING_PORT = 1;

/**
 * Leads whatever this process sends to an address of the internet to a server on loopback, as a router with network
 * address translation does. The sockets and what goes over them are real; nothing leaves the machine. A port without
 * a detour refuses; to an address without any there is no way.
 *
 * @returns gives the process its own ways back
 */
export function takeDetours(detours: Detours): () => void {
  const { connect: connectTcp } = Socket.prototype;
  const { connect: connectUdp } = UdpSocket.prototype;
  const reached = new Set([...detours.keys()].map((place) => place.split(' ')[0]));
  const detourTo = (address: string, port: number) => ({
    host: LOOPBACK,
    port: detours.get(`${address} ${port}`) ?? REFUSING_PORT,
  });

  function tcp(this: Socket, ...args: unknown[]): Socket {
    // Node's own callers hand over what they were given as one list.
    const [options = {}] = args.flat() as { host?: string; port?: number }[];
    const { host = LOOPBACK, port = 0 } = options;
    if (host !== LOOPBACK) Object.assign(options, reached.has(host) ? detourTo(host, port) : NO_WAY);
    return Reflect.apply(connectTcp, this, args);
  }

  function udp(this: UdpSocket, port: number, address: string, done: () => void): void {
    const to = detourTo(address, port);
    Reflect.apply(connectUdp, this, [to.port, to.host, done]);
  }

  Socket.prototype.connect = tcp as typeof connectTcp;
  UdpSocket.prototype.connect = udp as typeof connectUdp;
  return () => {
    Socket.prototype.connect = connectTcp;
    UdpSocket.prototype.connect = connectUdp;
  };
}

/** A name whose look-up fails with the code with which connect(2) fails where there is no way. */
const NO_WAY = {
  host: 'no-way.invalid',
  lookup: (_name: string, _options: object, done: (error: Error) => void) =>
    setImmediate(done, Object.assign(new Error('no way'), { code: 'ENETUNREACH' })),
};
