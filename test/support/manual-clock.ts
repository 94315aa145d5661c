import type { EmulatedClock } from '../../local/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends EmulatedClock {
  /** Goes to the earliest time at which something is to happen and lets it happen; false if nothing is. */
  advanceToNext(): boolean;
  /** Goes `seconds` ahead, letting all that is due on the way happen in its order. */
  advance(seconds: number): void;
}

export function manualClock(start = new Date('2026-01-05T09:00:00Z')): ManualClock {
  let now = start.getTime();
  let pending: { time: number; action: () => void }[] = [];

  function takeDue(until: number): (() => void) | undefined {
    const first = pending.toSorted((a, b) => a.time - b.time)[0];
    if (first === undefined || first.time > until) return undefined;
    pending = pending.filter((entry) => entry !== first);
    now = Math.max(now, first.time);
    return first.action;
  }

  return {
    now: () => new Date(now),
    at(time, action) {
      const entry = { time: time.getTime(), action };
      pending.push(entry);
      return () => {
        pending = pending.filter((other) => other !== entry);
      };
    },
    advanceToNext() {
      const action = takeDue(Number.POSITIVE_INFINITY);
      action?.();
      return action !== undefined;
    },
    advance(seconds) {
      const end = now + seconds * 1000;
      for (let action = takeDue(end); action !== undefined; action = takeDue(end)) action();
      now = end;
    },
  };
}
