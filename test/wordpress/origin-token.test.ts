import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { originToken } from '../../shared/wordpress/origin-token.ts';
import { API_KEY, type Rig, SECRET, startRig } from './support/rig.ts';
import { NETWORK } from './support/wordpress.ts';

const PROOF = originToken(SECRET, NETWORK);
const FOLDER = dirname(PROOF.path);

let rig: Rig;
let root: string;

beforeAll(async () => {
  rig = await startRig();
  root = await rig.wordpress.php<string>('return ABSPATH;');
});

afterEach(async () => {
  rig.wordpress.define({ CLOSTE_CLIENT_API_KEY: API_KEY, CLOSTE_SYNC_DOCUMENT_ROOT: null });
  rmSync(join(root, '.well-known'), { recursive: true, force: true });
  await rig.wordpress.php('delete_network_option( 1, "closte_sync_arrival_names" );');
  await rig.wordpress.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const keep = () =>
  rig.wordpress.php<Record<string, string>>('return (object) Closte_Domain_Sync_Origin_Token::keep();');
const health = () =>
  rig.wordpress.php<[string, string]>(
    '$r = Closte_Domain_Sync_Site_Health::origin_token(); return array( $r["status"], wp_strip_all_tags( $r["description"] ) );',
  );
const names = () => readdirSync(join(root, FOLDER)).toSorted();
const content = (path = join(root, PROOF.path)) => readFileSync(path, 'utf8');

test('the sweep writes the file, and every host is given it, though WordPress knows none of them', async () => {
  await rig.wordpress.cron();
  for (const host of [NETWORK, 'shop.example.com', 'unheard-of.example']) {
    const { status, text } = await rig.wordpress.ask(PROOF.path, { host });
    expect({ host, status, text }).toEqual({ host, status: 200, text: PROOF.content });
  }
  expect(names()).toEqual([basename(PROOF.path)]);
  expect(statSync(join(root, PROOF.path)).mode & 0o777).toBe(0o644);
});

test('a file that was changed is made good; one that is right is left alone', async () => {
  await keep();
  writeFileSync(join(root, PROOF.path), 'something else');
  expect(await keep()).toEqual({});
  expect(content()).toBe(PROOF.content);

  writeFileSync(join(root, PROOF.path), `${PROOF.content}\n`);
  const { ino } = statSync(join(root, PROOF.path));
  await keep();
  expect(statSync(join(root, PROOF.path)).ino).toBe(ino);
});

test('a new secret has a new file, and only the old one goes', async () => {
  await keep();
  const others = ['0123456789abcdef0123456789abcdef', 'index.html'];
  for (const name of others) writeFileSync(join(root, FOLDER, name), 'of somebody else');
  rig.wordpress.define({ CLOSTE_CLIENT_API_KEY: 'another key' });
  await keep();
  const { path } = originToken(derivedSecret('another key'), NETWORK);
  expect(names()).toEqual([...others, basename(path)].toSorted());
});

test('what the option names is removed only if it can be a file of this plugin', async () => {
  await keep();
  const innocent = join(root, '.well-known/innocent');
  writeFileSync(innocent, '');
  await rig.wordpress.php('update_network_option( 1, "closte_sync_arrival_names", array( "../innocent" ) );');
  await keep();
  expect(existsSync(innocent)).toBe(true);
});

test('each network of an installation has a file of its own, for its domain as events have it', async () => {
  await rig.wordpress.php(
    '$GLOBALS["wpdb"]->insert( "wp_site", array( "id" => 2, "domain" => "Second.Example:8080", "path" => "/" ) ); wp_cache_flush();',
  );
  try {
    await keep();
    const second = originToken(SECRET, 'second.example');
    expect(names()).toEqual([PROOF, second].map(({ path }) => basename(path)).toSorted());
    expect(content(join(root, second.path))).toBe(second.content);
  } finally {
    await rig.wordpress.php('$GLOBALS["wpdb"]->delete( "wp_site", array( "id" => 2 ) ); wp_cache_flush();');
  }
});

describe('the document root', () => {
  test('is WordPress’s folder less the path at which the main site has it', async () => {
    const above = `${dirname(root)}/`;
    const folder = basename(root);
    const cases = [
      { siteurl: 'http://network.test', is: root },
      { siteurl: 'http://network.test/', is: root },
      { siteurl: `https://network.test:8443/${folder}`, is: above },
      { siteurl: `http://network.test/${folder}/`, is: above },
      { siteurl: `http://network.test/${folder.slice(1)}`, is: root },
      { siteurl: `http://network.test/elsewhere/${folder}`, is: root },
    ];
    const found = await rig.wordpress.php(
      `$found = array();
       foreach ( $args['cases'] as $case ) {
         $filter = static function () use ( $case ) { return $case['siteurl']; };
         add_filter( 'pre_option_siteurl', $filter );
         $found[] = array( 'siteurl' => $case['siteurl'], 'is' => Closte_Domain_Sync_Settings::document_root() );
         remove_filter( 'pre_option_siteurl', $filter );
       }
       return $found;`,
      { cases },
    );
    expect(found).toEqual(cases);
  });

  test('is what CLOSTE_SYNC_DOCUMENT_ROOT says', async () => {
    const elsewhere = join(root, 'wp-content/public');
    mkdirSync(elsewhere);
    rig.wordpress.define({ CLOSTE_SYNC_DOCUMENT_ROOT: elsewhere });
    await keep();
    expect(content(join(elsewhere, PROOF.path))).toBe(PROOF.content);
    expect(existsSync(join(root, '.well-known'))).toBe(false);
  });
});

describe('Site Health', () => {
  test('has the file written, and says where it is', async () => {
    expect(await health()).toEqual(['good', `The file that proves it is in ${root}${FOLDER.slice(1)}.`]);
    expect(content()).toBe(PROOF.content);
  });

  test.each([
    { what: 'a folder that cannot be made', make: () => writeFileSync(join(root, '.well-known'), '') },
    {
      what: 'a file that cannot be replaced',
      make: () => mkdirSync(join(root, PROOF.path, 'in-the-way'), { recursive: true }),
    },
    {
      what: 'a document root that is not there',
      make: () => rig.wordpress.define({ CLOSTE_SYNC_DOCUMENT_ROOT: join(root, 'nowhere') }),
    },
  ])('says of $what which file to create, and who needs it', async ({ make }) => {
    make();
    const [status, text] = await health();
    expect(status).toBe('recommended');
    expect(text).toContain(`${PROOF.path}. Create it with the content ${PROOF.content}`);
    expect(text).toContain('Only domains behind a proxy');
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
    await rig.wordpress.cron();
  });

  test('leaves nothing behind where it could not write', async () => {
    mkdirSync(join(root, PROOF.path), { recursive: true });
    writeFileSync(join(root, PROOF.path, 'in-the-way'), '');
    await keep();
    expect(names()).toEqual([basename(PROOF.path)]);
  });
});

test('wp closte-sync test sees to it as well, and warns where it cannot', async () => {
  const run = () =>
    rig.wordpress.php<[number, string[]]>('return WP_CLI::run( "closte-sync", "test", array(), array() );', {
      wp_cli: true,
    });
  expect((await run())[0]).toBe(0);
  expect(content()).toBe(PROOF.content);
  rmSync(join(root, '.well-known'), { recursive: true });
  writeFileSync(join(root, '.well-known'), '');
  const [code, output] = await run();
  expect(code).toBe(0);
  expect(output).toContainEqual(
    expect.stringMatching(`^Warning: WordPress cannot write the file .*${PROOF.path}`),
  );
});
