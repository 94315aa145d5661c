import type { DomainName } from '../domain/name.ts';
import type { Scheduled } from '../mapping/mapping.ts';
import { type LogEntry, whenNext } from './entry.ts';

// What there is to tell of a visit for which WordPress, or the network, could not be heard.

/** It belongs to another network than ours: nothing is done for it, and nothing is held against it. */
export function domainNotJudged(domain: DomainName, reason: string, next: Scheduled): LogEntry {
  return {
    severity: 'WARNING',
    event: 'domain.not-judged',
    message: `Nothing was done for ${domain}: ${reason}. If the network was renamed, set NETWORK_DOMAIN and WORDPRESS_URL to its new domain, and run wp closte-sync adopt in WordPress.${whenNext(next)}`,
    fields: { reason, next },
  };
}

export function wordpressUnavailable(
  domain: DomainName,
  reason: string,
  next: Scheduled | undefined,
): LogEntry {
  return {
    severity: 'WARNING',
    event: 'wordpress.unavailable',
    message: `WordPress could not be asked about ${domain}, or told: ${reason}.${whenNext(next)}`,
    fields: { reason, ...(next && { next }) },
  };
}
