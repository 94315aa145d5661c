import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { CaaEvidence } from '../../diagnosis/evidence.ts';
import { hostName } from '../../diagnosis/records-to-set.ts';
import type { DomainName } from '../../domain/name.ts';
import { fewInWords } from '../few.ts';
import { problem, type Severity } from '../problem.ts';
import { placeInWords } from './records.ts';

// What keeps the certificate authority from issuing. Closte's is Let's Encrypt.

/** What Let's Encrypt is called in a CAA record (https://letsencrypt.org/docs/caa/). */
export const AUTHORITY = 'letsencrypt.org';

type FoundCaa = Pick<Extract<CaaEvidence, { readonly kind: 'found' }>, 'at' | 'records'>;

/**
 * @param own the name at which the owner of the domain can set a CAA record that goes before those that were found
 * @param tag of the record that would allow it
 */
export function caaForbids(
  severity: Severity,
  domain: DomainName,
  { at, records }: FoundCaa,
  own: string,
  tag: 'issue' | 'issuewild',
): DomainProblem {
  const orNone = own === at ? ' Or remove all CAA records there: then every authority may issue.' : '';
  return problem('caa-forbids', severity, {
    title: "A CAA record forbids the site's certificate",
    explanation: `CAA records say which authorities may issue certificates for a domain. Those that hold for ${domain} do not allow Let's Encrypt, which issues the one of this site. ${consequence(severity)}`,
    remedy: `Add a CAA record for ${placeInWords(own, hostName(own, undefined))} with the flag 0, the tag ${tag} and the value ${AUTHORITY}.${orNone}`,
    detail: recordsInWords({ at, records }),
  });
}

/** RFC 8659, 4.1: an authority that does not know the tag of a critical record must not issue. */
export function caaUnknownCritical(
  severity: Severity,
  domain: DomainName,
  { at, records }: FoundCaa,
): DomainProblem {
  const tags = fewInWords([...new Set(records.map(({ tag }) => tag))]);
  return problem('caa-unknown-critical', severity, {
    title: 'A CAA record that the authority does not know',
    explanation: `CAA records say which authorities may issue certificates for a domain. One that holds for ${domain} is marked as critical and has the tag ${tags}, which Let's Encrypt does not know: then it must not issue. ${consequence(severity)}`,
    remedy: `Remove the CAA record with the tag ${tags} from ${placeInWords(at, hostName(at, undefined))}, or set its flag to 0.`,
    detail: recordsInWords({ at, records }),
  });
}

/** RFC 8555, 7.1.3 and https://letsencrypt.org/docs/challenge-types/: a wildcard is validated by DNS-01 only. */
export function wildcardNeedsDnsValidation(
  severity: Severity,
  domain: DomainName,
  detail: string,
): DomainProblem {
  return problem('wildcard-needs-dns-validation', severity, {
    title: 'A wildcard certificate needs a proof by DNS',
    explanation: `Let's Encrypt gives a certificate for ${domain} only if a certain DNS record proves that the domain is yours. Closte has to ask for that record, and it may have to be set by you.`,
    remedy:
      'Ask the people who run your site: they have to settle with Closte which record that is. If it is one that you have to set, they will tell you.',
    detail,
  });
}

function consequence(severity: Severity): string {
  return severity === 'fatal'
    ? 'So the site cannot get one.'
    : 'The site has a certificate now, but it cannot be renewed.';
}

function recordsInWords({ at, records }: FoundCaa): string {
  const texts = records.map(({ critical, tag, value }) => `${critical ? 128 : 0} ${tag} "${value}"`);
  return `CAA records of ${at}: ${texts.join(', ')}`;
}
