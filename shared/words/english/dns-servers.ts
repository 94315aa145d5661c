import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import { durationInWords, fewInWords } from '../few.ts';
import { problem, type Severity } from '../problem.ts';
import type { DnsContext } from './dns-records.ts';
import { waysInWords } from './records.ts';

// What is wrong with the servers that a domain's records come from, or on their way.

/**
 * @param lagging the resolvers that still give another answer
 * @param asked how many resolvers there are in all
 * @param ttl for how long they may still give it, in seconds, if they say so
 */
export function notPropagatedYet(
  { domain, detail }: DnsContext,
  lagging: readonly string[],
  asked: number,
  ttl: number | undefined,
): DomainProblem {
  const who =
    lagging.length === asked
      ? 'all public DNS servers that were asked'
      : `${lagging.length} of the ${asked} public DNS servers that were asked`;
  const verb = lagging.length === 1 ? 'gives' : 'give';
  const wait =
    ttl === undefined
      ? 'This mostly takes minutes, at times up to two days.'
      : `It takes up to ${durationInWords(ttl)} from now.`;
  return problem('not-propagated-yet', 'info', {
    title: 'The right answer is not everywhere yet',
    explanation: `The right answer for ${domain} is there, but ${who} (${fewInWords(lagging)}) still ${verb} another answer. A DNS server keeps an answer for a while before it asks again.`,
    remedy: `You have nothing to do. ${wait}`,
    detail,
  });
}

/** Servers of the zone itself that do not answer, be it by silence, by refusal or by an error of their own. */
export function nameServersFailing(
  { domain, detail }: DnsContext,
  severity: Severity,
  zone: { readonly apex: string; readonly failing: readonly string[]; readonly answering: number },
): DomainProblem {
  const { apex, failing, answering } = zone;
  const doNot = failing.length === 1 ? 'does not answer' : 'do not answer';
  const who = failing.length === 1 ? 'A name server' : 'Some name servers';
  const result =
    answering > 0
      ? 'The others answer, so the site is found mostly, but not always.'
      : `So ${domain} cannot be found.`;
  return problem('dns-server-failing', severity, {
    title: answering > 0 ? `${who} ${doNot}` : 'The name servers do not answer',
    explanation: `Name servers are the computers that hold the DNS records of ${apex}. ${fewInWords(failing)} ${doNot}. ${result}`,
    remedy: `Ask your DNS provider about ${fewInWords(failing)}. If you have moved to another provider, name servers of the old one may still be entered where ${apex} is registered: replace them there.`,
    detail,
  });
}

/** Resolvers get no answer about the domain, wherever that comes from. */
export function lookUpsFailing({ domain, detail }: DnsContext, severity: Severity): DomainProblem {
  return problem('dns-server-failing', severity, {
    title: 'DNS gives no answer',
    explanation: `Public DNS servers get no answer about ${domain}, so browsers cannot find the site. Mostly this is a fault of the name servers, the computers that hold the DNS records of the domain.`,
    remedy: `If this lasts longer than an hour, ask your DNS provider why ${domain} cannot be looked up.`,
    detail,
  });
}

/** The resolvers themselves do not answer: that says nothing about the domain. */
export function resolversFailing({ domain, detail }: DnsContext): DomainProblem {
  return problem('dns-server-failing', 'warning', {
    title: 'DNS could not be asked',
    explanation: `The public DNS servers that are asked about ${domain} did not take the question. That says nothing about the domain.`,
    remedy:
      'You have nothing to do: they are asked again. If it stays so, the people who run your site have to look at it.',
    detail,
  });
}

export function dnssecFailing(
  { domain, detail }: DnsContext,
  severity: Severity,
  apex: string,
): DomainProblem {
  return problem('dnssec-failing', severity, {
    title: 'The DNSSEC signatures do not fit',
    explanation: `The DNS records of ${apex} are signed (DNSSEC), and the signatures do not fit. DNS servers that check them give no answer then, so many visitors and the authority that issues the certificate cannot find ${domain}.`,
    remedy: `Ask your DNS provider to mend DNSSEC for ${apex}. If you have changed provider, the DS record of the old one is probably still entered where ${apex} is registered: remove it there.`,
    detail,
  });
}

export function nameServersDisagree(
  { domain, ways, detail }: DnsContext,
  severity: Severity,
  zone: { readonly apex: string; readonly right: readonly string[]; readonly wrong: readonly string[] },
): DomainProblem {
  const { apex, right, wrong } = zone;
  const who =
    right.length === 0
      ? `${fewInWords(wrong)} give different answers, none of them the right one.`
      : `${fewInWords(right)} ${right.length === 1 ? 'has' : 'have'} it right, ${fewInWords(wrong)} ${wrong.length === 1 ? 'does' : 'do'} not.`;
  return problem('name-servers-disagree', severity, {
    title: 'The name servers do not agree',
    explanation: `Name servers are the computers that hold the DNS records of ${apex}. About ${domain} they say different things: ${who} What a visitor gets is a matter of luck.`,
    remedy: `If you changed the records within the last hour, wait a little. If not, ask your DNS provider about ${fewInWords(wrong)}. If the name servers belong to two providers, the records have to be the same at both. ${waysInWords(ways, 'On all of them, set')}`,
    detail,
  });
}

/** The network itself has no address: nothing that depends on it can be judged. */
export function networkNotResolvable(
  { domain, detail }: DnsContext,
  networkDomain: string | undefined,
): DomainProblem {
  const network = networkDomain ?? 'the network of the site';
  return problem('network-not-resolvable', 'fatal', {
    title: 'The address of the network cannot be found',
    explanation: `Where ${domain} has to lead cannot be told at the moment, because ${network} itself has no address in the DNS. This is no fault of your domain.`,
    remedy: `You have nothing to do. The people who run your site have to give ${network} an address.`,
    detail,
  });
}
