import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { FOREIGN } from './closte.ts';
import { midnight, pick } from './events.ts';
import { leftWrong, lowered, type Seen } from './oracle.ts';
import { createRandom, type Random } from './random.ts';
import { type Stage, startStage } from './stage.ts';
import { begin, type World } from './world.ts';

const STEPS = 25;
const WORLDS = Number(process.env['WORLDS'] ?? 300);
const SEED = Number(process.env['SEED'] ?? 1);
const HOUR = 3600;

let stage: Stage;

/** Lives through one world. The story is what happened in it, for whoever has to understand a fault. */
async function live(seed: number, story: string[]): Promise<void> {
  const random = createRandom(seed);
  const www = random.chance(0.3) ? 'always' : 'never';
  const world = await begin(stage, random, www);
  story.push(`www ${www}`);
  if (random.chance(0.15)) await beginWithOldVersion(world, random, story);
  if (random.chance(0.15)) {
    story.push('an import');
    await world.php('happen_import( $args );', { any: random.below(1000) });
  }
  let before: Seen = await world.look();
  for (let step = 0; step < STEPS && world.faults.length === 0; step += 1) {
    const happening = pick(random);
    story.push(`${happening.name} ${await happening.happen(world, random)}`);
    const after = await world.look();
    if (!happening.isRestore) world.faults.push(...lowered(before, after));
    before = after;
  }
  expect(world.faults).toEqual([]);
  const summary = await heal(world);
  const seen = await world.look();
  world.faults.push(...lowered(before, seen));
  world.faults.push(...leftWrong(seen, world.closte.aliases, world.closte.heldElsewhere));
  const known = new Set(seen.rows?.map(({ domain }) => domain));
  const unmanaged = [...world.closte.aliases].filter((alias) => !known.has(alias)).sort();
  expect(unmanaged).toEqual(expect.arrayContaining(FOREIGN));
  expect([...summary.names.unmanaged].sort()).toEqual(unmanaged);
  expect(world.faults).toEqual([]);
}

/** Some steps with the plugin of the version before, which the functions of that version answered; then the update. */
async function beginWithOldVersion(world: World, random: Random, story: string[]): Promise<void> {
  world.installation = 'old';
  for (const name of ['a.example.com', 'b.example.com', 'example.org']) {
    const args = { name, any: random.below(1000) };
    await world.php('happen_site_created( $args ); happen_record_created( $args );', args);
  }
  const told = await world.php<{ domain: string; event_id: string; site_id: string; stage: string }[]>(
    'return happen_old_functions_answered( $args );',
    { any: random.below(1000) },
  );
  for (const { domain, event_id: id, site_id: site, stage: at } of told) {
    if (domain.endsWith('network.test')) continue;
    world.closte.aliases.add(domain);
    if (at === 'done') continue;
    const time = world.now();
    const payload = {
      mapping_id: id,
      domain,
      site_id: Number(site),
      network_domain: 'network.test',
      interval: 300,
      aliased: true,
      stage: 'checking-dns',
      visit: 2,
      mapped_at: time.toISOString(),
      stage_started_at: time.toISOString(),
    };
    world.queue.put({ name: `old-${domain}`, at: time.getTime(), payload });
  }
  await world.php('happen_record_deleted( $args );', { any: random.below(1000) });
  world.installation = 'plugin';
  story.push(`the version before, of ${told.map(({ domain, stage: at }) => `${domain} ${at}`).join(', ')}`);
}

/** The faults end; two sweeps and two runs of reconcile later all has to be right. */
async function heal(world: World): Promise<{ readonly names: { readonly unmanaged: readonly string[] } }> {
  world.installation = 'plugin';
  world.bridge.wall = 'none';
  world.isQueuePaused = false;
  world.areFunctionsThere = true;
  world.internet.dns.clear();
  world.internet.certificates.clear();
  Object.assign(world.closte.faults, { isDown: false, isMute: false, listLacks: 0 });
  await world.php(
    "happen_records_restored( $args ); WP_Ultimo\\Models\\Domain::create_table(); happen_switch( array( 'any' => 1 ) );",
  );
  await world.bridge.arrive();
  // Where a sweep holds many removals back, the operator looks at them and lets it.
  await world.php('Closte_Domain_Sync_Sweep::allow( 1000 );');
  let summary = '';
  for (let round = 0; round < 2; round += 1) {
    // Nothing that failed waits longer for its next attempt, and nothing that is followed is silent for so long.
    world.advance(30 * HOUR);
    await world.cron();
    await world.deliver();
    summary = await midnight(world);
  }
  return JSON.parse(summary);
}

/**
 * Tests that live through every second world from the first one on: two files share the worlds, and run side by side.
 *
 * @param first 0 or 1
 */
export function testWorlds(first: 0 | 1): void {
  beforeAll(async () => {
    jest.useFakeTimers({
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    stage = await startStage();
  }, 120_000);
  afterAll(async () => {
    await stage?.stop();
  });

  const seeds = Array.from({ length: WORLDS }, (_, index) => SEED + index);
  test.each(seeds.filter((_, index) => index % 2 === first))('world %i', async (seed) => {
    const story: string[] = [];
    try {
      await live(seed, story);
    } catch (error) {
      throw new Error(`world ${seed} went wrong:\n  ${story.join('\n  ')}\n${(error as Error).message}`, {
        cause: error,
      });
    }
  });
}
