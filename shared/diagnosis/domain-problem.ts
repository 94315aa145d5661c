import type { AddressReport } from '../certificate/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type {
  CaaForbids,
  CaaNotAnswered,
  HttpsBehindProxy,
  OfCaa,
  RedirectElsewhere,
} from './authority-parameters.ts';
import type { DnsEvidence, Port80Report } from './evidence.ts';
import type { ProxyName } from './proxy-ranges.ts';
import type { DnsRecord } from './records-to-set.ts';

/** Every problem that a domain can have, by the thing that has it. */
export const PROBLEM_CODES_OF = {
  dns: [
    'no-records',
    'domain-not-registered',
    'wrong-address',
    'stray-ipv6',
    'some-addresses-wrong',
    'cname-to-elsewhere',
    'cname-loop',
    'cname-at-apex',
    'not-propagated-yet',
    'dns-server-failing',
    'dnssec-failing',
    'blocked-by-a-filter',
    'reserved-address',
    'behind-a-proxy',
    'name-servers-disagree',
    'network-not-resolvable',
  ],
  certificate: [
    // The authority
    'caa-forbids',
    'caa-unknown-critical',
    'caa-not-answered',
    'wildcard-needs-dns-validation',
    // Port 80, which Let's Encrypt needs
    'port-80-closed',
    'port-80-timeout',
    'http-redirects-elsewhere',
    'http-redirect-loop',
    'answers-differ-between-addresses',
    // The certificate itself
    'no-https',
    'no-certificate',
    'default-certificate',
    'wrong-name',
    'expired',
    'not-yet-valid',
    'self-signed',
    'untrusted-issuer',
    'incomplete-chain',
    'expiring-soon',
    'still-being-issued',
    'https-behind-a-proxy',
  ],
  closte: ['not-an-alias', 'key-refused', 'closte-unreachable', 'rejected-by-closte', 'held-elsewhere'],
} as const;

export type ProblemCode = (typeof PROBLEM_CODES_OF)[keyof typeof PROBLEM_CODES_OF][number];

export const PROBLEM_CODES: readonly ProblemCode[] = Object.values(PROBLEM_CODES_OF).flat();

/**
 * - `fatal`: the domain does not work, and somebody has to do something.
 * - `warning`: it may work, or will not for long.
 * - `info`: it comes right by itself, or is worth knowing.
 */
export type Severity = 'fatal' | 'warning' | 'info';

/**
 * Something that keeps a domain from working, or may: its code and what has to be known to tell of it, without a word
 * for a person. Those are made of it in `words/`.
 */
export type DomainProblem<Code extends ProblemCode = ProblemCode> = {
  [One in Code]: {
    readonly code: One;
    readonly severity: Severity;
    readonly domain: DomainName;
    /** The domain is a name of the network's own: whoever runs the network keeps its DNS. */
    readonly isNetworksOwn?: true;
  } & ProblemParameters[One];
}[Code];

/** What each problem is told with. One that is missing here does not compile. */
interface ProblemParameters {
  'no-records': OfDns;
  'domain-not-registered': OfDns & { readonly registrable: string };
  'wrong-address': OfDns & { readonly wrong: readonly string[] };
  'stray-ipv6': OfDns & { readonly wrong: readonly string[] };
  'some-addresses-wrong': OfDns & RightAndWrong;
  'cname-to-elsewhere': OfDns & { readonly to: string; readonly leads: 'elsewhere' | 'nowhere' };
  'cname-loop': OfDns;
  'cname-at-apex': OfDns & { readonly to: string };
  'not-propagated-yet': OfDns & {
    /** The resolvers that still give another answer. */
    readonly lagging: readonly string[];
    /** How many resolvers there are in all. */
    readonly asked: number;
    /** For how long they may still give it, in seconds, if they say so. */
    readonly ttl: number | undefined;
  };
  'dns-server-failing': OfDns & FailingServers;
  'dnssec-failing': OfDns & { readonly apex: string } & SomeResolvers;
  /** Resolvers that withhold names on purpose: of malware, or by law. */
  'blocked-by-a-filter': OfDns & SomeResolvers;
  /** An address that is of no use on the public internet (RFC 6890). */
  'reserved-address': OfDns & RightAndWrong;
  'behind-a-proxy': OfDns & Proxied;
  /** The zone's own servers, by what they say. */
  'name-servers-disagree': OfDns & { readonly apex: string } & RightAndWrong;
  /** The network itself has no address: nothing that depends on it can be judged. */
  'network-not-resolvable': OfDns & { readonly networkDomain: string | undefined };

  'caa-forbids': CaaForbids;
  /** RFC 8659, 4.1: an authority that does not know the tag of a critical record must not issue. */
  'caa-unknown-critical': OfCaa;
  /** An authority that cannot look up the CAA records must not issue. */
  'caa-not-answered': CaaNotAnswered;
  /** RFC 8555, 7.1.3 and https://letsencrypt.org/docs/challenge-types/: a wildcard is validated by DNS-01 only. */
  'wildcard-needs-dns-validation': OfCertificate;

  /** Refused, or answered by something that is no web server. */
  'port-80-closed': OfPort80 & { readonly addresses: readonly string[] };
  'port-80-timeout': OfPort80 & { readonly addresses: readonly string[] };
  'http-redirects-elsewhere': OfPort80 & RedirectElsewhere;
  /** To where it was before, or without an end. */
  'http-redirect-loop': OfPort80;
  'answers-differ-between-addresses': OfPort80 & { readonly addresses: readonly string[] };

  'no-https': OfCertificate & {
    /**
     * - `no-answer`: the connection is refused, or nobody answers.
     * - `no-tls`: somebody answers, and no TLS comes about.
     * - `no-way-there`: from here, to any of the addresses, which are all of IPv6 then. Nothing was seen.
     */
    readonly because: 'no-answer' | 'no-tls' | 'no-way-there';
    readonly addresses: readonly string[];
  };
  /** The server ends the handshake, since it has no certificate for the name. */
  'no-certificate': OfCertificate & { readonly addresses: readonly string[] };
  /** What a server shows that has no certificate for the name yet. */
  'default-certificate': OfCertificate & { readonly names: readonly string[] };
  'wrong-name': OfCertificate & { readonly names: readonly string[] };
  expired: OfCertificate;
  'not-yet-valid': OfCertificate;
  'self-signed': OfCertificate;
  'untrusted-issuer': OfCertificate;
  'incomplete-chain': OfCertificate & {
    /** The issuers at which what was sent ends, as the certificates name them. */
    readonly missing: readonly string[];
  };
  'expiring-soon': OfCertificate & { readonly notAfter: Date };
  'still-being-issued': OfCertificate;
  /** Through the proxy, HTTP arrives and HTTPS does not. */
  'https-behind-a-proxy': HttpsBehindProxy;

  'not-an-alias': Nothing;
  'key-refused': InClostesWords;
  'closte-unreachable': InClostesWords;
  'rejected-by-closte': InClostesWords;
  /** Closte says that the alias exists, and its list lacks it. */
  'held-elsewhere': InClostesWords;
}

interface OfDns {
  /** The domain as it is typed into the form of a DNS provider. */
  readonly host: string;
  /** The ways to make it right, the best first. */
  readonly ways: readonly (readonly DnsRecord[])[];
  /** What everybody who was asked has answered. */
  readonly dns: DnsEvidence;
}

/** What every problem of the DNS has. */
export type AboutDns = Pick<DomainProblem, 'domain'> & OfDns;

export interface OfCertificate {
  /** What each address has shown. */
  readonly certificates: readonly AddressReport[];
}

interface OfPort80 {
  /** What each address has answered. */
  readonly port80: readonly Port80Report[];
}

interface InClostesWords {
  readonly reason: string;
}

type Nothing = Readonly<Record<never, never>>;

/** What is right and what is wrong of a kind: addresses, the network where an alias leads to it, name servers. */
export interface RightAndWrong {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/** Who gives no answer, be it by silence, by refusal or by an error of his own. */
type FailingServers =
  /** Servers of the zone itself. */
  | {
      readonly failing: 'name-servers';
      readonly apex: string;
      readonly servers: readonly string[];
      /** How many others answer. */
      readonly answering: number;
    }
  /** Resolvers get no answer about the domain, wherever that comes from. */
  | { readonly failing: 'look-ups' }
  /** The question after one kind of addresses fails, and the one after the other does not. */
  | { readonly failing: 'one-type'; readonly type: 'A' | 'AAAA' }
  /** The resolvers themselves do not answer: that says nothing about the domain. */
  | { readonly failing: 'resolvers' };

/** What part of the resolvers shows. */
interface SomeResolvers {
  readonly at: readonly string[];
  /** How many resolvers there are in all. */
  readonly asked: number;
}

/** Whether what is fetched through the proxy arrives at the network: only then it may be one that nobody knows. */
type Proxied =
  | { readonly arrives: 'yes'; readonly proxy: ProxyName | undefined }
  | { readonly arrives: 'no' | 'not-known'; readonly proxy: ProxyName };
