import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addPackages, copyDeployedFiles, deployedFiles } from '../../deploy/copy-deployed-files.ts';
import { deployedLock } from '../../deploy/deployed-packages.ts';
import { freePort } from '../../local/listener.ts';
import { LANGUAGES } from '../../shared/words/languages.ts';
import { gcloud, hasGcloud } from './real-gcloud.ts';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const LANGUAGES_LATE = LANGUAGES.filter(({ tag }) => tag !== 'en').map(({ tag }) => tag.toLowerCase());
const FILES = [
  ...['google-client', 'index', ...LANGUAGES_LATE].map((name) => `build/${name}.cjs`),
  ...['deploy/compile-cache.ts', 'package-lock.json', 'package.json'],
].sort();

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'deployed-files-'));
  await copyDeployedFiles(PROJECT, copy);
});

afterAll(async () => {
  await rm(copy, { recursive: true });
});

async function json(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

describe('the copy of what is deployed', () => {
  test('has the bundle, what makes its compile cache, and the two files of npm, and nothing else', async () => {
    const all = await readdir(copy, { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.sort()).toEqual(FILES.map((file) => join(copy, file)));
  });

  test('has no script that would want esbuild, and no package for development', async () => {
    const manifest = await json(join(copy, 'package.json'));
    expect(manifest['scripts']).toEqual({ 'gcp-build': 'node deploy/compile-cache.ts' });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    const { packages } = (await json(join(copy, 'package-lock.json'))) as { packages: object };
    const { devDependencies = {} } = await json(join(PROJECT, 'package.json'));
    const development = Object.keys(devDependencies as object).map((name) => `node_modules/${name}`);
    // What is a dependency of a package that runs, too.
    const alsoRuns = ['node_modules/@types/node', 'node_modules/@formatjs/icu-messageformat-parser'];
    const left = development.filter((path) => !alsoRuns.includes(path) && path in packages);
    expect(left).toEqual([]);
  });

  test('is what npm ci in the cloud takes: its lock fits its package.json, and is whole', async () => {
    const install = ['ci', '--omit=dev', '--dry-run', '--offline', '--ignore-scripts'];
    await expect(run('npm', install, { cwd: copy })).resolves.toBeDefined();
  });

  test('starts under the functions framework, with the packages that npm ci would install', async () => {
    await addPackages(PROJECT, copy);
    expect(existsSync(join(copy, 'node_modules/esbuild'))).toBe(false);
    const launcher = join(copy, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
    expect(existsSync(launcher)).toBe(true);

    for (const target of ['map', 'unmap', 'check', 'reconcile', 'status']) {
      // It is up, and misses its variables.
      const [status] = await answersOf(launcher, target, ['/'], (response) => response.status);
      expect({ target, status }).toEqual({ target, status: 500 });
    }
    const heads = await answersOf(
      launcher,
      'status',
      LANGUAGES.map(({ tag }) => `/?lang=${tag}`),
      async (response) => /<h1.*?<\/h1>/s.exec(await response.text())?.[0],
    );
    expect(heads).not.toContain(undefined);
    expect(new Set(heads).size).toBe(LANGUAGES.length);
  });
});

/**
 * Starts a function of the copy by the copy's own launcher, as Google does: a launcher from elsewhere would
 * look for the function in its own framework. On standard error it says that the function listens, or why it
 * does not.
 */
async function answersOf<T>(
  launcher: string,
  target: string,
  paths: readonly string[],
  read: (response: Response) => T | Promise<T>,
): Promise<T[]> {
  const port = await freePort();
  const child = spawn(process.execPath, [launcher, `--target=${target}`, `--port=${port}`], {
    cwd: copy,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  try {
    const answers: T[] = [];
    const method = target === 'status' ? 'GET' : 'POST';
    while (answers.length < paths.length) {
      const url = `http://127.0.0.1:${port}${paths[answers.length]}`;
      const response = await fetch(url, { method }).catch(() => undefined);
      if (response !== undefined) answers.push(await read(response));
      if (child.exitCode !== null) throw new Error(`${target} does not come up: ${said}`);
      await setImmediate();
    }
    return answers;
  } finally {
    child.kill('SIGKILL');
    await gone;
  }
}

(hasGcloud ? test : test.skip)('gcloud reads .gcloudignore as the copy does', async () => {
  const { stdout } = await gcloud('meta', 'list-files-for-upload', PROJECT);
  expect(stdout.trim().split('\n').sort()).toEqual(FILES);
});

describe('.gcloudignore', () => {
  const LIST = '# Comment\n/*\n!/build/\n/build/*\n!/build/index.cjs\n!/*.json\n';

  /** What is deployed of a project that has such a list, and these files. */
  async function deployedOf(list: string, ...files: string[]): Promise<readonly string[]> {
    const project = await mkdtemp(join(tmpdir(), 'project-'));
    try {
      for (const [file, content] of [['.gcloudignore', list], ...files.map((file) => [file, ''])] as const) {
        await mkdir(dirname(join(project, file)), { recursive: true });
        await writeFile(join(project, file), content);
      }
      return await deployedFiles(project);
    } finally {
      await rm(project, { recursive: true });
    }
  }

  test('leaves out all but what it takes in again, at the place that it names', async () => {
    const some = [
      'README.md',
      'build/index.cjs',
      'build/index.cjs.map',
      'local/package.json',
      'package.json',
    ];
    expect(await deployedOf(LIST, ...some)).toEqual(['build/index.cjs', 'package.json']);
  });

  test('with / at the end takes in a folder, and no file of its name', async () => {
    expect(await deployedOf(LIST, 'build')).toEqual([]);
  });

  test('must not take in another list, of which the copy would not know', async () => {
    const list = '#!include:.gitignore\n*.log';
    await expect(deployedOf(list)).rejects.toThrow('#!include:.gitignore is not understood');
  });
});

describe('the lock of what is deployed', () => {
  test('follows dependencies to where Node finds them, and takes no optional peer', () => {
    const lock = {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '1' }, devDependencies: { c: '1', d: '1' } },
        'node_modules/a': {
          dependencies: { b: '2' },
          peerDependencies: { c: '1', e: '1' },
          peerDependenciesMeta: { c: { optional: true } },
        },
        'node_modules/a/node_modules/b': { dependencies: { f: '1' }, version: '2' },
        'node_modules/b': { version: '1' },
        'node_modules/c': {},
        'node_modules/d': { dev: true },
        'node_modules/e': {},
        'node_modules/f': { dependencies: { a: '1' } },
      },
    };
    const { packages } = deployedLock(lock);
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/e',
      'node_modules/f',
    ]);
    expect(packages['']).toEqual({ dependencies: { a: '1' } });
  });
});
