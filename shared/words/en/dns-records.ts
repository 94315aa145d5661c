/** What is wrong with the records that a domain has. Titles have no full stop at the end. */
export const DNS_RECORDS = {
  'no-records.title': 'No DNS record yet',
  'no-records.explanation':
    'There is no DNS record that says where {domain} leads, so nobody can find the site under this name.',

  'domain-not-registered.title': '{registrable} is not registered',
  'domain-not-registered.explanation':
    'There is no {registrable} on the internet. The name may be misspelt, its registration may have run out or be suspended, or it may be so new that it is not known yet.',
  'domain-not-registered.explanation.below':
    'There is no {registrable} on the internet, and so no {domain} either. The name may be misspelt, its registration may have run out or be suspended, or it may be so new that it is not known yet.',
  'domain-not-registered.remedy':
    'Check the spelling. If it is right, register or renew {registrable} with a company that sells domain names.',

  'wrong-address.title': 'The domain leads to another server',
  'wrong-address.explanation': '{domain} leads to {wrong}, where this site is not.',

  'stray-ipv6.title': 'An IPv6 address leads to another server',
  'stray-ipv6.explanation':
    'The IPv4 address (A record) of {domain} is right. But it also has {records}, for IPv6, and that leads elsewhere. Browsers and the authority that issues the certificate prefer IPv6, so they end up at another server.',

  'some-addresses-wrong.title': 'Some of the addresses lead to another server',
  'some-addresses-wrong.explanation':
    '{domain} leads to {right}, which is right, and also to {wrong}, where this site is not. Part of the visitors end up there.',

  'reserved-address.title': 'An address that is not on the internet',
  'reserved-address.explanation':
    '{domain} leads to {wrong}. Such addresses are for private networks, tests or examples: from the internet, nobody can reach the site there.',

  'cname-to-elsewhere.title': 'The CNAME record leads elsewhere',
  'cname-to-elsewhere.explanation':
    '{domain} has a CNAME record, which makes it another name for {to}. {leads, select, elsewhere {That leads to another server, where this site is not.} other {That name leads nowhere: it has no address.}}',

  'cname-loop.title': 'The CNAME records lead in a circle',
  'cname-loop.explanation':
    '{domain} has a CNAME record, which makes it another name for something else, and by one or more steps that leads back. So it never comes to an address.',

  'cname-at-apex.title': 'A CNAME record where none may stand',
  'cname-at-apex.explanation':
    '{domain} is where your DNS zone, the whole of your DNS records, begins. No CNAME record is allowed there: it hides the other records of that name, such as those for e-mail, and not every DNS server follows it.',

  /** `proxy` is its name, or "none" where it is not known. */
  'behind-a-proxy.works.title': 'Works behind {proxy, select, none {a proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} leads to {proxy, select, none {another server} other {{proxy}}}, which stands between the visitors and this site and passes on what they ask for. A test shows that it arrives here.',
  'behind-a-proxy.title': '{proxy} stands in front of the site',
  'behind-a-proxy.explanation':
    '{domain} leads to {proxy}, which stands between the visitors and a site and passes on what they ask for. {arrives, select, no {A test shows that it does not arrive here.} other {Whether that arrives here could not be found out.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'If you use {proxy} for your domain, set the proxy status of its record to "DNS only" (the grey cloud). If you do not, the record was made for another service.',
} as const satisfies Readonly<Record<string, string>>;
