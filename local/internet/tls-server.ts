import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { type Listener, listen } from '../listener.ts';
import { readFirstFlight } from './client-hello.ts';
import { recentItems } from './recent.ts';

/** What a client that asked for a name gets. */
export type Served =
  /** A handshake with this key and these certificates, all PEM, the leaf first. */
  | { readonly kind: 'certificate'; readonly key: string; readonly chain: string }
  /** The connection is torn down at the client hello. */
  | { readonly kind: 'reset' }
  /** The fatal alert `unrecognized_name` of RFC 6066, section 3. */
  | { readonly kind: 'alert' };

interface Handshake {
  /** In lower case; undefined if the client asked for none. */
  readonly serverName: string | undefined;
  readonly served: Served['kind'];
}

export interface TlsServerOptions {
  /** What to show for a name. If it throws, the connection is torn down. */
  readonly certificateFor: (serverName: string | undefined) => Served | Promise<Served>;
  /** What is answered to requests; a line of text unless given. */
  readonly site?: RequestListener;
  /** `127.0.0.1` unless given. */
  readonly host?: string;
  /** Any that is free unless given. */
  readonly port?: number;
  /** Real milliseconds before the client hello is answered. */
  readonly latency?: number;
}

interface TlsServer extends Listener {
  /** The newest 10,000 client hellos that were answered, oldest first. */
  handshakes(): readonly Handshake[];
}

const HANDSHAKES_KEPT = 10_000;
/** RFC 8446, sections 5.1 and 6: an alert record; level fatal (2), description unrecognized_name (112). */
const UNRECOGNIZED_NAME = Buffer.from([21, 3, 3, 0, 2, 2, 112]);
const LINE_OF_TEXT: RequestListener = (_, response) => response.end('ok\n');

/**
 * A web server over TLS that decides by the name a client asks for which certificate it shows. It reads the
 * client hello itself, before TLS starts, since Node's own server can neither choose for a client that sends no name
 * nor answer with an alert. No client, whatever it sends and whenever it leaves, brings it down.
 *
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`) if the port cannot be had
 */
export async function startTlsServer(options: TlsServerOptions): Promise<TlsServer> {
  const { certificateFor, site = LINE_OF_TEXT, host = '127.0.0.1', port = 0, latency = 0 } = options;
  // It never listens: what is decrypted is handed to it.
  const web = createHttpServer(site);
  const handshakes = recentItems<Handshake>(HANDSHAKES_KEPT);
  const closing = new AbortController();

  async function answer(socket: Socket, serverName: string | undefined): Promise<void> {
    const served = await certificateFor(serverName);
    if (latency > 0) await delay(latency, undefined, { signal: closing.signal });
    handshakes.add({ serverName, served: served.kind });
    serve(socket, served, web);
  }

  const server = createServer((socket) => {
    onClientHello(socket, (serverName) => {
      answer(socket, serverName).catch(() => socket.destroy());
    });
  });
  const listener = await listen(server, host, port);
  return {
    host: listener.host,
    port: listener.port,
    handshakes: handshakes.all,
    async close() {
      closing.abort();
      await listener.close();
    },
  };
}

/** Calls back once the client hello is there, and leaves its bytes in the socket for TLS to read. */
function onClientHello(socket: Socket, callback: (serverName: string | undefined) => void): void {
  let received = Buffer.alloc(0);
  function read(chunk: Buffer) {
    received = Buffer.concat([received, chunk]);
    const flight = readFirstFlight(received);
    if (flight.kind === 'incomplete') return;
    socket.off('data', read);
    if (flight.kind === 'not-tls') {
      socket.destroy();
      return;
    }
    socket.pause();
    socket.unshift(received);
    callback(flight.serverName);
  }
  socket.on('data', read);
}

function serve(socket: Socket, served: Served, web: HttpServer): void {
  if (socket.destroyed) return;
  switch (served.kind) {
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'alert':
      socket.end(UNRECOGNIZED_NAME);
      // Reading on lets the socket notice that the client has closed it.
      socket.resume();
      return;
    case 'certificate':
      respondOverTls(socket, contextOf(served), web);
  }
}

type Shown = Extract<Served, { readonly kind: 'certificate' }>;

/** As a web server, it reads what it shows once. */
const contexts = new WeakMap<Shown, SecureContext>();

function contextOf(shown: Shown): SecureContext {
  const context = contexts.get(shown) ?? createSecureContext({ key: shown.key, cert: shown.chain });
  contexts.set(shown, context);
  return context;
}

function respondOverTls(socket: Socket, secureContext: SecureContext, web: HttpServer): void {
  const secure = new TLSSocket(socket, { isServer: true, secureContext });
  secure.on('error', () => socket.destroy());
  secure.on('close', () => socket.destroy());
  web.emit('connection', secure);
}
