import type { Action, Way } from '../../advice/action.ts';
import type { Contact } from '../../setup/config.ts';
import { ENGLISH } from '../../words/english/english.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';

const WORDS = ENGLISH.page.contact;

/** Who the people are that run the site, and where they are asked; nothing where the operator has not said so. */
export function contactLine({ name, link }: Contact): Html {
  if (name === undefined && link === undefined) return NOTHING;
  const phrase =
    link === undefined ? WORDS.named : name === undefined ? WORDS.reached : WORDS.namedAndReached;
  const places = {
    name: html`<strong>${isolated(name ?? '')}</strong>`,
    link:
      link === undefined ? NOTHING : html`<a href="${link}">${isolated(link.replace(/^mailto:/, ''))}</a>`,
  };
  return html`<p class="contact">${filled(phrase, places)}</p>`;
}

/** Below a sentence that sends its reader to these people. */
export function contactBelow(sentence: string, contact: Contact): Html {
  return sentence.toLowerCase().includes(WORDS.inSentences) ? contactLine(contact) : NOTHING;
}

/** Below actions of which one is for these people, or is to ask them. */
export function contactForActions(way: Way, contact: Contact): Html {
  return way.some(isTheirs) ? contactLine(contact) : NOTHING;
}

function isTheirs(action: Action): boolean {
  const isNamed = action.who === 'operator' || (action.do === 'ask' && action.whom === 'operator');
  return isNamed || (action.or ?? []).some((way) => way.some(isTheirs));
}

/** At the end of the page. */
export function contactPart(contact: Contact): Html {
  const line = contactLine(contact);
  return line === NOTHING
    ? NOTHING
    : html`<section aria-labelledby="contact">
<h2 id="contact">${WORDS.heading}</h2>
${line}
</section>`;
}
