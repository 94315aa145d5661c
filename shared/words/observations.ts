import { saysNoCertificate } from '../certificate/alert.ts';
import type { AddressReport } from '../certificate/verdict.ts';
import { type AddressAnswer, addressesIn, hasFailed, type LookUp } from '../dns/look-up.ts';
import type { DnsReport, Target } from '../dns/verdict.ts';
import { isWithin } from '../domain/name-tree.ts';
import { ENGLISH } from './english/english.ts';
import { fewInWords, listInWords } from './format.ts';

// What resolvers, name servers and addresses showed.

const { dns, certificate } = ENGLISH.observations;

/** What each resolver sees, those that see the same together: `1.1.1.1 and 8.8.8.8 see 192.0.2.1; …`. */
export function resolversInWords({ resolvers }: DnsReport): string {
  const byAnswer = Map.groupBy(resolvers, ({ lookUp }) => lookUpInWords(lookUp));
  return [...byAnswer]
    .map(([answer, reports]) => {
      const names = reports.map(({ resolver }) => resolver);
      const [first] = reports;
      const isAnswered = first !== undefined && !hasFailed(first.lookUp);
      return dns.resolvers(listInWords(names), names.length, answer, isAnswered);
    })
    .join('; ');
}

/** What a server says of both kinds of addresses: in one phrase where the two answers go together. */
export function lookUpInWords({ ipv4, ipv6 }: LookUp): string {
  const together = goTogether(ipv4, ipv6) ? bothInWords(ipv4, ipv6) : undefined;
  return together ?? dns.byType(answerInWords(ipv4), answerInWords(ipv6));
}

function goTogether(ipv4: AddressAnswer, ipv6: AddressAnswer): boolean {
  return ipv4.chain.join(' ') === ipv6.chain.join(' ');
}

/** Of two answers with the same aliases; undefined where only one of them says something. */
function bothInWords(ipv4: AddressAnswer, ipv6: AddressAnswer): string | undefined {
  const end = ipv4.chain.at(-1);
  if (ipv4.kind === 'cname-loop' || ipv6.kind === 'cname-loop') return dns.loop;
  if (ipv4.kind === 'failed' || ipv6.kind === 'failed') {
    const isSame = ipv4.kind === 'failed' && ipv6.kind === 'failed' && ipv4.failure === ipv6.failure;
    return isSame ? answerInWords(ipv4) : undefined;
  }
  const addresses = addressesIn({ ipv4, ipv6 });
  if (addresses.length > 0) return addressesInWords(addresses, end);
  if (ipv4.kind === 'no-such-name' && ipv6.kind === 'no-such-name') return answerInWords(ipv4);
  return end === undefined ? dns.noRecords : dns.aliasToNoRecords(end);
}

/** What the answer to one of the two questions is. */
function answerInWords(answer: AddressAnswer): string {
  const end = answer.chain.at(-1);
  switch (answer.kind) {
    case 'addresses':
      return addressesInWords(answer.addresses, end);
    case 'no-such-name':
      return end === undefined ? dns.noSuchName : dns.aliasToNoName(end);
    case 'no-records':
      return end === undefined ? dns.noRecordOfType : dns.alias(end);
    case 'cname-loop':
      return dns.loop;
    case 'failed':
      return answer.failure === 'filtered' ? dns.filtered : dns.noAnswer(answer.failure);
  }
}

function addressesInWords(addresses: readonly string[], end: string | undefined): string {
  const few = fewInWords(addresses);
  return end === undefined ? few : dns.addressesBy(few, end);
}

/** What a zone's own server says. Of an alias that leaves the zone, it need not know where that ends. */
export function ownAnswerInWords(lookUp: LookUp, apex: string): string {
  const { ipv4, ipv6 } = lookUp;
  const leavesTo = ({ kind, chain }: AddressAnswer) => {
    const end = chain.at(-1);
    return kind === 'no-records' && end !== undefined && !isWithin(end, apex) ? end : undefined;
  };
  const end = leavesTo(ipv4);
  return end !== undefined && leavesTo(ipv6) === end ? dns.alias(end) : lookUpInWords(lookUp);
}

export function targetInWords({ networkDomain, addresses }: Target): string {
  const where = fewInWords(addresses);
  if (networkDomain === undefined) return where;
  return addresses.length === 0 ? networkDomain : `${networkDomain} (${where})`;
}

/** What is wrong at which address: `203.0.113.7 shows a certificate for other names (a.example)`. */
export function certificatesInWords(reports: readonly AddressReport[]): string {
  if (reports.length === 0) return certificate.noAddress;
  return reports.map((report) => `${report.address} ${certificateInWords(report)}`).join('; ');
}

/** What one address does: `shows a certificate for other names (a.example)`. */
export function certificateInWords({ handshake, problem }: AddressReport): string {
  if (problem === undefined) return certificate.good;
  if (handshake.kind === 'alert') {
    return saysNoCertificate(handshake.alert) ? certificate.noCertificate : certificate.endsHandshake;
  }
  const names =
    handshake.kind === 'certificate' && problem === 'wrong-name' ? handshake.certificate.names : [];
  return `${certificate.problems[problem]}${names.length > 0 ? ` (${listInWords(names.slice(0, 3))})` : ''}`;
}
