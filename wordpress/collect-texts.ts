import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readArguments } from '../local/arguments.ts';
import { runCommand, say } from '../local/command.ts';
import { headerField, PLUGIN_FOLDER, pluginFiles, SLUG } from './plugin.ts';

/** The functions of WordPress that translate, with the places of their arguments: text, plural, context (c). */
const KEYWORDS = [
  ...['__', '_e', 'esc_html__', 'esc_html_e', 'esc_attr__', 'esc_attr_e'],
  ...['_x:1,2c', '_ex:1,2c', 'esc_html_x:1,2c', 'esc_attr_x:1,2c'],
  ...['_n:1,2', '_n_noop:1,2', '_nx:1,2,4c', '_nx_noop:1,2,3c'],
];

/** Without a date, which would make the file another one each time. */
const HEADER = String.raw`# The texts of Closte Domain Sync. Made by: npm run plugin:texts
msgid ""
msgstr ""
"Project-Id-Version: Closte Domain Sync\n"
"Report-Msgid-Bugs-To: \n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Domain: ${SLUG}\n"
`;

/** The template of all translations: every text that the plugin shows to a person. */
export async function collectTexts(): Promise<string> {
  const sources = (await pluginFiles()).filter((file) => file.endsWith('.php'));
  const { stdout } = await promisify(execFile)(
    'xgettext',
    [
      ...['--language=PHP', '--from-code=UTF-8', '--omit-header', '--add-comments=translators'],
      // Lines are left out: they would change with every change of the code.
      ...['--add-location=file', '--no-wrap', '--output=-'],
      ...['--keyword', ...KEYWORDS.map((keyword) => `--keyword=${keyword}`)],
      ...sources,
    ],
    { cwd: PLUGIN_FOLDER },
  );
  // WordPress translates what it shows of the header in its list of plugins, too.
  const fields = ['Plugin Name', 'Description'].map(
    async (name) =>
      `#. ${name} of the plugin\n#: ${SLUG}.php\nmsgid ${JSON.stringify(await headerField(name))}\nmsgstr ""\n`,
  );
  return [HEADER, ...(await Promise.all(fields)), stdout].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    const { values } = readArguments({ options: { help: { type: 'boolean', short: 'h', default: false } } });
    if (values.help) return say('npm run plugin:texts\n\nWrites the texts of the plugin, for translators.\n');
    await writeFile(join(PLUGIN_FOLDER, `languages/${SLUG}.pot`), await collectTexts());
    return 0;
  });
}
