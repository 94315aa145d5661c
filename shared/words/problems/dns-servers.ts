import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { Inserted, Words } from '../words.ts';
import type { ProblemCatalog, ProblemTexts } from './problem-texts.ts';
import { waysInWords } from './records.ts';

/** What is wrong with the servers that a domain's records come from, or on their way. */
export const DNS_SERVERS = {
  'not-propagated-yet': ({ domain, lagging, asked, ttl }, words) => ({
    title: words.say('not-propagated-yet.title'),
    explanation: words.say('not-propagated-yet.explanation', { domain, ...someOf(lagging, asked, words) }),
    remedy:
      ttl === undefined
        ? words.say('not-propagated-yet.remedy')
        : words.say('not-propagated-yet.remedy.known', { duration: words.duration(ttl) }),
  }),

  'dns-server-failing': (problem, words) => {
    switch (problem.failing) {
      case 'name-servers':
        return nameServersFailing(problem, words);
      case 'look-ups':
      case 'resolvers':
        return {
          title: words.say(`dns-server-failing.${problem.failing}.title`),
          explanation: words.say(`dns-server-failing.${problem.failing}.explanation`, {
            domain: problem.domain,
          }),
          remedy: words.say(`dns-server-failing.${problem.failing}.remedy`, { domain: problem.domain }),
        };
      case 'one-type':
        return oneTypeFailing(problem.domain, problem.type, words);
    }
  },

  'dnssec-failing': ({ domain, apex, at, asked }, words) => {
    const key = at.length * 2 > asked ? 'dnssec-failing' : 'dnssec-failing.at-some';
    return {
      title: words.say(`${key}.title`),
      explanation: words.say(`${key}.explanation`, { domain, apex, ...someOf(at, asked, words) }),
      remedy: words.say(`${key}.remedy`, { apex }),
    };
  },

  'blocked-by-a-filter': ({ domain, at, asked }, words) => {
    const some = someOf(at, asked, words);
    return {
      title: words.say('blocked-by-a-filter.title'),
      explanation: words.say('blocked-by-a-filter.explanation', { domain, ...some }),
      remedy: words.say('blocked-by-a-filter.remedy', { domain, ...some }),
    };
  },

  'name-servers-disagree': ({ domain, ways, apex, right, wrong }, words) => ({
    title: words.say('name-servers-disagree.title'),
    explanation: words.say('name-servers-disagree.explanation', {
      domain,
      apex,
      right: words.few(right),
      right_count: right.length,
      wrong: words.few(wrong),
      wrong_count: wrong.length,
    }),
    remedy: words.text(
      words.say('name-servers-disagree.remedy', { wrong: words.few(wrong) }),
      waysInWords(ways, 'ways.on-all-of-them', words),
    ),
  }),

  'network-not-resolvable': ({ domain, networkDomain: network = 'none' }, { say }) => ({
    title: say('network-not-resolvable.title'),
    explanation: say('network-not-resolvable.explanation', { domain, network }),
    remedy: say('network-not-resolvable.remedy', { network }),
  }),
} satisfies Partial<ProblemCatalog>;

type Failing = DomainProblem<'dns-server-failing'>;

function nameServersFailing(
  { domain, apex, servers, answering }: Extract<Failing, { readonly failing: 'name-servers' }>,
  { say, few }: Words,
): ProblemTexts {
  const key = answering > 0 ? 'dns-server-failing.name-servers' : 'dns-server-failing.all-name-servers';
  const values = { domain, apex, servers: few(servers), count: servers.length };
  return {
    title: say(`${key}.title`, values),
    explanation: say(`${key}.explanation`, values),
    remedy: say('dns-server-failing.name-servers.remedy', values),
  };
}

/** @param type of which no records can be asked for */
function oneTypeFailing(domain: string, type: 'A' | 'AAAA', { say }: Words): ProblemTexts {
  const values = { domain, type, version: type === 'A' ? 'IPv4' : 'IPv6' };
  return {
    title: say('dns-server-failing.one-type.title', values),
    explanation: say('dns-server-failing.one-type.explanation', values),
    remedy: say('dns-server-failing.one-type.remedy', values),
  };
}

/** Some of the resolvers that were asked, or all of them. */
function someOf(some: readonly string[], asked: number, { few }: Words): Readonly<Record<string, Inserted>> {
  return { some: some.length, asked, all: some.length === asked ? 'yes' : 'no', names: few(some) };
}
