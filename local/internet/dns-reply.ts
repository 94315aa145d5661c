import type * as dnsPacket from 'dns-packet';

export type Transport = 'udp' | 'tcp';

/** What a client asked. */
export interface DnsQuestion {
  /** In lower case, without a trailing dot. */
  readonly name: string;
  readonly type: dnsPacket.RecordType;
  readonly transport: Transport;
}

export type DnsRecord =
  | {
      readonly name: string;
      readonly type: 'A' | 'AAAA' | 'CNAME' | 'NS';
      /** An address, or the name that a CNAME or NS points to. */
      readonly data: string;
    }
  | { readonly name: string; readonly type: 'CAA'; readonly data: dnsPacket.CaaData }
  | SoaRecord;

export interface SoaRecord {
  readonly name: string;
  readonly type: 'SOA';
  readonly data: dnsPacket.SoaData;
}

/** What is wrong with a reply that did not come from the server that was asked, or pretends so. */
export type Forgery = 'other-id' | 'other-question' | 'other-source' | 'not-a-response';

/** What a server answers. */
export type DnsReply =
  /** NOERROR. No records at all means that the name exists but has none of this type: then the zone may vouch for it. */
  | { readonly kind: 'records'; readonly records: readonly DnsRecord[]; readonly soa?: SoaRecord }
  /** NXDOMAIN, with the CNAME chain that led to the name that does not exist. Of a filter, nobody vouches for it. */
  | {
      readonly kind: 'name-error';
      readonly chain?: readonly DnsRecord[];
      readonly soa?: SoaRecord | 'none';
    }
  /** SERVFAIL. */
  | { readonly kind: 'server-failure' }
  | { readonly kind: 'refused' }
  /** Nothing is sent; a TCP connection stays open. */
  | { readonly kind: 'silence' }
  /** Over TCP the connection is closed without a reply; over UDP this is silence. */
  | { readonly kind: 'hang-up' }
  /** Over UDP an empty answer with the TC flag, over TCP the records. */
  | { readonly kind: 'truncated'; readonly records: readonly DnsRecord[] }
  /** These bytes in place of a message; over TCP with the length in front. */
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array }
  /** A forged answer with these records, and the server's own reply after it. `other-source` needs UDP: over TCP nothing is forged. */
  | {
      readonly kind: 'forged';
      readonly forgery: Forgery;
      readonly records: readonly DnsRecord[];
      readonly then: DnsReply;
    };
