import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ignore, { type Ignore } from 'ignore';
import { deployedLock, deployedManifest, type Lock, type Manifest } from './deployed-packages.ts';

/**
 * What is deployed: the files of the project that `.gcloudignore` lets through, relative to the project, in order.
 *
 * @throws Error for a list that takes in another file: gcloud would read it
 * (https://cloud.google.com/sdk/gcloud/reference/topic/gcloudignore), and here it would be a comment.
 */
export async function deployedFiles(project: string): Promise<readonly string[]> {
  const list = await readFile(join(project, '.gcloudignore'), 'utf8');
  const include = /^\s*#!include:.*/m.exec(list)?.[0];
  if (include !== undefined) throw new Error(`.gcloudignore: ${include} is not understood`);
  return (await filesOf(project, '', ignore({ ignorecase: false }).add(list))).sort();
}

/**
 * Copies what is deployed into a new folder, with package.json and its lock as `deployed-packages.ts` has them.
 *
 * @returns the files, as `deployedFiles` gives them.
 */
export async function copyDeployedFiles(project: string, destination: string): Promise<readonly string[]> {
  const files = await deployedFiles(project);
  for (const file of files) {
    await mkdir(dirname(join(destination, file)), { recursive: true });
    await cp(join(project, file), join(destination, file));
  }
  await rewrite(join(destination, 'package.json'), deployedManifest);
  await rewrite(join(destination, 'package-lock.json'), deployedLock);
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

async function filesOf(project: string, folder: string, leftOut: Ignore): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(project, folder), { withFileTypes: true })) {
    const path = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`;
    if (leftOut.ignores(path)) continue;
    if (entry.isDirectory()) found.push(...(await filesOf(project, path, leftOut)));
    else found.push(path);
  }
  return found;
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
  if (destination === undefined)
    throw new Error('Usage: node deploy/copy-deployed-files.ts FOLDER [--packages]');
  const project = fileURLToPath(new URL('..', import.meta.url));
  const files = await copyDeployedFiles(project, destination);
  if (values.packages) await addPackages(project, destination);
  process.stdout.write(`${files.join('\n')}\n`);
}
