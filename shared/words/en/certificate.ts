/** What is wrong with the certificate that a domain shows, or that it shows none. */
export const CERTIFICATE = {
  'no-https.title': 'No secure connection (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} does not answer over HTTPS at {addresses}, so browsers cannot open the site there.',
  'no-https.no-answer.remedy':
    'If you have a firewall or a proxy in front of the site, let port 443 through. If you have not, the people who run your site have to ask Closte why HTTPS does not answer.',
  'no-https.no-tls.explanation':
    'At {addresses}, a server answers for {domain} on port 443, but no secure connection with it comes about. So browsers cannot open the site there.',
  'no-https.no-tls.remedy':
    'The people who run your site have to ask Closte why no secure connection comes about.',
  'no-https.no-way-there.title': 'HTTPS could not be tested',
  'no-https.no-way-there.explanation':
    '{domain} has IPv6 addresses only ({addresses}), and there is no way to them from where it is tested. Visitors without IPv6 cannot reach them either.',
  'no-https.no-way-there.remedy':
    'If you were told to set an A record, for IPv4, as well, set it. If not, the people who run your site have to test it over IPv6.',

  'no-certificate.title': 'The server has no certificate for it',
  'no-certificate.explanation':
    'At {addresses}, the server ends the secure connection before it begins: it has no certificate for {domain}. So browsers cannot open the site over HTTPS.',
  'no-certificate.remedy':
    'The people who run your site have to ask Closte why there is no certificate for {domain}.',

  /** `count` is the number of the names that the certificate is for. */
  'default-certificate.title': 'No certificate of its own yet',
  'default-certificate.explanation':
    '{count, plural, =0 {The server shows a certificate without a name instead of one for {domain}} other {The server shows a certificate for {names} instead of one for {domain}}}, so browsers warn visitors off. That is what it shows as long as it has none for the domain.',
  'default-certificate.remedy':
    'The people who run your site have to ask Closte why there is no certificate for {domain}.',

  'wrong-name.title': 'The certificate is for other names',
  'wrong-name.explanation':
    '{count, plural, =0 {The server shows a certificate without a name.} other {The server shows a certificate for {names}.}} That is not valid for {domain}, so browsers warn visitors off.',
  'wrong-name.remedy': 'The people who run your site have to ask Closte for a certificate for {domain}.',

  'expired.title': 'The certificate has expired',
  'expired.explanation': 'The certificate of {domain} is not valid any more, so browsers warn visitors off.',
  'expired.remedy': 'The people who run your site have to ask Closte why it was not renewed.',

  'not-yet-valid.title': 'The certificate is not valid yet',
  'not-yet-valid.explanation':
    'The certificate of {domain} is valid only from a later time on. Until then browsers warn visitors off.',
  'not-yet-valid.remedy':
    'The people who run your site have to ask Closte for a certificate that is valid now.',

  'self-signed.title': 'The certificate is not from an authority',
  'self-signed.explanation':
    'The server shows a certificate for {domain} that it has signed itself. Browsers trust only certificates of an authority, so they warn visitors off.',
  'self-signed.remedy': 'The people who run your site have to ask Closte for a certificate of an authority.',

  'untrusted-issuer.title': 'The certificate is from an unknown authority',
  'untrusted-issuer.explanation':
    'The server shows a certificate for {domain} of an authority that browsers do not trust, so they warn visitors off.',
  'untrusted-issuer.remedy':
    'The people who run your site have to ask Closte for a certificate of an authority that browsers trust.',

  'incomplete-chain.title': 'A part of the certificate is missing',
  /** `count` is the number of the issuers at which what it sends ends, where these are known. */
  'incomplete-chain.explanation':
    'The server does not send all of the certificates that link the one of {domain} to an authority that browsers know. {count, plural, =0 {} other {What it sends ends at {issuers}. }}Some browsers find the rest by themselves, others warn visitors off.',
  'incomplete-chain.remedy':
    'The people who run your site have to ask Closte to send the whole chain of certificates, up to an authority that browsers trust.',

  'expiring-soon.title': 'The certificate expires soon',
  'expiring-soon.explanation':
    'The certificate of {domain} is valid until {end}. It should have been renewed by now.',
  'expiring-soon.remedy':
    'If another problem is named beside this one, mend that first: it may be what prevents the renewal. If not, the people who run your site have to ask Closte why it was not renewed.',

  'still-being-issued.title': 'The certificate is being issued',
  'still-being-issued.explanation':
    'The DNS of {domain} has been right for a short while only, and from then on the certificate takes 5 to 10 minutes. Until it is there, browsers warn visitors off.',
} as const satisfies Readonly<Record<string, string>>;
