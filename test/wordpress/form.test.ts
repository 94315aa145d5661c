import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from './support/child.ts';

const FILE = resolve(import.meta.dirname, '../../wordpress/closte-domain-sync/includes/class-closte-domain-sync-domain-table.php');
const SOURCE = readFileSync(FILE, 'utf8');

/** Each call of a function in the source, with its arguments as text. */
function callsOf(name: RegExp): string[] {
  return [...SOURCE.matchAll(name)].map(({ index }) => {
    let depth = 0;
    let end = SOURCE.indexOf('(', index);
    do {
      if (SOURCE[end] === '(') depth++;
      if (SOURCE[end] === ')') depth--;
      end++;
    } while (depth > 0);
    return SOURCE.slice(index, end);
  });
}

test('the plugin is valid PHP', async () => {
  expect(await run('php', ['-l', FILE])).toMatchObject({ code: 0, stderr: '' });
});

test('nothing in it needs a PHP newer than 7.4', () => {
  const newer =
    /\b(match\s*\(|enum\s+\w+|readonly\s|str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type)|\?->|\bthrow\s+new\b.*\?\?|#\[|\(\.\.\.\)/;
  expect(SOURCE.split('\n').filter((line) => newer.test(line))).toEqual([]);
});

test('every text is translated under the plugin’s own name', () => {
  const texts = callsOf(/(?<![\w>:$])(?:__|_e|_n|_x|esc_html__|esc_attr__)\(/g);
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter((call) => !call.endsWith(`'closte-domain-sync' )`))).toEqual([]);
});

test('what is shown to a person is never a bare text', () => {
  const shown = callsOf(/WP_CLI::(?:success|warning|error)\(|self::(?:result|refusal|denial)\(/g);
  expect(shown.length).toBeGreaterThan(20);
  const bare = shown.filter((call) => /\(\s*'[A-Z][^']* /.test(call) && !/__\(|_n\(/.test(call));
  expect(bare).toEqual([]);
});

test('every query with a value in it is prepared, and nothing but the name of a table stands in it', () => {
  const queries = callsOf(/\$wpdb->(?:query|get_row|get_var|get_col|get_results)\(/g);
  expect(queries.length).toBeGreaterThan(10);
  const withoutValues = queries.filter((query) => !query.includes('$wpdb->prepare('));
  expect(withoutValues).toEqual([
    `$wpdb->get_results( "SELECT domain, blog_id, stage FROM $table ORDER BY domain" )`,
  ]);
  const inTexts = callsOf(/\$wpdb->prepare\(/g).flatMap(
    (call) => call.match(/"[^"]*"/)?.[0].match(/\{?\$\w+\}?/g) ?? [],
  );
  // $same is a fixed text, $marks is a row of placeholders.
  const allowed = ['$table', '{$table}', '$same', '$marks'];
  expect(inTexts.length).toBeGreaterThan(10);
  expect(inTexts.filter((name) => !allowed.includes(name))).toEqual([]);
});

test('it is indented and spaced as WordPress is', () => {
  const wrong = SOURCE.split('\n').filter(
    (line) =>
      /^ +[^ *]/.test(line) ||
      /\s$/.test(line) ||
      /\b(?:if|foreach|while|switch|function)\(/.test(line) ||
      /=\s*\[/.test(line),
  );
  expect(wrong).toEqual([]);
});
