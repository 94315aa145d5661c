import type { LookUp } from '../dns/resolve-addresses.ts';
import { isWithin } from '../domain/name-tree.ts';
import { listInWords, lookUpInWords, timeInWords } from './format.ts';

/** More of a kind are not named one by one. */
const MOST_NAMED = 10;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A list that a person can read to its end: `a, b and c`, `a, b and 30 more`. */
export function fewInWords(items: readonly string[]): string {
  if (items.length <= MOST_NAMED) return listInWords(items);
  const rest = items.length - MOST_NAMED;
  return listInWords([...items.slice(0, MOST_NAMED), `${rest} more`]);
}

/** A time to wait, in whole units and rather too long than too short: `a minute`, `40 minutes`, `2 hours`. */
export function durationInWords(seconds: number): string {
  if (seconds <= MINUTE) return 'a minute';
  if (seconds < HOUR) return `${Math.ceil(seconds / MINUTE)} minutes`;
  if (seconds === HOUR) return 'an hour';
  if (seconds <= 2 * DAY) return `${Math.ceil(seconds / HOUR)} hours`;
  return `${Math.ceil(seconds / DAY)} days`;
}

/** What a zone's own server says. Of an alias that leaves the zone, it does not know where that ends. */
export function ownAnswerInWords(lookUp: LookUp, apex: string): string {
  const end = lookUp.chain.at(-1);
  const leaves = lookUp.kind === 'no-records' && end !== undefined && !isWithin(end, apex);
  return leaves ? `a CNAME to ${end}` : lookUpInWords(lookUp);
}

/** A date out of a certificate; what is written there may be none. */
export function dateInWords(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'a time that cannot be read' : timeInWords(date);
}
