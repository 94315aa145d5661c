import { httpsVerdict } from '../diagnosis/https-proof.ts';
import { missingAliasOnThePage } from '../mapping/missing-alias.ts';
import type { Gathered } from './gather.ts';

/** What stands between a domain and its working. */
export interface Standing {
  readonly isMapped: boolean;
  readonly hasAlias: boolean;
  /** Whether Closte is about to be told of the domain. */
  readonly isBeingAdded: boolean;
  readonly isDnsRight: boolean;
  readonly isCertificateRight: boolean;
}

export function standingOf({ row, alias, leadsHere, certificate, at }: Gathered): Standing {
  const hasAlias = alias.kind === 'listed' || alias.kind === 'not-needed';
  const isWanted = row?.kind === 'row' && row.wanted === 'mapped';
  const cannotSay = row?.kind === 'unanswered' || row?.kind === 'another-network';
  // Where WordPress cannot say, or was never told, an alias says that somebody has mapped it.
  const isMapped = row?.kind === 'row' ? isWanted : cannotSay || hasAlias || alias.kind !== 'not-listed';
  return {
    isMapped,
    hasAlias,
    isBeingAdded: isWanted && !hasAlias && missingAliasOnThePage(row, at) === 'being-added',
    isDnsRight: leadsHere !== 'no',
    isCertificateRight: httpsVerdict(certificate.reports, certificate.originResults).kind === 'right',
  };
}
