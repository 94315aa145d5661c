import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { askRoute } from './support/signed.ts';

const ROWS = 30_000;
const PAGE = 1000;

let rig: Rig;

const php = <Result = unknown>(code: string, args: object = {}) =>
  rig.wordpress.php<Result>(`$wpdb = $GLOBALS['wpdb']; ${code}`, args);

const nameOf = (number: number) => `shop-${String(number).padStart(7, '0')}.example.com`;

/** Rows from this number to before that, as the plugin writes them, and as done. */
async function fill(from: number, to: number): Promise<void> {
  await php(`$wpdb->query( "INSERT INTO wp_closte_sync
      (domain, site_id, network_id, wanted, event_id, state, stage, wished_at, updated_at, message)
    SELECT CONCAT( 'shop-', LPAD( seq, 7, '0' ), '.example.com' ), 1, 1, 'mapped', CONCAT( 'evt_', seq ), 'sent', 'done', 1, 1, ''
    FROM seq_${from}_to_${to - 1}" );`);
}

const ELSE = 100;

/** How many rows the database reads for something, and what is said of that. */
async function readsOf(code: string): Promise<number> {
  return await php<number>(`
    $reads = static function () {
      return array_sum( array_column( $GLOBALS['wpdb']->get_results( "SHOW SESSION STATUS LIKE 'Handler_read%'", ARRAY_A ), 'Value' ) );
    };
    $before = $reads();
    ${code}
    return $reads() - $before;`);
}

/** What a page costs that begins behind a row; the sweep, which goes on before the first page, is not in it. */
const readsOfPage = (after: number) =>
  readsOf(`Closte_Domain_Sync_Domain_Table::page( '${nameOf(after)}', ${PAGE + 1} );`);

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
  await fill(0, ROWS);
});

beforeEach(() =>
  php(`delete_network_option( get_main_network_id(), Closte_Domain_Sync_Done_Count::OPTION );`),
);

afterAll(() => rig.stop());

test('a page is found by the key, wherever it begins, and nothing is sorted', async () => {
  const [plan] = await php<Record<string, string>[]>(
    `return $wpdb->get_results( "EXPLAIN SELECT * FROM wp_closte_sync WHERE domain > '${nameOf(ROWS - 5000)}' ORDER BY domain LIMIT ${PAGE + 1}", ARRAY_A );`,
  );
  expect(plan).toMatchObject({ type: 'range', key: 'PRIMARY' });
  expect(plan?.['Extra']).not.toMatch(/filesort|temporary/);
});

test('a page in front and one far behind cost the same, however many rows there are', async () => {
  const [first, last] = [await readsOfPage(0), await readsOfPage(ROWS - 2 * PAGE)];
  expect(first).toBeGreaterThanOrEqual(PAGE);
  expect(first).toBeLessThan(PAGE + ELSE);
  // What WordPress itself reads beside it is not the same each time.
  expect(Math.abs(last - first)).toBeLessThan(ELSE);
  await fill(ROWS, 2 * ROWS);
  for (const after of [0, ROWS, 2 * ROWS - 2 * PAGE])
    expect(Math.abs((await readsOfPage(after)) - first)).toBeLessThan(ELSE);
  await php(`$wpdb->query( "DELETE FROM wp_closte_sync WHERE domain >= '${nameOf(ROWS)}'" );`);
});

test('all rows come, each once, in their order', async () => {
  const names: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = (await askRoute(rig.wordpress, 'domains', { after, limit: PAGE })) as {
      domains: { domain: string }[];
      next: string | null;
      done: number;
    };
    expect(page.done).toBe(ROWS);
    names.push(...page.domains.map(({ domain }) => domain));
    after = page.next;
  }
  expect(names).toEqual(Array.from({ length: ROWS }, (_, number) => nameOf(number)));
});

test('of many that are done, the number is counted once a minute', async () => {
  const done = () => php<number>('return Closte_Domain_Sync_Done_Count::now();');
  const count = 'Closte_Domain_Sync_Done_Count::now();';
  expect(await readsOf(count)).toBeGreaterThan(ROWS);
  expect(await readsOf(count)).toBeLessThan(50);
  await php(`$wpdb->query( "UPDATE wp_closte_sync SET stage = 'failed' LIMIT 5" );`);
  expect(await done()).toBe(ROWS);
  // A minute later.
  await php(`$kept = get_network_option( get_main_network_id(), Closte_Domain_Sync_Done_Count::OPTION );
    $kept['counted_at'] -= 61;
    update_network_option( get_main_network_id(), Closte_Domain_Sync_Done_Count::OPTION, $kept );`);
  expect(await done()).toBe(ROWS - 5);
  await php(`$wpdb->query( "UPDATE wp_closte_sync SET stage = 'done'" );`);
});

test('of few that are done, the number is always that of this moment', async () => {
  await php(
    `$wpdb->query( "UPDATE wp_closte_sync SET stage = 'failed' WHERE domain >= '${nameOf(9999)}'" );`,
  );
  const done = () => php<number>('return Closte_Domain_Sync_Done_Count::now();');
  expect(await done()).toBe(9999);
  await php(`$wpdb->query( "UPDATE wp_closte_sync SET stage = 'failed' LIMIT 1" );`);
  expect(await done()).toBe(9998);
});
