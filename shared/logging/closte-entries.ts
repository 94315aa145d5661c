import type { DomainName } from '../domain/name.ts';
import type { Scheduled } from '../mapping/mapping.ts';
import { error, type LogEntry, whenNext } from './entry.ts';

// What there is to tell of Closte.

export function closteUnavailable(domain: DomainName, reason: string, next: Scheduled | undefined): LogEntry {
  return {
    severity: 'WARNING',
    event: 'closte.unavailable',
    message: `Closte could not be asked about ${domain}: ${reason}.${whenNext(next)}`,
    fields: { reason, ...(next && { next }) },
  };
}

export function closteRejected(domain: DomainName, reason: string): LogEntry {
  return error(
    'closte.rejected',
    `Closte does not take ${domain} for a domain that can have an alias: ${reason}.`,
    {
      reason,
    },
  );
}

export function closteRefused(domain: DomainName, reason: string, next: Scheduled | undefined): LogEntry {
  const message = `Closte refused the call about ${domain}: ${reason}. Look at CLOSTE_CLIENT_API_KEY and at the app in Closte's dashboard.${whenNext(next)}`;
  return error('closte.refused', message, { reason, ...(next && { next }) });
}

/** @param reason what Closte says, and what its list has */
export function closteHeldElsewhere(domain: DomainName, reason: string): LogEntry {
  return error(
    'closte.held-elsewhere',
    `Closte does not give ${domain} to this app: ${reason}. Another app of Closte has it: remove it there, or ask Closte who has it.`,
    { reason },
  );
}

/** It was there, and is wanted. */
export function closteAliasMissing(domain: DomainName, next: Scheduled | undefined): LogEntry {
  const onwards = next === undefined ? 'Reconciliation adds it anew' : 'It is added anew';
  return {
    severity: 'WARNING',
    event: 'closte.alias-missing',
    message: `Closte's list lacks the alias of ${domain}, which WordPress wants. ${onwards}.${whenNext(next)}`,
    fields: next === undefined ? {} : { next },
  };
}

/**
 * @param reason why it cannot be
 * @param count how many domains it has
 */
export function closteListImplausible(reason: string, count: number): LogEntry {
  return error(
    'closte.list-implausible',
    `Closte's list of domains cannot be the whole, and nothing follows from it: ${reason}. If Closte has lost them all the same: npm run reconcile -- --allow-missing.`,
    { reason, count },
  );
}
