import type { Catalog } from './catalog.ts';
import { ENGLISH } from './en/en.ts';

/** A language that people are spoken to in. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself, for who does not read the language that the page is in. */
  readonly name: string;
  /** In whose form numbers, lists and dates are written (BCP 47). */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** What stands between two sentences: some scripts have no space there. */
  readonly betweenSentences: ' ' | '';
  /** Its messages, which are not loaded before somebody reads them. */
  readonly catalog: () => Promise<Catalog>;
}

/** The language of the log, of what WordPress is told, and of everybody whose language is not here. */
export const DEFAULT_LANGUAGE: Language = {
  tag: 'en',
  name: 'English',
  locale: 'en-GB',
  direction: 'ltr',
  betweenSentences: ' ',
  catalog: async () => ENGLISH,
};

/** In the order in which the page offers them. */
export const LANGUAGES: readonly Language[] = [DEFAULT_LANGUAGE];
