import { expect, test } from '@jest/globals';
import { listInWords, timeInWords } from '../../../shared/words/format.ts';
import { ENGLISH_WORDS } from '../../../shared/words/words.ts';

const { few, duration, time } = ENGLISH_WORDS;

test('a time has its zone and its day', () => {
  expect(timeInWords('2026-01-05T10:05:59.999+01:00')).toBe('09:05 UTC on 2026-01-05');
  expect(timeInWords(new Date('2026-12-31T23:59:00Z'))).toBe('23:59 UTC on 2026-12-31');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('the list %j is "%s"', (items, words) => {
  expect(listInWords(items)).toBe(words);
});

test('of a list so many are named', () => {
  expect(few(['a', 'b', 'c'], 3).phrase).toBe('a, b and c');
  expect(few(['a', 'b', 'c', 'd'], 3).phrase).toBe('a, b, c and 1 more');
});

test.each([
  [20, 'a minute'],
  [61, '2 minutes'],
  [2_400, '40 minutes'],
  [3_600, 'an hour'],
  [3_601, '2 hours'],
  [86_400, '24 hours'],
  [604_800, '7 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(duration(seconds).phrase).toBe(words);
});

test('a date that is none is said to be none', () => {
  expect(time(new Date(Number.NaN)).phrase).toBe('a time that cannot be read');
  expect(time(new Date('2026-12-31T23:59:00Z')).phrase).toBe('23:59 UTC on 2026-12-31');
});
