/** Something that is due at a time; the sequence number decides between two that are due together. */
export interface Scheduled {
  readonly scheduleTime: number;
  readonly sequence: number;
}

/** What is due, the earliest first. The time of an item must not change while it is in here. */
export class Timeline<Item extends Scheduled> {
  readonly #items: Item[] = [];

  first(): Item | undefined {
    return this.#items[0];
  }

  add(item: Item): void {
    this.#items.splice(this.#positionOf(item), 0, item);
  }

  /** Does nothing if the item is not in here. */
  remove(item: Item): void {
    const position = this.#positionOf(item);
    if (this.#items[position] === item) this.#items.splice(position, 1);
  }

  /** The index of the first item that is not before `item`. */
  #positionOf(item: Item): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#items[middle];
      if (other !== undefined && isBefore(other, item)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(a: Scheduled, b: Scheduled): boolean {
  return a.scheduleTime < b.scheduleTime || (a.scheduleTime === b.scheduleTime && a.sequence < b.sequence);
}
