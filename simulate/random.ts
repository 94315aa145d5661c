/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** From `least` up to, and without, `most`. */
  between(least: number, most: number): number;
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
  /** By the lognormal distribution: its median, and the standard deviation of its logarithm. */
  lognormal(median: number, sigma: number): number;
}

/** The generator mulberry32: 32 bits of state, which is enough to play dice with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    between: (least, most) => least + (most - least) * next(),
    below: (count) => Math.floor(next() * count),
    lognormal(median, sigma) {
      // Box and Muller's way to a normal deviate; 1 - next() is never 0.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
  };
}
