import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LONGEST_INTERVAL, SHORTEST_INTERVAL } from '../../shared/mapping/fields.ts';
import type { RepeatedStage } from '../../shared/mapping/mapping.ts';
import { patienceWith } from '../../shared/mapping/retry-schedule.ts';
import { ENGLISH_WORDS } from '../../shared/words/words.ts';
import { PLUGIN_FOLDER } from '../../wordpress/plugin.ts';
import { codeIn, linksIn, quotesIn, ROOT, readPage, type Section } from './support/page.ts';
import { codeHas, functionsSay, literally, pluginTexts } from './support/project.ts';

// The guide in its two languages: they say the same, and only what the project does and says.

const ENGLISH = readPage('docs/guide.md');
const GUJARATI = readPage('docs/guide.gu.md');
const TEXTS = pluginTexts('gu');

const NOTHING: Section = { level: 0, title: '', blocks: [], prose: '' };

const SECTIONS = ENGLISH.map((english, index) => ({
  name: english.title,
  english,
  gujarati: GUJARATI[index] ?? NOTHING,
}));

/** Of a picture, what is drawn without what is written on it. */
const strokes = (text: string) =>
  text.replaceAll(/(?<=^loop) .*|(?<=^participant \w+ as) .*|(?<=^\w+-+>+\w+:) .*/gm, '');

const codeBlocks = ({ blocks }: Section) =>
  blocks.map(({ language, text }) => ({ language, text: language === 'mermaid' ? strokes(text) : text }));

const rowsOf = ({ prose }: Section) =>
  prose
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** What stands at the beginning of the lines: bullets and numbers of steps. */
const itemsOf = ({ prose }: Section) => [...prose.matchAll(/^ *(?:-|\d+\.) /gm)].map(([item]) => item);

/** All numbers, be it of a step, a time or a version. */
const numbersIn = ({ prose }: Section) =>
  prose.replaceAll(/`[^`]+`|“[^”]+”/g, '').match(/\d+(?:\.\d+)*/g) ?? [];

test('the two have the same headings, in the same order', () => {
  expect(GUJARATI.map(({ level }) => level)).toEqual(ENGLISH.map(({ level }) => level));
  const untranslated = SECTIONS.filter(({ english, gujarati }) => english.title === gujarati.title);
  expect(untranslated.map(({ name }) => name)).toEqual(['DNS']);
});

test.each(SECTIONS)(
  '$name: the blocks of code are the same, and pictures have the same strokes',
  ({ english, gujarati }) => {
    expect(codeBlocks(gujarati)).toEqual(codeBlocks(english));
  },
);

test.each(SECTIONS)('$name: lists, tables, code, links and numbers are the same', ({ english, gujarati }) => {
  expect(itemsOf(gujarati)).toEqual(itemsOf(english));
  expect(rowsOf(gujarati).map((row) => row.length)).toEqual(rowsOf(english).map((row) => row.length));
  expect(codeIn(gujarati).toSorted()).toEqual(codeIn(english).toSorted());
  const elsewhere = (section: Section) =>
    linksIn(section)
      .filter((link) => !link.startsWith('guide.'))
      .toSorted();
  expect(elsewhere(gujarati)).toEqual(elsewhere(english));
  expect(numbersIn(gujarati).toSorted()).toEqual(numbersIn(english).toSorted());
});

test('what stands in “…” are words of the plugin or of the functions', () => {
  const unknown = ENGLISH.flatMap(quotesIn).filter(
    (quote) => !TEXTS.some(({ english }) => english.includes(quote)) && !functionsSay(quote),
  );
  expect(unknown).toEqual([]);
});

test.each(SECTIONS)(
  '$name: in Gujarati too, as the plugin says it there; the log is English',
  ({ english, gujarati }) => {
    const left = quotesIn(gujarati);
    const missing = quotesIn(english).filter((quote) => {
      const texts = TEXTS.filter((text) => text.english.includes(quote));
      const isWhole = texts.some((text) => text.english === quote);
      const place = left.findIndex((candidate) => {
        if (texts.length === 0) return candidate === quote;
        if (!isWhole) return texts.some(({ translated }) => translated.includes(candidate));
        return texts.some((text) => text.english === quote && text.translated === candidate);
      });
      if (place !== -1) left.splice(place, 1);
      return place === -1;
    });
    expect({ missing, left }).toEqual({ missing: [], left: [] });
  },
);

/** What the reader has of his own: names, and what he types into a form of his DNS provider. */
const HIS_OWN = /^(?:(?:\*|shop)\.example\.com|example\.com|shop\.network\.example|shop|[@*])$/;

test('all other code in the text is in the project', () => {
  const unknown = ENGLISH.flatMap(codeIn)
    // What commands there are, commands.test.ts looks at.
    .filter((code) => !/^wp /.test(code) && !HIS_OWN.test(code))
    .map((code) => code.replace(/=\d+$/, ''))
    .filter((code) => !codeHas(code) && !existsSync(join(ROOT, code)))
    .filter((code) => code !== 'dist/closte-domain-sync.zip');
  expect(unknown).toEqual([]);
});

const HOW_IT_WORKS = ENGLISH.find(({ title }) => title === 'How it works') ?? NOTHING;

/** The table of the stages: each with its row. */
const STAGES = new Map(
  rowsOf(HOW_IT_WORKS)
    .filter(([stage]) => stage?.startsWith('`'))
    .map(([stage = '', word = '', , end = '']) => [stage.slice(1, -1), { word: word.slice(1, -1), end }]),
);

test('each stage is called as the list calls it', () => {
  const php = readFileSync(join(PLUGIN_FOLDER, 'includes/class-closte-domain-sync-row-words.php'), 'utf8');
  expect(STAGES.size).toBe(7);
  for (const [stage, { word }] of STAGES) {
    expect(php).toMatch(new RegExp(`'${stage}' +=> __\\( '${literally(word)}'`));
  }
});

test('a stage is given up after the time that the state machine gives it', () => {
  const given = [...STAGES]
    .filter(([, { end }]) => end !== 'never')
    .map(([stage, { end }]) => [stage, end.split(':')[0]]);
  const repeated: readonly RepeatedStage[] = [
    'adding-domain',
    'checking-dns',
    'checking-ssl-cert',
    'removing-domain',
  ];
  expect(given).toEqual(repeated.map((stage) => [stage, ENGLISH_WORDS.duration(patienceWith(stage)).phrase]));
});

test('the interval is from the shortest to the longest that the functions take', () => {
  expect(HOW_IT_WORKS.prose).toContain(`${SHORTEST_INTERVAL} to ${LONGEST_INTERVAL} seconds`);
});
