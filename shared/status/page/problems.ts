import type { Severity } from '../../diagnosis/domain-problem.ts';
import type { ProblemInWords } from '../../words/problem.ts';
import type { Status } from '../status.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';

const SEVERITIES: Readonly<Record<Severity, { readonly mark: Mark; readonly words: string }>> = {
  fatal: { mark: 'wrong', words: 'Has to be put right' },
  warning: { mark: 'attention', words: 'Warning' },
  info: { mark: 'information', words: 'For your information' },
};

export function problemsPart({ verdict, problems }: Status): Html {
  if (problems.length === 0) return NOTHING;
  return html`<section aria-labelledby="problems">
<h2 id="problems">${verdict.kind === 'action-needed' ? 'What to do' : 'Worth knowing'}</h2>
<ul class="problems">${problems.map(problemCard)}</ul>
</section>`;
}

function problemCard({ code, severity, title, explanation, remedy, detail }: ProblemInWords): Html {
  const { mark, words } = SEVERITIES[severity];
  return html`<li class="card problem problem-${severity}">
<p class="label">${markOf(mark)} ${words}</p>
<h3>${title}</h3>
<p class="words">${explanation}</p>
<p class="words remedy">${remedy}</p>
<details data-keep="problem ${code}"><summary>Technical details</summary><p class="words code">${code}: ${detail}</p></details>
</li>`;
}
