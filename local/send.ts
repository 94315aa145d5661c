import { parseArgs } from 'node:util';
import { processEnvironment } from '../shared/config.ts';
import { derivedSecret } from '../shared/signature.ts';
import { LOCAL_API_KEY, LOCAL_PORT } from './defaults.ts';
import { sendEvent } from './send-event.ts';

const HELP = `npm run send -- map|unmap DOMAIN [options]

Signs an event as WordPress would and sends it to the stack of npm start.

  --url URL          where the functions are, if elsewhere: URL/map and URL/unmap.
                     Signed with WEBHOOK_SECRET or by CLOSTE_CLIENT_API_KEY, from the environment
  --site N           the site's id (2)
  --network DOMAIN   the network's own domain, if the function should not take its own setting
  --interval N       the DNS check interval, in seconds
  --id ID            the event's id; the same one twice is one mapping
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      site: { type: 'string', default: '2' },
      network: { type: 'string' },
      interval: { type: 'string' },
      id: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [action, domain, ...rest] = positionals;
  if (values.help || (action !== 'map' && action !== 'unmap') || domain === undefined || rest.length > 0) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const response = await sendEvent(values.url ?? `http://127.0.0.1:${LOCAL_PORT}`, secretFor(values.url), {
    action,
    domain,
    siteId: Number(values.site),
    networkDomain: values.network,
    interval: values.interval === undefined ? undefined : Number(values.interval),
    id: values.id,
  });
  process.stdout.write(`HTTP ${response.status}\n${await response.text()}\n`);
  return response.ok ? 0 : 1;
}

/** The local stack's secret is known; that of any other has to be given. */
function secretFor(url: string | undefined): string {
  const { WEBHOOK_SECRET, CLOSTE_CLIENT_API_KEY } = processEnvironment();
  if (
    url === undefined ||
    (WEBHOOK_SECRET === undefined && CLOSTE_CLIENT_API_KEY === undefined && isLocal(url))
  ) {
    return derivedSecret(LOCAL_API_KEY);
  }
  if (WEBHOOK_SECRET !== undefined) return WEBHOOK_SECRET;
  if (CLOSTE_CLIENT_API_KEY !== undefined) return derivedSecret(CLOSTE_CLIENT_API_KEY);
  throw new Error('Set WEBHOOK_SECRET or CLOSTE_CLIENT_API_KEY: the event has to be signed.');
}

function isLocal(url: string): boolean {
  return URL.parse(url)?.hostname === '127.0.0.1';
}

try {
  process.exitCode = await main();
} catch (error) {
  const { message, cause } = error as Error;
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  process.stderr.write(`${message}${why}\n`);
  process.exitCode = 2;
}
