import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ subdomains: false });
  await rig.wordpress.php('test_reset();');
});

afterEach(() => rig.wordpress.reset());
afterAll(() => rig.stop());

test('in a network of subdirectories a site without a domain of its own is nobody’s business', async () => {
  await rig.wordpress.php(`test_site( 'network.test', '/blog/' );
    wp_update_site( 2, array( 'path' => '/journal/' ) ); wp_delete_site( 2 );`);
  expect(await rig.wishes()).toEqual([]);
});

test('in a network of subdirectories a site with a domain of its own is mapped and removed', async () => {
  await rig.wordpress.php(`test_site( 'network.test', '/blog/' );
    wp_update_site( 2, array( 'domain' => 'blog.example.com', 'path' => '/' ) );`);
  expect(await rig.wishes()).toEqual(['blog.example.com: mapped 2']);
  await rig.wordpress.php(`wp_update_site( 2, array( 'domain' => 'network.test', 'path' => '/blog/' ) );`);
  expect(await rig.wishes()).toEqual(['blog.example.com: removed 2']);
  expect(rig.wordpress.complaints()).toEqual([]);
});
