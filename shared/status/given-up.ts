import type { DomainName } from '../domain/name.ts';
import { isAnotherNetwork } from '../domain/network.ts';
import { nextDailyCheck, type TaskOptions, taskOf } from '../reconcile/plan-to-tasks.ts';
import type { Gathered } from './gather.ts';
import type { Standing } from './standing.ts';
import type { Status } from './status.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * What a domain was given up for, and whether that is right now.
 *
 * | stage | right is |
 * | --- | --- |
 * | `failed` | the alias is there, and the DNS leads here |
 * | `ssl-failed` | the certificate as well |
 */
function isRightAgain({ row }: Gathered, standing: Standing): boolean {
  const { isMapped, hasAlias, isDnsRight, isCertificateRight } = standing;
  if (row?.kind !== 'row' || row.wanted !== 'mapped' || !isMapped || !hasAlias || !isDnsRight) return false;
  return row.stage === 'failed' || (row.stage === 'ssl-failed' && isCertificateRight);
}

/** That a domain was given up, and when it is looked at next: what is right now at once, all else by reconciliation. */
export function givenUp(gathered: Gathered, standing: Standing, watchSpread: number): Status['given_up'] {
  const { row, at, domain } = gathered;
  if (row?.kind !== 'row' || row.wanted !== 'mapped') return null;
  if (row.stage !== 'failed' && row.stage !== 'ssl-failed') return null;
  const nextAlias = new Date(Math.max(at.getTime(), row.updatedAt.getTime() + DAY));
  const next = isRightAgain(gathered, standing)
    ? at
    : standing.hasAlias
      ? nextDailyCheck(domain, watchSpread, at)
      : nextAlias;
  return { since: row.updatedAt.toISOString(), next: next.toISOString() };
}

/** Those of the installation; where there are none, a row may be of any. */
type Networks = Pick<TaskOptions, 'networkDomain' | 'interval' | 'watchSpread'> & {
  readonly networkDomains: readonly DomainName[];
};

/**
 * The task by which a domain that was given up is followed again, if what it was given up for is right: the one that
 * reconciliation would make, with the id of the hour, so that a second look in that hour makes none.
 */
export function restartOf(gathered: Gathered, standing: Standing, networks: Networks) {
  const { row, at, domain } = gathered;
  if (row?.kind !== 'row' || !isRightAgain(gathered, standing)) return undefined;
  const { siteId, networkDomain } = row;
  if (networkDomain !== undefined && isAnotherNetwork(networkDomain, networks.networkDomains))
    return undefined;
  return taskOf('recheck', { domain, siteId, networkDomain }, { ...networks, askedAt: at, now: at });
}
