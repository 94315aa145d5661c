/**
 * What is wrong with the servers that a domain's records come from, or on their way. `some` of the `asked` public DNS
 * servers show it, by name `names`; `all` is "yes" if these are all of them.
 */
export const DNS_SERVERS = {
  'not-propagated-yet.title': 'The right answer is not everywhere yet',
  'not-propagated-yet.explanation':
    'The right answer for {domain} is there, but {all, select, yes {all public DNS servers that were asked} other {{some, number} of the {asked, number} public DNS servers that were asked}} ({names}) still {some, plural, one {gives} other {give}} another answer. A DNS server keeps an answer for a while before it asks again.',
  'not-propagated-yet.remedy': 'You have nothing to do. This mostly takes minutes, at times up to two days.',
  'not-propagated-yet.remedy.known': 'You have nothing to do. It takes up to {duration} from now.',

  /** `count` of the name servers; some others answer, or none does. */
  'dns-server-failing.name-servers.title':
    '{count, plural, one {A name server does not answer} other {Some name servers do not answer}}',
  'dns-server-failing.name-servers.explanation':
    'Name servers are the computers that hold the DNS records of {apex}. {count, plural, one {{servers} does not answer.} other {{servers} do not answer.}} The others answer, so the site is found mostly, but not always.',
  'dns-server-failing.all-name-servers.title': 'The name servers do not answer',
  'dns-server-failing.all-name-servers.explanation':
    'Name servers are the computers that hold the DNS records of {apex}. {count, plural, one {{servers} does not answer.} other {{servers} do not answer.}} So {domain} cannot be found.',
  'dns-server-failing.name-servers.remedy':
    'Ask your DNS provider about {servers}. If you have moved to another provider, name servers of the old one may still be entered where {apex} is registered: replace them there.',

  'dns-server-failing.look-ups.title': 'DNS gives no answer',
  'dns-server-failing.look-ups.explanation':
    'Public DNS servers get no answer about {domain}, so browsers cannot find the site. Mostly this is a fault of the name servers, the computers that hold the DNS records of the domain.',
  'dns-server-failing.look-ups.remedy':
    'If this lasts longer than an hour, ask your DNS provider why {domain} cannot be looked up.',

  'dns-server-failing.one-type.title': 'DNS gives no answer about {version}',
  'dns-server-failing.one-type.explanation':
    'The DNS servers of {domain} give no answer when they are asked for its {version} addresses ({type} records). The other question is answered, so the site is found mostly, though at times later.',
  'dns-server-failing.one-type.remedy':
    'Ask your DNS provider why there is no answer about {type} records of {domain}. If it has none, that is what should be answered.',

  'dns-server-failing.resolvers.title': 'DNS could not be asked',
  'dns-server-failing.resolvers.explanation':
    'The public DNS servers that are asked about {domain} did not take the question. That says nothing about the domain.',
  'dns-server-failing.resolvers.remedy':
    'You have nothing to do: they are asked again. If it stays so, the people who run your site have to look at it.',

  'dnssec-failing.title': 'The DNSSEC signatures do not fit',
  'dnssec-failing.explanation':
    'The DNS records of {apex} are signed (DNSSEC), and the signatures do not fit. DNS servers that check them give no answer then, so many visitors and the authority that issues the certificate cannot find {domain}.',
  'dnssec-failing.remedy':
    'Ask your DNS provider to mend DNSSEC for {apex}. If you have changed provider, the DS record of the old one is probably still entered where {apex} is registered: remove it there.',
  'dnssec-failing.at-some.title': 'Some DNS servers find that the DNSSEC signatures do not fit',
  'dnssec-failing.at-some.explanation':
    'The DNS records of {apex} are signed (DNSSEC). By {all, select, yes {all public DNS servers that were asked} other {{some, number} of the {asked, number} public DNS servers that were asked}} ({names}) the signatures do not fit, so those who use {some, plural, one {this server} other {these servers}} cannot find {domain}. The others do not say so: it may pass.',
  'dnssec-failing.at-some.remedy':
    'If this lasts longer than a day, ask your DNS provider to look at DNSSEC for {apex}.',

  'blocked-by-a-filter.title': 'A filter withholds the domain',
  'blocked-by-a-filter.explanation':
    'Some DNS servers protect those who use them from certain sites. {all, select, yes {All public DNS servers that were asked} other {{some, number} of the {asked, number} public DNS servers that were asked}} ({names}) {some, plural, one {withholds {domain} as such a site: whoever uses this server} other {withhold {domain} as such a site: whoever uses one of them}} cannot find it. That has nothing to do with your DNS records.',
  'blocked-by-a-filter.remedy':
    'Make sure that nobody has put anything harmful on {domain}. Then ask those who run {names} to take it off their list: they have a page for that.',

  'name-servers-disagree.title': 'The name servers do not agree',
  /** `right_count` of them, `right`, have it right; `wrong_count`, `wrong`, do not. */
  'name-servers-disagree.explanation':
    'Name servers are the computers that hold the DNS records of {apex}. About {domain} they say different things: {right_count, plural, =0 {{wrong} give different answers, none of them the right one.} one {{right} has it right, {wrong_count, plural, one {{wrong} does not} other {{wrong} do not}}.} other {{right} have it right, {wrong_count, plural, one {{wrong} does not} other {{wrong} do not}}.}} What a visitor gets is a matter of luck.',
  'name-servers-disagree.remedy':
    'If you changed the records within the last hour, wait a little. If not, ask your DNS provider about {wrong}. If the name servers belong to two providers, the records have to be the same at both.',

  'network-not-resolvable.title': 'The address of the network cannot be found',
  /** `network` is its domain, or "none" where it is not known. */
  'network-not-resolvable.explanation':
    'Where {domain} has to lead cannot be told at the moment, because {network, select, none {the network of the site} other {{network}}} itself has no address in the DNS. This is no fault of your domain.',
  'network-not-resolvable.remedy':
    'You have nothing to do. The people who run your site have to give {network, select, none {the network of the site} other {{network}}} an address.',
} as const satisfies Readonly<Record<string, string>>;
