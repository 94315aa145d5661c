import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The plugin's name for WordPress: of its folder, of its main file and of its texts. */
export const SLUG = 'closte-domain-sync';

export const PLUGIN_FOLDER = resolve(import.meta.dirname, SLUG);

/** The plugin's files, relative to its folder, in an order that is the same on every machine. */
export async function pluginFiles(): Promise<readonly string[]> {
  const entries = await readdir(PLUGIN_FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(PLUGIN_FOLDER.length + 1))
    .toSorted();
}

/**
 * A field of the header of the plugin's main file, the one place where the version stands.
 *
 * @throws if the header has no such field
 */
export async function headerField(name: string): Promise<string> {
  const main = await readFile(join(PLUGIN_FOLDER, `${SLUG}.php`), 'utf8');
  const value = new RegExp(`^ \\* ${name}: *(.+)$`, 'm').exec(main)?.[1];
  if (value === undefined) throw new Error(`the header of ${SLUG}.php has no field ${name}`);
  return value;
}
