import { isDeepStrictEqual } from 'node:util';
import type { Way } from '../advice/action.ts';
import type { AddressReport, Certificate } from '../certificate/verdict.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import { type AddressAnswer, addressesIn, answerKindOf, type LookUp } from '../dns/look-up.ts';
import type { DnsReport } from '../dns/verdict.ts';
import { problemInWords } from '../words/problem.ts';

// What was seen, as the fields of an entry.

/** What is wrong and what is to be done, as the page of the domain says it, for a program. */
export function problemFields(problems: readonly DomainProblem[], actions: Way) {
  return { problems: problems.map((problem) => problemInWords(problem)), actions };
}

/** What the resolvers said, for a program. */
export function dnsFields({ verdict, target, resolvers }: DnsReport) {
  return {
    verdict,
    target: { network_domain: target.networkDomain ?? null, ...firstFew('addresses', target.addresses) },
    resolvers: resolvers.map(({ resolver, verdict: there, lookUp }) => ({
      resolver,
      verdict: there,
      answer: answerKindOf(lookUp),
      ...(addressesIn(lookUp).length > 0 && firstFew('addresses', addressesIn(lookUp))),
      ...answerFields(lookUp),
    })),
  };
}

/** The aliases and failures, of both questions where they are the same, else of each by its type. */
function answerFields({ ipv4, ipv6 }: LookUp) {
  const of = (answer: AddressAnswer) => ({
    ...(answer.chain.length > 0 && firstFew('cnames', answer.chain)),
    ...(answer.kind === 'failed' && { failure: answer.failure }),
  });
  return isDeepStrictEqual(of(ipv4), of(ipv6)) ? of(ipv4) : { a: of(ipv4), aaaa: of(ipv6) };
}

/** So many items of a list stand in an entry. */
const MOST_ITEMS = 10;

/** A list as a field, whatever the owner of a domain puts into it: its first items, and how many more there are. */
function firstFew<Name extends string>(name: Name, items: readonly string[]) {
  return {
    [name]: items.slice(0, MOST_ITEMS),
    ...(items.length > MOST_ITEMS && { [`more_${name}`]: items.length - MOST_ITEMS }),
  };
}

/** What each address showed, for a program. */
export function addressFields(reports: readonly AddressReport[]) {
  return reports.map(({ address, handshake, problem }) => ({
    address,
    ...(problem && { problem }),
    ...('detail' in handshake && { detail: handshake.detail }),
    ...(handshake.kind === 'no-route' && { detail: 'no way from here' }),
  }));
}

/** What a certificate is, for a program. */
export function certificateFields({ issuer, notAfter, names }: Certificate) {
  return { issuer, not_after: notAfter.toISOString(), ...firstFew('names', names) };
}
