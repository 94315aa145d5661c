import { FUNCTIONS, INSTANCE, MEMORY, MONTH } from './assumptions.ts';
import type { Usage } from './meter.ts';
import { PRICES, type Price, type Priced } from './prices.ts';

const GIB = 2 ** 30;

export interface BillLine {
  readonly price: Price;
  /** In the price's unit, in a month. */
  readonly used: number;
  /** US dollars. */
  readonly cost: number;
}

export interface Bill {
  readonly lines: readonly BillLine[];
  /** US dollars in a month, and the same if nothing were free. */
  readonly total: number;
  readonly totalWithoutFree: number;
}

/** What a month costs in which everything is used as in these days. */
export function billFor(usage: Usage, days: number): Bill {
  const month = amountsOf(usage, MONTH / days);
  const lines = Object.entries(PRICES).map(([priced, price]) => {
    const used = month[priced as Priced];
    return { price, used, cost: costOf(price, used) };
  });
  const withoutFree = lines.map(({ price, used }) => costOf({ ...price, free: 0 }, used));
  return { lines, total: sum(lines.map(({ cost }) => cost)), totalWithoutFree: sum(withoutFree) };
}

/** @param used in the price's unit, in a month */
export function costOf({ price, per, free }: Price, used: number): number {
  return (Math.max(0, used - free) / per) * price;
}

/** In the units of the prices. What there is of once, whatever is done, is not multiplied. */
function amountsOf(usage: Usage, times: number): Record<Priced, number> {
  const { invocations, tasks, logged, instanceSeconds, starts, sent } = usage;
  return {
    requests: sum(Object.values(invocations)) * times,
    cpu: sum(FUNCTIONS.map((name) => instanceSeconds[name])) * INSTANCE.vcpu * times,
    memory: sum(FUNCTIONS.map((name) => instanceSeconds[name] * MEMORY[name])) * times,
    tasks: (tasks.askedFor + tasks.delivered) * times,
    logging: ((logged.own + logged.requests) / GIB) * times,
    scheduler: 1,
    secrets: 1,
    secretAccess: starts * times,
    network: (sent / GIB) * times,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
