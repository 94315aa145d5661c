import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { ProblemCatalog, ProblemTexts } from '../catalog.ts';
import { durationInWords, fewInWords } from '../format.ts';
import { waysInWords } from './record-phrases.ts';

/** What is wrong with the servers that a domain's records come from, or on their way. */
export const DNS_SERVERS = {
  'not-propagated-yet': ({ domain, lagging, asked, ttl }) => {
    const who = howMany(lagging, asked);
    const verb = lagging.length === 1 ? 'gives' : 'give';
    const wait =
      ttl === undefined
        ? 'This mostly takes minutes, at times up to two days.'
        : `It takes up to ${durationInWords(ttl)} from now.`;
    return {
      title: 'The right answer is not everywhere yet',
      explanation: `The right answer for ${domain} is there, but ${who} (${fewInWords(lagging)}) still ${verb} another answer. A DNS server keeps an answer for a while before it asks again.`,
      remedy: `You have nothing to do. ${wait}`,
    };
  },

  'dns-server-failing': (problem) => {
    switch (problem.failing) {
      case 'name-servers':
        return nameServersFailing(problem);
      case 'look-ups':
        return lookUpsFailing(problem);
      case 'one-type':
        return oneTypeFailing(problem.domain, problem.type);
      case 'resolvers':
        return resolversFailing(problem);
    }
  },

  'dnssec-failing': ({ domain, apex, at, asked }) =>
    at.length * 2 > asked
      ? {
          title: 'The DNSSEC signatures do not fit',
          explanation: `The DNS records of ${apex} are signed (DNSSEC), and the signatures do not fit. DNS servers that check them give no answer then, so many visitors and the authority that issues the certificate cannot find ${domain}.`,
          remedy: `Ask your DNS provider to mend DNSSEC for ${apex}. If you have changed provider, the DS record of the old one is probably still entered where ${apex} is registered: remove it there.`,
        }
      : {
          title: 'Some DNS servers find that the DNSSEC signatures do not fit',
          explanation: `The DNS records of ${apex} are signed (DNSSEC). By ${howMany(at, asked)} (${fewInWords(at)}) the signatures do not fit, so those who use ${at.length === 1 ? 'this server' : 'these servers'} cannot find ${domain}. The others do not say so: it may pass.`,
          remedy: `If this lasts longer than a day, ask your DNS provider to look at DNSSEC for ${apex}.`,
        },

  'blocked-by-a-filter': ({ domain, at, asked }) => ({
    title: 'A filter withholds the domain',
    explanation: `Some DNS servers protect those who use them from certain sites. ${capitalised(howMany(at, asked))} (${fewInWords(at)}) ${at.length === 1 ? 'withholds' : 'withhold'} ${domain} as such a site: whoever uses ${at.length === 1 ? 'this server' : 'one of them'} cannot find it. That has nothing to do with your DNS records.`,
    remedy: `Make sure that nobody has put anything harmful on ${domain}. Then ask those who run ${fewInWords(at)} to take it off their list: they have a page for that.`,
  }),

  'name-servers-disagree': ({ domain, ways, apex, right, wrong }) => {
    const who =
      right.length === 0
        ? `${fewInWords(wrong)} give different answers, none of them the right one.`
        : `${fewInWords(right)} ${right.length === 1 ? 'has' : 'have'} it right, ${fewInWords(wrong)} ${wrong.length === 1 ? 'does' : 'do'} not.`;
    return {
      title: 'The name servers do not agree',
      explanation: `Name servers are the computers that hold the DNS records of ${apex}. About ${domain} they say different things: ${who} What a visitor gets is a matter of luck.`,
      remedy: `If you changed the records within the last hour, wait a little. If not, ask your DNS provider about ${fewInWords(wrong)}. If the name servers belong to two providers, the records have to be the same at both. ${waysInWords(ways, 'On all of them, set')}`,
    };
  },

  'network-not-resolvable': ({ domain, networkDomain }) => {
    const network = networkDomain ?? 'the network of the site';
    return {
      title: 'The address of the network cannot be found',
      explanation: `Where ${domain} has to lead cannot be told at the moment, because ${network} itself has no address in the DNS. This is no fault of your domain.`,
      remedy: `You have nothing to do. The people who run your site have to give ${network} an address.`,
    };
  },
} satisfies Partial<ProblemCatalog>;

type Failing = DomainProblem<'dns-server-failing'>;

function nameServersFailing({
  domain,
  apex,
  servers,
  answering,
}: Extract<Failing, { readonly failing: 'name-servers' }>): ProblemTexts {
  const doNot = servers.length === 1 ? 'does not answer' : 'do not answer';
  const who = servers.length === 1 ? 'A name server' : 'Some name servers';
  const result =
    answering > 0
      ? 'The others answer, so the site is found mostly, but not always.'
      : `So ${domain} cannot be found.`;
  return {
    title: answering > 0 ? `${who} ${doNot}` : 'The name servers do not answer',
    explanation: `Name servers are the computers that hold the DNS records of ${apex}. ${fewInWords(servers)} ${doNot}. ${result}`,
    remedy: `Ask your DNS provider about ${fewInWords(servers)}. If you have moved to another provider, name servers of the old one may still be entered where ${apex} is registered: replace them there.`,
  };
}

function lookUpsFailing({ domain }: Failing): ProblemTexts {
  return {
    title: 'DNS gives no answer',
    explanation: `Public DNS servers get no answer about ${domain}, so browsers cannot find the site. Mostly this is a fault of the name servers, the computers that hold the DNS records of the domain.`,
    remedy: `If this lasts longer than an hour, ask your DNS provider why ${domain} cannot be looked up.`,
  };
}

/** @param type of which no records can be asked for */
function oneTypeFailing(domain: string, type: 'A' | 'AAAA'): ProblemTexts {
  const version = type === 'A' ? 'IPv4' : 'IPv6';
  return {
    title: `DNS gives no answer about ${version}`,
    explanation: `The DNS servers of ${domain} give no answer when they are asked for its ${version} addresses (${type} records). The other question is answered, so the site is found mostly, though at times later.`,
    remedy: `Ask your DNS provider why there is no answer about ${type} records of ${domain}. If it has none, that is what should be answered.`,
  };
}

function howMany(some: readonly string[], asked: number): string {
  return some.length === asked
    ? 'all public DNS servers that were asked'
    : `${some.length} of the ${asked} public DNS servers that were asked`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function resolversFailing({ domain }: Failing): ProblemTexts {
  return {
    title: 'DNS could not be asked',
    explanation: `The public DNS servers that are asked about ${domain} did not take the question. That says nothing about the domain.`,
    remedy:
      'You have nothing to do: they are asked again. If it stays so, the people who run your site have to look at it.',
  };
}
