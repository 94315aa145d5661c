import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LogLine, type RunningStack, runStack } from '../support/running-stack.ts';

// An import through the real queues, in emulated time: WordPress sends one event after the other, 5 a second.

const DOMAINS = 250;
const INTERVAL = 300;
/** How long a task may wait for the next turn of its queue, in seconds. */
const TURN = 1;

let stack: RunningStack;
/** Seconds from the first event to each entry of a domain. */
const times = new Map<string, { mapped: number; checks: number[] }>();

const domainOf = (number: number) => `shop-${number}.example.test`;

// What a resolver says is for other tests: so a check is as short as it can be, and comes again at its interval.
const NOBODY_ANSWERS = { DNS_RESOLVERS: '127.0.0.1:1' };

function secondsOf(line: LogLine): number {
  const { seconds, nanos } = line['timestamp'] as { seconds: number; nanos: number };
  return seconds + nanos / 1e9;
}

beforeAll(async () => {
  stack = await runStack({ environment: NOBODY_ANSWERS });
  const begun = stack.clock.now().getTime() / 1000;
  for (let number = 0; number < DOMAINS; number += 1) {
    const answer = await stack.send({ action: 'map', domain: domainOf(number), siteId: 2 });
    expect(answer.status).toBe(202);
    stack.clock.advance(0.2);
    await stack.tasks.idle();
  }
  const end = begun + DOMAINS / 5 + INTERVAL + 10;
  await stack.runUntil(() => stack.clock.now().getTime() / 1000 > end);
  for (const line of stack.lines) {
    const domain = String(line['domain']);
    const at = secondsOf(line) - begun;
    const seen = times.get(domain) ?? { mapped: Number.NaN, checks: [] };
    if (line.event === 'domain.mapped') times.set(domain, { ...seen, mapped: at });
    if (line.event === 'dns.pending') times.set(domain, { ...seen, checks: [...seen.checks, at] });
  }
}, 300_000);

afterAll(() => stack.close());

test('every alias is there when Closte was called 5 times a second, and never more often', () => {
  const mapped = [...times.values()].map((of) => of.mapped);
  expect(mapped).toHaveLength(DOMAINS);
  expect(Math.max(...mapped)).toBeLessThan(DOMAINS / 5 + 5);
  const bySecond = Object.values(Object.groupBy(mapped, (at) => Math.floor(at + 1e-6)));
  expect(Math.max(...bySecond.map((calls) => calls?.length ?? 0))).toBeLessThanOrEqual(5);
  expect(stack.linesOf('domain.queued')).toHaveLength(DOMAINS - 5);
});

test('every domain has its first check as soon as it has its alias', () => {
  for (const { mapped, checks } of times.values())
    expect((checks[0] ?? Number.NaN) - mapped).toBeLessThan(TURN);
});

test('and its second one when the schedule says', () => {
  for (const { checks } of times.values()) {
    const [first = Number.NaN, second] = checks;
    expect(Math.abs((second ?? Number.NaN) - first - INTERVAL)).toBeLessThan(TURN);
  }
});
