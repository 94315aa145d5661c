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

/**
 * In the order in which the page offers them. Arabic is written with the digits that addresses and records are typed with.
 */
export const LANGUAGES: readonly Language[] = [
  DEFAULT_LANGUAGE,
  {
    tag: 'gu',
    name: 'ગુજરાતી',
    locale: 'gu',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./gu/gu.ts')).GUJARATI,
  },
  {
    tag: 'hi',
    name: 'हिन्दी',
    locale: 'hi',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./hi/hi.ts')).HINDI,
  },
  {
    tag: 'es',
    name: 'Español',
    locale: 'es',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./es/es.ts')).SPANISH,
  },
  {
    tag: 'pt-BR',
    name: 'Português (Brasil)',
    locale: 'pt-BR',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./pt-BR/pt-br.ts')).PORTUGUESE,
  },
  {
    tag: 'fr',
    name: 'Français',
    locale: 'fr',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./fr/fr.ts')).FRENCH,
  },
  {
    tag: 'de',
    name: 'Deutsch',
    locale: 'de',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./de/de.ts')).GERMAN,
  },
  {
    tag: 'ar',
    name: 'العربية',
    locale: 'ar-u-nu-latn',
    direction: 'rtl',
    betweenSentences: ' ',
    catalog: async () => (await import('./ar/ar.ts')).ARABIC,
  },
  {
    tag: 'ja',
    name: '日本語',
    locale: 'ja',
    direction: 'ltr',
    betweenSentences: '',
    catalog: async () => (await import('./ja/ja.ts')).JAPANESE,
  },
  {
    tag: 'id',
    name: 'Bahasa Indonesia',
    locale: 'id',
    direction: 'ltr',
    betweenSentences: ' ',
    catalog: async () => (await import('./id/id.ts')).INDONESIAN,
  },
];
