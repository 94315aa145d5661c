import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type DomainProblem, PROBLEM_CODES } from '../../../shared/diagnosis/domain-problem.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { closteProblems } from '../../../shared/diagnosis/judge-closte.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { worstFirst } from '../../../shared/diagnosis/problem-order.ts';
import type { LookUp } from '../../../shared/dns/look-up.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import { toBoth } from '../../support/look-ups.ts';
import { domain } from '../../support/net-domain.ts';
import { address, alias, certificateEvidence, dnsEvidence, mapped, name } from './any-evidence.ts';
import { CERTIFICATE_SCENES } from './certificate-scenes.ts';
import { CLOSTE_SCENES } from './closte-scenes.ts';
import { DNS_SCENES } from './dns-scenes.ts';
import { PROBLEMS_IN_SCENES } from './problems-in-scenes.ts';

const SHOP = domain('shop.example.com');

test('every code comes up in a scene', () => {
  const seen = new Set(PROBLEMS_IN_SCENES.map(({ code }) => code));
  expect([...seen].sort()).toEqual([...PROBLEM_CODES].sort());
});

describe('what a judge adds to what was seen is not a sentence', () => {
  /** Every text in it, however deep. */
  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  }

  function expectNoSentence(evidence: unknown, problems: readonly DomainProblem[]): void {
    const seen = new Set(textsIn(evidence));
    const added = textsIn(problems).filter((text) => !seen.has(text));
    expect(added.filter((text) => /\s/.test(text))).toEqual([]);
  }

  test.each(DNS_SCENES)('about the DNS: %s', (_, evidence) => {
    expectNoSentence(evidence, dnsProblems(evidence));
  });

  test.each(CERTIFICATE_SCENES)('about the certificate: %s', (_, evidence) => {
    expectNoSentence(evidence, certificateProblems(evidence));
  });

  test.each(CLOSTE_SCENES)('about Closte: %s', (_, evidence) => {
    expectNoSentence(evidence, closteProblems(SHOP, evidence, 'does-not-work'));
  });
});

describe('whatever was seen, each problem is named once, the worst first', () => {
  function expectOrdered(problems: readonly DomainProblem[]): void {
    expect(worstFirst(problems)).toEqual(problems);
    const codes = problems.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  }

  test('of the DNS', () => {
    fc.assert(
      fc.property(dnsEvidence, (seen) => expectOrdered(dnsProblems(seen))),
      { numRuns: 500 },
    );
  });

  test('of the certificate', () => {
    fc.assert(
      fc.property(certificateEvidence, (seen) => expectOrdered(certificateProblems(seen))),
      { numRuns: 500 },
    );
  });

  test('of Closte', () => {
    fc.assert(
      fc.property(
        mapped,
        alias,
        fc.constantFrom('works' as const, 'does-not-work' as const),
        (of, seen, site) => expectOrdered(closteProblems(of, seen, site)),
      ),
    );
  });
});

test('nothing is wrong with a DNS at whose resolvers and servers all is right', () => {
  const right = fc.constantFrom<LookUp>(
    ...[[], ['network.example']].map((chain) =>
      toBoth({ kind: 'addresses', chain, addresses: ['93.184.216.34'], ttl: 60 }),
    ),
  );
  const servers = fc.array(fc.record({ name, address, lookUp: right }), { maxLength: 4 });
  const resolvers = fc.array(right, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(servers, resolvers, (ofZone, lookUps) => {
      const target = { networkDomain: 'network.example', addresses: ['93.184.216.34'] };
      const problems = dnsProblems({
        domain: SHOP,
        report: dnsReport(
          SHOP,
          target,
          lookUps.map((found, index) => ({ resolver: `192.0.2.${index}`, lookUp: found })),
        ),
        zone: { kind: 'found', apex: 'example.com', servers: ofZone },
        dnssec: { kind: 'not-asked' },
        wildcard: undefined,
        neighbours: [],
        originResults: [],
      });
      expect(problems).toEqual([]);
    }),
  );
});
