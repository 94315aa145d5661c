import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Admin, logIn, nonceOf } from './support/admin.ts';
import { LIST, rowsOf, textOf } from './support/list.ts';
import { type Rig, startRig } from './support/rig.ts';
import type { Reply } from './support/wordpress.ts';

let rig: Rig;
let admin: Admin;

beforeAll(async () => {
  rig = await startRig();
  await rig.wordpress.php('test_reset();');
  admin = await logIn(rig.wordpress);
});

afterEach(async () => {
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const php = <Result = unknown>(code: string, args: object = {}) =>
  rig.wordpress.php<Result>(`global $wpdb; ${code}`, args);
const list = async (query = '') => (await admin.get(`${LIST}${query}`)).text;
const bulkNonce = async () => /id="_wpnonce" name="_wpnonce" value="(\w+)"/.exec(await list())?.[1] ?? '';
const sent = () => rig.functions.received.map(({ path, body }) => `${path.split('/').at(-1)} ${body.domain}`);

/** What the list says once it has led back there. */
async function said(reply: Reply): Promise<string> {
  expect(reply.status).toBe(302);
  const { pathname, search } = new URL(reply.headers.location ?? '', 'http://network.test');
  const html = (await admin.get(pathname + search)).text;
  const notices = /<div class="notice notice-(\w+) is-dismissible"><p>([^<]*)<\/p>/.exec(html);
  return `${notices?.[1]}: ${textOf(notices?.[2] ?? '')}`;
}

const BOTH = `test_site( 'a.example.com' ); test_site( 'b.example.com' );`;
const states = async () =>
  Object.fromEntries(
    (await rig.wordpress.rows()).map(({ domain, state, stage }) => [domain, [state, stage]]),
  );

describe('domains are looked at again', () => {
  beforeEach(async () => {
    await php(BOTH);
    await rig.wordpress.cron();
    expect(await states()).toEqual({
      'a.example.com': ['sent', 'checking-dns'],
      'b.example.com': ['sent', 'checking-dns'],
    });
  });

  test.each(['action', 'action2'])(
    'where %s of the list says so: as a new event, which is sent',
    async (field) => {
      const [before] = rig.functions.received;
      const reply = await admin.post(LIST, [
        ['_wpnonce', await bulkNonce()],
        ['action', '-1'],
        [field, 'check-again'],
        ['domains[]', 'a.example.com'],
        ['domains[]', 'a.example.com'],
        ['domains[]', 'never.example.com'],
      ]);
      expect(await said(reply)).toBe('success: 1 domain will be looked at again within minutes.');
      expect(await states()).toEqual({
        'a.example.com': ['waiting', ''],
        'b.example.com': ['sent', 'checking-dns'],
      });
      await rig.wordpress.cron();
      expect(sent()).toEqual(['map a.example.com', 'map b.example.com', 'map a.example.com']);
      expect(rig.functions.received.at(-1)?.id).not.toBe(before?.id);
    },
  );

  test('by the link of a row', async () => {
    const href = /<a href="([^"]*check-again[^"]*)">/.exec(await list('&s=b.example.com'))?.[1] ?? '';
    const { pathname, search } = new URL(href.replaceAll('&#038;', '&'));
    expect(await said(await admin.get(pathname + search))).toContain('1 domain will be looked at again');
    expect(await states()).toMatchObject({ 'b.example.com': ['waiting', ''] });
  });

  test('and the list is as it was after it', async () => {
    const from = `${LIST}&group=on-way&s=example&paged=1&came=mapped&name=x.example.com&of_site=2`;
    const nonce = await bulkNonce();
    const { headers } = await admin.post(
      LIST,
      [
        ['_wpnonce', nonce],
        ['action', 'check-again'],
        ['domains[]', 'b.example.com'],
      ],
      from,
    );
    const query = new URL(headers.location ?? '', 'http://network.test').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      page: 'closte-domain-sync',
      group: 'on-way',
      s: 'example',
      paged: '1',
      came: 'checked',
      count: '1',
    });
  });

  test('but not without a choice, and not where this is a copy', async () => {
    const again = async (...fields: [string, string][]) =>
      said(await admin.post(LIST, [['_wpnonce', await bulkNonce()], ['action', 'check-again'], ...fields]));
    expect(await again()).toBe('error: 0 domains will be looked at again within minutes.');
    await php(
      `update_network_option( 1, 'closte_sync_fingerprint', Closte_Domain_Sync_Fingerprint::take( array( 'place' => 'other.test/', 'constant' => 'other.test', 'type' => 'production', 'key' => 'k' ), 'salt' ) );`,
    );
    expect(await again(['domains[]', 'a.example.com'])).toContain(
      'error: Nothing was done: this installation is not',
    );
    expect(await states()).toMatchObject({ 'a.example.com': ['sent', 'checking-dns'] });
  });
});

describe('nothing is done', () => {
  test.each([
    {
      fields: [
        ['action', 'check-again'],
        ['domains[]', 'a.example.com'],
      ],
    },
    {
      fields: [
        ['action', 'closte-sync-map'],
        ['domain', '*.example.com'],
        ['site', '2'],
      ],
    },
    {
      fields: [
        ['action', 'closte-sync-unmap'],
        ['domain', 'www.a.example.com'],
      ],
    },
    {
      fields: [
        ['action', 'closte-sync-set'],
        ['owners_see', '1'],
      ],
    },
    { fields: [['action', 'closte-sync-export']] },
  ] as { fields: [string, string][] }[])('for $fields without its nonce', async ({ fields }) => {
    await php(BOTH);
    const before = await rig.wordpress.rows();
    for (const nonce of ['', '0123456789', await bulkNonce()].slice(
      0,
      fields[0]?.[1] === 'check-again' ? 2 : 3,
    )) {
      expect((await admin.post(LIST, [...fields, ['_wpnonce', nonce]])).status).toBe(403);
    }
    expect(await rig.wordpress.rows()).toEqual(before);
    expect(await php('return Closte_Domain_Sync_Owner_Widget::do_owners_see();')).toBe(false);
  });
});

describe('the operator', () => {
  /** What a form says to a name, and what the command says to the same: one rule. */
  async function map(domain: string, site: string): Promise<string> {
    const form = await said(
      await admin.post(LIST, [
        ['action', 'closte-sync-map'],
        ['_wpnonce', nonceOf(await list(), 'closte-sync-map')],
        ['domain', domain],
        ['site', site],
      ]),
    );
    const [, [command = '']] = await rig.wordpress.php<[number, string[]]>(
      `return WP_CLI::run( 'closte-sync', 'map', array( $args['domain'] ), array( 'site' => $args['site'] ) );`,
      { wp_cli: true, domain, site },
    );
    expect(form.replace(/^\w+: /, '')).toBe(command.replace(/^\w+: /, ''));
    expect(form.startsWith('success')).toBe(command.startsWith('Success'));
    return form;
  }
  async function unmap(domain: string): Promise<string> {
    return said(
      await admin.post(LIST, [
        ['action', 'closte-sync-unmap'],
        ['_wpnonce', nonceOf(await list(), 'closte-sync-unmap')],
        ['domain', domain],
      ]),
    );
  }

  test.each([
    { domain: '*.example.com', site: '2', says: 'success: *.example.com is wanted for site 2.' },
    {
      domain: ' *.BÜCHER.example.com ',
      site: '2',
      says: 'success: *.xn--bcher-kva.example.com is wanted for site 2.',
    },
    { domain: '*.example.com', site: '9', says: 'error: There is no site 9.' },
    { domain: '*.example.com', site: '', says: 'error: There is no site 0.' },
    { domain: 'not a name', site: '2', says: 'error: not a name is no domain.' },
    { domain: 'a..example.com', site: '2', says: 'error: a..example.com is no domain.' },
    { domain: '192.0.2.7', site: '2', says: 'error: 192.0.2.7 is no domain.' },
    {
      domain: 'network.test',
      site: '2',
      says: 'error: network.test is the network itself, which is mapped by nobody.',
    },
    {
      domain: 'b.example.com',
      site: '2',
      says: 'error: b.example.com is wanted for site 3 already: it is the domain of that site or of a record in WordPress. Remove it there first.',
    },
  ])(
    'maps $domain for site $site, or is told why not, by form and command alike',
    async ({ domain, site, says }) => {
      await php(BOTH);
      expect((await map(domain, site)).replace(/ +/g, ' ')).toBe(says);
      const wishes = await php<object>('return (object) Closte_Domain_Sync_Operator_Wishes::all();');
      expect(Object.keys(wishes)).toHaveLength(says.startsWith('success') ? 1 : 0);
      await rig.wordpress.cron();
      expect(
        sent().filter((event) => event !== 'map a.example.com' && event !== 'map b.example.com'),
      ).toHaveLength(says.startsWith('success') ? 1 : 0);
    },
  );

  test('moves what he wished himself to another site', async () => {
    await php(BOTH);
    await map('*.example.com', '2');
    expect(await map('*.example.com', '3')).toContain('is wanted for site 3');
    expect(await rig.wishes()).toContain('*.example.com: mapped 3');
  });

  test('takes it back, and is told where WordPress has it', async () => {
    await php(BOTH);
    await map('*.example.com', '2');
    const html = await list('&unmap=*.example.com');
    expect(html).toMatch(/id="closte-sync-unmap-domain"[^>]* value="\*\.example\.com"/);
    expect(
      rowsOf(html)
        .filter(({ html: row }) => row.includes('Take back'))
        .map(({ domain }) => domain),
    ).toEqual(['*.example.com']);
    expect(await unmap('*.example.com')).toBe('success: *.example.com is not wanted any more.');
    expect(await rig.wishes()).toContain('*.example.com: removed 2');
    expect(await unmap('a.example.com')).toContain('error: a.example.com is still wanted for site 2');
    expect(await unmap('')).toContain('is no domain');
  });

  test('maps what is missing beside a name with one button', async () => {
    await php(`test_site( 'example.com' );`);
    const nonce = nonceOf(await list(), 'closte-sync-map');
    const button = ['companion', /name="companion" value="([^"]*)"/.exec(await list())?.[1] ?? ''] as const;
    const reply = await admin.post(LIST, [['action', 'closte-sync-map'], ['_wpnonce', nonce], button]);
    expect(await said(reply)).toBe('success: www.example.com is wanted for site 2.');
    expect(await list()).not.toContain('is not mapped.');
  });

  test('writes nothing down where nobody can look what is wanted', async () => {
    await php(`test_home( 2 ); update_network_option( 1, 'closte_sync_records_seen', '1' );`);
    const reply = await admin.post(LIST, [
      ['action', 'closte-sync-map'],
      ['_wpnonce', nonceOf(await list(), 'closte-sync-map')],
      ['domain', '*.example.com'],
      ['site', '2'],
    ]);
    expect(await said(reply)).toContain('error: Nothing was done: WordPress could not look what is wanted.');
    expect(await unmap('www.example.com')).toContain('error: Nothing was done');
    expect(await php('return Closte_Domain_Sync_Operator_Wishes::all();')).toEqual([]);
  });
});

describe('names of a form that DNS does not have', () => {
  const BAD = `
    foreach ( array( 5 => '.native.example.com', 6 => 'shop window.example.com', 7 => '192.0.2.7', 8 => 'good.example.com:8443' ) as $id => $domain ) {
      $wpdb->insert( 'wp_blogs', array( 'blog_id' => $id, 'site_id' => 1, 'domain' => $domain, 'path' => '/' ) );
    }
    $wpdb->insert( test_records(), array( 'blog_id' => 8, 'domain' => 'a$b.example.com' ) );`;

  test('are shown as what they are, and told to nobody', async () => {
    await php(BAD);
    await php(`Closte_Domain_Sync_Domain_Table::store_wish( '192.0.2.7', 7, 'mapped' );
      Closte_Domain_Sync_Sweep::go_on( 60, 0 );`);
    await rig.wordpress.cron();
    expect(sent()).toEqual(['map good.example.com']);
    expect(await rig.wishes()).toEqual(['good.example.com: mapped 8']);
    const text = textOf(await list('&group=names'));
    expect(text).toContain(
      'Site 5 has the domain .native.example.com, which is no domain name: a part of it is empty',
    );
    expect(text).toContain(
      'Site 6 has the domain shop window.example.com, which is no domain name: it has a space',
    );
    expect(text).toContain('Site 7 has the domain 192.0.2.7, which is no domain name: it is an IP address');
    expect(text).toContain(
      'A record of site 8 has the domain a$b.example.com, which is no domain name: it has a character',
    );
    expect(text).not.toContain('Site 8 has');
  });

  test('are not sent where they wait in a row of the version before, nor when their site is deleted', async () => {
    await php(BAD);
    await php(`Closte_Domain_Sync_Domain_Table::store_wish( '192.0.2.7', 7, 'mapped' ); Closte_Domain_Sync_Sender::run();
      Closte_Domain_Sync_Wishes::look_at_lost( array( '.native.example.com' ), 5 ); Closte_Domain_Sync_Sender::run();`);
    expect(sent()).toEqual([]);
    expect(await rig.wishes()).toEqual([]);
  });

  test('are shown with those that visitors may type, each with a button', async () => {
    await php(`test_site( 'example.com' ); test_site( 'www.example.net' );`);
    const html = await list('&group=names');
    expect(textOf(html)).toContain(
      'example.net, of site 3, is not mapped although its pair with or without www. is.',
    );
    expect(html).toContain('value="2 www.example.com"');
    expect(textOf(html)).toContain('Names that are no domain names None.');
  });

  test('are not the network’s own address, of which Identity says so', async () => {
    const networkIs = `$wpdb->update( 'wp_site', array( 'domain' => $domain ), array( 'id' => 1 ) ); wp_cache_flush();`;
    const found = await php(`
      $wpdb->insert( 'wp_blogs', array( 'blog_id' => 5, 'site_id' => 1, 'domain' => '192.0.2.9', 'path' => '/five/' ) );
      $domain = '192.0.2.9'; ${networkIs} $found = Closte_Domain_Sync_Bad_Names::find( 10 );
      $domain = 'network.test'; ${networkIs}
      return array( $found, count( Closte_Domain_Sync_Bad_Names::find( 10 ) ) );`);
    expect(found).toEqual([[], 1]);
  });
});
