import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { postSigned, type Rig, ROUTES, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset(); test_map( "shop.example.com" );');
});

afterEach(async () => {
  rmSync(wall(), { force: true });
  await rig.wordpress.php(
    'delete_network_option( 1, "closte_sync_reached" ); delete_network_option( 1, "closte_sync_runs" );',
  );
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

/** A plugin that is loaded after this one, as most are. */
const wall = () => join(rig.wordpress.folder, 'wp-content/mu-plugins/wall.php');
const build = (code: string) => {
  mkdirSync(join(rig.wordpress.folder, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(wall(), `<?php\n${code}`);
};
const ask = (path?: string, secret?: string) =>
  postSigned(
    rig,
    'domains',
    { domain: 'shop.example.com' },
    { ...(path !== undefined && { path }), ...(secret !== undefined && { secret }) },
  );
const BY_QUERY = '/?rest_route=/closte-domain-sync/v1/domains';
const DENIAL = "new WP_Error( 'rest_login_required', 'Only for members.', array( 'status' => 401 ) )";

const walls: { name: string; code: string }[] = [
  {
    name: 'denies guests',
    code: `add_filter( 'rest_authentication_errors', function ( $result ) { return is_user_logged_in() ? $result : ${DENIAL}; } );`,
  },
  {
    name: 'denies guests after everybody else',
    code: `add_filter( 'rest_authentication_errors', function ( $result ) { return is_user_logged_in() ? $result : ${DENIAL}; }, PHP_INT_MAX );`,
  },
  {
    name: 'takes every route away',
    code: "add_filter( 'rest_endpoints', function ( $endpoints ) { return is_user_logged_in() ? $endpoints : array(); }, PHP_INT_MAX );",
  },
  {
    name: 'answers before anybody is asked',
    code: `add_filter( 'rest_pre_dispatch', function ( $result ) { return is_user_logged_in() ? $result : ${DENIAL}; }, 999 );`,
  },
  {
    name: 'answers before a route is called',
    code: `add_filter( 'rest_request_before_callbacks', function ( $result ) { return is_user_logged_in() ? $result : ${DENIAL}; }, 999 );`,
  },
  {
    name: 'answers before that',
    code: `add_filter( 'rest_pre_dispatch', function ( $result ) { return is_user_logged_in() ? $result : ${DENIAL}; }, 1 );`,
  },
];

describe.each(walls)('a plugin that closes the REST API: it $name', ({ code }) => {
  test.each([`${ROUTES}/domains`, BY_QUERY])('lets what is signed pass at %s', async (path) => {
    build(code);
    expect(await ask(path)).toMatchObject({ status: 200, domain: 'shop.example.com', domains: [{}] });
    // Whoever has a wrong signature learns it from the plugin, and knows that it was the plugin.
    const answer = await ask(path, derivedSecret('another key'));
    expect(answer).toMatchObject({
      status: 401,
      code: 'unauthorized',
      data: { plugin: 'closte-domain-sync' },
    });
  });

  test('is left standing for everybody else', async () => {
    build(code);
    const bare = await rig.wordpress.ask(`${ROUTES}/domains`, { method: 'POST', body: '{}' });
    expect(bare.status).toBeGreaterThanOrEqual(400);
    expect(bare.text).not.toContain('shop.example.com');
    const others = await rig.wordpress.ask('/wp-json/wp/v2/types', {
      headers: { 'webhook-signature': 'v1,x' },
    });
    expect(others.status).toBeGreaterThanOrEqual(401);
  });
});

test('with plain permalinks the routes are reached by the query', async () => {
  await rig.wordpress.php('update_option( "permalink_structure", "" );');
  try {
    expect(await ask(BY_QUERY)).toMatchObject({ status: 200, domain: 'shop.example.com' });
  } finally {
    await rig.wordpress.php('update_option( "permalink_structure", "/%postname%/" );');
  }
});

describe('Site Health says what runs', () => {
  const health = () =>
    rig.wordpress.php<[string, string]>(
      '$r = Closte_Domain_Sync_Findings::runs(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
    );
  const sweep = () => rig.wordpress.php('Closte_Domain_Sync_Schedule::sweep();');
  const DATE = /: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

  test('before anything ran: never', async () => {
    expect(await health()).toEqual(['good', expect.stringContaining('The last sweep ended: never.')]);
  });

  test('listening, sweeping, delivering, and the own route over the public address', async () => {
    await rig.wordpress.php('test_map( "other.example.com" );');
    await sweep();
    const [status, text] = await health();
    expect(status).toBe('good');
    for (const what of [
      'listens to WordPress since',
      'last sweep ended',
      'event was delivered',
      'public address',
    ]) {
      expect(text).toMatch(new RegExp(`${what}${DATE.source}`));
    }
  });

  test('that the own route is called once an hour, and no more', async () => {
    const last = () =>
      rig.wordpress.php<{ time: number }>('return Closte_Domain_Sync_What_Runs::own_route();');
    await sweep();
    const first = await last();
    await rig.wordpress.php(
      `update_network_option( 1, 'closte_sync_reached', array( 'time' => $args['time'] - 3500, 'said' => '' ) ); Closte_Domain_Sync_Schedule::sweep();`,
      first,
    );
    expect((await last()).time).toBe(first.time - 3500);
    await rig.wordpress.php(
      `update_network_option( 1, 'closte_sync_reached', array( 'time' => $args['time'] - 3700, 'said' => '' ) ); Closte_Domain_Sync_Schedule::sweep();`,
      first,
    );
    expect((await last()).time).toBeGreaterThanOrEqual(first.time);
  });

  test.each([
    {
      name: 'a holding page',
      code: "echo '<h1>Back  soon</h1>'; exit;",
      says: '200, which begins with: Back soon',
    },
    {
      name: 'a login in front',
      code: 'status_header( 401 ); echo \'{"code":"unauthorized"}\'; exit;',
      says: '401, which begins with: {"code":"unauthorized"}',
    },
  ])('that $name answered in its place', async ({ code, says }) => {
    build(`if ( isset( $_SERVER['HTTP_WEBHOOK_ID'] ) ) { ${code} }`);
    await sweep();
    const [status, text] = await health();
    expect(status).toBe('recommended');
    expect(text.replaceAll('&quot;', '"')).toContain(`somebody else answered ${says}`);
  });

  test.each([
    { hours: 1, status: 'good' },
    { hours: 3, status: 'recommended' },
    { hours: 25, status: 'critical' },
  ])('no sweep for $hours hours is $status', async ({ hours, status }) => {
    await rig.wordpress.php(
      'update_network_option( 1, "closte_sync_runs", array( "listening" => 1, "swept" => time() - $args["hours"] * 3600 ) );',
      { hours },
    );
    expect((await health())[0]).toBe(status);
    // One that never swept counts from when it began to listen.
    await rig.wordpress.php(
      'update_network_option( 1, "closte_sync_runs", array( "listening" => time() - $args["hours"] * 3600 ) );',
      { hours },
    );
    expect((await health())[0]).toBe(status);
  });
});
