import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorOf, codeIn, linksIn, ROOT, readPage } from './support/page.ts';
import { codeHas, SCRIPTS, SUBCOMMANDS } from './support/project.ts';

// What the documentation names is there: else somebody types what nobody knows.

const PAGES = [
  'README.md',
  'deploy/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

const OPTION = /--([a-z][a-z-]*)/g;

/** Pieces of code of a page: each line of a block, and what stands between backticks. */
function codeOf(page: string): string[] {
  return readPage(page).flatMap((section) => [
    ...section.blocks.flatMap(({ text }) => text.split('\n')),
    ...codeIn(section),
  ]);
}

test.each(PAGES)('%s: what its links lead to is there, the headings too', (page) => {
  const broken = readPage(page)
    .flatMap(linksIn)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      return (
        anchor !== undefined &&
        !readPage(target).some(({ title }) => anchorOf(title.replaceAll('`', '')) === anchor)
      );
    });
  expect(broken).toEqual([]);
});

test.each(PAGES)('%s: each wp closte-sync … is a subcommand, with the options that it has', (page) => {
  const unknown = codeOf(page).flatMap((code) => {
    const [, name = '', words = ''] = /^(?:\$ )?wp closte-sync ([a-z]+)(.*)/.exec(code) ?? [];
    if (name === '') return [];
    const comment = SUBCOMMANDS.get(name);
    if (comment === undefined) return [code];
    // Two blanks part a command from what is said about it.
    const [typed = ''] = words.split(/ {2,}/);
    const wrong = [...typed.matchAll(OPTION)].filter(
      ([option]) => !comment.includes(`* ${option}`) && !comment.includes(`* [${option}`),
    );
    return wrong.length > 0 ? [code] : [];
  });
  expect(unknown).toEqual([]);
});

test.each(PAGES)('%s: each npm script is one of package.json', (page) => {
  const unknown = codeOf(page).flatMap((code) =>
    [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test))\b/g)]
      .map(([, run, short]) => run ?? short ?? '')
      .filter((script) => !SCRIPTS.includes(script)),
  );
  expect(unknown).toEqual([]);
});

test.each(PAGES)('%s: each script of deploy/ is there, with its options and settings', (page) => {
  const unknown = codeOf(page).flatMap((code) => {
    const [, script = '', words = ''] = /\bbash (deploy\/\S+\.sh)(.*)/.exec(code) ?? [];
    if (script === '') return [];
    if (!existsSync(join(ROOT, script))) return [code];
    const usage = readFileSync(join(ROOT, script), 'utf8');
    const settings = [...words.matchAll(/(?<=\s)(_[A-Z_]+)=/g)].map(([, setting = '']) => setting);
    const options = [...words.matchAll(OPTION)].map(([option]) => option);
    return options.every((option) => usage.includes(option)) && settings.every(codeHas) ? [] : [code];
  });
  expect(unknown).toEqual([]);
});

/** It is WordPress's, and the code asks for it by wp_get_environment_type(). */
const OF_WORDPRESS = 'WP_ENVIRONMENT_TYPE';

test.each(PAGES)('%s: each variable, constant and setting is one of the code', (page) => {
  const names = codeOf(page).filter((code) => /^_?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(code));
  expect(names.filter((name) => name !== OF_WORDPRESS && !codeHas(name))).toEqual([]);
});

test.each(PAGES)('%s: each event of the log is one that is written', (page) => {
  const EVENT = /^(?:certificate|closte|dns|domain|function|queue|reconcile|request|wordpress)\.[a-z-]+$/;
  expect(codeOf(page).filter((code) => EVENT.test(code) && !codeHas(code))).toEqual([]);
});
