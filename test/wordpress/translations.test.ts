import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Message, po, type Texts } from 'gettext-parser';
import { pluginFiles, SLUG } from '../../wordpress/plugin.ts';
import { run } from './support/child.ts';
import { PLUGIN, startWordPress, type WordPress } from './support/wordpress.ts';

const PACK = resolve(import.meta.dirname, '../../wordpress/pack.ts');
const read = (file: string): Texts => po.parse(readFileSync(join(PLUGIN, file)));
const messagesOf = ({ translations }: Texts): readonly Message[] =>
  Object.values(translations).flatMap((context) =>
    Object.values(context).filter(({ msgid }) => msgid !== ''),
  );
const keyOf = ({ msgctxt = '', msgid }: Message) => `${msgctxt}\u0004${msgid}`;

/** What is filled in: its order is the translator's where it is numbered. */
const placeholders = (text: string) => (text.match(/%(?:\d+\$)?[sd]/g) ?? []).toSorted();

const FILES = (await pluginFiles()).filter((file) => file.endsWith('.po'));
const LOCALES = FILES.map((file) => /closte-domain-sync-(\w+)\.po$/.exec(file)?.[1] ?? file);
const ORIGINAL = messagesOf(read('languages/closte-domain-sync.pot'));

let wordpress: WordPress;

beforeAll(async () => {
  wordpress = await startWordPress({ plugin: false });
  const mustUse = join(wordpress.folder, 'wp-content/mu-plugins');
  const zip = join(wordpress.folder, 'plugin.zip');
  mkdirSync(mustUse, { recursive: true });
  for (const [command, args] of [
    [process.execPath, [PACK, zip]],
    ['unzip', ['-q', zip, '-d', mustUse]],
    ['cp', [join(mustUse, SLUG, 'mu-loader.php'), mustUse]],
  ] as const) {
    expect(await run(command, args)).toMatchObject({ code: 0 });
  }
  rmSync(zip);
});

afterAll(() => wordpress.stop());

test('there are ten languages with English, by WordPress’s own codes', () => {
  expect(LOCALES).toEqual(['ar', 'de_DE', 'es_ES', 'fr_FR', 'gu', 'hi_IN', 'id_ID', 'ja', 'pt_BR']);
});

test.each(FILES)('%s has every text, with the same blanks to fill in', (file) => {
  const texts = read(file);
  const translated = new Map(messagesOf(texts).map((message) => [keyOf(message), message]));
  const forms = Number(/nplurals=(\d+)/.exec(texts.headers['Plural-Forms'] ?? '')?.[1]);
  const wrong = ORIGINAL.filter((original) => {
    const message = translated.get(keyOf(original));
    if (message === undefined || message.comments?.flag?.includes('fuzzy')) return true;
    const isPlural = original.msgid_plural !== undefined;
    if (message.msgstr.length !== (isPlural ? forms : 1) || message.msgstr.includes('')) return true;
    // Where a form stands for one thing alone, it may go without the number.
    const last = message.msgstr.at(-1) ?? '';
    return placeholders(last).join() !== placeholders(original.msgid_plural ?? original.msgid).join();
  });
  expect(wrong.map(({ msgid }) => msgid)).toEqual([]);
  expect(translated.size).toBe(ORIGINAL.length);
});

test.each(LOCALES)('WordPress in %s speaks it', async (locale) => {
  const [screen, again] = await wordpress.php<[string, string]>(
    `add_filter( 'locale', static function () use ( $args ) { return $args['locale']; } );
     unload_textdomain( 'closte-domain-sync' );
     Closte_Domain_Sync_Plugin::load_translations();
     return array( __( 'Domains at Closte', 'closte-domain-sync' ), sprintf( _n( '%s domain will be looked at again within minutes.', '%s domains will be looked at again within minutes.', 5, 'closte-domain-sync' ), 5 ) );`,
    { locale },
  );
  const of = (msgid: string) =>
    messagesOf(read(`languages/closte-domain-sync-${locale}.po`)).find((message) => message.msgid === msgid);
  expect(screen).toBe(of('Domains at Closte')?.msgstr[0]);
  expect(again).not.toContain('domains will be');
  expect(again).toContain('5');
});
