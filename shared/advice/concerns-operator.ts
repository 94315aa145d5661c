import type { Action, Way } from './action.ts';

/** Whether the people who run the network have something to do, or are to be asked. */
export function concernsOperator(way: Way): boolean {
  return way.some(isTheirs);
}

function isTheirs(action: Action): boolean {
  const isNamed = action.who === 'operator' || (action.do === 'ask' && action.whom === 'operator');
  return isNamed || (action.or ?? []).some(concernsOperator);
}
