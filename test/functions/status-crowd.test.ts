import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { makeLink, queryOf } from '../../shared/status/link.ts';
import { MOST_AT_ONCE } from '../../shared/status/shared-gathering.ts';
import { knowing, nameServers, type Sayings } from '../shared/diagnosis/dns-names.ts';
import { domain } from '../support/net-domain.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const HOUR = 3600;
const PROGRAM = { Accept: 'application/json' };
const BROWSER = { Accept: 'text/html' };

const servers = nameServers();
/** Silent until it is let speak; questions are sent more than once. */
let speaks = false;
let resolver: Awaited<ReturnType<typeof servers.start>>;
let stack: RunningStack;
const names = new Set<string>();
let seen: { readonly count: number; readonly all: () => void };

const sayings: Sayings = (asked) => {
  names.add(asked.name);
  if (names.size >= seen.count) seen.all();
  return speaks ? knowing({})(asked) : 'silence';
};

beforeAll(async () => {
  seen = { count: Number.POSITIVE_INFINITY, all: () => undefined };
  resolver = await servers.start(sayings);
  stack = await runStack({
    environment: { DNS_RESOLVERS: `127.0.0.1:${resolver.port}`, NETWORK_DOMAIN: '' },
  });
});

afterAll(async () => {
  await stack.close();
  await servers.closeAll();
});

async function look(name: string, headers: Record<string, string> = PROGRAM) {
  const query = queryOf(makeLink(derivedSecret(LOCAL_API_KEY), domain(name), new Date(), HOUR));
  const response = await fetch(`${stack.url}/status?${query}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('a link that many open at once is one gathering, and beyond some domains at once the rest is asked to come again', async () => {
  const all = Promise.withResolvers<void>();
  names.clear();
  seen = { count: MOST_AT_ONCE, all: all.resolve };
  const first = Array.from({ length: MOST_AT_ONCE }, (_, index) => look(`shop${index}.example.test`));
  await all.promise;

  const shared = Array.from({ length: 60 }, () => look('shop0.example.test'));
  const program = await look('more.example.test');
  expect([program.status, program.headers.get('Content-Type'), program.headers.get('Retry-After')]).toEqual([
    503,
    'application/problem+json',
    '10',
  ]);
  expect(JSON.parse(program.text)).toMatchObject({ code: 'busy', status: 503 });
  const person = await look('more.example.test', BROWSER);
  expect([person.status, person.headers.get('Retry-After')]).toEqual([503, '10']);
  expect(person.text).toContain('<title>Busy, try again</title>');
  expect(person.text).not.toContain('example.test');
  expect(names).not.toContain('more.example.test');
  expect(stack.linesOf('request.rejected').map(({ code }) => code)).toEqual(['busy', 'busy']);

  speaks = true;
  const answers = await Promise.all([...first, ...shared]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const bodies = new Set([answers[0], ...answers.slice(MOST_AT_ONCE)].map((answer) => answer?.text));
  expect(bodies.size).toBe(1);
  // One question is sent three times at most.
  const asked = resolver.asked.filter(({ name, type }) => name === 'shop0.example.test' && type === 'AAAA');
  expect(asked.length).toBeLessThanOrEqual(3);
});

test('what was gathered is shown for 20 seconds, as a page too, and then gathered anew', async () => {
  const name = 'kept.example.test';
  const questions = () =>
    resolver.asked.filter((asked) => asked.name === name && asked.type === 'AAAA').length;
  const [one, page] = [await look(name), await look(name, BROWSER)];
  expect([one.status, page.status, questions()]).toEqual([200, 200, 1]);
  stack.clock.advance(19);
  expect([(await look(name)).text === one.text, questions()]).toEqual([true, 1]);
  stack.clock.advance(1);
  expect([(await look(name)).status, questions()]).toEqual([200, 2]);
});
