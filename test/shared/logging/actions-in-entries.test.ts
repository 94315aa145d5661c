import { describe, expect, test } from '@jest/globals';
import type { CertificateProblem } from '../../../shared/certificate/verdict.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { certificateLost, dnsMoved } from '../../../shared/logging/daily-check-entries.ts';
import { dnsNeverRight } from '../../../shared/logging/failure-entries.ts';
import {
  certificatePending,
  type DnsNotRight,
  dnsOverdue,
  dnsPending,
} from '../../../shared/logging/mapping-entries.ts';
import { domain } from '../../support/net-domain.ts';
import { dnsEvidence, found, OLD, RIGHT } from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');
const NEXT = { stage: 'checking-dns', visit: 2, task: 't', scheduled_for: '2026-01-05T09:00:00Z' } as const;
const NOW = new Date('2026-01-05T08:00:00Z');

const problem: CertificateProblem = 'no-https';
const lost = { problem, reports: [], originResults: [], certificate: undefined };

function seen(...answers: Parameters<typeof dnsEvidence>[0]): DnsNotRight {
  const evidence = dnsEvidence(answers);
  return { report: evidence.report, problems: dnsProblems(evidence), secondsSinceMapped: 1, seenAt: NOW };
}

describe('an entry that tells what is wrong with a domain says what is to be done, for a program:', () => {
  const { report, problems } = seen(found(OLD));
  const certificate = { ...lost, problems, dnsRightSince: NOW, seenAt: NOW };

  test.each([
    ['DNS that is pending', dnsPending(SHOP, seen(found(OLD)), NEXT)],
    ['DNS that is overdue', dnsOverdue(SHOP, seen(found(OLD)), NEXT)],
    ['DNS that never came right', dnsNeverRight(SHOP, report, problems)],
    ['DNS that leads elsewhere now', dnsMoved(SHOP, report, problems)],
    ['a certificate that is pending', certificatePending(SHOP, certificate, NEXT)],
    ['a certificate that is gone', certificateLost(SHOP, lost, problems)],
  ])('%s', (_, { fields }) => {
    expect(fields).toMatchObject({
      problems: [{ code: 'wrong-address' }],
      actions: [{ who: 'owner', do: 'change', code: 'wrong-address', instead_of: { value: OLD } }],
    });
  });

  test.each([dnsPending, dnsOverdue])('%p: where time alone is missing, until when to wait', (tell) => {
    const { fields } = tell(SHOP, seen(RIGHT, found(OLD), found(OLD)), NEXT);
    expect(fields).toMatchObject({ actions: [{ who: 'nobody', do: 'wait', code: 'not-propagated-yet' }] });
  });
});
