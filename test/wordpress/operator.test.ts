import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { READY } from './support/recorder.ts';
import { API_KEY, type Rig, SECRET, startRig } from './support/rig.ts';

const NOT_READY = {
  ready: false,
  checks: [
    {
      check: 'closte-key',
      state: 'bad',
      title: 'Closte refuses the key',
      remedy: 'Set CLOSTE_CLIENT_API_KEY anew.',
    },
    ...READY.checks.slice(1, 3),
    { check: 'resolvers', state: 'bad', title: 'No resolver answers.', remedy: '<Look> at DNS_RESOLVERS.' },
  ],
};

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});

afterEach(async () => {
  await rig.functions.comeBack();
  rig.wordpress.define({
    CLOSTE_SYNC_URL: rig.functions.url,
    CLOSTE_CLIENT_API_KEY: API_KEY,
    CLOSTE_SYNC_SECRET: null,
    TEST_ULTIMATE_MULTISITE: null,
    SAVEQUERIES: null,
  });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const tables = () =>
  rig.wordpress.php('return $GLOBALS["wpdb"]->get_col( "SHOW TABLES LIKE \'%closte%\'" );');
const map = (domain: string) => rig.wordpress.php('test_map( $args["domain"] );', { domain });

test('the tables are made when they are first needed; until then, and afterwards, a page pays nothing', async () => {
  const queries = () =>
    rig.wordpress.php(
      'return array_values( preg_grep( "/closte/", array_column( $GLOBALS["wpdb"]->queries, 0 ) ) );',
    );
  rig.wordpress.define({ SAVEQUERIES: true });
  await rig.wordpress.cron();
  await rig.wordpress.php(
    '$GLOBALS["wpdb"]->query( "DROP TABLE wp_closte_sync, wp_closte_sync_seen, wp_closte_sync_notices" ); delete_network_option( 1, "closte_sync_schema" );',
  );
  expect((await rig.wordpress.ask('/')).status).toBe(200);
  expect(await tables()).toEqual([]);
  await map('shop.example.com');
  expect(await tables()).toEqual(['wp_closte_sync', 'wp_closte_sync_notices', 'wp_closte_sync_seen']);
  expect(await queries()).toEqual([]);
});

describe('settings', () => {
  const health = () =>
    rig.wordpress.php<[string, string]>(`
      $tests = apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) );
      $result = call_user_func( $tests['direct']['closte-sync-settings']['test'] );
      return array( $result['status'], wp_strip_all_tags( $result['description'] ) );`);

  test.each([
    { constants: { CLOSTE_SYNC_URL: null }, says: 'The constant CLOSTE_SYNC_URL is missing' },
    {
      constants: { CLOSTE_SYNC_URL: 'functions.example' },
      says: 'The constant CLOSTE_SYNC_URL is not an address',
    },
    { constants: { CLOSTE_CLIENT_API_KEY: null }, says: 'The constant CLOSTE_CLIENT_API_KEY is missing' },
    { constants: { CLOSTE_SYNC_SECRET: 'secret' }, says: 'The constant CLOSTE_SYNC_SECRET is not a secret' },
  ])('without a good one the plugin only says so: $says', async ({ constants, says }) => {
    rig.wordpress.define(constants as unknown as Record<string, string | null>);
    const [status, text] = await health();
    expect(status).toBe('critical');
    expect(text).toContain(says);
    await map('shop.example.com');
    expect(await rig.wordpress.rows()).toEqual([]);
    expect(
      (await rig.wordpress.ask('/wp-json/closte-domain-sync/v1/domains', { method: 'POST' })).status,
    ).toBe(404);
  });

  test('the key of Closte’s API alone is enough', async () => {
    expect(await health()).toEqual([
      'good',
      'Every domain that is mapped or removed is told to the functions.',
    ]);
    expect(await rig.wordpress.php('return Closte_Domain_Sync_Settings::secret();')).toBe(
      derivedSecret(API_KEY),
    );
  });

  test('CLOSTE_SYNC_SECRET goes before it', async () => {
    rig.wordpress.define({ CLOSTE_SYNC_SECRET: SECRET, CLOSTE_CLIENT_API_KEY: 'another key' });
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(rig.functions.received).toMatchObject([{ verified: true }]);
  });
});

describe('Site Health', () => {
  const result = (test: string) =>
    rig.wordpress.php<[string, string]>(
      '$r = Closte_Domain_Sync_Site_Health::{$args["test"]}(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
      { test },
    );

  test('says that Ultimate Multisite calls Closte too, and how to switch that off', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    expect((await result('integration'))[0]).toBe('good');
    await rig.wordpress.php(
      'update_network_option( null, "wu_host_integrations_enabled", array( "closte" => true ) );',
    );
    const [status, text] = await result('integration');
    expect(status).toBe('recommended');
    expect(text).toContain('Switch it off');
  });

  test('says how many events wait and since when, and what was refused', async () => {
    expect(await result('events')).toEqual(['good', 'No event waits.']);
    await map('one.example.com');
    await map('two.example.com');
    expect((await result('events'))[0]).toBe('good');
    await rig.wordpress.advance(3 * 3600);
    expect(await result('events')).toEqual([
      'recommended',
      '2 events wait to be sent, the oldest since 3 hours.',
    ]);
    rig.functions.behaves({ status: 422, body: { code: 'invalid-domain', detail: 'no' } });
    await rig.wordpress.cron();
    const [status, text] = await result('events');
    expect(status).toBe('recommended');
    expect(text).toContain('The functions refused 2 events');
  });

  test('says whether the functions answer', async () => {
    expect(await result('functions')).toEqual([
      'good',
      'They answer and accept the signature of this network.',
    ]);
    expect(rig.functions.received).toMatchObject([
      { method: 'GET', path: '/functions/status', verified: true, headers: { accept: 'application/json' } },
    ]);
    rig.wordpress.define({ CLOSTE_CLIENT_API_KEY: 'another key' });
    expect((await result('functions'))[1]).toContain('do not accept the signature');
    await rig.functions.goDown();
    const [status, text] = await result('functions');
    expect(status).toBe('critical');
    expect(text).toContain('could not be reached');
  });

  test('says what is bad and what to do about it, and nothing of the rest', async () => {
    rig.functions.behaves({ status: 200, body: NOT_READY });
    expect(await result('functions')).toEqual([
      'critical',
      'Closte refuses the key. Set CLOSTE_CLIENT_API_KEY anew.No resolver answers. &lt;Look&gt; at DNS_RESOLVERS.',
    ]);
  });

  test.each([
    {
      answer: 'that status is not there',
      status: 404,
      body: '<html>',
      says: 'There is no function status at',
    },
    { answer: 'an error', status: 500, body: { code: 'not-configured', detail: 'no key' }, says: 'no key' },
    {
      answer: 'a page of somebody else',
      status: 200,
      body: '<html>',
      says: 'not one that the functions give',
    },
    { answer: 'another JSON', status: 200, body: { ready: 'yes', checks: [] }, says: 'not one that the' },
    { answer: 'no checks', status: 200, body: { ready: true }, says: 'not one that the' },
    {
      answer: 'checks of no kind',
      status: 200,
      body: { ready: true, checks: ['good'] },
      says: 'not one that the',
    },
  ])('does not take $answer for one of the functions', async ({ status, body, says }) => {
    rig.functions.behaves({ status, body });
    const [state, text] = await result('functions');
    expect(state).toBe('critical');
    expect(text).toContain(says);
  });

  test('answers its own page about the functions to those who may see it', async () => {
    const ask = `
      $_REQUEST['_ajax_nonce'] = wp_create_nonce( 'health-check-site-status' );
      add_filter( 'wp_doing_ajax', '__return_true' );
      add_filter( 'wp_die_ajax_handler', static fn() => static function () { throw new Exception(); } );
      ob_start();
      try { do_action( 'wp_ajax_health-check-closte-sync-functions' ); } catch ( Exception $e ) {}
      return json_decode( ob_get_clean(), true );`;
    expect(
      await rig.wordpress.php(
        `wp_set_current_user( 1 ); require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php'; ${ask}`,
      ),
    ).toMatchObject({
      success: true,
      data: { status: 'good', test: 'closte-sync-functions' },
    });
    expect(await rig.wordpress.php(ask)).toMatchObject({ success: false });
  });
});

describe('wp closte-sync', () => {
  async function wp(command: string, ...args: string[]) {
    const words = args.filter((word) => !word.startsWith('--'));
    const options = Object.fromEntries(
      args
        .filter((word) => word.startsWith('--'))
        .map((word) => [...word.slice(2).split('='), true].slice(0, 2)),
    );
    const [code, output] = await rig.wordpress.php<[number, (string | object)[]]>(
      'return WP_CLI::run( "closte-sync", $args["command"], $args["words"], $args["options"] );',
      { wp_cli: true, command, words, options },
    );
    return { code, output };
  }

  const EXISTING = `
    test_site( 'shop.network.test' ); test_site( 'native.example.com' );
    $GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );
    test_record( 1, 2, 'shop.network.test', 'done' ); test_record( 2, 2, 'shop.example.com', 'done' );
    test_record( 3, 77, 'orphan.example.com', 'done' ); test_record( 4, 2, 'gone.example.com' );
    $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' );
    wp_clear_scheduled_hook( 'closte_sync_send' );`;

  test('import fills the table from the records and the sites, and sends nothing', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(EXISTING);
    expect(await wp('import')).toEqual({ code: 0, output: ['Success: 7 domains were added.'] });
    expect(
      (await rig.wordpress.rows()).map(({ domain, site_id, state, stage }) => [
        domain,
        site_id,
        state,
        stage,
      ]),
    ).toEqual([
      ['gone.example.com', 2, 'sent', 'checking-dns'],
      ['native.example.com', 3, 'sent', ''],
      ['shop.example.com', 2, 'sent', 'done'],
      ['shop.network.test', 2, 'sent', 'done'],
      ['www.gone.example.com', 2, 'sent', ''],
      ['www.native.example.com', 3, 'sent', ''],
      ['www.shop.example.com', 2, 'sent', ''],
    ]);
    await rig.wordpress.cron();
    expect(rig.functions.received).toEqual([]);
    expect(await wp('import')).toEqual({
      code: 0,
      output: [
        'Warning: 7 domains were there before and were never told to the functions; wp closte-sync import --send tells them.',
        'Success: 0 domains were added.',
      ],
    });
  });

  test('import tells the functions about a domain that they were told is gone', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(
      `${EXISTING} Closte_Domain_Sync_Domain_Table::store_wish( 'gone.example.com', 2, 'removed', 'sent' );`,
    );
    await wp('import');
    await rig.wordpress.cron();
    expect(rig.functions.received.map(({ path, body }) => [path, body.domain])).toEqual([
      ['/functions/map', 'gone.example.com'],
    ]);
  });

  test('import --send has an event sent for each domain', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(EXISTING);
    await wp('import', '--send');
    await rig.wordpress.cron();
    expect(rig.functions.received).toHaveLength(7);
  });

  test('list shows the table, or a part of it', async () => {
    rig.functions.behaves(({ body }) =>
      body.domain === 'bad.example.com'
        ? { status: 422, body: { code: 'invalid-domain', detail: 'no' } }
        : 'works',
    );
    await map('good.example.com');
    await map('bad.example.com');
    await rig.wordpress.cron();
    await rig.wordpress.php('test_unmap( "good.example.com" );');
    expect((await wp('list')).output).toMatchObject([
      {
        domain: 'bad.example.com',
        wanted: 'mapped',
        state: 'refused',
        message: 'The functions answered 422: invalid-domain: no',
      },
      { domain: 'good.example.com', wanted: 'removed', state: 'waiting' },
    ]);
    expect((await wp('list', '--wanted=mapped')).output).toMatchObject([{ domain: 'bad.example.com' }]);
    expect((await wp('list', '--state=waiting')).output).toMatchObject([{ domain: 'good.example.com' }]);
  });

  test('retry sends what waits or was refused, now', async () => {
    rig.functions.behaves(({ body }) =>
      body.domain === 'bad.example.com'
        ? { status: 422, body: { code: 'invalid-domain', detail: 'no' } }
        : { status: 503 },
    );
    await map('bad.example.com');
    await map('waiting.example.com');
    await rig.wordpress.cron();
    expect(await wp('retry')).toEqual({
      code: 1,
      output: ['Error: Sent: 0. Refused: 1. Failed and to be tried again: 1.'],
    });
    rig.functions.behaves('works');
    expect(await wp('retry')).toEqual({
      code: 0,
      output: ['Success: Sent: 2. Refused: 0. Failed and to be tried again: 0.'],
    });
    expect(await wp('retry')).toEqual({
      code: 0,
      output: ['Success: Sent: 0. Refused: 0. Failed and to be tried again: 0.'],
    });
  });

  test('retry with a domain sends it as a new event, as the functions know the old one', async () => {
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect((await wp('retry', 'Shop.example.com')).code).toBe(0);
    const ids = rig.functions.received.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    expect(await wp('retry', 'never.example.com')).toMatchObject({ code: 1 });
  });

  test('retry begins the time of the wish anew', async () => {
    await map('shop.example.com');
    await rig.wordpress.cron();
    await rig.wordpress.advance(3600);
    const [before] = await rig.wordpress.rows();
    rig.functions.behaves({ status: 503 });
    await wp('retry', 'shop.example.com');
    const [after] = await rig.wordpress.rows();
    expect(after).toMatchObject({ state: 'waiting', stage: '', wished_at: before?.wished_at });
    expect((after?.updated_at ?? 0) - (before?.updated_at ?? 0)).toBeGreaterThanOrEqual(3600);
  });

  const CHECKS = [
    'closte-key: good. Closte accepts the key',
    'queue: good. The queue can be used',
    'wordpress: off. WORDPRESS_URL is not set',
    'resolvers: good. 3 of 3 resolvers answer',
    'network: good. network.test has an address',
  ];

  test('test says whether everything is in order', async () => {
    expect(await wp('test')).toEqual({
      code: 0,
      output: [
        ...CHECKS,
        'Success: The functions answer, accept the signature of this network and are ready.',
      ],
    });
    await map('shop.example.com');
    await rig.wordpress.advance(3600);
    expect((await wp('test')).output).toEqual([
      ...CHECKS,
      'Warning: 1 event waits to be sent, since 1 hour.',
      'Success: The functions answer, accept the signature of this network and are ready.',
    ]);
    rig.functions.behaves({ status: 200, body: NOT_READY });
    expect(await wp('test')).toEqual({
      code: 1,
      output: [
        'closte-key: bad. Closte refuses the key. Set CLOSTE_CLIENT_API_KEY anew.',
        ...CHECKS.slice(1, 3),
        'resolvers: bad. No resolver answers. <Look> at DNS_RESOLVERS.',
        'Warning: 1 event waits to be sent, since 1 hour.',
        'Error: The functions answer and accept the signature of this network, but are not ready.',
      ],
    });
    await rig.functions.goDown();
    expect(await wp('test')).toMatchObject({
      code: 1,
      output: [expect.stringContaining('could not be reached')],
    });
    rig.wordpress.define({ CLOSTE_SYNC_URL: null });
    expect(await wp('test')).toMatchObject({
      code: 1,
      output: [expect.stringContaining('CLOSTE_SYNC_URL is missing')],
    });
  });
});
