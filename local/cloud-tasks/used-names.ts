/** The names that may not be given again for a while, because what bore them is gone only since then. */
export class UsedNames {
  readonly #retention: number;
  // In the order of expiry, because every name is kept for the same time.
  readonly #expiries = new Map<string, number>();

  /** @param retention how long a name is kept, in milliseconds */
  constructor(retention: number) {
    this.#retention = retention;
  }

  /** How many names are remembered. */
  get size(): number {
    return this.#expiries.size;
  }

  /** @param now milliseconds since the epoch */
  add(name: string, now: number): void {
    this.#forgetExpired(now);
    this.#expiries.delete(name);
    this.#expiries.set(name, now + this.#retention);
  }

  /** @param now milliseconds since the epoch */
  has(name: string, now: number): boolean {
    this.#forgetExpired(now);
    return this.#expiries.has(name);
  }

  #forgetExpired(now: number): void {
    for (const [name, expiry] of this.#expiries) {
      if (expiry > now) return;
      this.#expiries.delete(name);
    }
  }
}
