import { describe, expect, test } from '@jest/globals';
import { isRenewalOverdue, wholeDaysLeft } from '../../../shared/certificate/expiry.ts';
import { whatIsSeen } from '../../../shared/checking/daily-check.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { certificateEvidence, shown } from '../diagnosis/certificate-scenes.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const MINUTE = 60_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * MINUTE);
const certificate = (life: number, left: number) => ({
  notBefore: inDays(left - life),
  notAfter: inDays(left),
});

describe('the renewal of a certificate that lives for', () => {
  test.each<readonly [life: number, left: number, isOverdue: boolean]>([
    [90, 20, false],
    [90, 19.99, true],
    [365, 20, false],
    [365, 19.99, true],
    [64, 14.23, false],
    [64, 14.22, true],
    [45, 10, false],
    [45, 9.99, true],
    [6, 1.34, false],
    [6, 1.33, true],
    [90, -1, true],
  ])('%d days, of which %d are left, is overdue: %p', (life, left, isOverdue) => {
    expect(isRenewalOverdue(certificate(life, left), NOW)).toBe(isOverdue);
  });

  // Where renewal comes at two thirds of the life, by a scheduler that comes once a day.
  test.each([45, 64, 90])('%d days is not overdue a day after two thirds of it', (life) => {
    expect(isRenewalOverdue(certificate(life, life / 3 - 1), NOW)).toBe(false);
  });

  test('6 days is not overdue half a day after two thirds of it', () => {
    expect(isRenewalOverdue(certificate(6, 1.5), NOW)).toBe(false);
  });
});

test.each([6, 45, 64, 90, 365])(
  'of a life of %d days, the log calls expiring what the page does, to the hour',
  (life) => {
    for (let hours = 1; hours < 24 * Math.min(life, 30); hours += 1) {
      const dates = certificate(life, hours / 24);
      const handshake = shown(dates);
      if (handshake.kind !== 'certificate') throw new Error('it shows a certificate');
      const onPage = certificateProblems(certificateEvidence([handshake])).map(({ code }) => code);
      const right = { kind: 'right', certificate: handshake.certificate } as const;
      const inLog = whatIsSeen('done', { verdict: 'pointing' }, right, NOW).kind;
      expect([hours, onPage.includes('expiring-soon')]).toEqual([hours, inLog === 'expiring']);
    }
  },
);

test('a date that cannot be read is not overdue', () => {
  const unreadable = { notBefore: new Date(Number.NaN), notAfter: new Date(Number.NaN) };
  expect(isRenewalOverdue(unreadable, NOW)).toBe(false);
});

test.each([
  [1, 1],
  [1.99, 1],
  [0.5, 0],
  [-0.5, -1],
])('%d days are %d whole ones', (left, whole) => {
  expect(wholeDaysLeft(certificate(90, left), NOW)).toBe(whole);
});
