import type { Action, Way } from '../../advice/action.ts';
import { concernsOperator } from '../../advice/concerns-operator.ts';
import { asTyped, isForProvider } from '../../providers/dns-provider.ts';
import type { Contact } from '../../setup/config.ts';
import { deedInWords } from '../../words/action.ts';
import type { Words } from '../../words/words.ts';
import type { ProviderStatus, Status } from '../status.ts';
import { contactLine } from './contact.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { fieldsOf } from './record-fields.ts';
import { said, sentence } from './said.ts';

/** What is to be done: one thing, with all that has to be typed for it, and below it what comes after. */
export function actionsPart(
  { domain, actions, zone, provider }: Status,
  contact: Contact,
  words: Words,
): Html {
  const [first, ...rest] = actions;
  if (first === undefined) return NOTHING;
  const about = { domain, provider, words };
  return html`<section aria-labelledby="actions">
<h2 id="actions">${said(words, 'page.actions.heading')}</h2>
<div class="card">
${applyLink(provider, words)}
${actionOf(first, about)}
${whereToSet(first, zone.apex, isForProvider(first) ? provider : null, words)}
${otherWaysOf(first, about)}
${rest.length === 0 ? NOTHING : html`<h3>${said(words, 'page.actions.afterwards')}</h3>\n${wayOf(rest, about)}`}
${concernsOperator(actions) ? contactLine(contact, words) : NOTHING}
</div>
</section>`;
}

/** What the words of an action depend on, beside itself. */
interface About {
  readonly domain: string;
  readonly provider: ProviderStatus | null;
  readonly words: Words;
}

/** The provider's own page, on which it says what it is about to do and asks whether to. */
function applyLink(provider: ProviderStatus | null, words: Words): Html {
  if (provider?.apply === undefined) return NOTHING;
  const { name, apply } = provider;
  return html`<p><a id="apply" class="button" href="${apply.url}" target="_blank" rel="noopener noreferrer">${said(words, 'page.actions.apply', { provider: isolated(name) })}</a></p>
<p>${said(words, 'page.actions.apply-at', { host: html`<code>${isolated(apply.host)}</code>` })}</p>`;
}

/** Of what is typed into the form of a DNS provider, which one. */
function whereToSet(
  action: Action,
  apex: string | null,
  provider: ProviderStatus | null,
  words: Words,
): Html {
  if (!('record' in action) || action.where !== 'dns-provider') return NOTHING;
  // Whoever runs the network knows where he keeps its DNS.
  if (action.who !== 'owner') return NOTHING;
  const isKnown = provider !== null && asTyped(action.record, provider) !== undefined;
  const atSign = action.record.host === '@' && !isKnown ? said(words, 'page.actions.at-sign') : NOTHING;
  return html`<p>${whereOf(apex, provider, words)}${atSign === NOTHING ? NOTHING : html`${words.language.betweenSentences}${atSign}`}</p>`;
}

function whereOf(apex: string | null, provider: ProviderStatus | null, words: Words): Html {
  if (apex === null) return said(words, 'page.actions.where-unknown');
  const zone = html`<strong class="name">${isolated(apex)}</strong>`;
  if (provider === null) return said(words, 'page.actions.where', { zone });
  return said(words, 'page.actions.where-at', {
    zone,
    provider: html`<strong>${isolated(provider.name)}</strong>`,
  });
}

function otherWaysOf({ or = [] }: Action, about: About): Html {
  const heading = said(about.words, 'page.actions.instead');
  return html`${or.map((way) => html`<h3>${heading}</h3>\n${wayOf(way, about)}`)}`;
}

function wayOf(way: Way, about: About): Html {
  return html`<ol class="steps">${way.map((action) => html`<li>${actionOf(action, about)}${otherWaysOf(action, about)}</li>`)}</ol>`;
}

function actionOf(action: Action, { domain, provider, words }: About): Html {
  const told = html`<p class="words">${sentence(deedInWords(action, domain, words))}</p>`;
  const isTyped = action.do === 'set' || action.do === 'change';
  return isTyped
    ? html`${told}\n<div class="record">${fieldsOf(action.record, 'to-copy', words, isForProvider(action) ? provider : null)}</div>`
    : told;
}
