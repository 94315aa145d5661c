/**
 * The page's style: the system's own fonts, light or dark as the reader has it, one accent colour by verdict.
 * Texts and marks have a contrast of 4.5 to 1 at least against what they stand on (WCAG 2.2, 1.4.3), and
 * nothing moves.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --surface: #fff; --sunk: #f1f3f6; --line: #dfe3e9; --edge: #868f9d;
  --text: #18202c; --soft: #545e6d;
  --good: #12703f; --busy: #1f58b8; --bad: #b3380b; --warn: #805300; --calm: #545e6d;
  --good-tint: #e6f4ec; --busy-tint: #e8f0fc; --bad-tint: #fdeee6; --warn-tint: #fbf2d9; --calm-tint: #e8ebf0;
  --shadow: 0 1px 2px #18202c14;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1218; --surface: #171c24; --sunk: #1f2630; --line: #2c3440; --edge: #788497;
    --text: #e8ecf2; --soft: #a4afbf;
    --good: #5fd093; --busy: #8ab6ff; --bad: #ff9b70; --warn: #e8bd5c; --calm: #a4afbf;
    --good-tint: #10281c; --busy-tint: #14233c; --bad-tint: #331b10; --warn-tint: #2b2310;
    --calm-tint: #1a2029;
    --shadow: none;
  }
}
.ready { --accent: var(--good); --tint: var(--good-tint); }
.waiting { --accent: var(--busy); --tint: var(--busy-tint); }
.action-needed { --accent: var(--bad); --tint: var(--bad-tint); }
.not-mapped { --accent: var(--calm); --tint: var(--calm-tint); }

*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; }
h3 { font-size: 1.0625rem; line-height: 1.35; }
h4 { font-size: 1rem; }
code, .name, .code { font-family: var(--mono); font-size: .9375em; }
.wide { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
.aside { color: var(--soft); font-size: .875rem; }
.words { white-space: pre-line; }
/* A name goes to the next line whole, and breaks only where it is longer than one. */
.sentence bdi, .words:not(.code) bdi { display: inline-block; max-width: 100%; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
[hidden] { display: none !important; }
main:focus { outline: none; }
:focus-visible { outline: 3px solid var(--busy); outline-offset: 2px; border-radius: 4px; }

.mark {
  flex: none; width: 1.25rem; height: 1.25rem; vertical-align: -.25rem;
  fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
}
.label {
  display: flex; gap: .5rem; align-items: center; font-weight: 600; font-size: .9375rem; color: var(--soft);
}
.label-right, .resolver-pointing .label { color: var(--good); }
.label-wrong, .resolver-elsewhere .label { color: var(--bad); }
.resolver-partly .label { color: var(--warn); }

.verdict { background: var(--tint); border-bottom: 1px solid var(--line); padding: 3rem 0; }
.verdict .wide { display: flex; gap: 1.75rem; align-items: flex-start; }
.verdict .wide > div { min-width: 0; }
.verdict .mark { width: 5rem; height: 5rem; stroke-width: 1.5; fill: var(--accent); color: var(--tint); }
.verdict .mark > * { stroke-dasharray: none; }
h1 { font-size: 1.125rem; font-weight: 500; line-height: 1.4; }
h1 strong {
  display: block; margin-top: .125rem; font-size: clamp(2.125rem, 6vw, 3rem); font-weight: 700;
  line-height: 1.15; letter-spacing: -.02em; color: var(--accent);
}
.sentence { margin-top: .5rem; font-size: 1.25rem; line-height: 1.45; max-width: 44rem; }
.sentence + p { margin-top: .75rem; max-width: 44rem; }
.patience { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin-top: 1.25rem; }
dt { color: var(--soft); font-size: .875rem; }

section { margin-top: 3rem; }
section > h2 + * { margin-top: 1rem; }
section > p + * { margin-top: 1rem; }
section > p { max-width: 44rem; }
.card {
  background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem;
  box-shadow: var(--shadow);
}
.card > * + * { margin-top: .75rem; }
.card > * + h3, .card > * + h4 { margin-top: 1.5rem; }
.steps { display: grid; gap: 1.5rem; list-style: decimal; padding-inline-start: 1.375rem; }
.steps .steps { margin-top: .75rem; }
.steps li > * + * { margin-top: .75rem; }

.problems { display: grid; gap: 1rem; }
.problem-fatal { --severity: var(--bad); --severity-tint: var(--bad-tint); }
.problem-warning { --severity: var(--warn); --severity-tint: var(--warn-tint); }
.problem-info { --severity: var(--busy); --severity-tint: var(--busy-tint); }
.problem .label { color: var(--severity); }
.problem h3 { font-size: 1.25rem; margin-top: .5rem; }
.problem > .words { max-width: 46rem; margin-top: .5rem; }
.problem > .remedy {
  max-width: none; margin-top: 1rem; padding: .875rem 1rem; border-radius: 8px;
  background: var(--severity-tint); font-weight: 500;
}
.problem > details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--soft); padding: .25rem 0; width: fit-content; }
details > summary + * { margin-top: .5rem; }
.code { font-size: .875rem; color: var(--soft); }

.columns { display: grid; gap: 1rem; align-items: start; }
.records {
  display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
}
.record { background: var(--sunk); border-radius: 8px; padding: .375rem .875rem; }
.record dl > div {
  display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .5rem; align-items: baseline;
  padding: .4375rem 0;
}
.record dl > div + div { border-top: 1px solid var(--line); }
.record dd { display: flex; flex-wrap: wrap; gap: .25rem .75rem; justify-content: space-between; align-items: baseline; }
.record dd > span { min-width: 0; }
.record code { font-weight: 600; }
.record-wrong { background: var(--bad-tint); }
.whole { flex-basis: 100%; color: var(--soft); font-size: .875rem; }
.or { display: flex; gap: 1rem; align-items: center; color: var(--soft); }
.or::before, .or::after { content: ""; flex: 1; border-top: 1px solid var(--line); }

.resolvers {
  display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
}
.resolver > * + * { margin-top: .375rem; }
.rows > li + li { border-top: 1px solid var(--line); padding-top: .75rem; margin-top: .75rem; }
.names { display: flex; flex-wrap: wrap; gap: .5rem; }
.names li { background: var(--sunk); border-radius: 6px; padding: .125rem .5rem; }
.chain li { position: relative; padding: 0 0 1rem 1.5rem; }
.chain li::before {
  content: ""; position: absolute; inset-inline-start: .0625rem; top: .5rem; width: .625rem; height: .625rem;
  border: 2px solid var(--edge); border-radius: 50%;
}
.chain li:not(:last-child)::after {
  content: ""; position: absolute; inset-inline-start: .3125rem; top: 1.25rem; bottom: -.375rem;
  border-inline-start: 2px solid var(--line);
}
.chain li:last-child { padding-bottom: 0; }

.timeline { display: grid; gap: 1.25rem; }
.timeline > * + * { margin-top: 0; }
.step { display: flex; gap: .75rem; align-items: flex-start; }
.step h3 { font-size: 1rem; }
.step p { font-size: .875rem; color: var(--soft); }
.step-done > .mark { color: var(--good); }
.step-current > .mark { color: var(--busy); }
.step-failed > .mark { color: var(--bad); }
.step-ahead > .mark, .step-ahead h3 { color: var(--soft); font-weight: 500; }

.contact { margin-top: .5rem; }
a { color: var(--busy); }

.checked { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); }
footer { color: var(--soft); }
footer p, .languages { margin-top: 1rem; }
.languages, .languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
footer.wide { padding-bottom: 3.5rem; }
.button, .copy {
  display: inline-block; font: inherit; font-weight: 500; line-height: 1.5; cursor: pointer;
  text-decoration: none;
  color: var(--text); background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
  padding: .5rem 1rem;
}
.button { margin-inline-end: .5rem; }
.copy {
  flex: none; font-size: .875rem; padding: .1875rem .625rem; border-radius: 6px; min-width: 4.25rem;
  text-align: center;
}
.button:hover, .copy:hover { border-color: var(--text); background: var(--sunk); }
.copy:hover { background: var(--ground); }
@media (prefers-reduced-motion: no-preference) {
  .button, .copy { transition: background-color .15s, border-color .15s; }
}

@media (min-width: 48rem) {
  .columns { grid-template-columns: 1fr 1fr; }
  .columns > .card { height: 100%; }
  .card { padding: 1.5rem; }
  .verdict { padding: 4rem 0; }
  .rows > li { display: grid; grid-template-columns: 2fr 3fr; gap: 1.5rem; align-items: baseline; }
  .rows .aside { display: block; }
  .timeline { grid-auto-flow: column; grid-auto-columns: 1fr; gap: 1.5rem; }
  .step { position: relative; flex-direction: column; gap: .5rem; }
  .step:not(:last-child)::after {
    content: ""; position: absolute; top: .5625rem; inset-inline: 2rem -.75rem;
    border-top: 2px solid var(--line);
  }
  .step time { display: block; }
}
@media (max-width: 30rem) {
  .wide { padding: 0 .875rem; }
  .verdict { padding: 1rem 0; }
  .verdict .wide { gap: .75rem; }
  .verdict .mark { width: 2.5rem; height: 2.5rem; }
  h1 strong { font-size: 1.625rem; }
  .sentence { margin-top: .25rem; font-size: 1rem; }
  section { margin-top: 2rem; }
  .verdict + .wide > section:first-child { margin-top: 1rem; }
  section > h2 + * { margin-top: .625rem; }
  .card { padding: .875rem; }
  .record dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; padding: .25rem 0; }
  .record dd { gap: 0 .5rem; }
  .record { padding: .25rem .75rem; }
}
`;
