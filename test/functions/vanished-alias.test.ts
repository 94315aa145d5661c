import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Environment } from '../../shared/setup/config.ts';
import { listing } from '../support/door-closte.ts';
import { VISIT } from '../support/door-requests.ts';
import { doorWithWordPress } from '../support/door-with-wordpress.ts';
import { type Door, doorOfFile } from '../support/door-world.ts';

// Nobody listens there: what a resolver says is for other tests.
const ENVIRONMENT: Environment = { DNS_RESOLVERS: '127.0.0.1:1' };
const SHOP = VISIT.domain;
const OTHERS = Array.from({ length: 30 }, (_, n) => `other-${n}.example.org`);

let mappings = 0;

/** Delivers a visit of a new mapping, 20 minutes after its stage began. */
async function deliver(door: Door, visit: object) {
  const mapping_id = `msg_${++mappings}`;
  const begun = new Date(door.clock.now().getTime() - 20 * 60_000).toISOString();
  const about = { ...VISIT, visit: 5, mapped_at: begun, stage_started_at: begun };
  const { json } = await door.send('check', { ...about, mapping_id, ...visit });
  const payload = door.tasks().find((task) => task.payload['mapping_id'] === mapping_id)?.payload;
  return { json, payload };
}

const { door: told, routes } = await doorWithWordPress(ENVIRONMENT);
const lonely = await doorOfFile({ environment: ENVIRONMENT });
beforeEach(() => lonely.clock.advance(24 * 60 * 60));

describe.each(['checking-dns', 'checking-ssl-cert'])('in %s, an alias that Closte’s list lacks', (stage) => {
  test('is added anew where WordPress wants it, and that is said', async () => {
    routes.wishes.set(SHOP, 'mapped');
    told.closte.script = listing(OTHERS);
    const { json, payload } = await deliver(told, { stage });
    expect(json).toMatchObject({ outcome: 'advanced', stage: 'adding-domain' });
    expect(payload).toMatchObject({ stage: 'adding-domain', visit: 1, round: 2 });
    expect(told.entries()).toMatchObject([
      { event: 'closte.alias-missing', severity: 'WARNING', domain: SHOP, stage, next: json['next'] },
    ]);
    expect(routes.reports).toMatchObject([{ domain: SHOP, stage: 'adding-domain', anew: true }]);
  });

  test.each(['removed', undefined] as const)('is nobody’s any more where WordPress says %p', async (wish) => {
    if (wish) routes.wishes.set(SHOP, wish);
    told.closte.script = listing(OTHERS);
    const { json, payload } = await deliver(told, { stage });
    expect([json, payload]).toEqual([{ outcome: 'finished', stage: 'cancelled' }, undefined]);
    expect(told.entries()).toMatchObject([{ event: 'domain.cancelled', severity: 'NOTICE', stage }]);
  });

  test.each([
    ['WordPress does not answer', listing(OTHERS), 'wordpress.unavailable', 'WARNING'],
    ['the list is empty, and nobody says what is done', listing([]), 'closte.list-implausible', 'ERROR'],
    ['the list is one page', listing(OTHERS, { page: 1, next: 2 }), 'closte.list-implausible', 'ERROR'],
    ['the list has another total', listing(OTHERS, { total: 31 }), 'closte.list-implausible', 'ERROR'],
  ])('changes nothing where %s', async (_what, script, event, severity) => {
    routes.wishes.set(SHOP, 'mapped');
    if (event === 'wordpress.unavailable') routes.behave({ kind: 'status', status: 503 });
    told.closte.script = script;
    const { json, payload } = await deliver(told, { stage });
    expect(json).toMatchObject({ outcome: 'waiting', stage });
    expect(payload).toMatchObject({ stage, visit: 6 });
    expect(told.entries()[0]).toMatchObject({ event, severity, domain: SHOP });
  });
});

test.each([
  [40, 'adding-domain'],
  [41, 'checking-dns'],
])('where WordPress says that %i domains are done, a list of 30 leads to %s', async (done, stage) => {
  routes.wishes.set(SHOP, 'mapped');
  routes.done = done;
  told.closte.script = listing(OTHERS);
  expect((await deliver(told, { stage: 'checking-dns' })).json).toMatchObject({ stage });
});

test('where WordPress says that a few domains are done, even an empty list is believed', async () => {
  routes.wishes.set(SHOP, 'mapped');
  routes.done = 10;
  told.closte.script = listing([]);
  expect((await deliver(told, { stage: 'checking-dns' })).json).toMatchObject({ stage: 'adding-domain' });
});

test('a list that comes back short is told once, however many visits see it, and ends none of them', async () => {
  routes.done = 10_000;
  told.closte.script = listing([]);
  for (const domain of OTHERS) {
    routes.wishes.set(domain, 'mapped');
    const { json } = await deliver(told, { stage: 'checking-dns', domain });
    expect(json).toMatchObject({ outcome: 'waiting', stage: 'checking-dns' });
  }
  const told_ = told.entries().filter((entry) => entry['event'] === 'closte.list-implausible');
  expect(told_).toMatchObject([{ severity: 'ERROR', count: 0, reason: expect.stringContaining('10000') }]);
  expect(told.closte.calls).toHaveLength(1);
});

test('WordPress is not asked about an alias that is there, be it as a wildcard by its flag', async () => {
  told.closte.script = listing([{ domain: 'example.com', wildcard: true }]);
  const { json } = await deliver(told, { stage: 'checking-dns', domain: '*.example.com' });
  expect(json).toMatchObject({ outcome: 'waiting' });
  expect(routes.pages).toEqual([]);
});

test.each([
  ['mapped', 'closte.alias-missing', 'WARNING', 'ssl-failed'],
  ['removed', 'domain.cancelled', 'NOTICE', 'cancelled'],
] as const)(
  'the daily check of a domain that WordPress wants %s and whose alias is gone says %s',
  async (wish, event, severity, stage) => {
    routes.wishes.set(SHOP, wish);
    told.closte.script = listing(OTHERS);
    const { json } = await deliver(told, { stage: 'watching', visit: 1, known_stage: 'ssl-failed' });
    expect(json).toEqual({ outcome: 'finished', stage });
    expect(told.entries()).toMatchObject([{ event, severity, stage: 'watching' }]);
    expect(routes.reports).toEqual([]);
  },
);

describe('where nobody says where WordPress is, a missing alias', () => {
  const MINUTE = 60;

  /** Visits by the given lists, so many minutes after each other; each goes on with what the one before left. */
  async function visits(door: Door, ...lists: readonly (readonly [number, readonly unknown[]])[]) {
    const mapping_id = `msg_${++mappings}`;
    const begun = door.clock.now().toISOString();
    let visit: Record<string, unknown> = {
      ...VISIT,
      mapping_id,
      stage: 'checking-dns',
      visit: 2,
      mapped_at: begun,
      stage_started_at: begun,
    };
    const outcomes: unknown[] = [];
    for (const [minutes, elements] of lists) {
      door.clock.advance(minutes * MINUTE);
      door.closte.script = listing(elements);
      const { json } = await door.send('check', visit);
      outcomes.push(json['outcome'] === 'finished' ? json['stage'] : json['outcome']);
      const task = door.tasks().find(({ payload }) => payload['visit'] === Number(visit['visit']) + 1);
      if (task !== undefined) visit = task.payload;
    }
    return { outcomes, visit };
  }

  test.each<[string, readonly (readonly [number, readonly unknown[]])[], readonly string[]]>([
    ['ends nothing by one list', [[2, OTHERS]], ['waiting']],
    [
      'ends nothing by two lists that are near to each other',
      [
        [2, OTHERS],
        [4.9, OTHERS],
      ],
      ['waiting', 'waiting'],
    ],
    [
      'ends the mapping by two lists 5 minutes apart',
      [
        [2, OTHERS],
        [5, OTHERS],
      ],
      ['waiting', 'cancelled'],
    ],
    [
      'ends it by the first and the third, where the second was near',
      [
        [2, OTHERS],
        [2, OTHERS],
        [3, OTHERS],
      ],
      ['waiting', 'waiting', 'cancelled'],
    ],
    [
      'ends nothing where a list between them has it',
      [
        [2, OTHERS],
        [5, [SHOP]],
        [5, OTHERS],
        [4, OTHERS],
      ],
      ['waiting', 'waiting', 'waiting', 'waiting'],
    ],
    [
      'ends nothing by a list that is empty, or cannot be read',
      [
        [2, OTHERS],
        [5, []],
        [5, [7]],
      ],
      ['waiting', 'waiting', 'waiting'],
    ],
    [
      'ends it where a list between them could not be read',
      [
        [2, OTHERS],
        [2, [7]],
        [3, OTHERS],
      ],
      ['waiting', 'waiting', 'cancelled'],
    ],
  ])('%s', async (_what, lists, outcomes) => {
    expect((await visits(lonely, ...lists)).outcomes).toEqual(outcomes);
  });

  test('is remembered in the task, and forgotten when a list has it', async () => {
    const { visit } = await visits(lonely, [2, OTHERS]);
    expect(visit['alias_missing_since']).toBe(lonely.clock.now().toISOString());
    const { visit: later } = await visits(lonely, [2, OTHERS], [2, [SHOP]]);
    expect(later).not.toHaveProperty('alias_missing_since');
  });
});
