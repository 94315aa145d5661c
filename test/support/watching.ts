import { parseDomainName } from '../../shared/domain/name.ts';
import type { SettledStage, WatchingVisit } from '../../shared/mapping/mapping.ts';

/** When the daily check of these tests is made. */
export const NOW = new Date('2026-01-05T09:00:00Z');

/** The daily check of a domain of which so much is known. */
export function watching(known: SettledStage): WatchingVisit {
  const parsed = parseDomainName('shop.example.com');
  if (!parsed.ok) throw new Error(parsed.reason);
  const mapping = {
    id: 'reconcile-watch-20260105-1a2b',
    domain: parsed.domain,
    siteId: 2,
    networkDomain: undefined,
    interval: 300,
    aliased: true,
    mappedAt: NOW,
  };
  return { mapping, stage: 'watching', visit: 1, stageStartedAt: NOW, known };
}
