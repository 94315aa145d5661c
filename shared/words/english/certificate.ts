import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { DomainName } from '../../domain/name.ts';
import { dateInWords, fewInWords } from '../few.ts';
import { listInWords } from '../format.ts';
import { problem } from '../problem.ts';

// What is wrong with the certificate that a domain shows, or that it shows none.

/** What every problem of a certificate is told with. */
export interface CertificateContext {
  readonly domain: DomainName;
  /** What each address has shown. */
  readonly detail: string;
}

const HAVE_TO_ASK = 'The people who run your site have to ask Closte';

/** Certificates may hold for a hundred names. */
const MOST_NAMES = 3;

export function noHttps({ domain, detail }: CertificateContext, addresses: readonly string[]): DomainProblem {
  return problem('no-https', 'fatal', {
    title: 'No secure connection (HTTPS)',
    explanation: `${domain} does not answer over HTTPS at ${fewInWords(addresses)}, so browsers cannot open the site there.`,
    remedy:
      'If you have a firewall or a proxy in front of the site, let port 443 through. If you have not, the people who run your site have to ask Closte why HTTPS does not answer.',
    detail,
  });
}

/** There is no way from here to any of the addresses, which are all of IPv6 then: nothing was seen. */
export function httpsNotSeen(
  { domain, detail }: CertificateContext,
  addresses: readonly string[],
): DomainProblem {
  return problem('no-https', 'warning', {
    title: 'HTTPS could not be tested',
    explanation: `${domain} has IPv6 addresses only (${fewInWords(addresses)}), and there is no way to them from where it is tested. Visitors without IPv6 cannot reach them either.`,
    remedy:
      'If you were told to set an A record, for IPv4, as well, set it. If not, the people who run your site have to test it over IPv6.',
    detail,
  });
}

/** What a server shows that has no certificate for the name yet. */
export function defaultCertificate(
  { domain, detail }: CertificateContext,
  names: readonly string[],
): DomainProblem {
  return problem('default-certificate', 'fatal', {
    title: 'No certificate of its own yet',
    explanation: `The server shows ${aCertificate(names)} instead of one for ${domain}, so browsers warn visitors off. That is what it shows as long as it has none for the domain.`,
    remedy: `${HAVE_TO_ASK} why there is no certificate for ${domain}.`,
    detail,
  });
}

export function wrongName({ domain, detail }: CertificateContext, names: readonly string[]): DomainProblem {
  return problem('wrong-name', 'fatal', {
    title: 'The certificate is for other names',
    explanation: `The server shows ${aCertificate(names)}. That is not valid for ${domain}, so browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate for ${domain}.`,
    detail,
  });
}

export function expired({ domain, detail }: CertificateContext): DomainProblem {
  return problem('expired', 'fatal', {
    title: 'The certificate has expired',
    explanation: `The certificate of ${domain} is not valid any more, so browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} why it was not renewed.`,
    detail,
  });
}

export function notYetValid({ domain, detail }: CertificateContext): DomainProblem {
  return problem('not-yet-valid', 'fatal', {
    title: 'The certificate is not valid yet',
    explanation: `The certificate of ${domain} is valid only from a later time on. Until then browsers warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate that is valid now.`,
    detail,
  });
}

export function selfSigned({ domain, detail }: CertificateContext): DomainProblem {
  return problem('self-signed', 'fatal', {
    title: 'The certificate is not from an authority',
    explanation: `The server shows a certificate for ${domain} that it has signed itself. Browsers trust only certificates of an authority, so they warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate of an authority.`,
    detail,
  });
}

export function untrustedIssuer({ domain, detail }: CertificateContext): DomainProblem {
  return problem('untrusted-issuer', 'fatal', {
    title: 'The certificate is from an unknown authority',
    explanation: `The server shows a certificate for ${domain} of an authority that browsers do not trust, so they warn visitors off.`,
    remedy: `${HAVE_TO_ASK} for a certificate of an authority that browsers trust.`,
    detail,
  });
}

export function incompleteChain({ domain, detail }: CertificateContext): DomainProblem {
  return problem('incomplete-chain', 'fatal', {
    title: 'A part of the certificate is missing',
    explanation: `The server does not send the intermediate certificate, which links the one of ${domain} to an authority that browsers know. Some browsers open the site all the same, others warn visitors off.`,
    remedy: `${HAVE_TO_ASK} to send the intermediate certificate too.`,
    detail,
  });
}

export function expiringSoon({ domain, detail }: CertificateContext, notAfter: Date): DomainProblem {
  return problem('expiring-soon', 'warning', {
    title: 'The certificate expires soon',
    explanation: `The certificate of ${domain} is valid until ${dateInWords(notAfter)}. It should have been renewed by now.`,
    remedy:
      'If another problem is named beside this one, mend that first: it may be what prevents the renewal. If not, the people who run your site have to ask Closte why it was not renewed.',
    detail,
  });
}

export function stillBeingIssued({ domain, detail }: CertificateContext): DomainProblem {
  return problem('still-being-issued', 'info', {
    title: 'The certificate is being issued',
    explanation: `The DNS of ${domain} has been right for a short while only, and from then on the certificate takes 5 to 10 minutes. Until it is there, browsers warn visitors off.`,
    remedy: 'You have nothing to do.',
    detail,
  });
}

function aCertificate(names: readonly string[]): string {
  if (names.length === 0) return 'a certificate without a name';
  const rest = names.length - MOST_NAMES;
  return `a certificate for ${listInWords([...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])])}`;
}
