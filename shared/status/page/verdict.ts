import { readable } from '../../domain/readable.ts';
import type { Words } from '../../words/words.ts';
import type { Status, Verdict } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { said, sentence, withoutMarkup } from './said.ts';
import { timeOf } from './time.ts';

type Kind = Verdict['kind'];

const MARKS: Readonly<Record<Kind, Mark>> = {
  ready: 'right',
  waiting: 'waiting',
  'action-needed': 'attention',
  'not-mapped': 'absent',
};

/** `shop.example.com: ready`. */
export function titleOf(status: Status, words: Words): string {
  return withoutMarkup(words.say(`page.title.${shownKind(status)}`, { domain: status.domain }));
}

/** The answer to the one question that everybody has. */
export function verdictPart(status: Status, words: Words): Html {
  const { domain, verdict, given_up } = status;
  const name = readable(domain);
  return html`<header class="verdict"><div class="wide">
${markOf(MARKS[verdict.kind])}
<div>
<h1>${isolated(name)} <strong>${said(words, `page.verdict.${shownKind(status)}`)}</strong></h1>
<p class="sentence">${sentence(status.sentence)}</p>
${verdict.kind === 'waiting' ? patience(verdict, words) : NOTHING}
${given_up === null ? NOTHING : html`<p class="aside">${givenUp(given_up, status.checked_at, words)}</p>`}
${name === domain ? NOTHING : html`<p class="aside">${said(words, 'page.name-in-dns', { name: html`<code>${isolated(domain)}</code>` })}</p>`}
</div>
</div></header>`;
}

/** The page is read by the owner: that others have something to do is no call to him. */
function shownKind({ verdict, turn }: Status): Kind | 'others-turn' {
  const isOthersTurn = verdict.kind === 'action-needed' && turn !== null && turn !== 'owner';
  return isOthersTurn ? 'others-turn' : verdict.kind;
}

function givenUp({ since, next }: NonNullable<Status['given_up']>, now: string, words: Words): Html {
  const begun = timeOf(since, words);
  return next === now
    ? said(words, 'page.followed-again', { since: begun })
    : said(words, 'page.given-up', { since: begun, next: timeOf(next, words) });
}

function patience({ for: what, until }: Verdict & { kind: 'waiting' }, words: Words): Html {
  const end =
    until === null
      ? NOTHING
      : html`<div><dt>${said(words, 'page.tried-until')}</dt><dd>${timeOf(until, words)}</dd></div>`;
  return html`<dl class="patience"><div><dt>${said(words, 'page.waiting-for')}</dt><dd>${sentence(what)}</dd></div>${end}</dl>`;
}
