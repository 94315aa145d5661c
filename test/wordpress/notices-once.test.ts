import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { toldOf } from './support/told.ts';

const SHOP = 'shop.example.com';

let rig: Rig;
const { told, follow, site, report, waiting } = toldOf(() => rig);

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_MAIL: 'works' } });
  await rig.wordpress.php('test_reset();');
});

beforeEach(() => follow(SHOP));

afterEach(async () => {
  rig.wordpress.mails();
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const stage = async () => (await rig.wordpress.rows())[0]?.stage;

/** A report that is taken in a process of its own, in which something happens to the queries. */
const reportIn = (filter: string) =>
  rig.wordpress.phpProcess(
    `$wpdb = $GLOBALS['wpdb'];
     add_filter( 'query', static function ( $query ) use ( $wpdb ) { ${filter} return $query; } );
     $row = Closte_Domain_Sync_Domain_Table::row( '${SHOP}' );
     return Closte_Domain_Sync_Stage_Report::note( $row, Closte_Domain_Sync_Stage_Report::read( array( 'domain' => $row->domain, 'stage' => 'failed', 'message' => 'It failed.' ) ) );`,
  );
const answered = async (filter: string) => {
  const { stdout } = await reportIn(filter);
  return JSON.parse(stdout.split('\n--- result ---\n')[1] ?? 'null');
};

const ON_NOTICE = `0 === strpos( $query, 'INSERT INTO \`wp_closte_sync_notices\`' )`;
const ON_ROW = `0 === strpos( $query, 'UPDATE \`wp_closte_sync\`' )`;

describe('a report and what it has to tell are written both or not at all', () => {
  test.each([
    ['before the notice', ON_NOTICE],
    ['before the row', ON_ROW],
    ['before the end of the transaction', `'COMMIT' === $query`],
  ])('where PHP dies %s, and the next report makes it good', async (_when, condition) => {
    expect((await reportIn(`if ( ${condition} ) { exit( 3 ); }`)).code).toBe(3);
    expect([await stage(), await waiting()]).toEqual(['checking-dns', {}]);
    await report(SHOP, 'failed');
    expect([await stage(), await waiting()]).toEqual(['failed', { admin: 1, hook: 1 }]);
    expect(await told()).toEqual([`failed ${SHOP}`]);
  });

  // WordPress connects anew where a connection is gone, and repeats the latest statement alone.
  const KILL = `$other = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
    $other->query( 'KILL ' . mysqli_thread_id( $wpdb->dbh ) );`;

  test.each([
    ['before the notice', ON_NOTICE],
    ['between the two', `'SELECT @closte_sync_notice' === $query`],
    ['before the row', ON_ROW],
  ])('where the connection is lost %s, once', async (_when, condition) => {
    const once = `static $is_done = false; if ( ! $is_done && ${condition} ) { $is_done = true; ${KILL} }`;
    expect(await answered(once)).toBe('noted');
    expect([await stage(), await waiting()]).toEqual(['failed', { admin: 1, hook: 1 }]);
  });

  test.each([
    ['the notice', ON_NOTICE],
    ['the row', ON_ROW],
  ])('where the database does not take %s', async (_what, condition) => {
    const refused = `if ( ${condition} ) { $wpdb->suppress_errors(); return 'INSERT INTO nowhere VALUES (1)'; }`;
    expect(await answered(refused)).toBe('failed');
    expect([await stage(), await waiting()]).toEqual(['checking-dns', {}]);
  });

  test('where somebody else changes the row in between', async () => {
    const other = `static $is_done = false; if ( ! $is_done && ${ON_ROW} ) { $is_done = true;
      $other = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
      $other->query( "UPDATE wp_closte_sync SET stage = 'checking-ssl-cert'" ); }`;
    expect(await answered(other)).toBe('noted');
    expect([await stage(), await waiting()]).toEqual(['failed', { admin: 1, hook: 1 }]);
  });
});

test('of two reports that change the same row in the same way, the one that comes later has nothing to tell', async () => {
  const { stdout } = await rig.wordpress.phpProcess(
    `$wpdb = $GLOBALS['wpdb'];
     add_filter( 'query', static function ( $query ) {
       static $is_done = false;
       if ( ! $is_done && ${ON_ROW} ) {
         $is_done = true;
         $other   = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
         $other->query( "UPDATE wp_closte_sync SET told = 'overdue', message = 'A wrong record.'" );
       }
       return $query;
     } );
     $row = Closte_Domain_Sync_Domain_Table::row( '${SHOP}' );
     return Closte_Domain_Sync_Stage_Report::note( $row, Closte_Domain_Sync_Stage_Report::read( array( 'domain' => $row->domain, 'stage' => 'checking-dns', 'message' => 'No record.', 'event' => 'dns.overdue' ) ) );`,
  );
  expect([stdout.trim().split('\n').at(-1), await waiting()]).toEqual(['"noted"', {}]);
});

test('of the same report many times at once one is told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => report(SHOP, 'failed', { message: 'It failed.' })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await waiting()).toEqual({ admin: 1, hook: 1 });
});

describe('many senders at once', () => {
  const DOMAINS = Array.from({ length: 12 }, (_, n) => `shop-${n}.example.com`);
  /** Sends, and says what the action hook was given in that process. */
  const sender = (before = '') =>
    rig.wordpress.php<string[]>(
      `$calls = array();
       add_action( 'closte_sync_domain_notice', static function ( $kind, $domain ) use ( &$calls ) { usleep( 20000 ); $calls[] = "$kind $domain"; }, 10, 2 );
       ${before}
       Closte_Domain_Sync_Sender::run();
       return $calls;`,
    );

  beforeEach(async () => {
    await site('anna@example.com', ...DOMAINS);
    await rig.wordpress.php(`Closte_Domain_Sync_Notice_Settings::set( 'owner', array( 'failed' ) );`);
    for (const domain of DOMAINS) await report(domain, 'failed');
  });

  /** To whom e-mails went, and how many. */
  const mails = () => {
    const to = rig.wordpress.mails().map((mail) => mail.to);
    return [...new Set(to)]
      .toSorted()
      .map((address) => [address, to.filter((other) => other === address).length]);
  };
  const EACH_ONCE = [
    ['admin@network.test', 1],
    ['anna@example.com', DOMAINS.length],
  ];

  const all = DOMAINS.map((domain) => `failed ${domain}`).toSorted();

  test('tell each notice once', async () => {
    const calls = await Promise.all(Array.from({ length: 5 }, () => sender()));
    // Those that came while one was at it have left it all to that one.
    expect(calls.filter((told) => told.length > 0)).toHaveLength(1);
    const rest = await sender();
    expect([...calls.flat(), ...rest].toSorted()).toEqual(all);
    expect(mails()).toEqual(EACH_ONCE);
  });

  test('tell each notice once even if they think that nobody else is at it', async () => {
    // As if each run took longer than a lease is good for.
    const lost = `add_filter( 'query', static function ( $query ) { return preg_match( '/closte_sync_lease_send/', $query ) ? "INSERT IGNORE INTO wp_options (option_name, option_value, autoload) VALUES ('" . uniqid( 'test_lease_', true ) . "', '1', 'no')" : $query; } );`;
    const calls = await Promise.all(Array.from({ length: 5 }, () => sender(lost)));
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->query( "DELETE FROM wp_options WHERE option_name LIKE 'test_lease_%'" );`,
    );
    expect(calls.flat().toSorted()).toEqual(all);
    expect(mails()).toEqual(EACH_ONCE);
  });
});
