import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { Action, Way } from './action.ts';
import { actionsFor } from './actions.ts';

/** Whether the people who run the network have something to do, or are to be asked. */
export function concernsOperator(way: Way): boolean {
  return way.some(isTheirs);
}

function isTheirs(action: Action): boolean {
  const isNamed = action.who === 'operator' || (action.do === 'ask' && action.whom === 'operator');
  return isNamed || (action.or ?? []).some(concernsOperator);
}

/** The same of a problem, even of one that is only worth knowing: its remedy is told, though nothing has to be done. */
export function problemConcernsOperator(problem: DomainProblem): boolean {
  return concernsOperator(actionsFor([{ ...problem, severity: 'warning' } as DomainProblem]));
}
