import { LANGUAGES, type Language } from '../../words/languages.ts';
import type { Words } from '../../words/words.ts';
import { type Html, html, NOTHING } from './html.ts';
import { said } from './said.ts';

/**
 * The other languages of a page, each by its own name. With only one there is nothing to choose.
 *
 * @param query of the page's address
 */
export function languageChoice(
  query: string,
  words: Words,
  languages: readonly Language[] = LANGUAGES,
): Html {
  if (languages.length < 2) return NOTHING;
  return html`<nav class="languages" aria-labelledby="languages"><span id="languages">${said(words, 'page.languages')}</span>
<ul>${languages.map((language) => html`<li>${choiceOf(language, query, words)}</li>`)}</ul></nav>
`;
}

function choiceOf({ tag, name, direction }: Language, query: string, { language }: Words): Html {
  return tag === language.tag
    ? html`<strong lang="${tag}" dir="${direction}" aria-current="true">${name}</strong>`
    : html`<a href="${addressIn(tag, query)}" lang="${tag}" hreflang="${tag}" dir="${direction}">${name}</a>`;
}

/** The same page, whose link is signed without its language. */
function addressIn(tag: string, query: string): string {
  const fields = new URLSearchParams(query);
  fields.set('lang', tag);
  return `?${fields}`;
}
