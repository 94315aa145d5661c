import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { API_KEY, postSigned, type Rig, startRig } from './support/rig.ts';

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

const DOMAIN = 'shop.example.com';
const MOVE = (on: boolean) =>
  `update_network_option( null, 'wu_host_integrations_enabled', array( 'closte' => ${on} ) );`;

/** A domain with a record, which the functions follow; its loop has begun, as it does with a new record. */
async function followed(): Promise<void> {
  await rig.wordpress.php(
    `${MOVE(true)} test_home();
     update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     $record = wu_create_domain( array( 'blog_id' => 2, 'domain' => '${DOMAIN}' ) );
     wu_enqueue_async_action( 'wu_async_process_domain_stage', array( 'domain_id' => $record->get_id() ), 'domain' );`,
  );
  await rig.wordpress.cron();
}

/** A try that is due is made, and what follows it: what it asked, and what is in the queue then. */
async function tried() {
  const [asked, queue] = await rig.wordpress.php<[string[], string[]]>(
    `delete_option( 'test_asked' ); test_run_wu_actions(); return array( array_values( preg_grep( '/${DOMAIN}/', get_option( 'test_asked', array() ) ) ), test_wu_queue() );`,
  );
  return { asked, queue };
}

const NOTHING = { asked: [], queue: [] };
const ONE_TRY = {
  asked: [`https://${DOMAIN}/`, `http://${DOMAIN}/`],
  queue: [expect.stringMatching(/^wu_async_process_domain_stage \d+ 1$/)],
};

const row = async () => {
  const [found] = (await rig.wordpress.rows()).filter(({ domain }) => domain === DOMAIN);
  if (found === undefined) throw new Error('no row');
  return found;
};
const report = async (stage: string, more: object = {}) => {
  const { event_id: mapping_id } = await row();
  return postSigned(rig, 'stage', { domain: DOMAIN, stage, mapping_id, ...more });
};
const record = () =>
  rig.wordpress.php<{ stage: string; primary: boolean }>(
    `$record = wu_get_domain_by_domain( '${DOMAIN}' ); return array( 'stage' => $record->get_stage(), 'primary' => $record->is_primary_domain() );`,
  );

describe('a try of Ultimate Multisite’s own', () => {
  test.each([true, null])(
    'ends before it asks anything where the functions follow (registry: %s)',
    async (there) => {
      rig.wordpress.define({ TEST_REGISTRY: there });
      await followed();
      expect(await tried()).toEqual(NOTHING);
      expect((await record()).stage).toBe('checking-dns');
    },
  );

  test('is made for the next domain in the same request that nobody follows', async () => {
    await followed();
    const { asked } = await rig.wordpress.php<{ asked: string[] }>(
      `test_record( 70, 1, 'nobodys.example.com' );
       do_action( 'wu_async_process_domain_stage', wu_get_domain_by_domain( '${DOMAIN}' )->get_id(), 0 );
       do_action( 'wu_async_process_domain_stage', 70, 0 );
       return array( 'asked' => get_option( 'test_asked' ) );`,
    );
    expect(asked).toEqual(['https://nobodys.example.com/', 'http://nobodys.example.com/']);
  });

  test('gives no verdict either in a version that calls it from elsewhere', async () => {
    await followed();
    expect(
      await rig.wordpress.php(
        `return apply_filters( 'wu_async_process_domain_stage_max_tries', 5, wu_get_domain_by_domain( '${DOMAIN}' ) ) > 1e9;`,
      ),
    ).toBe(true);
  });
});

describe('the tries begin anew, once, when nobody follows the domain any more:', () => {
  /** Ended once while it is followed. */
  async function ended(): Promise<void> {
    await followed();
    expect(await tried()).toEqual(NOTHING);
  }
  const job = async () => {
    await rig.wordpress.advance(300);
    await rig.wordpress.cron();
  };

  test('not while they do', async () => {
    await ended();
    await job();
    expect(await rig.wordpress.php('return test_wu_queue();')).toEqual([]);
    expect(await tried()).toEqual(NOTHING);
  });

  const reasons: { name: string; php: string; after?: () => Promise<void> }[] = [
    { name: 'the switch is off', php: MOVE(false), after: job },
    {
      name: 'the functions refused it',
      php: `$GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET state = 'refused', refusal = 'invalid-domain'" );`,
      after: job,
    },
    {
      name: 'its mapping was cancelled',
      php: `$GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET stage = 'cancelled'" );`,
      after: job,
    },
    { name: 'the plugin is deactivated', php: 'Closte_Domain_Sync_Plugin::deactivate();' },
  ];
  test.each(reasons)('$name', async ({ php, after }) => {
    await ended();
    await rig.wordpress.php(php);
    await after?.();
    if (after === undefined) await rig.wordpress.php(MOVE(false));
    expect(await tried()).toEqual(ONE_TRY);
    await job();
    expect(await tried()).toEqual({ ...ONE_TRY, queue: [expect.stringMatching(/ 2$/)] });
  });

  test('the plugin is not configured any more', async () => {
    await ended();
    rig.wordpress.define({ CLOSTE_SYNC_URL: null });
    await job();
    expect(await tried()).toEqual(ONE_TRY);
  });

  test('this is a copy of the network', async () => {
    await ended();
    await rig.wordpress.php(
      `Closte_Domain_Sync_Identity::adopt();
       $taken = get_network_option( 1, 'closte_sync_fingerprint' ); $taken['type'] = 'another';
       update_network_option( 1, 'closte_sync_fingerprint', $taken );`,
    );
    await job();
    expect(await tried()).toEqual(ONE_TRY);
  });

  test('its record has another name, which nobody follows', async () => {
    await ended();
    await rig.wordpress.php(
      `$record = wu_get_domain_by_domain( '${DOMAIN}' ); $record->set_domain( 'renamed.${DOMAIN}' ); $record->save();
       $GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET state = 'refused', refusal = 'invalid-domain'" );`,
    );
    await job();
    expect((await tried()).asked).toEqual([`https://renamed.${DOMAIN}/`, `http://renamed.${DOMAIN}/`]);
  });

  test('not where the record needs none any more', async () => {
    await ended();
    await report('done');
    await rig.wordpress.php(MOVE(false));
    await job();
    expect(await tried()).toEqual(NOTHING);
  });
});

describe('a record says what the row says', () => {
  test('from the first answer on: the end of a mapping before is not left on it', async () => {
    await followed();
    await report('failed');
    expect((await record()).stage).toBe('failed');
    await rig.wordpress.php(
      `Closte_Domain_Sync_Event_Queue::renew( '${DOMAIN}' ); Closte_Domain_Sync_Sender::run();`,
    );
    expect([(await row()).stage, (await record()).stage]).toEqual(['checking-dns', 'checking-dns']);
  });

  test('while the alias is to be added anew, it is at its first stage', async () => {
    await followed();
    await report('ssl-failed');
    expect(await report('adding-domain', { anew: true })).toMatchObject({ record: 'saved' });
    expect((await record()).stage).toBe('checking-dns');
  });
});

describe('the primary domain of a site', () => {
  const DEMOTE = `$record = wu_get_domain_by_domain( '${DOMAIN}' ); $record->set_primary_domain( false ); $record->save();`;
  const AGAIN = `$record = wu_get_domain_by_domain( '${DOMAIN}' ); $record->set_stage( 'checking-dns' ); $record->save();`;

  test('becomes the one that is done, the first time', async () => {
    await followed();
    await report('done');
    expect(await record()).toEqual({ stage: 'done', primary: true });
  });

  const cases: { name: string; php: string }[] = [
    { name: 'was demoted by a person', php: DEMOTE },
    { name: 'was demoted, and begins anew', php: DEMOTE + AGAIN },
    {
      name: 'gave way to another one',
      php: `${AGAIN} wu_create_domain( array( 'blog_id' => 2, 'domain' => 'other.network.test', 'primary_domain' => 1 ) );`,
    },
  ];
  test.each(cases)('is not again the one that $name', async ({ php }) => {
    await followed();
    await report('done');
    await rig.wordpress.php(php);
    const others = () =>
      rig.wordpress.php(
        `return $GLOBALS['wpdb']->get_col( "SELECT primary_domain FROM wp_wu_domain_mappings WHERE domain <> '${DOMAIN}'" );`,
      );
    const before = await others();
    await report('checking-dns', { anew: true });
    await report('done', { secure: true });
    expect(await record()).toEqual({ stage: 'done', primary: false });
    expect(await others()).toEqual(before);
  });

  test.each(['import', 'a report'])(
    'is not the one that was served before the plugin knew it (%s)',
    async (how) => {
      await rig.wordpress.php(
        `${MOVE(true)} test_home(); test_record( 80, 2, '${DOMAIN}', 'done-without-ssl' );
       WP_CLI::run( 'closte-sync', 'import', array(), array() );
       if ( 'a report' === $args['how'] ) { $GLOBALS['wpdb']->query( 'UPDATE wp_closte_sync SET done_record = 0' ); }`,
        { how, wp_cli: true },
      );
      if (how === 'a report') await report('checking-dns', { anew: true });
      await rig.wordpress.php(AGAIN);
      await report('done');
      expect(await record()).toEqual({ stage: 'done', primary: false });
    },
  );

  test('is put right where a version promotes in another way', async () => {
    await followed();
    await report('done');
    await rig.wordpress.php(DEMOTE + AGAIN);
    const { event_id } = await row();
    await rig.wordpress.php(
      `add_action( 'wu_domain_post_save', static function ( $fields ) {
         $record = wu_get_domain( $fields['id'] );
         if ( 'done' === $record->get_stage() && ! $record->is_primary_domain() && ! did_action( 'test_promoted' ) ) {
           do_action( 'test_promoted' ); $record->set_primary_domain( true ); $record->save();
         }
       } );
       Closte_Domain_Sync_Stage_Report::take( Closte_Domain_Sync_Stage_Report::read( array( 'domain' => '${DOMAIN}', 'stage' => 'done', 'anew' => true, 'mapping_id' => $args['id'] ) ) );`,
      { id: event_id },
    );
    expect(await record()).toEqual({ stage: 'done', primary: false });
  });

  test('stays as it is when the sweep brings the record back to its stage', async () => {
    await followed();
    await report('done');
    await rig.wordpress.php(`${DEMOTE}${AGAIN} Closte_Domain_Sync_Sweep::go_on( 20, 0 );`);
    expect(await record()).toEqual({ stage: 'done', primary: false });
  });

  test('may be promoted anew where the record is another one', async () => {
    await followed();
    await report('done');
    await rig.wordpress.php(`wu_get_domain_by_domain( '${DOMAIN}' )->delete();
      wu_create_domain( array( 'blog_id' => 2, 'domain' => '${DOMAIN}' ) );`);
    await report('done');
    expect(await record()).toEqual({ stage: 'done', primary: true });
  });
});
