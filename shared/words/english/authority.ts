import type { CaaMendedBy } from '../../diagnosis/authority-parameters.ts';
import type { DoesNotAllow } from '../../diagnosis/caa-issue.ts';
import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { ProblemCatalog } from '../catalog.ts';
import { fewInWords } from '../format.ts';
import { addressRecordsInWords, placeInWords } from './record-phrases.ts';

/** What keeps the certificate authority from issuing. Closte's is Let's Encrypt. */
export const AUTHORITY_PROBLEMS = {
  'caa-forbids': ({ severity, domain, because, allowing, mendedBy }) => ({
    title: "A CAA record forbids the site's certificate",
    explanation: `CAA records say which authorities may issue certificates for a domain. ${WHY_FORBIDDEN[because](domain)} ${consequence(severity)}`,
    remedy: mending(mendedBy, {
      own: `with the flag ${allowing.flags}, the tag ${allowing.tag} and the value ${allowing.value}. The others can stay as they are`,
      others: `to add one with the tag ${allowing.tag} and the value ${allowing.value}`,
    }),
  }),

  'caa-unknown-critical': ({ severity, domain, caa, mendedBy }) => {
    const tags = fewInWords([...new Set(caa.records.map(({ tag }) => tag))]);
    const isOwn = mendedBy.kind === 'record' && mendedBy.own.name === caa.name;
    return {
      title: 'A CAA record that the authority does not know',
      explanation: `CAA records say which authorities may issue certificates for a domain. One that holds for ${domain} is marked as critical and has the tag ${tags}, which Let's Encrypt does not know: then it must not issue. ${consequence(severity)}`,
      remedy: isOwn
        ? `Remove the CAA record with the tag ${tags} from ${placeInWords(caa)}, or set its flag to 0.`
        : mending(mendedBy, {
            own: `with the flag 0, the tag issue and the value letsencrypt.org: it goes before those of ${caa.name}`,
            others: `to remove the one with the tag ${tags}, or to set its flag to 0`,
          }),
    };
  },

  'caa-not-answered': ({ severity, asked, servers }) => ({
    title: 'DNS gives no answer about CAA records',
    explanation: `CAA records say which authorities may issue certificates for a domain. When DNS is asked for those of ${asked}, the question fails, and not only once. Let's Encrypt must not issue then: there might be one that forbids it. ${consequence(severity)}`,
    remedy: WHO_MENDS_SERVERS[servers](asked),
  }),

  'wildcard-needs-dns-validation': ({ domain }) => ({
    title: 'A wildcard certificate needs a proof by DNS',
    explanation: `Let's Encrypt gives a certificate for ${domain} only if a certain DNS record proves that the domain is yours. Closte has to ask for that record, and it may have to be set by you.`,
    remedy:
      'Ask the people who run your site: they have to settle with Closte which record that is. If it is one that you have to set, they will tell you.',
  }),
} satisfies Partial<ProblemCatalog>;

/** What the records say instead. */
const WHY_FORBIDDEN: Readonly<Record<DoesNotAllow, (domain: string) => string>> = {
  'other-authority': (domain) =>
    `Those that hold for ${domain} do not allow Let's Encrypt, which issues the one of this site.`,
  malformed: (domain) =>
    `Those that hold for ${domain} name Let's Encrypt, which issues the one of this site, but in a way that it cannot read.`,
  'other-method': (domain) =>
    `Those that hold for ${domain} allow Let's Encrypt, which issues the one of this site, only with another proof (validationmethods) than the one that is used here.`,
  'unknown-account': (domain) =>
    `Those that hold for ${domain} allow Let's Encrypt, which issues the one of this site, for one account only (accounturi), and the hosting of this site seems to use another.`,
  'no-account': (domain) =>
    `Those that hold for ${domain} allow Let's Encrypt, which issues the one of this site, only for an account (accounturi) that it does not have.`,
};

/** The last words of a sentence about a record to add, and about what others are to be asked for. */
interface Mending {
  readonly own: string;
  readonly others: string;
}

function mending(by: CaaMendedBy, { own, others }: Mending): string {
  switch (by.kind) {
    case 'record':
      return `Add a CAA record for ${placeInWords(by.own)} ${own}.`;
    case 'network':
      return `The people who run your site have to see to it: these CAA records stand at the domain to which your CNAME record leads, and that is theirs. They have ${others}.`;
    case 'target': {
      const instead =
        by.addresses.length === 0
          ? ''
          : ` Or replace the CNAME record of ${placeInWords(by.alias)} by ${addressRecordsInWords(by.addresses)}.`;
      return `These CAA records stand at ${by.target}, to which the CNAME record of ${by.alias.name} leads. Ask whoever has that domain ${others}.${instead}`;
    }
  }
}

/** Who can mend servers that fail, and how. */
const WHO_MENDS_SERVERS = {
  'of-the-domain': (asked: string) =>
    `Ask the company at which the DNS records of ${asked} are kept to have its servers answer questions for CAA records (type 257).`,
  'of-the-network': (asked: string) =>
    `The people who run your site have to see to it that the DNS servers of ${asked} answer questions for CAA records (type 257).`,
  'of-somebody-else': (asked: string) =>
    `This is for whoever runs the DNS servers of ${asked}. Mostly it passes by itself; if it does not, tell the people who run your site.`,
};

function consequence(severity: Severity): string {
  return severity === 'fatal'
    ? 'So the site cannot get one.'
    : 'The site has a certificate now, but it cannot be renewed.';
}
