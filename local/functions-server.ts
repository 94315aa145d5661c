import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { registerFunctions } from '../functions/register.ts';
import { limitBodies } from '../shared/http/body-limit.ts';
import type { Context } from '../shared/setup/context.ts';
import { putOnTop } from './emulated-time.ts';
import { listen } from './listener.ts';

export interface FunctionsServer {
  /** Under it stand the functions, each at its name. */
  readonly url: string;
  close(): Promise<void>;
}

const FUNCTIONS = ['map', 'unmap', 'check', 'reconcile', 'status'];

/** What stands at the same port beside the functions: whatever comes below a path goes to it. */
interface Neighbour {
  readonly path: string;
  readonly handle: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * Serves every function behind one port, by path, each through the functions framework's own pipeline as Google
 * would run it.
 *
 * @param port 0 for any free one
 * @param note a line on top of every page
 * @throws Error if the port is taken
 */
export async function serveFunctions(
  context: () => Context,
  port: number,
  neighbour: Neighbour,
  note?: string,
): Promise<FunctionsServer> {
  registerFunctions(context);
  const byPath = new Map<string, Server>(
    FUNCTIONS.map((name) => [`/${name}`, limitBodies(getTestServer(name))]),
  );

  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const target = byPath.get(path);
    if (note !== undefined) putOnTop(response, note);
    if (target !== undefined) target.emit('request', request, response);
    else if (path.startsWith(`${neighbour.path}/`))
      neighbour.handle(path.slice(neighbour.path.length), request, response).catch(() => response.destroy());
    else
      response
        .writeHead(404)
        .end(`There is no function at ${path}. There are ${[...byPath.keys()].join(', ')}.\n`);
  });
  const { host, port: bound, close } = await listen(server, '127.0.0.1', port);
  return { url: `http://${host}:${bound}`, close };
}
