import type { Certificate } from './verdict.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Let's Encrypt asks for renewal when a third of a certificate's life is left, which of 90 days is 30
 * (https://letsencrypt.org/docs/integration-guide/). With 20 of 90 left it is overdue.
 */
const DAYS_LEFT_AT_LEAST = 20;
const SHARE_LEFT_AT_LEAST = 20 / 90;

/**
 * Whether a certificate should have been renewed by now.
 *
 * There are two measures, which are to become one. They agree on a life of 90 days and more. Of a shorter one, `days`
 * calls overdue what is not even due: of 45 days, from the 25th on, though renewal comes on the 30th.
 *
 * @param measure `days`, by which the daily look goes: less than 20 of them are left. `days-or-share`, by which
 * problems are judged: less than 20 days are left, and less than as much of its life as that is of 90 days.
 */
export function isRenewalOverdue(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  now: Date,
  measure: 'days' | 'days-or-share',
): boolean {
  const share = (notAfter.getTime() - notBefore.getTime()) * SHARE_LEFT_AT_LEAST;
  const least = DAYS_LEFT_AT_LEAST * DAY;
  return timeLeft(notAfter, now) < (measure === 'days' ? least : Math.min(least, share));
}

/** How many whole days a certificate is still valid; negative after its end. */
export function wholeDaysLeft({ notAfter }: Pick<Certificate, 'notAfter'>, now: Date): number {
  return Math.floor(timeLeft(notAfter, now) / DAY);
}

function timeLeft(notAfter: Date, now: Date): number {
  return notAfter.getTime() - now.getTime();
}
