import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

const SHOP = 'shop.example.com';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ABILITIES: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({ TEST_ABILITIES: true });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const ADMIN = 'wp_set_current_user( 1 );';

const ask = (name: string, input: unknown, as = ADMIN) =>
  rig.wordpress.php(
    `${as}
     $answer = wp_get_abilities()[ 'closte-domain-sync/' . $args['name'] ]->execute( $args['input'] );
     return is_wp_error( $answer ) ? $answer->get_error_code() : $answer;`,
    { name, input },
  );

const follow = (...domains: string[]) =>
  rig.wordpress.php(
    `foreach ( $args['domains'] as $domain ) { test_map( $domain ); } Closte_Domain_Sync_Sender::run();`,
    { domains },
  );

describe('the abilities', () => {
  test('are two, which only read', async () => {
    expect(
      await rig.wordpress.php(
        'return array_map( static fn( $ability ) => $ability->get_meta(), wp_get_abilities() );',
      ),
    ).toEqual(
      Object.fromEntries(
        ['list-domains', 'domain-status'].map((name) => [
          `closte-domain-sync/${name}`,
          { annotations: { readonly: true, destructive: false, idempotent: true }, show_in_rest: true },
        ]),
      ),
    );
  });

  test.each([
    ['list-domains', null],
    ['domain-status', { domain: SHOP }],
  ])('%s is for those alone who manage the sites', async (name, input) => {
    await follow(SHOP);
    for (const as of [
      '',
      `$user = get_user_by( 'login', 'author' );
       wp_set_current_user( $user ? $user->ID : wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'p', 'role' => 'administrator' ) ) );`,
    ])
      expect(await ask(name, input, as)).toBe('ability_invalid_permissions');
    expect(rig.functions.received.filter(({ method }) => method === 'GET')).toEqual([]);
  });

  test('are nobody’s where WordPress has no such API', async () => {
    rig.wordpress.define({ TEST_ABILITIES: null });
    expect(await rig.wordpress.php(`return function_exists( 'wp_register_ability' );`)).toBe(false);
    expect((await rig.wordpress.ask('/')).status).toBe(200);
  });
});

describe('list-domains', () => {
  test('gives the table page by page, without a question to the functions', async () => {
    await follow('a.example.com', 'b.example.com', 'c.example.com');
    const calls = rig.functions.received.length;
    const domain = (name: string) => ({
      domain: name,
      outcome: 'on-its-way',
      site_id: 2,
      wanted: 'mapped',
      event: 'sent',
      stage: 'checking-dns',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      message: '',
      status_url: expect.stringContaining(`/status?domain=${name}&`),
    });
    expect(await ask('list-domains', { limit: 2 })).toEqual({
      domains: [domain('a.example.com'), domain('b.example.com')],
      next: 'b.example.com',
    });
    expect(await ask('list-domains', { after: 'B.example.com', limit: 2 })).toEqual({
      domains: [domain('c.example.com')],
      next: null,
    });
    expect(await ask('list-domains', null)).toMatchObject({ next: null });
    expect(rig.functions.received).toHaveLength(calls);
  });

  test.each([{ limit: 0 }, { limit: 101 }, { limit: 'many' }, { after: 7 }, { wanted: 'mapped' }])(
    'refuses %j',
    async (input) => {
      expect(await ask('list-domains', input)).toBe('ability_invalid_input');
    },
  );

  test('says so where the table cannot be read', async () => {
    expect(
      await ask(
        'list-domains',
        null,
        `${ADMIN} $GLOBALS['wpdb']->suppress_errors();
         add_filter( 'query', static fn( $query ) => preg_match( '/^SELECT \\* FROM wp_closte_sync /', $query ) ? 'SELECT nothing' : $query );`,
      ),
    ).toBe('database-error');
  });
});

describe('domain-status', () => {
  const SEEN = {
    domain: SHOP,
    checked_at: '2026-01-05T09:00:00Z',
    verdict: { kind: 'action-needed' },
    sentence: 'The domain points elsewhere.',
    problems: [{ code: 'elsewhere', title: 'It points elsewhere', remedy: 'Set a CNAME record.' }],
  };

  test('gives what the table has and what the functions see', async () => {
    await follow(SHOP);
    rig.functions.behaves({ status: 200, body: SEEN });
    expect(await ask('domain-status', { domain: 'SHOP.example.com' })).toEqual({
      ...SEEN,
      actions: [],
      turn: null,
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

  test('says that a domain is unknown, and asks nobody about it', async () => {
    expect(await ask('domain-status', { domain: 'nobody.example' })).toMatchObject({
      outcome: 'unknown',
      wanted: null,
      status_url: null,
      verdict: null,
    });
    expect(rig.functions.received).toEqual([]);
  });

  test.each([
    [{ domain: 'no name' }, 'invalid-domain'],
    [{}, 'ability_invalid_input'],
    [{ domain: SHOP, more: 1 }, 'ability_invalid_input'],
  ])('refuses %j', async (input, code) => {
    expect(await ask('domain-status', input)).toBe(code);
  });
});
