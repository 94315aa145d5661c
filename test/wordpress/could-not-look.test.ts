import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { postSigned, type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php(`test_reset();
    global $wpdb; $wpdb->query( "CREATE USER reader@localhost" ); $wpdb->query( "GRANT SELECT ON wordpress.* TO reader@localhost" );`);
});

afterEach(async () => {
  rig.wordpress.define({ TEST_WITHOUT_TABLE: null, TEST_DB_USER: null, TEST_ULTIMATE_MULTISITE: true });
  await rig.wordpress.reset();
  rig.functions.reset();
});

afterAll(() => rig.stop());

const post = (route: string, body: object) => postSigned(rig, route, body);
const sql = (query: string) => rig.wordpress.php('$GLOBALS["wpdb"]->query( $args["query"] );', { query });
const health = () =>
  rig.wordpress.php<[string, string]>(
    'ini_set( "error_log", "/dev/null" ); $r = Closte_Domain_Sync_Findings::database(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
  );

/** A domain that is served, one that is on its way, and a site with its own domain. */
const WORLD = `
  update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
  test_site( 'native.example.com' ); $GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );
  $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' );
  test_record( 1, 2, 'done.example.com', 'done' ); test_record( 2, 2, 'new.example.com' );
  test_record( 3, 77, 'orphan.example.com', 'done' );
  Closte_Domain_Sync_Wishes::look_at( array( 'done.example.com', 'native.example.com', 'new.example.com' ) );`;

async function told() {
  await rig.wordpress.php(WORLD);
  await rig.wordpress.cron();
  expect(rig.functions.received).toHaveLength(3);
}

describe('tables that were dropped, while the option of their version stays', () => {
  test('are never an empty list: an error until they are made anew and filled', async () => {
    await told();
    await sql('DROP TABLE wp_closte_sync, wp_closte_sync_seen');
    for (const [route, body] of [
      ['domains', {}],
      ['domains', { domain: 'done.example.com' }],
      ['stage', { domain: 'done.example.com', stage: 'done', mapping_id: 'evt_1' }],
    ] as const) {
      const answer = await post(route, body);
      expect(answer).toMatchObject({ status: 500, code: 'database-error' });
      expect(answer.message).toContain('The table of domains was lost.');
    }
    expect((await health())[0]).toBe('critical');

    rig.functions.reset();
    await rig.wordpress.advance(300);
    await rig.wordpress.cron();
    const { status, domains } = await post('domains', {});
    expect([
      status,
      domains.map(({ domain, wanted }: Record<string, unknown>) => `${domain} ${wanted}`),
    ]).toEqual([200, ['done.example.com mapped', 'native.example.com mapped', 'new.example.com mapped']]);
    // What is served is known to the functions. Nobody knows what else was still to be told.
    expect(rig.functions.received.map(({ path, body }) => `${path} ${body.domain}`).toSorted()).toEqual([
      '/functions/map native.example.com',
      '/functions/map new.example.com',
    ]);
    expect((await rig.wordpress.rows())[0]).toMatchObject({ domain: 'done.example.com', stage: 'done' });
    expect(await health()).toEqual(['good', 'They were asked, and answered.']);
  });

  test('are filled by WP-CLI as well, which says nothing of an empty table', async () => {
    await told();
    await sql('DROP TABLE wp_closte_sync');
    const [code, output] = await rig.wordpress.php<[number, { domain: string }[]]>(
      'return WP_CLI::run( "closte-sync", "list", array(), array() );',
      { wp_cli: true },
    );
    expect([code, output.map(({ domain }) => domain)]).toEqual([
      0,
      ['done.example.com', 'native.example.com', 'new.example.com'],
    ]);
  });

  test('take a wish that comes first', async () => {
    await told();
    await sql('DROP TABLE wp_closte_sync');
    await rig.wordpress.php('do_action( "wu_add_domain", "new.example.com", 2 );');
    expect(await rig.wordpress.rows()).toMatchObject([{ domain: 'new.example.com', state: 'waiting' }]);
    expect(await post('domains', { domain: 'done.example.com' })).toMatchObject({ status: 500 });
  });

  test('and cannot be made: the reason goes to the functions and to Site Health', async () => {
    await told();
    await sql('DROP TABLE wp_closte_sync, wp_closte_sync_seen');
    rig.wordpress.define({ TEST_DB_USER: 'reader', TEST_WITHOUT_TABLE: true });
    const answer = await post('domains', {});
    expect(answer).toMatchObject({
      status: 500,
      code: 'database-error',
      data: { plugin: 'closte-domain-sync' },
    });
    expect(answer.message).toContain('denied');
    const [status, text] = await health();
    expect(status).toBe('critical');
    expect(text).toContain('could not be made anew');
  });

  test('in the middle of a request: the query that fails is an error', async () => {
    await told();
    const codes = await rig.wordpress.php(
      `global $wpdb; Closte_Domain_Sync_Schema::trouble(); $wpdb->suppress_errors(); $wpdb->query( 'DROP TABLE wp_closte_sync' );
       $codes = array();
       foreach ( array( '{}', '{"domain":"done.example.com"}' ) as $body ) {
         $request = new WP_REST_Request( 'POST' ); $request->set_body( $body );
         $answer  = Closte_Domain_Sync_Rest_Routes::domains( $request );
         $codes[] = is_wp_error( $answer ) ? $answer->get_error_data()['status'] : $answer;
       }
       $report  = array( 'domain' => 'done.example.com', 'stage' => 'done', 'mapping_id' => 'evt_1' );
       $answer  = Closte_Domain_Sync_Stage_Report::take( Closte_Domain_Sync_Stage_Report::read( $report ) );
       $codes[] = $answer->get_error_data()['status'];
       return $codes;`,
    );
    expect(codes).toEqual([500, 500, 500]);
  });
});

test('a table of an old schema gets its columns, and keeps its rows', async () => {
  await told();
  await sql('ALTER TABLE wp_closte_sync DROP COLUMN claimed_until, DROP COLUMN message');
  expect(await post('domains', { domain: 'done.example.com' })).toMatchObject({
    status: 200,
    domains: [{ domain: 'done.example.com', message: '' }],
  });
  expect(await rig.wordpress.rows()).toHaveLength(3);
});

describe('Ultimate Multisite without the table of its domains', () => {
  test('cannot say what it wants', async () => {
    await told();
    rig.wordpress.define({ TEST_WITHOUT_TABLE: true });
    await sql('DROP TABLE wp_wu_domain_mappings');
    for (const body of [{}, { domain: 'done.example.com' }]) {
      const answer = await post('domains', body);
      expect(answer).toMatchObject({ status: 500, code: 'database-error' });
      expect(answer.message).toContain("wp_wu_domain_mappings' doesn't exist");
    }
    const [status, text] = await health();
    expect(status).toBe('critical');
    expect(text).toContain('Ultimate Multisite is active');
  });

  test('a report is not taken either, so that the functions repeat it', async () => {
    await told();
    const [row] = await rig.wordpress.rows();
    rig.wordpress.define({ TEST_WITHOUT_TABLE: true });
    await sql('DROP TABLE wp_wu_domain_mappings');
    const report = { domain: 'done.example.com', stage: 'failed', mapping_id: row?.event_id };
    expect(await post('stage', report)).toMatchObject({ status: 500, code: 'database-error' });
  });

  test('that is not active is missed, too, until the operator gives it up', async () => {
    await told();
    await sql('DROP TABLE wp_wu_domain_mappings');
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
    expect((await post('domains', {})).status).toBe(500);
    await rig.wordpress.php('Closte_Domain_Sync_Identity::adopt();');
    expect((await post('domains', {})).status).toBe(200);
  });
});

test('a database that takes no id says so: it is not a request that was answered before', async () => {
  await told();
  rig.wordpress.define({ TEST_DB_USER: 'reader' });
  const answer = await post('domains', {});
  expect(answer).toMatchObject({ status: 500, code: 'database-error' });
  expect(answer.message).toContain('denied');
  rig.wordpress.define({ TEST_DB_USER: null });
  expect((await post('domains', {})).status).toBe(200);
});

test('an upper-case prefix on a server that keeps names in lower case', async () => {
  const other = await startRig({
    constants: { TEST_PREFIX: 'WP_Upper_' },
    databaseSettings: ['--lower-case-table-names=1'],
  });
  try {
    const made = await other.wordpress.php<string[]>(
      `global $wpdb; $queries = array();
       test_map( 'shop.example.com', 2 );
       return array( Closte_Domain_Sync_Schema::trouble(), $wpdb->get_col( "SHOW TABLES LIKE '%closte%'" ) );`,
    );
    expect(made).toEqual([
      '',
      ['wp_upper_closte_sync', 'wp_upper_closte_sync_notices', 'wp_upper_closte_sync_seen'],
    ]);
    const queries = await other.wordpress.php(
      `global $wpdb; $queries = array();
       add_filter( 'query', static function ( $query ) use ( &$queries ) { $queries[] = strtok( $query, ' ' ); return $query; } );
       Closte_Domain_Sync_Schema::domains(); Closte_Domain_Sync_Schema::request_ids(); Closte_Domain_Sync_Schema::domains();
       return $queries;`,
    );
    expect(queries).toEqual(['SELECT', 'SELECT', 'SELECT']);
    expect((await other.wordpress.rows()).map(({ domain }) => domain)).toEqual(['shop.example.com']);
  } finally {
    await other.stop();
  }
});
