import { atEachAddress } from '../domain/each-address.ts';
import { type OriginToken, originToken, showsOriginToken } from '../wordpress/origin-token.ts';
import type { OriginResult } from './evidence.ts';
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

/**
 * Fetches the network's proof through each address, over HTTP and HTTPS side by side. A redirect is followed
 * as long as it stays with the name, and to the same address. It never throws.
 */
export function createOriginProbe(options: OriginProbeOptions): OriginProbe {
  const { httpPort, httpsPort, allowPrivateAddresses, timeout, webhookSecret } = options;
  const ports = { http: httpPort, https: httpsPort };

  async function follow(
    first: Scheme,
    { address, name, deadline }: { address: string; name: string; deadline: AbortSignal },
    proof: OriginToken,
  ): Promise<Result> {
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
      if (next === undefined) return resultOf(exchange, scheme, proof);
      place = next;
    }
    return { kind: 'somewhere-else', detail: `more than ${MOST_REDIRECTS} redirects from ${first}` };
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
function resultOf(exchange: HttpExchange, scheme: Scheme, proof: OriginToken): Result {
  const over = `over ${scheme}`;
  switch (exchange.kind) {
    case 'answered': {
      const { status, location, body } = exchange;
      if (showsOriginToken(proof, body)) return { kind: 'arrived', over: scheme };
      const what = status === 200 ? ' with other content' : '';
      const where = location === undefined ? '' : ` to "${printableHeader(location)}"`;
      return { kind: 'somewhere-else', detail: `HTTP ${status}${what}${where} ${over}` };
    }
    case 'no-http':
      return { kind: 'somewhere-else', detail: `no HTTP (${exchange.detail}) ${over}` };
    case 'refused':
      return { kind: 'unreachable', detail: `connection refused ${over}` };
    case 'timeout':
      return { kind: 'unreachable', detail: `no answer in time ${over}` };
    case 'no-route':
      return exchange;
  }
}

/** The proof over one of the two is enough; of both, HTTPS tells more. Any answer tells more than none. */
function together(results: readonly Result[]): Result {
  const arrived = results.findLast(({ kind }) => kind === 'arrived');
  if (arrived !== undefined) return arrived;
  const details = results.flatMap((result) => ('detail' in result ? [result.detail] : []));
  if (details.length === 0) return { kind: 'no-route' };
  const kind = results.some((result) => result.kind === 'somewhere-else') ? 'somewhere-else' : 'unreachable';
  // HTTP may have been redirected to what HTTPS shows.
  return { kind, detail: [...new Set(details)].join(', ') };
}
