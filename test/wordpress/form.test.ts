import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { collectTexts } from '../../wordpress/collect-texts.ts';
import { PLUGIN_FOLDER, pluginFiles, SLUG } from '../../wordpress/plugin.ts';
import { run } from './support/child.ts';

const TEMPLATE = join(PLUGIN_FOLDER, `languages/${SLUG}.pot`);

/** What a tool says of the plugin where it is not content. */
async function complaintsOf(command: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(command, args);
  return code === 0 ? '' : `${command} ended with ${code}:\n${stdout}${stderr}`;
}

const php = (await pluginFiles()).filter((file) => file.endsWith('.php'));

test.each(php)('%s is valid PHP', async (file) => {
  expect(await complaintsOf('php', '-l', join(PLUGIN_FOLDER, file))).toBe('');
});

test('it is written in WordPress’s style, as far as phpcs knows it', async () => {
  const rules = join(PLUGIN_FOLDER, '../phpcs.xml');
  expect(await complaintsOf('phpcs', `--standard=${rules}`, '--report=emacs', '-q')).toBe('');
});

test('what only computes, computes right (phpunit)', async () => {
  const tests = join(import.meta.dirname, 'unit/phpunit.xml');
  expect(await complaintsOf('phpunit', '--configuration', tests)).toBe('');
});

test('the template of the translations has every text (else: npm run plugin:texts), and msgfmt takes it', async () => {
  expect(await readFile(TEMPLATE, 'utf8')).toBe(await collectTexts());
  expect(await complaintsOf('msgfmt', '--check', '--output-file=/dev/null', TEMPLATE)).toBe('');
});

test('a file fits on a few screens, and the main file on one', async () => {
  const lines = async (file: string) =>
    (await readFile(join(PLUGIN_FOLDER, file), 'utf8')).trimEnd().split('\n').length;
  const counted = await Promise.all(php.map(async (file) => ({ file, lines: await lines(file) })));
  expect(counted.filter(({ file, lines }) => lines > (file === `${SLUG}.php` ? 30 : 250))).toEqual([]);
});
