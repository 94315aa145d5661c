import { describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { Visit } from '../../../shared/mapping/mapping.ts';
import { isReconcileStart, reconcileMappingId } from '../../../shared/mapping/reconcile-action.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';
import { payloadOf } from '../../../shared/queue/payload.ts';
import type { Plan } from '../../../shared/reconcile/plan.ts';
import {
  CURSOR,
  dailyChecksDue,
  nextDailyCheck,
  type TaskOptions,
  tasksOf,
} from '../../../shared/reconcile/plan-to-tasks.ts';

const NOW = new Date('2026-01-05T03:20:00Z');
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

const OPTIONS: TaskOptions = {
  networkDomain: 'network.example' as DomainName,
  interval: 60,
  watchSpread: 6 * 60 * 60,
  askedAt: new Date(NOW.getTime() - 1000),
  now: NOW,
};

const planned = (...names: string[]) => names.map((name) => ({ domain: name as DomainName, siteId: 2 }));
const watched = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    domain: `shop-${number}.example.com` as DomainName,
    siteId: 2,
    known: 'failed' as const,
  }));

function planOf(plan: Partial<Plan>): Plan {
  return {
    add: [],
    remove: [],
    removalBound: 10,
    held: undefined,
    recheck: [],
    watch: [],
    unmanaged: [],
    unchanged: [],
    badRows: [],
    ...plan,
  };
}

const PLAN = planOf({
  add: planned('a.example.com', 'b.example.com'),
  remove: planned('c.example.com'),
  recheck: planned('blog.network.example'),
});

describe('the orders of a plan', () => {
  test('begin each a mapping of its own, at the stage of what is to be done, now', () => {
    const orders = [...tasksOf(PLAN, OPTIONS, undefined)];
    expect(
      orders.map(({ cursor, visit, at }) => ({
        cursor,
        stage: visit.stage,
        aliased: visit.mapping.aliased,
        at,
      })),
    ).toEqual([
      { cursor: '0:a.example.com', stage: 'adding-domain', aliased: true, at: NOW },
      { cursor: '0:b.example.com', stage: 'adding-domain', aliased: true, at: NOW },
      { cursor: '1:c.example.com', stage: 'removing-domain', aliased: true, at: NOW },
      { cursor: '2:blog.network.example', stage: 'checking-dns', aliased: false, at: NOW },
    ]);
    expect(orders.every(({ visit }) => isReconcileStart(visit))).toBe(true);
    expect(new Set(orders.map(({ visit }) => visit.mapping.mappedAt))).toEqual(new Set([OPTIONS.askedAt]));
  });

  test('go on behind any of their cursors', () => {
    const all = [...tasksOf(PLAN, OPTIONS, undefined)].map(({ cursor }) => cursor);
    for (const [index, cursor] of all.entries()) {
      expect(cursor).toMatch(CURSOR);
      expect([...tasksOf(PLAN, OPTIONS, cursor)].map((order) => order.cursor)).toEqual(all.slice(index + 1));
    }
  });

  test('carry what is known of a domain that is looked at', () => {
    const [order] = tasksOf(planOf({ watch: watched(400) }), OPTIONS, undefined);
    expect(order && payloadOf(order.visit)).toMatchObject({
      stage: 'watching',
      known_stage: 'failed',
      visit: 1,
    });
  });
});

describe('the id of a mapping that reconciliation begins', () => {
  const shop = 'shop.example.com' as DomainName;
  const at = (time: string) => new Date(`2026-01-05T${time}Z`);

  test.each([
    ['add', '09:00:00', '09:59:59', true],
    ['add', '09:59:59', '10:00:00', false],
    ['remove', '09:00:00', '09:59:59', true],
    ['recheck', '09:59:59', '10:00:00', false],
    ['watch', '00:00:00', '23:59:59', true],
  ] as const)('%s at %s and at %s: the same is %s', (kind, one, other, same) => {
    expect(reconcileMappingId(kind, shop, at(one)) === reconcileMappingId(kind, shop, at(other))).toBe(same);
  });

  test('differs by name, by what is done, and by the day of a look', () => {
    const ids = [
      reconcileMappingId('add', shop, NOW),
      reconcileMappingId('remove', shop, NOW),
      reconcileMappingId('add', 'b.example.com' as DomainName, NOW),
      reconcileMappingId('watch', shop, NOW),
      reconcileMappingId('watch', shop, new Date(NOW.getTime() + DAY)),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tells the first visit from those that follow, and from the visits of an event', () => {
    const visitOf = (
      id: string,
      stage: 'adding-domain' | 'checking-dns',
      visit: number,
      round = 1,
    ): Visit => ({
      ...firstVisit(
        {
          id,
          domain: shop,
          siteId: 2,
          networkDomain: undefined,
          interval: 60,
          aliased: true,
          mappedAt: NOW,
        },
        stage,
        NOW,
      ),
      visit,
      round,
    });
    const id = reconcileMappingId('add', shop, NOW);
    expect(isReconcileStart(visitOf(id, 'adding-domain', 1))).toBe(true);
    expect(isReconcileStart(visitOf(id, 'adding-domain', 2))).toBe(false);
    expect(isReconcileStart(visitOf(id, 'adding-domain', 1, 2))).toBe(false);
    expect(isReconcileStart(visitOf(id, 'checking-dns', 1))).toBe(false);
    expect(isReconcileStart(visitOf('evt_reconcile-add', 'adding-domain', 1))).toBe(false);
  });
});

describe('the daily looks', () => {
  const plan = planOf({ watch: watched(600) });

  /** The looks that runs every 15 minutes order in a day that begins at some time, by name with every time given. */
  function lookDay(begin: Date, watchSpread: number): Map<string, Set<string>> {
    const ordered = new Map<string, Set<string>>();
    for (let time = 0; time < DAY; time += 15 * MINUTE) {
      const now = new Date(begin.getTime() + time);
      for (const { visit, at } of tasksOf(plan, { ...OPTIONS, watchSpread, now }, undefined)) {
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThan(15 * MINUTE);
        const ids = ordered.get(visit.mapping.domain) ?? new Set();
        ordered.set(visit.mapping.domain, ids.add(visit.mapping.id));
      }
    }
    return ordered;
  }

  test.each([60, 60 * 60, 6 * 60 * 60, 24 * 60 * 60])(
    'come to every domain, once a day, when they are spread over %i s',
    (watchSpread) => {
      const ordered = lookDay(new Date('2026-01-05T00:00:00Z'), watchSpread);
      expect(ordered.size).toBe(600);
      // The last quarter of an hour of the day orders the first looks of the next.
      const twice = [...ordered.values()].filter((ids) => ids.size > 1).length;
      expect([...ordered.values()].every((ids) => ids.size <= 2)).toBe(true);
      if (watchSpread <= 6 * 60 * 60 && watchSpread > 60 * 60) expect(twice).toBeLessThan(600 * 0.1);
    },
  );

  test('are ordered again for no more than 45 minutes: Cloud Tasks may forget a name after an hour', () => {
    const times = new Map<string, number[]>();
    for (let time = 0; time < DAY; time += 5 * MINUTE) {
      const now = new Date(Date.parse('2026-01-05T00:00:00Z') + time);
      for (const { visit } of tasksOf(plan, { ...OPTIONS, now }, undefined)) {
        const key = visit.mapping.id;
        times.set(key, [...(times.get(key) ?? []), now.getTime()]);
      }
    }
    for (const [id, list] of times) {
      const span = (Math.max(...list) - Math.min(...list)) / MINUTE;
      expect({ id, span: Math.min(span, 60) }).toEqual({ id, span });
      expect(span).toBeLessThan(60);
    }
  });

  test('are spread evenly', () => {
    const hours = [0, 1, 2, 3, 4, 5].map((hour) => {
      const now = new Date(Date.parse('2026-01-05T00:45:00Z') + hour * 60 * MINUTE);
      return dailyChecksDue(plan, { ...OPTIONS, now });
    });
    // 600 over 6 hours: each window of an hour has its hundred, give or take four standard deviations.
    for (const due of hours) expect(Math.abs(due - 100)).toBeLessThan(4 * Math.sqrt(100));
  });

  test('of the late evening and the early morning belong to the day of their own time', () => {
    const justBefore = new Date('2026-01-05T23:59:00Z');
    const days = [
      ...tasksOf(plan, { ...OPTIONS, watchSpread: 24 * 60 * 60, now: justBefore }, undefined),
    ].map(({ visit, at }) => [
      visit.mapping.id.includes('-20260106-'),
      at >= new Date('2026-01-06T00:00:00Z'),
    ]);
    expect(days.some(([tomorrow]) => tomorrow)).toBe(true);
    expect(days.some(([tomorrow]) => !tomorrow)).toBe(true);
    for (const [named, timed] of days) expect(named).toBe(timed);
  });

  test('that were missed before midnight are ordered after it, as those of their own day', () => {
    const now = new Date('2026-01-06T00:05:00Z');
    const orders = [...tasksOf(plan, { ...OPTIONS, watchSpread: 24 * 60 * 60, now }, undefined)];
    const missed = orders.filter(({ visit }) => visit.mapping.id.includes('-20260105-'));
    expect(new Set(missed.map(({ at }) => at.getTime()))).toEqual(new Set([now.getTime()]));
  });

  test.each(['2026-01-05T00:00:00Z', '2026-01-05T12:00:00Z', '2026-01-05T23:59:59Z'])(
    'are told beforehand: after %s, when it is next, and from then on every day at this time',
    (from) => {
      const now = new Date(from);
      for (const { domain } of plan.watch) {
        const next = nextDailyCheck(domain, 24 * 60 * 60, now);
        expect(next > now && next.getTime() <= now.getTime() + DAY).toBe(true);
        expect(nextDailyCheck(domain, 24 * 60 * 60, next).getTime() - next.getTime()).toBe(DAY);
      }
    },
  );
});

test('a task is of its site’s own network, by which is judged what it has to point to', () => {
  const networkDomain = 'second.example.org' as DomainName;
  const OTHER = 'shop.second.example.org';
  const domains = ['blog.second.example.org', OTHER, 'blog.network.example', 'x.example.com'] as DomainName[];
  const recheck = domains.map((domain) => ({
    domain,
    siteId: 2,
    networkDomain,
    notNeeded: domain !== OTHER,
  }));
  const plan = planOf({ recheck });
  const mappings = [...tasksOf(plan, OPTIONS, undefined)].map(({ visit }) => visit.mapping);
  expect(mappings.map(({ domain, networkDomain: of, aliased }) => [domain, of, aliased])).toEqual([
    ['blog.second.example.org', networkDomain, false],
    [OTHER, networkDomain, true],
    ['blog.network.example', networkDomain, false],
    ['x.example.com', networkDomain, true],
  ]);
});
