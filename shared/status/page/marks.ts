import { type Html, html } from './html.ts';

/**
 * What a mark says. Each has a shape of its own and stands beside words: none is told by its colour alone.
 */
export type Mark =
  | 'right'
  | 'waiting'
  | 'attention'
  | 'absent'
  | 'partly'
  | 'wrong'
  | 'unknown'
  | 'ahead'
  | 'information';

const CIRCLE = html`<circle cx="12" cy="12" r="9.5"/>`;

const SHAPES: Readonly<Record<Mark, Html>> = {
  right: html`${CIRCLE}<path d="m7.5 12.5 3 3 6-6.5"/>`,
  waiting: html`${CIRCLE}<path d="M12 6.5V12l3.5 2.5"/>`,
  attention: html`<path d="M12 3 22 20.5H2Z"/><path d="M12 9.5v5M12 17.4v.2"/>`,
  absent: html`<circle cx="12" cy="12" r="9.5" stroke-dasharray="4 3"/><path d="M8 12h8"/>`,
  partly: html`${CIRCLE}<path d="M12 2.5a9.5 9.5 0 0 1 0 19Z" fill="currentColor"/>`,
  wrong: html`<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z"/><path d="m8.5 8.5 7 7m0-7-7 7"/>`,
  unknown: html`${CIRCLE}<path d="M9.3 9.5a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2M12 16.9v.2"/>`,
  ahead: html`<circle cx="12" cy="12" r="9.5" stroke-dasharray="2 3"/>`,
  information: html`${CIRCLE}<path d="M12 11v5.5M12 7.4v.2"/>`,
};

export function markOf(mark: Mark): Html {
  return html`<svg class="mark mark-${mark}" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[mark]}</svg>`;
}
