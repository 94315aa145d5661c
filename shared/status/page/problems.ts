import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { Contact } from '../../setup/config.ts';
import type { Words } from '../../words/words.ts';
import type { Status, StatusProblem } from '../status.ts';
import { contactLine } from './contact.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { said, sentence } from './said.ts';

const MARKS: Readonly<Record<Severity, Mark>> = {
  fatal: 'wrong',
  warning: 'attention',
  info: 'information',
};

export function problemsPart({ verdict, problems, actions }: Status, contact: Contact, words: Words): Html {
  if (problems.length === 0) return NOTHING;
  const heading = verdict.kind === 'action-needed' ? 'page.problems.wrong' : 'page.problems.worth-knowing';
  const card = (problem: StatusProblem) => {
    const isToldAbove = actions.some(({ code }) => code === problem.code);
    return problemCard(problem, isToldAbove ? NOTHING : remedyOf(problem, contact, words), words);
  };
  return html`<section aria-labelledby="problems">
<h2 id="problems">${said(words, heading)}</h2>
<ul class="problems">${problems.map(card)}</ul>
</section>`;
}

function problemCard(
  { code, severity, title, explanation, detail }: StatusProblem,
  remedy: Html,
  words: Words,
): Html {
  return html`<li class="card problem problem-${severity}">
<p class="label">${markOf(MARKS[severity])} ${said(words, `page.problems.${severity}`)}</p>
<h3>${sentence(title)}</h3>
<p class="words">${sentence(explanation)}</p>
${remedy}<details data-keep="problem ${code}"><summary>${said(words, 'page.problems.details')}</summary><p class="words code"><code>${code}</code>: ${sentence(detail)}</p></details>
</li>`;
}

function remedyOf({ remedy, concerns_operator }: StatusProblem, contact: Contact, words: Words): Html {
  return html`<p class="words remedy">${sentence(remedy)}</p>
${concerns_operator ? contactLine(contact, words) : NOTHING}`;
}
