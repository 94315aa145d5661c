import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Closte as it is at its worst. */
export interface ClosteFaults {
  isDown: boolean;
  /** It does what it is asked for, and its answer does not arrive. */
  isMute: boolean;
  /** Of its own list it leaves out so many, from the end. */
  listLacks: number;
}

/** Closte's API over HTTP: the app of the network, and names that it does not give to it. */
export interface ClosteDouble {
  readonly aliases: Set<string>;
  /** Names that another app of Closte holds. */
  readonly heldElsewhere: Set<string>;
  readonly faults: ClosteFaults;
  /** Undefined: it does not answer. */
  answer(request: IncomingMessage): Promise<string | undefined>;
}

/** What stands in the list of the app, and nobody in WordPress ever heard of. */
export const FOREIGN = ['blog.foreign.example.net', '*.foreign.example.net'];

/**
 * @param network its own names need no alias
 * @param removing told of each alias before it goes
 */
export function createCloste(network: string, removing: (domain: string) => Promise<void>): ClosteDouble {
  const aliases = new Set<string>(FOREIGN);
  const heldElsewhere = new Set<string>();
  const faults: ClosteFaults = { isDown: false, isMute: false, listLacks: 0 };
  const isOwn = (domain: string) => domain === network || domain.endsWith(`.${network}`);

  async function change(path: string, domain: string): Promise<object> {
    if (domain === '' || isOwn(domain)) return failure(`Invalid or empty domain: ${domain}`);
    if (path.endsWith('/adddomainalias')) {
      if (aliases.has(domain) || heldElsewhere.has(domain)) return failure('Alias already exists');
      aliases.add(domain);
    } else {
      if (!aliases.has(domain)) return failure('Alias not found');
      await removing(domain);
      aliases.delete(domain);
    }
    return { success: true };
  }

  return {
    aliases,
    heldElsewhere,
    faults,
    async answer(request) {
      const { pathname } = new URL(request.url ?? '', 'http://closte.test');
      const domain = new URLSearchParams(await text(request)).get('domain') ?? '';
      if (faults.isDown) return undefined;
      const all = [...aliases].slice(0, Math.max(0, aliases.size - faults.listLacks));
      const answer = pathname.endsWith('/getdomains')
        ? { success: true, domains: all.map(element) }
        : await change(pathname, domain);
      return faults.isMute ? undefined : JSON.stringify(answer);
    },
  };
}

const failure = (error: string) => ({ success: false, error });

/** Nobody knows the shape of an element: a wildcard is a flag beside the name. */
function element(alias: string): object | string {
  return alias.startsWith('*.') ? { domain: alias.slice(2), wildcard: true } : alias;
}
