import { describe, expect, test } from '@jest/globals';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import { fitting } from '../../../shared/logging/fit.ts';
import { createLog } from '../../../shared/logging/log.ts';
import { type DnsNotRight, dnsPending, dnsReady } from '../../../shared/logging/mapping-entries.ts';
import { toBoth } from '../../support/look-ups.ts';
import { domain } from '../../support/net-domain.ts';
import { dnsEvidence } from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');
const NEXT = { stage: 'checking-dns', visit: 2, task: 't', scheduled_for: '2026-01-05T09:00:00Z' } as const;
const LIMIT = 64 * 1024;

function lineOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const output = { write: (line: string) => lines.push(line) > 0 };
  write(createLog({ project: 'demo', redact: (text) => text, now: () => new Date(0), output }));
  // The library says once in a process what it is, in a line of its own.
  return lines.flatMap((line) => line.split('\n')).find((line) => line.includes('"event"')) ?? '';
}

const manyAddresses = Array.from({ length: 4_000 }, (_, n) => `198.51.${n >> 8}.${n & 0xff}`);
/** As long as a name may be, of bytes that JSON writes with six characters each. */
const longName = `${'\u0001'.repeat(62)}.${'\u0002'.repeat(62)}.${'\u0003'.repeat(62)}.example`;

describe('an entry is no larger than 64 KiB, whatever is in the DNS:', () => {
  test.each([
    ['4,000 addresses', manyAddresses, []],
    ['an alias to 4,000 addresses', manyAddresses, ['many.example.net']],
    ['a chain of 16 names of binary', manyAddresses.slice(0, 40), Array(16).fill(longName)],
  ])('%s', (_, addresses, chain) => {
    const seen = toBoth({ kind: 'addresses', chain, addresses, ttl: 60 });
    const evidence = dnsEvidence(Array(3).fill(seen));
    const resolvers = Array.from({ length: 20 }, (_each, n) => ({ resolver: `192.0.2.${n}`, lookUp: seen }));
    const report = dnsReport(SHOP, evidence.report.target, resolvers);
    const found: DnsNotRight = {
      report,
      problems: dnsProblems({ ...evidence, report }),
      secondsSinceMapped: 1,
      seenAt: new Date(0),
    };
    for (const entry of [
      dnsPending(SHOP, found, NEXT),
      dnsReady(SHOP, { leadsHere: 'by-a-proxy', report }),
    ]) {
      const line = lineOf((log) => log.write(entry));
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(LIMIT);
      expect(JSON.parse(line)).toMatchObject({ event: entry.event });
    }
  });

  test('its lists have the first 10, and how many more there are', () => {
    const seen = toBoth({ kind: 'addresses', chain: [], addresses: manyAddresses, ttl: 60 });
    const { report } = dnsEvidence([seen]);
    const entry = dnsPending(
      SHOP,
      { report, problems: [], secondsSinceMapped: 1, seenAt: new Date(0) },
      NEXT,
    );
    expect(entry.fields).toMatchObject({
      resolvers: Array(3).fill({ addresses: manyAddresses.slice(0, 10), more_addresses: 3_990 }),
    });
    expect(entry.message).toContain('198.51.0.9 and 3990 more');
  });
});

describe('what does not fit', () => {
  test('is left as it is where it does', () => {
    const payload = { message: 'x'.repeat(60_000), list: Array(50).fill('y') };
    expect(fitting(payload)).toBe(payload);
  });

  test.each<readonly [string, object, object]>([
    [
      'a long list',
      { list: Array(9_000).fill('item-item') },
      { list: [...Array(100).fill('item-item'), '… and 8900 more'] },
    ],
    ['a long text', { text: 'x'.repeat(70_000) }, { text: `${'x'.repeat(4_000)}…` }],
    [
      'deep inside',
      { a: { b: [{ c: 'x'.repeat(70_000) }] } },
      { a: { b: [{ c: `${'x'.repeat(4_000)}…` }] } },
    ],
  ])('is cut: %s', (_, payload, cut) => {
    expect(fitting(payload)).toEqual(cut);
  });

  test('is cut further, and loses what is no text, before it is too large', () => {
    const payload = {
      message: 'a sentence',
      ...Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`field${n}`, { text: 'x'.repeat(300) }])),
    };
    const cut = fitting(payload);
    expect(cut).toMatchObject({ message: 'a sentence' });
    expect(Buffer.byteLength(JSON.stringify(cut))).toBeLessThan(LIMIT);
  });

  test('keeps no half of a character', () => {
    const text = `${'x'.repeat(3_999)}😀${'x'.repeat(70_000)}`;
    expect((fitting({ text }) as { text: string }).text.isWellFormed()).toBe(true);
  });
});
