import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DomainName } from '../../../shared/domain/name.ts';
import {
  type Lists,
  type Plan,
  type PlanOptions,
  planReconciliation,
} from '../../../shared/reconcile/plan.ts';
import type { DomainRow } from '../../../shared/wordpress/domain-row.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const SHOP = 'shop.example.com';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const OPTIONS: PlanOptions = {
  networkDomain: 'network.example' as DomainName,
  policy: 'sync',
  maxRemovals: undefined,
};

/** A row that has been as it is for so many seconds. */
function row(domain: string, silence: number, more: Partial<DomainRow> = {}): DomainRow {
  const updatedAt = new Date(NOW.getTime() - silence * 1000);
  return { domain: domain as DomainName, siteId: 2, wanted: 'mapped', stage: undefined, updatedAt, ...more };
}

/** A stage, of which WordPress was told something so many hours ago, by functions that tell it daily. */
function heard(stage: DomainRow['stage'], hours: number): Partial<DomainRow> {
  return { stage, heardAt: new Date(NOW.getTime() - hours * HOUR * 1000) };
}

function planOf(lists: Partial<Lists>, options: Partial<PlanOptions> = {}): Plan {
  const all = { rows: [], badRows: [], aliases: new Set<string>(), askedAt: NOW, ...lists };
  return planReconciliation(all, { ...OPTIONS, ...options });
}

/** The lists in which a plan has names. */
function namesIn(plan: Plan): Record<string, string[]> {
  const names = (planned: Iterable<{ domain: string }>) => [...planned].map(({ domain }) => domain);
  const all = {
    add: names(plan.add),
    remove: names(plan.remove),
    held: names(plan.held?.domains ?? []),
    recheck: names(plan.recheck),
    watch: names(plan.watch),
    unmanaged: [...plan.unmanaged],
    unchanged: [...plan.unchanged],
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
}

const mapped = { wanted: 'mapped' } as const;
const removed = { wanted: 'removed' } as const;

describe('what is to be done about a domain', () => {
  test.each<[string, DomainRow | undefined, 'alias' | 'no alias', string]>([
    ['wanted since an hour, no alias', row(SHOP, HOUR), 'no alias', 'add'],
    ['done, and its alias is gone', row(SHOP, DAY, { stage: 'done' }), 'no alias', 'add'],
    ['checked, and its alias is gone', row(SHOP, HOUR, { stage: 'checking-dns' }), 'no alias', 'add'],
    ['ssl-failed, and its alias is gone', row(SHOP, HOUR, { stage: 'ssl-failed' }), 'no alias', 'add'],
    ['being added, heard of', row(SHOP, 23 * HOUR, { stage: 'adding-domain' }), 'no alias', 'unchanged'],
    ['being added, silent', row(SHOP, 26 * HOUR, { stage: 'adding-domain' }), 'no alias', 'add'],
    ['failed today', row(SHOP, 23 * HOUR, { stage: 'failed' }), 'no alias', 'unchanged'],
    ['failed yesterday', row(SHOP, 25 * HOUR, { stage: 'failed' }), 'no alias', 'add'],
    ['wanted a minute ago', row(SHOP, MINUTE), 'no alias', 'unchanged'],
    ['wanted in the future of another clock', row(SHOP, -HOUR), 'no alias', 'unchanged'],
    ['done', row(SHOP, DAY, { stage: 'done' }), 'alias', 'watch'],
    ['failed', row(SHOP, 90 * DAY, { stage: 'failed' }), 'alias', 'watch'],
    ['ssl-failed', row(SHOP, 2 * HOUR, { stage: 'ssl-failed' }), 'alias', 'watch'],
    [
      'DNS checked within its patience',
      row(SHOP, 7 * DAY + 3 * HOUR, { stage: 'checking-dns' }),
      'alias',
      'unchanged',
    ],
    [
      'DNS checked beyond its patience',
      row(SHOP, 7 * DAY + 5 * HOUR, { stage: 'checking-dns' }),
      'alias',
      'recheck',
    ],
    ['certificate within its patience', row(SHOP, DAY, { stage: 'checking-ssl-cert' }), 'alias', 'unchanged'],
    ['certificate beyond it', row(SHOP, 26 * HOUR, { stage: 'checking-ssl-cert' }), 'alias', 'recheck'],
    ['DNS checked, told yesterday', row(SHOP, 6 * DAY, heard('checking-dns', 28)), 'alias', 'unchanged'],
    [
      'DNS checked, told daily, and silent',
      row(SHOP, 6 * DAY, heard('checking-dns', 30)),
      'alias',
      'recheck',
    ],
    ['certificate checked, told', row(SHOP, 2 * DAY, heard('checking-ssl-cert', 25)), 'alias', 'unchanged'],
    ['certificate, silent', row(SHOP, 2 * DAY, heard('checking-ssl-cert', 27)), 'alias', 'recheck'],
    ['wanted anew and told before', row(SHOP, 25 * HOUR, heard(undefined, 25)), 'alias', 'unchanged'],
    ['never checked, wanted today', row(SHOP, 20 * HOUR), 'alias', 'unchanged'],
    ['never checked, wanted yesterday', row(SHOP, 26 * HOUR), 'alias', 'recheck'],
    ['removed', row(SHOP, HOUR, removed), 'alias', 'remove'],
    ['removed a minute ago', row(SHOP, MINUTE, removed), 'alias', 'unchanged'],
    ['removed, and so is its alias', row(SHOP, HOUR, removed), 'no alias', 'unchanged'],
    ['never heard of', undefined, 'alias', 'unmanaged'],
  ])('%s', (_name, wish, at, verdict) => {
    const plan = planOf({ rows: wish ? [wish] : [], aliases: new Set(at === 'alias' ? [SHOP] : []) });
    expect(namesIn(plan)).toEqual({ [verdict]: [SHOP] });
  });

  test.each<[string, DomainRow | undefined, boolean, Record<string, string[]>]>([
    [
      'is checked without an alias',
      row('blog.network.example', 50 * HOUR),
      false,
      { recheck: ['blog.network.example'] },
    ],
    [
      'is watched without an alias',
      row('blog.network.example', DAY, { stage: 'done' }),
      false,
      { watch: ['blog.network.example'] },
    ],
    [
      'is not removed',
      row('blog.network.example', DAY, removed),
      true,
      { unchanged: ['blog.network.example'] },
    ],
    ['is nobody else’s', undefined, true, { unchanged: ['blog.network.example'] }],
  ])('a name of the network’s own %s', (_name, wish, listed, expected) => {
    const aliases = new Set(listed ? ['blog.network.example'] : []);
    expect(namesIn(planOf({ rows: wish ? [wish] : [], aliases }))).toEqual(expected);
  });

  test('two rows of one name: the wish that removes nothing counts', () => {
    const rows = [
      row(SHOP, HOUR, removed),
      row(SHOP, DAY, { ...mapped, stage: 'done' }),
      row(SHOP, HOUR, removed),
    ];
    expect(namesIn(planOf({ rows, aliases: new Set([SHOP]) }))).toEqual({ watch: [SHOP] });
  });

  test('an alias of a row that cannot be read is left as it is, and the row is named', () => {
    const badRows = [{ name: 'SHOP.example.com', reason: 'wanted must be mapped or removed' }];
    const plan = planOf({ badRows, aliases: new Set([SHOP]) });
    expect(namesIn(plan)).toEqual({ unchanged: [SHOP] });
    expect(plan.badRows).toEqual(badRows);
  });

  test('an alias that is no name to be mapped is reported, and never touched', () => {
    expect(namesIn(planOf({ aliases: new Set(['under_score.example.com']) }))).toEqual({
      unmanaged: ['under_score.example.com'],
    });
  });

  test('without WordPress every alias is watched, and nothing else done', () => {
    const plan = planOf({ rows: undefined, aliases: new Set([SHOP, 'network.example', '_odd_']) });
    expect(namesIn(plan)).toEqual({ watch: [SHOP], unchanged: ['_odd_', 'network.example'] });
    expect([...plan.watch]).toEqual([{ domain: SHOP, siteId: 0, known: 'done' }]);
  });

  test('the lists are in the order of the names', () => {
    const rows = ['c.example.com', 'a.example.com', 'b.example.com'].map((name) => row(name, HOUR));
    expect(namesIn(planOf({ rows }))).toEqual({ add: ['a.example.com', 'b.example.com', 'c.example.com'] });
  });
});

describe('removals', () => {
  const names = (count: number) => Array.from({ length: count }, (_, number) => `shop-${number}.example.com`);
  const rows = (count: number) => names(count).map((name) => row(name, HOUR, removed));
  const others = (count: number) =>
    Array.from({ length: count }, (_, number) => `other-${number}.example.com`);

  test.each<[number, number, Partial<PlanOptions>, number, 'policy' | 'bound' | undefined]>([
    [10, 0, {}, 10, undefined],
    [11, 0, {}, 0, 'bound'],
    [15, 135, {}, 15, undefined],
    [16, 135, {}, 0, 'bound'],
    [3, 0, { maxRemovals: 2 }, 0, 'bound'],
    [2, 0, { maxRemovals: 2 }, 2, undefined],
    [1, 0, { maxRemovals: 0 }, 0, 'bound'],
    [50, 0, { maxRemovals: 100 }, 50, undefined],
    [1, 0, { policy: 'upsert-only' }, 0, 'policy'],
    [50, 0, { policy: 'upsert-only', maxRemovals: 100 }, 0, 'policy'],
    [0, 5, { policy: 'upsert-only' }, 0, undefined],
  ])('%i of them beside %i other aliases with %j: %i are made', (count, beside, options, made, because) => {
    const aliases = new Set([...names(count), ...others(beside)]);
    const plan = planOf({ rows: rows(count), aliases }, options);
    expect({
      made: plan.remove.length,
      held: plan.held?.domains.length,
      because: plan.held?.because,
    }).toEqual({
      made,
      held: because && count,
      because,
    });
  });

  test('that are held back keep nothing else from being done', () => {
    const plan = planOf({ rows: [...rows(11), row(SHOP, HOUR)], aliases: new Set(names(11)) });
    expect({ add: plan.add.length, remove: plan.remove.length }).toEqual({ add: 1, remove: 0 });
  });
});

describe('whatever the lists are', () => {
  const name = fc
    .constantFrom('a', 'b', 'c', 'd', '*.e', 'x.network', 'network')
    .map((label) => `${label}.example`);
  const wish = fc.record({
    domain: name,
    silence: fc.integer({ min: -HOUR, max: 5 * DAY }),
    wanted: fc.constantFrom('mapped' as const, 'removed' as const),
    stage: fc.constantFrom(
      undefined,
      'adding-domain',
      'checking-dns',
      'checking-ssl-cert',
      'done',
      'failed',
      'ssl-failed',
      'cancelled',
    ),
  });
  const lists = fc.record({
    rows: fc.array(wish, { maxLength: 12 }),
    aliases: fc.array(name, { maxLength: 8 }),
    policy: fc.constantFrom('sync' as const, 'upsert-only' as const),
    maxRemovals: fc.constantFrom(undefined, 0, 1, 3),
  });

  test('each name has one verdict, and only what WordPress has removed is removed, within the bound', () => {
    fc.assert(
      fc.property(lists, ({ rows, aliases, policy, maxRemovals }) => {
        const read = rows.map(({ domain, silence, wanted, stage }) =>
          row(domain, silence, { wanted, stage: stage as DomainRow['stage'] }),
        );
        const plan = planOf({ rows: read, aliases: new Set(aliases) }, { policy, maxRemovals });
        const all = Object.values(namesIn(plan)).flat();
        expect(all.toSorted()).toEqual(
          [...new Set([...rows.map(({ domain }) => domain), ...aliases])].toSorted(),
        );

        expect(plan.remove.length).toBeLessThanOrEqual(policy === 'sync' ? (maxRemovals ?? 10) : 0);
        for (const { domain } of plan.remove) {
          expect(aliases).toContain(domain);
          expect(new Set(read.filter((r) => r.domain === domain).map(({ wanted }) => wanted))).toEqual(
            new Set(['removed']),
          );
        }
        for (const { domain } of plan.add) expect(aliases).not.toContain(domain);
        for (const domain of plan.unmanaged) expect(read.map((r) => r.domain)).not.toContain(domain);
      }),
    );
  });
});

describe('the networks of an installation', () => {
  const [NETWORK, SECOND] = ['network.example', 'second.example.org'] as DomainName[];
  const BLOG = 'blog.network.example';
  const SHOP_OF_SECOND = 'shop.second.example.org';
  const addressesOnly = { networkDomain: undefined };
  const both = { networkDomains: [NETWORK, SECOND].filter((name) => name !== undefined) };
  const of = (networkDomain: DomainName | undefined) => ({ stage: 'done', networkDomain }) as const;

  test.each<[string, DomainRow, Partial<PlanOptions>, string]>([
    [
      'a name of the network that its row names, where only addresses are configured',
      row(BLOG, DAY, of(NETWORK)),
      addressesOnly,
      'watch',
    ],
    [
      'such a name that has failed',
      row(BLOG, 2 * DAY, { stage: 'failed', networkDomain: NETWORK }),
      addressesOnly,
      'watch',
    ],
    ['the same where the row names none', row(BLOG, DAY, of(undefined)), addressesOnly, 'add'],
    ['a name of the main network on a site of another', row(BLOG, DAY, of(SECOND)), both, 'watch'],
    [
      'a further network’s own name of which Closte has said that it needs no alias',
      row(SHOP_OF_SECOND, DAY, { ...of(SECOND), notNeeded: true }),
      both,
      'watch',
    ],
    [
      'such a name that had an alias, and lost it',
      row(SHOP_OF_SECOND, DAY, { ...of(SECOND), notNeeded: false }),
      both,
      'add',
    ],
    [
      'a customer’s domain that is said to need none: it is in no network',
      row(SHOP, DAY, { ...of(SECOND), notNeeded: true }),
      both,
      'add',
    ],
    [
      'a further network’s own name of which nobody knows yet',
      row(SHOP_OF_SECOND, DAY, { networkDomain: SECOND }),
      both,
      'add',
    ],
    ['a customer’s domain on a site of a further network', row(SHOP, DAY, of(SECOND)), both, 'add'],
  ])('%s', (_what, given, options, expected) => {
    expect(namesIn(planOf({ rows: [given] }, options))).toEqual({ [expected]: [given.domain] });
  });

  test.each<[string, string, boolean, DomainRow['wanted'], string]>([
    ['a name that no public DNS has', 'printer.local', false, 'mapped', 'told'],
    ['the same on one machine', 'printer.local', true, 'mapped', 'told'],
    ['a name of tests', 'shop.test', false, 'mapped', 'told'],
    ['the same on one machine', 'shop.test', true, 'mapped', 'add'],
    ['a name of the network, where that stands', 'blog.network.example', false, 'mapped', 'watch'],
    ['a removal of a name that no public DNS has', 'printer.local', false, 'removed', 'remove'],
  ])('%s: %s', (_what, name, allowPrivateAddresses, wanted, expected) => {
    const aliases = new Set(wanted === 'removed' ? [name] : []);
    const plan = planOf(
      { rows: [row(name, DAY, { wanted, stage: 'done' })], aliases },
      { allowPrivateAddresses },
    );
    expect(namesIn(plan)).toEqual(expected === 'told' ? {} : { [expected]: [name] });
    expect(plan.badRows.map((bad) => bad.name)).toEqual(expected === 'told' ? [name] : []);
  });

  test('a row of none of them is left alone, and told', () => {
    const rows = [row(SHOP, DAY, { ...removed, networkDomain: 'staging.test' as DomainName })];
    const plan = planOf({ rows, aliases: new Set([SHOP]) }, both);
    expect(namesIn(plan)).toEqual({ unchanged: [SHOP] });
    expect(plan.badRows).toEqual([{ name: SHOP, reason: expect.stringContaining('staging.test') }]);
  });
});
