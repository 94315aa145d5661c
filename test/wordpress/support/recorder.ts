import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What an event says. */
export interface EventBody {
  readonly type?: string;
  readonly domain?: string;
  readonly site_id?: number;
  readonly network_domain?: string;
  readonly interval?: number;
}

/** A request that reached the place where the functions are. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  /** Whether the `standardwebhooks` package finds the signature of the body good; of a GET, of its query. */
  readonly verified: boolean;
  /** Empty where the request has none. */
  readonly body: EventBody;
}

/** How the recorder answers: as the functions do, or not. */
export type Behaviour = 'works' | 'hangs' | Answer;

export interface Answer {
  readonly status: number;
  readonly body?: object | string;
  readonly headers?: Record<string, string>;
}

/** Stands where the functions would be, writes down what arrives, and verifies each signature. */
export interface Recorder {
  readonly url: string;
  readonly received: Received[];
  behaves(behaviour: Behaviour | ((request: Received) => Behaviour)): void;
  /** Waits for the next request that has not been waited for. */
  next(): Promise<Received>;
  /** Nothing listens at the address any more. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Lets those go that wait in `hangs`. */
  release(): void;
  reset(): void;
}

export async function startRecorder(secret: string): Promise<Recorder> {
  let received: Received[] = [];
  let behaviour: Behaviour | ((request: Received) => Behaviour) = 'works';
  let waited = 0;
  let wake: (() => void)[] = [];
  let hanging: { response: ServerResponse; request: Received }[] = [];

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = record(
        incoming.method ?? '',
        incoming.url ?? '',
        incoming.headers,
        Buffer.concat(chunks),
      );
      received.push(request);
      for (const resolve of wake) resolve();
      wake = [];
      const how = typeof behaviour === 'function' ? behaviour(request) : behaviour;
      if (how === 'hangs') hanging.push({ response, request });
      else answer(response, request, how);
    });
  });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  function record(method: string, path: string, headers: IncomingHttpHeaders, raw: Buffer): Received {
    const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      String(headers[name] ?? ''),
    );
    const webhook = { id: id ?? '', timestamp: timestamp ?? '', signature: signature ?? '' };
    const signed = method === 'GET' ? (path.split('?')[1] ?? '') : raw;
    let verified = true;
    try {
      new Webhook(secret).verify(signed, headers as Record<string, string>, { jsonParse: false });
    } catch {
      verified = false;
    }
    const body = raw.length === 0 ? {} : JSON.parse(raw.toString('utf8'));
    return { method, path, headers, ...webhook, verified, body };
  }

  async function listen(on: number): Promise<void> {
    server.listen(on, '127.0.0.1');
    await once(server, 'listening');
  }

  return {
    url: `http://127.0.0.1:${port}/functions`,
    get received() {
      return received;
    },
    behaves(how) {
      behaviour = how;
    },
    async next() {
      while (received.length <= waited) await new Promise<void>((resolve) => wake.push(resolve));
      const request = received[waited++];
      if (request === undefined) throw new Error('the recorder lost a request');
      return request;
    },
    async goDown() {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
    async comeBack() {
      if (!server.listening) await listen(port);
    },
    release() {
      for (const { response, request } of hanging) answer(response, request, 'works');
      hanging = [];
    },
    reset() {
      received = [];
      waited = 0;
      hanging = [];
      behaviour = 'works';
    },
  };
}

function answer(response: ServerResponse, request: Received, how: Exclude<Behaviour, 'hangs'>): void {
  const { status, body = {}, headers = {} } = how === 'works' ? asFunctionsDo(request) : how;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
}

/** What `status` says of itself when all is well. */
export const READY = {
  ready: true,
  checks: [
    { check: 'closte-key', state: 'good', title: 'Closte accepts the key', remedy: null },
    { check: 'queue', state: 'good', title: 'The queue can be used', remedy: null },
    { check: 'wordpress', state: 'off', title: 'WORDPRESS_URL is not set', remedy: null },
    { check: 'resolvers', state: 'good', title: '3 of 3 resolvers answer', remedy: null },
    { check: 'network', state: 'good', title: 'network.test has an address', remedy: null },
  ],
};

/** The answers of `map` and `unmap` to an event, and of `status` to whoever asks about no domain. */
function asFunctionsDo({ method, path, id, verified, body: { domain, site_id } }: Received): Answer {
  if (!verified)
    return { status: 401, body: { code: 'unauthorized', detail: 'the signature does not match' } };
  if (method === 'GET' && path.endsWith('/status')) return { status: 200, body: READY };
  const common = { mapping_id: id, domain, site_id };
  if (path.endsWith('/unmap')) return { status: 200, body: { ...common, closte: 'removed' } };
  const next = { stage: 'checking-dns', visit: 1 };
  return { status: 202, body: { ...common, closte: 'added', next } };
}
