import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { Contact } from '../../setup/config.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { ProblemInWords } from '../../words/problem.ts';
import type { Status } from '../status.ts';
import { contactBelow } from './contact.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';

const WORDS = ENGLISH.page.problems;

const MARKS: Readonly<Record<Severity, Mark>> = {
  fatal: 'wrong',
  warning: 'attention',
  info: 'information',
};

export function problemsPart({ verdict, problems, actions }: Status, contact: Contact): Html {
  if (problems.length === 0) return NOTHING;
  const isToldAbove = (code: string) => actions.some((action) => action.code === code);
  return html`<section aria-labelledby="problems">
<h2 id="problems">${verdict.kind === 'action-needed' ? WORDS.wrong : WORDS.worthKnowing}</h2>
<ul class="problems">${problems.map((problem) => problemCard(problem, isToldAbove(problem.code), contact))}</ul>
</section>`;
}

function problemCard(
  { code, severity, title, explanation, remedy, detail }: ProblemInWords,
  isToldAbove: boolean,
  contact: Contact,
): Html {
  return html`<li class="card problem problem-${severity}">
<p class="label">${markOf(MARKS[severity])} ${WORDS.severities[severity]}</p>
<h3>${title}</h3>
<p class="words">${explanation}</p>
${
  isToldAbove
    ? NOTHING
    : html`<p class="words remedy">${remedy}</p>
${contactBelow(remedy, contact)}`
}<details data-keep="problem ${code}"><summary>${WORDS.details}</summary><p class="words code">${code}: ${detail}</p></details>
</li>`;
}
