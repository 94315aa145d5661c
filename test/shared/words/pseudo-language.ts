import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Catalog } from '../../../shared/words/catalog.ts';
import { ENGLISH } from '../../../shared/words/en/en.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../../shared/words/languages.ts';

/** English with other letters, made by machine: an English word in it has not come out of the catalog. */
export const PSEUDO_CATALOG: Catalog = Object.fromEntries(
  Object.entries(ENGLISH).map(([key, message]) => [
    key,
    printAST(accented(parse(message, { ignoreTag: true }))),
  ]),
) as unknown as Catalog;

export const PSEUDO_LANGUAGE: Language = {
  ...DEFAULT_LANGUAGE,
  tag: 'en-XA',
  // Where neither a list nor a date has a Latin letter, but for UTC.
  locale: 'ja',
  direction: 'rtl',
  catalog: async () => PSEUDO_CATALOG,
};

function accented(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) {
      return { ...element, value: element.value.replace(/[a-z]/gi, other) };
    }
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return element;
    const options = Object.entries(element.options).map(([name, { value }]) => [
      name,
      { value: accented(value) },
    ]);
    return { ...element, options: Object.fromEntries(options) } as MessageFormatElement;
  });
}

/** A Greek letter for a Latin one. */
function other(letter: string): string {
  return String.fromCharCode(0x3b1 + ((letter.toLowerCase().charCodeAt(0) - 97) % 17));
}
