import { expect, test } from '@jest/globals';
import {
  bytesInWords,
  dollarsInWords,
  durationInWords,
  folded,
  momentInWords,
  numberInWords,
  shareInWords,
} from '../../simulate/in-words.ts';

test.each([
  [numberInWords(1234567), '1,234,567'],
  [numberInWords(1234.56, 1), '1,234.6'],
  [dollarsInWords(1234.5), '$1,234.50'],
  [dollarsInWords(0), '$0.00'],
  [shareInWords(0.03), '3 %'],
  [bytesInWords(512), '512 B'],
  [bytesInWords(0), '0 B'],
  [bytesInWords(1024), '1 KiB'],
  [bytesInWords(3.5 * 2 ** 20), '3.5 MiB'],
  [bytesInWords(2 ** 41), '2,048 GiB'],
  [durationInWords(0), '0 ms'],
  [durationInWords(200), '200 ms'],
  [durationInWords(60_000), '1 min'],
  [durationInWords(5_400_000), '1.5 h'],
  [durationInWords(86_400_000), '1 d'],
  [momentInWords(Date.parse('2026-06-16T10:00:00Z')), '2026-06-16 10:00 UTC'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});

test('a text is folded at its spaces, and a word that is too long stays whole', () => {
  expect(folded('one two three extraordinarily four', 9)).toEqual([
    'one two',
    'three',
    'extraordinarily',
    'four',
  ]);
});
