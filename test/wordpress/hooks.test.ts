import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

const RECORDING = join(import.meta.dirname, '../data/ultimate-multisite-hooks.json');
const RECORDED = JSON.parse(readFileSync(RECORDING, 'utf8')) as {
  scenarios: Record<string, { hooks_in_order: { hook: string; args: unknown[] }[] }>;
};

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  await rig.wordpress.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

/** Three sites, 2 to 4, and nobody has told the functions about them. */
const THREE_SITES = `
  update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
  foreach ( array( 'shop.network.test', 'blog3.network.test', 'um4.network.test' ) as $domain ) { test_site( $domain ); }
  $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' ); $GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );`;

describe('what Ultimate Multisite was seen to fire', () => {
  const scenarios: { name: string; before: string; gone?: number[]; wishes: string[] }[] = [
    {
      name: 'map',
      before: 'test_record( 2, 2, "shop.example.com" );',
      wishes: ['shop.example.com: mapped 2'],
    },
    {
      name: 'unmap',
      before: 'test_record( 2, 2, "shop.example.com" ); do_action( "wu_add_domain", "shop.example.com", 2 );',
      gone: [2],
      wishes: ['shop.example.com: removed 2'],
    },
    {
      name: 'create a site in subdomain mode',
      before: 'test_record( 21, 3, "blog3.network.test" );',
      wishes: ['blog3.network.test: mapped 3'],
    },
    {
      name: 'create a site through Ultimate Multisite',
      before: 'test_record( 22, 4, "um4.network.test" );',
      wishes: ['um4.network.test: mapped 4'],
    },
    {
      name: 'map a second, primary domain',
      before: 'test_record( 22, 4, "um4.network.test" ); test_record( 23, 4, "um4.example.com" );',
      wishes: ['um4.example.com: mapped 4'],
    },
    {
      name: 'rename a mapped domain',
      before: `test_record( 7, 2, 'ssl404.example.com' ); do_action( 'wu_add_domain', 'ssl404.example.com', 2 );
        $GLOBALS['wpdb']->update( 'wp_wu_domain_mappings', array( 'domain' => 'renamed.example.com' ), array( 'id' => 7 ) );`,
      wishes: ['renamed.example.com: mapped 2', 'ssl404.example.com: removed 2'],
    },
    { name: 'deactivate a mapped domain', before: 'test_record( 7, 2, "renamed.example.com" );', wishes: [] },
  ];

  test.each(scenarios)('$name: each domain is one event, and what WordPress wants', async (scenario) => {
    const hooks = RECORDED.scenarios[scenario.name]?.hooks_in_order;
    expect(hooks).toBeDefined();
    await rig.wordpress.php(
      `${THREE_SITES}
       ${scenario.before}
       test_replay( $args['hooks'], $args['gone'] );`,
      { hooks, gone: scenario.gone ?? [] },
    );
    expect(await rig.wishes()).toEqual(scenario.wishes);
  });

  test('the hooks that come later, from a queue, add nothing to those that came at once', async () => {
    const first = await rig.wordpress.php(`${THREE_SITES}
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) ); return test_rows();`);
    const second = await rig.wordpress.php(
      'do_action( "wu_add_domain", "shop.example.com", 2 ); return test_rows();',
    );
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test('a hook from the queue that was overtaken changes nothing', async () => {
    await rig.wordpress.php(`${THREE_SITES}
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'short.example.com' ) )->delete();
      do_action( 'wu_add_domain', 'short.example.com', 2 );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'again.example.com' ) )->delete();
      wu_create_domain( array( 'blog_id' => 3, 'domain' => 'again.example.com' ) );
      do_action( 'wu_remove_domain', 'again.example.com', 2 );`);
    expect(await rig.wishes()).toEqual(['again.example.com: mapped 3', 'short.example.com: removed 2']);
  });

  test('without Ultimate Multisite the records that it left behind decide, and no hook', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
    try {
      await rig.wordpress.php(`test_map( 'a.example.com' ); do_action( 'wu_add_domain', 'b.example.com', '2' );
        do_action( 'wu_remove_domain', 'a.example.com', '2' );`);
      expect(await rig.wishes()).toEqual(['a.example.com: mapped 2']);
    } finally {
      rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    }
  });
});

describe('sites', () => {
  test("a site under the network's own domain is mapped, once, though WordPress and the record both say so", async () => {
    await rig.wordpress.php('test_site( "blog.network.test" );');
    expect(await rig.wishes()).toEqual(['blog.network.test: mapped 2']);
  });

  test('a site that is deleted takes all of its names with it, and nobody else’s', async () => {
    await rig.wordpress.php(`
      test_site( 'shop.network.test' ); test_site( 'other.network.test' );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );
      wu_create_domain( array( 'blog_id' => 3, 'domain' => 'other.example.com' ) );
      test_record( 99, 2, 'forgotten.example.com' );`);
    await rig.wordpress.php(
      'wp_delete_site( 2 ); do_action( "wu_remove_subdomain", "shop.network.test", "2" );',
    );
    expect(await rig.wishes()).toEqual([
      'forgotten.example.com: removed 2',
      'other.example.com: mapped 3',
      'other.network.test: mapped 3',
      'shop.example.com: removed 2',
      'shop.network.test: removed 2',
      'www.forgotten.example.com: removed 2',
      'www.other.example.com: mapped 3',
      'www.shop.example.com: removed 2',
    ]);
  });

  test('a name that two sites share by path stays until the last of them goes', async () => {
    await rig.wordpress.php(`test_site( 'shared.example.com' ); test_site( 'shared.example.com', '/two/' );
      update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
      $GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' ); wp_delete_site( 2 );`);
    expect((await rig.wishes())[0]).toBe('shared.example.com: mapped 3');
    await rig.wordpress.php('wp_delete_site( 3 );');
    expect((await rig.wishes())[0]).toBe('shared.example.com: removed 3');
  });

  test('a site that gets another domain has the old one removed and the new one mapped', async () => {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
    try {
      await rig.wordpress.php(`test_site( 'shop.network.test' );
        wp_update_site( 2, array( 'domain' => 'shop.example.com' ) );`);
      expect(await rig.wishes()).toEqual(['shop.example.com: mapped 2', 'shop.network.test: removed 2']);
    } finally {
      rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    }
  });

  test('archiving a site, marking it as deleted or as spam is no removal', async () => {
    await rig.wordpress.php(`test_site( 'shop.network.test' );
      foreach ( array( 'archived', 'deleted', 'spam', 'public' ) as $flag ) { update_blog_status( 2, $flag, 1 ); }`);
    expect(await rig.wishes()).toEqual(['shop.network.test: mapped 2']);
  });

  test("the network's own domain is never mapped and never removed", async () => {
    await rig.wordpress.php(`wp_update_site( 1, array( 'domain' => 'moved.example.com' ) );
      wp_update_site( 1, array( 'domain' => 'network.test' ) );
      test_record( 5, 1, 'network.test' ); wu_get_domain( 5 )->delete(); do_action( 'wu_remove_domain', 'network.test', 1 );`);
    const names = (await rig.wishes()).filter((wish) => wish.startsWith('network.test'));
    expect(names).toEqual([]);
  });
});

describe('www', () => {
  test('does not go with a wildcard, which no record can have', async () => {
    await rig.wordpress.php(`test_site( 'site2.network.test' );
      foreach ( array( 'map', 'unmap' ) as $wish ) {
        Closte_Domain_Sync_Operator_Wishes::$wish( '*.example.com', 2 );
        Closte_Domain_Sync_Wishes::look_at( array( '*.example.com' ) );
      }`);
    expect(await rig.wishes()).toEqual(['*.example.com: removed 2', 'site2.network.test: mapped 2']);
  });

  const cases: { setting: string; domain: string; www: boolean }[] = [
    { setting: 'always', domain: 'example.com', www: true },
    { setting: 'always', domain: 'shop.example.com', www: true },
    { setting: 'main_only', domain: 'example.com', www: true },
    { setting: 'main_only', domain: 'example.co.uk', www: true },
    { setting: 'main_only', domain: 'shop.example.com', www: false },
    { setting: 'never', domain: 'example.com', www: false },
    { setting: 'always', domain: 'www.example.com', www: false },
    { setting: 'always', domain: 'blog.network.test', www: false },
  ];

  test('is mapped and removed with its domain where the setting asks for it', async () => {
    const seen = await rig.wordpress.php(
      `test_site( 'site2.network.test' ); $seen = array(); $wpdb = $GLOBALS['wpdb'];
       foreach ( $args['cases'] as $case ) {
         update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => $case['setting'] ) );
         $wpdb->query( 'TRUNCATE wp_closte_sync' );
         $record = wu_create_domain( array( 'blog_id' => 2, 'domain' => $case['domain'] ) );
         $mapped = wp_list_pluck( test_rows(), 'wanted', 'domain' );
         $record->delete();
         $seen[] = array( $mapped, wp_list_pluck( test_rows(), 'wanted', 'domain' ) );
       }
       return $seen;`,
      { cases },
    );
    const expected = cases.map(({ domain, www }) =>
      ['mapped', 'removed'].map((wanted) => ({
        [domain]: wanted,
        ...(www && { [`www.${domain}`]: wanted }),
      })),
    );
    expect(seen).toEqual(expected);
  });

  test('is what Ultimate Multisite itself says, where it can be asked', async () => {
    rig.wordpress.define({ TEST_ASKED_WWW: 'asked.example.com' });
    await rig.wordpress.php(`
      test_site( 'site2.network.test' );
      foreach ( array( 'asked.example.com', 'other.example.com' ) as $domain ) {
        wu_create_domain( array( 'blog_id' => 2, 'domain' => $domain ) );
      }`);
    rig.wordpress.define({ TEST_ASKED_WWW: null });
    expect(await rig.wishes()).toEqual([
      'asked.example.com: mapped 2',
      'other.example.com: mapped 2',
      'site2.network.test: mapped 2',
      'www.asked.example.com: mapped 2',
    ]);
  });

  test('that has a record of its own is left to that record', async () => {
    await rig.wordpress.php(`test_site( 'site2.network.test' ); test_site( 'site3.network.test' );
      wu_create_domain( array( 'blog_id' => 3, 'domain' => 'www.example.com' ) );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'example.com' ) );
      wu_get_domain_by_domain( 'example.com' )->delete();`);
    expect(await rig.wishes()).toEqual(
      expect.arrayContaining(['example.com: removed 2', 'www.example.com: mapped 3']),
    );
  });

  test('whose own record is deleted stays mapped while its domain asks for it', async () => {
    await rig.wordpress.php(`test_site( 'site2.network.test' ); test_site( 'site3.network.test' );
      wu_create_domain( array( 'blog_id' => 2, 'domain' => 'example.com' ) );
      wu_create_domain( array( 'blog_id' => 3, 'domain' => 'www.example.com' ) )->delete();`);
    expect(await rig.wishes()).toEqual(
      expect.arrayContaining(['example.com: mapped 2', 'www.example.com: mapped 2']),
    );
  });

  test('goes though the setting was changed to never in the meantime', async () => {
    await rig.wordpress.php(`test_site( 'site2.network.test' );
      $record = wu_create_domain( array( 'blog_id' => 2, 'domain' => 'example.com' ) );
      update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
      $record->delete();`);
    expect(await rig.wishes()).toEqual([
      'example.com: removed 2',
      'site2.network.test: mapped 2',
      'www.example.com: removed 2',
    ]);
  });
});

test('names are kept in one form: lower case, A-labels, no port, no dot at the end', async () => {
  rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
  try {
    await rig.wordpress.php(`
      foreach ( array( 'Shop.Example.COM', ' shop.example.com. ', 'shop.example.com:8443', 'BÜCHER.example', '*.BÜCHER.example', '', 'not a name', 7 ) as $name ) {
        test_map( $name );
      }`);
    expect(await rig.wishes()).toEqual([
      '*.xn--bcher-kva.example: mapped 2',
      'shop.example.com: mapped 2',
      'xn--bcher-kva.example: mapped 2',
    ]);
  } finally {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
  }
});
