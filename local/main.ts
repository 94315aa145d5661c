import { styleText } from 'node:util';
import { parseDomainName } from '../shared/domain/name.ts';
import { derivedSecret } from '../shared/http/webhook-secret.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { LONGEST_LIFE, makeLink, queryOf, type StatusLink } from '../shared/status/link.ts';
import { readArguments } from './arguments.ts';
import { fastClock } from './clock.ts';
import { say } from './command.ts';
import { LOCAL_API_KEY, LOCAL_NETWORK_DOMAIN, LOCAL_PORT } from './defaults.ts';
import { endWithReader, statusOf } from './ending.ts';
import { createFollower, type Follower, mendingFollower } from './follower.ts';
import { type Entry, entryInWords, isForEverybody, readEntry } from './journal.ts';
import { startScheduler } from './scheduler.ts';
import type { Stack } from './stack.ts';

const HELP = `npm start -- [domain …] [options]

Runs the whole of Closte Domain Sync on this machine, maps the domains and follows them. Without any
it maps shop.example.test, and then tells how a lost alias is found again. Needs no account and no network.

  --once         end when every domain has come to its end: exit 0 if all are done, 1 if not
  --speed N      emulated seconds in a second (60; with --live 1; above 600 only for domains that are
                 named, with --once)
  --json         print the log entries as Cloud Logging would get them
  --live         real resolvers and port 443 instead of the small internet; set NETWORK_DOMAIN
                 or NETWORK_ADDRESSES to what the domains should point to. Closte stays the emulator
  --port N       where the functions listen (${LOCAL_PORT}; with --once any free port; 0 for any)

In the small internet the first label of a domain may choose its story (or never-2, slow-shop …):
  never, elsewhere, stray-ipv6      its DNS never comes right
  slow                              its DNS comes right after 20 hours
  no-certificate, caa               it gets no certificate; with caa since a CAA record forbids it
  proxied                           comes right by way of a proxy
Any other comes right:
  npm start -- shop.example.test never.example.test --once --speed 20000
`;

/** The domain that is mapped unless others are named. */
const STORY = 'shop.example.test';

const SOMEBODY_REMOVES_IT = `
Now somebody removes its alias by hand, in Closte's dashboard. Nobody tells the functions. But every
15 minutes WordPress and Closte are compared:

`;

/** Seconds: as it is deployed. */
const RECONCILE_EVERY = 15 * 60;

/** Beyond it a look at a domain takes longer than the certificates of the small internet are valid. */
const FASTEST = 100_000;

/**
 * Reconciliation leaves alone for 5 minutes what has just changed: its event is on its way. Above this speed these are less
 * than half a second here, in which an event may not have come to its end.
 */
const FASTEST_COMPARED = 600;

const SEVERITY_STYLE = { WARNING: 'yellow', ERROR: 'red', NOTICE: 'green' } as const;

async function main(): Promise<number> {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      once: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      speed: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(HELP);
  const speed = Number(values.speed ?? (values.live ? 1 : 60));
  const port = Number(values.port ?? (values.once ? 0 : LOCAL_PORT));
  if (!(speed > 0 && speed <= FASTEST))
    throw new Error(`--speed ${values.speed}: give a number above 0, up to ${FASTEST}`);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port}: give a port, or 0 for any free one`);
  // Who follows domains that he names to their end, mostly at high speed, has nothing that could have been lost.
  const isCompared = positionals.length === 0 || !values.once;
  if (isCompared && speed > FASTEST_COMPARED)
    throw new Error(
      `--speed ${values.speed}: name domains and give --once with it, or a number up to ${FASTEST_COMPARED}`,
    );
  const domains = positionals.length > 0 ? positionals : [STORY];

  // Half a second, which nobody waits for who only asks for help, or is told what is wrong.
  const { startStack } = await import('./stack.ts');
  const clock = fastClock(speed);
  let start = clock.now();
  let isOver = false;
  const tell = values.json ? () => 0 : say;
  const follower = createFollower(domains.length);
  const mending = mendingFollower();
  const stack = await startStack({
    clock,
    port,
    internet: !values.live,
    note:
      speed === 1
        ? undefined
        : `npm start: the time on this page is emulated, ${speed} times as fast as real time.`,
    environment: values.live ? targetFrom(processEnvironment()) : {},
    output: {
      write(line: string) {
        // What is broken off at the end has nothing to say any more.
        if (isOver) return true;
        const entry = readEntry(line);
        if (values.json) process.stdout.write(line);
        else if (entry !== undefined && isForEverybody(entry))
          say(`${coloured(entry, entryInWords(entry, start))}\n`);
        if (entry !== undefined) for (const watcher of [follower, mending]) watcher.see(entry);
        return true;
      },
    },
  });
  start = clock.now();
  const scheduler = isCompared && startScheduler(clock, RECONCILE_EVERY, `${stack.url}/reconcile`);
  const stopped = new Promise<number>((resolve) => {
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(statusOf(signal)));
  });

  tell(`Closte Domain Sync on ${stack.url}, at ${speed} times the speed of real time.\n\n`);
  for (const domain of domains) {
    if (!(await map(stack, domain, follower))) tell(`${domain} was not taken.\n`);
  }
  const orStopped = <T>(event: Promise<T>) => Promise.race([event, stopped]);
  let outcome = await orStopped(follower.finished);
  if (positionals.length === 0 && outcome === 'all done') {
    tell(SOMEBODY_REMOVES_IT);
    stack.closte.setAlias(STORY, false);
    outcome = await orStopped(mending.finished);
  }
  if (typeof outcome === 'string' && !values.once) {
    tell(howToGoOn(stack, domains.find((domain) => parseDomainName(domain).ok) ?? STORY));
    await stopped;
  }
  isOver = true;
  if (scheduler) scheduler.stop();
  await stack.close();
  // To be ended so is how it ends without --once.
  if (!values.once) return 0;
  if (typeof outcome === 'number') return outcome;
  return outcome === 'all done' ? 0 : 1;
}

/** Sends the event. One that is refused has come to its end. */
async function map(stack: Stack, domain: string, follower: Follower): Promise<boolean> {
  const response = await stack.send({ action: 'map', domain, siteId: 2 });
  const body = (await response.json()) as { mapping_id?: string };
  if (response.ok && body.mapping_id !== undefined) follower.follow(body.mapping_id);
  else follower.giveUp();
  return response.ok;
}

/** What the world outside says of the network; all else is the stack's own. */
function targetFrom(environment: ReturnType<typeof processEnvironment>) {
  const { NETWORK_DOMAIN, NETWORK_ADDRESSES, DNS_RESOLVERS } = environment;
  if (NETWORK_DOMAIN === undefined && NETWORK_ADDRESSES === undefined) {
    throw new Error('--live needs to know the network: set NETWORK_DOMAIN or NETWORK_ADDRESSES');
  }
  return { NETWORK_DOMAIN: NETWORK_DOMAIN ?? '', NETWORK_ADDRESSES, DNS_RESOLVERS };
}

function howToGoOn({ url, wordpressUrl }: Stack, domain: string): string {
  const isDefault = url.endsWith(`:${LOCAL_PORT}`);
  const where = isDefault ? '' : ` --url ${wordpressUrl}`;
  return `
It stays up. In another terminal:
  npm run send -- map www.example.test${where}
  npm run send -- map '*.wild.test'${where}
  npm run send -- map blog.${LOCAL_NETWORK_DOMAIN}${where}      a site under the network's own domain
  npm run send -- unmap ${quoted(domain)}${where}
  npm run reconcile${isDefault ? '' : ` -- --url ${url}`}
  npm run status -- ${quoted(domain)}${isDefault ? '' : ` --url ${url}/status`}
Its page, for a browser:
  ${url}/status?${queryOf(pageLink(domain))}
Ctrl-C ends it.
`;
}

/** For a shell: it would take a * for names of files. */
function quoted(domain: string): string {
  return /[^\w.-]/.test(domain) ? `'${domain}'` : domain;
}

/** As the plugin makes them; its time is real time. */
function pageLink(domain: string): StatusLink {
  const parsed = parseDomainName(domain);
  if (!parsed.ok) throw new Error(`${domain} ${parsed.reason}`);
  return makeLink(derivedSecret(LOCAL_API_KEY), parsed.domain, new Date(), LONGEST_LIFE);
}

function coloured({ severity }: Entry, text: string): string {
  const style = SEVERITY_STYLE[severity as keyof typeof SEVERITY_STYLE];
  return style === undefined ? text : styleText(style, text);
}

endWithReader();
try {
  process.exitCode = await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const taken = 'Another npm start may be up: end it with Ctrl-C there, or choose another port with --port.';
  process.stderr.write(code === 'EADDRINUSE' ? `${message}\n${taken}\n` : `${message}\n`);
  // What has been started by then would go on.
  process.exit(2);
}
