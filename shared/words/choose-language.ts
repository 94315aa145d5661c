import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './languages.ts';

/**
 * The language to answer in: the one that is asked for, else the best of those that the reader's browser names, else
 * English. Of a browser, `pt` finds `pt-BR`, and `es-MX` finds `es`.
 *
 * @param asked the tag of a link, if it has one; one that is not known counts as absent
 * @param accepted `Accept-Language` (RFC 9110, 12.5.4)
 */
export function chooseLanguage(
  asked: string | null,
  accepted: string | undefined,
  languages: readonly Language[] = LANGUAGES,
): Language {
  const exact = asked === null ? undefined : same(asked, languages);
  if (exact !== undefined) return exact;
  for (const tag of byPreference(accepted ?? '')) {
    if (tag === '*') return DEFAULT_LANGUAGE;
    const found =
      same(tag, languages) ?? languages.find((language) => primary(language.tag) === primary(tag));
    if (found !== undefined) return found;
  }
  return DEFAULT_LANGUAGE;
}

function same(tag: string, languages: readonly Language[]): Language | undefined {
  return languages.find((language) => language.tag.toLowerCase() === tag.toLowerCase());
}

/** What is written for Brazil is read in Portugal as well. */
function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

/** A header may be as long as all headers together: nobody reads so many languages. */
const MOST_TAGS = 20;

/** The tags that are accepted, the best first; of those that are as good, the first. */
function byPreference(header: string): string[] {
  return header
    .split(',', MOST_TAGS)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
