/** What is wrong with port 80, over which Let's Encrypt validates. `severity` is "fatal" where that keeps it from issuing. */
export const PORT_80 = {
  'port-80-closed.title': 'Port 80 is closed',
  'port-80-closed.explanation':
    'The authority that issues the certificate calls {domain} over plain HTTP, on port 80, and so does a visitor who types only the name. At {addresses}, no web server answers there.',
  'port-80-timeout.title': 'Port 80 does not answer',
  'port-80-timeout.explanation':
    'The authority that issues the certificate calls {domain} over plain HTTP, on port 80, and so does a visitor who types only the name. At {addresses}, there is no answer in time, which mostly means a firewall.',
  'port-80.remedy':
    'If you have a firewall or a proxy in front of the site, let port 80 through. If you have not, the people who run your site have to ask Closte.',
  /** Stands behind an explanation. */
  'port-80.consequence':
    '{severity, select, fatal {So the site can get no certificate.} other {This may keep a certificate from being issued or renewed.}}',

  'http-redirects-elsewhere.title': 'Port 80 redirects elsewhere',
  'http-redirects-elsewhere.explanation':
    'Whoever calls {domain} over plain HTTP is sent on to {to}. The authority that issues the certificate asks there for a proof that only this site has, and may not find it.',
  // The second sentence, where the authority does not follow the redirect.
  'http-redirects-elsewhere.sent-on': 'Whoever calls {domain} over plain HTTP is sent on to {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'The authority that issues the certificate does not follow it there: it follows no redirect with the status 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'The authority that issues the certificate does not follow it there: it cannot read the address.',
  'http-redirects-elsewhere.not-followed.scheme':
    'The authority that issues the certificate does not follow it there: it follows to http: and https: only.',
  'http-redirects-elsewhere.not-followed.no-host':
    'The authority that issues the certificate does not follow it there: there is no host name in the address.',
  'http-redirects-elsewhere.not-followed.port':
    'The authority that issues the certificate does not follow it there: it follows to the ports 80 and 443 only.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'The authority that issues the certificate does not follow it there: a slash is missing after the host name, so there is no such host.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'The authority that issues the certificate does not follow it there: such an address is not on the internet.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'The authority that issues the certificate does not follow it there: there is no such name on the internet.',
  'http-redirects-elsewhere.not-followed.too-long':
    'The authority that issues the certificate does not follow it there: the address is too long.',
  'http-redirects-elsewhere.remedy':
    'If you have set up a redirect or forwarding for {domain} at your DNS provider or in a proxy, switch it off. If you have not, the people who run your site have to look at it.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'If you have set up a redirect or forwarding for {domain} at your DNS provider or in a proxy, put a slash at the end of the address to which it leads: {address}. If you have not, the people who run your site have to look at it.',

  'http-redirect-loop.title': 'Port 80 redirects in a circle',
  'http-redirect-loop.explanation':
    'Whoever calls {domain} over plain HTTP is sent on and on, and comes to no page. So it is with the authority that issues the certificate.',

  'answers-differ-between-addresses.title': 'Its addresses do not lead to the same server',
  'answers-differ-between-addresses.explanation':
    '{domain} leads to {addresses}, and these answer the same question in different ways. So probably not all of them are this site, and what a visitor gets is a matter of luck.',
  'answers-differ-between-addresses.remedy':
    'Look through the A and AAAA records of {domain} for one that is left over from another server, and remove it. If all of them are as you were told to set them, the people who run your site have to look at it.',
} as const satisfies Readonly<Record<string, string>>;
