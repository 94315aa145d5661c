import type { DomainName } from '../domain/name.ts';
import type { DomainProblem, Severity } from './domain-problem.ts';
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
      return [{ code: 'not-an-alias', severity, domain }];
    case 'held-elsewhere':
      return [{ ...heldElsewhere(domain, HELD_ELSEWHERE), severity }];
    case 'rejected':
      return [{ ...rejectedByCloste(domain, REJECTED), severity }];
    case 'refused':
      return [keyRefused(domain, severity, alias.reason)];
    case 'unanswered':
      return [closteUnreachable(domain, alias.reason)];
  }
}

const REJECTED = 'Closte said that it is no domain that can have an alias';

const HELD_ELSEWHERE = 'Closte says that the alias exists already, and its list lacks it';

/** @param reason Closte's own words */
export function keyRefused(domain: DomainName, severity: Severity, reason: string): DomainProblem {
  return { code: 'key-refused', severity, domain, reason };
}

/** That says nothing about the domain, and Closte is asked again. */
export function closteUnreachable(domain: DomainName, reason: string): DomainProblem {
  return { code: 'closte-unreachable', severity: 'info', domain, reason };
}

/** @param reason Closte's own words */
export function rejectedByCloste(domain: DomainName, reason: string): DomainProblem {
  return { code: 'rejected-by-closte', severity: 'fatal', domain, reason };
}

/** @param reason what Closte says, and what its list has */
export function heldElsewhere(domain: DomainName, reason: string): DomainProblem {
  return { code: 'held-elsewhere', severity: 'fatal', domain, reason };
}
