/** The name and all above it but the root, nearest first: `a.b.test`, `b.test`, `test`. */
export function upwardsFrom(name: string): string[] {
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/**
 * So many levels of the tree are asked about, the lowest numbered from the root. Names of the real world have fewer,
 * and Let's Encrypt issues for none of more than 10 labels; a name may have 127, and every level costs a question.
 */
export const MOST_LEVELS = 8;

/** The name and all above it but the root, nearest first; of a deeper one the highest {@link MOST_LEVELS} alone. */
export function levelsOf(name: string): string[] {
  return upwardsFrom(name).slice(-MOST_LEVELS);
}

/** Whether a name is that of the zone's apex, or one under it. */
export function isWithin(name: string, apex: string): boolean {
  return name === apex || name.endsWith(`.${apex}`);
}
