import type { Page } from '../../http/page.ts';
import type { Contact } from '../../setup/config.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { Status, Verdict } from '../status.ts';
import { actionsPart } from './actions.ts';
import { resolversPart, zonePart } from './answers.ts';
import { certificatePart } from './certificate.ts';
import { contactBelow, contactPart } from './contact.ts';
import { documentOf } from './document.ts';
import { filled, html, NOTHING } from './html.ts';
import { markOf } from './marks.ts';
import { problemsPart } from './problems.ts';
import { recordsPart } from './records.ts';
import { timeOf } from './time.ts';
import { timelinePart } from './timeline.ts';
import { titleOf, verdictPart } from './verdict.ts';

export { PAGE_HEADERS, type Page } from '../../http/page.ts';

const WORDS = ENGLISH.page;

const ICON_COLOURS: Readonly<Record<Verdict['kind'], string>> = {
  ready: '#17804a',
  waiting: '#2563c9',
  'action-needed': '#c2410c',
  'not-mapped': '#6b7280',
};

/**
 * The page of a domain, for its owner. It says everything without its script, which looks again while
 * something is still to happen.
 */
export function renderStatusPage(status: Status, contact: Contact = {}): Page {
  const { kind } = status.verdict;
  return documentOf({
    title: titleOf(status),
    iconColour: ICON_COLOURS[kind],
    script: 'with-script',
    body: html`<main tabindex="-1" class="${kind}"${isOpen(kind) ? html` data-refresh` : NOTHING}>
${verdictPart(status)}
<div class="wide">
${actionsPart(status, contact)}
${problemsPart(status, contact)}
${recordsPart(status)}
${resolversPart(status)}
${zonePart(status)}
${certificatePart(status)}
${timelinePart(status)}
${contactPart(contact)}
<p class="checked">${filled(WORDS.checked, { time: timeOf(status.checked_at) })}</p>
</div>
</main>
${FOOTER}`,
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
const FOOTER = html`<footer class="wide">
<p><a id="again" class="button" href="">${WORDS.lookAgain}</a> <button type="button" id="toggle" class="button" hidden>${WORDS.script.pause}</button></p>
<p id="state"></p>
<p id="live" class="unseen" role="status"></p>
</footer>`;

/** Why there is no status to be seen. */
export type PageProblem = keyof typeof WORDS.instead;

/** The page in the place of a status that cannot be shown. It tells nothing about any domain. */
export function renderProblemPage(problem: PageProblem, contact: Contact = {}): Page {
  const { title, sentence, remedy } = WORDS.instead[problem];
  return documentOf({
    title,
    iconColour: ICON_COLOURS['not-mapped'],
    script: 'without-script',
    body: html`<main class="not-mapped">
<header class="verdict"><div class="wide">
${markOf('absent')}
<div>
<h1><strong>${title}</strong></h1>
<p class="sentence">${sentence}</p>
<p>${remedy}</p>
${contactBelow(remedy, contact)}
</div>
</div></header>
</main>`,
  });
}
