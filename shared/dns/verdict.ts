import type { LookUp } from './resolve-addresses.ts';

/** The verdict on a name's DNS, at one resolver or in all. */
export type DnsVerdict = 'pointing' | 'partly' | 'elsewhere' | 'missing' | 'unknown';

/** The network: its own domain, and every address at which it is reached. */
export interface Target {
  readonly networkDomain: string | undefined;
  readonly addresses: readonly string[];
}

/** What one resolver says, and what it amounts to. */
interface ResolverReport {
  /** As it is configured: `1.1.1.1`, or `127.0.0.1:5353` for another port. */
  readonly resolver: string;
  readonly verdict: DnsVerdict;
  readonly lookUp: LookUp;
}

/** All that is known of a name's DNS after one check. */
export interface DnsReport {
  /** The name that was looked up: for a wildcard, one that stands under it. */
  readonly name: string;
  /** Without addresses if the network itself cannot be looked up: then nothing can be right. */
  readonly target: Target;
  readonly resolvers: readonly ResolverReport[];
  readonly verdict: DnsVerdict;
}

/** In the order in which a tie is decided. */
const NOT_POINTING = ['partly', 'elsewhere', 'missing', 'unknown'] as const;

/**
 * What one resolver's answer amounts to.
 *
 * | the answer | verdict |
 * | --- | --- |
 * | an alias that leads to the network's domain | `pointing` |
 * | addresses, all of them the target's | `pointing` |
 * | addresses, some of them the target's (a stray AAAA) | `partly` |
 * | addresses, none of them the target's | `elsewhere` |
 * | no such name, no records, aliases in a circle | `missing` |
 * | no answer, or that it failed | `unknown` |
 */
export function verdictAt(lookUp: LookUp, target: Target): DnsVerdict {
  if (lookUp.kind === 'cname-loop') return 'missing';
  if (target.networkDomain !== undefined && lookUp.chain.includes(target.networkDomain)) return 'pointing';
  switch (lookUp.kind) {
    case 'failed':
      return 'unknown';
    case 'no-such-name':
    case 'no-records':
      return 'missing';
    case 'addresses': {
      const right = lookUp.addresses.filter((address) => target.addresses.includes(address));
      if (right.length === 0) return 'elsewhere';
      return right.length === lookUp.addresses.length ? 'pointing' : 'partly';
    }
  }
}

/** Judges what every resolver said of a name. */
export function dnsReport(
  name: string,
  target: Target,
  lookUps: readonly { readonly resolver: string; readonly lookUp: LookUp }[],
): DnsReport {
  const resolvers = lookUps.map((seen) => ({ ...seen, verdict: verdictAt(seen.lookUp, target) }));
  const verdict = overallVerdict(resolvers.map((report) => report.verdict));
  return { name, target, resolvers, verdict: target.addresses.length === 0 ? 'unknown' : verdict };
}

/**
 * The verdict of all resolvers together: DNS is right when more than half of them say `pointing`. Otherwise it is
 * the wrong that most of them see.
 */
export function overallVerdict(verdicts: readonly DnsVerdict[]): DnsVerdict {
  const count = (verdict: DnsVerdict) => verdicts.filter((other) => other === verdict).length;
  if (count('pointing') * 2 > verdicts.length) return 'pointing';
  return NOT_POINTING.reduce((most, verdict) => (count(verdict) > count(most) ? verdict : most));
}

/** The addresses of a name, as all resolvers together give them. */
export function addressesOf(answers: readonly { readonly lookUp: LookUp }[]): string[] {
  return [...new Set(answers.flatMap(({ lookUp }) => (lookUp.kind === 'addresses' ? lookUp.addresses : [])))];
}
