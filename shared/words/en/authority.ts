/**
 * What keeps the certificate authority from issuing. Closte's is Let's Encrypt. `severity` is "fatal" where the site has
 * no certificate.
 */
export const AUTHORITY = {
  'caa-forbids.title': "A CAA record forbids the site's certificate",
  'caa-forbids.explanation.other-authority':
    "CAA records say which authorities may issue certificates for a domain. Those that hold for {domain} do not allow Let's Encrypt, which issues the one of this site.",
  'caa-forbids.explanation.malformed':
    "CAA records say which authorities may issue certificates for a domain. Those that hold for {domain} name Let's Encrypt, which issues the one of this site, but in a way that it cannot read.",
  'caa-forbids.explanation.other-method':
    "CAA records say which authorities may issue certificates for a domain. Those that hold for {domain} allow Let's Encrypt, which issues the one of this site, only with another proof (validationmethods) than the one that is used here.",
  'caa-forbids.explanation.unknown-account':
    "CAA records say which authorities may issue certificates for a domain. Those that hold for {domain} allow Let's Encrypt, which issues the one of this site, for one account only (accounturi), and the hosting of this site seems to use another.",
  'caa-forbids.explanation.no-account':
    "CAA records say which authorities may issue certificates for a domain. Those that hold for {domain} allow Let's Encrypt, which issues the one of this site, only for an account (accounturi) that it does not have.",
  'caa-forbids.remedy.own':
    'Add a CAA record for {place} with the flag {flags}, the tag {tag} and the value {value}. The others can stay as they are.',
  'caa-forbids.remedy.network':
    'The people who run your site have to see to it: these CAA records stand at the domain to which your CNAME record leads, and that is theirs. They have to add one with the tag {tag} and the value {value}.',
  'caa-forbids.remedy.target':
    'These CAA records stand at {target}, to which the CNAME record of {alias} leads. Ask whoever has that domain to add one with the tag {tag} and the value {value}.',

  'caa-unknown-critical.title': 'A CAA record that the authority does not know',
  'caa-unknown-critical.explanation':
    "CAA records say which authorities may issue certificates for a domain. One that holds for {domain} is marked as critical and has the tag {tags}, which Let's Encrypt does not know: then it must not issue.",
  'caa-unknown-critical.remedy.remove':
    'Remove the CAA record with the tag {tags} from {place}, or set its flag to 0.',
  'caa-unknown-critical.remedy.own':
    'Add a CAA record for {place} with the flag 0, the tag issue and the value letsencrypt.org: it goes before those of {above}.',
  'caa-unknown-critical.remedy.network':
    'The people who run your site have to see to it: these CAA records stand at the domain to which your CNAME record leads, and that is theirs. They have to remove the one with the tag {tags}, or to set its flag to 0.',
  'caa-unknown-critical.remedy.target':
    'These CAA records stand at {target}, to which the CNAME record of {alias} leads. Ask whoever has that domain to remove the one with the tag {tags}, or to set its flag to 0.',

  'caa.or-replace-alias': 'Or replace the CNAME record of {place} by {records}.',

  'caa-not-answered.title': 'DNS gives no answer about CAA records',
  'caa-not-answered.explanation':
    "CAA records say which authorities may issue certificates for a domain. When DNS is asked for those of {asked}, the question fails, and not only once. Let's Encrypt must not issue then: there might be one that forbids it.",
  'caa-not-answered.remedy.of-the-domain':
    'Ask the company at which the DNS records of {asked} are kept to have its servers answer questions for CAA records (type 257).',
  'caa-not-answered.remedy.of-the-network':
    'The people who run your site have to see to it that the DNS servers of {asked} answer questions for CAA records (type 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'This is for whoever runs the DNS servers of {asked}. Mostly it passes by itself; if it does not, tell the people who run your site.',

  /** Stands behind an explanation. */
  'caa.consequence':
    '{severity, select, fatal {So the site cannot get one.} other {The site has a certificate now, but it cannot be renewed.}}',

  'wildcard-needs-dns-validation.title': 'A wildcard certificate needs a proof by DNS',
  'wildcard-needs-dns-validation.explanation':
    "Let's Encrypt gives a certificate for {domain} only if a certain DNS record proves that the domain is yours. Closte has to ask for that record, and it may have to be set by you.",
  'wildcard-needs-dns-validation.remedy':
    'Ask the people who run your site: they have to settle with Closte which record that is. If it is one that you have to set, they will tell you.',
} as const satisfies Readonly<Record<string, string>>;
