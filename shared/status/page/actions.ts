import type { Action, Way } from '../../advice/action.ts';
import { asTyped, isForProvider } from '../../providers/dns-provider.ts';
import type { Contact } from '../../setup/config.ts';
import { deedInWords } from '../../words/action.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { ProviderStatus, Status } from '../status.ts';
import { contactForActions } from './contact.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { fieldsOf } from './record-fields.ts';
import { timeOf } from './time.ts';

const WORDS = ENGLISH.page.actions;
const PROVIDER_WORDS = ENGLISH.providers.page;

/** What is to be done: one thing, with all that has to be typed for it, and below it what comes after. */
export function actionsPart({ domain, actions, zone, provider }: Status, contact: Contact): Html {
  const [first, ...rest] = actions;
  if (first === undefined) return NOTHING;
  return html`<section aria-labelledby="actions">
<h2 id="actions">${WORDS.heading}</h2>
<div class="card">
${applyLink(provider)}
${actionOf(first, domain, provider)}
${whereToSet(first, zone.apex, isForProvider(first) ? provider : null)}
${otherWaysOf(first, domain, provider)}
${rest.length === 0 ? NOTHING : html`<h3>${WORDS.afterwards}</h3>\n${wayOf(rest, domain, provider)}`}
${contactForActions(actions, contact)}
</div>
</section>`;
}

/** The provider's own page, on which it says what it is about to do and asks whether to. */
function applyLink(provider: ProviderStatus | null): Html {
  if (provider?.apply === undefined) return NOTHING;
  const { name, apply } = provider;
  return html`<p><a id="apply" class="button" href="${apply.url}" target="_blank" rel="noopener noreferrer">${filled(PROVIDER_WORDS.apply, { provider: isolated(name) })}</a></p>
<p>${filled(PROVIDER_WORDS.applyAt, { host: html`<code>${isolated(apply.host)}</code>` })}</p>`;
}

/** Of what is typed into the form of a DNS provider, which one. */
function whereToSet(action: Action, apex: string | null, provider: ProviderStatus | null): Html {
  if (!('record' in action) || action.where !== 'dns-provider') return NOTHING;
  // Whoever runs the network knows where he keeps its DNS.
  if (action.who !== 'owner') return NOTHING;
  const where =
    apex === null
      ? html`${WORDS.whereToSetIn}`
      : filled(provider === null ? WORDS.whereToSet : PROVIDER_WORDS.whereToSet, {
          zone: html`<strong class="name">${isolated(apex)}</strong>`,
          provider: html`<strong>${isolated(provider?.name ?? '')}</strong>`,
        });
  const isKnown = provider !== null && asTyped(action.record, provider) !== undefined;
  return html`<p>${where}${action.record.host === '@' && !isKnown ? html` ${WORDS.atSign}` : NOTHING}</p>`;
}

function otherWaysOf({ or = [] }: Action, domain: string, provider: ProviderStatus | null): Html {
  return html`${or.map((way) => html`<h3>${WORDS.instead}</h3>\n${wayOf(way, domain, provider)}`)}`;
}

function wayOf(way: Way, domain: string, provider: ProviderStatus | null): Html {
  return html`<ol class="steps">${way.map((action) => html`<li>${actionOf(action, domain, provider)}${otherWaysOf(action, domain, provider)}</li>`)}</ol>`;
}

function actionOf(action: Action, domain: string, provider: ProviderStatus | null): Html {
  const words =
    action.do === 'wait'
      ? filled(WORDS.waitUntil, { time: timeOf(action.until) })
      : deedInWords(action, domain);
  const sentence = html`<p class="words">${words}</p>`;
  const isTyped = action.do === 'set' || action.do === 'change';
  return isTyped
    ? html`${sentence}\n<div class="record">${fieldsOf(action.record, 'to-copy', isForProvider(action) ? provider : null)}</div>`
    : sentence;
}
