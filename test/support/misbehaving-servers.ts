import { createServer } from 'node:net';
import { type Listener, listen } from '../../local/listener.ts';

const HOST = '127.0.0.1';

/** A port that accepts connections and never sends a byte. */
export function startSilentServer(): Promise<Listener> {
  return listen(
    createServer((socket) => socket.resume()),
    HOST,
    0,
  );
}

/** A plain HTTP server where TLS is expected: it answers whatever comes with a 400. */
export function startPlainServer(): Promise<Listener> {
  const response = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
  return listen(
    createServer((socket) => socket.once('data', () => socket.end(response))),
    HOST,
    0,
  );
}
