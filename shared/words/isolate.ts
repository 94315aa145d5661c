// Values stand in sentences of any direction. Isolated, their letters move nothing else (UAX 9, 2.4).

export const FIRST_STRONG_ISOLATE = '\u2068';
export const POP_ISOLATE = '\u2069';

/** Begins a point in time, in the form of a page: as a program reads it, a bar, as it is written. */
const LEFT_TO_RIGHT_ISOLATE = '\u2066';

/** A text from outside, in which nothing can begin or end an isolate or turn the direction of what follows. */
export function withoutDirections(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '\ufffd');
}

/** A point in time in a sentence for a page, which marks it up as such. */
export function markedTime(time: Date, written: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${time.toISOString()}|${written}${POP_ISOLATE}`;
}

export type SentencePart =
  | { readonly kind: 'text'; readonly text: string }
  /** It stood isolated in the sentence. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string /** RFC 3339. */; readonly time: string };

const PARTS =
  /\u2068(?<value>[^\u2066-\u2069]*)\u2069|\u2066(?<time>[^\u2066-\u2069|]*)\|(?<written>[^\u2066-\u2069]*)\u2069/g;

/** A sentence that was said in the form of a page, in its parts. */
export function partsOfSentence(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: whole, index, groups = {} } of sentence.matchAll(PARTS)) {
    parts.push({ kind: 'text', text: sentence.slice(end, index) });
    const { value, time, written = '' } = groups;
    parts.push(
      time === undefined ? { kind: 'value', text: value ?? '' } : { kind: 'time', text: written, time },
    );
    end = index + whole.length;
  }
  return [...parts, { kind: 'text', text: sentence.slice(end) }];
}

/** The beginning of a sentence, in which a value may be cut and a time may not. */
export function beginningOf(sentence: string, length: number): string {
  const short = sentence.slice(0, length);
  const open = Math.max(short.lastIndexOf(FIRST_STRONG_ISOLATE), short.lastIndexOf(LEFT_TO_RIGHT_ISOLATE));
  if (open <= short.lastIndexOf(POP_ISOLATE)) return short;
  return short[open] === LEFT_TO_RIGHT_ISOLATE ? short.slice(0, open) : `${short}${POP_ISOLATE}`;
}
