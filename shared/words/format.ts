import { markedTime } from './isolate.ts';
import type { Form, Inserted, Phrase, Words } from './phrase.ts';

// How lists, durations, dates and times are written in a text.

/** More of a kind are not named one by one. */
const MOST_NAMED = 10;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `a, b and c`, or with many `a, b and 30 more`. */
export function fewIn({ list, say }: Words, items: readonly string[], most = MOST_NAMED): Phrase {
  if (items.length <= most) return list(items);
  const more: Inserted = { phrase: say('list.more', { count: items.length - most }) };
  return list([...items.slice(0, most), more]);
}

/** In whole units and rather too long than too short: `a minute`, `40 minutes`, `2 hours`. */
export function durationIn({ say }: Words, seconds: number): Phrase {
  if (seconds < HOUR) {
    return { phrase: say('duration.minutes', { count: Math.max(1, Math.ceil(seconds / MINUTE)) }) };
  }
  if (seconds <= 2 * DAY) return { phrase: say('duration.hours', { count: Math.ceil(seconds / HOUR) }) };
  return { phrase: say('duration.days', { count: Math.ceil(seconds / DAY) }) };
}

/**
 * What is written in a certificate may be no time. In a log, English is as its other entries; on a page a script puts the
 * reader's own time in its place.
 */
export function timeIn({ language, say }: Words, time: Date | string, form: Form): Phrase {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return { phrase: say('date.unreadable') };
  if (form === 'plain' && language.tag === 'en') return { phrase: timeInWords(date) };
  const written = dateFormatOf(language.locale).format(date);
  return { phrase: form === 'page' ? markedTime(date, written) : written };
}

/** To make one loads what is known of the locale: that is done when it is first needed, and once. */
function oncePerLocale<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const made = new Map<string, Format>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

/** `a, b and c`. */
export const listFormatOf = oncePerLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** The Gregorian calendar everywhere: it is the one of certificates, and of the panels of hosts. */
export const dateFormatOf = oncePerLocale(
  (locale) => new Intl.DateTimeFormat(locale, { ...DATE_FORM, timeZone: 'UTC' }),
);

export const DATE_FORM = {
  calendar: 'gregory',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions;

/** `a`, `a and b`, `a, b and c`, in the English of the log. */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `09:05 UTC on 2026-01-05`: log entries are read days later. */
export function timeInWords(time: Date | string): string {
  const [day, clock = ''] = new Date(time).toISOString().split('T');
  return `${clock.slice(0, 5)} UTC on ${day}`;
}
