import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { jest } from '@jest/globals';
import { registerFunctions } from '../../../functions/register.ts';
import { createClosteList } from '../../../shared/closte/list.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import { limitBodies } from '../../../shared/http/body-limit.ts';
import { type Context, createContext } from '../../../shared/setup/context.ts';
import { chainOf } from '../../support/chain.ts';
import { NETWORK, startWordPress, type WordPress } from '../../wordpress/support/wordpress.ts';
import { type ClosteDouble, createCloste } from './closte.ts';
import { createQueue, type QueueDouble, type Task } from './queue.ts';
import { type Answered, type Sent, startWorkers, type Workers } from './workers.ts';

const API_KEY = 'a key of the worlds 0123456789';
const ADDRESS = '93.184.216.34';
const ELSEWHERE = '93.184.215.14';
const START = Date.parse('2026-01-05T09:00:00Z');

/** What stands between the functions and WordPress. */
export type Wall = 'none' | 'unauthorized' | 'holding-page' | 'down';

/** One installation, and the functions, which live through one world after the other. */
export interface Stage {
  readonly workers: Workers;
  /** Everything as at the beginning. */
  begin(removing: (domain: string) => Promise<void>): Promise<World>;
  stop(): Promise<void>;
}

export interface World {
  readonly closte: ClosteDouble;
  readonly queue: QueueDouble;
  readonly php: Workers['php'];
  wall: Wall;
  /** Names that point elsewhere. */
  readonly pointElsewhere: Set<string>;
  isQueuePaused: boolean;
  now(): Date;
  /** From now on it is so many seconds later. */
  advance(seconds: number): void;
  /** Delivers what is due, each task as often as `copies` says. */
  deliver(copies?: () => number): Promise<void>;
  /** One task more, whenever it was due. */
  deliverAgain(task: Task): Promise<void>;
  reconcile(): Promise<void>;
  /** What runs in WordPress by itself: WP-Cron. */
  cron(): Promise<void>;
}

let context: Context | undefined;
registerFunctions(() => {
  if (context === undefined) throw new Error('no world');
  return context;
});

export async function startStage(): Promise<Stage> {
  const wordpress: WordPress = await startWordPress({
    constants: {
      CLOSTE_SYNC_URL: 'http://127.0.0.1:1/functions',
      CLOSTE_CLIENT_API_KEY: API_KEY,
      TEST_LOOPBACK: true,
      TEST_ULTIMATE_MULTISITE: true,
    },
  });
  const servers = new Map<string, Promise<string>>();
  const opened: Server[] = [];
  const urlOf = (name: string): Promise<string> => {
    const known = servers.get(name) ?? listen(limitBodies(getTestServer(name)), opened);
    servers.set(name, known);
    return known;
  };
  let world: World | undefined;
  const workers = startWorkers(wordpress.folder, NETWORK, (sent) => respond(sent));
  const bridge = createServer(async (request, response) => {
    const { status, body } = await askWordPress(workers, world?.wall ?? 'none', request);
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  const wordpressUrl = await listen(bridge, opened);

  /** What WordPress sends: an event to a function, or a call to itself. */
  async function respond({ url, method, headers, body }: Sent): Promise<Answered> {
    if (!url.includes('/functions/')) return { status: 202, body: '' };
    const name = /functions\/(\w+)/.exec(url)?.[1] ?? '';
    const response = await fetch(await urlOf(name), { method, headers, body });
    return { status: response.status, body: await response.text() };
  }

  async function post(name: string, payload: object): Promise<number> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(await urlOf(name), {
      method: 'POST',
      headers,
      body: JSON.stringify(payload),
    });
    await response.text();
    return response.status;
  }

  return {
    workers,
    async begin(removing) {
      let time = START;
      const now = () => new Date(time);
      const setTime = () => {
        jest.setSystemTime(time);
        workers.setTime(now());
      };
      setTime();
      await workers.php('worker_begin();');
      const closte = createCloste(removing);
      const queue = createQueue(now);
      const pointElsewhere = new Set<string>();
      const made = createContext({
        environment: {
          CLOSTE_CLIENT_API_KEY: API_KEY,
          GOOGLE_CLOUD_PROJECT: 'demo',
          CHECK_URL: 'https://check.example.test/check',
          NETWORK_DOMAIN: NETWORK,
          WORDPRESS_URL: wordpressUrl,
          ALLOW_PRIVATE_ADDRESSES: 'true',
        },
        now,
        output: { write: () => true },
      });
      if (!made.ok) throw new Error(made.faults.join('; '));
      const outside = {
        closte: closte.closte,
        closteList: createClosteList(closte.closte, now),
        queue: queue.queue,
        now,
        ...internet(now, pointElsewhere),
      };
      context = { ...made, services: { ...made.services, ...outside } };
      const current: World = {
        closte,
        queue,
        php: workers.php,
        wall: 'none',
        pointElsewhere,
        isQueuePaused: false,
        now,
        advance(seconds) {
          time += seconds * 1000;
          setTime();
        },
        async deliver(copies = () => 1) {
          if (current.isQueuePaused) return;
          for (let task = queue.take(now()); task !== undefined; task = queue.take(now())) {
            for (let copy = copies(); copy > 0; copy -= 1) await post('check', task.payload);
          }
        },
        async deliverAgain(task) {
          await post('check', task.payload);
        },
        async reconcile() {
          await post('reconcile', {});
        },
        cron: () => workers.php('worker_cron();'),
      };
      world = current;
      return current;
    },
    async stop() {
      for (const server of opened) server.close().closeAllConnections();
      await workers.stop();
      await wordpress.stop();
    },
  };
}

async function listen(server: Server, opened: Server[]): Promise<string> {
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A request of the functions to a route of the plugin, or to what stands in its place. Status 0: no answer. */
async function askWordPress(
  workers: Workers,
  wall: Wall,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly body: string }> {
  const body = await text(request);
  switch (wall) {
    case 'down':
      return { status: 0, body: '' };
    case 'unauthorized':
      return { status: 401, body: '{"code":"rest_login_required","message":"No","data":{"status":401}}' };
    case 'holding-page':
      return { status: 200, body: '<h1>Coming soon</h1>' };
    case 'none': {
      const url = new URL(request.url ?? '', 'http://wordpress.test');
      const route = url.searchParams.get('rest_route') ?? url.pathname.replace(/^\/wp-json/, '');
      const { headers } = request;
      return await workers.php('return worker_rest( $args["route"], $args["headers"], $args["body"] );', {
        route,
        headers,
        body,
      });
    }
  }
}

/** Every domain has a good certificate, and points to the network unless it is said to point elsewhere. */
function internet(now: () => Date, pointElsewhere: ReadonlySet<string>) {
  const lookUpOf = (domain: string) =>
    ({
      kind: 'addresses',
      chain: [],
      addresses: [pointElsewhere.has(domain) ? ELSEWHERE : ADDRESS],
      ttl: undefined,
    }) as const;
  return {
    dns: {
      report: async (domain: string, networkDomain: string | undefined) =>
        dnsReport(domain, { networkDomain, addresses: [ADDRESS] }, [
          { resolver: '192.0.2.53', lookUp: lookUpOf(domain) },
        ]),
    },
    certificates: {
      report: async (domain: string) => {
        const certificate = {
          issuer: 'CN=Test',
          notBefore: new Date(0),
          notAfter: new Date(now().getTime() + 90 * 24 * 60 * 60 * 1000),
          names: [domain],
          chain: chainOf(2),
          distrust: undefined,
        };
        return [
          { address: ADDRESS, handshake: { kind: 'certificate' as const, certificate }, problem: undefined },
        ];
      },
    },
  };
}
