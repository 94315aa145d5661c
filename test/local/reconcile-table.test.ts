import { describe, expect, test } from '@jest/globals';
import { doneInWords, planInWords, progressInWords } from '../../local/reconcile-table.ts';
import type { Summary } from '../../shared/logging/reconcile-entries.ts';
import { EMPTY_SUMMARY } from '../support/empty-summary.ts';

/** A summary that is empty but for some counts and names. */
function summary(
  counts: Partial<Summary['counts']>,
  names: Partial<Summary['names']>,
  more: Partial<Summary> = {},
): Summary {
  return {
    ...EMPTY_SUMMARY,
    ...more,
    counts: { ...EMPTY_SUMMARY.counts, ...counts },
    names: { ...EMPTY_SUMMARY.names, ...names },
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `shop-${n}.test`);

test('a plan is a table of what is to be done, how often, and to whom', () => {
  const plan = summary(
    { add: 1, remove: 2, watch: 120, watch_due: 5 },
    { add: ['a.test'], remove: ['b.test', 'c.test'], watch: ['d.test', 'e.test'] },
  );
  expect(planInWords(plan, 80)).toBe(`WordPress and Closte, compared:

  aliases to add         1  a.test
  aliases to remove      2  b.test, c.test
  to check anew          0
  looked at every day  120  d.test, e.test, …
    of them about now    5
  as they should be      0
`);
});

describe('of the names a line has', () => {
  const lineOf = (names: string[], width: number, count = names.length) =>
    planInWords(summary({ add: count }, { add: names }), width).split('\n')[2] ?? '';

  test.each([41, 42, 50, 60, 79, 80, 81, 120, 200])('as many as fit into %d columns', (width) => {
    const names = numbered(40);
    const line = lineOf(names, width);
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line).toMatch(/, …$/);
    const shown = line.split(/ {2,}/)[3]?.split(', ').slice(0, -1) ?? [];
    expect(shown).toEqual(names.slice(0, shown.length));
    expect(line.length + `${names[shown.length]}, `.length).toBeGreaterThan(width);
  });

  test('all, where they just fit', () => {
    const width = lineOf(['a.test', 'b.test'], 200).length;
    expect(lineOf(['a.test', 'b.test'], width)).toMatch(/ a\.test, b\.test$/);
    expect(lineOf(['a.test', 'b.test'], width - 1)).toMatch(/ a\.test, …$/);
  });

  test('the first one, however narrow the terminal is', () => {
    expect(lineOf(['a-long-name.example.test', 'b.test'], 20)).toMatch(/ a-long-name\.example\.test, …$/);
  });

  test('and says that there are more than it was told', () => {
    expect(lineOf(['a.test'], 80, 2)).toMatch(/ a\.test, …$/);
  });
});

test('without a WordPress nothing was compared, and it says so', () => {
  const plan = summary({ watch: 1 }, { watch: ['a.test'] }, { has_wordpress: false });
  expect(planInWords(plan, 80)).toMatch(/^Nothing was compared, since WORDPRESS_URL is not set: /);
});

describe('removals that are held are told, with the reason and what to do,', () => {
  test.each<['policy' | 'bound', string]>([
    ['bound', 'set RECONCILE_MAX_REMOVALS to 2 for one run'],
    ['policy', 'RECONCILE_POLICY is upsert-only. To have them removed set it to sync'],
  ])('by the %s', (because, remedy) => {
    const plan = summary({ held: 2 }, { held: ['a.test', 'b.test'] }, { held_because: because });
    const text = planInWords(plan, 80);
    expect(text).toContain(remedy);
    expect(text).toContain('\n  a.test\n  b.test\n');
  });

  test('and no more than twenty are named', () => {
    const plan = summary({ held: 25 }, { held: numbered(25) }, { held_because: 'bound' });
    const text = planInWords(plan, 80);
    expect(text).toContain('  shop-19.test\n  … and 5 more\n');
    expect(text).not.toContain('shop-20.test');
  });
});

test('rows that cannot be read are named with what is wrong with them', () => {
  const plan = summary(
    { bad_rows: 1 },
    { bad_rows: ['b_d.test: domain is not a domain: it has an underscore'] },
  );
  expect(planInWords(plan, 40)).toContain(
    'Rows of WordPress that cannot be read: 1. Nobody sees to these domains.\n  b_d.test: domain is not a domain: it has an underscore\n',
  );
});

test('aliases that WordPress never had are named in a line', () => {
  const plan = summary({ unmanaged: 2 }, { unmanaged: ['mail.test', 'www.mail.test'] });
  expect(planInWords(plan, 80)).toContain(
    'Aliases that WordPress never had, left alone: 2.\n  mail.test, www.mail.test\n',
  );
});

test('a name cannot speak to the terminal', () => {
  const hostile = 'evil\u001b[2J\u0007\u202e\r.test';
  const plan = summary(
    { unmanaged: 1, bad_rows: 1 },
    { unmanaged: [hostile], bad_rows: [`${hostile}: domain is not a domain`] },
  );
  expect(planInWords(plan, 80)).not.toMatch(/[^\P{C}\n]/u);
});

describe('progress', () => {
  test.each<[number, number, number, string]>([
    [0, 500, 80, `[${'.'.repeat(40)}] 0 of 500 tasks`],
    [250, 500, 80, `[${'#'.repeat(20)}${'.'.repeat(20)}] 250 of 500 tasks`],
    [500, 500, 80, `[${'#'.repeat(40)}] 500 of 500 tasks`],
    [750, 500, 80, `[${'#'.repeat(40)}] 750 of 500 tasks`],
    [0, 0, 80, `[${'#'.repeat(40)}] 0 of 0 tasks`],
    [250, 500, 30, '[#####.....] 250 of 500 tasks'],
    [250, 500, 10, '250 of 500 tasks'],
  ])('%d of %d in %d columns', (made, of, width, expected) => {
    expect(progressInWords(made, of, width)).toBe(expected);
  });
});

test.each([
  [{ tasks: 1, seconds: 0.2, complete: true, next: null }, 'Done: 1 task in the queue after 0.2 s.'],
  [
    { tasks: 9000, seconds: 480.3, complete: false, next: 'abc-reconcile' },
    'Stopped for want of time: 9000 tasks in the queue after 480.3 s. It goes on by itself, with the task abc-reconcile.',
  ],
  [
    { tasks: 9000, seconds: 480.3, complete: false, next: null },
    'Stopped for want of time: 9000 tasks in the queue after 480.3 s. The rest waits for the next run; set RECONCILE_URL, so that one goes on by itself.',
  ],
])('what was done is told: %j', (done, expected) => {
  expect(doneInWords(done)).toBe(expected);
});
