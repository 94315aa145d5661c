import { expect, test } from '@jest/globals';
import { isRenewalOverdue, wholeDaysLeft } from '../../../shared/certificate/expiry.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const certificate = (life: number, left: number) => ({
  notBefore: inDays(left - life),
  notAfter: inDays(left),
});

test.each<readonly [life: number, left: number, byDays: boolean, byDaysOrShare: boolean]>([
  [90, 20, false, false],
  [90, 19.99, true, true],
  [365, 20, false, false],
  [365, 19.99, true, true],
  // Where the two measures differ.
  [45, 19.99, true, false],
  [45, 10.01, true, false],
  [45, 9.99, true, true],
  [6, 5, true, false],
  [6, 1.3, true, true],
  [90, -1, true, true],
])('of a life of %d days %d are left: overdue by days %p, by days or share %p', (life, left, days, share) => {
  expect(isRenewalOverdue(certificate(life, left), NOW, 'days')).toBe(days);
  expect(isRenewalOverdue(certificate(life, left), NOW, 'days-or-share')).toBe(share);
});

test('a date that cannot be read is not overdue', () => {
  const unreadable = { notBefore: new Date(Number.NaN), notAfter: new Date(Number.NaN) };
  expect(isRenewalOverdue(unreadable, NOW, 'days')).toBe(false);
  expect(isRenewalOverdue(unreadable, NOW, 'days-or-share')).toBe(false);
});

test.each([
  [1, 1],
  [1.99, 1],
  [0.5, 0],
  [-0.5, -1],
])('%d days are %d whole ones', (left, whole) => {
  expect(wholeDaysLeft(certificate(90, left), NOW)).toBe(whole);
});
