import type { MessageKey } from '../../words/catalog.ts';
import { atIsolates } from '../../words/isolate.ts';
import type { Inserted, Words } from '../../words/words.ts';
import { type Html, html, isolated } from './html.ts';

/** A message of the catalog, its places filled with texts or with markup. */
export function said(
  words: Words,
  key: MessageKey,
  places: Readonly<Record<string, Inserted | Html>> = {},
): Html {
  const parts = words.parts<Html>(key, places);
  return html`${parts.map((part) => (typeof part === 'string' ? sentence(part) : part))}`;
}

/** What has been said in the form of the page: each value in it is marked up as such. */
export function sentence(text: string): Html {
  return html`${atIsolates(text).map((part, index) => (index % 2 === 0 ? html`${part}` : isolated(part)))}`;
}

/** Where there can be no markup: in a title. */
export function withoutMarkup(text: string): string {
  return atIsolates(text).join('');
}
