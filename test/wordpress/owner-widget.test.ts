import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Admin, logIn, nonceOf } from './support/admin.ts';
import { LIST, textOf } from './support/list.ts';
import { type Rig, startRig } from './support/rig.ts';

let rig: Rig;
let admin: Admin;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
  admin = await logIn(rig.wordpress);
});

afterEach(async () => {
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

async function operatorLets(owners: boolean): Promise<void> {
  await admin.post(LIST, [
    ['action', 'closte-sync-set'],
    ['_wpnonce', nonceOf((await admin.get(LIST)).text, 'closte-sync-set')],
    ...(owners ? ([['owners_see', '1']] as const) : []),
  ]);
}

/** What the dashboard of a site shows of its domains to somebody; null where it does not. */
const dashboard = (site: number, role = 'administrator') =>
  rig.wordpress.php<string | null>(
    `require_once ABSPATH . 'wp-admin/includes/admin.php';
     require_once ABSPATH . 'wp-admin/includes/dashboard.php';
     $user = new WP_User( 1 );
     wp_set_current_user( 1 );
     add_filter( 'user_has_cap', static fn() => array_fill_keys( array_keys( array_filter( get_role( $args['role'] )->capabilities ) ), true ) );
     add_filter( 'pre_site_option_site_admins', static fn() => array() );
     $GLOBALS['blog_id'] = $args['site'];
     set_current_screen( 'dashboard' );
     do_action( 'wp_dashboard_setup' );
     $boxes = $GLOBALS['wp_meta_boxes']['dashboard']['normal']['core'] ?? array();
     if ( ! isset( $boxes['closte-sync-domains'] ) ) { return null; }
     ob_start();
     call_user_func( $boxes['closte-sync-domains']['callback'] );
     return ob_get_clean();`,
    { site, role },
  );

const DOMAINS = `
  global $wpdb;
  test_home( 2 ); test_home( 3 );
  foreach ( array(
    array( 'a.example.com', 2, 'mapped', 'sent', 'done' ), array( 'xn--bcher-kva.example.com', 2, 'mapped', 'sent', 'checking-dns' ),
    array( 'new.example.com', 2, 'mapped', 'waiting', '' ), array( 'gone.example.com', 2, 'removed', 'sent', 'removed' ),
    array( 'other.example.com', 3, 'mapped', 'sent', 'failed' ),
  ) as list( $domain, $site, $wanted, $state, $stage ) ) {
    $wpdb->insert( 'wp_closte_sync', array( 'domain' => $domain, 'site_id' => $site, 'wanted' => $wanted, 'event_id' => "evt_$domain", 'state' => $state, 'stage' => $stage, 'message' => 'of the operator', 'wished_at' => 1, 'updated_at' => 1 ) );
  }`;

test('nobody sees it until the operator lets the owners, nor once he does not any more', async () => {
  await rig.wordpress.php(DOMAINS);
  expect(await dashboard(2)).toBeNull();
  await operatorLets(true);
  expect(await dashboard(2)).not.toBeNull();
  expect((await admin.get(LIST)).text).toMatch(/name="owners_see" value="1" checked/);
  await operatorLets(false);
  expect(await dashboard(2)).toBeNull();
});

test('it has the domains of its own site that are mapped, each with its stage and a link to its status page', async () => {
  await rig.wordpress.php(DOMAINS);
  await operatorLets(true);
  const html = (await dashboard(2)) ?? '';
  expect([...html.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item))).toEqual([
    'a.example.com : Works Status page',
    'new.example.com : Being set up Status page',
    'bücher.example.com : Waiting for the DNS Status page',
  ]);
  expect(html.match(/\/functions\/status\?domain=[^&]*/g)).toEqual([
    '/functions/status?domain=a.example.com',
    '/functions/status?domain=new.example.com',
    '/functions/status?domain=xn--bcher-kva.example.com',
  ]);
  expect(html).not.toContain('of the operator');
});

test('it names the first 20, and says how many more there are', async () => {
  await rig.wordpress.php(
    `test_home( 2 );
     for ( $n = 10; $n < 33; $n++ ) { Closte_Domain_Sync_Domain_Table::store_wish( "a$n.example.com", 2, 'mapped', 'sent' ); }`,
  );
  await operatorLets(true);
  const text = textOf((await dashboard(2)) ?? '');
  expect(text.match(/a\d\d\.example\.com/g)).toEqual(
    Array.from({ length: 20 }, (_, n) => `a${n + 10}.example.com`),
  );
  expect(text).toMatch(/And 3 more\.$/);
});

test('it is for the administrators of the site alone', async () => {
  await rig.wordpress.php(DOMAINS);
  await operatorLets(true);
  expect(await dashboard(2, 'editor')).toBeNull();
});

test('it says so where the site has no domain', async () => {
  await operatorLets(true);
  expect(textOf((await dashboard(1)) ?? '')).toBe('This site has no domain of its own.');
});
