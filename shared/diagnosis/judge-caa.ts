import { type DomainName, isWildcard, registeredName } from '../domain/name.ts';
import { isWithin } from '../domain/name-tree.ts';
import type { DomainProblem, RecordPlace, Severity } from './domain-problem.ts';
import type { CaaEvidence, CaaRecord } from './evidence.ts';
import { hostName } from './records-to-set.ts';

/** What Let's Encrypt is called in a CAA record (https://letsencrypt.org/docs/caa/). Closte's certificates are its. */
const AUTHORITY = 'letsencrypt.org';

/** RFC 8659, 4.2 to 4.4, and RFC 9495: the tags that Let's Encrypt knows, even where it has no use for them. */
const KNOWN_TAGS = ['issue', 'issuewild', 'iodef', 'issuemail'];

/**
 * Whether the CAA records that count for a domain let Let's Encrypt issue (RFC 8659).
 *
 * | the records | may it issue? |
 * | --- | --- |
 * | none, or none with the tag that counts | yes |
 * | one with the tag that counts names it | yes |
 * | those with the tag that counts name others, or nobody (`;`) | no |
 * | a critical one with a tag that it does not know | no |
 *
 * The tag that counts is `issue`; for a wildcard it is `issuewild`, if there is any. Where the records could not be
 * looked up, nothing is said.
 */
export function caaProblems(
  domain: DomainName,
  caa: CaaEvidence,
  severity: Severity,
): readonly DomainProblem[] {
  if (caa.kind !== 'found') return [];
  const { records } = caa;
  const has = (tag: string) => records.some((record) => record.tag === tag);
  const tag = isWildcard(domain) && has('issuewild') ? 'issuewild' : 'issue';
  const isForbidden = has(tag) && !records.some((record) => record.tag === tag && namesAuthority(record));
  const unknown = records.filter((record) => record.critical && !KNOWN_TAGS.includes(record.tag));

  // Records of a name further up, such as the top-level one, are not the owner's to change: his own go before them.
  const registered = registeredName(domain);
  const own = isWithin(caa.at, registered) ? caa.at : registered;
  const place = placeOf(caa.at);
  const problems: DomainProblem[] = [];
  if (unknown.length > 0) {
    problems.push({ code: 'caa-unknown-critical', severity, domain, caa: { ...place, records: unknown } });
  }
  if (isForbidden) {
    problems.push({
      code: 'caa-forbids',
      severity,
      domain,
      caa: { ...place, records },
      own: placeOf(own),
      allowing: { critical: false, tag, value: AUTHORITY },
    });
  }
  return problems;
}

/** Which zone it is that holds the name, nobody has looked up. */
function placeOf(name: string): RecordPlace {
  return { name, host: hostName(name, undefined) };
}

/** The issuer's name ends at the first semicolon; parameters follow (RFC 8659, 4.2). */
function namesAuthority({ value }: CaaRecord): boolean {
  const [issuer = ''] = value.split(';');
  return issuer.trim().toLowerCase() === AUTHORITY;
}
