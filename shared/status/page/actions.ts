import type { Action, Way } from '../../advice/action.ts';
import type { Contact } from '../../setup/config.ts';
import { deedInWords } from '../../words/action.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { Status } from '../status.ts';
import { contactForActions } from './contact.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { fieldsOf } from './record-fields.ts';
import { timeOf } from './time.ts';

const WORDS = ENGLISH.page.actions;

/** What is to be done: one thing, with all that has to be typed for it, and below it what comes after. */
export function actionsPart({ domain, actions, zone }: Status, contact: Contact): Html {
  const [first, ...rest] = actions;
  if (first === undefined) return NOTHING;
  return html`<section aria-labelledby="actions">
<h2 id="actions">${WORDS.heading}</h2>
<div class="card">
${actionOf(first, domain)}
${whereToSet(first, zone.apex)}
${otherWaysOf(first, domain)}
${rest.length === 0 ? NOTHING : html`<h3>${WORDS.afterwards}</h3>\n${wayOf(rest, domain)}`}
${contactForActions(actions, contact)}
</div>
</section>`;
}

/** Of what is typed into the form of a DNS provider, which one. */
function whereToSet(action: Action, apex: string | null): Html {
  if (!('record' in action) || action.where !== 'dns-provider') return NOTHING;
  // Whoever runs the network knows where he keeps its DNS.
  if (action.who !== 'owner') return NOTHING;
  const where =
    apex === null
      ? html`${WORDS.whereToSetIn}`
      : filled(WORDS.whereToSet, { zone: html`<strong class="name">${isolated(apex)}</strong>` });
  return html`<p>${where}${action.record.host === '@' ? html` ${WORDS.atSign}` : NOTHING}</p>`;
}

function otherWaysOf({ or = [] }: Action, domain: string): Html {
  return html`${or.map((way) => html`<h3>${WORDS.instead}</h3>\n${wayOf(way, domain)}`)}`;
}

function wayOf(way: Way, domain: string): Html {
  return html`<ol class="steps">${way.map((action) => html`<li>${actionOf(action, domain)}${otherWaysOf(action, domain)}</li>`)}</ol>`;
}

function actionOf(action: Action, domain: string): Html {
  const words =
    action.do === 'wait'
      ? filled(WORDS.waitUntil, { time: timeOf(action.until) })
      : deedInWords(action, domain);
  const sentence = html`<p class="words">${words}</p>`;
  const isTyped = action.do === 'set' || action.do === 'change';
  return isTyped
    ? html`${sentence}\n<div class="record">${fieldsOf(action.record, 'to-copy')}</div>`
    : sentence;
}
