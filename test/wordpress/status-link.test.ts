import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDomainName } from '../../shared/domain/name.ts';
import { judgeLink } from '../../shared/status/link.ts';
import { API_KEY, type Rig, SECRET, startRig } from './support/rig.ts';

const WEEK = 7 * 24 * 60 * 60;
const ADMIN = 'wp_set_current_user( 1 );';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  rig.wordpress.define({ CLOSTE_SYNC_URL: rig.functions.url, CLOSTE_CLIENT_API_KEY: API_KEY });
  await rig.wordpress.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

/** The domain of a link, which the functions find good. */
function domainOf(link: string): string {
  const url = new URL(link);
  expect(`${url.origin}${url.pathname}`).toBe(`${rig.functions.url}/status`);
  const { domain: text = '', expires, signature = '' } = Object.fromEntries(url.searchParams);
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  const { domain } = parsed;
  expect(judgeLink(SECRET, { domain, expires: Number(expires), signature }, new Date())).toBe('good');
  return text;
}

/** The links in some HTML, each with its text as it is seen. */
function linksIn(html: string) {
  return [...html.matchAll(/<a ([^>]*)>([^<]*)<span class="screen-reader-text">([^<]*)<\/span><\/a>/g)].map(
    ([, attributes = '', text = '', hidden]) => {
      expect(attributes).toContain('target="_blank" rel="noopener noreferrer"');
      expect(hidden).toContain('new tab');
      const href = /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&#038;', '&') ?? '';
      return { text, domain: domainOf(href) };
    },
  );
}

/** What the list of sites has in a row of it. */
const rowOf = (site: number, as = ADMIN) =>
  rig.wordpress.php<string>(
    `${as} return implode( ' ', apply_filters( 'manage_sites_action_links', array( 'edit' => 'Edit' ), (string) $args['site'], 'Shop' ) );`,
    { site },
  );

/** What stands behind the title of the screen of a domain. */
const titleOf = (domain: string, as = ADMIN) =>
  rig.wordpress.php<string>(
    `${as} ob_start();
     do_action( 'wu_page_edit_after_title', wu_get_domain_by_domain( $args['domain'] ), new stdClass() );
     return ob_get_clean();`,
    { domain },
  );

const SHOP = `
  update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
  test_site( 'shop.network.test' );`;

const record = (domain: string) => `wu_create_domain( array( 'blog_id' => 2, 'domain' => '${domain}' ) );`;

describe('a link', () => {
  const print = (domain: string) =>
    rig.wordpress.php<[number, string[]]>(
      'return WP_CLI::run( "closte-sync", "link", array( $args["domain"] ), array() );',
      { wp_cli: true, domain },
    );

  test.each([
    { given: 'shop.example.com', domain: 'shop.example.com' },
    { given: ' Shop.Example.com. ', domain: 'shop.example.com' },
    { given: '*.example.com', domain: '*.example.com' },
    { given: 'BÜCHER.example', domain: 'xn--bcher-kva.example' },
  ])('is printed by wp closte-sync link, signed for the normal form of $given', async ({ given, domain }) => {
    await rig.wordpress.php(
      'Closte_Domain_Sync_Domain_Table::store_wish( $args["domain"], 2, "mapped", "sent" );',
      { domain },
    );
    const [code, output] = await print(given);
    expect([code, output.map(domainOf)]).toEqual([0, [domain]]);
  });

  test('and an event go to the functions of this network, where its names have a prefix', async () => {
    rig.wordpress.define({ CLOSTE_SYNC_URL: `${rig.functions.url}/acme-` });
    await rig.wordpress.php(
      'Closte_Domain_Sync_Domain_Table::store_wish( "a.example.com", 2, "mapped", "sent" ); test_map( "b.example.com" );',
    );
    expect((await print('a.example.com'))[1][0]).toMatch(`${rig.functions.url}/acme-status?`);
    await rig.wordpress.php('return Closte_Domain_Sync_Sender::run();');
    expect(new Set(rig.functions.received.map(({ path }) => path))).toEqual(new Set(['/functions/acme-map']));
    rig.functions.reset();
  });

  test('is good for 7 days', async () => {
    const [expires, now] = await rig.wordpress.php<[string, number]>(
      'wp_parse_str( wp_parse_url( Closte_Domain_Sync_Status_Link::url( "a.example" ), PHP_URL_QUERY ), $query ); return array( $query["expires"], time() );',
    );
    // The clock of PHP may pass a second between the two.
    expect([WEEK - 1, WEEK]).toContain(Number(expires) - now);
  });

  test.each([
    { given: 'not a name', says: 'not a name is no domain.' },
    { given: 'nobody.example', says: 'The network never had the domain nobody.example.' },
  ])('to $given is not printed', async ({ given, says }) => {
    expect(await print(given)).toEqual([1, [`Error: ${says}`]]);
  });

  test('to a domain that was removed is printed: its page says so', async () => {
    await rig.wordpress.php(
      'Closte_Domain_Sync_Domain_Table::store_wish( "gone.example.com", 2, "removed", "sent" );',
    );
    expect((await print('gone.example.com'))[1].map(domainOf)).toEqual(['gone.example.com']);
  });

  test('is not printed while the plugin is not configured', async () => {
    rig.wordpress.define({ CLOSTE_SYNC_URL: null });
    expect(await print('shop.example.com')).toEqual([1, [expect.stringContaining('CLOSTE_SYNC_URL')]]);
  });
});

describe('the list of sites', () => {
  test('has one for each domain of a site, the site’s own first, and three at most', async () => {
    await rig.wordpress.php(
      SHOP + ['d', 'a', 'c', 'b'].map((name) => record(`${name}.example.com`)).join('\n'),
    );
    const html = await rowOf(2);
    expect(html).toMatch(/^Edit /);
    expect(linksIn(html)).toEqual(
      ['shop.network.test', 'a.example.com', 'b.example.com'].map((domain) => ({
        text: `Check domain status: ${domain}`,
        domain,
      })),
    );
  });

  test('has none for a domain that was removed, nor for a site that has no domain', async () => {
    await rig.wordpress.php(`${SHOP} ${record('a.example.com')}
      wu_get_domain_by_domain( 'a.example.com' )->delete();`);
    expect(linksIn(await rowOf(2)).map(({ domain }) => domain)).toEqual(['shop.network.test']);
    expect(await rowOf(1)).toBe('Edit');
    expect(await rowOf(77)).toBe('Edit');
  });

  test('shows them as WordPress shows the screen', async () => {
    // Here the site's own tables are needed.
    await rig.wordpress.php(
      'wp_insert_site( array( "domain" => "shop.network.test", "path" => "/", "network_id" => 1 ) );',
    );
    const html = await rig.wordpress.php<string>(`
      ${ADMIN}
      define( 'WP_NETWORK_ADMIN', true );
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      set_current_screen( 'sites-network' );
      $table = _get_list_table( 'WP_MS_Sites_List_Table', array( 'screen' => 'sites-network' ) );
      $table->prepare_items();
      ob_start();
      $table->display_rows();
      return ob_get_clean();`);
    expect(linksIn(html).map(({ domain }) => domain)).toEqual(['shop.network.test']);
  });
});

describe('the screen on which Ultimate Multisite edits a domain', () => {
  test('has one behind its title', async () => {
    await rig.wordpress.php(SHOP + record('shop.example.com'));
    expect(linksIn(await titleOf('shop.example.com'))).toEqual([
      { text: 'Check domain status', domain: 'shop.example.com' },
    ]);
  });

  test('has none for a domain that is not mapped', async () => {
    await rig.wordpress.php(`${SHOP} test_record( 9, 2, 'unknown.example.com' );`);
    expect(await titleOf('unknown.example.com')).toBe('');
  });

  test('is not the screen of anything else', async () => {
    const shown = await rig.wordpress.php(
      `${ADMIN} ob_start(); do_action( 'wu_page_edit_after_title', new WP_Site( (object) array() ), new stdClass() ); return ob_get_clean();`,
    );
    expect(shown).toBe('');
  });
});

test('no link is shown to whoever does not manage the sites', async () => {
  await rig.wordpress.php(SHOP + record('shop.example.com'));
  const users = [
    '',
    `$user = get_user_by( 'login', 'author' );
     wp_set_current_user( $user ? $user->ID : wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'p', 'role' => 'administrator' ) ) );`,
  ];
  for (const as of users) {
    expect(await rowOf(2, as)).toBe('Edit');
    expect(await titleOf('shop.example.com', as)).toBe('');
  }
});

test('no link is shown while the plugin is not configured', async () => {
  await rig.wordpress.php(SHOP + record('shop.example.com'));
  rig.wordpress.define({ CLOSTE_CLIENT_API_KEY: null });
  expect(await rowOf(2)).toBe('Edit');
  expect(await titleOf('shop.example.com')).toBe('');
});
