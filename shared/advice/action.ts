import type { ProblemCode } from '../diagnosis/domain-problem.ts';
import type { RecordPlace } from '../diagnosis/records-to-set.ts';

/** Whose turn it is. `nobody`: time alone is missing. */
export type Who = 'owner' | 'operator' | 'closte' | 'nobody';

/** Where a record is kept: what stands in the zone above the domain is entered where the domain is registered. */
export type Where = 'dns-provider' | 'registrar';

/** A record as it is typed into a form. Names in it are A-labels without a final dot. */
export interface RecordToTouch extends RecordPlace {
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'CAA' | 'DS' | 'NS';
  /** Of CAA as in a zone file: `0 issue "letsencrypt.org"`. */
  readonly value: string;
}

/**
 * One thing to do. Each is lawful in the zone as the actions before it leave it: there is never a record beside a CNAME,
 * and nothing is removed that is not there.
 */
export type Action = Deed & {
  readonly who: Who;
  /** The problem that it mends; `not-mapped` is none of a domain, for nobody says that it should work. */
  readonly code: ProblemCode | 'not-mapped';
  /** Other ways that lead there as well, the better ones first. Each is whole: it takes the place of all that follows. */
  readonly or?: readonly Way[];
};

export type Way = readonly Action[];

type Deed =
  /** One more record; the others of its type stay. */
  | { readonly do: 'set'; readonly record: RecordToTouch; readonly where: Where }
  /** One record takes the place of another. */
  | {
      readonly do: 'change';
      readonly record: RecordToTouch;
      readonly instead_of: Pick<RecordToTouch, 'type' | 'name' | 'value'>;
      readonly where: Where;
    }
  | { readonly do: 'remove'; readonly record: RecordToTouch; readonly where: Where }
  | { readonly do: 'switch-off'; readonly what: 'proxy' | 'redirect' }
  | { readonly do: 'register'; readonly name: string }
  | { readonly do: 'ask'; readonly whom: 'operator' | 'closte' | 'dns-provider' }
  /** RFC 3339. */
  | { readonly do: 'wait'; readonly until: string };
