import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { COPY, pick } from './events.ts';
import { createRandom } from './random.ts';
import { type Stage, startStage, type World } from './world.ts';

const STEPS = 25;
const WORLDS = Number(process.env['WORLDS'] ?? 300);
const SEED = Number(process.env['SEED'] ?? 1);
const HOUR = 3600;

interface Row {
  readonly id: string;
  readonly domain: string;
  readonly stage: string;
}

/** What an independent reader of WordPress's own tables sees, and the names that the plugin's table has. */
interface Seen {
  readonly wanted: readonly string[];
  readonly records: readonly Row[];
  readonly remembered: readonly string[];
}

// A query that fails gives an empty list, which would be a world where nothing is wanted.
const SEEN = `global $wpdb;
  $records = WP_Ultimo\\Models\\Domain::table();
  $table   = $wpdb->base_prefix . 'closte_sync';
  $read    = static function ( $method, $query ) use ( $wpdb ) {
    $found = $wpdb->$method( $query );
    if ( '' !== $wpdb->last_error ) { throw new Exception( $wpdb->last_error ); }
    return $found;
  };
  $sites = $read( 'get_col', "SELECT domain FROM $wpdb->blogs WHERE blog_id > 1" );
  return array(
    'wanted'     => array_values( array_unique( array_merge( $sites, $read( 'get_col', "SELECT r.domain FROM $records r JOIN $wpdb->blogs b ON b.blog_id = r.blog_id" ) ) ) ),
    'records'    => $read( 'get_results', "SELECT id, domain, stage FROM $records" ),
    'remembered' => $read( 'get_var', "SHOW TABLES LIKE '$table'" ) ? $read( 'get_col', "SELECT domain FROM $table" ) : array(),
  );`;

const isServed = ({ stage: at }: Row) => at === 'done' || at === 'done-without-ssl';

let stage: Stage;

/** Lives through one world. The story is what happened in it, for whoever has to understand a fault. */
async function live(seed: number, story: string[]): Promise<void> {
  const random = createRandom(seed);
  const faults: string[] = [];
  const look = () => stage.workers.php<Seen>(SEEN);
  const world: World = await stage.begin(async (domain) => {
    const { wanted } = await look();
    if (wanted.includes(domain)) faults.push(`the alias of ${domain} is removed, and the network wants it`);
  });
  let served: readonly Row[] = [];
  for (let step = 0; step < STEPS && faults.length === 0; step += 1) {
    const happening = pick(random);
    const before = new Set(world.closte.aliases);
    story.push(`${happening.name} ${await happening.happen(world, random)}`);
    const { records } = await look();
    for (const { id, domain } of served) {
      const now = records.find((record) => record.id === id && record.domain === domain);
      if (now !== undefined && !isServed(now))
        faults.push(`the record of ${domain} was served, and is ${now.stage}`);
    }
    served = records.filter(isServed);
    if (happening === COPY && !sameNames(before, world.closte.aliases))
      faults.push('the copy changed aliases');
  }
  expect(faults).toEqual([]);
  await heal(world);
  expect(faults).toEqual([]);
  const { wanted, remembered } = await look();
  const { aliases, heldElsewhere } = world.closte;
  const missing = wanted.filter((name) => !aliases.has(name) && !heldElsewhere.has(name));
  // What no table remembers stays, and is reported.
  const left = [...aliases].filter((alias) => !wanted.includes(alias) && remembered.includes(alias));
  expect({ missing, left }).toEqual({ missing: [], left: [] });
}

function sameNames(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((name) => others.has(name));
}

/** The faults end; two sweeps and two runs of reconcile later all has to be right. */
async function heal(world: World): Promise<void> {
  world.wall = 'none';
  world.isQueuePaused = false;
  world.pointElsewhere.clear();
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
