import { indexes } from '../domain/column.ts';
import type { ReadonlyList } from '../domain/name-store.ts';

/** Some of the items of a longer list, in the order in which they were picked: four bytes for each. */
export class Picked<T> implements ReadonlyList<T> {
  readonly #indexes = indexes();
  readonly #itemAt: (index: number) => T | undefined;

  /** @param itemAt the item of the longer list that has this index */
  constructor(itemAt: (index: number) => T | undefined) {
    this.#itemAt = itemAt;
  }

  get length(): number {
    return this.#indexes.length;
  }

  pick(index: number): void {
    this.#indexes.add(index);
  }

  at(place: number): T | undefined {
    return place < 0 || place >= this.length ? undefined : this.#itemAt(this.#indexes.at(place));
  }

  *[Symbol.iterator](): Generator<T> {
    for (let place = 0; place < this.length; place += 1) {
      const item = this.at(place);
      if (item !== undefined) yield item;
    }
  }
}
