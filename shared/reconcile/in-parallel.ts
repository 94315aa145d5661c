/**
 * Acts on one item after the other, a bounded number at a time, in their order. Nothing new is begun after an action has
 * said `stop`, or thrown; what was begun is waited for.
 *
 * @returns whether every item was acted on
 * @throws whatever the first action that failed has thrown
 */
export async function inParallel<T>(
  items: Iterable<T>,
  most: number,
  act: (item: T) => Promise<'on' | 'stop'>,
): Promise<boolean> {
  const iterator = items[Symbol.iterator]();
  let stopped = false;
  const failures: unknown[] = [];

  async function work(): Promise<void> {
    while (!stopped) {
      const { done, value } = iterator.next();
      if (done) return;
      try {
        if ((await act(value)) === 'stop') stopped = true;
      } catch (error) {
        stopped = true;
        failures.push(error);
      }
    }
  }
  await Promise.all(Array.from({ length: most }, work));
  if (failures.length > 0) throw failures[0];
  return !stopped;
}
