import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { registerFunctions } from '../../../functions/register.ts';
import { limitBodies } from '../../../shared/http/body-limit.ts';
import type { Context } from '../../../shared/setup/context.ts';
import { NETWORK, OLD_VERSION, startWordPress, type WordPress } from '../../wordpress/support/wordpress.ts';
import { type Answered, type Sent, startWorkers, type Workers } from './workers.ts';

export const API_KEY = 'a key of the worlds 0123456789';

/** Which plugins a WordPress has: the plugin, the version before it, or neither. */
export type Installation = 'plugin' | 'old' | 'off';

/** What a world is to those who stand outside of it. */
export interface Outside {
  /** What WordPress sends. */
  readonly sent: (sent: Sent) => Promise<Answered>;
  /** What the functions ask of WordPress, and of Closte; undefined is no answer. */
  readonly wordpress: (
    request: IncomingMessage,
  ) => Promise<{ readonly status: number; readonly body: string } | undefined>;
  readonly closte: (request: IncomingMessage) => Promise<string | undefined>;
  readonly context: Context;
  /** Something broke that should never. */
  readonly fail: (error: unknown) => void;
}

/** One WordPress and the functions, which live through one world after the other. */
export interface Stage {
  readonly workers: Readonly<Record<Installation, Workers>>;
  readonly wordpressUrl: string;
  readonly closteUrl: string;
  /** From now on this is what is outside. */
  enter(outside: Outside): void;
  /** Sends a request to a function. */
  post(name: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answered>;
  stop(): Promise<void>;
}

let outside: Outside | undefined;
const world = (): Outside => {
  if (outside === undefined) throw new Error('no world');
  return outside;
};
registerFunctions(() => world().context);

export async function startStage(): Promise<Stage> {
  const wordpress: WordPress = await startWordPress({
    constants: {
      CLOSTE_SYNC_URL: 'http://127.0.0.1:1/functions',
      CLOSTE_CLIENT_API_KEY: API_KEY,
      TEST_LOOPBACK: true,
      TEST_ULTIMATE_MULTISITE: true,
      TEST_REGISTRY: true,
    },
  });
  // Whoever asked hears nothing; the world that was asked fails.
  const tellLater = (error: unknown) => {
    world().fail(error);
    return undefined;
  };
  const mustUse = layOutInstallations(wordpress.folder);
  const workersOf = (installation: Installation) =>
    startWorkers(wordpress.folder, NETWORK, mustUse[installation], (sent) => world().sent(sent));
  const workers = { plugin: workersOf('plugin'), old: workersOf('old'), off: workersOf('off') };

  // WordPress, what the functions ask of it meanwhile, and whoever looks on: none could start where the domain is a copy's.
  await Promise.all(Object.values(workers).map((each) => each.prepare(3)));

  const opened: Server[] = [];
  const functions = new Map<string, Promise<string>>();
  const wordpressUrl = await listen(
    createServer(async (request, response) =>
      end(request, response, await world().wordpress(request).catch(tellLater)),
    ),
    opened,
  );
  const closteUrl = await listen(
    createServer(async (request, response) => {
      const body = await world().closte(request).catch(tellLater);
      end(request, response, body === undefined ? undefined : { status: 200, body });
    }),
    opened,
  );

  return {
    workers,
    wordpressUrl,
    closteUrl,
    enter(entered) {
      outside = entered;
    },
    async post(name, headers, body) {
      const url = functions.get(name) ?? listen(limitBodies(getTestServer(name)), opened);
      functions.set(name, url);
      const response = await fetch(await url, { method: 'POST', headers, body });
      return { status: response.status, body: await response.text() };
    },
    async stop() {
      for (const server of opened) server.close().closeAllConnections();
      await Promise.all(Object.values(workers).map((each) => each.stop()));
      await wordpress.stop();
    },
  };
}

/** A folder of must-use plugins for each installation, with the doubles in all of them. */
function layOutInstallations(site: string): Readonly<Record<Installation, string>> {
  const plugin = join(site, 'wp-content/mu-plugins');
  const off = join(site, 'wp-content/mu-plugins-off');
  const old = join(site, 'wp-content/mu-plugins-old');
  cpSync(plugin, off, { recursive: true });
  rmSync(join(off, 'closte-domain-sync'), { recursive: true });
  rmSync(join(off, 'mu-loader.php'));
  cpSync(off, old, { recursive: true });
  cpSync(OLD_VERSION, join(old, 'closte-domain-sync.php'));
  return { plugin, off, old };
}

function end(
  request: IncomingMessage,
  response: ServerResponse,
  answer: { readonly status: number; readonly body: string } | undefined,
): void {
  if (answer === undefined) request.socket.destroy();
  else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
}

async function listen(server: Server, opened: Server[]): Promise<string> {
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
