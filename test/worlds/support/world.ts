import { jest } from '@jest/globals';
import { createClosteClient } from '../../../shared/closte/client.ts';
import { createClosteList } from '../../../shared/closte/list.ts';
import { type Context, createContext } from '../../../shared/setup/context.ts';
import { createWordPressClient } from '../../../shared/wordpress/client.ts';
import { NETWORK } from '../../wordpress/support/wordpress.ts';
import { type Asked, type Bridge, createBridge, createReportWatch, type Report } from './bridge.ts';
import { type ClosteDouble, createCloste } from './closte.ts';
import { createInternet, type InternetFaults } from './internet.ts';
import { type DomainRecord, needsAlias, type Seen, type Wishes, wishesOf } from './oracle.ts';
import { createQueue, type QueueDouble } from './queue.ts';
import type { Random } from './random.ts';
import { API_KEY, type Installation, type Stage } from './stage.ts';
import type { Answered, Sent } from './workers.ts';

const FOREVER = 120_000;
const START = Date.parse('2026-01-05T09:00:00Z');
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The network that may come to the first one. */
const SECOND_NETWORK = 'second.test';

/** One installation of WordPress, Closte, the queue and the functions under one clock. */
export interface World {
  readonly closte: ClosteDouble;
  readonly queue: QueueDouble;
  readonly bridge: Bridge;
  readonly internet: InternetFaults;
  /** What went wrong so far. */
  readonly faults: string[];
  installation: Installation;
  /** Whether WordPress reaches itself, and so sends at once what it has to say. */
  hasLoopback: boolean;
  isQueuePaused: boolean;
  /** Whether WordPress reaches the functions. */
  areFunctionsThere: boolean;
  /** Whether nobody may hear from WordPress: a copy of the network is being used. */
  isSilent: boolean;
  now(): Date;
  /** From now on it is so many seconds later. */
  advance(seconds: number): void;
  /** A request to WordPress, and what it sends right after it. */
  php<Result = unknown>(code: string, args?: object): Promise<Result>;
  look(): Promise<Seen>;
  /** Delivers what is due, each task as often as `copies` says. */
  deliver(copies?: () => number): Promise<void>;
  /** One task more, whenever it was due. */
  deliverAgain(payload: object): Promise<void>;
  /** An event that was sent once comes again. */
  sendAgain(): Promise<void>;
  reconcile(): Promise<string>;
  /** What runs in WordPress by itself: WP-Cron. */
  cron(): Promise<void>;
}

/** @param www what Ultimate Multisite's setting says: for which domains www. is mapped with them */
export async function begin(stage: Stage, random: Random, www: string): Promise<World> {
  let time = START;
  const now = () => new Date(time);
  const faults: string[] = [];
  const sentEvents: Sent[] = [];
  const watchReport = createReportWatch();
  let records: readonly DomainRecord[] = [];
  let wantsToSend = false;

  async function look(): Promise<Seen> {
    const seen = await stage.workers.plugin.look<Seen>();
    if (seen.records !== null) records = seen.records;
    return seen;
  }

  async function wishes(): Promise<Wishes> {
    const before = records;
    return wishesOf(await look(), before);
  }

  const run = <Result>(code: string, args: object = {}) =>
    stage.workers[world.installation].php<Result>(now(), code, args);

  /** What WordPress sends: an event to a function, or a call to itself. */
  async function sent(request: Sent): Promise<Answered> {
    const { url, method, headers, body } = request;
    const name = functionIn(url);
    if (name === undefined) {
      wantsToSend = url.includes('/send');
      return { status: 202, body: '' };
    }
    if (world.isSilent) faults.push(`the copy sends ${name} ${body}`);
    if (method === 'POST' && world.installation === 'plugin') await judgeEvent(name, body);
    if (!world.areFunctionsThere) return { error: 'cURL error 7: Failed to connect' };
    sentEvents.push(request);
    return await stage.post(name, headers, body);
  }

  async function judgeEvent(name: string, body: string): Promise<void> {
    const { domain } = JSON.parse(body) as { domain: string };
    const { wanted, allowed } = await wishes();
    if (name === 'map' && !allowed.has(domain))
      faults.push(`${domain} is said to be mapped: nobody wants it`);
    if (name === 'unmap' && wanted.has(domain))
      faults.push(`${domain} is said to be removed: the network wants it`);
  }

  /** A request of the functions to a route of the plugin. */
  async function askWordPress(asked: Asked): Promise<{ readonly status: number; readonly body: string }> {
    const answer = () =>
      run<{ readonly status: number; readonly body: string }>(
        'return worker_rest( $args["route"], $args["headers"], $args["body"] );',
        asked,
      );
    if (!asked.route.endsWith('/stage') || world.installation !== 'plugin') return await answer();
    const report = JSON.parse(asked.body) as Report;
    const rowOf = async () => (await look()).rows?.find(({ domain }) => domain === report.domain);
    const before = await rowOf();
    const said = await answer();
    const fault = watchReport(report, said.status, before, await rowOf());
    if (fault !== undefined) faults.push(fault);
    return said;
  }

  const closte = createCloste(NETWORK, async (domain) => {
    const known = records;
    const seen = await look();
    if (wishesOf(seen, known).wanted.has(domain))
      faults.push(`the alias of ${domain} is removed, and the network wants it`);
    if (!needsAlias(domain, seen)) faults.push(`the alias of ${domain} is removed, which needs none`);
    if (!seen.rows?.some((row) => row.domain === domain))
      faults.push(`the alias of ${domain} is removed, and nobody remembers it`);
  });
  const queue = createQueue(now);
  const bridge = createBridge(askWordPress);

  const world: World = {
    closte,
    queue,
    bridge,
    internet: { dns: new Map(), certificates: new Map() },
    faults,
    installation: 'plugin',
    hasLoopback: true,
    isQueuePaused: false,
    areFunctionsThere: true,
    isSilent: false,
    now,
    look,
    advance(seconds) {
      time += seconds * 1000;
      jest.setSystemTime(time);
    },
    async php<Result>(code: string, args: object = {}) {
      wantsToSend = false;
      const result = await run<Result>(code, args);
      if (wantsToSend && world.hasLoopback && world.installation === 'plugin')
        await run('Closte_Domain_Sync_Sender::run();');
      return result;
    },
    async deliver(copies = () => 1) {
      if (world.isQueuePaused) return;
      for (let task = queue.take(random); task !== undefined; task = queue.take(random)) {
        for (let copy = copies(); copy > 0; copy -= 1) await world.deliverAgain(task.payload);
      }
    },
    async deliverAgain(payload) {
      await stage.post('check', JSON_TYPE, JSON.stringify(payload));
    },
    async sendAgain() {
      const request = random.oneOf(sentEvents.filter(({ method }) => method === 'POST'));
      const name = functionIn(request?.url ?? '');
      if (request !== undefined && name !== undefined) await stage.post(name, request.headers, request.body);
    },
    async reconcile() {
      const answer = await stage.post('reconcile', JSON_TYPE, '{}');
      return 'body' in answer ? answer.body : '';
    },
    cron: () => world.php('worker_cron();'),
  };

  jest.setSystemTime(time);
  stage.enter({
    sent,
    wordpress: (request) => bridge.pass(request),
    closte: (request) => closte.answer(request),
    context: contextOf(stage, world),
    fail: (error) => faults.push(String(error)),
  });
  await stage.workers.plugin.php(now(), 'worker_begin( $args["www"] );', { www });
  return world;
}

/** The function to which an address leads; undefined where it leads elsewhere. */
function functionIn(url: string): string | undefined {
  return /functions\/(\w+)/.exec(url)?.[1];
}

/** The functions as they are deployed, but for the queue and the internet. */
function contextOf({ wordpressUrl, closteUrl }: Stage, { now, queue, internet }: World): Context {
  const made = createContext({
    environment: {
      CLOSTE_CLIENT_API_KEY: API_KEY,
      CLOSTE_API_URL: closteUrl,
      GOOGLE_CLOUD_PROJECT: 'demo',
      CHECK_URL: 'https://check.example.test/check',
      NETWORK_DOMAIN: `${NETWORK},${SECOND_NETWORK}`,
      WORDPRESS_URL: wordpressUrl,
      ALLOW_PRIVATE_ADDRESSES: 'true',
      // The daily checks come at midnight, all of them.
      WATCH_SPREAD: '60',
    },
    now,
    output: { write: () => true },
  });
  if (!made.ok) throw new Error(made.faults.join('; '));
  const { config, redact } = made;
  const { apiUrl, apiKey, webhookSecret } = config;
  // On a busy machine nothing is to time out: a world goes the same way each time.
  const closte = createClosteClient({ apiUrl, apiKey, redact, timeout: FOREVER });
  const outside = {
    closte,
    wordpress: createWordPressClient({ url: wordpressUrl, webhookSecret, redact, timeout: FOREVER }),
    closteList: createClosteList(closte, now),
    queue: queue.queue,
    ...createInternet(now, internet),
  };
  return { ...made, services: { ...made.services, ...outside } };
}
