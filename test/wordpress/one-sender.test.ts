import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

const HOUR = 3600;

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.functions.release();
  rig.wordpress.define({ TEST_ACTION_SCHEDULER: null });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const php = <Result = unknown>(code: string) =>
  rig.wordpress.php<Result>(`$wpdb = $GLOBALS['wpdb']; ini_set( 'error_log', '/dev/null' ); ${code}`);
const sent = () => rig.functions.received.map(({ path, body }) => `${path.split('/').at(-1)} ${body.domain}`);

describe('one sender at a time', () => {
  test('whoever comes while another one sends leaves it all to that one', async () => {
    await php(`foreach ( array( 'a', 'b', 'c' ) as $name ) { test_map( "$name.example.com" ); }`);
    rig.functions.behaves('hangs');
    const sending = php('return Closte_Domain_Sync_Sender::run();');
    await rig.functions.next();
    const others = await Promise.all([1, 2, 3].map(() => php('return Closte_Domain_Sync_Sender::run();')));
    expect(others).toEqual(Array(3).fill({ sent: 0, waiting: 0, refused: 0 }));
    expect(rig.functions.received).toHaveLength(1);
    rig.functions.behaves('works');
    rig.functions.release();
    expect(await sending).toMatchObject({ sent: 3 });
  });

  test('a retry by hand says that another one sends, not that all is well', async () => {
    await php(`test_map( 'shop.example.com' ); ( new Closte_Domain_Sync_Lease( 'send' ) )->take();`);
    expect(
      await rig.wordpress.php('return WP_CLI::run( "closte-sync", "retry", array(), array() );', {
        wp_cli: true,
      }),
    ).toEqual([1, [expect.stringContaining('Another run is sending')]]);
  });

  test('a lease that nobody gave back is free again after two minutes', async () => {
    await php(`test_map( 'shop.example.com' ); ( new Closte_Domain_Sync_Lease( 'send' ) )->take();`);
    expect(await php('return Closte_Domain_Sync_Sender::run();')).toMatchObject({ sent: 0 });
    await rig.wordpress.advance(121);
    expect(await php('return Closte_Domain_Sync_Sender::run();')).toMatchObject({ sent: 1 });
  });

  test('of two that find a lease free, one gets it; whoever lost it does not give it back', async () => {
    expect(
      await php(`
        $other = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
        $wpdb->query( "INSERT INTO wp_options (option_name, option_value) VALUES ('closte_sync_lease_send', '1 old')" );
        add_filter( 'query', static function ( $query ) use ( $other ) {
          if ( 0 === strpos( $query, 'UPDATE wp_options SET option_value' ) ) {
            $other->query( "UPDATE wp_options SET option_value = '99999999999 other' WHERE option_name = 'closte_sync_lease_send'" );
          }
          return $query;
        } );
        $lease = new Closte_Domain_Sync_Lease( 'send' );
        $taken = $lease->take();
        $lease->give_back();
        return array( $taken, $wpdb->get_var( "SELECT option_value FROM wp_options WHERE option_name = 'closte_sync_lease_send'" ) );`),
    ).toEqual([false, '99999999999 other']);
  });
});

describe('a database in trouble', () => {
  test('a replica that lags behind is not read without end', async () => {
    const reads = await php<number>(`test_map( 'shop.example.com' );
      $reads = 0;
      add_filter( 'query', static function ( $query ) use ( &$reads ) {
        if ( preg_match( '/^SELECT \\* FROM wp_closte_sync WHERE state/', $query ) ) { ++$reads; }
        return str_replace( 'UPDATE wp_closte_sync SET claim', 'UPDATE wp_closte_sync SET message = message, claim', str_replace( "AND state = 'waiting' AND claimed_until", "AND state = 'sent' AND claimed_until", $query ) );
      } );
      Closte_Domain_Sync_Sender::run();
      return $reads;`);
    expect(reads).toBe(3);
    expect(sent()).toEqual([]);
  });

  test('a row that cannot be repaired is not tried without end', async () => {
    const reads = await php<number>(`test_map( 'shop.example.com' );
      $wpdb->query( "UPDATE wp_closte_sync SET wanted = 'removed'" );
      $wpdb->suppress_errors();
      $reads = 0;
      add_filter( 'query', static function ( $query ) use ( &$reads ) {
        if ( preg_match( '/^SELECT \\* FROM wp_closte_sync WHERE state/', $query ) ) { ++$reads; }
        return str_replace( 'INSERT INTO wp_closte_sync', 'INSERT INTO nowhere', $query );
      } );
      Closte_Domain_Sync_Sender::run();
      return $reads;`);
    expect(reads).toBe(2);
    expect(sent()).toEqual([]);
  });

  test('a database that cannot be written to sends nothing and comes to an end', async () => {
    expect(
      await php(`test_map( 'shop.example.com' ); $wpdb->suppress_errors();
        add_filter( 'query', static fn( $query ) => preg_match( '/^(INSERT|UPDATE|DELETE)/', $query ) ? 'INSERT INTO nowhere VALUES (1)' : $query );
        return Closte_Domain_Sync_Sender::run();`),
    ).toEqual({ sent: 0, waiting: 0, refused: 0 });
    expect(sent()).toEqual([]);
  });
});

describe('what other plugins throw', () => {
  test('Action Scheduler without its tables keeps neither the page from ending nor the sender from being woken', async () => {
    rig.wordpress.define({ TEST_ACTION_SCHEDULER: true });
    const seen = await php(`
      $seen = array();
      add_filter( 'pre_http_request', static function ( $result, $args, $url ) use ( &$seen ) { $seen[] = 'woken'; return $result; }, 1, 3 );
      add_filter( 'pre_update_option_test_actions', static function () use ( &$seen ) { $seen[] = 'thrown'; throw new Error( 'no tables' ); } );
      test_map( 'shop.example.com' );
      Closte_Domain_Sync_Schedule::hand_over();
      remove_action( 'shutdown', array( 'Closte_Domain_Sync_Schedule', 'hand_over' ), PHP_INT_MAX );
      return array( $seen, is_int( wp_next_scheduled( 'closte_sync_send' ) ) );`);
    expect(seen).toEqual([['woken', 'thrown'], true]);
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com']);
  });

  test('an error in a filter of the HTTP client is an attempt that failed, and the lease is free afterwards', async () => {
    expect(
      await php(`test_map( 'shop.example.com' );
        add_filter( 'http_request_args', static function () { throw new Error( 'another plugin' ); } );
        Closte_Domain_Sync_Schedule::sweep();
        return array( test_rows()[0]['message'], $wpdb->get_var( "SELECT COUNT(*) FROM wp_options WHERE option_name LIKE 'closte_sync_lease%'" ) );`),
    ).toEqual([expect.stringContaining('another plugin'), '0']);
    await rig.wordpress.advance(300);
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com']);
  });
});

describe('neither WP-Cron nor a call to itself works', () => {
  const ADMIN = `set_current_screen( 'dashboard-network' ); Closte_Domain_Sync_Loopback::stand_in();`;
  const page = () => php(`require_once ABSPATH . 'wp-admin/includes/admin.php'; ${ADMIN}`);
  const health = () =>
    php<[string, string]>(
      '$r = Closte_Domain_Sync_Sweep_Health::sweep(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
    );

  test('the requests of people in the admin screens send, and Site Health names the cause', async () => {
    await rig.wordpress.cron();
    await php(`test_map( 'shop.example.com' );`);
    await rig.wordpress.advance(HOUR);
    await page();
    expect(sent()).toEqual([]);
    await rig.wordpress.advance(2 * HOUR);
    const [status, text] = await health();
    expect(status).toBe('recommended');
    expect(text).toContain('WP-Cron has not run for 2 hours');
    expect(text).toContain('WordPress does not reach itself either');
    await page();
    expect(sent()).toEqual(['map shop.example.com']);
    await rig.wordpress.advance(25 * HOUR);
    expect((await health())[0]).toBe('critical');
  });

  test('where WordPress reaches itself, it is woken instead', async () => {
    await rig.wordpress.cron();
    await php(`test_map( 'shop.example.com' );`);
    await rig.wordpress.advance(3 * HOUR);
    await php('Closte_Domain_Sync_Loopback::heard();');
    await page();
    expect(sent()).toEqual([]);
    expect((await health())[1]).not.toContain('WordPress does not reach itself');
  });

  test('a real page of the admin screens does it in its tail', async () => {
    await rig.wordpress.cron();
    await php(`test_map( 'shop.example.com' );`);
    await rig.wordpress.advance(3 * HOUR);
    expect((await rig.wordpress.ask('/wp-admin/admin-post.php')).status).toBe(200);
    expect(sent()).toEqual(['map shop.example.com']);
  });
});
