import { ENGLISH } from '../../words/english/english.ts';
import type { Status, TimelineStep } from '../status.ts';
import { filled, type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { timeOf } from './time.ts';

const WORDS = ENGLISH.page.timeline;

const MARKS: Readonly<Record<TimelineStep['state'], Mark>> = {
  done: 'right',
  current: 'waiting',
  ahead: 'ahead',
  failed: 'wrong',
};

export function timelinePart({ timeline, alias }: Status): Html {
  if (timeline.length === 0) return NOTHING;
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">${WORDS.heading}</h2>
<ol class="card timeline">${timeline.map((step) => stepOf(step, alias))}</ol>
</section>`;
}

function stepOf({ step, state, at }: TimelineStep, alias: Status['alias']): Html {
  return html`<li class="step step-${state}">${markOf(MARKS[state])}<div>
<h3>${WORDS.steps[step]}</h3>
<p>${at === null ? WORDS.states[state] : filled(WORDS.statesWithTime[state], { time: timeOf(at) })}</p>
${step === 'alias' ? aliasNote(alias) : NOTHING}
</div></li>`;
}

function aliasNote(alias: Status['alias']): Html {
  return alias === 'listed' ? NOTHING : html`<p class="aside">${WORDS.aliases[alias]}</p>`;
}
