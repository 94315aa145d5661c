import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { askRoute } from './support/signed.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const php = <Result = unknown>(code: string, args: object = {}) =>
  rig.wordpress.php<Result>(`$wpdb = $GLOBALS['wpdb']; ${code}`, args);
const sent = () => rig.functions.received.map(({ path, body }) => `${path.split('/').at(-1)} ${body.domain}`);
const asked = async (domain: string) => (await askRoute(rig.wordpress, 'domains', { domain })).domains[0];

async function hourLater() {
  await rig.wordpress.advance(3601);
  await rig.wordpress.cron();
}

describe('what was done by SQL, or while the plugin was off', () => {
  test('a record and a site that are gone are a removal after one sweep', async () => {
    await php(`test_site( 'native.example.com' ); test_map( 'shop.example.com', 3 );`);
    await rig.wordpress.cron();
    await php(
      `$wpdb->query( 'DELETE FROM wp_wu_domain_mappings' ); $wpdb->query( 'DELETE FROM wp_blogs WHERE blog_id > 1' );`,
    );
    await hourLater();
    expect(await rig.wishes()).toEqual(['native.example.com: removed 2', 'shop.example.com: removed 3']);
    expect(sent().slice(2).toSorted()).toEqual(['unmap native.example.com', 'unmap shop.example.com']);
  });

  test('a record and a site that are new are mapped after one sweep, and are in the list that is asked for before', async () => {
    await php(`test_home( 2 ); $wpdb->insert( test_records(), array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );
      $wpdb->insert( 'wp_blogs', array( 'blog_id' => 3, 'site_id' => 1, 'domain' => 'native.example.com', 'path' => '/' ) );`);
    const page = await askRoute(rig.wordpress, 'domains', {});
    expect(page.domains).toMatchObject([
      { domain: 'native.example.com', site_id: 3, wanted: 'mapped' },
      { domain: 'shop.example.com', site_id: 2, wanted: 'mapped' },
    ]);
    expect(Date.parse(page.swept_at)).toBeGreaterThan(Date.now() - 60_000);
    await rig.wordpress.cron();
    expect(sent().toSorted()).toEqual(['map native.example.com', 'map shop.example.com']);
  });

  test('a record that points to another site, and one that was renamed, are new wishes', async () => {
    await php(`test_home( 3 ); test_map( 'moves.example.com' ); test_map( 'old.example.com' );`);
    await rig.wordpress.cron();
    await php(`$wpdb->update( 'wp_wu_domain_mappings', array( 'blog_id' => 3 ), array( 'domain' => 'moves.example.com' ) );
      $wpdb->update( 'wp_wu_domain_mappings', array( 'domain' => 'new.example.com' ), array( 'domain' => 'old.example.com' ) );`);
    await hourLater();
    expect(await rig.wishes()).toEqual([
      'moves.example.com: mapped 3',
      'new.example.com: mapped 2',
      'old.example.com: removed 2',
    ]);
  });

  test('an event that waits is not sent if WordPress does not want it any more', async () => {
    await php(`test_map( 'shop.example.com' ); $wpdb->query( 'DELETE FROM wp_wu_domain_mappings' );
      Closte_Domain_Sync_Sender::run();`);
    expect(sent()).toEqual([]);
    expect((await rig.wordpress.rows())[0]?.message).toContain('does not want it any more');
    await hourLater();
    expect(sent()).toEqual(['unmap shop.example.com']);
  });

  test('an archived, a spam and a deleted site keep their names, and so does a record of any stage', async () => {
    await php(`test_site( 'native.example.com' ); test_map( 'shop.example.com' );
      $wpdb->query( 'UPDATE wp_blogs SET archived = 1, spam = 1, deleted = 1 WHERE blog_id = 2' );
      $wpdb->query( "UPDATE wp_wu_domain_mappings SET stage = 'failed'" );`);
    await hourLater();
    expect(await rig.wishes()).toEqual(['native.example.com: mapped 2', 'shop.example.com: mapped 2']);
  });
});

describe('a row that says removed of a domain that works', () => {
  const lag = `test_map( 'shop.example.com' ); $wpdb->query( "UPDATE wp_closte_sync SET wanted = 'removed', state = 'sent', stage = 'removed'" );`;

  test('is answered as what WordPress wants, and repaired', async () => {
    await php(lag);
    expect(await asked('shop.example.com')).toMatchObject({ wanted: 'mapped', stage: null });
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2']);
  });

  test('is repaired by the sweep, and told', async () => {
    await php(lag);
    await hourLater();
    expect(sent()).toEqual(['map shop.example.com']);
  });

  test('is never sent as a removal', async () => {
    await php(
      `${lag} $wpdb->query( "UPDATE wp_closte_sync SET state = 'waiting'" ); Closte_Domain_Sync_Sender::run();`,
    );
    expect(sent()).toEqual(['map shop.example.com']);
  });
});

describe('several networks', () => {
  test('a further network’s own domain and its sites are wanted, the main network’s own is not', async () => {
    await php(`test_network( 2, 'second.example.org', 5 );
      $wpdb->insert( 'wp_blogs', array( 'blog_id' => 6, 'site_id' => 2, 'domain' => 'blog.second.example.org', 'path' => '/' ) );`);
    await rig.wordpress.cron();
    expect(await rig.wishes()).toEqual(['blog.second.example.org: mapped 6', 'second.example.org: mapped 5']);
    const told = rig.functions.received.map(({ body }) => [body.domain, body.network_domain]);
    expect(told.toSorted()).toEqual([
      ['blog.second.example.org', 'second.example.org'],
      ['second.example.org', 'network.test'],
    ]);
  });

  test('a site that is promoted to a network keeps its domain', async () => {
    await php(`test_site( 'shop.example.com' );`);
    await php(`test_network( 2, 'shop.example.com', 2 );`);
    await hourLater();
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2']);
  });

  test('a site that moves to another network is a new wish for all of its names, by WordPress and by SQL alike', async () => {
    await php(
      `test_network( 2, 'second.example.org', 5 ); test_site( 'a.example.com' ); test_map( 'b.example.com', 6 );`,
    );
    await rig.wordpress.cron();
    rig.functions.reset();
    await php(`wp_update_site( 6, array( 'network_id' => 2 ) );`);
    await rig.wordpress.cron();
    const told = () =>
      rig.functions.received.map(({ body }) => [body.domain, body.network_domain]).toSorted();
    const moved = [
      ['a.example.com', 'second.example.org'],
      ['b.example.com', 'second.example.org'],
    ];
    expect(told()).toEqual(moved);
    rig.functions.reset();
    await php(`$wpdb->update( 'wp_blogs', array( 'site_id' => 1 ), array( 'blog_id' => 6 ) );`);
    await hourLater();
    expect(told()).toEqual(moved.map(([domain]) => [domain, 'network.test']));
    expect(await asked('a.example.com')).toMatchObject({ network_domain: 'network.test' });
  });

  test('a row of the version before learns its network without being told again', async () => {
    await php(
      `test_map( 'shop.example.com' ); $wpdb->query( "UPDATE wp_closte_sync SET network_id = 0, state = 'sent'" );`,
    );
    await hourLater();
    expect(sent()).toEqual([]);
    expect(await php('return $wpdb->get_var( "SELECT network_id FROM wp_closte_sync" );')).toBe('1');
  });
});

describe('one name, several owners and spellings', () => {
  test('a name with two records is mapped until the last of them goes', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
      test_home( 2 ); test_home( 3 );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'two.example.com' ) );
      wu_create_domain( array( 'blog_id' => 3, 'domain' => 'two.example.com' ) );
      wu_get_domain( 2 )->delete();`);
    expect(await rig.wishes()).toEqual(['two.example.com: mapped 2']);
    await php('wu_get_domain( 1 )->delete();');
    expect(await rig.wishes()).toEqual(['two.example.com: removed 2']);
  });

  test('a record that is being deleted is left out though the database still has it', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
      test_home( 2 ); $record = wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );
      do_action( 'wu_domain_post_delete', 1, $record );`);
    expect(await rig.wishes()).toEqual(['shop.example.com: removed 2']);
  });

  test.each([
    'bücher.example.com',
    'BÜCHER.example.com',
    'xn--bcher-kva.example.com.',
    'XN--BCHER-KVA.example.com:8080',
  ])('a record that is spelled %s is one of xn--bcher-kva.example.com', async (spelled) => {
    await php(
      `test_map( 'xn--bcher-kva.example.com' );
      $wpdb->query( $wpdb->prepare( 'UPDATE wp_wu_domain_mappings SET domain = %s', $args['spelled'] ) );`,
      {
        spelled,
      },
    );
    await hourLater();
    expect(await rig.wishes()).toEqual(['xn--bcher-kva.example.com: mapped 2']);
    expect(sent()).toEqual(['map xn--bcher-kva.example.com']);
  });

  test('a letter that the database takes for another is another name', async () => {
    await php(`test_map( 'bucher.example.com' ); $wpdb->query( "DELETE FROM wp_wu_domain_mappings" );
      $wpdb->insert( 'wp_wu_domain_mappings', array( 'blog_id' => 2, 'domain' => 'bücher.example.com' ) );`);
    await hourLater();
    expect(await rig.wishes()).toEqual([
      'bucher.example.com: removed 2',
      'xn--bcher-kva.example.com: mapped 2',
    ]);
  });
});

describe('records that cannot be read are no empty network', () => {
  const gone = `test_map( 'shop.example.com' ); Closte_Domain_Sync_Sender::run(); $wpdb->query( 'DROP TABLE wp_wu_domain_mappings' );`;

  test('records that were seen once and are gone: an error to the functions, and no removal', async () => {
    await php(gone);
    expect(await askRoute(rig.wordpress, 'domains', {})).toMatchObject({ status: 500 });
    expect(await askRoute(rig.wordpress, 'domains', { domain: 'shop.example.com' })).toMatchObject({
      status: 500,
      code: 'database-error',
    });
    await php(`ini_set( 'error_log', '/dev/null' ); do_action( 'wu_remove_domain', 'shop.example.com', 2 );
      Closte_Domain_Sync_Schedule::sweep();`);
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2']);
    expect(
      await php(
        `$r = Closte_Domain_Sync_Sweep_Health::sweep(); return array( $r['status'], wp_strip_all_tags( $r['description'] ) );`,
      ),
    ).toEqual(['critical', expect.stringContaining('the table wp_wu_domain_mappings is gone')]);
  });

  test('what a hook could not look at is made good by the sweep once the table is back', async () => {
    await php(`${gone} ini_set( 'error_log', '/dev/null' ); do_action( 'wu_add_domain', 'new.example.com', 2 );
      foreach ( array( 'shop', 'new' ) as $name ) { $wpdb->insert( test_records(), array( 'blog_id' => 2, 'domain' => "$name.example.com" ) ); }`);
    await rig.wordpress.cron();
    expect(await rig.wishes()).toEqual(['new.example.com: mapped 2', 'shop.example.com: mapped 2']);
  });

  test('a query that fails is no empty answer, either', async () => {
    await php(`test_map( 'shop.example.com' ); $wpdb->query( 'ALTER TABLE wp_wu_domain_mappings DROP COLUMN blog_id' );
      $wpdb->suppress_errors(); ini_set( 'error_log', '/dev/null' );
      Closte_Domain_Sync_Schedule::sweep();
      $wpdb->query( 'DROP TABLE wp_wu_domain_mappings' );`);
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2']);
    expect(sent()).toEqual([]);
    // Of the answer to the plugin's call of its own route.
    expect(rig.wordpress.complaints()).toEqual([expect.stringContaining("Unknown column 'm.blog_id'")]);
  });

  test('Ultimate Multisite that is switched off takes no wish back', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`test_home( 2 ); wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );`);
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
    await hourLater();
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2', 'www.shop.example.com: mapped 2']);
  });
});

describe('www.', () => {
  const create = `test_home( 2 ); wu_create_domain( array( 'blog_id' => 2, 'domain' => 'example.com' ) );`;
  const setting = (value: string) =>
    `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => '${value}' ) );`;

  test('that was mapped is wanted as long as its domain is, whatever the setting becomes', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`${create} ${setting('never')}`);
    await hourLater();
    expect(await asked('www.example.com')).toMatchObject({ wanted: 'mapped' });
    await php(`$wpdb->query( 'DELETE FROM wp_wu_domain_mappings' );`);
    await hourLater();
    expect(await rig.wishes()).toEqual(['example.com: removed 2', 'www.example.com: removed 2']);
  });

  test('that was not asked for when its domain was mapped is not mapped by a sweep', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`${setting('never')} ${create} ${setting('always')}`);
    await hourLater();
    expect(await rig.wishes()).toEqual(['example.com: mapped 2']);
  });

  test('of a domain that came by SQL is asked for with it', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`test_home( 2 ); test_record( 1, 2, 'example.com' );`);
    await hourLater();
    expect(await rig.wishes()).toEqual(['example.com: mapped 2', 'www.example.com: mapped 2']);
  });

  test('whose own record is deleted is removed where no setting asks for it', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(
      `${setting('never')} ${create} wu_create_domain( array( 'blog_id' => 2, 'domain' => 'www.example.com' ) )->delete();`,
    );
    await rig.wordpress.cron();
    await hourLater();
    expect(await rig.wishes()).toEqual(['example.com: mapped 2', 'www.example.com: removed 2']);
  });
});

test('a name with an empty label is told to nobody, and a row of it goes', async () => {
  await php(`$wpdb->insert( 'wp_blogs', array( 'blog_id' => 2, 'site_id' => 1, 'domain' => '.native.example.com', 'path' => '/' ) );
    Closte_Domain_Sync_Domain_Table::store_wish( '.native.example.com', 2, 'mapped' );
    Closte_Domain_Sync_Domain_Table::store_wish( 'www..native.example.com', 2, 'mapped' );`);
  await hourLater();
  expect(await rig.wishes()).toEqual([]);
  expect(sent()).toEqual([]);
});

test('rows that need no alias do not count as done', async () => {
  rig.functions.behaves(({ id, body }) => ({
    status: 202,
    body: {
      mapping_id: id,
      closte: body.domain === 'blog.second.example.org' ? 'not-needed' : 'added',
      next: { stage: 'checking-dns' },
    },
  }));
  await php(`test_network( 2, 'second.example.org', 5 ); test_site( 'blog.network.test' );
    foreach ( array( 'a.example.com', 'b.example.com', 'c.example.com' ) as $domain ) { test_map( $domain, 6 ); }
    $wpdb->insert( 'wp_blogs', array( 'blog_id' => 7, 'site_id' => 2, 'domain' => 'blog.second.example.org', 'path' => '/' ) );`);
  await rig.wordpress.cron();
  await php(
    `$wpdb->query( "UPDATE wp_closte_sync SET stage = IF( domain = 'b.example.com', 'failed', IF( domain = 'c.example.com', 'done-without-ssl', 'done' ) )" );`,
  );
  // a, c and the second network's own domain; neither the names that need no alias nor the one that failed.
  expect(await askRoute(rig.wordpress, 'domains', { domain: 'a.example.com' })).toMatchObject({ done: 3 });
  expect(await askRoute(rig.wordpress, 'domains', {})).toMatchObject({ done: 3 });
});
