import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { toldOf } from './support/told.ts';

const SHOP = 'shop.example.com';

let rig: Rig;
const { told, follow, report, waiting } = toldOf(() => rig);

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_MAIL: 'works', TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
});

beforeEach(async () => {
  await rig.wordpress.php(
    `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     Closte_Domain_Sync_Notice_Settings::set( 'admin', array() );`,
  );
  await follow(SHOP);
});

afterEach(async () => {
  rig.wordpress.mails();
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const SLUGS = ['ready', 'overdue', 'failed', 'lost'].map((kind) => `closte_domain_${kind}`);
/** Sets webhooks, e-mails or customers of Ultimate Multisite. */
const set = (name: string, value: unknown) =>
  rig.wordpress.php(`update_network_option( null, 'test_wu_' . $args['name'], $args['value'] );`, {
    name,
    value,
  });
/** What was sent to webhooks. */
const webhooks = () =>
  rig.functions.received.filter(({ path }) => path.startsWith('/functions/hook')).map(({ body }) => body);

describe('the event types', () => {
  test('are there with a name, a description and an example, when the webhooks are made to listen', async () => {
    const types = await rig.wordpress.php<Record<string, { name: string; desc: string; payload: object }>>(
      `$types = array_intersect_key( wu_get_event_types(), array_flip( $args['slugs'] ) );
       foreach ( $types as $slug => $type ) {
         $types[ $slug ]['payload'] = wu_maybe_lazy_load_payload( $type['payload'] );
         $types[ $slug ]['heard']   = has_action( "wu_event_$slug" );
         array_map( 'htmlentities2', $types[ $slug ]['payload'] );
       }
       return $types;`,
      { slugs: SLUGS },
    );
    expect(Object.keys(types).toSorted()).toEqual(SLUGS.toSorted());
    for (const type of Object.values(types)) {
      expect(type).toMatchObject({
        name: expect.stringMatching(/^Domain /),
        desc: expect.stringMatching(/./),
        deprecated_args: [],
        heard: true,
        payload: { domain: SHOP, status_url: expect.any(String), customer_id: 1, site_title: 'An example' },
      });
    }
  });

  test('have the same example in every event as in what is sent', async () => {
    await set('webhooks', [['closte_domain_ready', `${rig.functions.url}/hook`]]);
    await set('customers', { 2: { id: 7, name: 'Anna', email: 'anna@example.com' } });
    await report(SHOP, 'done');
    await told();
    const example = await rig.wordpress.php<object>(
      `return wu_maybe_lazy_load_payload( wu_get_event_types()['closte_domain_ready']['payload'] );`,
    );
    const sent: object = webhooks()[0] ?? {};
    expect(sent).toMatchObject({ object_type: 'domain', object_id: 1 });
    expect(Object.keys(sent).toSorted()).toEqual(
      [...Object.keys(example), 'object_id', 'object_type'].toSorted(),
    );
  });
});

test('a webhook gets its own event, once, and no other', async () => {
  await set('webhooks', [
    ['closte_domain_failed', `${rig.functions.url}/hook`],
    ['closte_domain_lost', `${rig.functions.url}/hook`],
  ]);
  await report(SHOP, 'checking-dns', { event: 'dns.overdue' });
  await report(SHOP, 'failed', { message: 'Set a CNAME record.' });
  expect(await told()).toEqual([`overdue ${SHOP}`, `failed ${SHOP}`]);
  expect(await told()).toEqual([]);
  expect(webhooks()).toEqual([
    expect.objectContaining({
      domain: SHOP,
      site_id: '2',
      notice: 'failed',
      notice_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      stage: 'failed',
      message: 'Set a CNAME record.',
      status_url: expect.stringContaining(`/status?domain=${SHOP}&`),
      site_title: 'Site 2',
    }),
  ]);
});

describe('an e-mail of Ultimate Multisite', () => {
  const CONTENT = 'It is {{notice}}: {{domain}} {{message}}';

  test('goes to the customer of the site', async () => {
    await set('emails', [['closte_domain_ready', 'customer', CONTENT]]);
    await set('customers', { 2: { id: 7, name: 'Anna', email: 'anna@example.com' } });
    await report(SHOP, 'done', { message: 'All is well.' });
    await told();
    expect(rig.wordpress.mails()).toMatchObject([
      { to: 'anna@example.com', body: `It is ready: ${SHOP} All is well.` },
    ]);
  });

  test('goes to nobody where the site has no customer', async () => {
    await set('emails', [['closte_domain_ready', 'customer', CONTENT]]);
    await report(SHOP, 'done');
    expect(await told()).toEqual([`ready ${SHOP}`]);
    expect(rig.wordpress.mails()).toEqual([]);
  });

  test('has no tag in it that somebody put into a certificate', async () => {
    await set('emails', [['closte_domain_failed', 'admin', CONTENT]]);
    await report(SHOP, 'failed', { message: 'Its issuer is <script src="//evil.example"> & Sons.' });
    await told();
    const [mail] = rig.wordpress.mails();
    expect(mail?.to).toBe('admin@network.test');
    expect(mail?.body).not.toMatch(/[<>]/);
    expect(mail?.body).toContain('script');
  });
});

describe('Ultimate Multisite keeps the event', () => {
  const kept = () => rig.wordpress.php(`return get_network_option( null, 'test_wu_events' );`);

  test('of the site where there is no record of the domain, else of the record', async () => {
    await rig.wordpress.php(`$GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );
      test_record( 33, 2, '${SHOP}' );`);
    await report(SHOP, 'failed');
    await told();
    expect(await kept()).toEqual([['closte_domain_failed', 'domain', 33]]);
    await rig.wordpress.php(`$GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );`);
    await report(SHOP, 'done', { anew: true });
    await told();
    expect(await kept()).toEqual([
      ['closte_domain_failed', 'domain', 33],
      ['closte_domain_ready', 'site', 2],
    ]);
  });
});

test('what throws in Ultimate Multisite keeps nothing else from being told, and is not repeated', async () => {
  await rig.wordpress.php(`Closte_Domain_Sync_Notice_Settings::set( 'admin', array( 'failed' ) );`);
  await report(SHOP, 'failed');
  await rig.wordpress.php(
    `ini_set( 'error_log', '/dev/null' );
     add_action( 'wu_event', static function () { throw new Error( 'another plugin' ); }, 1 );
     Closte_Domain_Sync_Schedule::send();`,
  );
  expect(rig.wordpress.mails()).toHaveLength(1);
  expect(await waiting()).toEqual({});
});

test('without Ultimate Multisite the action hook is told all the same', async () => {
  rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null });
  try {
    await report(SHOP, 'done');
    expect(await told()).toEqual([`ready ${SHOP}`]);
  } finally {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
  }
});
