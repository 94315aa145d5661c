import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { postSigned, type Rig, SECRET, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({ WP_ENVIRONMENT_TYPE: null, CLOSTE_CLIENT_API_KEY: 'a key of the tests 0123456789' });
  await networkIs('network.test');
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

/** What search-and-replace leaves of a network's domain where a copy of its database is given another. */
const networkIs = (domain: string, path = '/') =>
  rig.wordpress.php(
    `global $wpdb; $wpdb->query( $wpdb->prepare( "UPDATE $wpdb->site SET domain = %s, path = %s WHERE id = 1", $args['domain'], $args['path'] ) );
     wp_cache_flush();`,
    { domain, path },
  );
const map = (domain: string) =>
  rig.wordpress.php('test_map( $args["domain"], $args["site"] );', { domain, site: 2 });
const FOLLOWED = `
  update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
  test_home( 2 );
  wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com' ) );`;

/** A network that the functions know: they took an event of it. */
async function known() {
  await rig.wordpress.php(FOLLOWED);
  await rig.wordpress.cron();
  expect(rig.functions.received).toHaveLength(1);
}

const post = (route: string, body: object, secret = SECRET) => postSigned(rig, route, body, { secret });

const wp = (command: string, words: string[] = [], options: object = {}) =>
  rig.wordpress.php<[number, string[]]>(
    'return WP_CLI::run( "closte-sync", $args["command"], $args["words"], $args["options"] );',
    { wp_cli: true, command, words, options },
  );
const health = () =>
  rig.wordpress.php<[string, string]>(
    '$r = Closte_Domain_Sync_Findings::identity(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
  );
const state = () => rig.wordpress.php<string>('return Closte_Domain_Sync_Identity::state();');

const copies: { name: string; copy: () => unknown; differs: string }[] = [
  { name: 'another domain', copy: () => networkIs('staging.test'), differs: 'domain or path differs' },
  {
    name: 'another path',
    copy: () => networkIs('network.test', '/staging/'),
    differs: 'domain or path differs',
  },
  { name: 'an IP address', copy: () => networkIs('192.0.2.7'), differs: 'domain or path differs' },
  {
    name: 'another type of environment',
    copy: () => rig.wordpress.define({ WP_ENVIRONMENT_TYPE: 'staging' }),
    differs: 'type of the environment differs',
  },
];

describe.each(copies)('a copy of the network with $name', ({ copy, differs }) => {
  test('has no effect: it sends nothing, tells the functions nothing and leaves records alone', async () => {
    await known();
    await copy();
    await map('other.example.com');
    await rig.wordpress.php(
      `wu_create_domain( array( 'blog_id' => 2, 'domain' => 'new.example.com' ) );
       wu_get_domain_by_domain( 'shop.example.com' )->delete();`,
    );
    await rig.wordpress.advance(86400);
    await rig.wordpress.cron();
    expect(rig.functions.received).toHaveLength(1);

    const [row] = await rig.wordpress.rows();
    const report = { domain: 'new.example.com', stage: 'failed', mapping_id: row?.event_id };
    for (const [route, body] of [
      ['domains', {}],
      ['domains', { domain: 'shop.example.com' }],
      ['stage', report],
    ] as const) {
      const answer = await post(route, body);
      expect(answer).toMatchObject({ status: 409, code: 'another-network' });
      expect(answer.domains).toBeUndefined();
      expect(await post(route, body, derivedSecret('another key'))).toMatchObject({ status: 401 });
    }
    expect(await rig.wordpress.php('return wu_get_domain_by_domain( "new.example.com" )->get_stage();')).toBe(
      'checking-dns',
    );
  });

  test('says so, with the way out', async () => {
    await known();
    await copy();
    const [status, text] = await health();
    expect(status).toBe('critical');
    expect(text).toContain(differs);
    expect(text).toContain('wp closte-sync adopt');
    for (const command of ['test', 'retry']) {
      expect(await wp(command)).toEqual([1, [expect.stringContaining(differs)]]);
    }
    for (const command of ['list', 'import']) {
      const [code, [first]] = await wp(command);
      expect([code, first]).toEqual([0, expect.stringContaining(differs)]);
    }
    expect(await rig.wordpress.php('return Closte_Domain_Sync_Site_Health::functions()["status"];')).toBe(
      'critical',
    );
    expect(rig.functions.received).toHaveLength(1);
  });
});

test('a network whose key alone is another one is the network, and its fingerprint follows', async () => {
  await known();
  rig.wordpress.define({ CLOSTE_CLIENT_API_KEY: 'another key' });
  await map('shop.network.test');
  expect(await state()).toBe('own');
  const fingerprint = () =>
    rig.wordpress.php<{ key: string }>('return get_network_option( 1, "closte_sync_fingerprint" );');
  const before = await fingerprint();
  rig.functions.behaves(({ id }) => ({ status: 202, body: { mapping_id: id } }));
  await rig.wordpress.cron();
  expect(rig.functions.received).toHaveLength(2);
  expect((await fingerprint()).key).not.toBe(before.key);
});

describe('the fingerprint is taken', () => {
  const taken = () =>
    rig.wordpress.php<boolean>('return false !== get_network_option( 1, "closte_sync_fingerprint" );');

  test('when the functions take an event, and not before', async () => {
    await rig.wordpress.php(FOLLOWED);
    rig.functions.behaves({ status: 409, body: { code: 'another-network', detail: 'no' } });
    await rig.wordpress.cron();
    expect(await taken()).toBe(false);
    // Until then a change of domain is no finding.
    await networkIs('renamed.test');
    expect(await state()).toBe('fresh');
    rig.functions.behaves('works');
    await wp('retry');
    expect([await taken(), await state()]).toEqual([true, 'own']);
    await networkIs('network.test');
    expect(await state()).toBe('copy');
  });

  test('never over an IP address: such a network waits, says why, and sends once it has a domain', async () => {
    await networkIs('192.0.2.7');
    await rig.wordpress.php(FOLLOWED);
    await rig.wordpress.advance(86400);
    await rig.wordpress.cron();
    expect(rig.functions.received).toEqual([]);
    expect((await rig.wordpress.rows())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    const [status, text] = await health();
    expect(status).toBe('recommended');
    expect(text).toContain('IP address 192.0.2.7');
    expect(await wp('adopt', [], { yes: true })).toEqual([
      1,
      expect.arrayContaining([
        'Error: A network with an IP address in the place of a domain cannot be adopted.',
      ]),
    ]);
    expect(await taken()).toBe(false);
    await networkIs('network.test');
    await rig.wordpress.advance(300);
    await rig.wordpress.cron();
    expect(rig.functions.received).toMatchObject([{ body: { network_domain: 'network.test' } }]);
    expect(await taken()).toBe(true);
  });
});

test('an installation that is not of production and was never connected waits until it is adopted', async () => {
  rig.wordpress.define({ WP_ENVIRONMENT_TYPE: 'staging' });
  await rig.wordpress.php(FOLLOWED);
  await rig.wordpress.cron();
  expect(rig.functions.received).toEqual([]);
  expect(await post('domains', {})).toMatchObject({ status: 409, code: 'another-network' });
  expect((await health())[1]).toContain('run wp closte-sync adopt');

  const [code, shown] = await wp('adopt');
  expect([code, shown.at(-1)]).toEqual([0, 'Is this installation the network? [y/n]']);
  expect(shown.join(' ')).toContain('sends events to the functions');
  expect(await state()).toBe('unadopted');

  expect((await wp('adopt', [], { yes: true }))[0]).toBe(0);
  await rig.wordpress.advance(300);
  await rig.wordpress.cron();
  expect(rig.functions.received).toHaveLength(1);
  expect((await health())[0]).toBe('good');
  // The type that was adopted counts as production did.
  rig.wordpress.define({ WP_ENVIRONMENT_TYPE: null });
  expect(await state()).toBe('copy');
});

test('a network that was renamed is adopted under its new name, and sends what waited', async () => {
  await known();
  await networkIs('renamed.test');
  await map('other.example.com');
  expect((await wp('adopt', [], { yes: true }))[0]).toBe(0);
  await rig.wordpress.cron();
  expect(await state()).toBe('own');
  expect(rig.functions.received.length).toBeGreaterThan(1);
  expect((await post('domains', { domain: 'shop.example.com' })).status).toBe(200);
});
