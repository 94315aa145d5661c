import { saysNoCertificate } from '../certificate/alert.ts';
import type { AddressReport } from '../certificate/verdict.ts';
import type { LookUp } from '../dns/resolve-addresses.ts';
import type { DnsReport, Target } from '../dns/verdict.ts';
import { isWithin } from '../domain/name-tree.ts';
import { ENGLISH } from './english/english.ts';
import { listInWords } from './format.ts';

// What resolvers, name servers and addresses showed.

const { dns, certificate } = ENGLISH.observations;

/** What each resolver sees, those that see the same together: `1.1.1.1 and 8.8.8.8 see 192.0.2.1; …`. */
export function resolversInWords({ resolvers }: DnsReport): string {
  const byAnswer = Map.groupBy(resolvers, ({ lookUp }) => lookUpInWords(lookUp));
  return [...byAnswer]
    .map(([answer, reports]) => {
      const names = reports.map(({ resolver }) => resolver);
      const isAnswered = reports[0]?.lookUp.kind !== 'failed';
      return dns.resolvers(listInWords(names), names.length, answer, isAnswered);
    })
    .join('; ');
}

export function lookUpInWords(lookUp: LookUp): string {
  const end = lookUp.chain.at(-1);
  switch (lookUp.kind) {
    case 'addresses': {
      const addresses = listInWords(lookUp.addresses);
      return end === undefined ? addresses : dns.addressesBy(addresses, end);
    }
    case 'no-such-name':
      return end === undefined ? dns.noSuchName : dns.aliasToNoName(end);
    case 'no-records':
      return end === undefined ? dns.noRecords : dns.aliasToNoRecords(end);
    case 'cname-loop':
      return dns.loop;
    case 'failed':
      return dns.noAnswer(lookUp.failure);
  }
}

/** What a zone's own server says. Of an alias that leaves the zone, it need not know where that ends. */
export function ownAnswerInWords(lookUp: LookUp, apex: string): string {
  const end = lookUp.chain.at(-1);
  const isLeaving = lookUp.kind === 'no-records' && end !== undefined && !isWithin(end, apex);
  return isLeaving ? dns.alias(end) : lookUpInWords(lookUp);
}

export function targetInWords({ networkDomain, addresses }: Target): string {
  const where = listInWords(addresses);
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
