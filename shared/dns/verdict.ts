import { leadNowhere } from './block-pages.ts';
import { type AddressAnswer, addressesIn, answersIn, type LookUp } from './look-up.ts';

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
 * What the answer to one question amounts to.
 *
 * | the answer | verdict |
 * | --- | --- |
 * | an alias that leads to the network's domain | `pointing` |
 * | addresses, all of them the target's | `pointing` |
 * | addresses, some of them the target's | `partly` |
 * | addresses, none of them the target's | `elsewhere` |
 * | no such name, no records, aliases in a circle | `missing` |
 * | no answer, or that it failed | `unknown` |
 */
export function verdictOn(answer: AddressAnswer, target: Target): DnsVerdict {
  if (answer.kind === 'cname-loop') return 'missing';
  if (target.networkDomain !== undefined && answer.chain.includes(target.networkDomain)) return 'pointing';
  switch (answer.kind) {
    case 'failed':
      return 'unknown';
    case 'no-such-name':
    case 'no-records':
      return 'missing';
    case 'addresses': {
      const right = answer.addresses.filter((address) => target.addresses.includes(address));
      if (right.length === 0) return 'elsewhere';
      return right.length === answer.addresses.length ? 'pointing' : 'partly';
    }
  }
}

/**
 * What one resolver says: its answers after A and after AAAA, each judged by itself and then both together. A name
 * without AAAA records is as right as one with right ones. That one of the questions fails takes nothing from what the
 * other shows: Let's Encrypt goes on with the addresses of the one that is answered
 * (https://letsencrypt.org/docs/ipv6-support/).
 *
 * | the one | the other | verdict |
 * | --- | --- | --- |
 * | `pointing` | `pointing`, `missing`, `unknown` | `pointing` |
 * | `pointing` | `elsewhere` (a stray AAAA) | `partly` |
 * | `partly` | | `partly` |
 * | `elsewhere` | `elsewhere`, `missing`, `unknown` | `elsewhere` |
 * | `missing` | `missing` | `missing` |
 * | `unknown` | `missing`, `unknown` | `unknown` |
 */
export function verdictAt(lookUp: LookUp, target: Target): DnsVerdict {
  const verdicts = answersIn(lookUp).map((answer) => verdictOn(answer, target));
  const has = (verdict: DnsVerdict) => verdicts.includes(verdict);
  if (has('partly') || (has('pointing') && has('elsewhere'))) return 'partly';
  if (has('pointing')) return 'pointing';
  if (has('elsewhere')) return 'elsewhere';
  return has('unknown') ? 'unknown' : 'missing';
}

/** Judges what every resolver said of a name. */
export function dnsReport(name: string, target: Target, lookUps: readonly SeenAtResolver[]): DnsReport {
  const resolvers = withFiltersToldApart(lookUps).map((seen) => ({
    ...seen,
    verdict: verdictAt(seen.lookUp, target),
  }));
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
  return [...new Set(answers.flatMap(({ lookUp }) => addressesIn(lookUp)))];
}

interface SeenAtResolver {
  readonly resolver: string;
  readonly lookUp: LookUp;
}

/**
 * An address that leads nowhere, 0.0.0.0, is how many filters answer; it may as well stand in the zone. It is a
 * filter's where other resolvers have something else to say.
 */
function withFiltersToldApart(seen: readonly SeenAtResolver[]): readonly SeenAtResolver[] {
  const isNowhere = (answer: AddressAnswer) => answer.kind === 'addresses' && leadNowhere(answer.addresses);
  const isContradicted = (kind: keyof LookUp) =>
    seen.some(({ lookUp }) => lookUp[kind].kind !== 'failed' && !isNowhere(lookUp[kind]));
  const contradicted = { ipv4: isContradicted('ipv4'), ipv6: isContradicted('ipv6') };
  const toldApart = (lookUp: LookUp, kind: keyof LookUp): AddressAnswer =>
    contradicted[kind] && isNowhere(lookUp[kind])
      ? { kind: 'failed', chain: lookUp[kind].chain, failure: 'filtered' }
      : lookUp[kind];
  return seen.map(({ resolver, lookUp }) => ({
    resolver,
    lookUp: { ipv4: toldApart(lookUp, 'ipv4'), ipv6: toldApart(lookUp, 'ipv6') },
  }));
}
