import type { DomainName } from '../domain/name.ts';
import { isOwnName } from '../domain/network.ts';
import type { DomainProblem } from './domain-problem.ts';

/** The problems of a domain, which are the operator's to mend where the name is of the network's own. */
export function withOwnName(
  problems: readonly DomainProblem[],
  domain: DomainName,
  network: string | undefined,
): readonly DomainProblem[] {
  if (!isOwnName(domain, [network])) return problems;
  return problems.map((problem) => ({ ...problem, isNetworksOwn: true }));
}
