import { describe, expect, test } from '@jest/globals';
import type { DnsEvidence } from '../../../shared/diagnosis/evidence.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { DNS_CONTROL_SCENES } from './dns-control-scenes.ts';
import { DNS_SCENES, dnsEvidence, failed } from './dns-scenes.ts';

describe('what is wrong with the DNS', () => {
  test.each([...DNS_SCENES, ...DNS_CONTROL_SCENES])('%s', (_, evidence, expected) => {
    expect(dnsProblems(evidence).map(({ code, severity }) => `${code}: ${severity}`)).toEqual(expected);
  });
});

test('of DNSSEC that fails, the zone is named that was asked about', () => {
  const fails = { kind: 'failing', at: ['1.1.1.1', '8.8.8.8', '9.9.9.9'], ds: [] } as const;
  const apexOf = (dnssec: DnsEvidence['dnssec']) =>
    dnsProblems(
      dnsEvidence([failed('server-failure')], {
        zone: { kind: 'found', apex: 'shop.example.com', servers: [] },
        dnssec,
      }),
    ).flatMap((problem) => (problem.code === 'dnssec-failing' ? [problem.apex] : []));
  expect(apexOf(fails)).toEqual(['shop.example.com']);
  expect(apexOf({ ...fails, ofZone: 'example.com' })).toEqual(['example.com']);
});
