import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { askRoute } from './support/signed.ts';

const DAY = 86_400;

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
const health = (name: string) =>
  php<[string, string, string]>(
    `$r = Closte_Domain_Sync_Sweep_Health::{$args['name']}();
     return array( $r['status'], html_entity_decode( wp_strip_all_tags( $r['description'] ), ENT_QUOTES ), $r['actions'] );`,
    { name },
  );
const wp = (command: string, words: string[] = [], options: Record<string, string> = {}) =>
  rig.wordpress.php<[number, string[]]>(
    'return WP_CLI::run( "closte-sync", $args["command"], $args["words"], $args["options"] );',
    { wp_cli: true, command, words, options },
  );

async function hourLater() {
  await rig.wordpress.advance(3601);
  await rig.wordpress.cron();
}

/** So many domains that the functions know, and so many of them that no site wants any more. */
async function lost(mapped: number, gone: number) {
  await php(
    `test_home( 2 ); test_records();
     for ( $i = 0; $i < $args['mapped']; $i++ ) {
       $wpdb->insert( 'wp_wu_domain_mappings', array( 'blog_id' => 2, 'domain' => sprintf( 'a%03d.example.com', $i ) ) );
     }
     Closte_Domain_Sync_Sweep::go_on( 60, 0 );
     $wpdb->query( "UPDATE wp_closte_sync SET state = 'sent', stage = 'done'" );
     $wpdb->query( $wpdb->prepare( 'DELETE FROM wp_wu_domain_mappings ORDER BY id LIMIT %d', $args['gone'] ) );`,
    { mapped, gone },
  );
}

const removals = async () => (await rig.wishes()).filter((wish) => wish.includes('removed')).length;

describe('a sweep that finds many domains that no site wants', () => {
  test.each([
    { mapped: 20, gone: 10, removed: 10 },
    { mapped: 20, gone: 11, removed: 0 },
    { mapped: 120, gone: 12, removed: 12 },
    { mapped: 120, gone: 13, removed: 0 },
  ])('makes all of the removals or none: $gone of $mapped, $removed', async ({ mapped, gone, removed }) => {
    await lost(mapped, gone);
    await hourLater();
    expect(await removals()).toBe(removed);
    expect(sent()).toHaveLength(removed);
  });

  test('says so, and answers the truth all the same', async () => {
    await lost(20, 11);
    await hourLater();
    const [status, text, button] = await health('sweep');
    expect(status).toBe('critical');
    expect(text).toContain('11 domains are mapped at Closte and wanted by no site');
    expect(text).toContain('wp closte-sync sweep --removals=11');
    expect(button).toContain('Take 11 domains back');
    const { domains } = await askRoute(rig.wordpress, 'domains', { limit: 1000 });
    expect(domains.filter(({ wanted }: { wanted: string }) => wanted === 'removed')).toHaveLength(11);
    expect(await askRoute(rig.wordpress, 'domains', { domain: 'a000.example.com' })).toMatchObject({
      domains: [{ wanted: 'removed', stage: null }],
    });
    expect(await removals()).toBe(0);
  });

  test('holds later ones back as well, until the operator allows that number', async () => {
    await lost(20, 11);
    await hourLater();
    await php(
      `$wpdb->insert( 'wp_wu_domain_mappings', array( 'blog_id' => 2, 'domain' => 'a000.example.com' ) );`,
    );
    await hourLater();
    expect(await removals()).toBe(0);
    expect(await wp('sweep', [], { removals: '9' })).toEqual([1, [expect.stringContaining('--removals=10')]]);
    expect(await removals()).toBe(0);
    expect(await wp('sweep', [], { removals: '10' })).toEqual([0, [expect.stringContaining('Success')]]);
    expect(await removals()).toBe(10);
    expect((await health('sweep'))[0]).toBe('good');
  });

  test('forgets that it held something back when the sites came back', async () => {
    await lost(20, 11);
    await hourLater();
    await php(
      `for ( $i = 0; $i < 11; $i++ ) { $wpdb->insert( 'wp_wu_domain_mappings', array( 'blog_id' => 2, 'domain' => sprintf( 'a%03d.example.com', $i ) ) ); }`,
    );
    await hourLater();
    expect((await health('sweep'))[0]).toBe('good');
    await php(`$wpdb->query( "DELETE FROM wp_wu_domain_mappings WHERE domain = 'a000.example.com'" );`);
    await hourLater();
    expect(sent()).toEqual(['unmap a000.example.com']);
  });

  test('is allowed by the button, once, and by nobody who may not manage sites', async () => {
    await lost(20, 11);
    await hourLater();
    const press = (user: number) =>
      php(
        `wp_set_current_user( $args['user'] );
         $_GET['removals'] = '11';
         $_REQUEST['_wpnonce'] = wp_create_nonce( Closte_Domain_Sync_Sweep_Health::ALLOW );
         add_filter( 'wp_die_handler', static fn() => static function () { throw new Exception( 'died' ); } );
         add_filter( 'wp_redirect', static function () { throw new Exception( 'redirected' ); } );
         try { do_action( 'admin_post_closte_sync_allow_removals' ); } catch ( Exception $e ) { return $e->getMessage(); }`,
        { user },
      );
    expect(await press(0)).toBe('died');
    expect(await removals()).toBe(0);
    expect(await press(1)).toBe('redirected');
    expect(await removals()).toBe(11);
  });
});

describe('the memory of a removal', () => {
  const remembered = async (days: number, change = '') => {
    await php(
      `test_map( 'shop.example.com' ); test_unmap( 'shop.example.com' ); Closte_Domain_Sync_Sender::run(); ${change}`,
    );
    await rig.wordpress.advance(days * DAY);
    await rig.wordpress.cron();
    return (await rig.wordpress.rows()).length === 1;
  };

  test('ends 30 days after it was confirmed', async () => {
    expect(await remembered(29)).toBe(true);
    await rig.wordpress.reset();
    expect(await remembered(31)).toBe(false);
  });

  test('does not end while nobody has confirmed it', async () => {
    expect(
      await remembered(31, `$wpdb->query( "UPDATE wp_closte_sync SET stage = 'removing-domain'" );`),
    ).toBe(true);
  });
});

describe('an event that was refused for a reason that passes', () => {
  test.each(['another-network', 'still-wanted', 'unheard-of'])(
    '(%s) is sent again once a day',
    async (code) => {
      rig.functions.behaves({ status: 409, body: { code, detail: 'not now' } });
      await php(`test_map( 'shop.example.com' );`);
      await rig.wordpress.cron();
      await hourLater();
      expect(sent()).toHaveLength(1);
      expect(await rig.wordpress.rows()).toMatchObject([{ state: 'refused' }]);
      rig.functions.behaves('works');
      await rig.wordpress.advance(DAY);
      await rig.wordpress.cron();
      expect(sent()).toHaveLength(2);
      expect(await rig.wordpress.rows()).toMatchObject([{ state: 'sent' }]);
    },
  );

  test('is left to reconcile where somebody else has the alias', async () => {
    rig.functions.behaves({ status: 409, body: { code: 'held-elsewhere', detail: 'another app has it' } });
    await php(`test_map( 'shop.example.com' );`);
    await rig.wordpress.cron();
    await rig.wordpress.advance(2 * DAY);
    await rig.wordpress.cron();
    expect(sent()).toHaveLength(1);
  });
});

describe('a name that visitors may type', () => {
  test('and that is not mapped is named, with the command that maps it', async () => {
    await php(
      `test_site( 'example.com' ); test_site( 'shop.example.org' ); test_site( 'www.example.net' ); test_site( 'blog.network.test' );`,
    );
    const [status, text] = await health('names');
    expect(status).toBe('recommended');
    expect(text).toContain('wp closte-sync map www.example.com --site=2');
    expect(text).toContain('wp closte-sync map example.net --site=4');
    expect(text).not.toMatch(/example\.org|network\.test/);
    await wp('map', ['www.example.com'], { site: '2' });
    await wp('map', ['example.net'], { site: '4' });
    expect((await health('names'))[0]).toBe('good');
    await hourLater();
    expect(await rig.wishes()).toEqual(
      expect.arrayContaining(['www.example.com: mapped 2', 'example.net: mapped 4']),
    );
  });

  test('is not missed where Ultimate Multisite’s setting does not ask for it, or the operator said no', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(
      `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) ); test_site( 'example.com' );`,
    );
    expect((await health('names'))[0]).toBe('good');
    await php(
      `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'always' ) );`,
    );
    expect((await health('names'))[1]).toContain('www.example.com');
    await wp('unmap', ['www.example.com']);
    expect((await health('names'))[0]).toBe('good');
  });

  test('has no empty label: such a site is named as what it is', async () => {
    await php(
      `$wpdb->insert( 'wp_blogs', array( 'blog_id' => 2, 'site_id' => 1, 'domain' => '.native.example.com', 'path' => '/' ) );`,
    );
    expect((await health('names'))[1]).toContain(
      'Site 2 has the domain .native.example.com, which is no domain name',
    );
  });
});

describe('what the operator wants himself', () => {
  test('is mapped as long as its site is there: a wildcard', async () => {
    await php('test_home( 2 );');
    expect(await wp('map', ['*.example.com'], { site: '9' })).toEqual([1, ['Error: There is no site 9.']]);
    expect((await wp('map', ['*.example.com'], { site: '2' }))[0]).toBe(0);
    await hourLater();
    expect(sent()).toEqual(['map *.example.com']);
    expect((await wp('unmap', ['*.example.com']))[0]).toBe(0);
    expect(await rig.wishes()).toEqual(['*.example.com: removed 2']);
  });

  test('takes a www. from its domain, and nothing that WordPress has', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await php(`test_site( 'example.com' );`);
    expect((await wp('unmap', ['www.example.com']))[0]).toBe(0);
    expect(await wp('unmap', ['example.com'])).toEqual([
      1,
      [expect.stringContaining('is still wanted for site 2')],
    ]);
    await hourLater();
    expect(await rig.wishes()).toEqual(['example.com: mapped 2', 'www.example.com: removed 2']);
  });
});

test('many rows take no more queries than a few', async () => {
  const queries = (rows: number) =>
    php<number>(
      `test_home( 2 ); test_records();
       for ( $i = 0; $i < $args['rows']; $i++ ) { $wpdb->insert( 'wp_wu_domain_mappings', array( 'blog_id' => 2, 'domain' => "a$i.example.com" ) ); }
       Closte_Domain_Sync_Sweep::go_on( 60, 0 );
       $before = $wpdb->num_queries;
       Closte_Domain_Sync_Sweep::go_on( 60, 0 );
       Closte_Domain_Sync_Answer::page( 'a', 1000 );
       return $wpdb->num_queries - $before;`,
      { rows },
    );
  const few = await queries(3);
  await rig.wordpress.reset();
  expect(await queries(400)).toBe(few);
});

test('a sweep whose time is up goes on where it was', async () => {
  await lost(3, 0);
  await rig.wordpress.advance(3601);
  const seen = await php<string[]>(
    `$seen = array();
     do { $done = Closte_Domain_Sync_Sweep::go_on( 0.000001 ); $seen[] = Closte_Domain_Sync_Sweep::state()['phase']; } while ( ! $done && count( $seen ) < 20 );
     return $seen;`,
  );
  expect(seen.at(-1)).toBe('');
  expect(new Set(seen)).toEqual(new Set(['sites', 'records', 'rows', 'end', '']));
});
