import { createServer as createHttpServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { IssuedCertificate } from '../../../local/internet/certificate-authority.ts';
import { type Listener, listen } from '../../../local/listener.ts';

export const ADDRESS = '127.0.0.1';
/** For a server that answers: long, so that a busy machine does not fail a test. */
export const PATIENT = 4_000;
/** For a server that never answers. */
export const SHORT = 200;
/** For what must end by itself: a test that waits so long has failed. */
export const ENDLESS = 10 * 60_000;

interface Where {
  readonly host?: string;
  readonly port?: number;
}

export type Behaviour = (socket: Socket) => void;

/** Servers of one test. */
export interface Servers {
  http(handler: RequestListener, where?: Where): Promise<Listener>;
  https(handler: RequestListener, issued: IssuedCertificate): Promise<Listener>;
  tcp(behaviour: Behaviour): Promise<Listener>;
  /** A port that refuses. */
  nobody(): Promise<Listener>;
  close(): Promise<void>;
}

export function createServers(): Servers {
  const open: Listener[] = [];
  async function start(server: Server, { host = ADDRESS, port = 0 }: Where = {}): Promise<Listener> {
    const listener = await listen(server, host, port);
    open.push(listener);
    return listener;
  }
  return {
    http: (handler, where) => start(createHttpServer(handler), where),
    https: (handler, { key, chain }) => start(createHttpsServer({ key, cert: chain }, handler)),
    tcp: (behaviour) => start(createServer(behaviour)),
    async nobody() {
      const listener = await listen(createServer(), ADDRESS, 0);
      await listener.close();
      return listener;
    },
    async close() {
      await Promise.all(open.splice(0).map((listener) => listener.close()));
    },
  };
}

export const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

export const redirecting = (status: number, location: string) => answering(status, { Location: location });

/** Every path leads where this says. */
export const redirectingTo =
  (place: (url: string) => string): RequestListener =>
  ({ url = '' }, response) =>
    response.writeHead(301, { Location: place(url) }).end();

/** The connection is torn down once it has said something. */
export const resetting: Behaviour = (socket) => socket.once('data', () => socket.resetAndDestroy());

export const hangingUp: Behaviour = (socket) => socket.end();

export const silent: Behaviour = (socket) => socket.resume();

/** Says this to whoever has asked for something, and stays connected. */
export const saying =
  (text: string): Behaviour =>
  (socket) =>
    socket.once('data', () => socket.write(text));

/** Says the one, and then the other without an end, as fast as it is taken. */
export const repeating =
  (first: string, then: string): Behaviour =>
  (socket) => {
    socket.once('data', () => {
      socket.write(first);
      flood(socket, then.repeat(100));
    });
  };

/** A body without an end, as fast as it is taken. */
export const endless: RequestListener = (_, response) => {
  flood(response.writeHead(200), 'x'.repeat(1024 * 1024));
};

function flood(to: Socket | ServerResponse, chunk: string): void {
  const more = () => {
    while (!to.destroyed && to.write(chunk));
  };
  to.on('drain', more);
  more();
}
