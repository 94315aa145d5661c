const markup: unique symbol = Symbol('markup');

/** Markup that is safe to send: what came into it from outside is escaped. Only {@link html} makes it. */
export interface Html {
  readonly [markup]: string;
}

type Interpolated = string | number | Html | readonly Html[];

/**
 * A template for markup. The text between the values is the author's; a string in it is escaped, so that it
 * is text wherever it stands: between tags, in an element such as `<title>`, in an attribute in quotes. Not
 * in an attribute without quotes, a script, a style or a comment, where HTML has other rules.
 */
export function html(text: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return { [markup]: String.raw({ raw: text }, ...values.map(markupOf)) };
}

/** Nothing, where markup is wanted. */
export const NOTHING = html``;

/**
 * A text from outside, in a line of its own for the bidirectional algorithm (UAX 9): its letters move nothing
 * else.
 */
export function isolated(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** The markup as text. */
export function textOf(value: Html): string {
  return value[markup];
}

function markupOf(value: Interpolated): string {
  if (typeof value === 'string') return escaped(harmless(value));
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map(textOf).join('') : textOf(value);
}

/** `Array.isArray` does not tell a readonly array from the rest. */
function isList(value: Html | readonly Html[]): value is readonly Html[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * Characters that nobody sees and that change how others look: controls but tab and line feed, separators of
 * lines and paragraphs, controls of the writing direction such as U+202E, halves of a surrogate pair.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(INVISIBLE, '\ufffd');
}
