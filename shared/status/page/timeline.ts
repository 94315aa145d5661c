import type { Words } from '../../words/words.ts';
import type { Status, TimelineStep } from '../status.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { said } from './said.ts';
import { timeOf } from './time.ts';

const MARKS: Readonly<Record<TimelineStep['state'], Mark>> = {
  done: 'right',
  current: 'waiting',
  ahead: 'ahead',
  failed: 'wrong',
};

export function timelinePart({ timeline, alias }: Status, words: Words): Html {
  if (timeline.length === 0) return NOTHING;
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">${said(words, 'page.timeline.heading')}</h2>
<ol class="card timeline">${timeline.map((step) => stepOf(step, alias, words))}</ol>
</section>`;
}

function stepOf({ step, state, at }: TimelineStep, alias: Status['alias'], words: Words): Html {
  const how =
    at === null
      ? said(words, `page.step.${state}`)
      : said(words, `page.step.${state}-at`, { time: timeOf(at, words) });
  return html`<li class="step step-${state}">${markOf(MARKS[state])}<div>
<h3>${said(words, `page.timeline.${step}`)}</h3>
<p>${how}</p>
${step === 'alias' ? aliasNote(alias, words) : NOTHING}
</div></li>`;
}

function aliasNote(alias: Status['alias'], words: Words): Html {
  return alias === 'listed' ? NOTHING : html`<p class="aside">${said(words, `page.alias.${alias}`)}</p>`;
}
