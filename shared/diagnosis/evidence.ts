import type { AddressReport } from '../certificate/verdict.ts';
import type { LookUp } from '../dns/look-up.ts';
import type { QueryFailure } from '../dns/question.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { NotFollowed } from './authority-redirect.ts';
import type { Scheme } from './http-exchange.ts';

// What was seen of a domain at one moment. Nothing in here is a judgement: those are made by the judges.

/** What the resolvers say of a domain, and where their answers come from. */
export interface DnsEvidence {
  readonly domain: DomainName;
  readonly report: DnsReport;
  readonly zone: ZoneEvidence;
  readonly dnssec: DnssecEvidence;
  /** The wildcard record that answers where the domain has none of its own; undefined if none does, as far as known. */
  readonly wildcard: string | undefined;
  /** What else the domain has at its own name, as far as it was looked at. Beside it, there can be no CNAME. */
  readonly neighbours: readonly NeighbourType[];
  /** Whether each address that is not the network's leads to the network all the same. */
  readonly originResults: readonly OriginResult[];
}

/** The types of records that mostly stand beside addresses. */
export type NeighbourType = 'TXT' | 'MX' | 'CAA';

/** The zone in which the domain's records stand. */
export type ZoneEvidence =
  /** The name that somebody would have to register does not exist. */
  | { readonly kind: 'unregistered'; readonly registrable: string }
  | { readonly kind: 'found'; readonly apex: string; readonly servers: readonly ZoneServer[] }
  | { readonly kind: 'unknown'; readonly reason: ZoneUnknown };

/** Why nothing can be said of a zone. */
export type ZoneUnknown =
  | { readonly kind: 'no-resolver-tells'; readonly name: string; readonly failure: QueryFailure }
  /** Neither the name nor one above it has any. */
  | { readonly kind: 'no-name-servers'; readonly name: string }
  /** It is too deep: the names below this one were not asked for, and one of them may be a zone of its own. */
  | { readonly kind: 'too-deep'; readonly below: string }
  /** On whether the name that somebody would have to register exists. */
  | { readonly kind: 'resolvers-disagree'; readonly registrable: string }
  /** At which they could be asked. */
  | { readonly kind: 'servers-without-address'; readonly apex: string };

/** One of the servers that a zone names as its own (NS), asked directly at one of its addresses. */
export interface ZoneServer {
  readonly name: string;
  readonly address: string;
  readonly lookUp: LookUp;
}

/**
 * Whether validation is what a resolver fails of: then the same question succeeds with checking disabled (the CD bit,
 * RFC 4035, 3.2.2), and fails again with it. Asked only where a resolver answered SERVFAIL.
 */
export type DnssecEvidence =
  | {
      readonly kind: 'failing';
      /** At these resolvers. */
      readonly at: readonly string[];
      /** The zone, where it was asked about instead of the name, which has a failure of its own. */
      readonly ofZone?: string;
      /** The DS records of the zone, as they stand in the zone above; none where they could not be looked up. */
      readonly ds: readonly string[];
    }
  | { readonly kind: 'not-the-cause' }
  | { readonly kind: 'not-asked' };

/** The addresses of a proxy are not the network's: only what is fetched through them tells. */
export interface OriginResult {
  readonly address: string;
  readonly result: /** Over HTTPS, through a certificate that browsers trust. */
    | { readonly kind: 'arrived'; readonly over: 'https' }
    /** Over HTTP, or through a certificate that they do not trust: that proves half. `ends` is what HTTPS came to. */
    | { readonly kind: 'arrived'; readonly over: 'http'; readonly ends: readonly DeadEnd[] }
    /** Somebody answered, and it was not the network. */
    | { readonly kind: 'somewhere-else'; readonly ends: readonly DeadEnd[] }
    | { readonly kind: 'unreachable'; readonly ends: readonly DeadEnd[] }
    | { readonly kind: 'no-route' }
    /** Not tried: the address is not on the public internet. */
    | { readonly kind: 'special-address' };
}

/** Where fetching something ended that did not arrive as it should, redirects included. */
export type DeadEnd = { readonly over: Scheme } & (
  | { readonly kind: 'answered'; readonly status: number; readonly location: string | undefined }
  | { readonly kind: 'no-http'; readonly detail: string }
  /** It did arrive, through a certificate that browsers do not trust. */
  | { readonly kind: 'untrusted'; readonly detail: string }
  /** That scheme was the first of more redirects than this. */
  | { readonly kind: 'too-many-redirects'; readonly most: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'timeout' }
);

/** The CAA records that count for a domain: those of the nearest name up the tree that has any (RFC 8659, 3). */
export type CaaEvidence =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      /** The name of the tree that has them. */
      readonly at: string;
      /** Where the aliases of that name end, if it has any: there the records stand. */
      readonly target: string | undefined;
      /** Those names of the tree that are aliases. */
      readonly aliases: readonly string[];
      readonly records: readonly CaaRecord[];
    }
  /** The question for the records of a name failed, twice; what its parents have does not count then. */
  | {
      readonly kind: 'unknown';
      readonly at: string;
      /** Where the aliases of that name end, if it is there that the question fails. */
      readonly target: string | undefined;
      readonly failure: QueryFailure;
    };

export interface CaaRecord {
  /** RFC 8659, 4.1: 8 bits. */
  readonly flags: number;
  /** In lower case. */
  readonly tag: string;
  readonly value: string;
}

/** What one address of a domain answers on port 80 to a request for a file as a certificate authority makes it. */
export interface Port80Report {
  readonly address: string;
  readonly answer:
    | {
        readonly kind: 'answered';
        readonly status: number;
        /** Where a redirect leads. */
        readonly location: string | undefined;
        /** What the server calls itself. */
        readonly server: string | undefined;
        readonly way: WayFromPort80;
      }
    | { readonly kind: 'refused' }
    /** `connected`: somebody took the connection, and said nothing in time. */
    | { readonly kind: 'timeout'; readonly connected: boolean }
    | { readonly kind: 'no-http'; readonly detail: string }
    | { readonly kind: 'no-route' }
    /** Not tried: the address is not on the public internet. */
    | { readonly kind: 'special-address' };
}

/** Where the redirects of an answer lead a certificate authority. */
export type WayFromPort80 =
  /** There are none, or they stay with the name. */
  | { readonly kind: 'stays' }
  /** To another host, where it follows. `to` has the port as well, if there is one. */
  | { readonly kind: 'leaves'; readonly host: string; readonly to: string }
  /** It does not follow. `to` is the host, or what the server wrote where no host can be read from it. */
  | { readonly kind: 'stops'; readonly because: NotFollowed; readonly to: string };

/** What a certificate authority and a browser meet at the addresses of a domain. */
export interface CertificateEvidence {
  readonly domain: DomainName;
  /** The network that the domain leads to. */
  readonly networkDomain: DomainName | undefined;
  readonly reports: readonly AddressReport[];
  readonly caa: CaaEvidence;
  readonly port80: readonly Port80Report[];
  /** Whether each address that is not the network's leads to the network all the same. */
  readonly originResults: readonly OriginResult[];
  /** Since when the DNS has been known to be right; undefined where nobody knows. */
  readonly dnsRightSince: Date | undefined;
  readonly seenAt: Date;
}

/** Whether Closte has an alias for the domain. */
export type AliasEvidence =
  | { readonly kind: 'listed' }
  | { readonly kind: 'not-listed' }
  /** It is not listed, and Closte said that the alias exists already: another app has it. */
  | { readonly kind: 'held-elsewhere' }
  /** It is not listed, and Closte said that it takes no alias of that name. */
  | { readonly kind: 'rejected' }
  /** The network's own wildcard serves the name. */
  | { readonly kind: 'not-needed' }
  /** Closte answered, and refused: mostly the key. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly reason: string };
