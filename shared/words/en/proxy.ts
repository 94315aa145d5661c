/** What visitors meet at HTTPS, in a proxy in front of the site. `proxy` is its name, or "none" where it is not known. */
export const PROXY = {
  'https-behind-a-proxy.title':
    'HTTPS does not get through {proxy, select, none {the proxy} other {{proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {The proxy stands between the visitors and this site.} other {{proxy} stands between the visitors and this site.}}',
  'https-behind-a-proxy.handshake':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: the proxy gets no secure connection with the site (error 525). So browsers cannot open the site.',
  'https-behind-a-proxy.certificate':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: the proxy finds no good certificate for {domain} at the site (error 526). So browsers cannot open the site.',
  'https-behind-a-proxy.loop':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: visitors are sent on and on in a circle. So browsers cannot open the site.',
  'https-behind-a-proxy.to-http':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: visitors are sent back to plain HTTP. So browsers cannot open the site.',
  'https-behind-a-proxy.untrusted':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: browsers do not trust the certificate that they are shown. So browsers cannot open the site.',
  'https-behind-a-proxy.error':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: the proxy answers with an error. So browsers cannot open the site.',
  'https-behind-a-proxy.other-site':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: another site answers. So browsers cannot open the site.',
  'https-behind-a-proxy.no-answer':
    'What they ask for over plain HTTP arrives here, but over HTTPS it does not: nobody answers. So browsers cannot open the site.',

  'https-behind-a-proxy.remedy':
    'Take the domain out of the proxy. Then {domain} leads here directly, and gets its certificate here.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'If you use {proxy} for your domain, set the proxy status of its record to "DNS only" (the grey cloud). Then {domain} leads here directly, and gets its certificate here.',
  // What else mends it, if anything does.
  'https-behind-a-proxy.instead.certificate':
    'If it has to stay in, the people who run your site have to ask Closte for that certificate.',
  'https-behind-a-proxy.instead.loop':
    'If it has to stay in, set the proxy to call the site over HTTPS (at Cloudflare: SSL/TLS, "Full").',
  'https-behind-a-proxy.instead.to-http':
    'If it has to stay in, remove the rule there that sends visitors to HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'If it has to stay in, have the proxy issue a certificate for the domain.',
  'https-behind-a-proxy.instead.other-site':
    'If it has to stay in, remove the rule there that leads HTTPS to another site.',
  'https-behind-a-proxy.instead.no-answer': 'If it has to stay in, switch HTTPS on there.',
} as const satisfies Readonly<Record<string, string>>;
