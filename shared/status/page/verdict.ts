import { domainToUnicode } from 'node:url';
import { ENGLISH } from '../../words/english/english.ts';
import type { Status, Verdict } from '../status.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { timeOf } from './time.ts';

type Kind = Verdict['kind'];

const { titles: TITLES, verdict: WORDS } = ENGLISH.page;

const MARKS: Readonly<Record<Kind, Mark>> = {
  ready: 'right',
  waiting: 'waiting',
  'action-needed': 'attention',
  'not-mapped': 'absent',
};

/** `shop.example.com: ready`. */
export function titleOf(status: Status): string {
  return TITLES[isOthersTurn(status) ? 'othersTurn' : status.verdict.kind](readable(status.domain));
}

/** The answer to the one question that everybody has. */
export function verdictPart(status: Status): Html {
  const { domain, verdict, sentence, given_up, checked_at } = status;
  const { kind } = verdict;
  const inDns = { name: html`<code>${domain}</code>` };
  return html`<header class="verdict"><div class="wide">
${markOf(MARKS[kind])}
<div>
<h1>${isolated(readable(domain))} <strong>${WORDS.words[isOthersTurn(status) ? 'othersTurn' : kind]}</strong></h1>
<p class="sentence">${sentence}</p>
${kind === 'waiting' ? patience(verdict) : NOTHING}
${given_up === null ? NOTHING : html`<p class="aside">${filled(given_up.next === checked_at ? WORDS.followedAgain : WORDS.givenUp, { since: timeOf(given_up.since), next: timeOf(given_up.next) })}</p>`}
${isInternational(domain) ? html`<p class="aside">${filled(WORDS.nameInDns, inDns)}</p>` : NOTHING}
</div>
</div></header>`;
}

/** Whether something has to be done, and nothing of it by the owner of the domain. */
function isOthersTurn({ verdict, actions }: Status): boolean {
  if (verdict.kind !== 'action-needed' || actions.length === 0) return false;
  return actions.every(({ who }) => who !== 'owner');
}

function patience({ for: what, until }: Verdict & { kind: 'waiting' }): Html {
  const end =
    until === null ? NOTHING : html`<div><dt>${WORDS.triedUntil}</dt><dd>${timeOf(until)}</dd></div>`;
  return html`<dl class="patience"><div><dt>${WORDS.waitingFor}</dt><dd>${what}</dd></div>${end}</dl>`;
}

/** The name as its owner writes it: in Unicode, where it is an internationalised one (RFC 5890). */
function readable(domain: string): string {
  return (isInternational(domain) && domainToUnicode(domain)) || domain;
}

function isInternational(domain: string): boolean {
  return /(^|\.)xn--/.test(domain);
}
