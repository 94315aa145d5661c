import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Lock, lockOfWhatRuns, type Manifest, manifestOfWhatRuns } from './deployed-packages.ts';
import { isLeftOut, parseIgnoreFile, type Rule } from './gcloudignore.ts';

/**
 * Copies what runs in the cloud into a new folder: the files that `.gcloudignore` lets through, package.json
 * and its lock without what is for development. The scripts have to go with it: `npm ci` in Google's build
 * would run `prepare`, and the buildpack `build`, both without esbuild
 * (https://cloud.google.com/docs/buildpacks/nodejs#executing_custom_build_steps_during_deployment).
 *
 * @returns the files, relative to the folder, in order.
 */
export async function copyWhatRuns(project: string, destination: string): Promise<readonly string[]> {
  const rules = parseIgnoreFile(await readFile(join(project, '.gcloudignore'), 'utf8'));
  const files = await filesOf(project, '', rules);
  for (const file of files) {
    await mkdir(dirname(join(destination, file)), { recursive: true });
    await cp(join(project, file), join(destination, file));
  }
  await rewrite(join(destination, 'package.json'), manifestOfWhatRuns);
  await rewrite(join(destination, 'package-lock.json'), lockOfWhatRuns);
  return files;
}

/**
 * Adds the packages that Google's build installs (`npm ci` without those for development), taken from the
 * project's own node_modules: the lock is the same, so they are the same.
 */
export async function addPackages(project: string, destination: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(destination, 'package-lock.json'), 'utf8')) as Lock;
  for (const path of Object.keys(lock.packages).filter((path) => path !== '')) {
    await cp(join(project, path), join(destination, path), {
      recursive: true,
      // Packages below a package stand in the lock by themselves.
      filter: (source) => !source.slice(join(project, path).length).includes('/node_modules'),
    });
  }
}

async function filesOf(project: string, folder: string, rules: readonly Rule[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(project, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isLeftOut(rules, path, entry.isDirectory())) continue;
    if (entry.isDirectory()) found.push(...(await filesOf(project, path, rules)));
    else found.push(path);
  }
  return found.sort();
}

async function rewrite<T extends Manifest | Lock>(
  file: string,
  change: (content: T) => object,
): Promise<void> {
  const content = JSON.parse(await readFile(file, 'utf8')) as T;
  await writeFile(file, `${JSON.stringify(change(content), undefined, 2)}\n`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { packages: { type: 'boolean', default: false } },
  });
  const [destination] = positionals;
  if (destination === undefined) throw new Error('Usage: node deploy/deployed-files.ts FOLDER [--packages]');
  const project = fileURLToPath(new URL('..', import.meta.url));
  const files = await copyWhatRuns(project, destination);
  if (values.packages) await addPackages(project, destination);
  process.stdout.write(`${files.join('\n')}\n`);
}
