import { WALLS, type Wall } from './bridge.ts';
import { FOREIGN } from './closte.ts';
import { CERTIFICATE_FAULTS, DNS_FAULTS } from './internet.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something that happens in a world: its name, for whoever reads how a world went, and what it does. */
export interface Happening {
  readonly name: string;
  readonly weight: number;
  /** What somebody does to the records behind everybody's back: then they may leave their stage. */
  readonly isRestore?: true;
  readonly happen: (world: World, random: Random) => Promise<string>;
}

/** A name beside others, one as its owner registered it, one of a further network, one of the network's own. */
const NAMES = [
  'a.example.com',
  'b.example.com',
  'c.example.com',
  'example.org',
  'd.second.test',
  'e.network.test',
];

const anyName = (random: Random) => random.oneOf(NAMES) ?? '';
const argsOf = (random: Random) => ({ name: anyName(random), any: random.below(1000) });

/** What the people of the network do, by hooks, and what happens to its database behind their backs. */
const IN_WORDPRESS: readonly Happening[] = [
  inWordPress('a site is created', 5, 'site_created'),
  inWordPress('a site gets another name', 3, 'site_renamed'),
  inWordPress('a site moves to another network', 2, 'site_moved'),
  inWordPress('a site is archived', 1, 'site_archived'),
  inWordPress('a site is deleted', 2, 'site_deleted'),
  inWordPress('a network is founded', 1, 'network_founded'),
  inWordPress('a record is created', 6, 'record_created'),
  inWordPress('a record is renamed', 2, 'record_renamed'),
  inWordPress('a record is deleted', 3, 'record_deleted'),
  inWordPress('the operator maps a wildcard', 2, 'operator_maps'),
  inWordPress('the operator takes one back', 1, 'operator_unmaps'),
  inWordPress("the switch of Ultimate Multisite's integration", 2, 'switch'),
  inWordPress('SQL: a site is created', 1, 'sql_site_created'),
  inWordPress('SQL: a site gets another name', 1, 'sql_site_renamed'),
  inWordPress('SQL: a site moves to another network', 1, 'sql_site_moved'),
  inWordPress('SQL: a site is deleted', 1, 'sql_site_deleted'),
  inWordPress('SQL: a record is created', 2, 'sql_record_created'),
  inWordPress('SQL: a record is deleted', 2, 'sql_record_deleted'),
  inWordPress('the table is dropped', 1, 'table_dropped'),
  inWordPress('the table is emptied', 1, 'table_emptied'),
  inWordPress('the table of records is dropped', 1, 'records_dropped'),
  { ...inWordPress('the table of records is restored', 2, 'records_restored'), isRestore: true },
  tables('everything is saved', 2, "worker_put_aside( 'week' );"),
  tables('everything is restored', 1, "worker_put_back( 'week' );"),
  tables('sites and records are restored', 1, "worker_put_back( 'week', '_blogs|_site$|_wu_' );"),
  tables("the plugin's table is restored", 1, "worker_put_back( 'week', '_closte_sync$' );"),
  tables("the network's options are restored", 1, "worker_put_back( 'week', '_sitemeta' );"),
];

/** What happens to the functions and around them. */
const AROUND: readonly Happening[] = [
  around('time goes by', 16, async (world, random) => {
    const seconds = random.oneOf([MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 5 * HOUR, 26 * HOUR, 8 * DAY]) ?? 0;
    world.advance(seconds);
    await world.cron();
    await world.deliver(() => (random.chance(0.2) ? 2 : 1));
    return `${seconds} s`;
  }),
  around('the clock of the queue alone runs', 5, async (world, random) => {
    const seconds = random.oneOf([MINUTE, 5 * MINUTE, HOUR]) ?? 0;
    world.advance(seconds);
    await world.deliver();
    return `${seconds} s`;
  }),
  around('reconcile', 3, async (world) => {
    await world.reconcile();
    return '';
  }),
  around('it is midnight, when every domain is checked', 3, async (world) => {
    await midnight(world);
    return '';
  }),
  around('Closte', 3, async ({ closte: { faults } }, random) => {
    faults.isDown = random.chance(0.4);
    faults.isMute = random.chance(0.3);
    faults.listLacks = random.chance(0.5) ? 1 + random.below(6) : 0;
    return JSON.stringify(faults);
  }),
  around('the DNS of a name', 4, async ({ internet: { dns } }, random) => {
    const name = anyName(random);
    const fault = random.oneOf(DNS_FAULTS) ?? 'elsewhere';
    if (!dns.delete(name)) dns.set(name, fault);
    return `${name} ${dns.get(name) ?? 'right'}`;
  }),
  around('the certificate of a name', 3, async ({ internet: { certificates } }, random) => {
    const name = anyName(random);
    const without = random.oneOf(CERTIFICATE_FAULTS) ?? [];
    if (!certificates.delete(name)) certificates.set(name, without);
    return `${name} ${certificates.has(name) ? `not at ${without.join(' and ')}` : 'there'}`;
  }),
  around('what stands before WordPress', 4, async ({ bridge }, random) => {
    bridge.wall = random.oneOf<Wall>(WALLS) ?? 'none';
    return bridge.wall;
  }),
  around('late requests arrive', 3, async ({ bridge }) => `${await bridge.arrive()}`),
  around('another app of Closte takes a name', 1, async ({ closte }, random) => {
    const name = anyName(random);
    if (!closte.aliases.has(name) && !name.endsWith('.network.test')) closte.heldElsewhere.add(name);
    return name;
  }),
  around('Closte loses an alias', 2, async ({ closte }, random) => {
    const name = random.oneOf([...closte.aliases].filter((alias) => !FOREIGN.includes(alias)));
    if (name !== undefined) closte.aliases.delete(name);
    return name ?? 'none';
  }),
  around('an old task comes once more', 3, async (world, random) => {
    const task = random.oneOf(world.queue.delivered);
    if (task !== undefined) await world.deliverAgain(task.payload);
    return task?.name ?? 'none';
  }),
  around('an old event comes once more', 2, async (world) => {
    await world.sendAgain();
    return '';
  }),
  around('the queue', 2, async (world, random) => {
    world.isQueuePaused = random.chance(0.5);
    return world.isQueuePaused ? 'paused' : 'resumed';
  }),
  around('WordPress reaches the functions', 3, async (world, random) => {
    world.areFunctionsThere = random.chance(0.5);
    return String(world.areFunctionsThere);
  }),
  around('the queue is purged', 1, async ({ queue }) => {
    queue.purge();
    return '';
  }),
  around('the plugin', 2, async (world, random) => {
    if (world.installation !== 'old') world.installation = random.chance(0.6) ? 'plugin' : 'off';
    return world.installation;
  }),
  around('WordPress reaches itself', 1, async (world, random) => {
    world.hasLoopback = random.chance(0.5);
    return String(world.hasLoopback);
  }),
  around('a copy of the network is used', 2, async (world, random) => {
    const args = argsOf(random);
    if (world.installation !== 'plugin') return 'not';
    const effects = () => [...world.closte.aliases, ...world.queue.waiting.keys()].sort().join();
    const before = effects();
    const { hasFingerprint, networks } = await world.look();
    // One that never heard from the functions is told from the network by its domain alone; a further network's is the same.
    if (!hasFingerprint && networks.length > 1) return 'not';
    world.isSilent = hasFingerprint;
    await world.php('happen_copy_used( $args );', args);
    world.isSilent = false;
    if (effects() !== before) world.faults.push('the copy changed aliases or tasks');
    return args.name;
  }),
];

/** The next midnight, and what comes then: WP-Cron, the queue, and a run of reconcile with its daily checks. */
export async function midnight(world: World): Promise<string> {
  world.advance(DAY - (Math.floor(world.now().getTime() / 1000) % DAY));
  await world.cron();
  await world.deliver();
  const summary = await world.reconcile();
  world.advance(MINUTE);
  await world.deliver();
  return summary;
}

const LOTS = [...IN_WORDPRESS, ...AROUND].flatMap((happening) =>
  Array.from({ length: happening.weight }, () => happening),
);

/** One of them, the heavier the likelier. */
export function pick(random: Random): Happening {
  const drawn = random.oneOf(LOTS);
  if (drawn === undefined) throw new Error('nothing to pick from');
  return drawn;
}

function around(name: string, weight: number, happen: Happening['happen']): Happening {
  return { name, weight, happen };
}

function inWordPress(name: string, weight: number, what: string): Happening {
  return around(name, weight, async ({ php }, random) => {
    const args = argsOf(random);
    await php(`happen_${what}( $args );`, args);
    return `${args.name} ${args.any}`;
  });
}

function tables(name: string, weight: number, code: string): Happening {
  const happening = around(name, weight, async ({ php }) => {
    await php(code);
    return '';
  });
  return { ...happening, isRestore: true };
}
