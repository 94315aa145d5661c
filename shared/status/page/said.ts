import type { MessageKey } from '../../words/catalog.ts';
import { partsOfSentence, type SentencePart } from '../../words/isolate.ts';
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

/** What has been said in the form of the page: each value and each time in it is marked up as such. */
export function sentence(text: string): Html {
  return html`${partsOfSentence(text).map(markedUp)}`;
}

function markedUp(part: SentencePart): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'value':
      return isolated(part.text);
    case 'time':
      return html`<time datetime="${part.time}">${part.text}</time>`;
  }
}

/** Where there can be no markup: in a title. */
export function withoutMarkup(text: string): string {
  return partsOfSentence(text)
    .map((part) => part.text)
    .join('');
}
