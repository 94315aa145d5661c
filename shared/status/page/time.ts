import { ENGLISH } from '../../words/english/english.ts';
import { type Html, html } from './html.ts';

/** The same form as the script's, which puts the reader's own time in its place. */
const IN_UTC = new Intl.DateTimeFormat(ENGLISH.locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** A time for a person: `5 Jan 2026, 09:05 UTC`. What is no time stands as it came. */
export function timeOf(time: string): Html {
  const date = new Date(time);
  const text = Number.isNaN(date.getTime()) ? time : IN_UTC.format(date);
  return html`<time datetime="${time}">${text}</time>`;
}
