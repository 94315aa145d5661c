import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { postSigned, type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true, TEST_REGISTRY: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({
    TEST_ULTIMATE_MULTISITE: true,
    TEST_REGISTRY: true,
    CLOSTE_SYNC_SITES_FOLLOW_SWITCH: null,
  });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const INTEGRATION = `WP_Ultimo\\Integrations\\Integration_Registry::get_instance()->get( 'closte' )`;
const HOUR = 3600;

const on = () => rig.wordpress.php(`${INTEGRATION}->enable();`);
const off = () => rig.wordpress.php(`${INTEGRATION}->disable();`);
const isOn = () => rig.wordpress.php<boolean>('return Closte_Domain_Sync_Switch::is_on();');
const sent = () =>
  rig.functions.received
    .filter(({ path }) => /\/(un)?map$/.test(path))
    .map(({ body }) => `${body.type} ${body.domain}`);
const ask = (body: object) => postSigned(rig, 'domains', body);
const sweep = () =>
  rig.wordpress.php<{ held: number; found: number }>(
    'Closte_Domain_Sync_Sweep::go_on( 20, 0 ); return Closte_Domain_Sync_Sweep::state();',
  );
const health = async () => {
  const [status, text] = await rig.wordpress.php<[string, string]>(
    '$r = Closte_Domain_Sync_Site_Health::integration(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
  );
  return { status, text };
};

/** One name for each source of a wish, told to the functions and done; the switch is on. */
async function told(): Promise<void> {
  await on();
  await rig.wordpress.php(
    `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     remove_all_actions( 'wp_insert_site' ); Closte_Domain_Sync_Hook_Listener::start();
     test_home(); test_site( 'site.example.org' );
     wu_create_domain( array( 'blog_id' => 2, 'domain' => 'record.example.com' ) );
     Closte_Domain_Sync_Operator_Wishes::map( '*.example.com', 2 );
     Closte_Domain_Sync_Wishes::look_at( array( '*.example.com' ) );`,
  );
  await rig.wordpress.cron();
  await rig.wordpress.php(`$GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET stage = 'done'" );`);
  rig.functions.reset();
}

describe('the switch', () => {
  test('is off for who installs the plugin and moved no switch yet', async () => {
    expect(await isOn()).toBe(false);
    await rig.wordpress.php(`test_home(); wu_create_domain( array( 'blog_id' => 2, 'domain' => 'a.example.com' ) );
      test_site( 'site.example.org' );`);
    expect(await isOn()).toBe(false);
    expect(await rig.wishes()).toEqual(['site.example.org: mapped 3', 'www.site.example.org: mapped 3']);
    expect(await health()).toMatchObject({ status: 'recommended' });
  });

  test('is set once by the update where the plugin was at work, and Site Health says so; moved after that, it counts', async () => {
    rig.wordpress.define({ TEST_REGISTRY: null });
    await rig.wordpress.php(
      `test_home(); wu_create_domain( array( 'blog_id' => 2, 'domain' => 'a.example.com' ) );
       update_network_option( null, 'wu_host_integrations_enabled', array( 'closte' => false, 'other' => true ) );`,
    );
    rig.wordpress.define({ TEST_REGISTRY: true });
    expect(await isOn()).toBe(true);
    expect(
      await rig.wordpress.php('return get_network_option( null, "wu_host_integrations_enabled" );'),
    ).toEqual({ closte: true, other: true });
    expect(await health()).toMatchObject({
      status: 'good',
      text: expect.stringContaining('switched the Closte integration of Ultimate Multisite on'),
    });
    await off();
    expect([await isOn(), await isOn()]).toEqual([false, false]);
    expect(await health()).toMatchObject({
      status: 'recommended',
      text: expect.stringContaining('left alone'),
    });
  });

  test('that was on already is not said to have been set', async () => {
    await told();
    expect((await health()).text).not.toContain('switched the Closte integration');
  });

  test('is not there in older versions: all is looked after, and the integration beside is told of', async () => {
    rig.wordpress.define({ TEST_REGISTRY: null });
    expect(await isOn()).toBe(true);
    await rig.wordpress.php(
      'update_network_option( null, "wu_host_integrations_enabled", array( "closte" => true ) );',
    );
    expect(await health()).toMatchObject({
      status: 'recommended',
      text: expect.stringContaining('called twice'),
    });
  });

  test('counts as it was left while Ultimate Multisite is not active', async () => {
    await told();
    await off();
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
    expect(await isOn()).toBe(false);
  });

  test('is told of by the connection test when it is off', async () => {
    const run = () =>
      rig.wordpress.php<[number, string[]]>(
        'return WP_CLI::run( "closte-sync", "test", array(), array() );',
        { wp_cli: true },
      );
    expect((await run())[1].join('\n')).toContain('switched off, so that its domains are left alone');
    await on();
    expect((await run())[1].join('\n')).not.toContain('left alone');
  });
});

describe('while the switch is off', () => {
  /** What becomes of a name of each source. */
  const sources = [
    {
      name: 'sites and the operator are looked after',
      constants: {},
      expected: ['*.new.example.com: mapped', 'site2.example.org: mapped'],
    },
    {
      name: 'sites are left alone, too, if the constant says so',
      constants: { CLOSTE_SYNC_SITES_FOLLOW_SWITCH: 'true' },
      expected: ['*.new.example.com: mapped'],
    },
  ];
  test.each(sources)('nothing new of a record is told: $name', async ({ constants, expected }) => {
    await told();
    await off();
    rig.wordpress.define(constants);
    await rig.wordpress.php(
      `wu_create_domain( array( 'blog_id' => 2, 'domain' => 'new.example.com' ) );
       test_record( 90, 2, 'sql.example.com' ); test_run_wu_actions();
       remove_all_actions( 'wp_insert_site' ); Closte_Domain_Sync_Hook_Listener::start(); test_site( 'site2.example.org' );
       Closte_Domain_Sync_Operator_Wishes::map( '*.new.example.com', 2 );
       Closte_Domain_Sync_Wishes::look_at( array( '*.new.example.com' ) );
       WP_CLI::run( 'closte-sync', 'import', array(), array( 'send' => true ) );`,
      { wp_cli: true },
    );
    await sweep();
    await rig.wordpress.cron();
    expect(sent().sort()).toEqual(expected.map((wish) => `domain.mapped ${wish.split(':')[0]}`));
  });

  test('a record that goes takes nothing back, whatever tells of it; a site or the operator does', async () => {
    await told();
    await rig.wordpress.php(
      `foreach ( array( 'two', 'three', 'four' ) as $name ) { wu_create_domain( array( 'blog_id' => 2, 'domain' => "$name.example.com" ) ); }`,
    );
    await rig.wordpress.cron();
    rig.functions.reset();
    await off();
    await rig.wordpress.php(
      `wu_get_domain_by_domain( 'record.example.com' )->delete();
       $two = wu_get_domain_by_domain( 'two.example.com' ); $two->set_domain( 'renamed.example.com' ); $two->save();
       $GLOBALS['wpdb']->delete( 'wp_wu_domain_mappings', array( 'domain' => 'three.example.com' ) );
       test_record( 93, 3, 'rowless.example.com' ); test_run_wu_actions(); wp_delete_site( 3 );
       $GLOBALS['wpdb']->delete( 'wp_blogs', array( 'blog_id' => 2 ) ); clean_blog_cache( 2 );
       Closte_Domain_Sync_Operator_Wishes::unmap( '*.example.com' );
       Closte_Domain_Sync_Wishes::look_at( array( '*.example.com' ) );`,
    );
    const { held, found } = await sweep();
    await rig.wordpress.cron();
    expect({ held, found }).toEqual({ held: 0, found: 0 });
    expect(sent().sort()).toEqual(['domain.removed *.example.com', 'domain.removed site.example.org']);
    expect(await rig.wishes()).toEqual([
      '*.example.com: removed 2',
      'four.example.com: mapped 2',
      'record.example.com: mapped 2',
      'site.example.org: removed 3',
      'three.example.com: mapped 2',
      'two.example.com: mapped 2',
    ]);
    await on();
    await rig.wordpress.advance(300);
    await rig.wordpress.cron();
    expect(sent().filter((event) => event.includes('removed'))).toHaveLength(6);
  });

  test('more names that went than a sweep takes back are held back when it is on again', async () => {
    await on();
    await rig.wordpress.php(
      `test_home(); for ( $i = 10; $i < 22; $i++ ) { test_record( $i, 2, "n$i.example.com", 'done' ); }
       WP_CLI::run( 'closte-sync', 'import', array(), array() );`,
      { wp_cli: true },
    );
    await off();
    await rig.wordpress.php(`$GLOBALS['wpdb']->query( 'DELETE FROM wp_wu_domain_mappings WHERE id < 22' );`);
    expect((await sweep()).held).toBe(0);
    await on();
    expect((await sweep()).held).toBe(24);
    expect(sent()).toEqual([]);
  });

  test('what waited is not sent until it is on again', async () => {
    await told();
    await rig.wordpress.php(
      `wu_create_domain( array( 'blog_id' => 2, 'domain' => 'new.example.com' ) );
       wu_get_domain_by_domain( 'record.example.com' )->delete();`,
    );
    await off();
    await rig.wordpress.advance(HOUR);
    await rig.wordpress.cron();
    expect(sent()).toEqual([]);
    expect(
      await rig.wordpress.php(
        `return array( Closte_Domain_Sync_Event_Queue::claim( 'a test' ), Closte_Domain_Sync_Event_Queue::next_due(), Closte_Domain_Sync_Event_Queue::census( 'waiting' )[0], Closte_Domain_Sync_Event_Queue::undelivered() );`,
      ),
    ).toEqual([null, null, 0, []]);
    await on();
    await rig.wordpress.cron();
    expect(sent().sort()).toEqual(['domain.mapped new.example.com', 'domain.removed record.example.com']);
  });

  test('an event whose name a site gives up to a record is not sent', async () => {
    await told();
    await off();
    const sources = await rig.wordpress.php<Record<string, string>>(
      `remove_all_actions( 'wp_insert_site' ); Closte_Domain_Sync_Hook_Listener::start(); test_site( 'both.example.org' );
       test_record( 91, 4, 'both.example.org' );
       Closte_Domain_Sync_Wishes::look_at( array( 'both.example.org' ) );
       $sources = wp_list_pluck( test_rows(), 'source', 'domain' );
       $GLOBALS['wpdb']->update( 'wp_blogs', array( 'domain' => 'other.network.test' ), array( 'blog_id' => 4 ) );
       return $sources;`,
    );
    expect(sources['both.example.org']).toBe('site');
    await rig.wordpress.php('Closte_Domain_Sync_Sender::run();');
    expect(sent()).toEqual([]);
    const [both] = (await rig.wordpress.rows()).filter(({ domain }) => domain === 'both.example.org');
    expect(both).toMatchObject({ wanted: 'mapped', state: 'waiting', attempts: 0, source: 'record' });
  });

  test('names of records are in no page and not among the done; asked for, each is answered from the truth', async () => {
    await told();
    const names = async () => {
      const { domains, done } = await ask({});
      return { names: domains.map(({ domain }: { domain: string }) => domain), done };
    };
    expect(await names()).toEqual({
      names: ['*.example.com', 'record.example.com', 'site.example.org'],
      done: 3,
    });
    await off();
    await rig.wordpress.php(
      `wu_create_domain( array( 'blog_id' => 2, 'domain' => 'never-told.example.com' ) );
       Closte_Domain_Sync_Domain_Table::store_wish( 'again.example.com', 2, 'removed', 'sent', 0, 'record' );
       test_record( 92, 2, 'again.example.com' );
       Closte_Domain_Sync_Domain_Table::store_wish( 'gone.example.com', 2, 'removed', 'sent', 0, 'record' );
       Closte_Domain_Sync_Domain_Table::store_wish( 'unknown.example.com', 2, 'removed', 'sent' );`,
    );
    expect(await names()).toEqual({ names: ['*.example.com', 'site.example.org'], done: 2 });
    const wanted = async (domain: string) => (await ask({ domain })).domains[0]?.wanted;
    expect({
      told: await wanted('record.example.com'),
      neverTold: await wanted('never-told.example.com'),
      again: await wanted('again.example.com'),
      gone: await wanted('gone.example.com'),
      nobodys: await wanted('nobody.example.com'),
    }).toEqual({ told: 'mapped', neverTold: 'mapped', again: 'mapped', gone: 'removed', nobodys: undefined });
    expect((await ask({ domain: 'never-told.example.com' })).domains[0]).toMatchObject({
      site_id: 2,
      network_domain: 'network.test',
      stage: null,
    });
  });

  test('a report is kept in the row, and leaves the record to Ultimate Multisite', async () => {
    await told();
    await off();
    const [row] = (await rig.wordpress.rows()).filter(({ domain }) => domain === 'record.example.com');
    const body = { domain: 'record.example.com', stage: 'failed', mapping_id: row?.event_id };
    expect(await postSigned(rig, 'stage', body)).toMatchObject({ status: 200, record: 'unchanged' });
    const stage = () =>
      rig.wordpress.php(`return wu_get_domain_by_domain( 'record.example.com' )->get_stage();`);
    await sweep();
    expect(await stage()).toBe('checking-dns');
    await on();
    expect(await postSigned(rig, 'stage', body)).toMatchObject({ record: 'saved' });
    expect(await stage()).toBe('failed');
  });

  test('who asks for a name of a record is told that it is left alone, and nothing is sent', async () => {
    await told();
    await off();
    const said = await rig.wordpress.php<[string, string, string, [number, string[]], number]>(
      `$row = Closte_Domain_Sync_Domain_Table::row( 'record.example.com' );
       $own = Closte_Domain_Sync_Domain_Table::row( 'site.example.org' );
       return array(
         Closte_Domain_Sync_Row_Words::problem( $row ), Closte_Domain_Sync_Row_Words::problem( $own ),
         Closte_Domain_Sync_Operator_Mapping::in_words( Closte_Domain_Sync_Operator_Mapping::unmap( 'record.example.com' ) ),
         WP_CLI::run( 'closte-sync', 'retry', array( 'record.example.com' ), array() ),
         Closte_Domain_Sync_Sender::run()['sent'] );`,
      { wp_cli: true },
    );
    const alone =
      'record.example.com is left alone: the switch of the Closte integration in Ultimate Multisite is off.';
    expect(said).toEqual([alone, '', alone, [1, [`Error: ${alone}`]], 0]);
    expect(sent()).toEqual([]);
  });

  test('what was refused is not sent again', async () => {
    await told();
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET state = 'refused', refusal = 'still-wanted', next_try = 1" );`,
    );
    await off();
    await sweep();
    await rig.wordpress.cron();
    expect(sent().sort()).toEqual(['domain.mapped *.example.com', 'domain.mapped site.example.org']);
    const [row] = (await rig.wordpress.rows()).filter(({ domain }) => domain === 'record.example.com');
    expect(row).toMatchObject({ state: 'refused' });
  });
});
