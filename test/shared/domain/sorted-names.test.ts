import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST, NameStore } from '../../../shared/domain/name-store.ts';
import { inOrder, SortedNames } from '../../../shared/domain/sorted-names.ts';

function storeOf(names: readonly string[]): NameStore {
  const store = new NameStore();
  for (const name of names) store.add(name);
  return store;
}

const anyName = fc.oneof(
  fc.stringMatching(/^[a-c]{0,3}(\.[a-c]{1,2}){0,2}$/),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  // One is the beginning of another, and goes on with the smallest of bytes.
  fc.stringMatching(/^[a\0]{0,9}$/),
);

describe('many names', () => {
  test('are those that were added, in the order in which they were', () => {
    const names = ['b.example', 'a.example', '', 'bücher.example', 'a.example'];
    expect([...storeOf(names)]).toEqual(names);
    const store = storeOf(names);
    expect([store.length, store.at(1), store.at(5), store.at(-1)]).toEqual([
      5,
      'a.example',
      undefined,
      undefined,
    ]);
  });

  test('may be empty, and alone', () => {
    expect(storeOf(['']).at(0)).toBe('');
  });

  test('are kept whole where a block is full', () => {
    const names = Array.from({ length: 600 }, (_, index) => 'x'.repeat(3000 + index));
    expect([...storeOf(names)]).toEqual(names);
  });

  test('are refused where they are longer than any name', () => {
    expect([...storeOf(['x'.repeat(LONGEST)])]).toEqual(['x'.repeat(LONGEST)]);
    expect(() => storeOf(['x'.repeat(LONGEST + 1)])).toThrow(RangeError);
  });

  test.each([
    ['few', 8],
    ['many', 200],
  ])('are a set in its order, whatever they are: %s', (_how, maxLength) => {
    const anyNames = fc.array(anyName, { maxLength, size: 'max' });
    fc.assert(
      fc.property(anyNames, fc.array(anyName), (names, others) => {
        const set = new SortedNames(storeOf(names));
        const expected = [...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect([...set]).toEqual(expected);
        expect([set.size, set.length]).toEqual([expected.length, expected.length]);
        expect(expected.map((_, index) => set.at(index))).toEqual(expected);
        for (const name of [...expected, ...others, ...names])
          expect(set.has(name)).toBe(names.includes(name));
      }),
    );
  });

  test('each that is there twice is told', () => {
    const twice: [number, number][] = [];
    const set = new SortedNames(storeOf(['b', 'a', 'b', 'c', 'b']), (one, other) => twice.push([one, other]));
    expect(twice).toEqual([
      [0, 2],
      [0, 4],
    ]);
    expect([...set]).toEqual(['a', 'b', 'c']);
  });
});

test('another set is put into its order', () => {
  expect([...inOrder(new Set(['b', 'c', 'a']))]).toEqual(['a', 'b', 'c']);
});
