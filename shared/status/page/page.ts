import type { Page } from '../../http/page.ts';
import type { Contact } from '../../setup/config.ts';
import { ENGLISH } from '../../words/en/en.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../words/languages.ts';
import { createWords, type Words } from '../../words/words.ts';
import type { Status, Verdict } from '../status.ts';
import { actionsPart } from './actions.ts';
import { resolversPart, zonePart } from './answers.ts';
import { certificatePart } from './certificate.ts';
import { contactLine, contactPart } from './contact.ts';
import { documentOf } from './document.ts';
import { type Html, html, NOTHING } from './html.ts';
import { languageChoice } from './languages.ts';
import { markOf } from './marks.ts';
import { problemsPart } from './problems.ts';
import { recordsPart } from './records.ts';
import { said, withoutMarkup } from './said.ts';
import { timeOf } from './time.ts';
import { timelinePart } from './timeline.ts';
import { titleOf, verdictPart } from './verdict.ts';

export { PAGE_HEADERS, type Page } from '../../http/page.ts';

/** Who reads a page, and how he came to it. */
export interface Reader {
  /** In the form of a page. */
  readonly words: Words;
  /** Of the page's address. */
  readonly query: string;
  /** What he can choose from: all that there are, where that is left out. */
  readonly languages?: readonly Language[];
}

const ENGLISH_READER: Reader = { words: createWords(DEFAULT_LANGUAGE, ENGLISH, 'page'), query: '' };

const ICON_COLOURS: Readonly<Record<Verdict['kind'], string>> = {
  ready: '#17804a',
  waiting: '#2563c9',
  'action-needed': '#c2410c',
  'not-mapped': '#6b7280',
};

/**
 * The page of a domain, for its owner. It says everything without its script, which looks again while
 * something is still to happen.
 *
 * @param status in the words of the reader
 */
export function renderStatusPage(status: Status, contact: Contact = {}, reader = ENGLISH_READER): Page {
  const { kind } = status.verdict;
  const { words } = reader;
  return documentOf({
    title: titleOf(status, words),
    iconColour: ICON_COLOURS[kind],
    script: 'with-script',
    words,
    body: html`<main tabindex="-1" class="${kind}"${isOpen(kind) ? html` data-refresh` : NOTHING}>
${verdictPart(status, words)}
<div class="wide">
${actionsPart(status, contact, words)}
${problemsPart(status, contact, words)}
${recordsPart(status, words)}
${resolversPart(status, words)}
${zonePart(status, words)}
${certificatePart(status, words)}
${timelinePart(status, words)}
${contactPart(contact, words)}
<p class="checked">${said(words, 'page.checked', { time: timeOf(status.checked_at, words) })}</p>
</div>
</main>
${footer(reader)}`,
  });
}

/** Whether the answer may become another one while somebody has the page open. */
function isOpen(kind: Verdict['kind']): boolean {
  return kind === 'waiting' || kind === 'action-needed';
}

/**
 * Outside `<main>`, which the script replaces. An empty address is the page's own, with its query (RFC 3986,
 * 4.4).
 */
function footer({ words, query, languages }: Reader): Html {
  return html`<footer class="wide">
<p><a id="again" class="button" href="">${said(words, 'page.look-again')}</a> <button type="button" id="toggle" class="button" hidden>${said(words, 'page.script.pause')}</button></p>
<p id="state"></p>
<p id="live" class="unseen" role="status"></p>
${languageChoice(query, words, languages)}</footer>`;
}

/** Why there is no status to be seen. */
export type PageProblem = 'expired' | 'wrong' | 'busy' | 'unavailable';

/** Of which of them the people who run the site are to be told. */
const CONCERNS_OPERATOR: Readonly<Record<PageProblem, boolean>> = {
  expired: true,
  wrong: true,
  busy: false,
  unavailable: true,
};

/** The page in the place of a status that cannot be shown. It tells nothing about any domain. */
export function renderProblemPage(
  problem: PageProblem,
  contact: Contact = {},
  reader = ENGLISH_READER,
): Page {
  const { words } = reader;
  const title = `page.${problem}.title` as const;
  return documentOf({
    title: withoutMarkup(words.say(title)),
    iconColour: ICON_COLOURS['not-mapped'],
    script: 'without-script',
    words,
    body: html`<main class="not-mapped">
<header class="verdict"><div class="wide">
${markOf('absent')}
<div>
<h1><strong>${said(words, title)}</strong></h1>
<p class="sentence">${said(words, `page.${problem}.sentence`)}</p>
<p>${said(words, `page.${problem}.remedy`)}</p>
${CONCERNS_OPERATOR[problem] ? contactLine(contact, words) : NOTHING}
</div>
</div></header>
</main>`,
  });
}
