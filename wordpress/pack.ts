import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { mo, po } from 'gettext-parser';
import { readArguments } from '../local/arguments.ts';
import { runCommand, say } from '../local/command.ts';
import { headerField, PLUGIN_FOLDER, pluginFiles, SLUG } from './plugin.ts';

/** A file that everybody may read, as the upper half of ZIP's external attributes has it; made on Unix. */
const FILE = { attrs: 0o100644 << 16, os: 3 } as const;

/**
 * The plugin as a ZIP with one folder, the same bytes each time: what Plugins, Add New takes, and what unpacks into
 * mu-plugins/. Its readme.txt is given the version, and its translations the form in which WordPress loads them (.mo).
 */
export async function packPlugin(): Promise<Uint8Array> {
  const version = await headerField('Version');
  const entries: Zippable = {};
  const hash = createHash('sha256');
  for (const file of await pluginFiles()) {
    let content: Uint8Array = await readFile(join(PLUGIN_FOLDER, file));
    if (file === 'readme.txt') content = Buffer.from(content.toString().replace('{version}', version));
    if (file.endsWith(TRANSLATION)) content = mo.compile(po.parse(Buffer.from(content)));
    entries[`${SLUG}/${packedName(file)}`] = [content, FILE];
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return zipSync(entries, { level: 9, mtime: timeFor(hash.digest()) });
}

const TRANSLATION = '.po';

/** The name that a file of the plugin has in the ZIP. */
export function packedName(file: string): string {
  return file.endsWith(TRANSLATION) ? `${file.slice(0, -TRANSLATION.length)}.mo` : file;
}

/**
 * The time of every file in the ZIP, made from what is in it. PHP's cache of compiled files takes a file for unchanged
 * while its time is: with one time for all versions, unpacking a new one over an old one would leave the old one at work.
 *
 * ZIP has the digits of a local time in steps of 2 seconds. At noon they are the same in every time zone.
 */
export function timeFor(hash: Buffer): Date {
  const days = hash.readUInt16BE(0) % (40 * 365);
  return new Date(1980, 0, 1 + days, 12, (hash[2] ?? 0) % 60, 2 * ((hash[3] ?? 0) % 30));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const usual = join(import.meta.dirname, `../dist/${SLUG}.zip`);
  await runCommand(async () => {
    const { values, positionals } = readArguments({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help)
      return say('npm run plugin [-- FILE]\n\nMakes the ZIP of the plugin, dist/closte-domain-sync.zip.\n');
    const destination = resolve(positionals[0] ?? usual);
    await mkdir(dirname(destination), { recursive: true });
    await writeFile(destination, await packPlugin());
    return say(`${destination}\n`);
  });
}
