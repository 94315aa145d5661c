import { createHash } from 'node:crypto';
import type { Page } from '../../http/page.ts';
import type { Words } from '../../words/words.ts';
import { type Html, html, textOf } from './html.ts';
import { PRINT_STYLE } from './print-style.ts';
import { scriptIn } from './script.ts';
import { STYLE as SCREEN_STYLE } from './style.ts';

const STYLE = SCREEN_STYLE + PRINT_STYLE;

interface Parts {
  readonly title: string;
  /** `<main>`, and what stands beside it. */
  readonly body: Html;
  /** A colour such as `#1a7f4b`. */
  readonly iconColour: string;
  readonly script: 'with-script' | 'without-script';
  readonly words: Words;
}

export function documentOf({ title, body, iconColour, script, words }: Parts): Page {
  const { tag, direction } = words.language;
  const source = script === 'with-script' ? scriptIn(words) : undefined;
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link id="icon" rel="icon" href="${iconOf(iconColour)}">`;
  // Style and script are this project's own, and HTML knows no escape in them.
  const page = `<!doctype html>
<html lang="${tag}" dir="${direction}">
<head>
${textOf(head)}
<style>${STYLE}</style>
</head>
<body>
${textOf(body)}
${source === undefined ? '' : `<script>${source}</script>`}
</body>
</html>
`;
  return { html: page, contentSecurityPolicy: policyOf(source) };
}

function iconOf(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Nothing but what is on the page itself: its style and its script by their hashes (CSP Level 3, 8.4). */
function policyOf(script: string | undefined): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${hashSourceOf(script)}`, "connect-src 'self'"]),
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
