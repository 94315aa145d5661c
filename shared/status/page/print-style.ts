/**
 * On paper: dark on white whatever the reader's screen is like, no buttons, nothing folded up, nothing cut by the end of a
 * sheet, and the address behind a link in words. `::details-content` is what a closed `<details>` hides (CSS
 * Pseudo-Elements Level 4, 5.2); where a browser does not know it, the script opens them.
 */
export const PRINT_STYLE = `
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --surface: #fff; --sunk: #fff; --line: #9aa3b0; --edge: #545e6d;
    --text: #000; --soft: #333c49;
    --good: #12703f; --busy: #1f58b8; --bad: #b3380b; --warn: #805300; --calm: #545e6d;
    --good-tint: #fff; --busy-tint: #fff; --bad-tint: #fff; --warn-tint: #fff; --calm-tint: #fff;
    --shadow: none;
  }
  @page { margin: 1.5cm; }
  body { font-size: 10.5pt; }
  .wide { max-width: none; padding: 0; }
  .verdict { padding: 0 0 1rem; }
  section { margin-top: 1.5rem; }
  .button, .copy, #state, #live { display: none !important; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; }
  a[href^="http"]:not(.button)::after { content: " (" attr(href) ")"; }
  .record, .step, .resolver, .rows > li, .chain li, .names li, .steps > li > .words { break-inside: avoid; }
  h1, h2, h3, h4, .label, summary { break-after: avoid; }
  .verdict .mark { fill: none; color: var(--accent); }
}
`;
