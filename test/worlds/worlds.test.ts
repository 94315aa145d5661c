import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ALL, pick } from './support/events.ts';
import { createRandom } from './support/random.ts';
import { type Stage, startStage, type World } from './support/world.ts';

const STEPS = 25;
const WORLDS = Number(process.env['WORLDS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? 1);
const HOUR = 3600;

/** What an independent reader of WordPress's own tables says that the network wants. */
const WANTED = `global $wpdb;
  $records = WP_Ultimo\\Models\\Domain::table();
  return $wpdb->get_col( "SELECT domain FROM $wpdb->blogs WHERE blog_id > 1
    UNION SELECT r.domain FROM $records r JOIN $wpdb->blogs b ON b.blog_id = r.blog_id" );`;

const SERVED = `global $wpdb;
  return $wpdb->get_results( "SELECT id, domain FROM " . WP_Ultimo\\Models\\Domain::table() . " WHERE stage IN ('done','done-without-ssl')" );`;
const RECORDS = `global $wpdb; return $wpdb->get_results( "SELECT id, domain, stage FROM " . WP_Ultimo\\Models\\Domain::table() );`;
const ROWS = `global $wpdb; return $wpdb->get_results( "SELECT domain, wanted, stage FROM {$wpdb->base_prefix}closte_sync" );`;

interface Row {
  readonly id: string;
  readonly domain: string;
  readonly wanted: string;
  readonly stage: string;
}

let stage: Stage;

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

/** Lives through one world. The story is what happened in it, for whoever has to understand a fault. */
async function live(seed: number, story: string[]): Promise<void> {
  const random = createRandom(seed);
  const faults: string[] = [];
  const world: World = await stage.begin(async (domain) => {
    const wanted = await stage.workers.php<string[]>(WANTED);
    if (wanted.includes(domain)) faults.push(`the alias of ${domain} is removed, and the network wants it`);
  });
  let served: readonly Row[] = [];
  for (let step = 0; step < STEPS && faults.length === 0; step += 1) {
    const happening = pick(random, ALL);
    story.push(`${happening.name} ${await happening.happen(world, random)}`);
    const records = await world.php<Row[]>(RECORDS);
    for (const { id, domain } of served) {
      const now = records.find((record) => record.id === id && record.domain === domain);
      if (now !== undefined && !now.stage.startsWith('done'))
        faults.push(`the record of ${domain} was served, and is ${now.stage}`);
    }
    served = await world.php<Row[]>(SERVED);
  }
  expect(faults).toEqual([]);
  await heal(world);
  expect(faults).toEqual([]);
  const [wanted, rows] = [await world.php<string[]>(WANTED), await world.php<Row[]>(ROWS)];
  const missing = wanted.filter((name) => !world.closte.aliases.has(name) && !name.endsWith('network.test'));
  const known = new Set(rows.map(({ domain }) => domain));
  const left = [...world.closte.aliases].filter((alias) => !wanted.includes(alias) && known.has(alias));
  expect({ missing, left }).toEqual({ missing: [], left: [] });
}

/** The faults end; two sweeps and two runs of reconcile later all has to be right. */
async function heal(world: World): Promise<void> {
  world.wall = 'none';
  world.isQueuePaused = false;
  world.closte.faults.isDown = false;
  world.closte.faults.listLacks = 0;
  for (let round = 0; round < 2; round += 1) {
    world.advance(26 * HOUR);
    await world.cron();
    await world.deliver();
    world.advance(HOUR);
    await world.cron();
    await world.deliver();
    await world.reconcile();
    world.advance(60);
    await world.deliver();
  }
}

test.each(Array.from({ length: WORLDS }, (_, index) => SEED + index))('world %i', async (seed) => {
  const story: string[] = [];
  try {
    await live(seed, story);
  } catch (error) {
    throw new Error(`world ${seed} went wrong:\n  ${story.join('\n  ')}\n${(error as Error).message}`, {
      cause: error,
    });
  }
});
