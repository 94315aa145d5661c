import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  rig.wordpress.define({ TEST_ULTIMATE_MULTISITE: true });
  await rig.wordpress.php('test_reset(); test_home( 2 ); test_home( 3 );');
});

afterEach(async () => {
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const php = <Result = unknown>(code: string, args: object = {}) =>
  rig.wordpress.php<Result>(`$wpdb = $GLOBALS['wpdb']; test_home( 2 ); test_home( 3 ); ${code}`, args);
const sweep = () => php('Closte_Domain_Sync_Sweep::go_on( 60, 0 );');
const stages = () =>
  php<string[]>('return $wpdb->get_col( "SELECT stage FROM wp_wu_domain_mappings ORDER BY id" );');

/** A domain of site 2 that the functions know, in a stage. */
async function mapped(stage: string, state = 'sent') {
  await php(
    `test_record( 1, 2, 'shop.example.com', $args['stage'] );
     Closte_Domain_Sync_Sweep::go_on( 60, 0 );
     $wpdb->update( 'wp_closte_sync', array( 'state' => $args['state'], 'stage' => $args['stage'] ), array( 'domain' => 'shop.example.com' ) );`,
    { stage, state },
  );
}

test.each([
  ['a record that was made when its domain was done', 'done', 'checking-dns', 'done'],
  ['a record that gave up by itself', 'done', 'failed', 'done'],
  ['a record whose domain failed', 'failed', 'checking-dns', 'failed'],
  ['a record that is served keeps its stage', 'failed', 'done-without-ssl', 'done-without-ssl'],
  ['a record of a domain that is on its way to an alias', 'adding-domain', 'checking-dns', 'checking-dns'],
])('the sweep gives records the stage of their domain: %s', async (_which, row, record, then) => {
  await mapped(row === 'adding-domain' ? 'checking-dns' : row);
  await php(
    `$wpdb->update( 'wp_closte_sync', array( 'stage' => $args['row'] ), array( 'domain' => 'shop.example.com' ) );
     test_record( 2, 2, 'shop.example.com', $args['record'] );`,
    { row, record },
  );
  await sweep();
  expect((await stages())[1]).toBe(then);
});

test.each([
  ['of another site', "test_record( 2, 3, 'shop.example.com', 'checking-dns' );"],
  [
    'of a domain that was mapped anew and that the functions do not know yet',
    "test_record( 2, 2, 'shop.example.com', 'checking-dns' ); $wpdb->update( 'wp_closte_sync', array( 'state' => 'waiting' ), array( 'domain' => 'shop.example.com' ) );",
  ],
])('a record %s keeps its own', async (_which, code) => {
  await mapped('done');
  await php(code);
  await sweep();
  expect((await stages())[1]).toBe('checking-dns');
});

test('what nobody but the operator wants is back after a sweep, however the table was lost', async () => {
  await php("Closte_Domain_Sync_Operator_Wishes::map( '*.example.com', 2 );");
  const rows = () => php("return $wpdb->get_col( 'SELECT domain FROM wp_closte_sync' );");
  await sweep();
  expect(await rows()).toEqual(['*.example.com']);
  await php("$wpdb->query( 'DELETE FROM wp_closte_sync' );");
  await sweep();
  expect(await rows()).toEqual(['*.example.com']);
  await php("$wpdb->query( 'DROP TABLE wp_closte_sync' );");
  await php('Closte_Domain_Sync_Sender::run();');
  expect(await rows()).toEqual(['*.example.com']);
});
