import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { baseName, type DomainName, isWildcard } from '../domain/name.ts';
import { askTwice } from './ask-twice.ts';
import { failuresIn, type LookUp } from './look-up.ts';
import { query } from './query.ts';
import type { Resolver } from './question.ts';
import type { QuestionLimit } from './question-limit.ts';
import { type Ask, lookUp } from './resolve-addresses.ts';
import { addressesOf, type DnsReport, dnsReport, type Target } from './verdict.ts';

/** A check of the DNS of a domain, through every resolver. */
export interface DnsCheck {
  /** What every resolver says of the domain, and whether it is the network's. */
  report(
    domain: DomainName,
    networkDomain: DomainName | undefined,
    limit?: QuestionLimit,
  ): Promise<DnsReport>;
}

export interface DnsCheckOptions {
  readonly resolvers: readonly Resolver[];
  /** Addresses of the network beside those of its domain. */
  readonly networkAddresses: readonly string[];
  /** For all questions about a name to one resolver, however long its chain of aliases, in milliseconds. */
  readonly timeout: number;
  readonly now: () => Date;
}

export const DNS_TIMEOUT = 5_000;

/** How long the network's own addresses are kept, in milliseconds: every visit asks for the same. */
const TARGET_KEPT_FOR = 60_000;

interface Seen {
  readonly resolver: string;
  readonly lookUp: LookUp;
}

export function createDnsCheck({ resolvers, networkAddresses, timeout, now }: DnsCheckOptions): DnsCheck {
  const targets = new Map<
    DomainName,
    { readonly askedAt: number; readonly addresses: Promise<readonly string[]> }
  >();

  const everywhere = (name: string, limit: QuestionLimit | undefined): Promise<Seen[]> => {
    const deadline = Date.now() + timeout;
    return Promise.all(
      resolvers.map((resolver) => {
        const ask: Ask = (asked, type) =>
          query(resolver, asked, type, deadline - Date.now(), 'resolve', limit);
        return lookUp(askTwice(ask), name).then((found) => ({ resolver: labelOf(resolver), lookUp: found }));
      }),
    );
  };

  /** The addresses of the network's domain. None is no answer to keep, nor is a part: they are asked for anew. */
  function addressesOfNetwork(
    network: DomainName,
    limit: QuestionLimit | undefined,
  ): Promise<readonly string[]> {
    const kept = targets.get(network);
    if (kept !== undefined && now().getTime() - kept.askedAt < TARGET_KEPT_FOR) return kept.addresses;
    const addresses = everywhere(network, limit).then((seen) => {
      const found = addressesOf(seen);
      if (found.length === 0 || seen.some(wasNotAsked)) targets.delete(network);
      return found;
    });
    targets.set(network, { askedAt: now().getTime(), addresses });
    return addresses;
  }

  return {
    async report(domain, networkDomain, limit) {
      const name = nameToLookUp(domain);
      const [seen, ofNetwork] = await Promise.all([
        everywhere(name, limit),
        networkDomain === undefined ? [] : addressesOfNetwork(networkDomain, limit),
      ]);
      const target: Target = { networkDomain, addresses: [...new Set([...ofNetwork, ...networkAddresses])] };
      return dnsReport(name, target, seen);
    },
  };
}

function wasNotAsked({ lookUp }: Seen): boolean {
  return failuresIn(lookUp).includes('not-asked');
}

/** For a wildcard a name under it that nobody has asked for before, so that no cache has it. */
function nameToLookUp(domain: DomainName): string {
  if (!isWildcard(domain)) return domain;
  const base = baseName(domain);
  return `${randomBytes(8)
    .toString('hex')
    .slice(0, 252 - base.length)}.${base}`;
}

/** A resolver as a report calls it. */
export function labelOf({ address, port }: Resolver): string {
  if (port === 53) return address;
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}
