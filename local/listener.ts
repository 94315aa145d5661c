import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A TCP server that is up. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts a server and keeps account of its connections, so that closing it leaves none behind.
 *
 * @param port 0 for any that is free
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`) if the port cannot be had
 */
export async function listen(server: Server, host: string, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A peer that goes away in the middle is not this server's failure.
    socket.on('error', () => socket.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    host: address.address,
    port: address.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** A port at which nobody listens: for a server that is told its own, or for a call that finds nobody. */
export async function freePort(): Promise<number> {
  const { port, close } = await listen(createServer(), '127.0.0.1', 0);
  await close();
  return port;
}
