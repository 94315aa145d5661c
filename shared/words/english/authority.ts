import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { ProblemCatalog } from '../catalog.ts';
import { fewInWords } from '../format.ts';
import { placeInWords } from './record-phrases.ts';

/** What keeps the certificate authority from issuing. Closte's is Let's Encrypt. */
export const AUTHORITY_PROBLEMS = {
  'caa-forbids': ({ severity, domain, caa, own, allowing }) => {
    const orNone =
      own.name === caa.name ? ' Or remove all CAA records there: then every authority may issue.' : '';
    return {
      title: "A CAA record forbids the site's certificate",
      explanation: `CAA records say which authorities may issue certificates for a domain. Those that hold for ${domain} do not allow Let's Encrypt, which issues the one of this site. ${consequence(severity)}`,
      remedy: `Add a CAA record for ${placeInWords(own)} with the flag 0, the tag ${allowing.tag} and the value ${allowing.value}.${orNone}`,
    };
  },

  'caa-unknown-critical': ({ severity, domain, caa }) => {
    const tags = fewInWords([...new Set(caa.records.map(({ tag }) => tag))]);
    return {
      title: 'A CAA record that the authority does not know',
      explanation: `CAA records say which authorities may issue certificates for a domain. One that holds for ${domain} is marked as critical and has the tag ${tags}, which Let's Encrypt does not know: then it must not issue. ${consequence(severity)}`,
      remedy: `Remove the CAA record with the tag ${tags} from ${placeInWords(caa)}, or set its flag to 0.`,
    };
  },

  'wildcard-needs-dns-validation': ({ domain }) => ({
    title: 'A wildcard certificate needs a proof by DNS',
    explanation: `Let's Encrypt gives a certificate for ${domain} only if a certain DNS record proves that the domain is yours. Closte has to ask for that record, and it may have to be set by you.`,
    remedy:
      'Ask the people who run your site: they have to settle with Closte which record that is. If it is one that you have to set, they will tell you.',
  }),
} satisfies Partial<ProblemCatalog>;

function consequence(severity: Severity): string {
  return severity === 'fatal'
    ? 'So the site cannot get one.'
    : 'The site has a certificate now, but it cannot be renewed.';
}
