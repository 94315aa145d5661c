/** A recursive resolver, or a name server of a zone. */
export interface Resolver {
  readonly address: string;
  readonly port: number;
}

/** The types of records that are asked for. */
export type QuestionType = 'A' | 'AAAA' | 'NS' | 'CAA' | 'TXT' | 'MX' | 'DS';

type RecordType = QuestionType | 'CNAME';

/**
 * What a server is asked to do.
 *
 * - `resolve`: to find the answer, wherever it is.
 * - `resolve-unchecked`: the same, without the validation of DNSSEC (the CD bit, RFC 4035, 3.2.2).
 * - `tell`: to say what it has itself.
 */
export type Wish = 'resolve' | 'resolve-unchecked' | 'tell';

/**
 * Why a question got no answer that says anything about the name. `filtered`: whoever was asked withholds it on
 * purpose. `not-asked`: whoever asks has used up his questions, which says nothing about the server either.
 */
export type QueryFailure =
  | 'timeout'
  | 'server-failure'
  | 'refused'
  | 'not-implemented'
  | 'format-error'
  | 'filtered'
  | 'unreachable'
  | 'not-asked';

export type QueryAnswer =
  | {
      readonly kind: 'answer';
      /** RFC 6604: of a chain of CNAMEs, it speaks of the last name. */
      readonly nameExists: boolean;
      readonly records: readonly ResourceRecord[];
      /**
       * For how many seconds a cache may take the records that are not there for missing (RFC 2308, 5). Undefined
       * without the zone's SOA, by which an answer without records shows that it is whole (RFC 2308, 2.2).
       */
      readonly negativeTtl: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly failure: QueryFailure;
      /** Whom a server names that knows nothing of the name itself. */
      readonly referral?: Referral;
    };

/** A zone with the servers to which it is delegated (RFC 1034, 4.3.2), by those who delegate it. */
export interface Referral {
  readonly zone: string;
  readonly servers: readonly ReferredServer[];
}

export interface ReferredServer {
  readonly name: string;
  /** As far as the referral has them (glue). */
  readonly addresses: readonly string[];
}

/** A record, its names in lower case, its TTL in seconds. Of a DS record, the data is as it stands in a zone file. */
export type ResourceRecord = {
  readonly [T in RecordType]: {
    readonly name: string;
    readonly type: T;
    readonly ttl: number;
    readonly data: T extends 'CAA' ? CaaData : string;
  };
}[RecordType];

export type RecordOf<T extends RecordType> = Extract<ResourceRecord, { readonly type: T }>;

/** The data of a CAA record (RFC 8659, 4.1). */
interface CaaData {
  readonly flags: number;
  /** In lower case. */
  readonly tag: string;
  readonly value: string;
}
