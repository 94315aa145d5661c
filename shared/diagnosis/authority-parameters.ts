import type { QueryFailure } from '../dns/question.ts';
import type { NotFollowed } from './authority-redirect.ts';
import type { DoesNotAllow } from './caa-issue.ts';
import type { CaaRecord, OriginResult } from './evidence.ts';
import type { ProxyName } from './proxy-ranges.ts';
import type { RecordPlace } from './records-to-set.ts';

// What the problems are told with that keep an authority from issuing, or visitors from what it has issued.

export interface OfCaa {
  /** The records that are to blame, and where they stand. */
  readonly caa: RecordPlace & { readonly records: readonly CaaRecord[] };
  readonly mendedBy: CaaMendedBy;
}

export interface CaaForbids extends OfCaa {
  readonly because: DoesNotAllow;
  /** The record that would allow it. */
  readonly allowing: CaaRecord;
}

export interface CaaNotAnswered {
  /** The name whose records were asked for. */
  readonly asked: string;
  readonly failure: QueryFailure;
  /** Whose servers these are. */
  readonly servers: 'of-the-domain' | 'of-the-network' | 'of-somebody-else';
}

/** Who can change which CAA records count for a domain. */
export type CaaMendedBy =
  /** Its owner, by CAA records at a name of his own. */
  | { readonly kind: 'record'; readonly own: RecordPlace }
  /** Whoever runs the network, to whose domain an alias leads. */
  | { readonly kind: 'network' }
  /** The owner of the name to which an alias leads. Or the alias gives way to the addresses to which it leads now. */
  | {
      readonly kind: 'target';
      readonly alias: RecordPlace;
      readonly target: string;
      readonly addresses: readonly string[];
    };

/** Where a redirect leads, `to` being the host, or what the server wrote where no host can be read from it. */
export type RedirectElsewhere =
  | { readonly authority: 'follows'; readonly to: string }
  | {
      readonly authority: 'does-not-follow';
      readonly because: Exclude<NotFollowed, 'loop' | 'too-many'>;
      readonly to: string;
    };

/**
 * Why HTTPS does not arrive at the network, though what is fetched through the proxy over HTTP does.
 *
 * - `handshake`: the proxy gets no secure connection with the site (525 of Cloudflare).
 * - `certificate`: it does not trust the site's certificate (526).
 * - `loop`: visitors are sent on and on, since the proxy calls the site over HTTP, which sends them to HTTPS.
 * - `to-http`: they are sent to HTTP.
 * - `untrusted`: browsers do not trust the certificate by which it arrives.
 * - `error`: the proxy answers with another error.
 * - `other-site`: somebody else answers.
 * - `no-answer`: nobody does.
 */
export type HttpsFailure =
  | 'handshake'
  | 'certificate'
  | 'loop'
  | 'to-http'
  | 'untrusted'
  | 'error'
  | 'other-site'
  | 'no-answer';

export interface HttpsBehindProxy {
  readonly because: HttpsFailure;
  readonly proxy: ProxyName | undefined;
  /** What came of it through each address. */
  readonly through: readonly OriginResult[];
}
