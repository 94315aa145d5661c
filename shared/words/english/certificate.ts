import type { ProblemCatalog } from '../catalog.ts';
import { dateInWords, fewInWords } from '../format.ts';

const NO_HTTPS = 'No secure connection (HTTPS)';

const HAVE_TO_ASK = 'The people who run your site have to ask Closte';

/** What is wrong with the certificate that a domain shows, or that it shows none. */
export const CERTIFICATE = {
  'no-https': ({ domain, because, addresses }) => {
    const where = fewInWords(addresses);
    switch (because) {
      case 'no-answer':
        return {
          title: NO_HTTPS,
          explanation: `${domain} does not answer over HTTPS at ${where}, so browsers cannot open the site there.`,
          remedy:
            'If you have a firewall or a proxy in front of the site, let port 443 through. If you have not, the people who run your site have to ask Closte why HTTPS does not answer.',
        };
      case 'no-tls':
        return {
          title: NO_HTTPS,
          explanation: `At ${where}, a server answers for ${domain} on port 443, but no secure connection with it comes about. So browsers cannot open the site there.`,
          remedy: `${HAVE_TO_ASK} why no secure connection comes about.`,
        };
      case 'no-way-there':
        return {
          title: 'HTTPS could not be tested',
          explanation: `${domain} has IPv6 addresses only (${where}), and there is no way to them from where it is tested. Visitors without IPv6 cannot reach them either.`,
          remedy:
            'If you were told to set an A record, for IPv4, as well, set it. If not, the people who run your site have to test it over IPv6.',
        };
    }
  },

  'no-certificate': ({ domain, addresses }) => ({
    title: 'The server has no certificate for it',
    explanation: `At ${fewInWords(addresses)}, the server ends the secure connection before it begins: it has no certificate for ${domain}. So browsers cannot open the site over HTTPS.`,
    remedy: `${HAVE_TO_ASK} why there is no certificate for ${domain}.`,
  }),

  'default-certificate': ({ domain, names }) => ({
    title: 'No certificate of its own yet',
    explanation: `The server shows ${aCertificate(names)} instead of one for ${domain}, so browsers warn visitors off. That is what it shows as long as it has none for the domain.`,
    remedy: `${HAVE_TO_ASK} why there is no certificate for ${domain}.`,
  }),

  'wrong-name': ({ domain, names }) => ({
    title: 'The certificate is for other names',
    explanation: `The server shows ${aCertificate(names)}. That is not valid for ${domain}, so browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate for ${domain}.`,
  }),

  expired: ({ domain }) => ({
    title: 'The certificate has expired',
    explanation: `The certificate of ${domain} is not valid any more, so browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} why it was not renewed.`,
  }),

  'not-yet-valid': ({ domain }) => ({
    title: 'The certificate is not valid yet',
    explanation: `The certificate of ${domain} is valid only from a later time on. Until then browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate that is valid now.`,
  }),

  'self-signed': ({ domain }) => ({
    title: 'The certificate is not from an authority',
    explanation: `The server shows a certificate for ${domain} that it has signed itself. Browsers trust only certificates of an authority, so they warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate of an authority.`,
  }),

  'untrusted-issuer': ({ domain }) => ({
    title: 'The certificate is from an unknown authority',
    explanation: `The server shows a certificate for ${domain} of an authority that browsers do not trust, so they warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate of an authority that browsers trust.`,
  }),

  'incomplete-chain': ({ domain, missing }) => {
    const names = missing.map((issuer) => [...issuer].slice(0, LONGEST_ISSUER).join(''));
    const end = names.length === 0 ? '' : ` What it sends ends at ${fewInWords(names, MOST_NAMES)}.`;
    return {
      title: 'A part of the certificate is missing',
      explanation: `The server does not send all of the certificates that link the one of ${domain} to an authority that browsers know.${end} Some browsers find the rest by themselves, others warn visitors off.`,
      remedy: `${HAVE_TO_ASK} to send the whole chain of certificates, up to an authority that browsers trust.`,
    };
  },

  'expiring-soon': ({ domain, notAfter }) => ({
    title: 'The certificate expires soon',
    explanation: `The certificate of ${domain} is valid until ${dateInWords(notAfter)}. It should have been renewed by now.`,
    remedy:
      'If another problem is named beside this one, mend that first: it may be what prevents the renewal. If not, the people who run your site have to ask Closte why it was not renewed.',
  }),

  'still-being-issued': ({ domain }) => ({
    title: 'The certificate is being issued',
    explanation: `The DNS of ${domain} has been right for a short while only, and from then on the certificate takes 5 to 10 minutes. Until it is there, browsers warn visitors off.`,
    remedy: 'You have nothing to do.',
  }),
} satisfies Partial<ProblemCatalog>;

/** A certificate may name its issuer at any length, in characters. */
const LONGEST_ISSUER = 100;

/** Certificates may hold for a hundred names. */
const MOST_NAMES = 3;

function aCertificate(names: readonly string[]): string {
  if (names.length === 0) return 'a certificate without a name';
  return `a certificate for ${fewInWords(names, MOST_NAMES)}`;
}
