import { FUNCTIONS, type FunctionName, INSTANCE, REQUEST_ENTRY } from './assumptions.ts';

/** What has been used. */
export interface Usage {
  readonly invocations: Readonly<Record<FunctionName, number>>;
  /** Tasks that were delivered, and calls that asked for one: some ask for one that is there already. */
  readonly tasks: { readonly delivered: number; readonly askedFor: number };
  readonly closteCalls: { readonly add: number; readonly remove: number; readonly list: number };
  /** The most aliases that Closte was asked to add or remove in one second. */
  readonly clostePeak: number;
  readonly wordpressCalls: number;
  readonly entries: number;
  /** In bytes: the functions' own entries, and those that Cloud Run writes of each request. */
  readonly logged: { readonly own: number; readonly requests: number };
  /** Seconds in which each function had an instance at work, and how often one was started in all. */
  readonly instanceSeconds: Readonly<Record<FunctionName, number>>;
  readonly starts: number;
  /** Bytes that left Google's network. */
  readonly sent: number;
}

/** Counts what is used. Times are in milliseconds since the epoch, durations in milliseconds. */
export class Meter {
  readonly #invocations = ofEach(() => 0);
  readonly #busyUntil = ofEach(() => Number.NEGATIVE_INFINITY);
  readonly #instanceTime = ofEach(() => 0);
  readonly #closteCalls = { add: 0, remove: 0, list: 0 };
  #second = { number: 0, calls: 0 };
  #clostePeak = 0;
  readonly #tasks = { delivered: 0, askedFor: 0 };
  #wordpressCalls = 0;
  #entries = 0;
  #logged = 0;
  #starts = 0;
  #sent = 0;

  /**
   * Invocations of a function that overlap share an instance: it can take 80 at once, and fewer are.
   * What is billed is the time in which it has at least one, and its start.
   *
   * @returns how long the invocation takes with the start of the instance, if there was none
   */
  invoked(name: FunctionName, at: number, duration: number): number {
    this.#invocations[name] += 1;
    const busyUntil = this.#busyUntil[name];
    const isCold = at - busyUntil > INSTANCE.idle;
    const took = isCold ? INSTANCE.start + duration : duration;
    const end = Math.max(busyUntil, at + took);
    this.#starts += isCold ? 1 : 0;
    this.#instanceTime[name] += end - Math.max(at, busyUntil);
    this.#busyUntil[name] = end;
    return took;
  }

  calledCloste(call: keyof Usage['closteCalls'], at: number): void {
    this.#closteCalls[call] += 1;
    if (call === 'list') return;
    const number = Math.floor(at / 1000);
    this.#second = { number, calls: number === this.#second.number ? this.#second.calls + 1 : 1 };
    this.#clostePeak = Math.max(this.#clostePeak, this.#second.calls);
  }

  calledWordPress(times: number): void {
    this.#wordpressCalls += times;
  }

  askedForTasks(times: number): void {
    this.#tasks.askedFor += times;
  }

  deliveredTask(): void {
    this.#tasks.delivered += 1;
  }

  /** In bytes, so far: the functions' own entries. */
  get logged(): number {
    return this.#logged;
  }

  wroteEntries(count: number, bytes: number): void {
    this.#entries += count;
    this.#logged += bytes;
  }

  sent(bytes: number): void {
    this.#sent += bytes;
  }

  usage(): Usage {
    const invocations = FUNCTIONS.reduce((sum, name) => sum + this.#invocations[name], 0);
    return {
      invocations: { ...this.#invocations },
      tasks: { ...this.#tasks },
      closteCalls: { ...this.#closteCalls },
      clostePeak: this.#clostePeak,
      wordpressCalls: this.#wordpressCalls,
      entries: this.#entries,
      logged: { own: this.#logged, requests: invocations * REQUEST_ENTRY },
      instanceSeconds: ofEach((name) => this.#instanceTime[name] / 1000),
      starts: this.#starts,
      sent: this.#sent,
    };
  }
}

function ofEach(value: (name: FunctionName) => number): Record<FunctionName, number> {
  return { map: value('map'), unmap: value('unmap'), check: value('check'), reconcile: value('reconcile') };
}
