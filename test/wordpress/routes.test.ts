import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { signEvent } from '../../shared/http/signature.ts';
import { type Rig, SECRET, startRig } from './support/rig.ts';
import type { Asked } from './support/wordpress.ts';

const ROUTES = '/wp-json/closte-domain-sync/v1';

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

function signed(body: string, { secret = SECRET, id = randomUUID() as string, age = 0 } = {}): Asked {
  const headers = signEvent(secret, id, new Date(Date.now() - age * 1000), body);
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
}

async function post(route: string, body: object) {
  const { status, text } = await rig.wordpress.ask(`${ROUTES}/${route}`, signed(JSON.stringify(body)));
  return { status, ...JSON.parse(text) };
}

/** A report of the mapping that is current. */
async function report(body: { domain: string; stage: string; [field: string]: unknown }) {
  const rows = await rig.wordpress.rows();
  const mapping_id = rows.find(({ domain }) => domain === body.domain)?.event_id;
  return post('stage', { mapping_id, ...body });
}

const wish = (...domains: string[]) =>
  rig.wordpress.php(
    `test_home( 2 );
     update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     foreach ( $args['domains'] as $domain ) {
       // No record can have a wildcard.
       if ( '*' === $domain[0] ) {
         Closte_Domain_Sync_Operator_Wishes::map( $domain, 2 );
         Closte_Domain_Sync_Wishes::look_at( array( $domain ) );
         continue;
       }
       wu_create_domain( array( 'blog_id' => 2, 'domain' => $domain ) );
     }`,
    { domains },
  );
const record = () =>
  rig.wordpress.php<[string, boolean]>(
    '$r = wu_get_domain_by_domain( "shop.example.com" ); return array( $r->get_stage(), $r->is_secure() );',
  );

describe('a request without a good signature', () => {
  const headersOf = (asked: Asked) => asked.headers ?? {};
  const good = (body = '{}') => signed(body);
  const requests: { name: string; path?: string; asked: () => Asked }[] = [
    { name: 'no signature', asked: () => ({ method: 'POST', body: '{}' }) },
    {
      name: 'the signature of another secret',
      asked: () => signed('{}', { secret: `whsec_${Buffer.from('another').toString('base64')}` }),
    },
    { name: 'a body that is not the one that was signed', asked: () => ({ ...good(), body: '{"limit":1}' }) },
    {
      name: 'an id that is not the one that was signed',
      asked: () => ({ ...good(), headers: { ...headersOf(good()), 'webhook-id': 'another' } }),
    },
    { name: 'a signature that is too old', asked: () => signed('{}', { age: 310 }) },
    { name: 'a signature from the future', asked: () => signed('{}', { age: -310 }) },
    {
      name: 'a time that is no number',
      asked: () => ({ ...good(), headers: { ...headersOf(good()), 'webhook-timestamp': 'now' } }),
    },
    { name: 'a body that is no JSON', asked: () => ({ ...good(), headers: {}, body: '{' }) },
    { name: 'another method', asked: () => ({ method: 'GET' }) },
    { name: 'OPTIONS', asked: () => ({ method: 'OPTIONS' }) },
    { name: 'the list of routes', path: ROUTES, asked: () => ({ method: 'GET' }) },
    { name: 'the stage', path: `${ROUTES}/stage`, asked: () => ({ method: 'POST', body: '{}' }) },
    { name: 'the sender', path: `${ROUTES}/send`, asked: () => ({ method: 'POST', body: '{}' }) },
    {
      name: 'upper case',
      path: ROUTES.toUpperCase().replace('WP-JSON', 'wp-json'),
      asked: () => ({ method: 'GET' }),
    },
    {
      name: 'the route in the query',
      path: '/?rest_route=/closte-domain-sync/v1/domains',
      asked: () => ({ method: 'POST' }),
    },
    {
      name: 'a way round by WordPress’s own batches',
      path: '/wp-json/batch/v1',
      asked: () => ({
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"requests":[{"method":"POST","path":"/closte-domain-sync/v1/domains"}]}',
      }),
    },
  ];

  test('is not answered', async () => {
    await wish('shop.example.com');
    for (const { name, path = `${ROUTES}/domains`, asked } of requests) {
      const { status, text } = await rig.wordpress.ask(path, asked());
      const isRefused = status === 401 || status === 207;
      expect({ name, isRefused }).toEqual({ name, isRefused: true });
      expect(text).not.toContain('shop.example.com');
    }
  });

  test('is not answered when the same one was answered before', async () => {
    const request = signed('{}', { age: 200 });
    const replies = [];
    for (let times = 0; times < 3; times++)
      replies.push(await rig.wordpress.ask(`${ROUTES}/domains`, request));
    expect(replies.map(({ status }) => status)).toEqual([200, 401, 401]);
    expect(JSON.parse(replies[1]?.text ?? '').code).toBe('already-used');
  });

  test('is answered once when it comes many times at once', async () => {
    const request = signed('{}');
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => rig.wordpress.ask(`${ROUTES}/domains`, request)),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  });

  test('stays unanswered as long as its signature is good, and is forgotten then', async () => {
    const remembered = async () =>
      Number(
        await rig.wordpress.php(
          `return $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM wp_closte_sync_seen WHERE id = SHA2('once', 256)" );`,
        ),
      );
    await rig.wordpress.ask(`${ROUTES}/domains`, signed('{}', { id: 'once', age: -290 }));
    await rig.wordpress.advance(590);
    await rig.wordpress.cron();
    expect(await remembered()).toBe(1);
    await rig.wordpress.advance(310);
    await rig.wordpress.cron();
    expect(await remembered()).toBe(0);
  });
});

test('the routes are reached by the address of the machine, too', async () => {
  const { method = '', headers = {}, body = '' } = signed('{}');
  const reply = await fetch(`${rig.wordpress.url}${ROUTES}/domains`, { method, headers, body });
  expect([reply.status, await reply.json()]).toMatchObject([200, { domains: [], next: null }]);
});

test('the routes are those of the main site alone', async () => {
  await rig.wordpress.php(
    'wp_insert_site( array( "domain" => "shop.network.test", "path" => "/", "network_id" => 1 ) );',
  );
  const reply = await rig.wordpress.ask(`${ROUTES}/domains`, { ...signed('{}'), host: 'shop.network.test' });
  expect(reply.status).toBe(404);
});

describe('/domains', () => {
  const names = ['*.example.com', 'a-b.example.com', 'a.example.com', 'b.example.com', 'www.example.com'];

  test('answers what is wanted, in the order of the name, page by page', async () => {
    await wish(...names.toReversed());
    await rig.wordpress.php('wu_get_domain_by_domain( "b.example.com" )->delete();');
    const seen: object[] = [];
    const pages: number[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { status: number; domains: object[]; next: string | null } = await post('domains', {
        after,
        limit: 2,
      });
      expect(page.status).toBe(200);
      seen.push(...page.domains);
      pages.push(page.domains.length);
      after = page.next;
    }
    expect(pages).toEqual([2, 2, 1]);
    expect(seen).toEqual(
      names.map((domain) => ({
        domain,
        site_id: 2,
        network_domain: 'network.test',
        wanted: domain === 'b.example.com' ? 'removed' : 'mapped',
        stage: null,
        updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        heard_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        not_needed: false,
      })),
    );
  });

  test('has no next page after a page that is just full', async () => {
    await wish('a.example.com', 'b.example.com');
    expect(await post('domains', { limit: 2 })).toMatchObject({ next: null, domains: [{}, {}] });
  });

  test('answers about one domain, with what was said about it and when it was wished', async () => {
    await wish('a.example.com', 'b.example.com');
    await rig.wordpress.advance(3600);
    await report({ domain: 'a.example.com', stage: 'checking-dns', message: 'No address yet.' });
    const [row] = await rig.wordpress.rows();
    const written = (time = 0) => new Date(time * 1000).toISOString().replace('.000', '');
    expect(await post('domains', { domain: 'A.example.com.' })).toEqual({
      status: 200,
      domain: 'A.example.com.',
      domains: [
        {
          domain: 'a.example.com',
          site_id: 2,
          network_domain: 'network.test',
          wanted: 'mapped',
          stage: 'checking-dns',
          updated_at: written(row?.updated_at),
          heard_at: written(row?.heard_at),
          not_needed: false,
          refusal: null,
          message: 'No address yet.',
          wished_at: written(row?.wished_at),
        },
      ],
      next: null,
      done: 0,
      swept_at: null,
    });
    expect(await post('domains', { domain: 'never.example.com' })).toEqual({
      status: 200,
      domain: 'never.example.com',
      domains: [],
      next: null,
      done: 0,
      swept_at: null,
    });
  });

  test.each([
    { domain: 7 },
    { limit: 0 },
    { limit: 1001 },
    { limit: 'many' },
    { limit: 1.5 },
    { after: 7 },
    { after: 'ü' },
  ])('refuses %j', async (body) => {
    expect(await post('domains', body)).toMatchObject({ status: 400, code: 'invalid-request' });
  });
});

describe('/stage', () => {
  test('is kept in the table and on the record; done makes the record secure', async () => {
    await wish('shop.example.com');
    const story = [
      { stage: 'checking-dns', record: 'unchanged', becomes: ['checking-dns', false] },
      { stage: 'checking-ssl-cert', record: 'saved', becomes: ['checking-ssl-cert', false] },
      { stage: 'done', record: 'saved', becomes: ['done', true] },
      { stage: 'done', record: 'unchanged', becomes: ['done', true] },
    ];
    for (const { stage, record: outcome, becomes } of story) {
      const reply = await report({
        domain: 'shop.example.com',
        stage,
        secure: stage === 'done',
        message: `Ünd: ${stage}`,
      });
      expect(reply).toEqual({ status: 200, domain: 'shop.example.com', stage, record: outcome });
      expect(await record()).toEqual(becomes);
      expect(await rig.wordpress.rows()).toMatchObject([{ stage, message: `Ünd: ${stage}` }]);
    }
    expect(await post('domains', { domain: 'shop.example.com' })).toMatchObject({
      domains: [{ stage: 'done' }],
    });
  });

  test.each([
    { from: 'done', stage: 'checking-dns', to: 'done' },
    { from: 'done', stage: 'failed', to: 'done' },
    { from: 'done', stage: 'ssl-failed', to: 'done' },
    { from: 'done', stage: 'done-without-ssl', to: 'done' },
    { from: 'done-without-ssl', stage: 'checking-ssl-cert', to: 'done-without-ssl' },
    { from: 'done-without-ssl', stage: 'ssl-failed', to: 'done-without-ssl' },
    { from: 'done-without-ssl', stage: 'done', to: 'done' },
    { from: 'failed', stage: 'checking-dns', to: 'checking-dns' },
    { from: 'checking-dns', stage: 'cancelled', to: 'checking-dns' },
  ])('a record that is $from becomes $to when told $stage', async ({ from, stage, to }) => {
    await wish('shop.example.com');
    await rig.wordpress.php(
      '$r = wu_get_domain_by_domain( "shop.example.com" ); $r->set_stage( $args["from"] ); $r->save();',
      { from },
    );
    expect((await report({ domain: 'shop.example.com', stage })).status).toBe(200);
    expect((await record())[0]).toBe(to);
    expect(await rig.wordpress.rows()).toMatchObject([{ stage }]);
  });

  test('of an earlier stage than the one that was told is too late, and changes nothing', async () => {
    await wish('shop.example.com');
    await report({ domain: 'shop.example.com', stage: 'done', message: 'It is done.' });
    expect(await report({ domain: 'shop.example.com', stage: 'checking-ssl-cert' })).toMatchObject({
      status: 200,
      record: 'unchanged',
    });
    expect(await rig.wordpress.rows()).toMatchObject([{ stage: 'done', message: 'It is done.' }]);
    expect(await record()).toEqual(['done', true]);
  });

  test('of an earlier stage counts where the mapping begins anew, but does not take a record off the air', async () => {
    await wish('shop.example.com');
    await report({ domain: 'shop.example.com', stage: 'done', message: 'It is done.' });
    const anew = { domain: 'shop.example.com', stage: 'checking-dns', message: 'Once more.', anew: true };
    expect(await report(anew)).toMatchObject({ status: 200, record: 'unchanged' });
    expect(await rig.wordpress.rows()).toMatchObject([{ stage: 'checking-dns', message: 'Once more.' }]);
    expect(await record()).toEqual(['done', true]);
  });

  test.each([
    { from: 'checking-dns', stage: 'checking-ssl-cert', anew: false, begins: true },
    { from: 'checking-dns', stage: 'checking-dns', anew: false, begins: false },
    { from: 'checking-dns', stage: 'checking-dns', anew: true, begins: true },
    { from: 'checking-ssl-cert', stage: 'checking-dns', anew: false, begins: false },
    { from: 'checking-ssl-cert', stage: 'checking-dns', anew: true, begins: true },
    { from: 'failed', stage: 'done', anew: false, begins: true },
    { from: 'done', stage: 'done', anew: false, begins: false },
    { from: 'done', stage: 'done', anew: true, begins: true },
    { from: 'done', stage: 'checking-dns', anew: true, begins: true },
  ])(
    'after $from, $stage (anew: $anew) begins a new time: $begins',
    async ({ from, stage, anew, begins }) => {
      await wish('shop.example.com');
      await report({ domain: 'shop.example.com', stage: from, message: 'first' });
      await rig.wordpress.advance(3600);
      const [before] = await rig.wordpress.rows();
      await report({ domain: 'shop.example.com', stage, message: 'second', anew });
      const [after] = await rig.wordpress.rows();
      const isNew = (after?.updated_at ?? 0) - (before?.updated_at ?? 0) >= 3600;
      expect({ isNew, isSame: after?.updated_at === before?.updated_at }).toEqual({
        isNew: begins,
        isSame: !begins,
      });
      // What came too late has nothing to say, either.
      expect(after?.message).toBe(begins || from === stage ? 'second' : 'first');
    },
  );

  test('is noted anew though another report changed the row since it was read', async () => {
    await wish('shop.example.com');
    await report({ domain: 'shop.example.com', stage: 'checking-dns', message: 'first' });
    const noted = await rig.wordpress.php(`
      $other = new mysqli( 'localhost', 'root', '', 'wordpress', 0, substr( DB_HOST, strlen( 'localhost:' ) ) );
      $row   = Closte_Domain_Sync_Domain_Table::row( 'shop.example.com' );
      add_filter( 'query', static function ( $query ) use ( $other ) {
        static $done = false;
        if ( ! $done && 0 === strpos( $query, 'UPDATE' ) ) {
          $done = true;
          $other->query( "UPDATE wp_closte_sync SET stage = 'checking-ssl-cert', message = 'meanwhile'" );
        }
        return $query;
      } );
      return Closte_Domain_Sync_Stage_Report::note( $row, Closte_Domain_Sync_Stage_Report::read( array( 'domain' => $row->domain, 'stage' => 'checking-dns', 'message' => 'Once more.', 'anew' => true ) ) );`);
    expect(noted).toBe('noted');
    expect(await rig.wordpress.rows()).toMatchObject([{ stage: 'checking-dns', message: 'Once more.' }]);
  });

  test('may be told again and again with the same words', async () => {
    await wish('shop.example.com');
    const again = { domain: 'shop.example.com', stage: 'checking-dns', message: 'No address yet.' };
    const replies = [await report(again), await report(again), await report(again)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('needs no record: a native domain has none', async () => {
    await wish('shop.example.com');
    await rig.wordpress.php('$GLOBALS["wpdb"]->query( "TRUNCATE wp_wu_domain_mappings" );');
    expect(await report({ domain: 'shop.example.com', stage: 'done' })).toMatchObject({
      status: 200,
      record: 'none',
    });
  });

  test('of a mapping is refused once the domain was removed, of a removal once it was mapped again', async () => {
    await wish('shop.example.com');
    expect(await report({ domain: 'shop.example.com', stage: 'removed' })).toMatchObject({
      status: 409,
      code: 'overtaken',
    });
    await rig.wordpress.php('wu_get_domain_by_domain( "shop.example.com" )->delete();');
    expect(await report({ domain: 'shop.example.com', stage: 'done', secure: true })).toMatchObject({
      status: 409,
    });
    expect(await report({ domain: 'shop.example.com', stage: 'removed' })).toMatchObject({
      status: 200,
      record: 'none',
    });
    expect(await rig.wordpress.rows()).toMatchObject([{ wanted: 'removed', stage: 'removed' }]);
  });

  test('of a domain that the network never had is refused', async () => {
    expect(await report({ domain: 'never.example.com', stage: 'done' })).toMatchObject({
      status: 404,
      code: 'unknown-domain',
    });
  });

  test('that cannot be put on the record is an error, and kept in the table', async () => {
    await wish('shop.example.com');
    rig.wordpress.define({ TEST_RECORDS_FAIL: true });
    try {
      expect(await report({ domain: 'shop.example.com', stage: 'done' })).toMatchObject({
        status: 500,
        code: 'record-not-saved',
      });
    } finally {
      rig.wordpress.define({ TEST_RECORDS_FAIL: null });
    }
    expect(await rig.wordpress.rows()).toMatchObject([{ stage: 'done' }]);
  });

  test.each([
    {},
    { domain: 'shop.example.com' },
    { domain: '', stage: 'done' },
    { domain: 'shop.example.com', stage: 'Done!' },
    { domain: 'shop.example.com', stage: 'done', secure: 'yes' },
    { domain: 'shop.example.com', stage: 'done', message: 7 },
    { domain: 'shop.example.com', stage: 'done', anew: 'yes' },
    { domain: 'shop.example.com', stage: 'done', anew: 1 },
    ['shop.example.com', 'done'],
  ])('refuses %j', async (body) => {
    expect(await post('stage', body)).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  test('told before the sender has read its answer is not overwritten by it', async () => {
    await wish('shop.example.com');
    rig.functions.behaves('hangs');
    const sending = rig.wordpress.php('Closte_Domain_Sync_Sender::run();');
    await rig.functions.next();
    await report({ domain: 'shop.example.com', stage: 'checking-ssl-cert' });
    rig.functions.release();
    await sending;
    expect(await rig.wordpress.rows()).toMatchObject([{ state: 'sent', stage: 'checking-ssl-cert' }]);
    rig.functions.reset();
  });
});
