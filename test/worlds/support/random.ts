/** Numbers of one seed: the same in every run, so that a world replays exactly (mulberry32). */
export interface Random {
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  oneOf<T>(items: readonly T[]): T | undefined;
  chance(share: number): boolean;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (below) => Math.floor(next() * below),
    oneOf: (items) => items[Math.floor(next() * items.length)],
    chance: (share) => next() < share,
  };
}
