import type { AddressReport } from '../certificate/verdict.ts';
import type { OfCaa } from '../diagnosis/authority-parameters.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DeadEnd, DnsEvidence, OriginResult, Port80Report } from '../diagnosis/evidence.ts';
import { provenByHalf } from '../diagnosis/https-proof.ts';
import { certificatesInWords, ownAnswerInWords, resolversInWords, targetInWords } from './observations.ts';
import { ENGLISH_WORDS, phrase, typed, type Words } from './words.ts';

// The machine's words of a problem: addresses, answers, dates, codes, as they were seen.

/** The evidence that a problem was found by. */
export function detailInWords(problem: DomainProblem, words: Words = ENGLISH_WORDS): string {
  const { say } = words;
  if ('dns' in problem) return dnsInWords(problem.dns, words);
  if ('certificates' in problem) return handshakesInWords(problem.certificates, words);
  if ('port80' in problem) return problem.port80.map((report) => port80InWords(report, words)).join('; ');
  if ('caa' in problem) return caaInWords(problem.caa, words);
  switch (problem.code) {
    case 'https-behind-a-proxy':
      return throughInWords(problem.through, words).join('; ');
    case 'caa-not-answered':
      return say('seen.caa-not-answered', { name: problem.asked, failure: problem.failure });
    case 'not-an-alias':
      return say('seen.closte.not-listed', { domain: problem.domain });
    case 'key-refused':
      return say('seen.closte.refused', { reason: problem.reason });
    case 'closte-unreachable':
      return say('seen.closte.unreachable', { reason: problem.reason });
    case 'rejected-by-closte':
    case 'held-elsewhere':
      return say('seen.closte.rejected', { reason: problem.reason });
  }
}

/** All that was answered, in the words of the log. */
function dnsInWords({ report, zone, dnssec, wildcard, originResults }: DnsEvidence, words: Words): string {
  const { say } = words;
  const servers =
    zone.kind === 'found'
      ? zone.servers.map(({ name, address, lookUp }) =>
          say('seen.zone-server', {
            name,
            address,
            answer: phrase(ownAnswerInWords(lookUp, zone.apex, words)),
          }),
        )
      : [];
  return [
    say('seen.network', { where: phrase(targetInWords(report.target, words)) }),
    resolversInWords(report, words),
    ...servers,
    ...(zone.kind === 'unknown' ? [zoneUnknownInWords(zone, words)] : []),
    ...(dnssec.kind === 'failing' ? [dnssecInWords(dnssec, words)] : []),
    ...(wildcard === undefined ? [] : [say('seen.wildcard', { name: wildcard })]),
    ...throughInWords(originResults, words),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function dnssecInWords(
  { at, ofZone }: Extract<DnsEvidence['dnssec'], { readonly kind: 'failing' }>,
  { say, list }: Words,
): string {
  const seen = say('seen.dnssec-fails', { resolvers: list(at) });
  return ofZone === undefined ? seen : say('seen.dnssec-fails.zone', { zone: ofZone, seen: phrase(seen) });
}

function zoneUnknownInWords(
  { reason }: Extract<DnsEvidence['zone'], { readonly kind: 'unknown' }>,
  { say }: Words,
): string {
  switch (reason.kind) {
    case 'no-resolver-tells':
      return say('seen.zone-unknown.no-resolver-tells', { name: reason.name, failure: reason.failure });
    case 'no-name-servers':
      return say('seen.zone-unknown.no-name-servers', { name: reason.name });
    case 'too-deep':
      return say('seen.zone-unknown.too-deep', { name: reason.below });
    case 'resolvers-disagree':
      return say('seen.zone-unknown.resolvers-disagree', { name: reason.registrable });
    case 'servers-without-address':
      return say('seen.zone-unknown.servers-without-address', { name: reason.apex });
  }
}

/** What each address shows, and what came of it to fetch something through those that only prove half. */
export function httpsInWords(
  reports: readonly AddressReport[],
  originResults: readonly OriginResult[],
  words: Words = ENGLISH_WORDS,
): string {
  return [certificatesInWords(reports, words), ...throughInWords(provenByHalf(originResults), words)].join(
    '; ',
  );
}

/** What came of fetching something through each address. */
function throughInWords(results: readonly OriginResult[], words: Words): string[] {
  return results.map(({ address, result }) =>
    words.say('seen.through', { address, result: phrase(originResultInWords(result, words)) }),
  );
}

function originResultInWords(result: OriginResult['result'], words: Words): string {
  const isHalf = result.kind === 'arrived' && result.over === 'http';
  const kind = words.say(isHalf ? 'seen.result.arrived-by-half' : `seen.result.${result.kind}`);
  if (!('ends' in result)) return kind;
  const ends = phrase(result.ends.map((end) => deadEndInWords(end, words)).join(', '));
  return words.say('seen.through.ends', { result: phrase(kind), ends });
}

/** `HTTP 404 over http`. */
export function deadEndInWords(end: DeadEnd, { say }: Words = ENGLISH_WORDS): string {
  const { over } = end;
  switch (end.kind) {
    case 'answered': {
      const status = String(end.status);
      const key = end.status === 200 ? 'seen.end.other-content' : 'seen.end.answered';
      return end.location === undefined
        ? say(key, { status, over })
        : say(`${key}-to`, { status, over, location: typed(end.location) });
    }
    case 'no-http':
    case 'untrusted':
      return say(`seen.end.${end.kind}`, { over, detail: end.detail });
    case 'too-many-redirects':
      return say('seen.end.too-many-redirects', { over, most: end.most });
    case 'refused':
    case 'timeout':
      return say(`seen.end.${end.kind}`, { over });
  }
}

function handshakesInWords(reports: readonly AddressReport[], words: Words): string {
  const { say, time } = words;
  const failures: string[] = [];
  const issued = new Set<string>();
  for (const { address, handshake } of reports) {
    if ('detail' in handshake) {
      failures.push(say('seen.handshake-failed', { address, detail: handshake.detail }));
    }
    if (handshake.kind === 'certificate') {
      const { issuer, notBefore, notAfter } = handshake.certificate;
      issued.add(say('seen.issued', { issuer, from: time(notBefore), to: time(notAfter) }));
    }
  }
  return [certificatesInWords(reports, words), ...failures, ...issued].join('; ');
}

function port80InWords({ address, answer }: Port80Report, { say }: Words): string {
  switch (answer.kind) {
    case 'answered': {
      const { location, server } = answer;
      const values = { address, status: String(answer.status) };
      if (location === undefined) {
        return server === undefined
          ? say('seen.port-80.answers', values)
          : say('seen.port-80.answers-by', { ...values, server });
      }
      return server === undefined
        ? say('seen.port-80.answers-to', { ...values, location })
        : say('seen.port-80.answers-to-by', { ...values, location, server });
    }
    case 'no-http':
      return say('seen.port-80.no-http', { address, detail: answer.detail });
    case 'refused':
    case 'timeout':
    case 'no-route':
    case 'special-address':
      return say(`seen.port-80.${answer.kind}`, { address });
  }
}

/** As the records stand in a zone file. */
function caaInWords({ name, records }: OfCaa['caa'], { say }: Words): string {
  const texts = records.map(({ flags, tag, value }) => `${flags} ${tag} "${value}"`);
  return say('seen.caa', { name, records: texts.join(', ') });
}
