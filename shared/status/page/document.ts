import { createHash } from 'node:crypto';
import type { Page } from '../../http/page.ts';
import { ENGLISH } from '../../words/english/english.ts';
import { type Html, html, textOf } from './html.ts';
import { PRINT_STYLE } from './print-style.ts';
import { SCRIPT } from './script.ts';
import { STYLE as SCREEN_STYLE } from './style.ts';

const STYLE = SCREEN_STYLE + PRINT_STYLE;

interface Parts {
  readonly title: string;
  /** `<main>`, and what stands beside it. */
  readonly body: Html;
  /** A colour such as `#1a7f4b`. */
  readonly iconColour: string;
  readonly script: 'with-script' | 'without-script';
}

export function documentOf({ title, body, iconColour, script }: Parts): Page {
  const hasScript = script === 'with-script';
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link id="icon" rel="icon" href="${iconOf(iconColour)}">`;
  // Style and script are this project's own, and HTML knows no escape in them.
  const page = `<!doctype html>
<html lang="${ENGLISH.language}">
<head>
${textOf(head)}
<style>${STYLE}</style>
</head>
<body>
${textOf(body)}
${hasScript ? `<script>${SCRIPT}</script>` : ''}
</body>
</html>
`;
  return { html: page, contentSecurityPolicy: policyOf(hasScript) };
}

function iconOf(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Nothing but what is on the page itself: its style and its script by their hashes (CSP Level 3, 8.4). */
function policyOf(hasScript: boolean): string {
  return [
    "default-src 'none'",
    ...(hasScript ? [`script-src ${hashSourceOf(SCRIPT)}`, "connect-src 'self'"] : []),
    `style-src ${hashSourceOf(STYLE)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashSourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
