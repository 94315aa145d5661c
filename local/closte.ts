import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listener.ts';

/** Closte's client API in memory, over HTTP. */
export interface ClosteEmulator {
  /** What `CLOSTE_API_URL` is set to. */
  readonly url: string;
  hasAlias(domain: string): boolean;
  /** Adds or removes an alias as somebody does in Closte's dashboard, past everything that keeps account of it. */
  setAlias(domain: string, isThere: boolean): void;
  /** Another app of Closte has the alias from now on, or has it no more: it cannot be added, and is in no list. */
  holdElsewhere(domain: string, isHeld: boolean): void;
  /** How the list is given from now on. */
  giveList(how: GivenList): void;
  /** Lets every call fail with HTTP 503 from now on, or ends that. */
  setOutage(down: boolean): void;
  close(): Promise<void>;
}

/**
 * - `whole`: every alias.
 * - `empty`: none, and no word of it.
 * - `half`: every other one, and no word of it.
 * - `paged`: the first half, as one page of two.
 */
export type GivenList = 'whole' | 'empty' | 'half' | 'paged';

interface ClosteOptions {
  readonly apiKey: string;
  /** The network's own domain: it and the names under it are refused, as they need no alias. */
  readonly networkDomain: string;
  /** Called whenever a new alias is there. */
  readonly onAlias?: (domain: string) => void;
}

/** Closte's answer to an empty or refused domain, as its clients match it. */
const INVALID_DOMAIN = 'Invalid or empty domain: ';

/**
 * Starts an emulator of the three calls that are known of Closte's client API (`adddomainalias`, `deletedomainalias`,
 * `getdomains`). The texts for a wrong key, for an alias that exists and for one that does not are its own: nobody
 * has seen Closte's.
 */
export async function startCloste({
  apiKey,
  networkDomain,
  onAlias,
}: ClosteOptions): Promise<ClosteEmulator> {
  const aliases = new Set<string>();
  const heldElsewhere = new Set<string>();
  let given: GivenList = 'whole';
  let down = false;

  function needsNoAlias(domain: string): boolean {
    const base = domain.replace(/^\*\./, '');
    return base === networkDomain || base.endsWith(`.${networkDomain}`);
  }

  function add(domain: string): object {
    if (domain === '' || needsNoAlias(domain)) return failed(INVALID_DOMAIN + domain);
    if (aliases.has(domain) || heldElsewhere.has(domain))
      return failed(`Domain alias already exists: ${domain}`);
    aliases.add(domain);
    onAlias?.(domain);
    return { success: true };
  }

  function remove(domain: string): object {
    if (domain === '' || needsNoAlias(domain)) return failed(INVALID_DOMAIN + domain);
    return aliases.delete(domain) ? { success: true } : failed(`Domain alias not found: ${domain}`);
  }

  async function answer(request: IncomingMessage): Promise<object | undefined> {
    const url = new URL(request.url ?? '/', 'http://closte.test');
    const isPost = request.method === 'POST';
    const fields = isPost ? new URLSearchParams(await text(request)) : url.searchParams;
    if (fields.get('apikey') !== apiKey) return failed('Invalid API key');
    const domain = fields.get('domain') ?? '';
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /api/client/adddomainalias':
        return add(domain);
      case 'POST /api/client/deletedomainalias':
        return remove(domain);
      case 'GET /api/client/getdomains':
        return listOf([...aliases], given);
      default:
        return undefined;
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = down ? undefined : await answer(request);
    response.writeHead(down ? 503 : body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    // A client that breaks off in the middle of its form gets no answer, and ends nothing but its own call.
    handle(request, response).catch(() => response.destroy());
  });
  const { host, port, close } = await listen(server, '127.0.0.1', 0);
  return {
    url: `http://${host}:${port}/api/client`,
    hasAlias: (domain) => aliases.has(domain),
    setAlias(domain, isThere) {
      if (isThere) aliases.add(domain);
      else aliases.delete(domain);
    },
    holdElsewhere(domain, isHeld) {
      if (isHeld) heldElsewhere.add(domain);
      else heldElsewhere.delete(domain);
    },
    giveList(how) {
      given = how;
    },
    setOutage(isDown) {
      down = isDown;
    },
    close,
  };
}

function listOf(aliases: readonly string[], given: GivenList): object {
  const domains = aliases.map(elementOf);
  switch (given) {
    case 'whole':
      return { success: true, domains };
    case 'empty':
      return { success: true, domains: [] };
    case 'half':
      return { success: true, domains: domains.filter((_, index) => index % 2 === 1) };
    case 'paged':
      return { success: true, domains: domains.slice(0, domains.length / 2), page: 1, next: 2 };
  }
}

/** A wildcard as a flag beside the name, since nobody knows: whoever reads the list has to read either. */
function elementOf(alias: string): string | object {
  return alias.startsWith('*.') ? { domain: alias.slice(2), wildcard: true } : alias;
}

function failed(error: string): object {
  return { success: false, error };
}
