import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { packPlugin } from '../../wordpress/pack.ts';
import { SLUG } from '../../wordpress/plugin.ts';
import { run } from './support/child.ts';
import { type Rig, startRig } from './support/rig.ts';
import { OLD_VERSION } from './support/wordpress.ts';

const PLUGIN = `${SLUG}/${SLUG}.php`;
const WELL_KNOWN = `.well-known/${SLUG}`;

let rig: Rig;
let zip: string;

const inSite = (...path: string[]) => join(rig.wordpress.folder, ...path);
const inMustUse = (...path: string[]) => inSite('wp-content/mu-plugins', ...path);
const oldFile = () => inMustUse('closte-domain-sync.php');

beforeAll(async () => {
  zip = join(mkdtempSync(join(tmpdir(), 'closte-sync-zip-')), `${SLUG}.zip`);
  writeFileSync(zip, await packPlugin());
  rig = await startRig({ plugin: false, constants: { FS_METHOD: 'direct' } });
});

afterEach(async () => {
  const installed = ['wp-content/plugins', 'wp-content/mu-plugins'].map((path) => inSite(path, SLUG));
  for (const path of [...installed, inSite('wp-content/languages'), inSite('.well-known'), oldFile()])
    rmSync(path, { recursive: true, force: true });
  for (const name of readdirSync(inMustUse()).filter((name) => name.endsWith('loader.php')))
    rmSync(inMustUse(name));
  rig.wordpress.define({ TEST_ACTION_SCHEDULER: null });
  await rig.wordpress.php(`
    global $wpdb;
    require_once ABSPATH . 'wp-admin/includes/ms.php';
    foreach ( get_sites( array( 'site__not_in' => array( 1 ) ) ) as $site ) { wp_delete_site( $site->id ); }
    $wpdb->query( 'DROP TABLE IF EXISTS wp_closte_sync, wp_closte_sync_seen, wp_closte_sync_notices, wp_wu_domain_mappings' );
    $wpdb->query( "DELETE FROM wp_options WHERE option_name LIKE 'closte_sync_lease_%'" );
    foreach ( array( 'closte_sync_schema', 'closte_sync_arrival_names', 'closte_sync_sweep', 'closte_sync_loopback', 'closte_sync_records_seen', 'WPLANG' ) as $option ) { delete_network_option( 1, $option ); }
    delete_option( 'WPLANG' );
    delete_option( 'test_actions' );
    update_network_option( 1, 'active_sitewide_plugins', array() );
    wp_clear_scheduled_hook( 'closte_sync_send' );
    wp_clear_scheduled_hook( 'closte_sync_sweep' );`);
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(async () => {
  rmSync(join(zip, '..'), { recursive: true });
  await rig.stop();
});

/** What Plugins, Add New, Upload Plugin does. */
const upload = ({ overwrite = false } = {}) =>
  rig.wordpress.php(
    `require_once ABSPATH . 'wp-admin/includes/admin.php';
     require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
     $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
     if ( true !== $upgrader->install( $args['zip'], array( 'overwrite_package' => $args['overwrite'] ) ) ) { throw new Exception( implode( ' ', $upgrader->skin->get_upgrade_messages() ) ); }
     return $upgrader->plugin_info();`,
    { zip, overwrite },
  );
const admin = (code: string) =>
  rig.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/admin.php'; ${code}`);
const activate = () =>
  admin(
    `$error = activate_plugin( '${PLUGIN}' ); if ( is_wp_error( $error ) ) { throw new Exception( $error->get_error_message() ); }`,
  );
const deactivate = () => admin(`deactivate_plugins( '${PLUGIN}' );`);
const remove = () => admin(`return true === delete_plugins( array( '${PLUGIN}' ) );`);

async function installForNetwork() {
  await upload();
  await activate();
}

/** What somebody does who has access to the files. */
async function installAsMustUse(loader = 'mu-loader.php') {
  expect(await run('unzip', ['-q', zip, '-d', inMustUse()])).toMatchObject({ code: 0, stderr: '' });
  cpSync(inMustUse(SLUG, 'mu-loader.php'), inMustUse(loader));
}

async function installOldVersion() {
  cpSync(OLD_VERSION, oldFile());
}

const ways = [
  {
    way: 'as a plugin of the network',
    install: installForNetwork,
    folder: () => inSite('wp-content/plugins', SLUG),
  },
  { way: 'as a plugin', install: () => installAsMustUse(), folder: () => inMustUse(SLUG) },
];

const map = (domain: string) => rig.wordpress.php('test_map( $args["domain"] );', { domain });
const unmap = (domain: string) => rig.wordpress.php('test_unmap( $args["domain"] );', { domain });
const sent = () =>
  rig.functions.received.map(({ path, body, verified }) => [path.split('/').at(-1), body.domain, verified]);

/** Where the class is that is at work. */
const loadedFrom = () =>
  rig.wordpress.php<string>('return ( new ReflectionClass( "Closte_Domain_Sync_Plugin" ) )->getFileName();');

/** The classes of either version that listen to a hook of WordPress or Ultimate Multisite, and how often each is there. */
const listeners = () =>
  rig.wordpress.php<Record<string, number>>(`
    $found = array();
    foreach ( array( 'wp_insert_site', 'wp_delete_site', 'wu_add_domain', 'closte_sync_send', 'closte_sync_sweep', 'rest_api_init', 'rest_pre_dispatch', 'manage_sites_action_links' ) as $hook ) {
      foreach ( isset( $GLOBALS['wp_filter'][ $hook ] ) ? $GLOBALS['wp_filter'][ $hook ]->callbacks : array() as $callbacks ) {
        foreach ( $callbacks as $callback ) {
          $class = is_array( $callback['function'] ) ? $callback['function'][0] : '';
          if ( is_string( $class ) && 0 === strpos( $class, 'Closte_' ) ) {
            $version           = 0 === strpos( $class, 'Closte_Domain_Sync_' ) ? 'new' : 'old';
            $found[ $version ] = ( $found[ $version ] ?? 0 ) + 1;
          }
        }
      }
    }
    return (object) $found;`);

/** What Site Health says: status and text by the name of the test. */
const siteHealth = () =>
  rig.wordpress.php<Record<string, [string, string]>>(`
    $results = array();
    foreach ( apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) )['direct'] as $name => $test ) {
      $result           = call_user_func( $test['test'] );
      $results[ $name ] = array( $result['status'], $result['label'] . ' ' . wp_strip_all_tags( $result['description'] ) );
    }
    return (object) $results;`);

describe.each(ways)('the ZIP, installed $way', ({ install, folder }) => {
  test('tells the functions what is mapped, and is reached by them', async () => {
    await install();
    expect(await loadedFrom()).toBe(join(folder(), 'includes/class-closte-domain-sync-plugin.php'));
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(sent()).toEqual([['map', 'shop.example.com', true]]);
    expect((await rig.wordpress.ask(`/wp-json/${SLUG}/v1/domains`, { method: 'POST' })).status).toBe(401);
    expect((await siteHealth())['closte-sync-settings']?.[0]).toBe('good');
  });

  test('hears of the site of somebody who signed up and follows the link in the e-mail', async () => {
    await install();
    const signup = await rig.wordpress.php<Record<string, string>>(`
      $signup = array();
      add_action( 'after_signup_site', static function ( ...$told ) use ( &$signup ) { $signup['key'] = $told[5]; }, 10, 6 );
      wpmu_signup_blog( 'signed-up.network.test', '/', 'Shop', 'somebody', 'somebody@network.test', array( 'public' => 1 ) );
      return $signup + array( 'signup_id' => $GLOBALS['wpdb']->get_var( 'SELECT MAX(signup_id) FROM wp_signups' ) );`);
    try {
      const page = await rig.wordpress.ask('/wp-activate.php', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(signup).toString(),
      });
      expect(page.text).toContain('Your account is now active!');
      expect(await rig.wishes()).toEqual([expect.stringMatching(/^signed-up\.network\.test: mapped \d+$/)]);
    } finally {
      await rig.wordpress.php('$GLOBALS["wpdb"]->query( "TRUNCATE wp_signups" );');
    }
  });

  test('is translated from its own folder', async () => {
    await install();
    const po = join(folder(), 'languages/closte-domain-sync-de_DE.po');
    writeFileSync(
      po,
      `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Closte Domain Sync is configured"
msgstr "Closte Domain Sync ist eingerichtet"
`,
    );
    await run('msgfmt', ['-o', po.replace(/po$/, 'mo'), po]);
    // WordPress takes no language of which it has no file itself.
    mkdirSync(inSite('wp-content/languages'), { recursive: true });
    cpSync(po.replace(/po$/, 'mo'), inSite('wp-content/languages/de_DE.mo'));
    await rig.wordpress.php('update_option( "WPLANG", "de_DE" );');
    const [, text] = (await siteHealth())['closte-sync-settings'] ?? [];
    expect(text).toContain('Closte Domain Sync ist eingerichtet');
  });
});

describe('a plugin of the network', () => {
  test('is one plugin, and is activated for the network and nothing less', async () => {
    expect(await upload()).toBe(PLUGIN);
    await activate();
    expect(
      await admin(
        `return array( array_keys( get_plugins() ), is_network_only_plugin( '${PLUGIN}' ), is_plugin_active_for_network( '${PLUGIN}' ), get_option( 'active_plugins' ) );`,
      ),
    ).toEqual([[PLUGIN], true, true, []]);
  });

  test('that is uploaded again goes on with every row', async () => {
    await installForNetwork();
    await live();
    const before = await inheritance();
    writeFileSync(inSite('wp-content/plugins', SLUG, 'of-an-earlier-version.php'), '<?php');
    await upload({ overwrite: true });
    expect(existsSync(inSite('wp-content/plugins', SLUG, 'of-an-earlier-version.php'))).toBe(false);
    expect(await inheritance()).toEqual(before);
    await rig.wordpress.cron();
    expect(sent()).toEqual([['map', 'waiting.example.com', true]]);
  });

  test('in a WordPress that is no network only says so, and goes as it came', async () => {
    // The constant is what the network's wp-config.php goes by.
    rig.wordpress.define({ TEST_INSTALLING: true });
    try {
      await installForNetwork();
      expect((await siteHealth())['closte-sync-settings']).toEqual([
        'critical',
        expect.stringContaining('This WordPress is not a multisite network'),
      ]);
      expect(await listeners()).toEqual({});
      await deactivate();
      expect(await remove()).toBe(true);
    } finally {
      rig.wordpress.define({ TEST_INSTALLING: null });
    }
  });

  test('that is deactivated takes its jobs off the schedule and keeps its rows; activated again it goes on', async () => {
    await installForNetwork();
    await rig.wordpress.cron();
    await map('shop.example.com');
    const jobs = () =>
      rig.wordpress.php(
        'return array_map( "wp_next_scheduled", array( "closte_sync_send", "closte_sync_sweep" ) );',
      );
    expect(await jobs()).toEqual([expect.any(Number), expect.any(Number)]);
    await deactivate();
    expect(await jobs()).toEqual([false, false]);
    await map('unheard.example.com');
    await rig.wordpress.cron();
    expect(rig.functions.received).toEqual([]);

    await activate();
    await rig.wordpress.php('');
    await rig.wordpress.cron();
    // What was wished while nobody listened is found by the sweep.
    expect(sent().toSorted()).toEqual([
      ['map', 'shop.example.com', true],
      ['map', 'unheard.example.com', true],
    ]);
  });
});

describe('two copies', () => {
  test('of this version, as a plugin of the network and as a plugin: the latter works, alone', async () => {
    await installForNetwork();
    await installAsMustUse();
    expect(await loadedFrom()).toContain('/mu-plugins/');
    await map('shop.example.com');
    await rig.wordpress.cron();
    expect(sent()).toEqual([['map', 'shop.example.com', true]]);
    expect(Object.keys(await listeners())).toEqual(['new']);

    // The jobs are those of the copy that works.
    const sweep = await admin(
      `deactivate_plugins( '${PLUGIN}' ); return wp_next_scheduled( 'closte_sync_sweep' );`,
    );
    expect(sweep).toEqual(expect.any(Number));
    expect(await remove()).toBe(true);
    expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2']);
    await map('other.example.com');
    await rig.wordpress.cron();
    expect(sent().at(-1)).toEqual(['map', 'other.example.com', true]);
  });

  test('a loader whose folder is gone does not take the network down', async () => {
    await installAsMustUse();
    rmSync(inMustUse(SLUG), { recursive: true });
    expect((await rig.wordpress.ask('/wp-login.php')).status).toBe(200);
  });
});

/** All that the old version leaves to the new one: rows, tables, options and jobs. */
const inheritance = () =>
  rig.wordpress.php(`
    global $wpdb;
    $jobs = array();
    foreach ( _get_cron_array() as $time => $hooks ) {
      foreach ( preg_grep( '/^closte/', array_keys( $hooks ) ) as $hook ) { $jobs[] = array( $time, $hook, $hooks[ $hook ] ); }
    }
    return array(
      $wpdb->get_results( 'SELECT * FROM wp_closte_sync ORDER BY domain' ),
      $wpdb->get_results( 'SELECT * FROM wp_closte_sync_seen ORDER BY id' ),
      $wpdb->get_row( 'SHOW CREATE TABLE wp_closte_sync', ARRAY_N ),
      $wpdb->get_row( 'SHOW CREATE TABLE wp_closte_sync_seen', ARRAY_N ),
      $wpdb->get_results( "SELECT * FROM wp_sitemeta WHERE meta_key LIKE 'closte%' ORDER BY meta_key" ),
      $jobs,
    );`);

/** A network in the middle of its life: domains that are told, refused, waiting for another attempt, and just wished. */
async function live() {
  await map('told.example.com');
  await map('removed.example.com');
  await rig.wordpress.cron();
  await unmap('removed.example.com');
  await rig.wordpress.cron();
  rig.functions.behaves(({ body }) =>
    body.domain === 'refused.example.com'
      ? { status: 422, body: { code: 'invalid-domain', detail: 'no' } }
      : { status: 503 },
  );
  await map('refused.example.com');
  await map('failed.example.com');
  await rig.wordpress.cron();
  await map('waiting.example.com');
  rig.functions.reset();
}

describe.each(ways)('from the old version, one file in mu-plugins, to this one $way', ({ install }) => {
  test('every row, option and job stays as it is, and what waits is sent at once', async () => {
    await installOldVersion();
    await live();
    const before = await inheritance();
    expect(Object.keys(await listeners())).toEqual(['old']);
    rmSync(oldFile());
    await install();
    expect(await inheritance()).toEqual(before);
    expect(Object.keys(await listeners())).toEqual(['new']);

    await rig.wordpress.cron();
    expect(sent()).toEqual([['map', 'waiting.example.com', true]]);
    await unmap('told.example.com');
    await rig.wordpress.cron();
    expect(sent().at(-1)).toEqual(['unmap', 'told.example.com', true]);
    expect(existsSync(inSite(WELL_KNOWN))).toBe(true);
    expect((await siteHealth())['closte-sync-old-version']).toBeUndefined();
  });
});

describe('the old version and this one at once', () => {
  test.each([
    { order: 'the old one first, this one as a plugin of the network', install: installForNetwork },
    { order: 'the old one first, this one as a plugin', install: () => installAsMustUse() },
    { order: 'this one first, both as plugins', install: () => installAsMustUse('a-loader.php') },
  ])(
    '$order: the old one works alone, Site Health says what to delete, and then this one goes on',
    async ({ install }) => {
      await installOldVersion();
      await live();
      const before = await inheritance();
      const { old } = await listeners();
      await install();
      expect(await inheritance()).toEqual(before);
      expect(await listeners()).toEqual({ old });

      await map('shop.example.com');
      await Promise.all([rig.wordpress.cron(), rig.wordpress.php('do_action( "closte_sync_sweep" );')]);
      expect(sent().toSorted()).toEqual([
        ['map', 'shop.example.com', true],
        ['map', 'waiting.example.com', true],
      ]);
      const health = await siteHealth();
      expect(health['closte-sync-settings']?.[0]).toBe('good');
      const [status, text] = health['closte-sync-old-version'] ?? [];
      expect(status).toBe('recommended');
      expect(text).toContain(`The old version in the file ${oldFile()} is at work.`);
      expect(text).toContain('Delete the old file.');

      rmSync(oldFile());
      await unmap('shop.example.com');
      await rig.wordpress.cron();
      expect(Object.keys(await listeners())).toEqual(['new']);
      expect(sent().at(-1)).toEqual(['unmap', 'shop.example.com', true]);
      expect((await siteHealth())['closte-sync-old-version']).toBeUndefined();
    },
  );

  test('the commands of WP-CLI are the old one’s', async () => {
    await installOldVersion();
    await installAsMustUse('a-loader.php');
    expect(await rig.wordpress.php('return WP_CLI::$commands;', { wp_cli: true })).toEqual({
      'closte-sync': 'Closte_Sync_Command',
    });
  });

  test('deleting this one leaves to the old one what is its own', async () => {
    await installOldVersion();
    await installForNetwork();
    await live();
    const before = await inheritance();
    await deactivate();
    expect(await remove()).toBe(true);
    expect(existsSync(inSite('wp-content/plugins', SLUG))).toBe(false);
    expect(await inheritance()).toEqual(before);
    expect(existsSync(inSite(WELL_KNOWN))).toBe(true);
  });
});

describe('uninstalling', () => {
  /** Everything in the database and under the document root that has the plugin's name. */
  const traces = async () => {
    const inDatabase = await rig.wordpress.php<string[]>(`
      global $wpdb;
      return array_merge(
        $wpdb->get_col( "SHOW TABLES LIKE '%closte%'" ),
        $wpdb->get_col( "SELECT meta_key FROM wp_sitemeta WHERE ( meta_key LIKE '%closte%' OR meta_value LIKE '%closte%' ) AND meta_key NOT LIKE '_site_transient%'" ),
        $wpdb->get_col( "SELECT meta_key FROM wp_usermeta WHERE meta_key LIKE '%closte%'" ),
        $wpdb->get_col( "SELECT option_name FROM wp_options WHERE ( option_name LIKE '%closte%' OR option_value LIKE '%closte%' ) AND option_name NOT LIKE '_transient%'" )
      );`);
    const inFiles = existsSync(inSite(WELL_KNOWN)) ? readdirSync(inSite(WELL_KNOWN)) : [];
    return [...inDatabase, ...inFiles];
  };

  const asPlugin = async () => {
    await deactivate();
    expect(await remove()).toBe(true);
  };
  /** As readme.txt says. */
  const asMustUse = async () => {
    rmSync(inMustUse('mu-loader.php'));
    await rig.wordpress.php(
      `define( "WP_UNINSTALL_PLUGIN", true ); require WPMU_PLUGIN_DIR . "/closte-domain-sync/uninstall.php";`,
    );
    rmSync(inMustUse(SLUG), { recursive: true });
  };

  test.each([
    { way: 'a plugin of the network', install: installForNetwork, uninstall: asPlugin },
    { way: 'a plugin', install: () => installAsMustUse(), uninstall: asMustUse },
  ])('$way leaves nothing behind', async ({ install, uninstall }) => {
    await install();
    await live();
    rig.wordpress.define({ TEST_ACTION_SCHEDULER: true });
    await map('action.example.com');
    await rig.wordpress.php('as_schedule_single_action( time(), "of_somebody_else" );');
    // As after a change of the secret that has not been noticed yet: only the option knows the old file.
    renameSync(
      inSite(WELL_KNOWN, readdirSync(inSite(WELL_KNOWN))[0] ?? ''),
      inSite(WELL_KNOWN, '0123456789abcdef0123456789abcdef'),
    );
    await rig.wordpress.php(
      `update_network_option( 1, "closte_sync_arrival_names", array( "0123456789abcdef0123456789abcdef" ) );
       Closte_Domain_Sync_Notice_Settings::set( 'owner', array( 'ready' ) );
       update_network_option( 1, 'closte_sync_digest', array( 'not_before' => 1, 'failed' => 0 ) );`,
    );
    await rig.wordpress.php(`
      update_network_option( 1, 'closte_sync_owners_see', '1' );
      update_user_meta( 1, 'closte_domain_sync_per_page', 50 );
      update_user_meta( 1, 'managetoplevel_page_closte-domain-sync-networkcolumnshidden', array( 'wanted' ) );`);
    expect(await traces()).toEqual(
      expect.arrayContaining([
        'closte_domain_sync_per_page',
        'wp_closte_sync',
        'wp_closte_sync_seen',
        'wp_closte_sync_notices',
        'closte_sync_notices',
        'closte_sync_digest',
        'closte_sync_schema',
        'closte_sync_arrival_names',
        'cron',
        'test_actions',
      ]),
    );

    await uninstall();
    expect(await traces()).toEqual([]);
    expect(existsSync(inSite('.well-known'))).toBe(true);
    expect(existsSync(inSite(WELL_KNOWN))).toBe(false);
    expect(await rig.wordpress.php('return get_option( "test_actions" );')).toMatchObject([
      { hook: 'of_somebody_else' },
    ]);
  });

  test('works in the process that has the plugin loaded, as wp plugin uninstall --deactivate does', async () => {
    await installForNetwork();
    await live();
    await admin(`deactivate_plugins( '${PLUGIN}' ); return uninstall_plugin( '${PLUGIN}' );`);
    await rig.wordpress.php('');
    expect(await traces()).toEqual([]);
  });

  test('leaves what somebody else has put beside the files', async () => {
    await installForNetwork();
    await rig.wordpress.cron();
    await rig.wordpress.cron();
    const others = ['fedcba9876543210fedcba9876543210', 'index.html'];
    mkdirSync(inSite(WELL_KNOWN), { recursive: true });
    for (const name of others) writeFileSync(inSite(WELL_KNOWN, name), 'of somebody else');
    await asPlugin();
    expect(readdirSync(inSite(WELL_KNOWN)).toSorted()).toEqual(others);
  });
});
