import { indexes, shorts } from './column.ts';

/** What has items in an order, as an array has them. */
export interface ReadonlyList<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** Names stand in blocks of so many bytes. */
const BLOCK_BITS = 20;
const BLOCK = 2 ** BLOCK_BITS;

/** In bytes: what is written of the longest name in any letters has less. */
export const LONGEST = 4096;

/** What may stand for a byte in the number of three: one of 256, or none. It has 9 bits. */
const VALUES = 512;

/** Whether the name ends in or before these three bytes. */
export function hasEnded(threeBytes: number): boolean {
  return threeBytes % VALUES === 0;
}

/**
 * Names in the order in which they were added: their bytes and six more for each. As strings of JavaScript a million
 * of them would take more memory than a function has.
 */
export class NameStore implements ReadonlyList<string> {
  readonly #blocks: Buffer[] = [];
  /** Where each name begins: the block's number, and the place in it. */
  readonly #places = indexes();
  readonly #sizes = shorts();
  /** Behind the last name of the last block: there is none yet. */
  #free = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.#places.length;
  }

  /** @throws RangeError for what is longer than any name */
  add(name: string): void {
    const size = Buffer.byteLength(name);
    if (size > LONGEST) throw new RangeError(`a name of ${size} bytes`);
    if (this.#free + size > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      this.#free = 0;
    }
    const last = this.#blocks.length - 1;
    this.#blocks[last]?.write(name, this.#free);
    this.#places.add(last * BLOCK + this.#free);
    this.#sizes.add(size);
    this.#free += size;
  }

  at(index: number): string | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const place = this.#places.at(index);
    const start = place % BLOCK;
    return this.#blocks[place >>> BLOCK_BITS]?.toString('utf8', start, start + this.#sizes.at(index));
  }

  *[Symbol.iterator](): Generator<string> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) ?? '';
  }

  /** Below 0 if the name at `a` comes before the one at `b`, byte by byte. */
  compare(a: number, b: number): number {
    const [placeA, placeB] = [this.#places.at(a), this.#places.at(b)];
    return compareBytes(
      this.#blocks[placeA >>> BLOCK_BITS],
      placeA % BLOCK,
      this.#sizes.at(a),
      this.#blocks[placeB >>> BLOCK_BITS],
      placeB % BLOCK,
      this.#sizes.at(b),
    );
  }

  /** Three of its bytes in one number: names that differ in them are in the order of these numbers. */
  threeBytes(index: number, first: number): number {
    const place = this.#places.at(index);
    const size = this.#sizes.at(index);
    const block = this.#blocks[place >>> BLOCK_BITS];
    let number = 0;
    for (let at = first; at < first + 3; at += 1)
      // Where a name has ended it comes before any that goes on, be it with a byte of 0.
      number = number * VALUES + (at < size ? 1 + (block?.[(place % BLOCK) + at] ?? 0) : 0);
    return number;
  }

  /** Below 0 if the name at `index` comes before this one. */
  compareWith(index: number, name: Buffer, size: number): number {
    const place = this.#places.at(index);
    return compareBytes(
      this.#blocks[place >>> BLOCK_BITS],
      place % BLOCK,
      this.#sizes.at(index),
      name,
      0,
      size,
    );
  }
}

const NOTHING = Buffer.alloc(0);

/** `Buffer.compare` takes longer for a few bytes than they do. */
function compareBytes(
  a: Buffer = NOTHING,
  startA: number,
  sizeA: number,
  b: Buffer = NOTHING,
  startB: number,
  sizeB: number,
): number {
  const both = Math.min(sizeA, sizeB);
  for (let index = 0; index < both; index += 1) {
    const difference = (a[startA + index] ?? 0) - (b[startB + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return sizeA - sizeB;
}
