import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { RecordPlace } from '../../diagnosis/records-to-set.ts';
import type { ProblemCatalog, ProblemTexts } from '../catalog.ts';
import { fewInWords } from '../format.ts';
import { SWITCHING_OFF } from './proxy.ts';
import { addressRecordsInWords, placeInWords, waysInWords } from './record-phrases.ts';

const THE_REST_MAY_STAY = 'Everything else can stay as it is.';

/** What is wrong with the records that a domain has. */
export const DNS_RECORDS = {
  'no-records': ({ domain, ways }) => ({
    title: 'No DNS record yet',
    explanation: `There is no DNS record that says where ${domain} leads, so nobody can find the site under this name.`,
    remedy: waysInWords(ways, 'Set'),
  }),

  'domain-not-registered': ({ domain, ways, registrable }) => {
    const under = domain === registrable ? '' : `, and so no ${domain} either`;
    return {
      title: `${registrable} is not registered`,
      explanation: `There is no ${registrable} on the internet${under}. The name may be misspelt, its registration may have run out or be suspended, or it may be so new that it is not known yet.`,
      remedy: `Check the spelling. If it is right, register or renew ${registrable} with a company that sells domain names. ${waysInWords(ways, 'After that, set')}`,
    };
  },

  'wrong-address': (problem) => ({
    title: 'The domain leads to another server',
    explanation: `${problem.domain} leads to ${fewInWords(problem.wrong)}, where this site is not.`,
    remedy: mending(problem, () => `${removal(problem)} ${waysInWords(problem.ways, 'Then set')}`),
  }),

  'stray-ipv6': (problem) => ({
    title: 'An IPv6 address leads to another server',
    explanation: `The IPv4 address (A record) of ${problem.domain} is right. But it also has ${addressRecordsInWords(problem.wrong)}, for IPv6, and that leads elsewhere. Browsers and the authority that issues the certificate prefer IPv6, so they end up at another server.`,
    remedy: mending(problem, () => `${removal(problem)} ${THE_REST_MAY_STAY}`),
  }),

  'some-addresses-wrong': (problem) => ({
    title: 'Some of the addresses lead to another server',
    explanation: `${problem.domain} leads to ${fewInWords(problem.right)}, which is right, and also to ${fewInWords(problem.wrong)}, where this site is not. Part of the visitors end up there.`,
    remedy: mending(problem, () => `${removal(problem)} ${THE_REST_MAY_STAY}`),
  }),

  'reserved-address': (problem) => ({
    title: 'An address that is not on the internet',
    explanation: `${problem.domain} leads to ${fewInWords(problem.wrong)}. Such addresses are for private networks, tests or examples: from the internet, nobody can reach the site there.`,
    remedy: mending(
      problem,
      () =>
        `${removal(problem)} ${problem.right.length > 0 ? THE_REST_MAY_STAY : waysInWords(problem.ways, 'Then set')}`,
    ),
  }),

  'cname-to-elsewhere': (problem) => {
    const where =
      problem.leads === 'elsewhere'
        ? 'That leads to another server, where this site is not.'
        : 'That name leads nowhere: it has no address.';
    return {
      title: 'The CNAME record leads elsewhere',
      explanation: `${problem.domain} has a CNAME record, which makes it another name for ${problem.to}. ${where}`,
      remedy: mending(problem, () => `${removalOfAlias(problem)} ${waysInWords(problem.ways, 'Then set')}`),
    };
  },

  'cname-loop': (problem) => ({
    title: 'The CNAME records lead in a circle',
    explanation: `${problem.domain} has a CNAME record, which makes it another name for something else, and by one or more steps that leads back. So it never comes to an address.`,
    remedy: mending(
      problem,
      () => `Remove the CNAME record of ${placeOf(problem)}. ${waysInWords(problem.ways, 'Then set')}`,
    ),
  }),

  /** RFC 1034, 3.6.2 and RFC 1912, 2.4: where a CNAME stands nothing else may, and a zone begins with SOA and NS. */
  'cname-at-apex': (problem) => ({
    title: 'A CNAME record where none may stand',
    explanation: `${problem.domain} is where your DNS zone, the whole of your DNS records, begins. No CNAME record is allowed there: it hides the other records of that name, such as those for e-mail, and not every DNS server follows it.`,
    remedy: `${removalOfAlias(problem)} ${waysInWords(problem.ways, 'Then set')}`,
  }),

  'behind-a-proxy': (problem) =>
    problem.arrives === 'yes' ? worksBehindProxy(problem) : behindProxy(problem),
} satisfies Partial<ProblemCatalog>;

type Of<Code extends keyof ProblemCatalog> = DomainProblem<Code>;

type Works = Extract<Of<'behind-a-proxy'>, { readonly arrives: 'yes' }>;

function worksBehindProxy({ domain, proxy }: Works): ProblemTexts {
  return {
    title: `Works behind ${proxy ?? 'a proxy'}`,
    explanation: `${domain} leads to ${proxy ?? 'another server'}, which stands between the visitors and this site and passes on what they ask for. A test shows that it arrives here.`,
    remedy: 'You have nothing to do.',
  };
}

function behindProxy({ domain, ways, proxy, arrives }: Exclude<Of<'behind-a-proxy'>, Works>): ProblemTexts {
  const arrival =
    arrives === 'not-known'
      ? 'Whether that arrives here could not be found out.'
      : 'A test shows that it does not arrive here.';
  return {
    title: `${proxy} stands in front of the site`,
    explanation: `${domain} leads to ${proxy}, which stands between the visitors and a site and passes on what they ask for. ${arrival}`,
    remedy: `If you use ${proxy} for your domain, ${SWITCHING_OFF[proxy]}. If you do not, the record was made for another service. ${waysInWords(ways, 'Either way, there has to be')}`,
  };
}

/** Where a wildcard record answers in the domain's place, there is nothing to remove: it has no record of its own. */
function mending({ dns, ways }: Pick<Of<'wrong-address'>, 'dns' | 'ways'>, otherwise: () => string): string {
  return dns.wildcard === undefined
    ? otherwise()
    : `${waysInWords(ways, 'Set')} There is no such record yet: what answers is the wildcard record ${dns.wildcard}, which can stay as it is.`;
}

function placeOf({ domain, host }: Pick<RecordPlace, 'host'> & Pick<DomainProblem, 'domain'>): string {
  return placeInWords({ name: domain, host });
}

function removal(
  problem: Of<'wrong-address' | 'stray-ipv6' | 'some-addresses-wrong' | 'reserved-address'>,
): string {
  return `Remove ${addressRecordsInWords(problem.wrong)} of ${placeOf(problem)}.`;
}

function removalOfAlias(problem: Of<'cname-to-elsewhere' | 'cname-at-apex'>): string {
  return `Remove the CNAME record from ${placeOf(problem)} to ${problem.to}.`;
}
