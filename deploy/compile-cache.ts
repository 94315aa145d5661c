import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { constants, createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Google's build runs this in the folder that is deployed, when the packages are there (the script `gcp-build` of
// package.json, https://cloud.google.com/docs/buildpacks/nodejs#executing_custom_build_steps_during_deployment): it keeps
// what Node makes of the code when it compiles it, so that an instance need not do that again when it starts
// (https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache). Build and instance have the same
// folder, user (https://github.com/GoogleCloudPlatform/buildpacks/tree/main/stacks/google_24_full) and, until Google renews it
// under a function, the same Node. Where they have not, Node does not find the cache, and compiles as ever.

/** Where the cache is, from the folder that is deployed: deploy.sh tells the functions so. */
export const COMPILE_CACHE = 'build/compile-cache';

/** What tells Node of it. Portable: it counts where a file is from the cache, not where it is on the machine. */
export const COMPILE_CACHE_ENVIRONMENT = {
  NODE_COMPILE_CACHE: COMPILE_CACHE,
  NODE_COMPILE_CACHE_PORTABLE: '1',
};

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, COMPILE_CACHE);

const GIVE_UP_AFTER = 60_000;

/** What this file is started with once more, to load what is stored: what goes wrong there does not end the build. */
const STORE = 'store';

/** Without a cache the functions are slower to start, and that is all: the build goes on. */
function makeCache(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [import.meta.filename, STORE], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: GIVE_UP_AFTER,
  });
  if (status === 0) return;
  rmSync(FOLDER, { recursive: true, force: true });
  process.stderr.write('WARNING: no compile cache was made. The functions work, and start more slowly.\n');
}

async function store(): Promise<void> {
  const enabled = enableCompileCache({ directory: FOLDER, portable: true });
  if (enabled.status !== constants.compileCacheStatus.ENABLED) throw new Error(enabled.message);
  await loadAll();
  flushCompileCache();
  process.exit();
}

/** Loads all that an instance does, in its order: the launcher, the bundle, and the files that the bundle loads late. */
async function loadAll(): Promise<void> {
  const port = await freePort();
  // How the launcher is told what to do, in a build of Google's as well.
  Object.assign(process.env, { FUNCTION_TARGET: 'map', FUNCTION_SOURCE: ROOT, PORT: String(port) });
  process.argv.length = 2;
  const require = createRequire(import.meta.url);
  require(join(dirname(require.resolve('@google-cloud/functions-framework')), 'main.js'));
  await firstAnswer(port);
  for (const file of globSync('build/*.cjs', { cwd: ROOT })) require(join(ROOT, file));
}

async function firstAnswer(port: number): Promise<void> {
  for (;;) {
    // The bundle is loaded when the function answers, if only that it is not configured.
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST' }).catch(() => undefined);
    if (answer !== undefined) return;
    await sleep(10);
  }
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return await promise;
}

if (import.meta.main) {
  if (process.argv[2] === STORE) await store();
  else makeCache();
}
