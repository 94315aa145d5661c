import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Admin, logIn } from './support/admin.ts';
import { LIST } from './support/list.ts';
import { type Rig, startRig } from './support/rig.ts';

let rig: Rig;
let admin: Admin;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
  admin = await logIn(rig.wordpress);
});

afterEach(async () => {
  // First: a site that is deleted has each of its domains taken back.
  await php(`$wpdb->query( 'TRUNCATE wp_closte_sync' );`);
  await rig.wordpress.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const php = <Result = unknown>(code: string, args: object = {}) =>
  rig.wordpress.php<Result>(`global $wpdb; ${code}`, args);

/** Domains as a network of that size has them: nearly all work, some are on the way, a few failed. */
const many = (domains: number) =>
  php(
    `test_records(); test_home( 2 ); test_home( 3 );
     $wpdb->query( $wpdb->prepare( "INSERT INTO wp_closte_sync (domain, site_id, wanted, event_id, state, stage, message, wished_at, updated_at)
       SELECT CONCAT( 'a', LPAD( seq, 6, '0' ), '.example.com' ), 2 + seq MOD 2, IF( seq MOD 97 = 0, 'removed', 'mapped' ), CONCAT( 'evt_', seq ), 'sent',
       CASE WHEN seq MOD 97 = 0 THEN 'removed' WHEN seq MOD 89 = 0 THEN 'failed' WHEN seq MOD 31 = 0 THEN 'checking-dns' ELSE 'done' END,
       REPEAT( 'It is as it is. ', 8 ), 1700000000 + seq, 1700000000 + seq MOD 7919 FROM seq_1_to_%d", $args['domains'] ) );
     $wpdb->query( 'ANALYZE TABLE wp_closte_sync' );`,
    { domains },
  );

/** What the list asks the database for a page, and what it finds. */
const PAGE = `
  $query = Closte_Domain_Sync_Domain_Query::asked_for( $args['asked'] );
  $total = $query->total(); $counts = $query->counts(); $rows = $query->page( $args['offset'], 100 );
  Closte_Domain_Sync_Shown_Records::of( array_column( $rows, 'domain' ) ); Closte_Domain_Sync_Companions::beside( $rows );`;

describe('however many domains there are', () => {
  test('a page takes no more queries', async () => {
    const queries = () =>
      php<number>(
        `Closte_Domain_Sync_Schema::domains(); $before = $wpdb->num_queries; ${PAGE} return $wpdb->num_queries - $before;`,
        {
          asked: { s: 'example' },
          offset: 0,
        },
      );
    await many(3);
    const few = await queries();
    await php(`$wpdb->query( 'TRUNCATE wp_closte_sync' );`);
    await many(3000);
    expect(await queries()).toBe(few);
  });

  test('an index finds the names of a page and counts the groups, and no row is read for that', async () => {
    await many(20_000);
    /** How the database finds the names of one page. */
    const plan = async (offset: number, asked: object) => {
      const [found] = await php<{ key: string | null; Extra: string }[]>(
        `$sent = array();
         add_filter( 'query', static function ( $sql ) use ( &$sent ) { $sent[] = $sql; return $sql; } );
         ${PAGE}
         remove_all_filters( 'query' );
         $names = current( preg_grep( '/^SELECT domain FROM wp_closte_sync .* LIMIT/', $sent ) );
         return $wpdb->get_results( "EXPLAIN $names" );`,
        { asked, offset },
      );
      return [
        found?.key,
        found?.Extra.split('; ').includes('Using index'),
        found?.Extra.includes('filesort'),
      ];
    };
    expect(await plan(0, { orderby: 'since', order: 'desc' })).toEqual(['list_since', true, false]);
    expect(await plan(19_900, { orderby: 'since' })).toEqual(['list_since', true, false]);
    expect(await plan(19_900, { orderby: 'site' })).toEqual(['site_id', true, false]);
    expect(await plan(0, {})).toEqual([expect.any(String), true, false]);
    expect(await plan(19_900, {})).toEqual([expect.any(String), true, expect.any(Boolean)]);
    expect(await plan(0, { group: 'failed' })).toEqual(['list_stage', true, expect.any(Boolean)]);
    expect(await plan(15_000, { group: 'working' })).toEqual(['list_stage', true, expect.any(Boolean)]);
    expect(await plan(0, { s: '0012' })).toEqual([expect.any(String), true, expect.any(Boolean)]);
    expect(await plan(5000, { site_id: 2 })).toEqual(['site_id', true, expect.any(Boolean)]);

    // And the groups are counted.
    const [counts] = await php<{ key: string }[]>(
      `$sent = array();
       add_filter( 'query', static function ( $sql ) use ( &$sent ) { $sent[] = $sql; return $sql; } );
       Closte_Domain_Sync_Domain_Query::asked_for( array() )->counts();
       remove_all_filters( 'query' );
       return $wpdb->get_results( 'EXPLAIN ' . end( $sent ) );`,
    );
    expect(counts).toMatchObject({ key: 'list_stage', Extra: 'Using index' });
  });
});

describe('the list as a file', () => {
  async function csv(query = '') {
    const href = /<a class="button" href="([^"]*closte-sync-export[^"]*)">/.exec(
      (await admin.get(`${LIST}${query}`)).text,
    )?.[1];
    const { pathname, search } = new URL((href ?? '').replaceAll('&#038;', '&'));
    const { headers, text } = await admin.get(pathname + search);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="closte-domains-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    return text.slice(1).trimEnd().split('\n');
  }

  test('has each row once, in the order of the name, beyond one page of the list and one of the file', async () => {
    await many(2345);
    const [head, ...lines] = await csv('&paged=2');
    expect(head).toBe(
      'domain,unicode,site_id,site,wanted,stage,ultimate_multisite,delivery,since,message,next_look_at',
    );
    const names = lines.map((line) => line.split(',')[0] ?? '');
    expect(names).toHaveLength(2345);
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  test('has what the list shows, and no more', async () => {
    await many(1200);
    expect(await csv('&group=failed')).toHaveLength(1 + Math.floor(1200 / 89));
    expect(await csv('&group=failed&s=a000089')).toHaveLength(2);
    expect(await csv('&site_id=3&group=removed')).toHaveLength(1 + 6);
  });

  test('says of a row what there is to say, and has no formula and no line that is broken', async () => {
    await php(
      `test_home( 2 );
       $wpdb->insert( 'wp_closte_sync', array( 'domain' => 'xn--bcher-kva.example.com', 'site_id' => 2, 'wanted' => 'mapped', 'event_id' => 'e', 'state' => 'sent', 'stage' => 'failed',
         'message' => '=HYPERLINK("http://evil.example", "a")', 'wished_at' => 1700000000, 'updated_at' => 1700000000, 'next_look_at' => 4000000000 ) );
       $wpdb->insert( test_records(), array( 'blog_id' => 2, 'domain' => 'xn--bcher-kva.example.com', 'stage' => 'done' ) );`,
    );
    expect((await csv())[1]).toBe(
      `xn--bcher-kva.example.com,bücher.example.com,2,network.test/site2,mapped,failed,done,sent,2023-11-14T22:13:20Z,"'=HYPERLINK(""http://evil.example"", ""a"")",2096-10-02T07:06:40Z`,
    );
  });
});

test('a table of the version before gets what the list needs, and keeps its rows', async () => {
  await many(50);
  await php(
    `$wpdb->query( 'ALTER TABLE wp_closte_sync DROP COLUMN next_look_at, DROP COLUMN heard_at, DROP KEY list_stage, DROP KEY list_since' );
     update_network_option( 1, 'closte_sync_schema', '2' );`,
  );
  const rows = await rig.wordpress.rows();
  expect([rows.length, rows[0]?.next_look_at, rows[0]?.heard_at]).toEqual([50, 0, 0]);
  const keys = await php<string[]>(
    `return array_values( array_unique( $wpdb->get_col( 'SHOW INDEX FROM wp_closte_sync', 2 ) ) );`,
  );
  expect(keys).toEqual(expect.arrayContaining(['list_stage', 'list_since']));
  expect(await php(`return get_network_option( 1, 'closte_sync_schema' );`)).toBe('4');
});
