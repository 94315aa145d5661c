import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

const SHOP = 'shop.example.com';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: null, WP_ENVIRONMENT_TYPE: null });
  await rig.functions.comeBack();
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

/** What `wp closte-sync …` does: its exit code and what it wrote. */
async function wp(command: string, words: readonly string[] = [], options: object = {}) {
  const [code, output] = await rig.wordpress.php<[number, (string | Record<string, unknown>)[]]>(
    'return WP_CLI::run( "closte-sync", $args["command"], $args["words"], $args["options"] );',
    { wp_cli: true, command, words, options },
  );
  return { code, output };
}

const follow = (...domains: string[]) =>
  rig.wordpress.php(
    `foreach ( $args['domains'] as $domain ) { test_map( $domain ); } Closte_Domain_Sync_Sender::run();`,
    { domains },
  );
const change = (sets: string) =>
  rig.wordpress.php(`$GLOBALS['wpdb']->query( "UPDATE wp_closte_sync SET ${sets}" );`);
const domains = async () => (await rig.wordpress.rows()).map(({ domain }) => domain);

/** What the functions answer about a domain. */
const SEEN = {
  domain: SHOP,
  checked_at: '2026-01-05T09:00:00Z',
  verdict: { kind: 'action-needed' },
  sentence: 'The domain points elsewhere.',
  problems: [
    { code: 'elsewhere', title: 'It points elsewhere', remedy: 'Set a CNAME record.' },
    { code: 'late', title: 'It takes long', remedy: 'Wait.' },
  ],
};
const ACTIONS = [
  {
    who: 'owner',
    do: 'set',
    record: { type: 'CNAME', name: SHOP, host: 'shop', value: 'network.test' },
    code: 'elsewhere',
  },
  { who: 'nobody', do: 'wait', until: '2026-01-06T09:00:00Z', code: 'late' },
];

describe('what a command does not take is refused, and not taken for something else', () => {
  test.each([
    ['status', [], {}],
    ['status', [SHOP, 'other.example.com'], {}],
    ['status', [SHOP], { format: 'xml' }],
    ['status', [SHOP], { formt: 'json' }],
    ['link', [], {}],
    ['link', [SHOP], { days: '30' }],
    ['forget', [], {}],
    ['forget', [SHOP], { force: true }],
    ['import', [SHOP], {}],
    ['import', [], { dry: true }],
    ['list', [], { state: 'lost' }],
    ['list', [], { wanted: 'all' }],
    ['list', [], { format: 'xml' }],
    ['map', [SHOP], {}],
    ['adopt', [], { y: true }],
    ['notices', [], { admins: 'failed' }],
    ['unheard-of', [], {}],
  ])('%s %j %j', async (command, words, options) => {
    await follow(SHOP);
    const before = rig.functions.received.length;
    const { code, output } = await wp(command, words, options);
    expect([code, output]).toEqual([1, [expect.stringMatching(/^(Error: |usage: )/)]]);
    expect(rig.functions.received).toHaveLength(before);
    expect(await domains()).toEqual([SHOP]);
  });
});

describe('status', () => {
  test('shows what the table has and what the page says, as a table', async () => {
    await follow(SHOP);
    await change(`message = 'Set a record.'`);
    rig.functions.behaves({ status: 200, body: { ...SEEN, actions: ACTIONS, turn: 'owner' } });
    const { code, output } = await wp('status', ['Shop.example.com']);
    expect(code).toBe(1);
    expect(output).toEqual(
      [
        ['domain', SHOP],
        ['outcome', 'on-its-way'],
        ['site_id', 2],
        ['wanted', 'mapped'],
        ['event', 'sent'],
        ['stage', 'checking-dns'],
        ['since', expect.stringMatching(/^20.*Z$/)],
        ['message', 'Set a record.'],
        ['sentence', 'The domain points elsewhere.'],
        ['turn', 'owner'],
        ['to do', `owner: set ${SHOP} CNAME network.test`],
        ['to do', 'nobody: wait 2026-01-06T09:00:00Z'],
        ['page', expect.stringContaining(`/status?domain=${SHOP}&expires=`)],
      ].map(([field, value]) => ({ field, value })),
    );
    expect(rig.functions.received.at(-1)).toMatchObject({
      method: 'GET',
      path: `/functions/status?domain=${SHOP}`,
      verified: true,
      headers: { accept: 'application/json' },
    });
  });

  test('shows the remedies of functions that know no actions', async () => {
    await follow(SHOP);
    rig.functions.behaves({ status: 200, body: SEEN });
    const { output } = await wp('status', [SHOP]);
    expect(output).toMatchObject(
      expect.arrayContaining([
        { field: 'to do', value: 'Set a CNAME record.' },
        { field: 'to do', value: 'Wait.' },
      ]),
    );
  });

  test('is JSON for a program', async () => {
    await follow(SHOP);
    rig.functions.behaves({ status: 200, body: { ...SEEN, actions: ACTIONS, turn: 'owner' } });
    const { code, output } = await wp('status', [SHOP], { format: 'json' });
    expect(code).toBe(1);
    expect(output).toHaveLength(1);
    expect(JSON.parse(String(output[0]))).toEqual({
      ...SEEN,
      actions: ACTIONS,
      turn: 'owner',
      outcome: 'on-its-way',
      site_id: 2,
      wanted: 'mapped',
      event: 'sent',
      stage: 'checking-dns',
      since: expect.any(String),
      message: '',
      status_url: expect.any(String),
      error: null,
    });
  });

  test.each([
    [`stage = 'done'`, 0],
    [`stage = 'done-without-ssl'`, 0],
    [`stage = 'checking-ssl-cert'`, 1],
    [`stage = '', state = 'waiting'`, 1],
    [`stage = 'failed'`, 2],
    [`stage = 'ssl-failed'`, 2],
    [`stage = '', state = 'refused'`, 2],
    [`wanted = 'removed', stage = 'removed'`, 2],
  ])('of a row with %s ends with %i, in either format', async (sets, exit) => {
    await follow(SHOP);
    await change(sets);
    rig.functions.behaves({ status: 200, body: SEEN });
    expect((await wp('status', [SHOP])).code).toBe(exit);
    expect((await wp('status', [SHOP], { format: 'json' })).code).toBe(exit);
  });

  test('of a domain that the network never had ends with 2', async () => {
    expect(await wp('status', ['nobody.example'])).toEqual({
      code: 2,
      output: ['Error: The network never had the domain nobody.example.'],
    });
    const { code, output } = await wp('status', ['nobody.example'], { format: 'json' });
    expect([code, JSON.parse(String(output[0]))]).toEqual([
      2,
      expect.objectContaining({ domain: 'nobody.example', outcome: 'unknown', wanted: null, verdict: null }),
    ]);
    expect(rig.functions.received).toEqual([]);
  });

  test('says what the table has where the functions do not answer', async () => {
    await follow(SHOP);
    await change(`stage = 'done'`);
    await rig.functions.goDown();
    const { code, output } = await wp('status', [SHOP]);
    expect(code).toBe(0);
    expect(output).toContainEqual({ field: 'stage', value: 'done' });
    expect(output.at(-1)).toMatch(/^Warning: The functions could not be reached/);
    const json = JSON.parse(String((await wp('status', [SHOP], { format: 'json' })).output[0]));
    expect(json).toMatchObject({
      stage: 'done',
      verdict: null,
      error: expect.stringContaining('could not be reached'),
    });
  });

  test.each([
    ['another domain', { ...SEEN, domain: 'other.example.com' }],
    ['no verdict', { ...SEEN, verdict: undefined }],
    ['a page of somebody else', '<html>'],
    ['what they say of themselves', { ready: true, checks: [] }],
  ])('does not believe an answer with %s', async (_what, body) => {
    await follow(SHOP);
    rig.functions.behaves({ status: 200, body });
    const { output } = await wp('status', [SHOP]);
    expect(output.at(-1)).toMatch(/^Warning: .*not one that the functions give/);
  });

  test('of a copy of the network asks nobody', async () => {
    await follow(SHOP);
    const before = rig.functions.received.length;
    rig.wordpress.define({ WP_ENVIRONMENT_TYPE: 'staging' });
    const { output } = await wp('status', [SHOP]);
    expect(output.join(' ')).toContain('belongs to another network');
    expect(rig.functions.received).toHaveLength(before);
  });
});

describe('import', () => {
  const EXISTING = `
    test_site( 'native.example.com' );
    $GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );
    test_record( 1, 2, 'shop.example.com', 'done' ); test_record( 2, 2, 'new.example.com' );
    $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' );
    update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
    wp_clear_scheduled_hook( 'closte_sync_send' );`;
  const all = ['native.example.com', 'new.example.com', 'shop.example.com'];
  const sent = () =>
    rig.functions.received.map(({ path, body }) => `${path.split('/').at(-1)} ${body.domain}`);

  async function existing() {
    rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
    await rig.wordpress.php(EXISTING);
  }

  test.each([{}, { send: true }])(
    '--dry-run tells what would be added, and changes nothing (%j)',
    async (more) => {
      await existing();
      expect(await wp('import', [], { 'dry-run': true, ...more })).toEqual({
        code: 0,
        output: ['Success: 3 domains would be added.'],
      });
      expect(await domains()).toEqual([]);
      await wp('import');
      expect(await domains()).toEqual(all);
      expect((await wp('import', [], { 'dry-run': true })).output.at(-1)).toBe(
        'Success: 0 domains would be added.',
      );
    },
  );

  test('says what was there and was never told, and --send tells it, once', async () => {
    await existing();
    await wp('import');
    const untold = '3 domains were there before and were never told to the functions;';
    expect((await wp('import')).output).toEqual([
      `Warning: ${untold} wp closte-sync import --send tells them.`,
      'Success: 0 domains were added.',
    ]);
    expect((await wp('import', [], { send: true, 'dry-run': true })).output).toEqual([
      `${untold} they would be told now.`,
      'Success: 0 domains would be added.',
    ]);
    await rig.wordpress.cron();
    expect(sent()).toEqual([]);
    expect((await wp('import', [], { send: true })).output).toEqual([
      `${untold} they are told now.`,
      'Success: 0 domains were added.',
    ]);
    await rig.wordpress.cron();
    expect(sent().toSorted()).toEqual(all.map((domain) => `map ${domain}`));
    expect((await wp('import', [], { send: true })).output).toEqual(['Success: 0 domains were added.']);
  });

  test('--send tells of a domain that works, and nobody is told that it is ready', async () => {
    await existing();
    await wp('import');
    await wp('import', [], { send: true });
    await rig.wordpress.cron();
    await rig.wordpress.php(`
      foreach ( array( 'shop.example.com', 'new.example.com' ) as $domain ) {
        Closte_Domain_Sync_Stage_Report::note( Closte_Domain_Sync_Domain_Table::row( $domain ), Closte_Domain_Sync_Stage_Report::read( array( 'domain' => $domain, 'stage' => 'done' ) ) );
      }`);
    expect(
      await rig.wordpress.php(
        `return $GLOBALS['wpdb']->get_col( 'SELECT domain FROM wp_closte_sync_notices' );`,
      ),
    ).toEqual(['new.example.com']);
  });

  test('has a bar that comes to its end', async () => {
    await existing();
    const bars = await rig.wordpress.php(
      `foreach ( array( array(), array( 'dry-run' => true ) ) as $options ) { WP_CLI::run( 'closte-sync', 'import', array(), $options ); }
       return WP_CLI::$bars;`,
      { wp_cli: true },
    );
    // Two records; the main site and two others.
    const bar = { message: 'Sites and records', count: 4, ticks: 4, finished: true };
    expect(bars).toEqual([bar, bar]);
  });
});

describe('forget', () => {
  test('refuses a domain that is wanted, and says by whom', async () => {
    await follow(SHOP);
    expect(await wp('forget', [SHOP], { yes: true })).toEqual({
      code: 1,
      output: [expect.stringContaining(`${SHOP} is still wanted for site 2`)],
    });
    // The table is only a memory.
    await change(`wanted = 'removed', stage = 'removed', state = 'sent'`);
    expect((await wp('forget', [SHOP], { yes: true })).code).toBe(1);
    expect(await domains()).toEqual([SHOP]);
  });

  test('forgets a domain whose removal was confirmed', async () => {
    await follow(SHOP);
    await rig.wordpress.php(`test_unmap( '${SHOP}' ); Closte_Domain_Sync_Sender::run();`);
    expect(await wp('forget', [SHOP])).toEqual({ code: 0, output: [`Success: ${SHOP} is forgotten.`] });
    expect(await domains()).toEqual([]);
  });

  test('asks first where the alias may still be at Closte', async () => {
    await follow(SHOP);
    rig.functions.behaves({ status: 503 });
    await rig.wordpress.php(`test_unmap( '${SHOP}' ); Closte_Domain_Sync_Sender::run();`);
    const { code, output } = await wp('forget', [SHOP]);
    expect([code, output]).toEqual([
      0,
      [expect.stringContaining('its alias stays there'), 'Forget it all the same? [y/n]'],
    ]);
    expect(await domains()).toEqual([SHOP]);
    expect((await wp('forget', [SHOP], { yes: true })).code).toBe(0);
    expect(await domains()).toEqual([]);
  });

  test('forgets nothing where nobody can say what is wanted', async () => {
    await follow(SHOP);
    await rig.wordpress.php(
      `update_network_option( 1, 'closte_sync_records_seen', '1' ); $GLOBALS['wpdb']->query( 'DROP TABLE wp_wu_domain_mappings' );`,
    );
    expect(await wp('forget', [SHOP], { yes: true })).toEqual({
      code: 1,
      output: [expect.stringContaining('could not look')],
    });
    expect(await domains()).toEqual([SHOP]);
  });

  test('knows a domain that it never had', async () => {
    expect(await wp('forget', ['nobody.example'], { yes: true })).toEqual({
      code: 1,
      output: ['Error: The network never had the domain nobody.example.'],
    });
  });

  test('is nothing for a copy', async () => {
    await follow(SHOP);
    rig.wordpress.define({ WP_ENVIRONMENT_TYPE: 'staging' });
    await rig.wordpress.php(`$GLOBALS['wpdb']->query( 'TRUNCATE wp_wu_domain_mappings' );`);
    expect((await wp('forget', [SHOP], { yes: true })).code).toBe(1);
    expect(await domains()).toEqual([SHOP]);
  });
});

describe('notices', () => {
  const shown = (admin: string, owner: string) => ({
    code: 0,
    output: [
      { to: 'admin', notices: admin, waiting: 0, since: '' },
      { to: 'owner', notices: owner, waiting: 0, since: '' },
    ],
  });

  test('shows which e-mails are sent, and sets that', async () => {
    expect(await wp('notices')).toEqual(shown('lost,failed', ''));
    expect(await wp('notices', [], { owner: 'ready, lost' })).toEqual(shown('lost,failed', 'lost,ready'));
    expect(await wp('notices', [], { admin: 'all', owner: 'none' })).toEqual(
      shown('lost,failed,overdue,ready', ''),
    );
    expect(await wp('notices')).toEqual(shown('lost,failed,overdue,ready', ''));
  });

  test('refuses what is no notice, and sets nothing', async () => {
    expect(await wp('notices', [], { admin: 'all', owner: 'ready,dead' })).toEqual({
      code: 1,
      output: ['Error: dead is no notice. Known are: lost, failed, overdue, ready; or all, or none.'],
    });
    expect(await wp('notices')).toEqual(shown('lost,failed', ''));
  });

  test('shows how many wait, and since when', async () => {
    await follow(SHOP);
    await rig.wordpress.php(
      `Closte_Domain_Sync_Stage_Report::note( Closte_Domain_Sync_Domain_Table::row( '${SHOP}' ), Closte_Domain_Sync_Stage_Report::read( array( 'domain' => '${SHOP}', 'stage' => 'failed' ) ) );`,
    );
    expect((await wp('notices')).output[0]).toMatchObject({
      waiting: 1,
      since: expect.stringMatching(/^20.*Z$/),
    });
  });
});
