/**
 * A token bucket, by which Cloud Tasks limits a queue's rate (RateLimits.max_burst_size in its reference). It is
 * kept as the time at which the bucket will be full again (the virtual scheduling of ITU-T I.371), so that
 * nothing has to be refilled.
 */
export class TokenBucket {
  readonly #interval: number;
  readonly #capacity: number;
  #fullAt = Number.NEGATIVE_INFINITY;

  /**
   * @param rate tokens that flow in per second
   * @param capacity tokens that the bucket holds, which it does at the start
   */
  constructor(rate: number, capacity: number) {
    this.#interval = 1000 / rate;
    this.#capacity = capacity;
  }

  /** The time of the next token in milliseconds since the epoch; in the past if there is one already. */
  nextTokenAt(): number {
    return this.#fullAt - (this.#capacity - 1) * this.#interval;
  }

  /** @param now milliseconds since the epoch */
  take(now: number): void {
    this.#fullAt = Math.max(now, this.#fullAt) + this.#interval;
  }
}
