import { certificateVerdict } from '../certificate/verdict.ts';
import { viewOf } from '../diagnosis/dns-view.ts';
import type { CertificateEvidence, DnsEvidence, ZoneEvidence } from '../diagnosis/evidence.ts';
import { answerReachesNetwork, reachesNetwork } from '../diagnosis/leads-here.ts';
import { addressType, hostName } from '../diagnosis/records-to-set.ts';
import { type AddressAnswer, answerKindOf, answersIn, hasFailed } from '../dns/look-up.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import { certificateInWords, lookUpInWords, ownAnswerInWords } from '../words/observations.ts';
import { ENGLISH_WORDS, type Words } from '../words/words.ts';
import type { CertificateStatus, ResolverStatus, Status, ZoneStatus } from './status.ts';

// What was seen, in the form in which a status tells it.

/**
 * The records that are there now, each once. An alias stands for the addresses that it leads to. The zone's own servers
 * know best: a resolver may remember what is gone.
 */
export function recordsFound(
  domain: DomainName,
  { report, zone, originResults }: DnsEvidence,
): Status['records_found'] {
  const { networkDomain, addresses: ours } = report.target;
  const place = { name: domain, host: hostName(domain, zone.kind === 'found' ? zone.apex : undefined) };
  const found = answersTold(report, zone).flatMap((answer): Status['records_found'] => {
    const [alias] = answer.chain;
    if (alias !== undefined) {
      const isOfNetwork = networkDomain !== undefined && answer.chain.includes(networkDomain);
      const isRight =
        isOfNetwork || report.verdict === 'pointing' || answerReachesNetwork(answer, originResults);
      return [{ ...place, type: 'CNAME' as const, value: alias, is_right: isRight }];
    }
    if (answer.kind !== 'addresses') return [];
    return answer.addresses.map((value) => ({
      ...place,
      type: addressType(value),
      value,
      is_right: ours.includes(value) || reachesNetwork(value, originResults),
    }));
  });
  return [...new Map(found.map((record) => [`${record.type} ${record.value}`, record])).values()];
}

function answersTold(report: DnsReport, zone: ZoneEvidence): readonly AddressAnswer[] {
  const own = zone.kind === 'found' ? zone.servers.map(({ lookUp }) => lookUp) : [];
  const told = own.filter((lookUp) => !hasFailed(lookUp));
  return (told.length > 0 ? told : report.resolvers.map(({ lookUp }) => lookUp)).flatMap(answersIn);
}

export function resolversSeen(
  evidence: DnsEvidence,
  words: Words = ENGLISH_WORDS,
): readonly ResolverStatus[] {
  return viewOf(evidence).resolvers.map(({ resolver, verdict, lookUp }) => ({
    resolver,
    verdict,
    answer_kind: answerKindOf(lookUp),
    answer: lookUpInWords(lookUp, words),
  }));
}

export function zoneSeen(zone: ZoneEvidence, words: Words = ENGLISH_WORDS): ZoneStatus {
  if (zone.kind !== 'found') return { apex: null, servers: [] };
  const servers = zone.servers.map(({ name, address, lookUp }) => ({
    name,
    address,
    answer_kind: answerKindOf(lookUp),
    answer: ownAnswerInWords(lookUp, zone.apex, words),
  }));
  return { apex: zone.apex, servers };
}

export function certificateSeen(
  { reports }: CertificateEvidence,
  words: Words = ENGLISH_WORDS,
): CertificateStatus {
  const verdict = certificateVerdict(reports);
  const shown = reports.flatMap(({ handshake }) => (handshake.kind === 'certificate' ? [handshake] : []));
  // The one that is judged by: the good one, or the one that is to blame.
  const told = shown.find(({ certificate }) => certificate === verdict.certificate) ?? shown[0];
  return {
    is_right: verdict.kind === 'right',
    addresses: reports.map((report) => ({
      address: report.address,
      shows: certificateInWords(report, words),
    })),
    chain: (told?.certificate.chain ?? []).map(({ subject, issuer, notBefore, notAfter }) => ({
      subject,
      issuer,
      not_before: notBefore.toISOString(),
      not_after: notAfter.toISOString(),
    })),
    names: told?.certificate.names ?? [],
  };
}
