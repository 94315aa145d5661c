import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { SLUG } from '../../wordpress/plugin.ts';
import { type Rehearsal, startRehearsal } from '../deploy/rehearsal.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';
import { run } from './support/child.ts';
import { startWordPress, type WordPress } from './support/wordpress.ts';

/*
 * docs/install.md, followed to the letter as far as a machine without the cloud can: each block of `sh` is run in turn, and
 * each line of the block of `text` behind it has to be seen, in order (`…` stands for anything).
 *
 * What stands in for what cannot be had here: gcloud is the stand-in of the rehearsal, with a pretended project; Cloud
 * Build's two builds are not run, and in their place the functions are those of the embedded stack, with Closte's
 * emulator; `wp` is the stand-in of the tests, which runs the plugin's real commands in a real WordPress; a click in
 * WordPress's admin is the call behind it. `npm ci` is left out: the packages are there.
 */

const ROOT = join(import.meta.dirname, '../..');

let stage: Rehearsal;
let wordpress: WordPress;
let stack: RunningStack;
let page: string;

beforeAll(async () => {
  page = await readFile(join(ROOT, 'docs/install.md'), 'utf8');
  stage = await startRehearsal();
  wordpress = await startWordPress({
    plugin: false,
    constants: { CLOSTE_CLIENT_API_KEY: LOCAL_API_KEY, FS_METHOD: 'direct' },
  });
  stack = await runStack({ environment: { WORDPRESS_URL: wordpress.url } });
});

afterEach(() => {
  expect(wordpress.complaints()).toEqual([]);
});

afterAll(async () => {
  await stack.close();
  await wordpress.stop();
  await stage.close();
});

interface Step {
  readonly command: string;
  readonly seen: readonly string[];
}

/** The blocks of `sh` on the page, each with the lines of the `text` that follows it before the next. */
function steps(): Step[] {
  const blocks = [...page.matchAll(/^ *```(sh|text|php)\n([\s\S]*?)^ *```$/gm)].map(
    ([, kind, text = '']) => ({
      kind,
      lines: text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
  );
  return blocks.flatMap(({ kind, lines }, index) => {
    const next = blocks[index + 1];
    const seen = next?.kind === 'text' ? next.lines : [];
    return kind === 'sh' ? lines.map((command) => ({ command, seen })) : [];
  });
}

function step(beginning: string): Step {
  const [found, ...more] = steps().filter(({ command }) => command === beginning);
  if (found === undefined || more.length > 0)
    throw new Error(`${beginning} stands ${more.length + 1} times or never`);
  return found;
}

/** Every line, in order; what the operator types behind a question is no output of the script. */
function expectSeen(output: string, seen: readonly string[], typed: readonly string[] = []): void {
  let rest = output.replaceAll('\r', '');
  for (const line of seen) {
    const shown = typed.reduce(
      (text, answer) => (text.endsWith(`: ${answer}`) ? text.slice(0, -answer.length) : text),
      line,
    );
    const [first = '', ...others] = shown.split('…').map((part) => part.trim());
    for (const part of [first, ...others].filter(Boolean)) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  }
}

/** Runs a command of `wp`, with the words of the page. */
async function wp(command: string): Promise<string> {
  const [, name, ...words] = command.split(' ').slice(1);
  const options = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => [word.slice(2), true]),
  );
  const [code, lines] = await wordpress.php<[number, unknown[]]>(
    'return WP_CLI::run( "closte-sync", $args["name"], $args["words"], (array) $args["options"] );',
    { wp_cli: true, name, words: words.filter((word) => !word.startsWith('--')), options },
  );
  expect({ command, code, lines }).toMatchObject({ code: 0 });
  return lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
}

const admin = (code: string, args: object = {}) =>
  wordpress.php(`require_once ABSPATH . 'wp-admin/includes/admin.php'; ${code}`, args);

test('the commands of the page are these, in this order, and all are followed below', () => {
  expect(steps().map(({ command }) => command)).toEqual([
    "wp eval 'echo CLOSTE_CLIENT_API_KEY;'",
    'bash deploy/setup.sh',
    'npm ci && npm run plugin',
    'wp closte-sync test',
    'wp closte-sync import --dry-run',
    'wp closte-sync import --send',
    'wp closte-sync list',
    'bash deploy/remove.sh',
  ]);
});

let key = '';
let url: string | undefined;

test('3. the key is where the page says', async () => {
  const [, code = ''] = /^wp eval '(.*)'$/.exec(step("wp eval 'echo CLOSTE_CLIENT_API_KEY;'").command) ?? [];
  key = await wordpress.php<string>(`ob_start(); ${code} return ob_get_clean();`);
  expect(key).toBe(LOCAL_API_KEY);
});

test('4. setup.sh asks what the page says, takes the answers of the page, and ends with the line of step 6', async () => {
  const { command, seen } = step('bash deploy/setup.sh');
  const answers = ['network.example', '', 'me@example.com', 'mailto:help@network.example', 'Example Sites'];
  const { code, out } = await stage.onTerminal(command, `${[...answers, key].join('\n')}\n`);
  expect({ code, out }).toMatchObject({ code: 0 });
  expectSeen(out, seen, answers);
  expect(stage.project.secretValue('closte-client-api-key', '1')).toBe(key);
  const [php = ''] = /^define\( 'CLOSTE_SYNC_URL', .*$/m.exec(page) ?? [];
  expect(out).toContain(php);
  url = /'(https:[^']*)'/.exec(php)?.[1];
});

test('5. the ZIP is where the page says, and WordPress installs it for the network', async () => {
  const { command, seen } = step('npm ci && npm run plugin');
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [program = '', ...args] = (scripts[command.replace('npm ci && npm run ', '')] ?? '').split(' ');
  expect(program).toBe('node');
  const packed = await run(process.execPath, args, { cwd: ROOT });
  expect(packed.code).toBe(0);
  expectSeen(packed.stdout, seen);
  await admin(
    `require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
     $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
     if ( true !== $upgrader->install( $args['zip'] ) ) { throw new Exception( implode( ' ', $upgrader->skin->get_upgrade_messages() ) ); }`,
    { zip: join(ROOT, seen[0] ?? '') },
  );
  await admin(
    `$error = activate_plugin( '${SLUG}/${SLUG}.php', '', true );
     if ( is_wp_error( $error ) ) { throw new Exception( $error->get_error_message() ); }`,
  );
  expect(await admin(`return is_plugin_active_for_network( '${SLUG}/${SLUG}.php' );`)).toBe(true);
});

test('6. and 7. with the constant, wp closte-sync test finds all ready', async () => {
  expect(url).toBe(`https://us-central1-my-project.cloudfunctions.net`);
  // In the place of Google's functions: those of the embedded stack.
  wordpress.define({ CLOSTE_SYNC_URL: stack.url });
  const { command, seen } = step('wp closte-sync test');
  expectSeen(await wp(command), seen);
});

test('9. to 11. import shows what it would add, then tells the functions, and list shows it done', async () => {
  await wordpress.php(
    `test_site( 'shop.network.test' );
     global $wpdb;
     $wpdb->query( 'TRUNCATE TABLE wp_closte_sync' );`,
  );
  const dry = step('wp closte-sync import --dry-run');
  expectSeen(await wp(dry.command), dry.seen);
  expect(stack.eventsOf('shop.network.test')).toEqual([]);
  const send = step('wp closte-sync import --send');
  expectSeen(await wp(send.command), send.seen);
  await wordpress.cron();
  await stack.runUntil();
  expect(stack.eventsOf('shop.network.test').at(-1)).toBe('domain.done');
  expect(await wp(step('wp closte-sync list').command)).toMatch(/shop\.network\.test.*done/);
});

test('Remove: what the page says is asked is asked, and nothing is left of the functions', async () => {
  const { command, seen } = step('bash deploy/remove.sh');
  const { code, out } = await stage.onTerminal(command, 'my-project\n');
  expect({ code, out }).toMatchObject({ code: 0 });
  expectSeen(out, seen, ['my-project']);
  expect(['account', 'secret'].flatMap((kind) => stage.project.names(kind))).toEqual([]);
});
