import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { READY } from './support/recorder.ts';
import { API_KEY, type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true, TEST_REGISTRY: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({
    TEST_REGISTRY: true,
    CLOSTE_SYNC_URL: rig.functions.url,
    CLOSTE_CLIENT_API_KEY: API_KEY,
  });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const INTEGRATION = `WP_Ultimo\\Integrations\\Integration_Registry::get_instance()->get( 'closte' )`;

/** Its switch, as its wizard moves it. */
const on = () => rig.wordpress.php(`${INTEGRATION}->enable();`);

/** The addresses at Closte that WordPress itself called. */
const calledAtCloste = () =>
  rig.wordpress.php<string[]>(
    `return array_values( preg_grep( '/closte.com/', get_option( 'test_asked', array() ) ) );`,
  );

/** A record comes and goes; each time what Ultimate Multisite has in its queue is done, and what is due is sent. */
async function mapAndUnmap(): Promise<void> {
  await rig.wordpress.php(
    `test_home(); update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );
     test_run_wu_actions();`,
  );
  await rig.wordpress.cron();
  await rig.wordpress.php(`wu_get_domain_by_domain( 'shop.example.com' )->delete(); test_run_wu_actions();`);
  await rig.wordpress.cron();
}

const sent = () => rig.functions.received.map(({ body }) => `${body.type} ${body.domain}`);

describe('in the registry of integrations', () => {
  test('the plugin has the place of Closte: its switch, its constants, no step in which nothing is to be done', async () => {
    expect(
      await rig.wordpress.php(
        `$closte = ${INTEGRATION};
         $module = WP_Ultimo\\Integrations\\Integration_Registry::get_instance()->get_capability( 'closte', 'domain-mapping' );
         return array( get_class( $closte ), $closte->get_title(), $closte->is_setup(), $closte->detect(),
           $closte->supports( 'no-instructions' ), $closte->supports( 'no-config' ), get_class( $module ),
           array_map( 'count', $module->get_explainer_lines() ), Closte_Domain_Sync_Registry::is_in_place() );`,
      ),
    ).toEqual([
      'Closte_Domain_Sync_Integration',
      'Closte',
      true,
      true,
      true,
      true,
      'Closte_Domain_Sync_Domain_Mapping',
      { will: 2, will_not: 1 },
      true,
    ]);
  });

  test('a map and an unmap are one call each to the functions, and none to Closte', async () => {
    await on();
    await mapAndUnmap();
    expect(sent()).toEqual(['domain.mapped shop.example.com', 'domain.removed shop.example.com']);
    expect(await calledAtCloste()).toEqual([]);
  });

  test('where the plugin is not configured, Ultimate Multisite’s own integration stays and does what it did', async () => {
    rig.wordpress.define({ CLOSTE_SYNC_URL: null });
    await on();
    await mapAndUnmap();
    expect(sent()).toEqual([]);
    expect((await calledAtCloste()).map((url) => url.split('/client')[1])).toEqual([
      '/adddomainalias',
      '/ssl/install',
      '/installssl',
      '/ssl',
      '/certificate/install',
      '/deletedomainalias',
    ]);
  });

  test('the capability does what it is asked to, whoever calls it', async () => {
    await on();
    const module = `WP_Ultimo\\Integrations\\Integration_Registry::get_instance()->get_capability( 'closte', 'domain-mapping' )`;
    await rig.wordpress.php(
      `test_home(); test_record( 5, 2, 'shop.example.com' );
       ${module}->on_add_domain( 'shop.example.com', 2 );
       ${module}->on_add_subdomain( 'sub.network.test', 2 );
       ${module}->on_remove_subdomain( 'sub.network.test', 2 );`,
    );
    const { domain, wanted } = (await rig.wordpress.rows())[0] ?? {};
    expect({ domain, wanted }).toEqual({ domain: 'shop.example.com', wanted: 'mapped' });
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->delete( 'wp_wu_domain_mappings', array( 'id' => 5 ) );
       ${module}->on_remove_domain( 'shop.example.com', 2 );`,
    );
    expect((await rig.wishes())[0]).toBe('shop.example.com: removed 2');
  });
});

describe('the connection test of the wizard', () => {
  const tested = () =>
    rig.wordpress.php<string | true>(
      `$result = ${INTEGRATION}->test_connection(); return is_wp_error( $result ) ? $result->get_error_message() : $result;`,
    );

  test('asks the functions, and not Closte', async () => {
    expect(await tested()).toBe(true);
    expect(rig.functions.received.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/functions/status'],
    ]);
    expect(await calledAtCloste()).toEqual([]);
  });

  test.each([
    [
      'a check that is bad, with its remedy, as text that can stand in a page',
      {
        status: 200,
        body: {
          ready: false,
          checks: [
            ...READY.checks,
            { check: 'wordpress', state: 'bad', title: 'It said <b>no</b>', remedy: 'Open the wall' },
          ],
        },
      },
      'The functions answer and accept the signature of this network, but are not ready. It said &lt;b&gt;no&lt;/b&gt;. Open the wall',
    ],
    [
      'another secret',
      { status: 401, body: { code: 'unauthorized', detail: 'no' } },
      'The functions do not accept the signature; both sides need the same key or secret. The functions answered 401: unauthorized: no',
    ],
    ['somebody else', { status: 404, body: '' }, 'There is no function status at'],
  ])('says in words what is wrong: %s', async (_, answer, words) => {
    rig.functions.behaves(answer);
    expect(await tested()).toContain(words);
  });

  test('asks nobody where this is a copy of the network, and says so', async () => {
    rig.functions.behaves('works');
    await rig.wordpress.php('Closte_Domain_Sync_Identity::adopt();');
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->update( 'wp_site', array( 'domain' => 'staging.test' ), array( 'id' => 1 ) );`,
    );
    const said = await tested();
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->update( 'wp_site', array( 'domain' => 'network.test' ), array( 'id' => 1 ) );`,
    );
    expect(said).toContain('belongs to another network');
    expect(rig.functions.received).toEqual([]);
  });

  test('is what the wizard’s request answers', async () => {
    const answer = (await rig.wordpress.php(
      `add_filter( 'wp_die_ajax_handler', static fn() => static function () { throw new Exception(); } );
       add_filter( 'wp_doing_ajax', '__return_true' );
       $_REQUEST['integration'] = 'closte'; ob_start();
       try { do_action( 'wp_ajax_wu_test_hosting_integration' ); } catch ( Exception $e ) {}
       return json_decode( ob_get_clean(), true );`,
    )) as { success: boolean };
    expect(answer.success).toBe(true);
  });
});
