import { saysNoCertificate } from '../certificate/alert.ts';
import type { AddressReport } from '../certificate/verdict.ts';
import { type AddressAnswer, addressesIn, hasFailed, type LookUp } from '../dns/look-up.ts';
import type { DnsReport, Target } from '../dns/verdict.ts';
import { isWithin } from '../domain/name-tree.ts';
import { ENGLISH_WORDS, phrase, type Words } from './words.ts';

// What resolvers, name servers and addresses showed.

/** What each resolver sees, those that see the same together: `1.1.1.1 and 8.8.8.8 see 192.0.2.1; …`. */
export function resolversInWords({ resolvers }: DnsReport, words: Words = ENGLISH_WORDS): string {
  const byAnswer = Map.groupBy(resolvers, ({ lookUp }) => lookUpInWords(lookUp, words));
  return [...byAnswer]
    .map(([answer, reports]) => {
      const names = reports.map(({ resolver }) => resolver);
      const [first] = reports;
      const isAnswered = first !== undefined && !hasFailed(first.lookUp);
      return words.say(isAnswered ? 'seen.resolvers-see' : 'seen.resolvers-give', {
        who: words.list(names),
        count: names.length,
        answer: phrase(answer),
      });
    })
    .join('; ');
}

/** What a server says of both kinds of addresses: in one phrase where the two answers go together. */
export function lookUpInWords({ ipv4, ipv6 }: LookUp, words: Words = ENGLISH_WORDS): string {
  const together = goTogether(ipv4, ipv6) ? bothInWords(ipv4, ipv6, words) : undefined;
  if (together !== undefined) return together;
  const [one, other] = [phrase(answerInWords(ipv4, words)), phrase(answerInWords(ipv6, words))];
  return words.say('seen.by-type', { ipv4: one, ipv6: other });
}

function goTogether(ipv4: AddressAnswer, ipv6: AddressAnswer): boolean {
  return ipv4.chain.join(' ') === ipv6.chain.join(' ');
}

/** Of two answers with the same aliases; undefined where only one of them says something. */
function bothInWords(ipv4: AddressAnswer, ipv6: AddressAnswer, words: Words): string | undefined {
  const { say } = words;
  const end = ipv4.chain.at(-1);
  if (ipv4.kind === 'cname-loop' || ipv6.kind === 'cname-loop') return say('seen.loop');
  if (ipv4.kind === 'failed' || ipv6.kind === 'failed') {
    const isSame = ipv4.kind === 'failed' && ipv6.kind === 'failed' && ipv4.failure === ipv6.failure;
    return isSame ? answerInWords(ipv4, words) : undefined;
  }
  const addresses = addressesIn({ ipv4, ipv6 });
  if (addresses.length > 0) return addressesInWords(addresses, end, words);
  if (ipv4.kind === 'no-such-name' && ipv6.kind === 'no-such-name') return answerInWords(ipv4, words);
  return end === undefined ? say('seen.no-address-record') : say('seen.alias-to-no-record', { alias: end });
}

/** What the answer to one of the two questions is. */
function answerInWords(answer: AddressAnswer, words: Words): string {
  const { say } = words;
  const end = answer.chain.at(-1);
  switch (answer.kind) {
    case 'addresses':
      return addressesInWords(answer.addresses, end, words);
    case 'no-such-name':
      return end === undefined ? say('seen.no-such-name') : say('seen.alias-to-no-name', { alias: end });
    case 'no-records':
      return end === undefined ? say('seen.no-record') : say('seen.alias', { alias: end });
    case 'cname-loop':
      return say('seen.loop');
    case 'failed':
      return answer.failure === 'filtered'
        ? say('seen.filtered')
        : say('seen.no-answer', { failure: answer.failure });
  }
}

function addressesInWords(
  addresses: readonly string[],
  end: string | undefined,
  { say, few }: Words,
): string {
  const some = few(addresses);
  return end === undefined ? some.phrase : say('seen.addresses-by-alias', { addresses: some, alias: end });
}

/** What a zone's own server says. Of an alias that leaves the zone, it need not know where that ends. */
export function ownAnswerInWords(lookUp: LookUp, apex: string, words: Words = ENGLISH_WORDS): string {
  const { ipv4, ipv6 } = lookUp;
  const leavesTo = ({ kind, chain }: AddressAnswer) => {
    const end = chain.at(-1);
    return kind === 'no-records' && end !== undefined && !isWithin(end, apex) ? end : undefined;
  };
  const end = leavesTo(ipv4);
  return end !== undefined && leavesTo(ipv6) === end
    ? words.say('seen.alias', { alias: end })
    : lookUpInWords(lookUp, words);
}

export function targetInWords(
  { networkDomain: network, addresses }: Target,
  { say, few, list }: Words = ENGLISH_WORDS,
): string {
  const where = few(addresses);
  if (network === undefined) return where.phrase;
  if (addresses.length === 0) return list([network]).phrase;
  return say('seen.network-at', { network, addresses: where });
}

/** What is wrong at which address: `203.0.113.7 shows a certificate for other names (a.example)`. */
export function certificatesInWords(reports: readonly AddressReport[], words: Words = ENGLISH_WORDS): string {
  if (reports.length === 0) return words.say('seen.no-address');
  return reports
    .map((report) =>
      words.say('seen.certificate', {
        address: report.address,
        what: phrase(certificateInWords(report, words)),
      }),
    )
    .join('; ');
}

/** What one address does: `shows a certificate for other names (a.example)`. */
export function certificateInWords(
  { handshake, problem }: AddressReport,
  { say, list }: Words = ENGLISH_WORDS,
): string {
  if (problem === undefined) return say('seen.certificate.good');
  if (handshake.kind === 'alert') {
    return say(
      saysNoCertificate(handshake.alert)
        ? 'seen.certificate.no-certificate'
        : 'seen.certificate.ends-handshake',
    );
  }
  const names =
    handshake.kind === 'certificate' && problem === 'wrong-name' ? handshake.certificate.names : [];
  const what = say(`seen.certificate.${problem}`);
  if (names.length === 0) return what;
  return say('seen.certificate.with-names', { what: phrase(what), names: list(names.slice(0, 3)) });
}
