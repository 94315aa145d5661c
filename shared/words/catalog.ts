import type { EnglishMessages } from './en/en.ts';

/** Of everything that is said. */
export type MessageKey = keyof EnglishMessages;

/** All that the owner of a domain reads, in one language, as ICU messages. */
export type Catalog = Translated<EnglishMessages>;

/** A message for each of the English ones, no more and no less: what a file of a language `satisfies`. */
export type Translated<English> = { readonly [Key in keyof English]: string };
