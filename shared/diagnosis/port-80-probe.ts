import { randomBytes } from 'node:crypto';
import { atEachAddress } from '../domain/each-address.ts';
import { type AuthorityUrl, firstUrl, followRedirect, hostInWords, portHere } from './authority-redirect.ts';
import type { Port80Report, WayFromPort80 } from './evidence.ts';
import { exchangeHttp, type HttpExchange, printableHeader } from './http-exchange.ts';

/** A look at port 80, where a certificate authority fetches the proof that it asked for. */
export interface Port80Probe {
  /** @param name the domain, or for a wildcard a name under it */
  reports(name: string, addresses: readonly string[]): Promise<readonly Port80Report[]>;
}

export interface Port80ProbeOptions {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For one address, redirects included, in milliseconds. */
  readonly timeout: number;
}

/** RFC 8555, 8.3: where the proof is, under a token of at least 128 random bits in base64url. */
const CHALLENGES = '/.well-known/acme-challenge';
const TOKEN_BYTES = 32;

/**
 * Asks every address for one and the same file that is not there, as an authority asks for its proof. Redirects are
 * followed as it follows them, to the same address, as long as they stay with the name; bodies are not read. It never
 * throws.
 */
export function createPort80Probe(options: Port80ProbeOptions): Port80Probe {
  const { httpPort, httpsPort, allowPrivateAddresses, timeout } = options;
  const ports = { http: httpPort, https: httpsPort };

  async function ask(address: string, name: string, path: string): Promise<Port80Report['answer']> {
    const deadline = AbortSignal.timeout(timeout);
    const askFor = (url: AuthorityUrl) =>
      exchangeHttp({
        address,
        port: portHere(url, ports),
        scheme: url.scheme,
        name,
        path: url.path,
        mostOfBody: 0,
        deadline,
      });
    const first = firstUrl(name, path);
    const exchange = await askFor(first);
    if (exchange.kind !== 'answered') return exchange;
    const { kind, status, location, server } = exchange;
    return {
      kind,
      status,
      location: location && printableHeader(location),
      server: server && printableHeader(server),
      way: await follow(first, exchange, askFor),
    };
  }

  async function follow(
    first: AuthorityUrl,
    answer: HttpExchange,
    askFor: (url: AuthorityUrl) => Promise<HttpExchange>,
  ): Promise<WayFromPort80> {
    const been: [AuthorityUrl, ...AuthorityUrl[]] = [first];
    let exchange = answer;
    while (exchange.kind === 'answered' && exchange.location !== undefined) {
      const { status, location } = exchange;
      const step = followRedirect({ status, location }, been, ports);
      if (step.kind === 'stops') return { ...step, to: printableHeader(step.to) };
      const { url } = step;
      if (url.host !== first.host) {
        return { kind: 'leaves', host: url.host, to: printableHeader(hostInWords(url)) };
      }
      been.push(url);
      exchange = await askFor(url);
    }
    return { kind: 'stays' };
  }

  return {
    async reports(name, addresses) {
      const path = `${CHALLENGES}/${randomBytes(TOKEN_BYTES).toString('base64url')}`;
      const looks = await atEachAddress(addresses, allowPrivateAddresses, (address) =>
        ask(address, name, path),
      );
      return looks.map(({ address, seen }) => ({ address, answer: seen }));
    },
  };
}
