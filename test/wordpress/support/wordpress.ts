import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run, type Service, startService } from './child.ts';
import { type Database, startDatabase } from './database.ts';

const HERE = resolve(import.meta.dirname, '..');
/** The plugin's folder. */
export const PLUGIN = resolve(HERE, '../../wordpress/closte-domain-sync');
/** The version before this one: one file. */
export const OLD_VERSION = join(HERE, 'old-version/closte-domain-sync.php');
/** Where Debian's package has it. */
const WORDPRESS = '/usr/share/wordpress';

export const NETWORK = 'network.test';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** One row of the plugin's table. */
export interface Row {
  readonly domain: string;
  readonly site_id: number;
  readonly wanted: string;
  readonly event_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly next_try: number;
  readonly stage: string;
  readonly source: string;
  readonly message: string;
  readonly wished_at: number;
  readonly updated_at: number;
  readonly next_look_at: number;
  readonly heard_at: number;
}

/** A network on this machine. Its database and files are in a folder of its own. */
export interface WordPress {
  /** WordPress's own folder; plugins may be put into its wp-content/. */
  readonly folder: string;
  /** Where the main site answers; the functions' WORDPRESS_URL. */
  readonly url: string;
  /** Sets constants for every request from now on; null takes one away. */
  define(constants: Record<string, string | boolean | null>): void;
  /**
   * Runs PHP in a process of its own, as WP-CLI does, and returns what the code returns. `$args` has the arguments.
   *
   * @throws if PHP fails, warns or says that something is deprecated
   */
  php<Result = unknown>(code: string, args?: object): Promise<Result>;
  /** The same without a judgement: for code that is to be killed. */
  phpProcess(code: string, args?: object): ReturnType<typeof run>;
  /** Asks PHP's own server. */
  ask(path: string, asked?: Asked): Promise<Reply>;
  /** Lets WP-Cron run what is due. */
  cron(): Promise<void>;
  /** Lets time pass: everything that is written down with a time is that much closer. */
  advance(seconds: number): Promise<void>;
  rows(): Promise<Row[]>;
  /** The e-mails that were sent since it was last asked, where TEST_MAIL is defined. */
  mails(): Mail[];
  /** Whether the mail server takes e-mails. */
  mailIsUp(isUp: boolean): void;
  /** Back to a network with its main site, an empty table and an empty queue. */
  reset(): Promise<void>;
  /** What PHP's server wrote since it was last asked that should not be there: errors, warnings, notices. */
  complaints(): string[];
  stop(): Promise<void>;
}

export interface Options {
  readonly subdomains?: boolean;
  /** Whether the plugin is there, as a plugin. */
  readonly plugin?: boolean;
  readonly constants?: Record<string, string | boolean>;
  /** Options of mariadbd. */
  readonly databaseSettings?: readonly string[];
}

export async function startWordPress({
  subdomains = true,
  plugin = true,
  constants = {},
  databaseSettings = [],
}: Options = {}): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'closte-sync-wordpress-'));
  // The database's user has to pass through it.
  chmodSync(folder, 0o711);
  const site = join(folder, 'site');
  let database: Database | undefined;
  let server: Service | undefined;

  async function stop(): Promise<void> {
    await server?.stop();
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    database = await startDatabase(join(folder, 'database'), databaseSettings);
    layOut(site);
    if (plugin) installAsMustUse(site);
    const port = await freePort();
    const settings = (more: Record<string, string | number>) =>
      Object.entries({ error_reporting: -1, ...more }).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
    // Compiled files are kept between processes, which is half of the time that a short one takes.
    mkdirSync(join(folder, 'opcache'));
    const cache = { 'opcache.enable_cli': 1, 'opcache.file_cache': join(folder, 'opcache') };
    const mailbox = join(folder, 'mail');
    mkdirSync(mailbox);
    const mail = { sendmail_path: `sh ${join(HERE, 'site/sendmail.sh')} ${mailbox}` };
    const phpArgs = settings({ ...mail, display_errors: 'stderr', log_errors: 0, ...cache });
    const defined: Record<string, string | boolean> = {
      DB_HOST: database.host,
      TEST_PORT: String(port),
      TEST_SUBDOMAINS: subdomains,
      DISABLE_WP_CRON: true,
      ...constants,
    };
    const write = () => writeFileSync(join(site, 'constants.json'), JSON.stringify(defined));
    write();

    const phpProcess = (code: string, args: object = {}) =>
      run('php', [...phpArgs, join(HERE, 'site/eval.php'), site, NETWORK], {
        input: JSON.stringify({ code, args }),
      });

    async function php<Result = unknown>(code: string, args: object = {}): Promise<Result> {
      const { code: exit, stdout, stderr } = await phpProcess(code, args);
      const [printed, json] = stdout.split('\n--- result ---\n');
      if (exit !== 0 || json === undefined || complaintsIn(stderr).length > 0) {
        throw new Error(`PHP failed (${exit}) in:\n${code}\n${stderr}\n${printed}`);
      }
      return JSON.parse(json);
    }

    const installed = await run('php', [...phpArgs, join(HERE, 'site/install.php'), site, NETWORK]);
    if (installed.code !== 0)
      throw new Error(`the network was not installed:\n${installed.stdout}${installed.stderr}`);

    server = await startService(
      'php',
      [
        ...settings({ ...mail, display_errors: 0, log_errors: 1 }),
        '-S',
        `127.0.0.1:${port}`,
        '-t',
        site,
        join(HERE, 'site/router.php'),
      ],
      /Development Server .* started/,
      { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } },
    );
    const running = server;
    let heard = 0;

    const wordpress: WordPress = {
      folder: site,
      url: `http://127.0.0.1:${port}`,
      define(more) {
        for (const [name, value] of Object.entries(more)) {
          if (value === null) delete defined[name];
          else defined[name] = value;
        }
        write();
      },
      php,
      phpProcess,
      ask: (path, asked = {}) => ask(port, path, asked),
      async cron() {
        const { status, text } = await ask(port, '/wp-cron.php', {});
        if (status !== 200) throw new Error(`WP-Cron answered ${status}: ${text}`);
      },
      advance: async (seconds) => {
        await php('test_advance( $args["seconds"] );', { seconds });
      },
      rows: () => php<Row[]>('return test_rows();'),
      mails: () =>
        readdirSync(mailbox)
          .filter((name) => name.endsWith('.eml'))
          .map((name) => {
            const text = readFileSync(join(mailbox, name), 'utf8');
            rmSync(join(mailbox, name));
            return readMail(text);
          }),
      mailIsUp(isUp) {
        if (isUp) rmSync(join(mailbox, 'down'), { force: true });
        else writeFileSync(join(mailbox, 'down'), '');
      },
      reset: async () => {
        await php('test_reset();');
      },
      complaints() {
        const all = complaintsIn(running.log());
        const fresh = all.slice(heard);
        heard = all.length;
        return fresh;
      },
      stop,
    };
    return wordpress;
  } catch (error) {
    await stop();
    throw error;
  }
}

function readMail(text: string): Mail {
  const [head = '', ...body] = text.replaceAll('\r', '').split('\n\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return { to: header('To'), subject: header('Subject'), body: body.join('\n\n').trim() };
}

/** Debian's WordPress is older than Debian's PHP and says so; that is not ours. What is in `wp-content` is. */
function complaintsIn(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /\b(error|warning|notice|deprecated)\b/i.test(line))
    .filter((line) => !(line.includes('Deprecated: ') && /\/wp-(?!content\/)/.test(line)));
}

/** WordPress finds itself by the place of its files, so the folders from which it does are copied, the rest is linked. */
function layOut(site: string): void {
  mkdirSync(site);
  for (const entry of readdirSync(WORDPRESS, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.php') && entry.name !== 'wp-config.php') {
      cpSync(join(WORDPRESS, entry.name), join(site, entry.name));
    }
  }
  cpSync(join(WORDPRESS, 'wp-admin'), join(site, 'wp-admin'), { recursive: true, dereference: true });
  symlinkSync(join(WORDPRESS, 'wp-includes'), join(site, 'wp-includes'));
  cpSync(join(HERE, 'site/wp-config.php'), join(site, 'wp-config.php'));
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  mkdirSync(join(site, 'wp-content/plugins'));
  mkdirSync(join(site, 'wp-content/themes'));
  cpSync(join(HERE, 'site/mu-plugins'), join(site, 'wp-content/mu-plugins'), { recursive: true });
}

/** Puts the plugin into mu-plugins/, and its loader beside it. */
export function installAsMustUse(site: string): void {
  const mustUse = join(site, 'wp-content/mu-plugins');
  cpSync(PLUGIN, join(mustUse, 'closte-domain-sync'), { recursive: true });
  cpSync(join(PLUGIN, 'mu-loader.php'), join(mustUse, 'mu-loader.php'));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function ask(
  port: number,
  path: string,
  { method = 'GET', host = NETWORK, headers = {}, body }: Asked,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { Host: host, Connection: 'close', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
