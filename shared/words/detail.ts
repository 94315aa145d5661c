import type { AddressReport } from '../certificate/verdict.ts';
import type { OfCaa } from '../diagnosis/authority-parameters.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DeadEnd, DnsEvidence, OriginResult, Port80Report, ZoneUnknown } from '../diagnosis/evidence.ts';
import { provenByHalf } from '../diagnosis/https-proof.ts';
import { ENGLISH } from './english/english.ts';
import { dateInWords, listInWords } from './format.ts';
import { certificatesInWords, ownAnswerInWords, resolversInWords, targetInWords } from './observations.ts';

// The machine's words of a problem: addresses, answers, dates, codes, as they were seen.

const { dns, deadEnds, certificate, port80, caa, caaNotAnswered, closte } = ENGLISH.observations;

/** The evidence that a problem was found by. */
export function detailInWords(problem: DomainProblem): string {
  if ('dns' in problem) return dnsInWords(problem.dns);
  if ('certificates' in problem) return handshakesInWords(problem.certificates);
  if ('port80' in problem) return problem.port80.map(port80InWords).join('; ');
  if ('caa' in problem) return caaInWords(problem.caa);
  switch (problem.code) {
    case 'https-behind-a-proxy':
      return throughInWords(problem.through).join('; ');
    case 'caa-not-answered':
      return caaNotAnswered(problem.asked, problem.failure);
    case 'not-an-alias':
      return closte.notListed(problem.domain);
    case 'key-refused':
      return closte.refused(problem.reason);
    case 'closte-unreachable':
      return closte.unreachable(problem.reason);
    case 'rejected-by-closte':
    case 'held-elsewhere':
      return closte.rejected(problem.reason);
  }
}

/** All that was answered, in the words of the log. */
function dnsInWords({ report, zone, dnssec, wildcard, originResults }: DnsEvidence): string {
  const servers =
    zone.kind === 'found'
      ? zone.servers.map(({ name, address, lookUp }) =>
          dns.zoneServer(name, address, ownAnswerInWords(lookUp, zone.apex)),
        )
      : [];
  return [
    dns.network(targetInWords(report.target)),
    resolversInWords(report),
    ...servers,
    ...(zone.kind === 'unknown' ? [zoneUnknownInWords(zone.reason)] : []),
    ...(dnssec.kind === 'failing' ? [dns.dnssecFails(listInWords(dnssec.at))] : []),
    ...(wildcard === undefined ? [] : [dns.wildcard(wildcard)]),
    ...throughInWords(originResults),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function zoneUnknownInWords(reason: ZoneUnknown): string {
  const { zoneUnknown } = dns;
  switch (reason.kind) {
    case 'no-resolver-tells':
      return zoneUnknown.noResolverTells(reason.name, reason.failure);
    case 'no-name-servers':
      return zoneUnknown.noNameServers(reason.name);
    case 'too-deep':
      return zoneUnknown.tooDeep(reason.below);
    case 'resolvers-disagree':
      return zoneUnknown.resolversDisagree(reason.registrable);
    case 'servers-without-address':
      return zoneUnknown.serversWithoutAddress(reason.apex);
  }
}

/** What each address shows, and what came of it to fetch something through those that only prove half. */
export function httpsInWords(
  reports: readonly AddressReport[],
  originResults: readonly OriginResult[],
): string {
  return [certificatesInWords(reports), ...throughInWords(provenByHalf(originResults))].join('; ');
}

/** What came of fetching something through each address. */
function throughInWords(results: readonly OriginResult[]): string[] {
  return results.map(({ address, result }) => dns.through(address, originResultInWords(result)));
}

function originResultInWords(result: OriginResult['result']): string {
  const kind = result.kind === 'arrived' && result.over === 'http' ? dns.arrivedByHalf : result.kind;
  return 'ends' in result ? `${kind} (${result.ends.map(deadEndInWords).join(', ')})` : kind;
}

/** `HTTP 404 over http`. */
export function deadEndInWords(end: DeadEnd): string {
  switch (end.kind) {
    case 'answered':
      return deadEnds.answered(end.over, end.status, end.location);
    case 'no-http':
      return deadEnds.noHttp(end.over, end.detail);
    case 'untrusted':
      return deadEnds.untrusted(end.over, end.detail);
    case 'too-many-redirects':
      return deadEnds.tooManyRedirects(end.over, end.most);
    case 'refused':
      return deadEnds.refused(end.over);
    case 'timeout':
      return deadEnds.timeout(end.over);
  }
}

function handshakesInWords(reports: readonly AddressReport[]): string {
  const failures: string[] = [];
  const issued = new Set<string>();
  for (const { address, handshake } of reports) {
    if ('detail' in handshake) failures.push(certificate.handshakeFailed(address, handshake.detail));
    if (handshake.kind === 'certificate') {
      const { issuer, notBefore, notAfter } = handshake.certificate;
      issued.add(certificate.issued(issuer, dateInWords(notBefore), dateInWords(notAfter)));
    }
  }
  return [certificatesInWords(reports), ...failures, ...issued].join('; ');
}

function port80InWords({ address, answer }: Port80Report): string {
  switch (answer.kind) {
    case 'answered':
      return port80.answers(address, answer.status, answer.location, answer.server);
    case 'refused':
      return port80.refused(address);
    case 'timeout':
      return port80.timeout(address);
    case 'no-http':
      return port80.noHttp(address, answer.detail);
    case 'no-route':
      return port80.noRoute(address);
    case 'special-address':
      return port80.notPublic(address);
  }
}

/** As the records stand in a zone file. */
function caaInWords({ name, records }: OfCaa['caa']): string {
  const texts = records.map(({ flags, tag, value }) => `${flags} ${tag} "${value}"`);
  return caa(name, texts.join(', '));
}
