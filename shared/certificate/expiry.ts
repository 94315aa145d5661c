import type { Certificate } from './verdict.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Let's Encrypt asks for renewal when a third of a certificate's life is left, which of 90 days is 30
 * (https://letsencrypt.org/docs/integration-guide/). With 20 of 90 left it is overdue.
 */
const DAYS_LEFT_AT_LEAST = 20;
const SHARE_LEFT_AT_LEAST = 2 / 9;

/**
 * Whether a certificate should have been renewed by now: less is left than the smaller of 20 days and two ninths of
 * its life.
 *
 * | a life of | is due with, for renewal at two thirds | is overdue with less than |
 * | --- | --- | --- |
 * | 90 days | 30 days left | 20 days |
 * | 64 days | 21.3 days | 14.2 days |
 * | 45 days | 15 days | 10 days |
 * | 6 days | 2 days | 1.33 days |
 */
export function isRenewalOverdue(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  now: Date,
): boolean {
  const share = (notAfter.getTime() - notBefore.getTime()) * SHARE_LEFT_AT_LEAST;
  return timeLeft(notAfter, now) < Math.min(DAYS_LEFT_AT_LEAST * DAY, share);
}

/** How many whole days a certificate is still valid; negative after its end. */
export function wholeDaysLeft({ notAfter }: Pick<Certificate, 'notAfter'>, now: Date): number {
  return Math.floor(timeLeft(notAfter, now) / DAY);
}

function timeLeft(notAfter: Date, now: Date): number {
  return notAfter.getTime() - now.getTime();
}
