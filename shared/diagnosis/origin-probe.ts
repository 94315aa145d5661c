import { atEachAddress } from '../domain/each-address.ts';
import { type OriginToken, originToken, showsOriginToken } from '../wordpress/origin-token.ts';
import type { DeadEnd, OriginResult } from './evidence.ts';
import { exchangeHttp, type HttpExchange, printableHeader, type Scheme } from './http-exchange.ts';
import { type Place, redirectWithin } from './redirect.ts';

/** A look at where addresses lead that are not the network's: those of a proxy, mostly. */
export interface OriginProbe {
  /**
   * @param name the domain, or for a wildcard a name under it
   * @param networkDomain the network that the domain is to lead to
   */
  originResults(
    name: string,
    networkDomain: string,
    addresses: readonly string[],
  ): Promise<readonly OriginResult[]>;
}

export interface OriginProbeOptions {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For all that one address is asked, redirects included, in milliseconds. */
  readonly timeout: number;
  readonly webhookSecret: string;
}

const MOST_REDIRECTS = 3;

/** Over HTTP and over HTTPS: 64 KiB from one address. */
const MOST_OF_BODY = 32 * 1024;

type Result = Exclude<OriginResult['result'], { kind: 'special-address' }>;

/** Where the way over one scheme led. */
type End =
  | { readonly kind: 'arrived'; readonly over: Scheme }
  | Extract<Result, { kind: 'no-route' }>
  | DeadEnd;

/**
 * Fetches the network's proof through each address, over HTTP and HTTPS side by side. A redirect is followed as long as
 * it stays with the name, and to the same address; from HTTPS only to HTTPS. It never throws.
 */
export function createOriginProbe(options: OriginProbeOptions): OriginProbe {
  const { httpPort, httpsPort, allowPrivateAddresses, timeout, webhookSecret } = options;
  const ports = { http: httpPort, https: httpsPort };

  async function follow(
    first: Scheme,
    { address, name, deadline }: { address: string; name: string; deadline: AbortSignal },
    proof: OriginToken,
  ): Promise<End> {
    let place: Place = { scheme: first, path: proof.path };
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { scheme } = place;
      const exchange = await exchangeHttp({
        ...place,
        address,
        port: ports[scheme],
        name,
        mostOfBody: MOST_OF_BODY,
        deadline,
      });
      const next =
        exchange.kind === 'answered' && exchange.location !== undefined
          ? redirectWithin(name, ports, place, exchange.location)
          : undefined;
      if (next === undefined || (first === 'https' && next.scheme === 'http')) {
        return endOf(exchange, scheme, proof);
      }
      place = next;
    }
    return { kind: 'too-many-redirects', over: first, most: MOST_REDIRECTS };
  }

  return {
    async originResults(name, networkDomain, addresses) {
      const proof = originToken(webhookSecret, networkDomain);
      const looks = await atEachAddress(addresses, allowPrivateAddresses, async (address) => {
        const through = { address, name, deadline: AbortSignal.timeout(timeout) };
        return together(await Promise.all([follow('http', through, proof), follow('https', through, proof)]));
      });
      return looks.map(({ address, seen }) => ({ address, result: seen }));
    },
  };
}

/** What an answer says, or that there was none. */
function endOf(exchange: HttpExchange, over: Scheme, proof: OriginToken): End {
  switch (exchange.kind) {
    case 'answered': {
      const { kind, status, location, distrust, body } = exchange;
      if (showsOriginToken(proof, body)) {
        return distrust === undefined
          ? { kind: 'arrived', over }
          : { kind: 'untrusted', over, detail: distrust };
      }
      return { kind, over, status, location: location === undefined ? undefined : printableHeader(location) };
    }
    case 'no-route':
      return exchange;
    case 'no-http':
      return { ...exchange, over };
    default:
      return { kind: exchange.kind, over };
  }
}

/** The proof is whole if it came over HTTPS, whichever way. Any answer tells more than none. */
function together(found: readonly End[]): Result {
  if (found.some((end) => end.kind === 'arrived' && end.over === 'https')) {
    return { kind: 'arrived', over: 'https' };
  }
  // HTTP may have been redirected to what HTTPS shows.
  const ends = [...new Map(found.filter(isDeadEnd).map((end) => [JSON.stringify(end), end])).values()];
  if (found.some(({ kind }) => kind === 'arrived' || kind === 'untrusted')) {
    return { kind: 'arrived', over: 'http', ends: ends.filter(({ over }) => over === 'https') };
  }
  if (ends.length === 0) return { kind: 'no-route' };
  const isSilent = ends.every(({ kind }) => kind === 'refused' || kind === 'timeout');
  return { kind: isSilent ? 'unreachable' : 'somewhere-else', ends };
}

function isDeadEnd(end: End): end is DeadEnd {
  return end.kind !== 'arrived' && end.kind !== 'no-route';
}
