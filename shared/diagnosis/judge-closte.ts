import type { DomainName } from '../domain/name.ts';
import { closteUnreachable, keyRefused, notAnAlias } from '../words/english/closte.ts';
import type { DomainProblem } from './domain-problem.ts';
import type { AliasEvidence } from './evidence.ts';

/**
 * What is wrong between Closte and a domain.
 *
 * @param site whether the domain works by all that else is known: then what Closte says is a warning only
 */
export function closteProblems(
  domain: DomainName,
  alias: AliasEvidence,
  site: 'works' | 'does-not-work',
): readonly DomainProblem[] {
  const severity = site === 'works' ? 'warning' : 'fatal';
  switch (alias.kind) {
    case 'listed':
    case 'not-needed':
      return [];
    case 'not-listed':
      return [notAnAlias(domain, severity)];
    case 'refused':
      return [keyRefused(domain, severity, alias.reason)];
    case 'unanswered':
      return [closteUnreachable(domain, alias.reason)];
  }
}
