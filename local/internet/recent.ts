/** The newest items of a record that must not grow for ever. */
interface RecentItems<T> {
  add(item: T): void;
  /** Oldest first. */
  all(): readonly T[];
}

export function recentItems<T>(limit: number): RecentItems<T> {
  let items: T[] = [];
  return {
    add(item) {
      items.push(item);
      // Cutting only once in `limit` additions makes the cost of one addition constant.
      if (items.length >= 2 * limit) items = items.slice(-limit);
    },
    all: () => items.slice(-limit),
  };
}
