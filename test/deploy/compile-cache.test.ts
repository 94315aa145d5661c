import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MEMORY } from '../../bench/memory.ts';
import { API_KEY, type BenchWorld, NETWORK, startWorld } from '../../bench/world.ts';
import { COMPILE_CACHE, COMPILE_CACHE_ENVIRONMENT } from '../../deploy/compile-cache.ts';
import { addPackages, copyDeployedFiles } from '../../deploy/copy-deployed-files.ts';
import { freePort } from '../../local/listener.ts';
import { signEvent } from '../../shared/http/signature.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What is deployed, with the packages, after Google's build. */
let deployed: string;
let made: { readonly stderr: string };
let world: BenchWorld;
let events = 0;

/** As Google's build runs the script: in the folder itself, and with the variable that names the function. */
const build = (folder: string) =>
  run(process.execPath, ['--run', 'gcp-build'], {
    cwd: folder,
    env: { FUNCTION_TARGET: 'check', PATH: dirname(process.execPath) },
  });

beforeAll(async () => {
  deployed = await mkdtemp(join(tmpdir(), 'compile-cache-'));
  await chmod(deployed, 0o755);
  await copyDeployedFiles(PROJECT, deployed);
  await addPackages(PROJECT, deployed);
  made = await build(deployed);
  await cp(join(deployed, COMPILE_CACHE), join(deployed, 'as-made'), { recursive: true });
  world = await startWorld({ dns: 0, tls: 0 });
});

afterAll(async () => {
  await world.close();
  await rm(deployed, { recursive: true });
});

const cache = (): string => join(deployed, COMPILE_CACHE);

interface Started {
  readonly status: number;
  readonly taken: string[];
  readonly refused: string[];
  readonly missed: string[];
}

/** Maps a domain, for which a function loads all that it can, in an instance as it is deployed. */
const mapDomain = (options: { uid?: number } = {}) => startInstance('map', '/', eventRequest(), options);

/** What becomes of the files of an instance that starts as it is deployed, and answers one request. */
async function startInstance(
  target: string,
  path: string,
  request: RequestInit,
  options: { uid?: number },
): Promise<Started> {
  const port = await freePort();
  const launcher = join(deployed, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
  // Into a file: Node writes without waiting, and of what a full pipe does not take, nothing comes.
  const output = await open(join(deployed, `said-${port}`), 'w+');
  const child = spawn(process.execPath, [launcher, `--target=${target}`, `--port=${port}`], {
    ...options,
    cwd: deployed,
    stdio: ['ignore', 'ignore', output.fd],
    env: {
      NODE_ENV: 'production',
      ...world.environment,
      ...COMPILE_CACHE_ENVIRONMENT,
      // As deploy.sh tells most of them.
      ...MEMORY.check.environment,
      // Has Node say of each file what becomes of it.
      NODE_DEBUG_NATIVE: 'COMPILE_CACHE',
    },
  });
  const gone = once(child, 'exit');
  const status = await firstAnswer(`http://127.0.0.1:${port}${path}`, request, () => child.exitCode === null);
  child.kill('SIGTERM');
  await gone;
  const said = await readFile(join(deployed, `said-${port}`), 'utf8');
  await output.close();
  const files = (form: RegExp) => [...said.matchAll(form)].map(([, file = '']) => file);
  return {
    status,
    taken: files(/reading cache from \S+ for \w+ (\S+?)\.\.\..* success/g),
    refused: files(/V8 code cache for \w+ (\S+) was rejected/g),
    missed: files(/V8 code cache for \w+ (\S+) was not initialized/g),
  };
}

function eventRequest(): RequestInit {
  events += 1;
  const domain = `compiled-${events}.example.test`;
  const body = JSON.stringify({ type: 'domain.mapped', domain, site_id: 2, network_domain: NETWORK });
  const headers = {
    'Content-Type': 'application/json',
    ...signEvent(derivedSecret(API_KEY), `evt_compiled_${events}`, new Date(), body),
  };
  return { method: 'POST', headers, body };
}

async function firstAnswer(url: string, request: RequestInit, isUp: () => boolean): Promise<number> {
  for (;;) {
    const answer = await fetch(url, request).catch(() => undefined);
    if (answer !== undefined) return answer.status;
    if (!isUp()) throw new Error('the function does not come up');
  }
}

async function everyFile(change: (content: Buffer) => Buffer): Promise<void> {
  for (const entry of await readdir(cache(), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    await writeFile(file, change(await readFile(file)));
  }
}

async function renameVersion(version: string): Promise<void> {
  const [name = ''] = await readdir(cache());
  await rename(join(cache(), name), join(cache(), name.replace(/^v[\d.]+/, version)));
}

describe('the compile cache that is made in the build', () => {
  beforeEach(async () => {
    await rm(cache(), { recursive: true, force: true });
    await cp(join(deployed, 'as-made'), cache(), { recursive: true });
  });

  test('has all that an instance compiles, and V8 takes each, under other flags of its heap too', async () => {
    expect(made.stderr).toBe('');
    const { status, taken, refused, missed } = await mapDomain();
    expect({ status, refused, missed }).toEqual({ status: 202, refused: [], missed: [] });
    expect(taken).toEqual(
      expect.arrayContaining([
        expect.stringContaining('functions-framework/build/src/main.js'),
        expect.stringContaining('build/index.cjs'),
        expect.stringContaining('build/google-client.cjs'),
      ]),
    );
  });

  test('has the catalogs of languages too', async () => {
    const { status, taken, refused, missed } = await startInstance('status', '/?lang=pt-BR', {}, {});
    expect({ status, refused, missed }).toEqual({ status: 401, refused: [], missed: [] });
    expect(taken).toEqual(expect.arrayContaining([expect.stringContaining('build/pt-br.cjs')]));
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is not there', () => rm(cache(), { recursive: true })],
    ['is of another Node', () => renameVersion('v24.0.0')],
    ['is another thing under the name of this one', () => everyFile((content) => content.fill(7))],
    ['is cut off', () => everyFile((content) => content.subarray(0, content.length / 2))],
    [
      'is a file, where no folder can be made',
      () => rm(cache(), { recursive: true }).then(() => writeFile(cache(), '')),
    ],
  ])('does no harm where it %s', async (_, change) => {
    await change();
    const { status, taken } = await mapDomain();
    expect({ status, taken }).toEqual({ status: 202, taken: [] });
  });

  test('does no harm where nothing can be written, and what is there is of another user', async () => {
    // Root may write everywhere.
    if (process.getuid?.() !== 0) await chmod(cache(), 0o555);
    const { status } = await mapDomain(process.getuid?.() === 0 ? { uid: 65_534 } : {});
    expect(status).toBe(202);
    expect(await readdir(cache())).toEqual(await readdir(join(deployed, 'as-made')));
    await chmod(cache(), 0o755);
  });
});

test('a build that cannot make one goes on, says so, and leaves nothing half-made', async () => {
  const bundle = join(deployed, 'build/index.cjs');
  await rename(bundle, `${bundle}.away`);
  try {
    const { stderr } = await build(deployed);
    expect(stderr).toMatch(/^WARNING: no compile cache was made\./m);
    expect(existsSync(cache())).toBe(false);
  } finally {
    await rename(`${bundle}.away`, bundle);
  }
});
