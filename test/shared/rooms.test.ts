import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

// The order of the rooms stands in docs/development.md, and nowhere else: a room imports only rooms before it.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const [, table = ''] = readFileSync(join(ROOT, 'docs/development.md'), 'utf8').split('<!-- rooms -->');
const ROOMS = [...table.matchAll(/^\| `([a-z]+)`/gm)].map(([, room = '']) => room);

const FILES = sources('shared').concat(sources('functions'));

/** Paths from the project's folder. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

/** The files that a file imports, those of types alone and those that are loaded late included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(ROOT, join(ROOT, dirname(file), path)),
  );
}

/** `shared/dns/query.ts` stands in `dns`. */
function roomOf(file: string): string {
  const [folder = '', room = ''] = file.split('/');
  return folder === 'shared' ? room : folder;
}

test('every folder of shared/ is a room of the table, every room is a folder, and no file stands outside', () => {
  expect(readdirSync(join(ROOT, 'shared')).sort()).toEqual([...ROOMS].sort());
});

test('a room imports only rooms before it, and shared/ nothing else of the project', () => {
  const order = [...ROOMS, 'functions'];
  const wrong = FILES.flatMap((file) =>
    importsOf(file)
      .filter((imported) => {
        const place = order.indexOf(roomOf(imported));
        return place === -1 || place > order.indexOf(roomOf(file));
      })
      .map((imported) => `${file} imports ${imported}`),
  );
  expect(wrong).toEqual([]);
});

test('no files import each other, be it by way of others', () => {
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) circles.push([...path.slice(start), file].join(' → '));
    if (start !== -1 || finished.has(file)) return;
    for (const imported of importsOf(file)) visit(imported, [...path, file]);
    finished.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

test('the environment is read in one file', () => {
  const readers = FILES.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('process.env'));
  expect(readers).toEqual(['shared/setup/config.ts']);
});

test('every file fits on a few screens: 250 lines', () => {
  const long = FILES.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 251);
  expect(long).toEqual([]);
});
