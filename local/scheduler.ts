import type { EmulatedClock } from './clock.ts';

interface Scheduler {
  stop(): void;
}

/**
 * Cloud Scheduler, as far as it is needed: it posts an empty object to a URL, first after one period and then with
 * every other. A call that fails is made again with the next period.
 *
 * @param period seconds of the clock
 */
export function startScheduler(clock: EmulatedClock, period: number, url: string): Scheduler {
  const begun = clock.now().getTime();
  let callOff: () => void;

  function arrange(run: number): void {
    callOff = clock.at(new Date(begun + run * period * 1000), () => {
      arrange(run + 1);
      const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
      fetch(url, call).catch(() => undefined);
    });
  }
  arrange(1);
  return { stop: () => callOff() };
}
