import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROBLEM_CODES } from '../../../shared/diagnosis/domain-problem.ts';
import type { ProblemInWords } from '../../../shared/words/problem.ts';
import { trustRoot } from '../../support/net-certificates.ts';
import { FAILURE, REFUSAL } from './dns-names.ts';
import { problemsOnPage, problemsWhenAdded, type World } from './support/neighbourhood.ts';
import { about, OLD, roots, SHOP } from './support/servers.ts';
import { ADDING, CERTIFICATE, CLOSTE, DNS, elsewhere, HEALTHY, PROXY, shop, unanswered } from './worlds.ts';

let distrust: readonly (() => void)[] = [];
beforeAll(() => {
  distrust = roots.map(trustRoot);
});
afterAll(() => {
  for (const one of distrust.toReversed()) one();
});

const inShort = (problems: readonly ProblemInWords[]) =>
  problems.map(({ code, severity }) => `${code}: ${severity}`);

describe.each([
  ['nothing is wrong with', HEALTHY],
  ['what is wrong with the DNS', DNS],
  ['what is wrong with the certificate, or keeps it from being issued', CERTIFICATE],
  ['what is wrong with HTTPS behind a proxy', PROXY],
  ['what is wrong with Closte', CLOSTE],
])('%s', (_, scenes) => {
  test.each(scenes)('%s', async (_what, world, problems) => {
    expect(inShort(await problemsOnPage(world))).toEqual(problems);
  });
});

describe('what is wrong when Closte is told', () => {
  test.each(ADDING)('%s', async (_what, world, problems) => {
    expect(inShort(await problemsWhenAdded(world))).toEqual(problems);
  });
});

test('no problem is without a world that has it', () => {
  const seen = [DNS, CERTIFICATE, PROXY, CLOSTE, ADDING].flat().flatMap(([, , problems]) => problems);
  expect(PROBLEM_CODES.filter((code) => !seen.some((problem) => problem.startsWith(`${code}: `)))).toEqual(
    [],
  );
});

const MAY_BE_A_ZONE_OF_ITS_OWN: World = {
  resolvers: [about(SHOP, FAILURE)],
  nameServers: [about(SHOP, REFUSAL)],
};

test.each([
  ['named where they have the domain for sure', unanswered(REFUSAL), 'The name servers do not answer'],
  ['not named where it may be a zone of its own', MAY_BE_A_ZONE_OF_ITS_OWN, 'DNS gives no answer'],
])('name servers that do not answer are %s', async (_, world, title) => {
  expect((await problemsOnPage(world)).map((problem) => problem.title)).toEqual([title]);
});

test('a name server that does not know where an alias ends is not said to know that it ends nowhere', async () => {
  const [problem] = await problemsOnPage({
    records: { ...shop('CNAME', 'sites.hoster.test'), 'sites.hoster.test A': [OLD] },
    hosts: { [OLD]: elsewhere },
  });
  expect(problem?.detail).toContain('; ns1.dns.test (198.51.99.53) has a CNAME to sites.hoster.test; ');
});
