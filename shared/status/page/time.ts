import { dateFormatOf } from '../../words/format.ts';
import type { Words } from '../../words/words.ts';
import { type Html, html } from './html.ts';

/**
 * A time for a person: `5 Jan 2026, 09:05 UTC`, in whose place the script puts the reader's own time in the same form.
 * What is no time stands as it came.
 */
export function timeOf(time: string, { language }: Words): Html {
  const date = new Date(time);
  const text = Number.isNaN(date.getTime()) ? time : dateFormatOf(language.locale).format(date);
  return html`<time datetime="${time}">${text}</time>`;
}
