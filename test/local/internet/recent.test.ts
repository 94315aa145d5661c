import { expect, test } from '@jest/globals';
import { recentItems } from '../../../local/internet/recent.ts';

test.each([
  { added: 0, kept: [] },
  { added: 2, kept: [1, 2] },
  { added: 3, kept: [1, 2, 3] },
  { added: 4, kept: [2, 3, 4] },
  { added: 6, kept: [4, 5, 6] },
  { added: 20, kept: [18, 19, 20] },
])('of $added items the newest three are kept, oldest first', ({ added, kept }) => {
  const items = recentItems<number>(3);
  for (let item = 1; item <= added; item++) items.add(item);
  expect(items.all()).toEqual(kept);
});
