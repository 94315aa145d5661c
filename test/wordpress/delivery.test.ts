import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Behaviour } from './support/recorder.ts';
import { type Rig, startRig } from './support/rig.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  await rig.functions.comeBack();
  rig.functions.release();
  rig.wordpress.define({
    TEST_ULTIMATE_MULTISITE: null,
    TEST_ACTION_SCHEDULER: null,
    TEST_HTTP_TIMEOUT: null,
    TEST_LOOPBACK: null,
  });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const map = (domain: string) => rig.wordpress.php('test_map( $args["domain"] );', { domain });
const unmap = (domain: string) => rig.wordpress.php('test_unmap( $args["domain"] );', { domain });
const runSender = () => rig.wordpress.php('return Closte_Domain_Sync_Sender::run();');
const sent = () => rig.functions.received.map(({ path, body }) => `${path.split('/').at(-1)} ${body.domain}`);

async function onlyRow() {
  const rows = await rig.wordpress.rows();
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Seconds from now until the next attempt, give or take what the test itself takes. */
async function secondsToNextTry(): Promise<number> {
  const { next_try } = await onlyRow();
  return next_try - Math.floor(Date.now() / 1000);
}

describe('an event', () => {
  test('is signed, and says what the functions need', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(`test_site( 'shop.network.test' );
      update_network_option( null, 'test_wu_settings', array( 'dns_check_interval' => '45', 'auto_create_www_subdomain' => 'never' ) );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );
      wu_get_domain_by_domain( 'shop.network.test' )->delete();`);
    const rows = await rig.wordpress.rows();
    await rig.wordpress.cron();
    expect(rig.functions.received).toMatchObject([
      {
        method: 'POST',
        path: '/functions/map',
        verified: true,
        id: rows[0]?.event_id,
        headers: { 'content-type': 'application/json' },
        body: {
          type: 'domain.mapped',
          domain: 'shop.example.com',
          site_id: 2,
          network_domain: 'network.test',
          interval: 45,
        },
      },
      { path: '/functions/map', verified: true, body: { domain: 'shop.network.test' } },
    ]);
    expect(await rig.wordpress.rows()).toMatchObject([
      { state: 'sent', stage: 'checking-dns' },
      { state: 'sent', stage: 'checking-dns' },
    ]);
  });

  test.each([
    { setting: '5', interval: 10 },
    { setting: 4000, interval: 300 },
  ])('has an interval from 10 to 300: $setting is $interval', async ({ setting, interval }) => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(
      `update_network_option( null, 'test_wu_settings', array( 'dns_check_interval' => $args['setting'] ) );
       test_site( 'shop.network.test' );`,
      { setting },
    );
    await rig.wordpress.cron();
    expect(rig.functions.received[0]?.body.interval).toBe(interval);
  });

  test('of a removal goes to unmap, and the table remembers that the domain was once wanted', async () => {
    await map('shop.example.com');
    await rig.wordpress.cron();
    await unmap('shop.example.com');
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com', 'unmap shop.example.com']);
    expect(await onlyRow()).toMatchObject({ wanted: 'removed', state: 'sent', stage: 'removed' });
    const [first, second] = rig.functions.received;
    expect([first?.body.type, second?.body.type]).toEqual(['domain.mapped', 'domain.removed']);
    expect(first?.id).not.toBe(second?.id);
  });

  test('is not sent again once the functions have taken it', async () => {
    await map('shop.example.com');
    await rig.wordpress.cron();
    await map('shop.example.com');
    await rig.wordpress.advance(DAY);
    await rig.wordpress.cron();
    expect(rig.functions.received).toHaveLength(1);
  });
});

describe('the page that a person waits for', () => {
  /** Creates a site in the network's admin screens, as a person does. */
  async function addSite(name: string) {
    const login = await rig.wordpress.php<{ cookie: string; nonce: string }>(`
      $expires = time() + 3600; $token = WP_Session_Tokens::get_instance( 1 )->create( $expires );
      $cookies = array();
      foreach ( array( 'auth' => AUTH_COOKIE, 'logged_in' => LOGGED_IN_COOKIE ) as $scheme => $cookie ) {
        $_COOKIE[ $cookie ] = wp_generate_auth_cookie( 1, $expires, $scheme, $token );
        $cookies[] = $cookie . '=' . rawurlencode( $_COOKIE[ $cookie ] );
      }
      wp_set_current_user( 1 );
      return array( 'cookie' => implode( '; ', $cookies ), 'nonce' => wp_create_nonce( 'add-blog' ) );`);
    const form = {
      'blog[domain]': name,
      'blog[title]': name,
      'blog[email]': 'admin@network.test',
      '_wpnonce_add-blog': login.nonce,
    };
    return rig.wordpress.ask('/wp-admin/network/site-new.php?action=add-site', {
      method: 'POST',
      headers: { Cookie: login.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  }

  test('is answered while the functions hang: nothing is sent in its own request', async () => {
    rig.functions.behaves('hangs');
    const page = await addSite('shop');
    expect(page.headers.location).toContain('update=added');
    expect(rig.functions.received).toEqual([]);
    expect(await onlyRow()).toMatchObject({ domain: 'shop.network.test', state: 'waiting' });

    rig.functions.behaves('works');
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.network.test']);
  });

  test('wakes the sender, so that the event goes out soon after it', async () => {
    rig.wordpress.define({ TEST_LOOPBACK: true });
    rig.functions.behaves('hangs');
    const arrival = rig.functions.next();
    await addSite('shop');
    expect(await arrival).toMatchObject({ verified: true, body: { domain: 'shop.network.test' } });
  });
});

describe('what fails', () => {
  const retried: { name: string; behaviour: Behaviour }[] = [
    ...[401, 403, 404, 405, 408, 409, 429, 500, 502, 503].map((status) => ({
      name: `an answer ${status}`,
      behaviour: { status, body: { code: 'queue-unavailable', detail: 'try again' } },
    })),
    { name: 'an answer of somebody else', behaviour: { status: 200, body: '<html>Welcome</html>' } },
    { name: 'an answer about another event', behaviour: { status: 202, body: { mapping_id: 'evt_other' } } },
  ];

  test('is tried again with the same id and a time and signature of its own, whatever the failure was', async () => {
    await map('shop.example.com');
    const begun: number[] = [];
    for (const { name, behaviour } of retried) {
      rig.functions.behaves(behaviour);
      begun.push(Math.floor(Date.now() / 1000));
      await runSender();
      const { state, message } = await onlyRow();
      expect({ name, state }).toEqual({ name, state: 'waiting' });
      expect(message).not.toBe('');
      await rig.wordpress.advance(DAY);
    }
    rig.functions.behaves('works');
    await runSender();
    expect(await onlyRow()).toMatchObject({ state: 'sent', attempts: retried.length + 1 });
    expect(rig.functions.received).toHaveLength(retried.length + 1);
    expect(rig.functions.received.every(({ verified }) => verified)).toBe(true);
    expect(new Set(rig.functions.received.map(({ id }) => id)).size).toBe(1);
    const tooOld = begun.filter((time, index) => Number(rig.functions.received[index]?.timestamp) < time);
    expect(tooOld).toEqual([]);
  });

  test('is tried again after 1, 5 and 30 minutes, 2 and 12 hours, then daily', async () => {
    await map('shop.example.com');
    rig.functions.behaves({ status: 503 });
    for (const wait of [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, DAY, DAY]) {
      await rig.wordpress.cron();
      const seconds = await secondsToNextTry();
      expect(seconds).toBeGreaterThan(wait - 20);
      expect(seconds).toBeLessThanOrEqual(wait);
      const before = rig.functions.received.length;
      await rig.wordpress.advance(wait - 30);
      await rig.wordpress.cron();
      expect(rig.functions.received).toHaveLength(before);
      await rig.wordpress.advance(30);
    }
    expect(rig.functions.received).toHaveLength(7);
  });

  test('does not begin the time of a stage; what the functions take does', async () => {
    await map('shop.example.com');
    rig.functions.behaves({ status: 503 });
    await rig.wordpress.advance(HOUR);
    await rig.wordpress.cron();
    const waiting = await onlyRow();
    expect(waiting.updated_at).toBe(waiting.wished_at);
    rig.functions.behaves('works');
    await rig.wordpress.advance(HOUR);
    await rig.wordpress.cron();
    const sent = await onlyRow();
    expect(sent).toMatchObject({ state: 'sent', stage: 'checking-dns' });
    expect(sent.updated_at - sent.wished_at).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('because nothing listens there is tried again when something does', async () => {
    await rig.functions.goDown();
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'waiting', attempts: 1, stage: '' });
    await rig.functions.comeBack();
    await rig.wordpress.advance(MINUTE);
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'sent', attempts: 2, message: '' });
  });

  test('because of silence is tried again, and the rest is not made to wait for the same silence', async () => {
    rig.wordpress.define({ TEST_HTTP_TIMEOUT: '1' });
    await map('one.example.com');
    await map('two.example.com');
    rig.functions.behaves('hangs');
    await runSender();
    expect(rig.functions.received).toHaveLength(1);
    rig.functions.behaves('works');
    await rig.wordpress.advance(MINUTE);
    await rig.wordpress.cron();
    expect(await rig.wordpress.rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(sent().toSorted()).toEqual(['map one.example.com', 'map one.example.com', 'map two.example.com']);
  });

  test.each([400, 413, 415, 422])(
    'because the event itself is at fault (%d) is final, with its reason',
    async (status) => {
      rig.functions.behaves({ status, body: { code: 'invalid-domain', detail: 'it is a public suffix' } });
      await map('co.uk');
      await rig.wordpress.cron();
      await rig.wordpress.advance(DAY);
      await rig.wordpress.cron();
      expect(rig.functions.received).toHaveLength(1);
      const { state, message } = await onlyRow();
      expect(state).toBe('refused');
      expect(message).toBe(`The functions answered ${status}: invalid-domain: it is a public suffix`);
    },
  );

  test.each(['another-network', 'still-wanted', 'unheard-of', 'held-elsewhere'])(
    'because WordPress or Closte says otherwise (409 %s) is not repeated that day, with its reason',
    async (code) => {
      rig.functions.behaves({ status: 409, body: { code, detail: 'it is so' } });
      await map('shop.example.com');
      await rig.wordpress.cron();
      await rig.wordpress.advance(DAY / 2);
      await rig.wordpress.cron();
      expect(rig.functions.received).toHaveLength(1);
      expect(await onlyRow()).toMatchObject({
        state: 'refused',
        message: `The functions answered 409: ${code}: it is so`,
      });
    },
  );

  test.each(['update-the-plugin', 'closte-unavailable'])(
    'for now only (503 %s) is kept and repeated',
    async (code) => {
      rig.functions.behaves({ status: 503, body: { code, detail: 'later' } });
      await map('shop.example.com');
      await rig.wordpress.cron();
      rig.functions.behaves('works');
      await rig.wordpress.advance(MINUTE);
      await rig.wordpress.cron();
      expect(await onlyRow()).toMatchObject({ state: 'sent', attempts: 2 });
    },
  );

  test('for good with the version before is sent once more by the first run of this one, and only by that', async () => {
    rig.functions.behaves({ status: 422, body: { code: 'invalid-request', detail: 'no' } });
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'refused' });
    // The version before did not know this option.
    await rig.wordpress.php('delete_network_option( 1, "closte_sync_update" );');
    for (let runs = 0; runs < 3; runs++) {
      await rig.wordpress.advance(DAY);
      await rig.wordpress.cron();
    }
    expect(rig.functions.received).toHaveLength(2);
    rig.functions.behaves('works');
    await rig.wordpress.php('delete_network_option( 1, "closte_sync_update" );');
    await rig.wordpress.advance(DAY);
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'sent' });
  });

  test.each([400, 413, 415, 422])('a %d that is not of the functions is tried again', async (status) => {
    rig.functions.behaves({ status, body: '<html>Bad Gateway of somebody else</html>' });
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  test('is not carried elsewhere by a redirect', async () => {
    rig.functions.behaves({ status: 307, headers: { Location: `${rig.functions.url}/elsewhere` } });
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(rig.functions.received.map(({ path }) => path)).toEqual(['/functions/map']);
    expect(await onlyRow()).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  test('does not keep other domains from being told', async () => {
    await map('bad.example.com');
    await map('good.example.com');
    rig.functions.behaves(({ body }) => (body.domain === 'bad.example.com' ? { status: 500 } : 'works'));
    await rig.wordpress.cron();
    expect(await rig.wordpress.rows()).toMatchObject([{ state: 'waiting' }, { state: 'sent' }]);
  });
});

describe('the latest wish wins', () => {
  test('an event that was never sent is replaced by the newer one', async () => {
    await map('shop.example.com');
    await unmap('shop.example.com');
    await rig.wordpress.cron();
    expect(sent()).toEqual(['unmap shop.example.com']);
  });

  test('a newer event does not wait for the schedule of the one before', async () => {
    rig.functions.behaves({ status: 503 });
    await map('shop.example.com');
    await rig.wordpress.cron();
    rig.functions.behaves('works');
    await unmap('shop.example.com');
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com', 'unmap shop.example.com']);
  });

  test('a newer event waits while an older one is on its way, and is not lost by its outcome', async () => {
    rig.functions.behaves('hangs');
    await map('shop.example.com');
    const sending = runSender();
    const first = await rig.functions.next();
    await unmap('shop.example.com');
    await runSender();
    expect(rig.functions.received).toHaveLength(1);

    rig.functions.behaves('works');
    rig.functions.release();
    await sending;
    expect(sent()).toEqual(['map shop.example.com', 'unmap shop.example.com']);
    const row = await onlyRow();
    expect(row).toMatchObject({ wanted: 'removed', state: 'sent' });
    expect(row.event_id).not.toBe(first.id);
  });

  test('a refusal of an older event says nothing about the newer one', async () => {
    rig.functions.behaves('hangs');
    rig.wordpress.define({ TEST_HTTP_TIMEOUT: '1' });
    await map('shop.example.com');
    const sending = runSender();
    await rig.functions.next();
    await unmap('shop.example.com');
    await sending;
    expect(await onlyRow()).toMatchObject({ wanted: 'removed', state: 'waiting', attempts: 0, message: '' });
  });
});

describe('nothing is lost and nothing doubled', () => {
  test('senders side by side send each event once', async () => {
    const domains = Array.from({ length: 20 }, (_, index) => `shop${index}.example.com`);
    await rig.wordpress.php('foreach ( $args["domains"] as $d ) { test_map( $d ); }', {
      domains,
    });
    await Promise.all([runSender(), runSender(), runSender()]);
    expect(rig.functions.received.map(({ body }) => body.domain).toSorted()).toEqual(domains.toSorted());
  });

  test('a sender leaves an event alone that another one took after it looked', async () => {
    await map('shop.example.com');
    const counts = await rig.wordpress.php(`
      $other = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
      add_filter( 'query', static function ( $query ) use ( $other ) {
        if ( 0 === strpos( $query, 'UPDATE wp_closte_sync SET claim' ) ) {
          $other->query( "UPDATE wp_closte_sync SET claim = 'other', claimed_until = UNIX_TIMESTAMP() + 300" );
        }
        return $query;
      } );
      return Closte_Domain_Sync_Sender::run();`);
    expect(counts).toEqual({ sent: 0, waiting: 0, refused: 0 });
    expect(rig.functions.received).toEqual([]);
  });

  test('requests side by side that want the same make one event', async () => {
    await Promise.all([map('shop.example.com'), map('shop.example.com'), map('shop.example.com')]);
    await runSender();
    expect(rig.functions.received).toHaveLength(1);
  });

  test('a request that is killed after it wrote the wish is made good by the sweep', async () => {
    const killed = await rig.wordpress.phpProcess(
      'test_map( "shop.example.com" ); posix_kill( getmypid(), SIGKILL );',
    );
    expect(killed.signal).toBe('SIGKILL');
    expect(await rig.wordpress.php('return wp_next_scheduled( "closte_sync_send" );')).toBe(false);
    await rig.wordpress.advance(5 * MINUTE);
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com']);
  });

  test('a sender that is killed after the functions took the event sends it again with the same id', async () => {
    await map('shop.example.com');
    const killed = await rig.wordpress.phpProcess(
      `add_action( 'http_api_debug', static function () { posix_kill( getmypid(), SIGKILL ); } );
       Closte_Domain_Sync_Sender::run();`,
    );
    expect(killed.signal).toBe('SIGKILL');
    await rig.wordpress.cron();
    expect(rig.functions.received).toHaveLength(1);

    await rig.wordpress.advance(5 * MINUTE);
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com', 'map shop.example.com']);
    expect(new Set(rig.functions.received.map(({ id }) => id)).size).toBe(1);
    expect(await onlyRow()).toMatchObject({ state: 'sent' });
  });

  test('what a job of WP-Cron wishes is sent in the same run', async () => {
    await rig.wordpress.cron();
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->insert( test_records(), array( 'blog_id' => test_home(), 'domain' => 'shop.example.com' ) );
       wp_schedule_single_event( time(), 'wu_add_domain', array( 'shop.example.com', 2 ) );`,
    );
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map shop.example.com']);
  });

  test('while nobody visits, the hooks of a site far from the main one reach the functions, too', async () => {
    await rig.wordpress.php(`wp_insert_site( array( 'domain' => 'shop.network.test', 'path' => '/', 'network_id' => 1 ) );
      switch_to_blog( 2 ); test_map( 'shop.example.com' );`);
    await rig.wordpress.cron();
    expect(sent().toSorted()).toEqual(['map shop.example.com', 'map shop.network.test']);
  });
});

describe('with Action Scheduler', () => {
  const actions = () =>
    rig.wordpress.php<{ at: number; hook: string }[]>('return get_option( "test_actions", array() );');
  const runActions = () => rig.wordpress.php('test_run_actions();');

  test('it runs the sender, now and for each later attempt, and WP-Cron does not', async () => {
    rig.wordpress.define({ TEST_ACTION_SCHEDULER: true });
    rig.functions.behaves({ status: 503 });
    await map('one.example.com');
    await map('two.example.com');
    expect(await actions()).toMatchObject([{ hook: 'closte_sync_send', group: 'closte-domain-sync' }]);
    expect(await rig.wordpress.php('return wp_next_scheduled( "closte_sync_send" );')).toBe(false);

    await runActions();
    expect(rig.functions.received).toHaveLength(2);
    const [next] = await actions();
    expect((next?.at ?? 0) - Math.floor(Date.now() / 1000)).toBeGreaterThan(MINUTE - 20);

    rig.functions.behaves('works');
    await rig.wordpress.advance(MINUTE);
    await runActions();
    expect(await rig.wordpress.rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(await actions()).toEqual([]);
  });
});

describe('a database in trouble', () => {
  test('that could not make the table is asked again by the next request', async () => {
    await rig.wordpress.php(
      `global $wpdb;
       $wpdb->query( 'DROP TABLE wp_closte_sync, wp_closte_sync_seen' );
       delete_network_option( null, 'closte_sync_schema' );
       ini_set( 'error_log', '/dev/null' );
       $wpdb->suppress_errors();
       add_filter( 'query', static function ( $query ) { return str_replace( 'CREATE TABLE', 'CREATE NOTHING', $query ); } );
       test_map( 'first.example.com' );`,
    );
    await map('second.example.com');
    expect(await rig.wordpress.rows()).toMatchObject([{ domain: 'second.example.com', wanted: 'mapped' }]);
  });

  test('that cannot write a wish the first time is asked once more', async () => {
    await rig.wordpress.php(
      `global $wpdb;
       $wpdb->suppress_errors();
       $failed = false;
       add_filter( 'query', static function ( $query ) use ( &$failed ) {
         if ( $failed || 0 !== strpos( $query, 'INSERT INTO wp_closte_sync ' ) ) { return $query; }
         $failed = true;
         return 'INSERT INTO nowhere VALUES (1)';
       } );
       test_map( 'shop.example.com' );`,
    );
    expect(await rig.wordpress.rows()).toMatchObject([{ domain: 'shop.example.com', wanted: 'mapped' }]);
  });

  test('that cannot take an event for a sender ends the sender, not its own peace', async () => {
    await map('shop.example.com');
    const claimed = await rig.wordpress.php(
      `global $wpdb;
       $wpdb->suppress_errors();
       add_filter( 'query', static function ( $query ) { return str_replace( 'SET claim =', 'SET no_such_column =', $query ); } );
       return Closte_Domain_Sync_Event_Queue::claim( 'me' );`,
    );
    expect(claimed).toBeNull();
    await rig.wordpress.cron();
    expect(await onlyRow()).toMatchObject({ state: 'sent' });
  });
});
