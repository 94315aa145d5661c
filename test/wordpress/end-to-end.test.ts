import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';
import { startWordPress, type WordPress } from './support/wordpress.ts';

let wordpress: WordPress;
let stack: RunningStack;

beforeAll(async () => {
  wordpress = await startWordPress({
    constants: { CLOSTE_CLIENT_API_KEY: LOCAL_API_KEY, TEST_ULTIMATE_MULTISITE: true },
  });
  stack = await runStack({ environment: { WORDPRESS_URL: wordpress.url } });
  wordpress.define({ CLOSTE_SYNC_URL: stack.url });
  await wordpress.php('test_reset();');
});

afterEach(() => {
  expect(wordpress.complaints()).toEqual([]);
});

afterAll(async () => {
  await stack.close();
  await wordpress.stop();
});

/** What Ultimate Multisite shows of a domain. */
function record(domain: string) {
  return wordpress.php<{ stage: string; secure: boolean } | null>(
    `$record = wu_get_domain_by_domain( $args['domain'] );
     return $record ? array( 'stage' => $record->get_stage(), 'secure' => $record->is_secure() ) : null;`,
    { domain },
  );
}

async function stages() {
  const rows = await wordpress.rows();
  return Object.fromEntries(rows.map(({ domain, stage }) => [domain, stage]));
}

describe('from WordPress to Closte and back', () => {
  test('a domain that a site gets in WordPress is shown there as done and secure', async () => {
    await wordpress.php(
      `$site = test_site( 'blog.network.test' );
       wu_create_domain( array( 'blog_id' => $site, 'domain' => 'shop.example.com' ) );`,
    );
    expect(await record('shop.example.com')).toEqual({ stage: 'checking-dns', secure: false });

    await wordpress.cron();
    expect(stack.closte.hasAlias('shop.example.com')).toBe(true);
    expect(stack.closte.hasAlias('www.shop.example.com')).toBe(true);

    await stack.runUntil();
    expect(await record('shop.example.com')).toEqual({ stage: 'done', secure: true });
    expect(await record('blog.network.test')).toEqual({ stage: 'done', secure: true });
    expect(await stages()).toEqual({
      'blog.network.test': 'done',
      'shop.example.com': 'done',
      'www.shop.example.com': 'done',
    });
    expect(stack.linesOf('wordpress.unavailable')).toEqual([]);
  });

  test('a domain that is renamed in WordPress changes its alias, and the new one is done', async () => {
    await wordpress.php(
      `$record = wu_get_domain_by_domain( 'shop.example.com' );
       $record->set_domain( 'store.example.com' );
       $record->save();`,
    );
    await wordpress.cron();
    await stack.runUntil();
    expect(stack.closte.hasAlias('shop.example.com')).toBe(false);
    expect(stack.closte.hasAlias('store.example.com')).toBe(true);
    expect(await stages()).toMatchObject({ 'shop.example.com': 'removed', 'store.example.com': 'done' });
  });

  test('what was mapped while Closte was down, and removed before it came back, leaves no alias', async () => {
    stack.closte.setOutage(true);
    await wordpress.php(
      `wu_create_domain( array( 'blog_id' => get_sites( array( 'domain' => 'blog.network.test', 'fields' => 'ids' ) )[0], 'domain' => 'brief.example.com' ) );`,
    );
    await wordpress.cron();
    await wordpress.php(`wu_get_domain_by_domain( 'brief.example.com' )->delete();`);
    await wordpress.cron();
    stack.closte.setOutage(false);
    await stack.runUntil();
    expect(stack.closte.hasAlias('brief.example.com')).toBe(false);
    expect(stack.eventsOf('brief.example.com')).toContain('domain.cancelled');
  });

  test('the aliases of a site that is deleted go with it', async () => {
    await wordpress.php(
      `require_once ABSPATH . 'wp-admin/includes/ms.php';
       wp_delete_site( get_sites( array( 'domain' => 'blog.network.test', 'fields' => 'ids' ) )[0] );`,
    );
    await wordpress.cron();
    await stack.runUntil();
    expect(stack.closte.hasAlias('store.example.com')).toBe(false);
    expect(stack.closte.hasAlias('www.store.example.com')).toBe(false);
  });

  test('Site Health and wp closte-sync test find that the functions are ready', async () => {
    expect(await wordpress.php('return Closte_Domain_Sync_Functions_Client::status();')).toMatchObject({
      ready: true,
    });
  });
});
