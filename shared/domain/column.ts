type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers stand in blocks of so many: nothing is copied when there are more, and none is there twice meanwhile. */
const BLOCK_BITS = 12;
const BLOCK = 2 ** BLOCK_BITS;

/** Numbers in the order in which they were added, each in as few bytes as its type needs. */
export class Column<N extends Numbers> implements Iterable<number> {
  readonly #blocks: N[] = [];
  readonly #make: (length: number) => N;
  #length = 0;

  /** @param make a typed array of so many */
  constructor(make: (length: number) => N) {
    this.#make = make;
  }

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    const place = this.#length % BLOCK;
    const block = (place === 0 ? undefined : this.#blocks.at(-1)) ?? this.#make(BLOCK);
    if (place === 0) this.#blocks.push(block);
    block[place] = value;
    this.#length += 1;
  }

  /** 0 for an index that there is not. */
  at(index: number): number {
    return this.#blocks[index >>> BLOCK_BITS]?.[index % BLOCK] ?? 0;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.#length; index += 1) yield this.at(index);
  }
}

export const bytes = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
export const shorts = (): Column<Uint16Array> => new Column((length) => new Uint16Array(length));
export const indexes = (): Column<Uint32Array> => new Column((length) => new Uint32Array(length));
export const doubles = (): Column<Float64Array> => new Column((length) => new Float64Array(length));
