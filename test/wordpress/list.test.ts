import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Admin, logIn } from './support/admin.ts';
import { LIST, rowsOf, textOf, viewsOf } from './support/list.ts';
import { API_KEY, type Rig, startRig } from './support/rig.ts';

let rig: Rig;
let admin: Admin;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
  admin = await logIn(rig.wordpress);
});

afterEach(async () => {
  rig.wordpress.define({ CLOSTE_SYNC_URL: rig.functions.url, CLOSTE_CLIENT_API_KEY: API_KEY });
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const DAY = 24 * 3600;

interface Fields {
  readonly domain: string;
  readonly [column: string]: string | number;
}

/** Rows as they are, with what is usual where a row does not say otherwise. */
async function table(...rows: readonly Fields[]): Promise<void> {
  await rig.wordpress.php(
    `global $wpdb;
     test_home( 2 );
     foreach ( $args['rows'] as $row ) {
       $wpdb->insert( 'wp_closte_sync', $row + array( 'site_id' => 2, 'wanted' => 'mapped', 'event_id' => 'evt_' . $row['domain'], 'state' => 'sent',
         'stage' => 'done', 'message' => '', 'wished_at' => time(), 'updated_at' => time() ) );
     }`,
    { rows },
  );
}

async function list(query = '') {
  const { status, text } = await admin.get(`${LIST}${query}`);
  expect(status).toBe(200);
  return text;
}
const shown = async (query = '') => rowsOf(await list(query)).map(({ domain }) => domain);

test('the list has a menu of its own, for those who manage the sites', async () => {
  expect((await admin.get('/wp-admin/network/')).text).toContain('admin.php?page=closte-domain-sync');
  await rig.wordpress.php(
    `wp_insert_user( array( 'user_login' => 'owner', 'user_pass' => 'password', 'role' => 'administrator' ) );`,
  );
  const owner = await logIn(rig.wordpress, { user: 'owner' });
  expect((await owner.get(LIST)).status).toBe(403);
});

describe('a row', () => {
  const now = Math.floor(Date.now() / 1000);

  test.each<[string, Omit<Fields, 'domain'>, Record<string, RegExp>]>([
    [
      'works',
      { stage: 'done', message: 'a is done.' },
      { stage: /^Works$/, problem: /^$/, next: /^Once a day$/ },
    ],
    [
      'works without HTTPS',
      { stage: 'done-without-ssl' },
      { stage: /^Works, without HTTPS$/, next: /Once a day/ },
    ],
    [
      'waits for the DNS',
      { stage: 'checking-dns', message: 'Set the A record.', next_look_at: now + DAY },
      {
        stage: /^Waiting for the DNS$/,
        problem: /^Set the A record\.$/,
        next: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
      },
    ],
    [
      'waits for the DNS, and was to be looked at by now',
      { stage: 'checking-dns', next_look_at: now - 10 },
      { next: /^Every few minutes at first, later every hour, after two days every 4 hours$/ },
    ],
    [
      'waits for the certificate',
      { stage: 'checking-ssl-cert' },
      { stage: /certificate/, next: /later every hour$/ },
    ],
    [
      'is being added',
      { stage: 'adding-domain' },
      { stage: /Being added at Closte/, next: /few seconds at first/ },
    ],
    [
      'failed',
      { stage: 'failed', message: 'It <b>points</b> elsewhere.' },
      { stage: /^Failed$/, problem: /^It <b>points<\/b> elsewhere\.$/, next: /^Once a day$/ },
    ],
    ['has no certificate', { stage: 'ssl-failed' }, { stage: /no good certificate/ }],
    [
      'was never told',
      { state: 'waiting', stage: '', next_try: now - 5, next_look_at: now + DAY },
      { stage: /Waiting to be told/, next: /^Told within minutes$/ },
    ],
    [
      'could not be told',
      { state: 'waiting', stage: '', next_try: now + DAY, message: 'There was an answer 502.' },
      { problem: /502/, next: /^Told again: \d{4}-/ },
    ],
    [
      'was refused',
      {
        state: 'refused',
        stage: '',
        refusal: 'invalid-domain',
        message: 'It is none.',
        next_look_at: now + DAY,
      },
      { stage: /^Refused by the functions$/, problem: /It is none/, next: /^Not by itself$/ },
    ],
    [
      'was refused for a reason that passes',
      { state: 'refused', stage: '', refusal: 'another-network' },
      { next: /^Told again once a day$/ },
    ],
    ['is known, and no more', { stage: '' }, { stage: /^Known to the functions$/, next: /about a day/ }],
    ['has a stage of later functions', { stage: 'of-later' }, { stage: /^of-later$/, next: /^Not known$/ }],
    [
      'is being removed',
      { wanted: 'removed', stage: 'removing-domain' },
      { wanted: /^Taken back$/, stage: /^Being removed at Closte$/, next: /later every hour$/ },
    ],
    [
      'was removed',
      { wanted: 'removed', stage: 'removed', message: 'It was removed.' },
      { wanted: /^Taken back$/, stage: /^Removed at Closte$/, problem: /^$/, next: /^Not any more$/ },
    ],
  ])('that %s says so', async (_what, fields, cells) => {
    await table({ domain: 'a.example.com', ...fields } as Fields);
    const [row] = rowsOf(await list());
    expect(row?.cells).toMatchObject(
      Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, expect.stringMatching(text)])),
    );
  });

  test('has the domain as the value of its checkbox, its own letters, its site, and since when', async () => {
    await table({ domain: 'xn--bcher-kva.example.com', updated_at: now - 3 * DAY - 60 });
    const [row] = rowsOf(await list());
    expect(row?.domain).toBe('xn--bcher-kva.example.com');
    expect(row?.cells['domain']).toMatch(/^bücher\.example\.com\s*xn--bcher-kva\.example\.com/);
    expect(row?.cells['site']).toMatch(/network\.test\/site2\s*Domains of site 2/);
    expect(row?.cells['wanted']).toBe('Mapped');
    expect(row?.cells['since']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d\s*for 3 days$/);
    expect(row?.html).toContain('site-info.php?id=2');
    expect(row?.html).toContain('/functions/status?domain=xn--bcher-kva.example.com&#038;expires=');
  });

  test('of a site that is gone says so', async () => {
    await table({ domain: 'a.example.com', site_id: 77, wanted: 'removed' });
    expect(rowsOf(await list())[0]?.cells['site']).toBe('Site 77, which is gone');
  });

  test.each([
    { row: 'failed', record: 'done', says: 'Ultimate Multisite: Works' },
    { row: 'done', record: 'checking-dns', says: 'Ultimate Multisite: Waiting for the DNS' },
    { row: 'done', record: 'done', says: null },
  ])('in $row shows the record in $record where that is another stage', async ({ row, record, says }) => {
    await table({ domain: 'a.example.com', stage: row });
    await rig.wordpress.php(
      `test_record( 5, 2, 'A.example.com', $args['record'] ); test_record( 6, 2, 'a.example.com', 'failed' );`,
      { record },
    );
    const stage = rowsOf(await list())[0]?.cells['stage'] ?? '';
    if (says === null) expect(stage).not.toContain('Ultimate');
    else expect(stage).toContain(says);
  });

  test('in Unicode on the record is found by its A-labels', async () => {
    await table({ domain: 'xn--bcher-kva.example.com', stage: 'failed' });
    await rig.wordpress.php(`test_record( 5, 2, 'bücher.example.com', 'done' );`);
    expect(rowsOf(await list())[0]?.cells['stage']).toContain('Ultimate Multisite: Works');
  });

  test.each([
    { rows: ['example.com'], missing: { 'example.com': 'www.example.com is not mapped.' } },
    { rows: ['www.example.com'], missing: { 'www.example.com': 'example.com is not mapped.' } },
    { rows: ['example.com', 'www.example.com'], missing: {} },
    { rows: ['*.example.com', 'blog.network.test', 'www.network.test'], missing: {} },
  ])('names what is not mapped beside it, with a button: $rows', async ({ rows, missing }) => {
    await table(...rows.map((domain) => ({ domain })));
    const found = rowsOf(await list()).flatMap(({ domain, cells, html }) => {
      const said = /\S+ is not mapped\./.exec(cells['domain'] ?? '')?.[0];
      if (said !== undefined) expect(html).toContain(`value="2 ${said.split(' ')[0]}"`);
      return said === undefined ? [] : [[domain, said]];
    });
    expect(Object.fromEntries(found)).toEqual(missing);
  });

  test('does not miss a www. that was removed, unless it was the operator who took it', async () => {
    await table(
      { domain: 'example.com' },
      { domain: 'www.example.com', wanted: 'removed', stage: 'removed' },
    );
    expect(rowsOf(await list())[0]?.cells['domain']).toContain('www.example.com is not mapped.');
    await rig.wordpress.php(`Closte_Domain_Sync_Operator_Wishes::unmap( 'www.example.com' );`);
    expect(rowsOf(await list())[0]?.cells['domain']).not.toContain('not mapped');
  });
});

describe('what is shown', () => {
  const SOME: readonly Fields[] = [
    { domain: 'b.example.com', updated_at: 1_700_000_300, site_id: 3 },
    { domain: 'a.example.com', stage: 'failed', updated_at: 1_700_000_100 },
    { domain: 'c.example.net', stage: 'checking-dns', updated_at: 1_700_000_200, site_id: 3 },
    { domain: 'd.example.net', wanted: 'removed', stage: 'removed', updated_at: 1_700_000_400 },
    { domain: 'xn--bcher-kva.example.org', state: 'refused', stage: '', updated_at: 1_700_000_500 },
  ];

  test.each([
    { query: '', domains: 'abcdx' },
    { query: '&group=working', domains: 'b' },
    { query: '&group=on-way', domains: 'c' },
    { query: '&group=failed', domains: 'ax' },
    { query: '&group=removed', domains: 'd' },
    { query: '&group=unheard-of', domains: 'abcdx' },
    { query: '&orderby=domain&order=desc', domains: 'xdcba' },
    { query: '&orderby=since&order=asc', domains: 'acbdx' },
    { query: '&orderby=since&order=desc', domains: 'xdbca' },
    { query: '&orderby=site&order=asc', domains: 'adxbc' },
    { query: '&orderby=message&order=asc', domains: 'abcdx' },
    { query: '&site_id=3', domains: 'bc' },
    { query: '&site_id=3&group=working', domains: 'b' },
    { query: '&s=example.net', domains: 'cd' },
    { query: '&s=EXAMPLE.net', domains: 'cd' },
    { query: '&s=example.net&group=removed', domains: 'd' },
    { query: '&s=bücher.example.org', domains: 'x' },
    { query: '&s=https://c.example.net/shop?a=b', domains: 'c' },
    { query: '&s=%25', domains: '' },
    { query: '&s=_', domains: '' },
    { query: '&s=b%C3%BCch', domains: '' },
    { query: '&s=%27', domains: '' },
    { query: '&site_id[]=3&group[]=failed', domains: 'abcdx' },
  ])('with $query is $domains', async ({ query, domains }) => {
    await table(...SOME);
    expect((await shown(encodeURI(decodeURI(query)))).map((domain) => domain[0]).join('')).toBe(domains);
  });

  test('is counted by groups, whatever is shown', async () => {
    await table(...SOME);
    const counts = { All: 5, Working: 1, 'On the way': 1, Failed: 2, 'Taken back': 1 };
    expect(viewsOf(await list())).toEqual(counts);
    expect(viewsOf(await list('&group=failed&s=nothing'))).toEqual(counts);
  });

  test('is a hundred rows on a page, unless the user sets another number', async () => {
    await table(
      ...Array.from({ length: 130 }, (_, n) => ({ domain: `a${String(n).padStart(3, '0')}.example.com` })),
    );
    expect(await shown()).toHaveLength(100);
    expect(await shown('&paged=2')).toHaveLength(30);
    expect((await shown('&paged=2&s=example.com'))[0]).toBe('a100.example.com');
    const beyond = await admin.get(`${LIST}&paged=9`);
    expect([beyond.status, beyond.headers.location]).toEqual([302, expect.stringContaining('paged=2')]);
    const nonce = /name="screenoptionnonce" value="([^"]+)"/.exec(await list())?.[1] ?? '';
    await admin.post(LIST, [
      ['wp_screen_options[option]', 'closte_domain_sync_per_page'],
      ['wp_screen_options[value]', '30'],
      ['screenoptionnonce', nonce],
    ]);
    expect(await shown()).toHaveLength(30);
    await rig.wordpress.php('delete_user_meta( 1, "closte_domain_sync_per_page" );');
  });

  test('has no style, script or name of somebody else', async () => {
    await table({ domain: 'a.example.com', message: '<script>alert(1)</script>' });
    const html = await list('&s=%3Cscript%3Ealert(2)%3C/script%3E&came=mapped&name=%3Cimg%20src=x%3E');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(await list()).not.toContain('<script>alert');
  });
});

describe('above the rows stands', () => {
  const notices = async () => textOf((await list()).split('wp-header-end')[1]?.split('<ul class')[0] ?? '');

  test('what runs', async () => {
    expect(await notices()).toContain('Last sweep: never. Last event delivered: never. 0 events wait.');
    await rig.wordpress.php('test_site( "shop.example.com" );');
    await rig.wordpress.cron();
    await rig.wordpress.php(`Closte_Domain_Sync_What_Runs::note( 'swept' );`);
    expect(await notices()).toMatch(
      /Last sweep: \d+ seconds? ago\. Last event delivered: \d+ seconds? ago\./,
    );
  });

  test('that this is a copy', async () => {
    await rig.wordpress.php(
      `update_network_option( 1, 'closte_sync_fingerprint', Closte_Domain_Sync_Fingerprint::take( array( 'place' => 'other.test/', 'constant' => 'other.test', 'type' => 'production', 'key' => 'k' ), 'salt' ) );`,
    );
    expect(await notices()).toContain('It is a copy of that network, or was renamed.');
  });

  test('that the database cannot be believed, in the place of rows', async () => {
    await rig.wordpress.php(
      'update_network_option( 1, "closte_sync_records_seen", "1" ); $GLOBALS["wpdb"]->query( "DROP TABLE wp_wu_domain_mappings" );',
    );
    rig.wordpress.define({ TEST_WITHOUT_TABLE: true });
    await table({ domain: 'a.example.com' });
    const html = await list();
    rig.wordpress.define({ TEST_WITHOUT_TABLE: null });
    expect(textOf(html)).toContain('the table of its domains cannot be read');
    expect(rowsOf(html)).toHaveLength(1);
  });

  test('what is not configured, and nothing else', async () => {
    await table({ domain: 'a.example.com' });
    rig.wordpress.define({ CLOSTE_SYNC_URL: null });
    const html = await list();
    expect(textOf(html)).toContain('The constant CLOSTE_SYNC_URL is missing');
    expect(html).not.toContain('a.example.com');
  });
});
