type Act = () => void | Promise<void>;

interface Entry {
  readonly at: number;
  /** What was put in first comes first, of those that are due at the same time. */
  readonly order: number;
  readonly act: Act;
}

/** Simulated time: it leaps from one entry to the next. Times are in milliseconds since the epoch. */
export class Timeline {
  /** A binary heap, the entry that is due first at its top. */
  readonly #heap: Entry[] = [];
  #now: number;
  #entries = 0;

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Does something at a time; at once, where that is past. */
  at(time: number, act: Act): void {
    const entry = { at: Math.max(time, this.#now), order: this.#entries, act };
    this.#entries += 1;
    this.#rise(entry);
  }

  /** Goes on until nothing is left to be done, one thing after the other. */
  async run(): Promise<void> {
    for (let entry = this.#takeFirst(); entry !== undefined; entry = this.#takeFirst()) {
      this.#now = entry.at;
      const done = entry.act();
      if (done !== undefined) await done;
    }
  }

  #rise(entry: Entry): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, entry)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  #takeFirst(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && last !== first) this.#sink(last);
    return first;
  }

  /** Puts the entry where the first one was, and lets it go down to its place. */
  #sink(entry: Entry): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (child === undefined || isBefore(entry, child)) break;
      heap[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    heap[place] = entry;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
