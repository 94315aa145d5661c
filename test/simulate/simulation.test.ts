import { describe, expect, test } from '@jest/globals';
import { type DnsDelay, HOUR, MINUTE, type Nature, USUAL } from '../../simulate/assumptions.ts';
import { lost, type Side } from '../../simulate/outcome.ts';
import { planMonth } from '../../simulate/plan.ts';
import { createRandom } from '../../simulate/random.ts';
import { type Scenario, simulate } from '../../simulate/simulation.ts';
import { isWithin } from '../../simulate/world.ts';

const AT_ONCE: DnsDelay = { kind: 'at-once', share: 1 };
const NEVER: DnsDelay = { kind: 'never', share: 1 };
const later = (median: number): DnsDelay => ({ kind: 'later', share: 1, median, sigma: 0 });

function scenario(nature: Partial<Nature> = {}, others: Partial<Omit<Scenario, 'nature'>> = {}): Scenario {
  return { domains: 50, days: 2, seed: 1, ...others, nature: { ...USUAL, ...nature } };
}

const planOf = ({ domains, days, nature, seed }: Scenario) =>
  planMonth(domains, days, nature, createRandom(seed));

const inAll = ({ outcomes }: Side) => Object.values(outcomes).reduce((sum, count) => sum + count, 0);

describe('the same seed', () => {
  test('gives the same result, to the byte', async () => {
    const week = scenario({}, { days: 7 });
    expect(await simulate(week)).toEqual(await simulate(week));
  });

  test('is what decides: another one gives another result', async () => {
    const { usage } = await simulate(scenario());
    expect((await simulate(scenario({}, { seed: 2 }))).usage).not.toEqual(usage);
  });
});

describe('nothing is gained or lost in the counting', () => {
  test.each<[string, Partial<Nature>]>([
    ['as usual, and more of it', { arrivals: 4, imported: 1 }],
    ['everybody changes his mind', { arrivals: 4, removals: 4, dns: [NEVER] }],
    ['Closte is down for two days', { arrivals: 4, removals: 2, outage: 48 * HOUR }],
  ])('%s', async (_name, nature) => {
    const { month, ours, theirs, usage } = await simulate(scenario(nature));
    expect({ ours: inAll(ours), theirs: inAll(theirs) }).toEqual({
      ours: month.arrivals,
      theirs: month.arrivals,
    });
    expect(usage.invocations).toMatchObject({ map: month.arrivals, unmap: month.removals });
    expect(usage.invocations.check).toBe(usage.tasks.delivered);
    expect(usage.tasks.askedFor).toBeGreaterThanOrEqual(usage.tasks.delivered);
  });

  test('a mapping that is taken back on its way is counted as that, by both', async () => {
    const { ours, theirs } = await simulate(scenario({ arrivals: 6, removals: 12, dns: [NEVER] }));
    expect(ours.outcomes['taken-back']).toBeGreaterThan(0);
    expect(ours.outcomes['taken-back'] + ours.outcomes['never-pointed']).toBe(inAll(ours));
    expect(theirs.outcomes['taken-back'] + theirs.outcomes['never-pointed']).toBe(inAll(theirs));
  });
});

describe('what becomes of the mappings', () => {
  test('where DNS is right at once and Closte always answers, neither loses any', async () => {
    const { month, ours, theirs } = await simulate(
      scenario({ arrivals: 4, removals: 0, dns: [AT_ONCE], outage: 0 }),
    );
    expect(ours.outcomes.done).toBe(month.arrivals);
    expect(theirs.outcomes.done).toBe(month.arrivals);
    // Looked at at once, and again after 5 and after 10 minutes: a certificate takes from 5 to 10.
    expect(ours.secondsToDone.p95).toBeCloseTo(600, -1);
    expect(theirs.secondsToDone.p95).toBe(600);
  });

  test('an outage loses Ultimate Multisite the mappings and removals in it, and nothing here', async () => {
    const played = scenario({ arrivals: 60, removals: 20, imported: 0, dns: [AT_ONCE] }, { days: 2 });
    const { arrivals, removals, outage } = planOf(played);
    const removed = new Set(removals.map(({ domain }) => domain));
    const inOutage = arrivals.filter(({ at, domain }) => isWithin(outage, at) && !removed.has(domain));
    const removedInOutage = removals.filter(({ at }) => isWithin(outage, at));

    const { ours, theirs, usage } = await simulate(played);
    expect(inOutage.length).toBeGreaterThan(0);
    expect(removedInOutage.length).toBeGreaterThan(0);
    // Some of those in the outage may be taken back before they are given up.
    expect(theirs.outcomes['lost-alias']).toBeGreaterThanOrEqual(inOutage.length);
    expect(lost(theirs)).toBe(theirs.outcomes['lost-alias']);
    expect(lost(ours)).toBe(0);
    // What failed here was tried again.
    expect(usage.closteCalls.add).toBeGreaterThan(arrivals.length);
    expect(usage.closteCalls.remove).toBeGreaterThan(removals.length);
    expect({ ours: ours.aliasesLeft, theirs: theirs.aliasesLeft }).toEqual({
      ours: 0,
      theirs: removedInOutage.length,
    });
  });

  // One that is always there, and eight of an import.
  const nine = { arrivals: 0, imported: 0.16, removals: 0, outage: 0 };

  test.each<[string, DnsDelay, Partial<Side['outcomes']>, Partial<Side['outcomes']>]>([
    ['25 minutes', later(25 * MINUTE), { done: 9 }, { done: 9 }],
    ['26 minutes', later(26 * MINUTE), { done: 9 }, { 'lost-dns': 9 }],
    ['160 hours', later(160 * HOUR), { done: 9 }, { 'lost-dns': 9 }],
    ['40 days', later(960 * HOUR), { 'lost-dns': 9 }, { 'lost-dns': 9 }],
    ['never', NEVER, { 'never-pointed': 9 }, { 'never-pointed': 9 }],
  ])('DNS that comes right after %s', async (_name, delay, ours, theirs) => {
    const result = await simulate(scenario({ ...nine, dns: [delay] }, { days: 1 }));
    expect(result.ours.outcomes).toMatchObject(ours);
    expect(result.theirs.outcomes).toMatchObject(theirs);
  });

  test('DNS that comes right after 8 days is found by the daily look, here only', async () => {
    // By this seed the one that is always there comes on the first of the days.
    const { ours, theirs } = await simulate(
      scenario({ ...nine, dns: [later(8 * 24 * HOUR)] }, { days: 14, seed: 7 }),
    );
    expect(ours.outcomes).toMatchObject({ 'done-after-all': 9 });
    expect(theirs.outcomes).toMatchObject({ 'lost-dns': 9 });
  });
});

describe('what it takes', () => {
  test('every settled domain is looked at once a day, those that are only counted too', async () => {
    const quiet = { arrivals: 0, imported: 0, removals: 0, dns: [NEVER], outage: 0 };
    const { looks, usage } = await simulate(scenario(quiet, { domains: 600, days: 2 }));
    expect(looks).toEqual({ played: 1000, counted: 200 });
    expect(usage.invocations.reconcile).toBe(2 * 96);
    // One entry of each look and of each run, beside those of the one mapping.
    expect(usage.entries).toBeGreaterThanOrEqual(1200 + 192);
  });

  test('the looks that are only counted cost as much as those that are played', async () => {
    const quiet = { arrivals: 0, imported: 0, removals: 0, dns: [AT_ONCE], outage: 0 };
    const [played, counted] = await Promise.all(
      [500, 1000].map((domains) => simulate(scenario(quiet, { domains, days: 1 }))),
    );
    const perDomain = (result: typeof played, of: (usage: NonNullable<typeof played>['usage']) => number) =>
      result === undefined ? Number.NaN : of(result.usage) / result.scenario.domains;
    expect(counted?.looks.counted).toBe(500);
    expect(perDomain(counted, ({ tasks }) => tasks.delivered)).toBeCloseTo(
      perDomain(played, ({ tasks }) => tasks.delivered),
      1,
    );
    const ratio =
      perDomain(counted, ({ tasks }) => tasks.askedFor) / perDomain(played, ({ tasks }) => tasks.askedFor);
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.05);
  });

  test('an import takes as long as its aliases do at 5 a second, and the checks wait for none of it', async () => {
    const nature = { arrivals: 0, removals: 0, dns: [AT_ONCE], outage: 0 };
    const imported = 1000;
    const { waits, usage, ...result } = await simulate(
      scenario({ ...nature, imported: imported / 50 }, { days: 1 }),
    );
    // The first five wait for Closte, one after the other.
    expect(result.imported).toBeGreaterThan((imported - 5) / 5);
    expect(result.imported).toBeLessThan(imported / 5 + 10);
    expect(usage.clostePeak).toBe(5);
    expect(usage.closteCalls.add).toBe(imported + 1);
    expect(result.longestQueue.closte).toBeGreaterThan(100);
    expect(waits.toFirstCheck).toBeLessThan(1);
    expect(waits.byQueue.checks.longest).toBeLessThan(1);
  });

  test('where nothing is imported, no visit waits for another', async () => {
    const nature = { arrivals: 0, imported: 0, removals: 0, dns: [AT_ONCE], outage: 0 };
    const { waits, longestQueue, imported } = await simulate(scenario(nature, { days: 1 }));
    expect(waits.byQueue.checks).toEqual({ p95: 0, longest: 0 });
    expect(longestQueue).toEqual({ checks: 1, closte: 0 });
    expect(imported).toBeUndefined();
  });
});
