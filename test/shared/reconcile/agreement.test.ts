import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapDomain, type WebhookEvent } from '../../../shared/checking/map-domain.ts';
import { runCheck } from '../../../shared/checking/run-check.ts';
import { unmapDomain } from '../../../shared/checking/unmap-domain.ts';
import type { DomainName } from '../../../shared/domain/name.ts';
import { QueueUnavailable } from '../../../shared/queue/queue.ts';
import { reconcile } from '../../../shared/reconcile/run.ts';
import { type Answering, createWordPressTable } from '../../support/wordpress-table.ts';
import { createWorld, Killed, type Mishap, type OddList, visitOf } from '../../support/world.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const PERIOD = 15 * MINUTE;
/** What failed rests for a day, and what is being added has a day's patience. */
const ENOUGH_RUNS = (3 * 24 * HOUR) / PERIOD;

const NETWORK = 'network.example' as DomainName;
const DOMAINS = ['a', 'b', 'c', '*.d', 'e'].map((label) => `${label}.example.com` as DomainName);
const OTHERS = ['x', 'y'].map((label) => `${label}.somebody-else.org`);
const OPTIONS = {
  networkDomain: NETWORK,
  policy: 'sync',
  maxRemovals: undefined,
  interval: 300,
  watchSpread: 6 * HOUR,
} as const;

const domain = fc.constantFrom(...DOMAINS);
const wish = fc.record({
  kind: fc.constant('wish' as const),
  domain,
  wanted: fc.constantFrom('mapped' as const, 'removed' as const),
  /** Whether the function hears of it. */
  arrives: fc.boolean(),
});
const happening = fc.oneof(
  { weight: 4, arbitrary: wish },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('alias-removed-by-hand' as const), domain }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('alias-added-by-hand' as const), domain }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('queue-purged' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      how: fc.constantFrom<OddList | undefined>('empty', 'half', 'paged', undefined),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('held-elsewhere' as const), domain, isHeld: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wordpress' as const),
      answers: fc.constantFrom<Answering>('well', 'well', 'not', 'as-a-copy'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      seconds: fc.integer({ min: 1, max: 9 * HOUR }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      /** How many runs there are at once. */
      runs: fc.constantFrom(1, 1, 2),
      between: fc.option(wish, { nil: undefined }),
    }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const outage = fc
  .tuple(fc.integer({ min: 0, max: 40 * HOUR }), fc.integer({ min: 1, max: 20 * HOUR }))
  .map(([from, length]) => [from, from + length] as const);

const mishap = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Mishap>('none') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Mishap>('queue-down', 'answer-lost', 'killed-before', 'killed-after'),
  },
);

/** What is called may fail for want of the queue, or be killed. Whoever called it calls again some time, or never. */
async function unlessItFails(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof QueueUnavailable || error instanceof Killed) return false;
    throw error;
  }
}

/** The reasons of a mapping that ends because another one of its domain goes on. */
const OVERTAKEN = /^(it was heard of since|WordPress has another mapping of it by now)/;

test('after enough runs there is an alias for every wish and no other, but for those that are somebody else’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 25 }),
      fc.array(outage, { maxLength: 2 }),
      fc.array(mishap, { maxLength: 60 }),
      fc.constantFrom(0, 10, 5 * MINUTE, HOUR),
      async (happenings, closteDown, mishaps, listLag) => {
        const left = [...mishaps];
        const nature = { closteDown, closteRefuses: [], listLag, dnsRightFrom: 0, certificateRightFrom: 0 };
        const world = createWorld(nature, () => left.shift() ?? 'none');
        const table = createWordPressTable(world.services.now);
        const isWanted = (name: string) => table.rows.get(name)?.wanted === 'mapped';
        const closte: typeof world.services.closte = {
          ...world.services.closte,
          // Whoever makes a visit has asked WordPress just now.
          async removeAlias(name) {
            expect(isWanted(name)).toBe(false);
            return await world.services.closte.removeAlias(name);
          },
        };
        const services = { ...world.services, closte, wordpress: table };
        for (const other of OTHERS) world.aliases.add(other);
        let events = 0;

        async function wishes({
          domain: name,
          wanted,
          arrives,
        }: typeof wish extends fc.Arbitrary<infer T> ? T : never) {
          const id = `evt_${++events}`;
          if (!table.wish(name, wanted, id) || !arrives) return;
          const event: WebhookEvent = {
            id,
            domain: name,
            siteId: 2,
            networkDomain: NETWORK,
            interval: 300,
          };
          const act = wanted === 'mapped' ? mapDomain : unmapDomain;
          await unlessItFails(() => act(services, world.log, event));
        }

        async function deliverUntil(time: number): Promise<void> {
          for (;;) {
            const [task] = world.pending();
            if (task === undefined || task.at > time) break;
            world.advanceTo(task.at);
            if (await unlessItFails(() => runCheck(services, world.log, visitOf(task.payload))))
              world.complete(task.name);
            for (const other of OTHERS) expect(world.aliases).toContain(other);
            expectNoneCancelled();
          }
          world.advanceTo(time);
        }

        /** A list is no reason to end a mapping that WordPress wants; that a later mapping has its place is one. */
        function expectNoneCancelled(): void {
          for (const { event, subject } of world.entries.splice(0)) {
            const { reason = '' } = event.fields as { reason?: string };
            if (event.event !== 'domain.cancelled' || OVERTAKEN.test(reason)) continue;
            expect({ reason, isWanted: isWanted(subject?.mapping.domain ?? '') }).toEqual({
              reason,
              isWanted: reason.includes('mapped'),
            });
          }
        }

        const run = () =>
          unlessItFails(() =>
            reconcile(
              services,
              world.log,
              { isDry: false, allowMissing: false, after: undefined, removals: 0 },
              OPTIONS,
              {
                elapsed: () => 0,
                progress: () => {},
              },
            ),
          );

        async function happens(next: Happening): Promise<void> {
          switch (next.kind) {
            case 'wish':
              return wishes(next);
            case 'alias-removed-by-hand':
              return void world.aliases.delete(next.domain);
            case 'alias-added-by-hand':
              // Only what WordPress knows is compared with it: any other is somebody else's.
              if (table.rows.has(next.domain)) world.aliases.add(next.domain);
              return;
            case 'wordpress':
              return table.answer(next.answers);
            case 'queue-purged':
              for (const { name } of world.pending()) world.complete(name);
              return;
            case 'list':
              return world.giveList(next.how);
            case 'held-elsewhere':
              if (next.isHeld) world.heldElsewhere.add(next.domain);
              else world.heldElsewhere.delete(next.domain);
              return;
            case 'time':
              return deliverUntil(world.now() + next.seconds);
            case 'run': {
              const { between } = next;
              if (between) table.betweenPages(() => void wishes(between));
              await Promise.all(Array.from({ length: next.runs }, run));
            }
          }
        }

        for (const next of happenings) await happens(next);
        world.giveList(undefined);
        world.heldElsewhere.clear();
        table.answer('well');
        for (let runs = 0; runs < ENOUGH_RUNS; runs++) {
          await run();
          await deliverUntil(world.now() + PERIOD);
        }

        const wanted = [...table.rows.values()]
          .filter((row) => row.wanted === 'mapped')
          .map((row) => row.domain);
        expect([...world.aliases].sort()).toEqual([...wanted, ...OTHERS].sort());
        // And nobody waits any more: each is done.
        for (const name of wanted) expect(table.rows.get(name)).toMatchObject({ stage: 'done' });
      },
    ),
    { numRuns: 200 },
  );
});
