import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ClosteCall {
  readonly method: string | undefined;
  /** Path and query. */
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with a call. */
export type Script = (response: ServerResponse, call: ClosteCall) => void;

export interface ScriptedCloste {
  readonly url: string;
  /** All calls, in their order. */
  readonly calls: ClosteCall[];
  script: Script;
  close(): Promise<void>;
}

/** Answers with a status and a body: JSON of an object, text as it is. */
export function answering(
  body: string | Buffer | object,
  status = 200,
  headers: Record<string, string> = {},
): Script {
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return (response) => response.writeHead(status, headers).end(bytes);
}

/** Adds and removes as one script says, and gives the list as another does. */
export function beside(change: Script, list: Script): Script {
  return (response, call) => (call.method === 'GET' ? list : change)(response, call);
}

/** A list of these elements, and what else the answer says. */
export const listing = (elements: readonly unknown[], more: object = {}): Script =>
  answering({ success: true, domains: elements, ...more });

export const succeeding: Script = answering({ success: true });

export const failing = (error: unknown): Script => answering({ success: false, error });

/** The connection is torn down before anything is answered. */
export const resetting: Script = (response) => response.socket?.resetAndDestroy();

/** The connection is torn down in the middle of the body. */
export const resettingMidway: Script = (response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"success": tr', () => response.socket?.resetAndDestroy());
};

/** Nothing is ever answered. */
export const silent: Script = () => {};

/** The head of the answer comes, and never its body. */
export const silentMidway: Script = (response) => {
  response.writeHead(200).write('{"success": ');
};

/** A body without an end, as fast as the caller takes it. */
export const endless: Script = (response) => {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200).on('drain', more);
  more();
};

/** A server in Closte's place on loopback that does what the test says; success unless told otherwise. */
export async function startCloste(): Promise<ScriptedCloste> {
  const calls: ClosteCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    const call = { method, path, headers, body: Buffer.concat(chunks).toString() };
    calls.push(call);
    closte.script(response, call);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const closte: ScriptedCloste = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/client`,
    calls,
    script: succeeding,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return closte;
}
