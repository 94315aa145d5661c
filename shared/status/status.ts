import type { Action } from '../advice/action.ts';
import type { Turn } from '../advice/turn.ts';
import type { DnsRecord } from '../diagnosis/records-to-set.ts';
import type { AnswerKind } from '../dns/look-up.ts';
import type { RecordForm } from '../providers/forms.ts';
import type { ProblemInWords } from '../words/problem.ts';

/**
 * All that is known of a domain now, as `GET status?domain=…` answers it in JSON and as its page shows it. Times are
 * RFC 3339. Whatever came from outside (names, records, certificates, what servers call themselves) stands in it as it
 * came.
 */
export interface Status {
  readonly domain: string;
  /** Of its sentences (BCP 47). */
  readonly language: string;
  readonly checked_at: string;
  readonly verdict: Verdict;
  /** The one sentence that answers whether the domain works. */
  readonly sentence: string;
  /** What is to be done, in order; empty where all is right. */
  readonly actions: readonly Action[];
  /** Who has to do something; null where nobody has. */
  readonly turn: Turn;
  /** Who keeps the records of the domain; null where nobody knows. */
  readonly provider: ProviderStatus | null;
  /** The worst first. */
  readonly problems: readonly StatusProblem[];
  readonly target: { readonly network_domain: string | null; readonly addresses: readonly string[] };
  /** Ways to make the DNS right; the records of one way belong together. The first is the best. */
  readonly records_to_set: readonly (readonly DnsRecord[])[];
  /** What is there now, as the resolvers together give it, each with whether it may stay. */
  readonly records_found: readonly (DnsRecord & { readonly is_right: boolean })[];
  readonly resolvers: readonly ResolverStatus[];
  readonly zone: ZoneStatus;
  readonly certificate: CertificateStatus | null;
  readonly alias: 'listed' | 'not-listed' | 'not-needed' | 'unknown';
  /** Where it was given up: since when, and when it is looked at next. */
  readonly given_up: { readonly since: string; readonly next: string } | null;
  readonly timeline: readonly TimelineStep[];
}

export type Verdict =
  | { readonly kind: 'ready' }
  /** `until` is when it is given up, if that is known. */
  | { readonly kind: 'waiting'; readonly for: string; readonly until: string | null }
  /** Somebody has to do something, `turn` says who: what the first of the problems says. */
  | { readonly kind: 'action-needed' }
  /** WordPress has taken the mapping back, or never had it. */
  | { readonly kind: 'not-mapped' };

export interface StatusProblem extends ProblemInWords {
  /** Whether the people who run the network have something to do about it, or are to be asked. */
  readonly concerns_operator: boolean;
}

export interface ProviderStatus {
  readonly name: string;
  /** How its form is filled in, where that is known. */
  readonly form?: RecordForm;
  /** Where it sets the records itself, once the owner agrees: what `actions` say of the domain's own records. */
  readonly apply?: { readonly url: string; readonly host: string };
}

export interface ResolverStatus {
  /** Its address. */
  readonly resolver: string;
  readonly verdict: 'pointing' | 'partly' | 'elsewhere' | 'missing' | 'unknown';
  readonly answer_kind: AnswerKind;
  /** What it answered, in words. */
  readonly answer: string;
}

export interface ZoneStatus {
  /** The name at which the zone begins; null where it could not be found. */
  readonly apex: string | null;
  readonly servers: readonly {
    readonly name: string;
    readonly address: string;
    readonly answer_kind: AnswerKind;
    readonly answer: string;
  }[];
}

export interface CertificateStatus {
  readonly is_right: boolean;
  /** In words, by address: what it showed. */
  readonly addresses: readonly { readonly address: string; readonly shows: string }[];
  /** The certificate itself first, then its issuer, as the server sent them. Empty if none was shown. */
  readonly chain: readonly {
    readonly subject: string;
    readonly issuer: string;
    readonly not_before: string;
    readonly not_after: string;
  }[];
  /** The names that it is for. */
  readonly names: readonly string[];
}

export interface TimelineStep {
  readonly step: 'mapped' | 'alias' | 'dns' | 'certificate' | 'done';
  readonly state: 'done' | 'current' | 'ahead' | 'failed';
  /** When it came about, or since when it has been waited for; null where nobody knows. */
  readonly at: string | null;
}
