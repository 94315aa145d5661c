import type { NameStore, ReadonlyList } from './name-store.ts';

/** A set of names. */
export interface Names extends Iterable<string> {
  readonly size: number;
  has(name: string): boolean;
}

/** A set of many names, in their order. */
export class SortedNames implements Names, ReadonlyList<string> {
  readonly #store: NameStore;
  readonly #order: Uint32Array;
  #name = Buffer.alloc(1024);
  /** Where the name was found that was asked for last: whoever asks for one after the other asks for the next. */
  #last = -1;

  /**
   * @param store holds nothing that is added later
   * @param onTwice told of each name that is there twice, by the places of both
   */
  constructor(store: NameStore, onTwice: (one: number, other: number) => void = () => {}) {
    this.#store = store;
    this.#order = withoutTwins(orderOf(store), store, onTwice);
  }

  get size(): number {
    return this.#order.length;
  }

  get length(): number {
    return this.#order.length;
  }

  at(index: number): string | undefined {
    const place = this.#order[index];
    return place === undefined ? undefined : this.#store.at(place);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const place of this.#order) yield this.#store.at(place) ?? '';
  }

  has(name: string): boolean {
    return this.indexOf(name) !== -1;
  }

  /** Its place in the order, or -1. */
  indexOf(name: string): number {
    const size = Buffer.byteLength(name);
    if (size > this.#name.length) this.#name = Buffer.alloc(size);
    this.#name.write(name);
    const compare = (index: number) => this.#store.compareWith(this.#order[index] ?? 0, this.#name, size);
    const next = this.#last + 1;
    if (next < this.size && compare(next) === 0) {
      this.#last = next;
      return next;
    }
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(middle) < 0) low = middle + 1;
      else high = middle;
    }
    const isThere = low < this.size && compare(low) === 0;
    this.#last = isThere ? low : low - 1;
    return isThere ? low : -1;
  }
}

/** The names in their order. */
export function inOrder(names: Names): ReadonlyList<string> {
  return names instanceof SortedNames ? names : [...names].sort();
}

function orderOf(store: NameStore): Uint32Array {
  const order = Uint32Array.from({ length: store.length }, (_, index) => index);
  const isSorted = order.every((index) => index === 0 || store.compare(index - 1, index) <= 0);
  return isSorted ? order : order.sort((a, b) => store.compare(a, b) || a - b);
}

/** Of names that are there twice, the first alone. */
function withoutTwins(
  order: Uint32Array,
  store: NameStore,
  onTwice: (one: number, other: number) => void,
): Uint32Array {
  let kept = 0;
  for (const place of order) {
    const before = order[kept - 1];
    if (before !== undefined && store.compare(before, place) === 0) onTwice(before, place);
    else {
      order[kept] = place;
      kept += 1;
    }
  }
  return order.subarray(0, kept);
}
