import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { type Rig, startRig } from '../wordpress/support/rig.ts';
import { violations } from './support/axe.ts';
import { startChromium } from './support/chromium.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const ADMIN = 'http://network.test/wp-admin/network/admin.php?page=closte-domain-sync';
const NAMES = `${ADMIN}&group=names`;
const DASHBOARD = 'http://shop.network.test/wp-admin/index.php';

/** A small phone, and a desk. */
const WIDTHS = [360, 1280];

const DOMAINS = `
  update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
  wp_insert_site( array( 'domain' => 'shop.network.test', 'path' => '/', 'network_id' => 1 ) );
  test_site( 'xn--bcher-kva.example.net' );
  wu_create_domain( array( 'blog_id' => 2, 'domain' => 'shop.example.com', 'stage' => 'done' ) );
  wu_create_domain( array( 'blog_id' => 2, 'domain' => 'way.example.com' ) );
  Closte_Domain_Sync_Operator_Mapping::map( '*.example.com', 2 );
  Closte_Domain_Sync_Owner_Widget::let_owners_see( true );
  global $wpdb;
  foreach ( array(
    'shop.example.com' => array( 'stage' => 'failed', 'message' => 'The domain points elsewhere. Change its A record from 192.0.2.1 to 203.0.113.7.' ),
    'way.example.com' => array( 'stage' => 'checking-dns', 'next_look_at' => time() + 300 ),
    'xn--bcher-kva.example.net' => array( 'stage' => 'done' ),
  ) as $domain => $row ) {
    $wpdb->update( 'wp_closte_sync', $row + array( 'state' => 'sent' ), array( 'domain' => $domain ) );
  }
  $wpdb->insert( 'wp_blogs', array( 'blog_id' => 9, 'site_id' => 1, 'domain' => '.native.example.com', 'path' => '/' ) );`;

let rig: Rig;
let browser: Browser;
let context: BrowserContext;
let tab: Tab;

beforeAll(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
  await rig.wordpress.php(DOMAINS);
  await rig.wordpress.php(
    "update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'always' ) );",
  );
  const port = Number(new URL(rig.wordpress.url).port);
  const hosts = ['network.test', 'shop.network.test'] as const;
  browser = await startChromium(hosts.map((host) => `MAP ${host}:80 127.0.0.1:${port}` as const));
  context = await browser.newContext();
  tab = await context.newPage();
  await tab.goto('http://network.test/wp-login.php');
  await tab.fill('#user_login', 'admin');
  await tab.fill('#user_pass', 'password');
  await tab.click('#wp-submit');
});

afterEach(() => {
  // PHP's server logs the names of the files that it gives out, too, and the dashboard misses WordPress's news.
  const ours = (line: string) => !/\[200\]: GET \S+\.(js|css)\?|\/class-simplepie\.php/.test(line);
  expect(rig.wordpress.complaints().filter(ours)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await rig?.stop();
});

describe.each([
  ['list', ADMIN, '.wrap'],
  ['names', NAMES, '.wrap'],
  ['dashboard', DASHBOARD, '#closte-sync-domains .inside'],
])('the screen %s', (name, url, part) => {
  test.each(WIDTHS)('%i pixels wide, can be read by everybody', async (width) => {
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto(url);
    await tab.screenshot({ path: `${SCREENSHOTS}wordpress-${name}-${width}.png`, fullPage: true });
    expect(await tab.locator(part).count()).toBe(1);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await violations(tab, part)).toEqual([]);
  });
});

describe('without a mouse', () => {
  const focused = () => tab.evaluate<string>('document.activeElement.textContent.trim()');

  test('the links of a row are reached, are seen while they are, and say of which domain they are', async () => {
    await tab.setViewportSize({ width: 1280, height: 800 });
    await tab.goto(ADMIN);
    await tab.focus('input[value="shop.example.com"]');
    const texts: string[] = [];
    for (const _step of [1, 2, 3]) {
      await tab.keyboard.press('Tab');
      texts.push(await focused());
      // Where they are not seen they are outside of the page.
      const left = 'document.activeElement.getBoundingClientRect().left';
      expect(await tab.evaluate<number>(left)).toBeGreaterThan(0);
    }
    expect(texts).toEqual([
      expect.stringContaining('Map it www.shop.example.com'),
      expect.stringContaining('Status page'),
      'Check again shop.example.com',
    ]);
  });

  test('domains are chosen and looked at again', async () => {
    await tab.goto(ADMIN);
    await tab.focus('input[value="shop.example.com"]');
    await tab.keyboard.press('Space');
    await tab.focus('#bulk-action-selector-top');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Tab');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(await tab.textContent('.notice-success')).toContain(
      '1 domain will be looked at again within minutes.',
    );
    const [found] = (await rig.wordpress.rows()).filter(({ domain }) => domain === 'shop.example.com');
    expect(found).toMatchObject({ state: 'waiting', stage: '' });
  });

  test('a name is mapped beside the one that is, with one key', async () => {
    await tab.goto(ADMIN);
    await tab.focus('button[value="2 www.shop.example.com"]');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(await tab.textContent('.notice-success')).toContain('www.shop.example.com is wanted for site 2.');
    expect(await tab.locator('input[value="www.shop.example.com"]').count()).toBe(1);
  });

  test('what was mapped is taken back in two steps', async () => {
    await tab.goto(ADMIN);
    await tab.focus('a:has-text("Take back *.example.com")');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/unmap=/);
    await tab.focus('#closte-sync-unmap-domain');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(await tab.textContent('.notice-success')).toContain('*.example.com is not wanted any more.');
  });

  test('columns are hidden, and stay so', async () => {
    await tab.goto(ADMIN);
    await tab.click('#show-settings-link');
    await tab.uncheck('#wanted-hide');
    await tab.click('#screen-options-apply');
    await tab.waitForLoadState('networkidle');
    await tab.goto(ADMIN);
    expect(await tab.isVisible('thead th.column-wanted')).toBe(false);
    expect(await tab.isVisible('thead th.column-stage')).toBe(true);
  });
});
