import { IntlMessageFormat } from 'intl-messageformat';
import { readable } from '../domain/readable.ts';
import type { Catalog, MessageKey } from './catalog.ts';
import { ENGLISH } from './en/en.ts';
import { durationIn, fewIn, listFormatOf, timeIn } from './format.ts';
import { FIRST_STRONG_ISOLATE, POP_ISOLATE, withoutDirections } from './isolate.ts';
import { DEFAULT_LANGUAGE, type Language } from './languages.ts';
import type { Form, Inserted, Phrase, Typed, Words } from './phrase.ts';

export {
  type Form,
  type Inserted,
  type Phrase,
  phrase,
  type Typed,
  typed,
  type Words,
} from './phrase.ts';

/** A value on its way through a message. As a string it chooses the case of a `select`. */
interface Wrapped {
  readonly inserted: string | Phrase | Typed;
  readonly toString: () => string;
}

export function createWords(language: Language, catalog: Catalog, form: Form): Words {
  const parsed = parsedOf(catalog);
  const isolates = form === 'page' || language.direction === 'rtl';

  function format(key: MessageKey): IntlMessageFormat {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const fresh = new IntlMessageFormat(catalog[key], language.locale, undefined, { ignoreTag: true });
    parsed.set(key, fresh);
    return fresh;
  }

  function written(inserted: Inserted): string {
    if (typeof inserted === 'number') return String(inserted);
    if (typeof inserted === 'object' && 'phrase' in inserted) return inserted.phrase;
    const raw = typeof inserted === 'string' ? inserted : inserted.typed;
    const text = typeof inserted === 'string' || form === 'page' ? readable(raw) : raw;
    return isolates ? `${FIRST_STRONG_ISOLATE}${withoutDirections(text)}${POP_ISOLATE}` : text;
  }

  function partsOf<Part extends object>(
    key: MessageKey,
    values: Readonly<Record<string, Inserted | Part>>,
  ): readonly (string | Part)[] {
    const wrapped = Object.entries(values).map(([name, value]) => [
      name,
      isInserted(value) ? wrap(value) : value,
    ]);
    return format(key)
      .formatToParts<Part | Wrapped>(Object.fromEntries(wrapped))
      .map(({ value }) => (isWrapped(value) ? written(value.inserted) : (value as string | Part)));
  }

  const say: Words['say'] = (key, values = {}) => partsOf<never>(key, values).join('');

  const list: Words['list'] = (items) => ({
    phrase: listFormatOf(language.locale).format(items.map(written)),
  });

  const words: Words = {
    language,
    say,
    parts: partsOf,
    text: (...sentences) =>
      sentences
        .filter((sentence) => sentence !== undefined && sentence !== '')
        .join(language.betweenSentences),
    list,
    few: (items, most) => fewIn(words, items, most),
    duration: (seconds) => durationIn(words, seconds),
    time: (time) => timeIn(words, time, form),
  };
  return words;
}

/** Each message is parsed once, when it is first said. */
const PARSED = new WeakMap<Catalog, Map<MessageKey, IntlMessageFormat>>();

function parsedOf(catalog: Catalog): Map<MessageKey, IntlMessageFormat> {
  const known = PARSED.get(catalog) ?? new Map<MessageKey, IntlMessageFormat>();
  PARSED.set(catalog, known);
  return known;
}

function isInserted(value: unknown): value is Inserted {
  return typeof value !== 'object' || (value !== null && ('phrase' in value || 'typed' in value));
}

/** A number stays one, for plurals. */
function wrap(inserted: Inserted): number | Wrapped {
  if (typeof inserted === 'number') return inserted;
  return { inserted, toString: () => (typeof inserted === 'string' ? inserted : '') };
}

function isWrapped(value: unknown): value is Wrapped {
  return typeof value === 'object' && value !== null && 'inserted' in value;
}

/** The words of the log and of WordPress. */
export const ENGLISH_WORDS = createWords(DEFAULT_LANGUAGE, ENGLISH, 'plain');

export async function wordsIn(language: Language, form: Form): Promise<Words> {
  return createWords(language, await language.catalog(), form);
}
