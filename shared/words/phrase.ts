import type { MessageKey } from './catalog.ts';
import type { Language } from './languages.ts';

/** What is in words of the same language already, and goes into a message as it is. */
export interface Phrase {
  readonly phrase: string;
}

/** What is typed into a form as it is: a host name, a record's value. */
export interface Typed {
  readonly typed: string;
}

/**
 * What fills a place of a message. A string is from outside (a name, an address, what a server says), or the case of a
 * `select`. Names in it stand in their own letters.
 */
export type Inserted = string | number | Phrase | Typed;

/**
 * - `plain`: for JSON, a terminal, the log and WordPress. What is typed is written as it is typed. What is inserted is
 *   isolated (UAX 9) only in a language that is written from right to left.
 * - `page`: each value is isolated, and each time is marked, so that the page can mark them up. What is typed stands in a box beside the sentence,
 *   which therefore has it in its own letters.
 */
export type Form = 'plain' | 'page';

/** How things are said in one language. */
export interface Words {
  readonly language: Language;
  /** A message, its places filled. */
  readonly say: (key: MessageKey, values?: Readonly<Record<string, Inserted>>) => string;
  /** The same for who fills places with something of his own, such as markup: the text between comes as strings. */
  readonly parts: <Part extends object>(
    key: MessageKey,
    values: Readonly<Record<string, Inserted | Part>>,
  ) => readonly (string | Part)[];
  /** Sentences, one behind the other; those that are not there are left out. */
  readonly text: (...sentences: readonly (string | undefined)[]) => string;
  readonly list: (items: readonly Inserted[]) => Phrase;
  /** A list that a person can read to its end. */
  readonly few: (items: readonly string[], most?: number) => Phrase;
  /** A time to wait, in seconds. */
  readonly duration: (seconds: number) => Phrase;
  /** In UTC, named as such; for a page so that it can mark it up. What is no time is said to be none. */
  readonly time: (time: Date | string) => Phrase;
}

/** A part of a sentence that has been said. */
export function phrase(text: string): Phrase {
  return { phrase: text };
}

export function typed(text: string): Typed {
  return { typed: text };
}
