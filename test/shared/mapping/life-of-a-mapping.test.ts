import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapDomain, type WebhookEvent } from '../../../shared/checking/map-domain.ts';
import { runCheck } from '../../../shared/checking/run-check.ts';
import { unmapDomain } from '../../../shared/checking/unmap-domain.ts';
import type { DomainName } from '../../../shared/domain/name.ts';
import { QueueUnavailable } from '../../../shared/queue/queue.ts';
import { createWordPressTable } from '../../support/wordpress-table.ts';
import {
  createWorld,
  Killed,
  type Mishap,
  type Nature,
  type OddList,
  type Seconds,
  visitOf,
  type World,
} from '../../support/world.ts';

const HOUR = 3600;
const NEVER = 1000 * HOUR;

const EVENT: WebhookEvent = {
  id: 'evt_1',
  domain: 'shop.example.com' as DomainName,
  siteId: 2,
  networkDomain: 'network.example' as DomainName,
  interval: 300,
};

/** Another alias of the same app: a list without any is not believed. */
const OTHER = 'other.example.com';

/** 30 days and the longest wait after them: by then everything has come to its end, however often DNS went back. */
const LONGEST_LIFE = (30 * 24 + 4) * HOUR;

/** The steady visits, those that grow, and one an hour or 4 for the rest of the patience, in each round of a stage. */
const MOST_VISITS = {
  'adding-domain': 40,
  'checking-dns': 110,
  'checking-ssl-cert': 60,
  'removing-domain': 40,
  watching: 1,
};

const FINAL_EVENTS = ['domain.done', 'domain.failed', 'domain.cancelled', 'domain.unmapped'];

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 30 * HOUR }), fc.integer({ min: 1, max: 30 * HOUR }))
    .map(([from, length]) => [from, from + length] as const),
  { maxLength: 3 },
);
const moment = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 * HOUR }), fc.constant(NEVER));
/** Lists that say of nothing that it is missing, and those that do. */
const oddList = (...kinds: OddList[]) =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 30 * HOUR }),
        fc.integer({ min: 1, max: 30 * HOUR }),
        fc.constantFrom(...kinds),
      )
      .map(([from, length, kind]) => [from, from + length, kind] as const),
    { maxLength: 3 },
  );
const listLag = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 * HOUR }));
const nature: fc.Arbitrary<Nature> = fc.record({
  closteDown: spans,
  closteRefuses: spans,
  answersLost: spans,
  oddLists: oddList('empty', 'half', 'paged'),
  listLag,
  dnsRightFrom: moment,
  dnsGoneWrong: spans,
  certificateRightFrom: moment,
});

const mishap = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Mishap>('none') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Mishap>('queue-down', 'answer-lost', 'killed-before', 'killed-after'),
  },
);

/** How a task is delivered: so many times at once, and once more after so many seconds. */
const delivery = fc.record({
  atOnce: fc.integer({ min: 1, max: 3 }),
  late: fc.option(fc.integer({ min: 1, max: 5 * HOUR })),
});

/** Takes the given values in turn, and then the last one for ever. */
function inTurn<T>(values: readonly T[], rest: T): () => T {
  const queue = [...values];
  return () => queue.shift() ?? rest;
}

/** Delivers once. False if that has to be done again: the function answered 5xx, or was killed. */
async function delivered(deliver: () => Promise<unknown>): Promise<boolean> {
  try {
    await deliver();
    return true;
  } catch (error) {
    if (error instanceof QueueUnavailable || error instanceof Killed) return false;
    throw error;
  }
}

/** WordPress sends until it is answered. True if the mapping has come about. */
async function send(
  world: World,
  action: typeof mapDomain | typeof unmapDomain,
  event: WebhookEvent,
): Promise<boolean> {
  for (;;) {
    let kind = '';
    const answered = await delivered(async () => {
      kind = (await action(world.services, world.log, event)).kind;
    });
    if (answered) return kind !== 'api-error';
  }
}

interface Late {
  readonly at: Seconds;
  readonly payload: string;
}

/**
 * Lets Cloud Tasks deliver until nothing waits, each task as `next` says, and looks on after every task that is done.
 * What was not answered well is delivered again, at once.
 */
async function live(
  world: World,
  next: () => { atOnce: number; late: number | null },
  look: () => void,
): Promise<void> {
  const late: Late[] = [];
  for (;;) {
    const [task] = world.pending();
    const [dup] = late.sort((a, b) => a.at - b.at);
    if (task === undefined && dup === undefined) return;
    if (dup !== undefined && (task === undefined || dup.at < task.at)) {
      late.shift();
      world.advanceTo(dup.at);
      await delivered(() => runCheck(world.services, world.log, visitOf(dup.payload)));
    } else if (task !== undefined) {
      world.advanceTo(task.at);
      const how = next();
      const deliveries = Array.from({ length: how.atOnce }, () =>
        delivered(() => runCheck(world.services, world.log, visitOf(task.payload))),
      );
      const results = await Promise.all(deliveries);
      if (!results.includes(true)) continue;
      world.complete(task.name);
      if (how.late !== null) late.push({ at: world.now() + how.late, payload: task.payload });
    }
    look();
  }
}

function finalEvents(world: World): string[] {
  return world.entries.map(({ event }) => event.event).filter((event) => FINAL_EVENTS.includes(event));
}

describe('whatever happens on the way', () => {
  test('a mapping is always either in the queue, once, or at its end; and it comes to its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        nature,
        fc.array(mishap, { maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }),
        async (world_, mishaps, copies) => {
          // Where the list cannot tell while an event is sent again, that begins a second chain, which meets the first
          // at their next common name.
          const oddLists = world_.oddLists?.filter(([from]) => from > 0) ?? [];
          const world = createWorld({ ...world_, oddLists, listLag: 0 }, inTurn(mishaps, 'none'));
          if (!(await send(world, mapDomain, EVENT))) {
            expect(world.pending()).toEqual([]);
            return;
          }
          const startedAt = world.now();
          const atOnce = inTurn(copies, 1);
          const wrong: object[] = [];
          await live(
            world,
            () => ({ atOnce: atOnce(), late: null }),
            () => {
              // Copies of one delivery see the same world, so they must agree on what follows.
              const waiting = world.pending().length;
              const ended = finalEvents(world);
              // What is called done was seen right in the visit that said so.
              const isTrue = !ended.includes('domain.done') || world.isDnsRight();
              if (!isTrue || waiting !== (ended.length > 0 ? 0 : 1)) wrong.push({ waiting, ended, isTrue });
            },
          );
          expect(wrong).toEqual([]);
          expect(new Set(finalEvents(world)).size).toBe(1);
          expect(world.now() - startedAt).toBeLessThan(LONGEST_LIFE);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('late copies that see another world lead into the same chain and never start a second one', async () => {
    await fc.assert(
      fc.asyncProperty(
        nature,
        fc.array(mishap, { maxLength: 60 }),
        fc.array(delivery, { maxLength: 60 }),
        async (world_, mishaps, deliveries) => {
          const world = createWorld(world_, inTurn(mishaps, 'none'));
          if (!(await send(world, mapDomain, EVENT))) return;
          await live(world, inTurn(deliveries, { atOnce: 1, late: null }), () => {});

          expect(finalEvents(world)).not.toEqual([]);
          const byStage = Map.groupBy(world.everCreated(), (visit) =>
            visit.stage === 'watching' ? visit.stage : `${visit.stage} ${visit.round}`,
          );
          for (const [stageAndRound, visits] of byStage) {
            const [stage = 'watching'] = visits.map((visit) => visit.stage);
            const numbers = visits.map(({ visit }) => visit).sort((a, b) => a - b);
            expect({ stageAndRound, numbers }).toEqual({
              stageAndRound,
              numbers: Array.from(numbers, (_, index) => index + 1),
            });
            expect(numbers.length).toBeLessThanOrEqual(MOST_VISITS[stage]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('when Closte, DNS and certificate come right in time, the end is done, and the alias is there', async () => {
    const healthy = fc.record({
      closteDown: fc.constant([[0, 20 * HOUR] as const]),
      closteRefuses: fc.constant([]),
      dnsRightFrom: fc.integer({ min: 0, max: 44 * HOUR }),
      certificateRightFrom: fc.integer({ min: 0, max: 44 * HOUR }),
    });
    await fc.assert(
      fc.asyncProperty(healthy, fc.array(mishap, { maxLength: 60 }), async (world_, mishaps) => {
        const world = createWorld(world_, inTurn(mishaps, 'none'));
        await send(world, mapDomain, EVENT);
        await live(
          world,
          () => ({ atOnce: 1, late: null }),
          () => {},
        );
        expect(finalEvents(world)).toEqual(['domain.done']);
        expect([...world.aliases]).toEqual([EVENT.domain]);
      }),
      { numRuns: 100 },
    );
  });

  test('a mapping that is taken back while it is checked stops, and its alias is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mishap, { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 * HOUR }),
        async (mishaps, removedAfter) => {
          const waiting = {
            closteDown: [],
            closteRefuses: [],
            dnsRightFrom: NEVER,
            certificateRightFrom: NEVER,
          };
          const world = createWorld(waiting, inTurn(mishaps, 'none'));
          world.aliases.add(OTHER);
          await send(world, mapDomain, EVENT);
          let removed = false;
          await live(
            world,
            () => ({ atOnce: 1, late: null }),
            () => {
              if (removed || world.now() < removedAfter) return;
              removed = true;
              world.aliases.delete(EVENT.domain);
            },
          );
          expect(finalEvents(world)).toEqual(['domain.cancelled']);
          // The first visit after that and the next, which must agree with it.
          expect(world.now() - removedAfter).toBeLessThanOrEqual(4 * HOUR + 240);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ['WordPress wants it', oddList('empty', 'half', 'paged'), 'with-wordpress'],
    ['nobody can be asked', oddList('empty', 'paged'), 'alone'],
  ] as const)(
    '%s: no list that lacks its alias takes that away or cancels a mapping',
    async (_who, odd, who) => {
      const lists = fc.record({ oddLists: odd, listLag: who === 'alone' ? fc.constant(0) : listLag });
      await fc.assert(
        fc.asyncProperty(
          nature,
          lists,
          fc.array(mishap, { maxLength: 60 }),
          async (world_, kind, mishaps) => {
            const world = createWorld({ ...world_, ...kind }, inTurn(mishaps, 'none'));
            world.aliases.add('a.example.com').add('z.example.com');
            if (who === 'with-wordpress') world.wants(EVENT);
            if (!(await send(world, mapDomain, EVENT))) return;
            let wasThere = false;
            let gone = 0;
            await live(
              world,
              () => ({ atOnce: 1, late: null }),
              () => {
                const isThere = world.aliases.has(EVENT.domain);
                if (wasThere && !isThere) gone += 1;
                wasThere = isThere;
              },
            );
            expect(gone).toBe(0);
            expect(finalEvents(world)).not.toContain('domain.cancelled');
          },
        ),
        { numRuns: 100 },
      );
    },
  );

  test('an alias that gets lost on the way is added anew where WordPress wants it, and done comes true', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mishap, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 40 * HOUR }), { minLength: 1, maxLength: 4 }),
        async (mishaps, losses) => {
          const slow = { dnsRightFrom: 44 * HOUR, certificateRightFrom: 44 * HOUR };
          const world = createWorld({ closteDown: [], closteRefuses: [], ...slow }, inTurn(mishaps, 'none'));
          world.aliases.add(OTHER);
          world.wants(EVENT);
          await send(world, mapDomain, EVENT);
          const left = losses.toSorted((a, b) => a - b);
          await live(
            world,
            () => ({ atOnce: 1, late: null }),
            () => {
              if (world.now() < (left[0] ?? NEVER)) return;
              left.shift();
              world.aliases.delete(EVENT.domain);
            },
          );
          expect(finalEvents(world)).toEqual(['domain.done']);
          expect(world.aliases).toContain(EVENT.domain);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a removal that Closte does not answer is carried out once it does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 22 * HOUR }),
        fc.array(mishap, { maxLength: 30 }),
        async (outage, mishaps) => {
          const made = createWorld(
            { closteDown: [[0, outage]], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
            inTurn(mishaps, 'none'),
          );
          const wordpress = createWordPressTable(made.services.now);
          wordpress.wish(EVENT.domain, 'removed', EVENT.id);
          const world = { ...made, services: { ...made.services, wordpress } };
          world.aliases.add(EVENT.domain);
          world.aliases.add(OTHER);
          await send(world, unmapDomain, EVENT);
          await live(
            world,
            () => ({ atOnce: 1, late: null }),
            () => {},
          );
          expect([...world.aliases]).toEqual([OTHER]);
          expect(new Set(finalEvents(world))).toEqual(new Set(['domain.unmapped']));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('DNS that goes back to the old host while the certificate is issued is checked anew, and done only once it is right', async () => {
  const world = createWorld(
    {
      closteDown: [],
      closteRefuses: [],
      dnsRightFrom: 600,
      dnsGoneWrong: [[1000, 10 * HOUR]],
      certificateRightFrom: 1000,
    },
    () => 'none',
  );
  await send(world, mapDomain, EVENT);
  await live(
    world,
    () => ({ atOnce: 1, late: null }),
    () => {},
  );
  expect(finalEvents(world)).toEqual(['domain.done']);
  expect(world.now()).toBeGreaterThanOrEqual(10 * HOUR);
  const rounds = world.everCreated().map((visit) => (visit.stage === 'watching' ? 0 : visit.round));
  expect(Math.max(...rounds)).toBe(2);
});

test('a queue that stands still for longer than the patience costs no domain its chance', async () => {
  const resumed = 7 * 24 * HOUR + HOUR;
  const world = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: resumed + 1200, certificateRightFrom: 0 },
    () => 'none',
  );
  await send(world, mapDomain, EVENT);
  world.advanceTo(resumed);
  await live(
    world,
    () => ({ atOnce: 1, late: null }),
    () => {},
  );
  expect(finalEvents(world)).toEqual(['domain.done']);
});

test('DNS that is not right after 48 hours is said to be overdue, once', async () => {
  const world = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 100 * HOUR, certificateRightFrom: 0 },
    () => 'none',
  );
  await send(world, mapDomain, EVENT);
  await live(
    world,
    () => ({ atOnce: 1, late: null }),
    () => {},
  );
  const overdue = world.entries.filter(({ event }) => event.event === 'dns.overdue');
  expect(overdue.map(({ event }) => event.severity)).toEqual(['WARNING']);
  expect(finalEvents(world)).toEqual(['domain.done']);
});

test('a list from before the alias was there does not cancel a mapping whose alias the queue added', async () => {
  const world = createWorld(
    { closteDown: [[0, 5]], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 20 },
    () => 'none',
  );
  await send(world, mapDomain, EVENT);
  // A visit to another domain has Closte's list fetched, and kept, before this one's alias is added.
  world.advanceTo(8);
  await world.services.closteList.find('other.example.com', world.services.now());
  await live(
    world,
    () => ({ atOnce: 1, late: null }),
    () => {},
  );
  expect(finalEvents(world)).toEqual(['domain.done']);
});
