import type { Contact } from '../../setup/config.ts';
import type { Words } from '../../words/words.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { said } from './said.ts';

/** Who the people are that run the site, and where they are asked; nothing where the operator has not said so. */
export function contactLine({ name, link }: Contact, words: Words): Html {
  if (name === undefined && link === undefined) return NOTHING;
  const key =
    link === undefined
      ? 'page.contact.named'
      : name === undefined
        ? 'page.contact.reached'
        : 'page.contact.named-and-reached';
  const places = {
    name: html`<strong>${isolated(name ?? '')}</strong>`,
    link:
      link === undefined ? NOTHING : html`<a href="${link}">${isolated(link.replace(/^mailto:/, ''))}</a>`,
  };
  return html`<p class="contact">${said(words, key, places)}</p>`;
}

/** At the end of the page. */
export function contactPart(contact: Contact, words: Words): Html {
  const line = contactLine(contact, words);
  return line === NOTHING
    ? NOTHING
    : html`<section aria-labelledby="contact">
<h2 id="contact">${said(words, 'page.contact.heading')}</h2>
${line}
</section>`;
}
