import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, po } from 'gettext-parser';
import { PLUGIN_FOLDER, SLUG } from '../../../wordpress/plugin.ts';
import { ROOT } from './page.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(join(ROOT, path)).isFile() && !/\.(po|pot|md|png)$/.test(path));
}

const FOLDERS = ['functions', 'shared', 'wordpress', 'local', 'simulate', 'deploy', 'networks'];

/** All that the project does, in one text: its programs and settings, without its documentation, tests and translations. */
const CODE = FOLDERS.flatMap(filesOf).concat('package.json', 'cloudbuild.yaml').map(read).join('\n');

/** For a regular expression that finds exactly this. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether the code has this, be it in JSON, and not as a part of a longer word. */
export function codeHas(word: string): boolean {
  const escaped = word.replaceAll('"', '\\"');
  return [word, escaped].some((form) => new RegExp(`(?<![\\w-])${literally(form)}(?![\\w-])`).test(CODE));
}

export const SCRIPTS = Object.keys(
  (JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts,
);

/** What WP-CLI is told of each subcommand of `wp closte-sync`: the comment before its method. */
export const SUBCOMMANDS: ReadonlyMap<string, string> = new Map(
  filesOf('wordpress')
    .filter((path) => /-cli-\w+\.php$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+public function (\w+)\(/g)])
    .map(([, comment = '', method = '']) => [/@subcommand (\w+)/.exec(comment)?.[1] ?? method, comment]),
);

/** The sentences of the functions: what is filled in is `…`. */
const SENTENCES = filesOf('shared')
  .map(read)
  .join('\n')
  .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

export function functionsSay(words: string): boolean {
  return SENTENCES.includes(words);
}

interface Text {
  readonly english: string;
  readonly translated: string;
}

const PLACEHOLDER = /%(?:\d+\$)?[sd]/g;

/** The texts of the plugin in a language, with `…` for what is filled in; of plural forms the singular and the last. */
export function pluginTexts(locale: string): readonly Text[] {
  const original = messagesOf(`${SLUG}.pot`).map(({ msgid }) => msgid);
  const translations = new Map(messagesOf(`${SLUG}-${locale}.po`).map((message) => [message.msgid, message]));
  return original.flatMap((msgid) => {
    const { msgid_plural, msgstr = [] } = translations.get(msgid) ?? {};
    return [
      { english: filledIn(msgid), translated: filledIn(msgstr[0] ?? '') },
      ...(msgid_plural === undefined
        ? []
        : [{ english: filledIn(msgid_plural), translated: filledIn(msgstr.at(-1) ?? '') }]),
    ];
  });
}

function filledIn(text: string): string {
  return text.replaceAll(PLACEHOLDER, '…');
}

function messagesOf(file: string): readonly Message[] {
  const { translations } = po.parse(readFileSync(join(PLUGIN_FOLDER, 'languages', file)));
  return Object.values(translations).flatMap((context) =>
    Object.values(context).filter(({ msgid }) => msgid !== ''),
  );
}
