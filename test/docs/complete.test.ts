import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROBLEMS } from '../../shared/words/problems/problems.ts';
import { codeIn, ROOT, readPage } from './support/page.ts';
import { SUBCOMMANDS } from './support/project.ts';

// What the project has, its reference pages have too, and a figure is the same wherever it stands.

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function missingIn(page: string, names: Iterable<string>): string[] {
  const code = new Set(readPage(page).flatMap(codeIn));
  return [...names].filter((name) => !code.has(name));
}

test('configuration.md has every variable that the functions read', () => {
  const config = read('shared/setup/config.ts');
  const names = [...config.matchAll(/\b(?:optional|required)\(\s*'([A-Z_]+)'/g)].map(([, name = '']) => name);
  expect(names).toContain('CHECK_URL');
  expect(missingIn('docs/configuration.md', names)).toEqual([]);
});

test('logs.md has every event', () => {
  const entries = readdirSync(join(ROOT, 'shared/logging'))
    .filter((file) => file.endsWith('-entries.ts'))
    .map((file) => read(`shared/logging/${file}`))
    .join('\n');
  const events = [...entries.matchAll(/(?:event: |\b(?:info|error)\(\s*)'([a-z-]+\.[a-z-]+)'/g)];
  const names = events.map(([, name = '']) => name);
  expect(names).toEqual(expect.arrayContaining(['domain.done', 'dns.pending', 'closte.unavailable']));
  expect(missingIn('docs/logs.md', names)).toEqual([]);
});

test('troubleshooting.md has every problem of a domain', () => {
  expect(missingIn('docs/troubleshooting.md', Object.keys(PROBLEMS))).toEqual([]);
});

test('wordpress.md has every subcommand of wp closte-sync', () => {
  const blocks = readPage('docs/wordpress.md').flatMap((section) => section.blocks.map(({ text }) => text));
  const missing = [...SUBCOMMANDS.keys()].filter(
    (name) => !blocks.some((block) => new RegExp(`^wp closte-sync ${name}\\b`, 'm').test(block)),
  );
  expect(missing).toEqual([]);
});

test('the bill of a month is the same in README.md, install.md and figures.md', () => {
  const bills = ['README.md', 'docs/install.md', 'docs/figures.md'].map((page) => {
    const [row = ''] = /^\| (?:Google's bill|bill; without what is free) .*$/m.exec(read(page)) ?? [];
    return row
      .split('|')
      .slice(2, 5)
      .map((cell) => cell.trim().split(';')[0]);
  });
  const [first] = bills;
  expect(first).toHaveLength(3);
  expect(bills).toEqual(bills.map(() => first));
});
