import { execFile } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addPackages, copyDeployedFiles } from '../deploy/copy-deployed-files.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What is deployed, in a folder of its own: made as the build makes it, with what Google's build adds. */
interface Deployed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes the copy, and tells how large it is. */
export async function copyOfDeployed(say: (line: string) => void): Promise<Deployed> {
  const folder = await mkdtemp(join(tmpdir(), 'closte-domain-sync-'));
  const files = await copyDeployedFiles(PROJECT, folder);
  const own = await mebibytesIn(folder);
  await addPackages(PROJECT, folder);
  say(`What is deployed: ${files.length} files, ${own.toFixed(1)} MiB;`);
  say(`  with the packages that Google installs ${(await mebibytesIn(folder)).toFixed(1)} MiB`);
  await promisify(execFile)(process.execPath, ['--run', 'gcp-build'], { cwd: folder });
  say(`  with the compile cache that it makes   ${(await mebibytesIn(folder)).toFixed(1)} MiB`);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** The same of another checkout, as it makes it by itself: an earlier one made no compile cache. */
export async function copyOfOther(project: string): Promise<Deployed> {
  const folder = await mkdtemp(join(tmpdir(), 'closte-domain-sync-'));
  const run = promisify(execFile);
  await run(process.execPath, [join(project, 'deploy/copy-deployed-files.ts'), folder, '--packages']);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { scripts?: object };
  if ('gcp-build' in (manifest.scripts ?? {}))
    await run(process.execPath, ['--run', 'gcp-build'], { cwd: folder });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

async function mebibytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  return entries.reduce((sum, entry) => sum + lstatSync(join(folder, entry)).size, 0) / 2 ** 20;
}
