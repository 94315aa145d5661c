import { hasEnded, type NameStore, type ReadonlyList } from './name-store.ts';

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
  return isSorted ? order : new Uint32Array(sortFrom(0, new Float64Array(order), store));
}

/** A few names are compared with each other sooner than sorted by three bytes at a time. */
const FEW = 16;

/** The place of a name stands behind three of its bytes in a number that is sorted: of the 53 bits, they have 27. */
const PLACES = 2 ** 26;

/**
 * Sorts places of names in place, by their bytes from one on: by three at a time, and those that have the same three by the
 * next three. Numbers are sorted without a function of ours, which would be called 20 times for each of a million names.
 */
function sortFrom(first: number, places: Float64Array, store: NameStore): Float64Array {
  if (places.length <= FEW) return places.sort((a, b) => store.compare(a, b) || a - b);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    places[index] = store.threeBytes(place, first) * PLACES + place;
  }
  places.sort();
  let [start, bytes] = [0, -1];
  const sortRun = (end: number) => {
    const run = places.subarray(start, end);
    // Names that have ended are the same, and stand in the order of their places already.
    if (run.length > 1 && !hasEnded(bytes)) sortFrom(first + 3, run, store);
  };
  for (let index = 0; index < places.length; index += 1) {
    const number = places[index] ?? 0;
    const its = Math.floor(number / PLACES);
    if (its !== bytes) {
      sortRun(index);
      [start, bytes] = [index, its];
    }
    places[index] = number % PLACES;
  }
  sortRun(places.length);
  return places;
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
