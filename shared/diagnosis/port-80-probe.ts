import { randomBytes } from 'node:crypto';
import { atEachAddress } from '../domain/each-address.ts';
import type { Port80Report } from './evidence.ts';
import { exchangeHttp, printableHeader } from './http-exchange.ts';

/** A look at port 80, where a certificate authority fetches the proof that it asked for. */
export interface Port80Probe {
  /** @param name the domain, or for a wildcard a name under it */
  reports(name: string, addresses: readonly string[]): Promise<readonly Port80Report[]>;
}

export interface Port80ProbeOptions {
  readonly httpPort: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
  /** For one address, in milliseconds. */
  readonly timeout: number;
}

/** RFC 8555, 8.3: where the proof is, under a token of at least 128 random bits in base64url. */
const CHALLENGES = '/.well-known/acme-challenge';
const TOKEN_BYTES = 32;

/**
 * Asks every address for one and the same file that is not there, as an authority asks for its proof.
 * Redirects are told, not followed; bodies are not read. It never throws.
 */
export function createPort80Probe(options: Port80ProbeOptions): Port80Probe {
  const { httpPort, allowPrivateAddresses, timeout } = options;

  async function ask(address: string, name: string, path: string): Promise<Port80Report['answer']> {
    const exchange = await exchangeHttp({
      address,
      port: httpPort,
      scheme: 'http',
      name,
      path,
      mostOfBody: 0,
      deadline: AbortSignal.timeout(timeout),
    });
    if (exchange.kind !== 'answered') return exchange;
    const { kind, status, location, server } = exchange;
    return {
      kind,
      status,
      location: location && printableHeader(location),
      server: server && printableHeader(server),
    };
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
