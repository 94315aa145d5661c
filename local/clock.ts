/** The time of the embedded stack, and what is to happen in it. Every part of the stack asks the same one. */
export interface EmulatedClock {
  now(): Date;
  /** Runs `action` once `time` has come, at once if it has passed. Returns a function that calls it off. */
  at(time: Date, action: () => void): () => void;
}

/**
 * A clock that starts now and runs `speed` times as fast as real time.
 *
 * @param speed emulated seconds in a real second, above 0
 */
export function fastClock(speed: number): EmulatedClock {
  const start = Date.now();
  const now = () => new Date(start + (Date.now() - start) * speed);
  return {
    now,
    at(time, action) {
      const timer = setTimeout(action, Math.max(0, time.getTime() - now().getTime()) / speed);
      return () => clearTimeout(timer);
    },
  };
}
