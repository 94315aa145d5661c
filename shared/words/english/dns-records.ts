import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { KnownProxy } from '../../diagnosis/proxy-ranges.ts';
import type { DnsRecord } from '../../diagnosis/records-to-set.ts';
import type { DomainName } from '../../domain/name.ts';
import { fewInWords } from '../few.ts';
import { problem, type Severity } from '../problem.ts';
import { addressRecordsInWords, placeInWords, waysInWords } from './records.ts';

// What is wrong with the records that a domain has.

/** What every problem of DNS is told with. */
export interface DnsContext {
  readonly domain: DomainName;
  /** The domain as it is typed into the form of a DNS provider. */
  readonly host: string;
  /** The ways to make it right, the best first. */
  readonly ways: readonly (readonly DnsRecord[])[];
  /** What everybody who was asked has answered. */
  readonly detail: string;
}

/** The addresses that a domain leads to. */
export interface RightAndWrong {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const THE_REST_MAY_STAY = 'Everything else can stay as it is.';

export function noRecords({ domain, ways, detail }: DnsContext, severity: Severity): DomainProblem {
  return problem('no-records', severity, {
    title: 'No DNS record yet',
    explanation: `There is no DNS record that says where ${domain} leads, so nobody can find the site under this name.`,
    remedy: waysInWords(ways, 'Set'),
    detail,
  });
}

export function domainNotRegistered(
  { domain, ways, detail }: DnsContext,
  severity: Severity,
  registrable: string,
): DomainProblem {
  const under = domain === registrable ? '' : `, and so no ${domain} either`;
  return problem('domain-not-registered', severity, {
    title: `${registrable} is not registered`,
    explanation: `There is no ${registrable} on the internet${under}. The name may be misspelt, its registration may have run out or be suspended, or it may be so new that it is not known yet.`,
    remedy: `Check the spelling. If it is right, register or renew ${registrable} with a company that sells domain names. ${waysInWords(ways, 'After that, set')}`,
    detail,
  });
}

export function wrongAddress(
  context: DnsContext,
  severity: Severity,
  addresses: readonly string[],
): DomainProblem {
  const { domain, ways, detail } = context;
  return problem('wrong-address', severity, {
    title: 'The domain leads to another server',
    explanation: `${domain} leads to ${fewInWords(addresses)}, where this site is not.`,
    remedy: `${removal(context, addresses)} ${waysInWords(ways, 'Then set')}`,
    detail,
  });
}

export function strayIpv6(
  context: DnsContext,
  severity: Severity,
  addresses: readonly string[],
): DomainProblem {
  const { domain, detail } = context;
  return problem('stray-ipv6', severity, {
    title: 'An IPv6 address leads to another server',
    explanation: `The IPv4 address (A record) of ${domain} is right. But it also has ${addressRecordsInWords(addresses)}, for IPv6, and that leads elsewhere. Browsers and the authority that issues the certificate prefer IPv6, so they end up at another server.`,
    remedy: `${removal(context, addresses)} ${THE_REST_MAY_STAY}`,
    detail,
  });
}

export function someAddressesWrong(
  context: DnsContext,
  severity: Severity,
  addresses: RightAndWrong,
): DomainProblem {
  const { domain, detail } = context;
  return problem('some-addresses-wrong', severity, {
    title: 'Some of the addresses lead to another server',
    explanation: `${domain} leads to ${fewInWords(addresses.right)}, which is right, and also to ${fewInWords(addresses.wrong)}, where this site is not. Part of the visitors end up there.`,
    remedy: `${removal(context, addresses.wrong)} ${THE_REST_MAY_STAY}`,
    detail,
  });
}

/** An address that is of no use on the public internet (RFC 6890). */
export function reservedAddress(
  context: DnsContext,
  severity: Severity,
  { right, wrong }: RightAndWrong,
): DomainProblem {
  const { domain, ways, detail } = context;
  return problem('reserved-address', severity, {
    title: 'An address that is not on the internet',
    explanation: `${domain} leads to ${fewInWords(wrong)}. Such addresses are for private networks, tests or examples: from the internet, nobody can reach the site there.`,
    remedy: `${removal(context, wrong)} ${right.length > 0 ? THE_REST_MAY_STAY : waysInWords(ways, 'Then set')}`,
    detail,
  });
}

export function cnameToElsewhere(
  context: DnsContext,
  severity: Severity,
  alias: { readonly to: string; readonly leads: 'elsewhere' | 'nowhere' },
): DomainProblem {
  const { domain, ways, detail } = context;
  const where =
    alias.leads === 'elsewhere'
      ? 'That leads to another server, where this site is not.'
      : 'That name leads nowhere: it has no address.';
  return problem('cname-to-elsewhere', severity, {
    title: 'The CNAME record leads elsewhere',
    explanation: `${domain} has a CNAME record, which makes it another name for ${alias.to}. ${where}`,
    remedy: `${removalOfAlias(context, alias.to)} ${waysInWords(ways, 'Then set')}`,
    detail,
  });
}

export function cnameLoop(context: DnsContext, severity: Severity): DomainProblem {
  const { domain, host, ways, detail } = context;
  return problem('cname-loop', severity, {
    title: 'The CNAME records lead in a circle',
    explanation: `${domain} has a CNAME record, which makes it another name for something else, and by one or more steps that leads back. So it never comes to an address.`,
    remedy: `Remove the CNAME record of ${placeInWords(domain, host)}. ${waysInWords(ways, 'Then set')}`,
    detail,
  });
}

/** RFC 1034, 3.6.2 and RFC 1912, 2.4: where a CNAME stands nothing else may, and a zone begins with SOA and NS. */
export function cnameAtApex(context: DnsContext, severity: Severity, to: string): DomainProblem {
  const { domain, ways, detail } = context;
  return problem('cname-at-apex', severity, {
    title: 'A CNAME record where none may stand',
    explanation: `${domain} is where your DNS zone, the whole of your DNS records, begins. No CNAME record is allowed there: it hides the other records of that name, such as those for e-mail, and not every DNS server follows it.`,
    remedy: `${removalOfAlias(context, to)} ${waysInWords(ways, 'Then set')}`,
    detail,
  });
}

/** All that is fetched through the proxy arrives at the network. */
export function worksBehindProxy(
  { domain, detail }: DnsContext,
  proxy: KnownProxy | undefined,
): DomainProblem {
  return problem('behind-a-proxy', 'info', {
    title: `Works behind ${proxy?.proxy ?? 'a proxy'}`,
    explanation: `${domain} leads to ${proxy?.proxy ?? 'another server'}, which stands between the visitors and this site and passes on what they ask for. A test shows that it arrives here.`,
    remedy: 'You have nothing to do.',
    detail,
  });
}

/**
 * Addresses of a known proxy.
 *
 * @param seen what was found out by fetching something through them
 */
export function behindProxy(
  { domain, ways, detail }: DnsContext,
  severity: Severity,
  { proxy, switchOff }: KnownProxy,
  seen: 'does-not-arrive' | 'not-known',
): DomainProblem {
  const arrival =
    seen === 'not-known'
      ? 'Whether that arrives here could not be found out.'
      : 'A test shows that it does not arrive here.';
  return problem('behind-a-proxy', severity, {
    title: `${proxy} stands in front of the site`,
    explanation: `${domain} leads to ${proxy}, which stands between the visitors and a site and passes on what they ask for. ${arrival}`,
    remedy: `If you use ${proxy} for your domain, ${switchOff}. If you do not, the record was made for another service. ${waysInWords(ways, 'Either way, there has to be')}`,
    detail,
  });
}

function removal({ domain, host }: DnsContext, addresses: readonly string[]): string {
  return `Remove ${addressRecordsInWords(addresses)} of ${placeInWords(domain, host)}.`;
}

function removalOfAlias({ domain, host }: DnsContext, to: string): string {
  return `Remove the CNAME record from ${placeInWords(domain, host)} to ${to}.`;
}
