import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { runCheck } from '../../../../shared/checking/run-check.ts';
import { createProbes } from '../../../../shared/diagnosis/probes.ts';
import { firstVisit } from '../../../../shared/mapping/state-machine.ts';
import { type Context, createContext } from '../../../../shared/setup/context.ts';
import { statusOf } from '../../../../shared/status/compose.ts';
import { gather } from '../../../../shared/status/gather.ts';
import type { Status } from '../../../../shared/status/status.ts';
import type { ProblemInWords } from '../../../../shared/words/problem.ts';
import { answering, type Script, startCloste } from '../../../support/door-closte.ts';
import { PLAIN_KEY } from '../../../support/door-secrets.ts';
import { domain as nameOf } from '../../../support/net-domain.ts';
import { type Names, nameServers, type Sayings } from '../dns-names.ts';
import { createServers } from '../http-servers.ts';
import { REFUSING_PORT, takeDetours } from './detours.ts';
import {
  type Door,
  days,
  HERE,
  NAME_SERVERS,
  NETWORK,
  network,
  nobody,
  RESOLVERS,
  SHOP,
  showing,
  telling,
  web,
} from './servers.ts';

/** What an address has on port 80 and on port 443. */
interface Host {
  readonly http: Door;
  readonly https: Door;
}

/** A domain, and all that has to do with it. What is left out is in order. */
export interface World {
  readonly domain?: string;
  /** In the DNS, by name and type: `shop.example.test A`. A CNAME to the network unless given. */
  readonly records?: Names;
  /** Each of the three, where they do not say what the records are. */
  readonly resolvers?: readonly Sayings[];
  /** Each of the two of the zone, where they do not say what the records are. */
  readonly nameServers?: readonly Sayings[];
  /** The network's own address. */
  readonly site?: Partial<Host>;
  /** Other addresses; what is left out refuses. */
  readonly hosts?: Readonly<Record<string, Partial<Host>>>;
  /** It has an alias for the domain unless given. */
  readonly closte?: Script;
  /** The last that WordPress was told. */
  readonly stage?: { readonly name: string; readonly since: Date };
  /** When the call to Closte that was not answered was made; now unless given. */
  readonly since?: Date;
  /** Under which name the network has published its Domain Connect templates; nowhere unless given. */
  readonly publishedAs?: string;
  /** For a closer look at what is silent, in milliseconds. */
  readonly patience?: number;
}

type Running = Extract<Context, { readonly ok: true }>;

/** What the status page says of the domain. */
export async function problemsOnPage(world: World): Promise<readonly ProblemInWords[]> {
  return (await statusOfDomain(world)).problems;
}

export function statusOfDomain(world: World): Promise<Status> {
  return inside(world, async ({ services }, name) =>
    statusOf(await gather(services, nameOf(name), [nameOf(NETWORK)])),
  );
}

/** What the log says of the domain after the visit that tells Closte of it. */
export function problemsWhenAdded(world: World): Promise<readonly ProblemInWords[]> {
  return inside(world, async ({ services, log }, name, lines) => {
    const mapping = {
      id: 'msg_1',
      domain: nameOf(name),
      siteId: 2,
      networkDomain: nameOf(NETWORK),
      interval: 300,
      aliased: true,
      mappedAt: services.now(),
    };
    await runCheck(services, log, firstVisit(mapping, 'adding-domain', world.since ?? services.now()));
    const entries = lines.map((line) => JSON.parse(line) as { problems?: readonly ProblemInWords[] });
    return entries.flatMap(({ problems = [] }) => problems);
  });
}

async function inside<T>(
  world: World,
  look: (running: Running, domain: string, lines: readonly string[]) => Promise<T>,
): Promise<T> {
  const { domain = SHOP, stage = { name: 'done', since: days(-7) }, patience } = world;
  const names = nameServers();
  const servers = createServers();
  const closte = await startCloste();
  let goBack = () => {};
  try {
    closte.script = world.closte ?? answering({ success: true, domains: [domain] });
    const wordpress = await servers.http(wordpressWith(domain, stage));
    const lines: string[] = [];
    const context = createContext({
      environment: {
        CLOSTE_CLIENT_API_KEY: PLAIN_KEY,
        CLOSTE_API_URL: closte.url,
        WORDPRESS_URL: `http://${wordpress.host}:${wordpress.port}`,
        DNS_RESOLVERS: RESOLVERS.join(),
        GOOGLE_CLOUD_PROJECT: 'demo',
        CHECK_URL: 'https://check.example.test/check',
        DOMAIN_CONNECT_PROVIDER: world.publishedAs,
        // Nothing that is seen here leads to another visit.
        CLOUD_TASKS_EMULATOR_HOST: `127.0.0.1:${REFUSING_PORT}`,
      },
      now: () => new Date(),
      output: { write: (line: string) => lines.push(line) > 0 },
    });
    if (!context.ok) throw new Error(context.faults.join('; '));
    goBack = takeDetours(await settle(world, names, servers));
    const running = patience === undefined ? context : hasty(context, patience);
    return await look(running, domain, lines).finally(() => context.services.queue.close());
  } finally {
    goBack();
    await Promise.all([names.closeAll(), servers.close(), closte.close()]);
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** WordPress, which wants the domain mapped, and repeats what it is told of it. */
function wordpressWith(domain: string, stage: NonNullable<World['stage']>): RequestListener {
  return async (request, response) => {
    const told = JSON.parse(await text(request)) as { readonly stage?: string };
    const page = { ...pageWith(domain, stage), domain, stage: told.stage };
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(page));
  };
}

/** Its answer about the domain. */
function pageWith(domain: string, { name, since }: NonNullable<World['stage']>): object {
  const row = { domain, site_id: 2, wanted: 'mapped', stage: name, updated_at: since.toISOString() };
  return { domains: [row], next: null };
}

/** Starts the servers of a world, and tells where on this machine they are. */
async function settle(
  world: World,
  names: ReturnType<typeof nameServers>,
  servers: ReturnType<typeof createServers>,
): Promise<Map<string, number>> {
  const { domain = SHOP, records = { [`${domain} CNAME`]: [NETWORK] } } = world;
  const told = telling(records);
  const says = (sayings: readonly Sayings[] | undefined, addresses: readonly string[]) =>
    addresses.map((address, index) => ({ address, sayings: sayings?.[index] ?? sayings?.[0] ?? told }));
  const site: Host = { http: web(network), https: showing({ names: [domain] }), ...world.site };
  const places = new Map<string, number>();
  const tellers = [...says(world.resolvers, RESOLVERS), ...says(world.nameServers, NAME_SERVERS)];
  for (const { address, sayings } of tellers) {
    places.set(`${address} 53`, (await names.start(sayings)).port);
  }
  const hosts: World['hosts'] = { [HERE]: site, ...world.hosts };
  for (const [address, { http = nobody, https = nobody }] of Object.entries(hosts)) {
    places.set(`${address} 80`, (await http(servers)).port);
    places.set(`${address} 443`, (await https(servers)).port);
  }
  return places;
}

/** The same without the patience of a page, for what never answers. */
function hasty(running: Running, patience: number): Running {
  const { config, services } = running;
  const probes = createProbes({ ...config, dnsTimeout: patience, httpTimeout: patience });
  return { ...running, services: { ...services, probes } };
}
