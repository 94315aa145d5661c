import type { NotFollowed } from '../../diagnosis/authority-redirect.ts';
import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { ProblemCatalog } from '../catalog.ts';
import { fewInWords } from '../format.ts';

const HAVE_TO_LOOK = 'If you have not, the people who run your site have to look at it.';

const OPEN_PORT_80 =
  'If you have a firewall or a proxy in front of the site, let port 80 through. If you have not, the people who run your site have to ask Closte.';

/** What is wrong with port 80, over which Let's Encrypt validates (https://letsencrypt.org/docs/allow-port-80/). */
export const PORT_80 = {
  'port-80-closed': ({ severity, domain, addresses }) => ({
    title: 'Port 80 is closed',
    explanation: `The authority that issues the certificate calls ${domain} over plain HTTP, on port 80, and so does a visitor who types only the name. At ${fewInWords(addresses)}, no web server answers there. ${consequence(severity)}`,
    remedy: OPEN_PORT_80,
  }),

  'port-80-timeout': ({ severity, domain, addresses }) => ({
    title: 'Port 80 does not answer',
    explanation: `The authority that issues the certificate calls ${domain} over plain HTTP, on port 80, and so does a visitor who types only the name. At ${fewInWords(addresses)}, there is no answer in time, which mostly means a firewall. ${consequence(severity)}`,
    remedy: OPEN_PORT_80,
  }),

  'http-redirects-elsewhere': (problem) => {
    const { severity, domain, to } = problem;
    const isFollowed = problem.authority === 'follows';
    const proof = isFollowed
      ? 'The authority that issues the certificate asks there for a proof that only this site has, and may not find it.'
      : `The authority that issues the certificate does not follow it there: ${WHY_NOT_FOLLOWED[problem.because]}. ${consequence(severity)}`;
    const mend =
      !isFollowed && problem.because === 'missing-slash'
        ? `put a slash at the end of the address to which it leads: ${to.replace(/\.well-known$/, '')}/`
        : 'switch it off';
    return {
      title: 'Port 80 redirects elsewhere',
      explanation: `Whoever calls ${domain} over plain HTTP is sent on to ${to}. ${proof}`,
      remedy: `If you have set up a redirect or forwarding for ${domain} at your DNS provider or in a proxy, ${mend}. ${HAVE_TO_LOOK}`,
    };
  },

  'http-redirect-loop': ({ severity, domain }) => ({
    title: 'Port 80 redirects in a circle',
    explanation: `Whoever calls ${domain} over plain HTTP is sent on and on, and comes to no page. So it is with the authority that issues the certificate. ${consequence(severity)}`,
    remedy: `If you have set up a redirect or forwarding for ${domain} at your DNS provider or in a proxy, switch it off. ${HAVE_TO_LOOK}`,
  }),

  'answers-differ-between-addresses': ({ domain, addresses }) => ({
    title: 'Its addresses do not lead to the same server',
    explanation: `${domain} leads to ${fewInWords(addresses)}, and these answer the same question in different ways. So probably not all of them are this site, and what a visitor gets is a matter of luck.`,
    remedy: `Look through the A and AAAA records of ${domain} for one that is left over from another server, and remove it. If all of them are as you were told to set them, the people who run your site have to look at it.`,
  }),
} satisfies Partial<ProblemCatalog>;

/** The end of a sentence. */
const WHY_NOT_FOLLOWED: Readonly<Record<Exclude<NotFollowed, 'loop' | 'too-many'>, string>> = {
  status: 'it follows no redirect with the status 303',
  unreadable: 'it cannot read the address',
  scheme: 'it follows to http: and https: only',
  'no-host': 'there is no host name in the address',
  port: 'it follows to the ports 80 and 443 only',
  'missing-slash': 'a slash is missing after the host name, so there is no such host',
  'reserved-address': 'such an address is not on the internet',
  'no-public-name': 'there is no such name on the internet',
  'too-long': 'the address is too long',
};

function consequence(severity: Severity): string {
  return severity === 'fatal'
    ? 'So the site can get no certificate.'
    : 'This may keep a certificate from being issued or renewed.';
}
