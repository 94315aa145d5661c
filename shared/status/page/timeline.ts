import type { Status, TimelineStep } from '../status.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { timeOf } from './time.ts';

const STEPS: Readonly<Record<TimelineStep['step'], string>> = {
  mapped: 'Mapped to the site',
  alias: 'Known to the hosting',
  dns: 'DNS points here',
  certificate: 'Certificate issued',
  done: 'Ready',
};

const STATES: Readonly<Record<TimelineStep['state'], { readonly mark: Mark; readonly words: string }>> = {
  done: { mark: 'right', words: 'Done' },
  current: { mark: 'waiting', words: 'Waiting' },
  ahead: { mark: 'ahead', words: 'To come' },
  failed: { mark: 'wrong', words: 'Failed' },
};

const ALIASES: Readonly<Record<Status['alias'], Html>> = {
  listed: NOTHING,
  'not-listed': html`<p class="aside">Not in the hosting’s list</p>`,
  'not-needed': html`<p class="aside">Not needed for this name</p>`,
  unknown: html`<p class="aside">The hosting’s list could not be read</p>`,
};

export function timelinePart({ timeline, alias }: Status): Html {
  if (timeline.length === 0) return NOTHING;
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">How far it is</h2>
<ol class="card timeline">${timeline.map((step) => stepOf(step, alias))}</ol>
</section>`;
}

function stepOf({ step, state, at }: TimelineStep, alias: Status['alias']): Html {
  const { mark, words } = STATES[state];
  const since = state === 'current' ? ' since ' : ' ';
  return html`<li class="step step-${state}">${markOf(mark)}<div>
<h3>${STEPS[step]}</h3>
<p>${words}${at === null ? NOTHING : html`${since}${timeOf(at)}`}</p>
${step === 'alias' ? ALIASES[alias] : NOTHING}
</div></li>`;
}
