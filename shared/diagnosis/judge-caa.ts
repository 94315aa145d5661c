import type { QueryFailure } from '../dns/question.ts';
import { baseName, type DomainName, isWildcard, registeredName } from '../domain/name.ts';
import { isWithin, levelsOf } from '../domain/name-tree.ts';
import type { CaaMendedBy } from './authority-parameters.ts';
import { AUTHORITY, type DoesNotAllow, readIssue } from './caa-issue.ts';
import type { DomainProblem, Severity } from './domain-problem.ts';
import type { CaaEvidence, CaaRecord, CertificateEvidence } from './evidence.ts';
import { hostName, type RecordPlace } from './records-to-set.ts';

/**
 * RFC 8659, 4.2 to 4.4, RFC 9495, and the tag for marks in e-mail: what Let's Encrypt knows, even where it has no use
 * for it (`filterCAA` in `va/caa.go` of Boulder).
 */
const KNOWN_TAGS = ['issue', 'issuewild', 'iodef', 'issuemail', 'issuevmc'];

/**
 * RFC 8659, 4.1: the highest bit. Many took the lowest for it, so Let's Encrypt reads that one as well; it overlooks
 * the rest (`filterCAA`).
 */
const CRITICAL = 128 | 1;

/** What is told first, where several records do not allow it: the one that comes nearest. */
const NEAREST_FIRST: readonly DoesNotAllow[] = [
  'unknown-account',
  'no-account',
  'other-method',
  'malformed',
  'other-authority',
];

/** Failures of the look-up that say nothing about the name, but something about the resolvers or whoever asks them. */
const SAYS_NOTHING: readonly QueryFailure[] = [
  'not-asked',
  'unreachable',
  'refused',
  'not-implemented',
  'format-error',
  'filtered',
];

type Found = Extract<CaaEvidence, { readonly kind: 'found' }>;
type Unknown = Extract<CaaEvidence, { readonly kind: 'unknown' }>;
type Seen = Pick<CertificateEvidence, 'domain' | 'caa' | 'networkDomain' | 'reports'>;

/**
 * Whether the CAA records that count for a domain let Let's Encrypt issue (RFC 8659).
 *
 * | the records | may it issue? |
 * | --- | --- |
 * | none, or none with the tag that counts | yes |
 * | one with the tag that counts allows it | yes |
 * | one with the tag that counts allows one account of it | taken for yes as long as there is a good certificate |
 * | those with the tag that counts do not allow it, or nobody (`;`) | no |
 * | a critical one with a tag that it does not know | no |
 * | the question for them fails | no: there might be some (`selectCAA`) |
 *
 * The tag that counts is `issue`; for a wildcard it is `issuewild`, if there is any.
 *
 * @param hasCertificate whether there is a good one now
 */
export function caaProblems(seen: Seen, hasCertificate: boolean): readonly DomainProblem[] {
  const { domain, caa } = seen;
  const severity = hasCertificate ? 'warning' : 'fatal';
  switch (caa.kind) {
    case 'none':
      return [];
    case 'unknown':
      return SAYS_NOTHING.includes(caa.failure) ? [] : [notAnswered(seen, caa, severity)];
    case 'found': {
      const { records } = caa;
      const shown = placeOf(caa.target ?? caa.at);
      const unknown = records.filter(isCriticalUnknown);
      const forbidden = whyForbidden(domain, records, hasCertificate);
      const problems: DomainProblem[] = [];
      if (unknown.length > 0) {
        const mendedBy = mendedByOf(seen, caa);
        problems.push({
          code: 'caa-unknown-critical',
          severity,
          domain,
          caa: { ...shown, records: unknown },
          mendedBy,
        });
      }
      if (forbidden !== undefined) {
        problems.push({
          code: 'caa-forbids',
          severity,
          domain,
          caa: { ...shown, records },
          ...forbidden,
          mendedBy: mendedByOf(seen, caa),
        });
      }
      return problems;
    }
  }
}

export function isCriticalUnknown({ flags, tag }: CaaRecord): boolean {
  return (flags & CRITICAL) !== 0 && !KNOWN_TAGS.includes(tag);
}

/** Why no record allows it, and the one that would; undefined if one does, or none counts. */
function whyForbidden(
  domain: DomainName,
  records: readonly CaaRecord[],
  hasCertificate: boolean,
): { readonly because: DoesNotAllow; readonly allowing: CaaRecord } | undefined {
  const wildcard = isWildcard(domain);
  const tag = wildcard && records.some((record) => record.tag === 'issuewild') ? 'issuewild' : 'issue';
  const meanings = records
    .filter((record) => record.tag === tag)
    .map(({ value }) => readIssue(value, wildcard ? 'dns-01' : 'http-01'));
  const because = NEAREST_FIRST.find((meaning) => meanings.includes(meaning));
  const isAllowed = meanings.includes('allows') || (hasCertificate && because === 'unknown-account');
  return isAllowed || because === undefined
    ? undefined
    : { because, allowing: { flags: 0, tag, value: AUTHORITY } };
}

/**
 * Who can change what the authority finds. The owner of the domain can set a record of his own at the name of those
 * that were found, or below it where that one is not his; it goes before them. At a name with a CNAME no other record
 * can stand (RFC 1034, 3.6.2): there it is the owner of the alias' target who can, or the alias gives way.
 */
function mendedByOf({ domain, networkDomain, reports }: Seen, { at, target, aliases }: Found): CaaMendedBy {
  const registered = registeredName(domain);
  const own = levelsOf(baseName(domain)).findLast(
    (name) => isWithin(name, registered) && isWithin(name, at) && !aliases.includes(name),
  );
  if (own !== undefined) return { kind: 'record', own: placeOf(own) };
  if (target === undefined) return { kind: 'record', own: placeOf(registered) };
  if (networkDomain !== undefined && isWithin(target, networkDomain)) return { kind: 'network' };
  const addresses = reports.map(({ address }) => address);
  return { kind: 'target', alias: placeOf(at), target, addresses };
}

function notAnswered(
  { domain, networkDomain }: Seen,
  { at, target, failure }: Unknown,
  severity: Severity,
): DomainProblem {
  const asked = target ?? at;
  const isNetworks = networkDomain !== undefined && isWithin(asked, networkDomain);
  const isOwners = isWithin(asked, registeredName(domain));
  return {
    code: 'caa-not-answered',
    severity,
    domain,
    asked,
    failure,
    servers: isNetworks ? 'of-the-network' : isOwners ? 'of-the-domain' : 'of-somebody-else',
  };
}

/** Which zone it is that holds the name, nobody has looked up. */
function placeOf(name: string): RecordPlace {
  return { name, host: hostName(name, undefined) };
}
