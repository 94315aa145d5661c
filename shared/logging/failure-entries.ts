import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { RepeatedStage } from '../mapping/mapping.ts';
import { patienceWith } from '../mapping/retry-schedule.ts';
import { httpsInWords } from '../words/detail.ts';
import { resolversInWords, targetInWords } from '../words/observations.ts';
import { ENGLISH_WORDS } from '../words/words.ts';
import type { LogEntry } from './entry.ts';
import { addressFields, dnsFields } from './entry-fields.ts';
import { domainFailed, isOnlyUnreached, type NoCertificate } from './mapping-entries.ts';

// Why a mapping came to a bad end, one function for each way. `problems` are the worst first.

type AliasStage = 'adding-domain' | 'removing-domain';
type Problems = readonly DomainProblem[];

/** @param reason what Closte said */
export function aliasRejected(domain: DomainName, reason: string, problems: Problems): LogEntry {
  return domainFailed(domain, {
    reason: `Closte does not take it for a domain (${reason})`,
    lastSeen: { closte: reason },
    remedy: 'Look whether the name is spelt right. If it is, ask Closte why it takes no alias of that name.',
    problems,
  });
}

/** @param reason what Closte says, and what its list has */
export function aliasHeldElsewhere(domain: DomainName, reason: string, problems: Problems): LogEntry {
  return domainFailed(domain, {
    reason: `another app of Closte has it (${reason})`,
    lastSeen: { closte: reason },
    remedy: "Remove it there in Closte's dashboard, or ask Closte who has it. It is tried again once a day.",
    problems,
  });
}

const ALIAS_REMEDIES: Readonly<Record<AliasStage, string>> = {
  'adding-domain':
    "Look at Closte's state and at CLOSTE_CLIENT_API_KEY. It is added again once a day; wp closte-sync retry does so at once.",
  'removing-domain':
    "The alias may still be there: remove it in Closte's dashboard, or unmap the domain again.",
};

/** @param reason what Closte said last, or why it said nothing */
export function aliasNotChanged(
  domain: DomainName,
  stage: AliasStage,
  reason: string,
  problems: Problems,
): LogEntry {
  const what = stage === 'adding-domain' ? 'add' : 'remove';
  return domainFailed(domain, {
    reason: `Closte did not ${what} its alias within ${patienceInWords(stage)} (${reason})`,
    lastSeen: { closte: reason },
    remedy: ALIAS_REMEDIES[stage],
    problems,
  });
}

/**
 * A removal that WordPress never confirmed, so that Closte was not even called.
 *
 * @param reason why WordPress could not be asked
 */
export function removalNeverConfirmed(domain: DomainName, reason: string): LogEntry {
  return domainFailed(domain, {
    reason: `WordPress could not be asked within ${patienceInWords('removing-domain')} whether its alias is still to be removed (${reason})`,
    lastSeen: { wordpress: reason },
    remedy: 'Look at WORDPRESS_URL and at the plugin, then unmap the domain again.',
    problems: [],
  });
}

export function dnsNeverRight(domain: DomainName, report: DnsReport, problems: Problems): LogEntry {
  const { target, verdict } = report;
  return domainFailed(domain, {
    reason: `its DNS did not come to point to ${targetInWords(target)} within ${patienceInWords('checking-dns')}; last seen (${verdict}): ${resolversInWords(report)}`,
    lastSeen: dnsFields(report),
    problems,
  });
}

export function certificateNeverGood(domain: DomainName, noCertificate: NoCertificate): LogEntry {
  const { problem, reports, originResults, problems } = noCertificate;
  const lack = isOnlyUnreached(noCertificate) ? 'was not reached over HTTPS' : 'had no good certificate';
  return domainFailed(domain, {
    reason: `it ${lack} within ${patienceInWords('checking-ssl-cert')}; last seen (${problem}): ${httpsInWords(reports, originResults)}`,
    lastSeen: { problem, addresses: addressFields(reports) },
    problems,
  });
}

function patienceInWords(stage: RepeatedStage): string {
  return ENGLISH_WORDS.duration(patienceWith(stage)).phrase;
}
