import type { Random } from './random.ts';
import type { Wall, World } from './world.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Something that happens in a world: its name, for whoever reads how a world went, and what it does. */
export interface Happening {
  readonly name: string;
  readonly weight: number;
  readonly happen: (world: World, random: Random) => Promise<string>;
}

const NAMES = ['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.example.com`);
const WALLS: readonly Wall[] = ['none', 'unauthorized', 'holding-page', 'down'];

const anyName = (random: Random) => random.oneOf(NAMES) ?? '';

/** What the people of the network do, by hooks, and what happens to its database behind their backs. */
export const IN_WORDPRESS: readonly Happening[] = [
  hooked('a site is created', 5, 'test_site( $args["name"] );'),
  hooked(
    'a site gets another name',
    3,
    `${ONE_SITE()} if ( $id ) { wp_update_site( $id, array( "domain" => $args["name"] ) ); }`,
  ),
  hooked('a site is deleted', 2, `${ONE_SITE()} if ( $id ) { wp_delete_site( $id ); }`),
  hooked(
    'a record is created',
    5,
    `${ONE_SITE()} if ( $id ) { wu_create_domain( array( "blog_id" => $id, "domain" => $args["name"] ) ); }`,
  ),
  hooked(
    'a record is renamed',
    2,
    `${ONE_RECORD()} if ( $record ) { $record->set_domain( $args["name"] ); $record->save(); }`,
  ),
  hooked('a record is deleted', 3, `${ONE_RECORD()} if ( $record ) { $record->delete(); }`),
  hooked(
    'SQL: a record is created',
    2,
    `${ONE_SITE()} if ( $id ) { test_record( null, $id, $args["name"], "done" ); }`,
  ),
  hooked(
    'SQL: a record is deleted',
    2,
    `${ONE_RECORD()} if ( $record ) { $GLOBALS["wpdb"]->delete( WP_Ultimo\\Models\\Domain::table(), array( "id" => $record->get_id() ) ); }`,
  ),
  hooked(
    'SQL: a site gets another name',
    1,
    `${ONE_SITE()} if ( $id ) { $GLOBALS["wpdb"]->update( $GLOBALS["wpdb"]->blogs, array( "domain" => $args["name"] ), array( "blog_id" => $id ) ); }`,
  ),
  hooked(
    'the table is dropped',
    1,
    '$GLOBALS["wpdb"]->query( "DROP TABLE IF EXISTS {$GLOBALS["wpdb"]->base_prefix}closte_sync" );',
  ),
  hooked(
    'the table is emptied',
    1,
    '$GLOBALS["wpdb"]->query( "DELETE FROM {$GLOBALS["wpdb"]->base_prefix}closte_sync" );',
  ),
  hooked(
    'the table is kept aside',
    2,
    '$GLOBALS["wpdb"]->query( "DROP TABLE IF EXISTS {$GLOBALS["wpdb"]->base_prefix}kept_aside" ); $GLOBALS["wpdb"]->query( "CREATE TABLE {$GLOBALS["wpdb"]->base_prefix}kept_aside AS SELECT * FROM {$GLOBALS["wpdb"]->base_prefix}closte_sync" );',
  ),
  hooked(
    'the table is restored as it was kept',
    1,
    'if ( $GLOBALS["wpdb"]->get_var( "SHOW TABLES LIKE \'%kept_aside\'" ) ) { $GLOBALS["wpdb"]->query( "REPLACE INTO {$GLOBALS["wpdb"]->base_prefix}closte_sync SELECT * FROM {$GLOBALS["wpdb"]->base_prefix}kept_aside" ); }',
  ),
];

/** What happens to the functions and around them. */
export const AROUND: readonly Happening[] = [
  {
    name: 'time goes by',
    weight: 12,
    async happen(world, random) {
      const seconds = random.oneOf([MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, 26 * HOUR]) ?? 0;
      world.advance(seconds);
      await world.cron();
      await world.deliver(() => (random.chance(0.2) ? 2 : 1));
      return `${seconds} s`;
    },
  },
  {
    name: 'reconcile',
    weight: 4,
    async happen(world) {
      await world.reconcile();
      return '';
    },
  },
  {
    name: 'Closte',
    weight: 3,
    async happen({ closte }, random) {
      closte.faults.isDown = random.chance(0.5);
      closte.faults.listLacks = random.chance(0.5) ? 1 + random.below(5) : 0;
      return JSON.stringify(closte.faults);
    },
  },
  {
    name: 'the DNS of a name',
    weight: 4,
    async happen({ pointElsewhere }, random) {
      const name = anyName(random);
      const isRight = pointElsewhere.delete(name);
      if (!isRight) pointElsewhere.add(name);
      return `${name} ${isRight ? 'right' : 'elsewhere'}`;
    },
  },
  {
    name: 'a wall before WordPress',
    weight: 2,
    async happen(world, random) {
      world.wall = random.oneOf(WALLS) ?? 'none';
      return world.wall;
    },
  },
  {
    name: 'another app of Closte takes a name',
    weight: 1,
    async happen({ closte }, random) {
      const name = anyName(random);
      if (!closte.aliases.has(name)) closte.heldElsewhere.add(name);
      return name;
    },
  },
  {
    name: 'an old task comes once more',
    weight: 3,
    async happen(world, random) {
      const task = random.oneOf(world.queue.delivered);
      if (task !== undefined) await world.deliverAgain(task);
      return task?.name ?? 'none';
    },
  },
  {
    name: 'the queue',
    weight: 2,
    async happen(world, random) {
      world.isQueuePaused = random.chance(0.5);
      return world.isQueuePaused ? 'paused' : 'resumed';
    },
  },
];

/**
 * A copy of the network is used: somebody works in it, and it sends. It has another domain, and tables of its own: what it
 * works on is put back afterwards. (A transaction would not do: a plugin that makes a table ends it.)
 */
export const COPY: Happening = {
  name: 'a copy of the network is used',
  weight: 2,
  async happen({ php }, random) {
    const args = { name: anyName(random), any: random.below(1000) };
    await php(
      `global $wpdb;
      worker_put_aside();
      $wpdb->query( "UPDATE $wpdb->site SET domain = 'staging.test'" );
      $wpdb->query( "UPDATE $wpdb->blogs SET domain = 'staging.test' WHERE blog_id = 1" );
      wp_cache_flush();
      ${ONE_RECORD()} if ( $record ) { $record->delete(); }
      ${ONE_SITE()} if ( $id ) { wp_delete_site( $id ); }
      test_site( $args['name'] );
      Closte_Domain_Sync_Schedule::sweep();
      Closte_Domain_Sync_Sender::run();
      worker_put_back();
      remove_all_actions( 'shutdown' );`,
      args,
    );
    return args.name;
  },
};

export const ALL = [...IN_WORDPRESS, ...AROUND, COPY];

/** One of them, the heavier the likelier. */
export function pick(random: Random, of: readonly Happening[] = ALL): Happening {
  const lots = of.flatMap((happening) => Array.from({ length: happening.weight }, () => happening));
  const drawn = random.oneOf(lots);
  if (drawn === undefined) throw new Error('nothing to pick from');
  return drawn;
}

function hooked(name: string, weight: number, code: string): Happening {
  return {
    name,
    weight,
    async happen({ php }, random) {
      const args = { name: anyName(random), any: random.below(1000) };
      await php(code, args);
      return args.name;
    },
  };
}

/** PHP that leaves the id of one of the sites in `$id`, 0 if there is none but the main one. */
function ONE_SITE(): string {
  return '$ids = get_sites( array( "fields" => "ids", "site__not_in" => array( 1 ), "number" => 0, "orderby" => "id" ) ); $id = $ids ? (int) $ids[ $args["any"] % count( $ids ) ] : 0;';
}

/** PHP that leaves one of the records in `$record`, null if there is none. */
function ONE_RECORD(): string {
  return '$ids = $GLOBALS["wpdb"]->get_col( "SELECT id FROM " . WP_Ultimo\\Models\\Domain::table() . " ORDER BY id" ); $record = $ids ? wu_get_domain( $ids[ $args["any"] % count( $ids ) ] ) : null;';
}
