import { readArguments } from './arguments.ts';
import { runCommand, say } from './command.ts';
import { LOCAL_PORT, WORDPRESS_PATH } from './defaults.ts';
import { secretFor } from './secret-for.ts';
import { sendEvent } from './send-event.ts';

const LOCAL_URL = `http://127.0.0.1:${LOCAL_PORT}${WORDPRESS_PATH}`;

const HELP = `npm run send -- map|unmap DOMAIN [options]

Signs an event as WordPress would and sends it by way of the WordPress of npm start.

  --url URL          where the functions are, if elsewhere: URL/map and URL/unmap.
                     Signed with WEBHOOK_SECRET or by CLOSTE_CLIENT_API_KEY, from the environment
  --site N           the site's id (2)
  --network DOMAIN   the network's own domain, if the function should not take its own setting
  --interval N       the DNS check interval, in seconds
  --id ID            the event's id; the same one twice is one mapping

Exits with 0 if the event was taken, with 1 if it was refused, with 2 if it was not sent.
`;

async function send(): Promise<number> {
  const { values, positionals } = readArguments({
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
  if (values.help) return say(HELP);
  if (action !== 'map' && action !== 'unmap')
    throw new Error(`${action ?? 'Nothing'}: say map or unmap, then the domain. --help says how.`);
  if (domain === undefined) throw new Error(`${action}: which domain? --help says how.`);
  if (rest.length > 0) throw new Error(`${rest[0]}: one domain at a time. --help says how.`);
  const { secret, origin } = secretFor(values.url);
  const response = await sendEvent(values.url ?? LOCAL_URL, secret, {
    action,
    domain,
    siteId: values.site,
    networkDomain: values.network,
    interval: values.interval,
    id: values.id,
  });
  process.stdout.write(`HTTP ${response.status}\n${await response.text()}\n`);
  if (response.status === 401) process.stderr.write(`The event was signed by ${origin}.\n`);
  return response.ok ? 0 : 1;
}

await runCommand(send);
