// How English writes lists, durations, dates and times in a text.

/** More of a kind are not named one by one. */
const MOST_NAMED = 10;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A list that a person can read to its end: `a, b and c`, `a, b and 30 more`. */
export function fewInWords(items: readonly string[], most = MOST_NAMED): string {
  if (items.length <= most) return listInWords(items);
  return listInWords([...items.slice(0, most), `${items.length - most} more`]);
}

/** A time to wait, in whole units and rather too long than too short: `a minute`, `40 minutes`, `2 hours`. */
export function durationInWords(seconds: number): string {
  if (seconds <= MINUTE) return 'a minute';
  if (seconds < HOUR) return `${Math.ceil(seconds / MINUTE)} minutes`;
  if (seconds === HOUR) return 'an hour';
  if (seconds <= 2 * DAY) return `${Math.ceil(seconds / HOUR)} hours`;
  return `${Math.ceil(seconds / DAY)} days`;
}

/** `09:05 UTC on 2026-01-05`: log entries are read days later. */
export function timeInWords(time: Date | string): string {
  const [day, clock = ''] = new Date(time).toISOString().split('T');
  return `${clock.slice(0, 5)} UTC on ${day}`;
}

/** A date out of a certificate; what is written there may be none. */
export function dateInWords(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'a time that cannot be read' : timeInWords(date);
}
