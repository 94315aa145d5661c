import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { headerField, PLUGIN_FOLDER, pluginFiles, SLUG } from './plugin.ts';

/** A file that everybody may read, as the upper half of ZIP's external attributes has it; made on Unix. */
const FILE = { attrs: 0o100644 << 16, os: 3 } as const;

/**
 * The earliest time that ZIP knows. It has no time zone, so the same digits are the same bytes everywhere.
 */
const TIME = new Date(1980, 0, 1);

/**
 * The plugin as a ZIP with one folder, the same bytes each time: what Plugins, Add New takes, and what unpacks into
 * mu-plugins/. Its readme.txt is given the version.
 */
export async function packPlugin(): Promise<Uint8Array> {
  const version = await headerField('Version');
  const entries: Zippable = {};
  for (const file of await pluginFiles()) {
    let content: Uint8Array = await readFile(join(PLUGIN_FOLDER, file));
    if (file === 'readme.txt') content = Buffer.from(content.toString().replace('{version}', version));
    entries[`${SLUG}/${file}`] = [content, FILE];
  }
  return zipSync(entries, { level: 9, mtime: TIME });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const destination = resolve(import.meta.dirname, `../dist/${SLUG}.zip`);
  await mkdir(dirname(destination), { recursive: true });
  await writeFile(destination, await packPlugin());
  process.stdout.write(`${destination}\n`);
}
