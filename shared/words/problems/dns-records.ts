import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { RecordPlace } from '../../diagnosis/records-to-set.ts';
import type { Words } from '../words.ts';
import type { ProblemCatalog, ProblemTexts } from './problem-texts.ts';
import { addressRecordsInWords, placeInWords, waysInWords } from './records.ts';

/** What is wrong with the records that a domain has. */
export const DNS_RECORDS = {
  'no-records': ({ domain, ways }, words) => ({
    title: words.say('no-records.title'),
    explanation: words.say('no-records.explanation', { domain }),
    remedy: waysInWords(ways, 'ways.set', words),
  }),

  'domain-not-registered': ({ domain, ways, registrable }, words) => ({
    title: words.say('domain-not-registered.title', { registrable }),
    explanation:
      domain === registrable
        ? words.say('domain-not-registered.explanation', { registrable })
        : words.say('domain-not-registered.explanation.below', { registrable, domain }),
    remedy: words.text(
      words.say('domain-not-registered.remedy', { registrable }),
      waysInWords(ways, 'ways.after-that-set', words),
    ),
  }),

  'wrong-address': (problem, words) => ({
    title: words.say('wrong-address.title'),
    explanation: words.say('wrong-address.explanation', {
      domain: problem.domain,
      wrong: words.few(problem.wrong),
    }),
    remedy: mending(
      problem,
      words,
      removal(problem, words),
      waysInWords(problem.ways, 'ways.then-set', words),
    ),
  }),

  'stray-ipv6': (problem, words) => ({
    title: words.say('stray-ipv6.title'),
    explanation: words.say('stray-ipv6.explanation', {
      domain: problem.domain,
      records: addressRecordsInWords(problem.wrong, words),
    }),
    remedy: mending(problem, words, removal(problem, words), words.say('records.rest-may-stay')),
  }),

  'some-addresses-wrong': (problem, words) => ({
    title: words.say('some-addresses-wrong.title'),
    explanation: words.say('some-addresses-wrong.explanation', {
      domain: problem.domain,
      right: words.few(problem.right),
      wrong: words.few(problem.wrong),
    }),
    remedy: mending(problem, words, removal(problem, words), words.say('records.rest-may-stay')),
  }),

  'reserved-address': (problem, words) => ({
    title: words.say('reserved-address.title'),
    explanation: words.say('reserved-address.explanation', {
      domain: problem.domain,
      wrong: words.few(problem.wrong),
    }),
    remedy: mending(
      problem,
      words,
      removal(problem, words),
      problem.right.length > 0
        ? words.say('records.rest-may-stay')
        : waysInWords(problem.ways, 'ways.then-set', words),
    ),
  }),

  'cname-to-elsewhere': (problem, words) => ({
    title: words.say('cname-to-elsewhere.title'),
    explanation: words.say('cname-to-elsewhere.explanation', {
      domain: problem.domain,
      to: problem.to,
      leads: problem.leads,
    }),
    remedy: mending(
      problem,
      words,
      removalOfAlias(problem, words),
      waysInWords(problem.ways, 'ways.then-set', words),
    ),
  }),

  'cname-loop': (problem, words) => ({
    title: words.say('cname-loop.title'),
    explanation: words.say('cname-loop.explanation', { domain: problem.domain }),
    remedy: mending(
      problem,
      words,
      words.say('records.remove-cname-of', { place: placeOf(problem, words) }),
      waysInWords(problem.ways, 'ways.then-set', words),
    ),
  }),

  /** RFC 1034, 3.6.2 and RFC 1912, 2.4: where a CNAME stands nothing else may, and a zone begins with SOA and NS. */
  'cname-at-apex': (problem, words) => ({
    title: words.say('cname-at-apex.title'),
    explanation: words.say('cname-at-apex.explanation', { domain: problem.domain }),
    remedy: words.text(removalOfAlias(problem, words), waysInWords(problem.ways, 'ways.then-set', words)),
  }),

  'behind-a-proxy': (problem, words) =>
    problem.arrives === 'yes' ? worksBehindProxy(problem, words) : behindProxy(problem, words),
} satisfies Partial<ProblemCatalog>;

type Of<Code extends keyof ProblemCatalog> = DomainProblem<Code>;

type Works = Extract<Of<'behind-a-proxy'>, { readonly arrives: 'yes' }>;

function worksBehindProxy({ domain, proxy }: Works, { say }: Words): ProblemTexts {
  const values = { domain, proxy: proxy ?? 'none' };
  return {
    title: say('behind-a-proxy.works.title', values),
    explanation: say('behind-a-proxy.works.explanation', values),
    remedy: say('nothing-to-do'),
  };
}

function behindProxy(
  { domain, ways, proxy, arrives }: Exclude<Of<'behind-a-proxy'>, Works>,
  words: Words,
): ProblemTexts {
  const { say, text } = words;
  return {
    title: say('behind-a-proxy.title', { proxy }),
    explanation: say('behind-a-proxy.explanation', { domain, proxy, arrives }),
    remedy: text(
      say(`behind-a-proxy.remedy.${proxy}`, { proxy }),
      waysInWords(ways, 'ways.either-way', words),
    ),
  };
}

/**
 * Where a wildcard record answers in the domain's place, there is nothing to remove: it has no record of its own.
 *
 * @param otherwise sentences about a record that is the domain's own
 */
function mending(
  { dns, ways }: Pick<Of<'wrong-address'>, 'dns' | 'ways'>,
  words: Words,
  ...otherwise: readonly string[]
): string {
  const { say, text } = words;
  if (dns.wildcard === undefined) return text(...otherwise);
  return text(
    waysInWords(ways, 'ways.set', words),
    say('records.wildcard-answers', { wildcard: dns.wildcard }),
  );
}

function placeOf({ domain, host }: Pick<RecordPlace, 'host'> & Pick<DomainProblem, 'domain'>, words: Words) {
  return placeInWords({ name: domain, host }, words);
}

function removal(
  problem: Of<'wrong-address' | 'stray-ipv6' | 'some-addresses-wrong' | 'reserved-address'>,
  words: Words,
): string {
  const records = addressRecordsInWords(problem.wrong, words);
  return words.say('records.remove', { records, place: placeOf(problem, words) });
}

function removalOfAlias(problem: Of<'cname-to-elsewhere' | 'cname-at-apex'>, words: Words): string {
  return words.say('records.remove-cname', { place: placeOf(problem, words), to: problem.to });
}
