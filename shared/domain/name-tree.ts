/** The name and all above it but the root, nearest first: `a.b.test`, `b.test`, `test`. */
export function upwardsFrom(name: string): string[] {
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** Whether a name is that of the zone's apex, or one under it. */
export function isWithin(name: string, apex: string): boolean {
  return name === apex || name.endsWith(`.${apex}`);
}
