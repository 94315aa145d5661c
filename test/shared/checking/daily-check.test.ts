import { describe, expect, test } from '@jest/globals';
import type { CertificateVerdict } from '../../../shared/certificate/verdict.ts';
import { type Seen, whatIsSeen } from '../../../shared/checking/daily-check.ts';
import type { DnsVerdict } from '../../../shared/dns/verdict.ts';
import type { SettledStage } from '../../../shared/mapping/mapping.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const CERTIFICATE = {
  issuer: 'CN=Test',
  notBefore: new Date('2025-12-01T00:00:00Z'),
  notAfter: new Date('2026-03-01T00:00:00Z'),
  names: ['shop.example.com'],
  chain: [],
  distrust: undefined,
};

const RIGHT: CertificateVerdict = { kind: 'right', certificate: CERTIFICATE };
const WRONG: CertificateVerdict = { kind: 'wrong', problem: 'expired', certificate: CERTIFICATE };
const NOT_SEEN: CertificateVerdict = { kind: 'wrong', problem: 'no-route', certificate: undefined };
const SILENT: CertificateVerdict = { kind: 'wrong', problem: 'timeout', certificate: undefined };

const AS_KNOWN: Seen = { kind: 'as-known' };
const MOVED: Seen = { kind: 'moved' };
const MENDED: Seen = { kind: 'mended', certificate: CERTIFICATE };

describe('a look says', () => {
  test.each<[SettledStage, DnsVerdict, string, CertificateVerdict, Seen]>([
    ['done', 'pointing', 'right', RIGHT, AS_KNOWN],
    ['done', 'pointing', 'expired', WRONG, { kind: 'lost', problem: 'expired', certificate: CERTIFICATE }],
    ['done', 'pointing', 'silent', SILENT, { kind: 'lost', problem: 'timeout', certificate: undefined }],
    ['done', 'partly', 'right', RIGHT, MOVED],
    ['done', 'elsewhere', 'silent', SILENT, MOVED],
    ['done', 'missing', 'silent', SILENT, MOVED],
    ['done', 'unknown', 'right', RIGHT, AS_KNOWN],
    ['done', 'unknown', 'silent', SILENT, AS_KNOWN],
    ['failed', 'pointing', 'right', RIGHT, MENDED],
    ['failed', 'pointing', 'expired', WRONG, AS_KNOWN],
    ['failed', 'partly', 'right', RIGHT, AS_KNOWN],
    ['failed', 'missing', 'silent', SILENT, AS_KNOWN],
    ['failed', 'unknown', 'right', RIGHT, AS_KNOWN],
    ['ssl-failed', 'pointing', 'right', RIGHT, MENDED],
    ['ssl-failed', 'pointing', 'silent', SILENT, AS_KNOWN],
    ['ssl-failed', 'elsewhere', 'silent', SILENT, AS_KNOWN],
    ['done', 'pointing', 'not to be seen from here', NOT_SEEN, AS_KNOWN],
    ['ssl-failed', 'pointing', 'not to be seen from here', NOT_SEEN, AS_KNOWN],
  ])(
    'of a domain that was %s, with DNS %s and a certificate that is %s',
    (known, verdict, _is, certificate, seen) => {
      expect(whatIsSeen(known, { verdict }, certificate, NOW)).toEqual(seen);
    },
  );
});

describe('a certificate that ends in', () => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;

  test.each<[string, number, SettledStage, object]>([
    ['20 days is as it should be', 20 * DAY, 'done', { kind: 'as-known' }],
    ['a minute less has not been renewed', 20 * DAY - MINUTE, 'done', { kind: 'expiring', daysLeft: 19 }],
    ['an hour has 0 days left', 60 * MINUTE, 'done', { kind: 'expiring', daysLeft: 0 }],
    ['a day is good enough for a domain that had failed', DAY, 'ssl-failed', { kind: 'mended' }],
  ])('%s', (_what, left, known, seen) => {
    const notAfter = new Date(NOW.getTime() + left);
    const certificate = { ...CERTIFICATE, notBefore: new Date(notAfter.getTime() - 90 * DAY), notAfter };
    expect(whatIsSeen(known, { verdict: 'pointing' }, { kind: 'right', certificate }, NOW)).toMatchObject(
      seen,
    );
  });
});
