type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers in the order in which they were added, each in as few bytes as its type needs. */
export class Column<N extends Numbers> {
  #numbers: N;
  readonly #make: (length: number) => N;
  #length = 0;

  /** @param make a typed array of so many */
  constructor(make: (length: number) => N) {
    this.#make = make;
    this.#numbers = make(FIRST_LENGTH);
  }

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = this.#make(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** 0 for an index that there is not. */
  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}

const FIRST_LENGTH = 16;

export const bytes = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
export const shorts = (): Column<Uint16Array> => new Column((length) => new Uint16Array(length));
export const indexes = (): Column<Uint32Array> => new Column((length) => new Uint32Array(length));
export const doubles = (): Column<Float64Array> => new Column((length) => new Float64Array(length));
