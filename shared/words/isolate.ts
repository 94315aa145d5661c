// Values stand in sentences of any direction. Isolated, their letters move nothing else (UAX 9, 2.4).

export const FIRST_STRONG_ISOLATE = '\u2068';
export const POP_ISOLATE = '\u2069';

/** A text from outside, in which nothing can end its isolate or turn the direction of what follows. */
export function withoutDirections(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '\ufffd');
}

/** A sentence by turns: text, and a value that stood isolated in it. */
export function atIsolates(sentence: string): readonly string[] {
  return sentence.split(/\u2068([^\u2068\u2069]*)\u2069/);
}
