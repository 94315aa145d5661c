import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../shared/advice/action.ts';
import { actionsFor } from '../../../shared/advice/actions.ts';
import { PROBLEM_CODES } from '../../../shared/diagnosis/domain-problem.ts';
import { actionInWords } from '../../../shared/words/action.ts';
import { chooseLanguage } from '../../../shared/words/choose-language.ts';
import { ENGLISH } from '../../../shared/words/en/en.ts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../../../shared/words/languages.ts';
import { problemInWords } from '../../../shared/words/problem.ts';
import { createWords } from '../../../shared/words/words.ts';
import { PROBLEMS_IN_SCENES } from '../diagnosis/problems-in-scenes.ts';
import { PSEUDO_CATALOG, PSEUDO_LANGUAGE } from './pseudo-language.ts';

const TAGS = ['en', 'gu', 'hi', 'es', 'pt-BR', 'fr', 'de', 'ar', 'ja', 'id'];

const parsed = (message: string) => parse(message, { ignoreTag: true });

/** The names of the places of a message, in all its cases. */
function placesOf(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return [];
    const inside =
      element.type === TYPE.select || element.type === TYPE.plural
        ? Object.values(element.options).flatMap(({ value }) => placesOf(value))
        : [];
    return [element.value, ...inside];
  });
  return [...new Set(names)].sort();
}

describe.each([...LANGUAGES, PSEUDO_LANGUAGE].map((language) => [language.tag, language] as const))(
  'the catalog of %s',
  (_, language) => {
    test('has the messages of English, with the same places', async () => {
      const catalog: Readonly<Record<string, string>> = await language.catalog();
      expect(Object.keys(catalog).sort()).toEqual(Object.keys(ENGLISH).sort());
      for (const [key, english] of Object.entries(ENGLISH)) {
        expect([key, placesOf(parsed(catalog[key] ?? ''))]).toEqual([key, placesOf(parsed(english))]);
      }
    });
  },
);

/** The words of a message, without those in its places, in all its cases. */
function wordsOf(message: string): string[] {
  const textOf = (elements: readonly MessageFormatElement[]): string =>
    elements
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        const isChoice = element.type === TYPE.select || element.type === TYPE.plural;
        return isChoice
          ? Object.values(element.options)
              .map(({ value }) => textOf(value))
              .join(' | ')
          : '{}';
      })
      .join('');
  return (
    textOf(parsed(message))
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|[^\p{L}\p{M}\s]+/gu) ?? []
  );
}

/** Each three words that follow each other. */
function threes(message: string): string[] {
  const words = wordsOf(message);
  const all = words.map((_, at) => words.slice(at, at + 3));
  return all.filter((three) => three.length === 3 && three.every((word) => /^\p{L}/u.test(word))).map(String);
}

test('there are ten languages, English the first', () => {
  expect(LANGUAGES.map(({ tag }) => tag)).toEqual(TAGS);
});

describe.each(LANGUAGES.slice(1).map((language) => [language.tag, language] as const))(
  'the sentences of %s',
  (_, { catalog }) => {
    test('are not English ones', async () => {
      const messages: Readonly<Record<string, string>> = await catalog();
      const english = Object.entries(ENGLISH).flatMap(([key, message]) => {
        const known = threes(message);
        return threes(messages[key] ?? '')
          .filter((three) => known.includes(three))
          .map((three) => [key, three]);
      });
      expect(english).toEqual([]);
    });
  },
);

const PSEUDO = createWords(PSEUDO_LANGUAGE, PSEUDO_CATALOG, 'plain');

/** Without what is inserted, which stands isolated. */
const own = (sentence: string) => sentence.replace(/\u2068[^\u2069]*\u2069/g, '');

test('no sentence of a problem comes from elsewhere than the catalog', () => {
  expect(
    PROBLEM_CODES.filter((code) => !PROBLEMS_IN_SCENES.some((problem) => problem.code === code)),
  ).toEqual([]);
  for (const problem of PROBLEMS_IN_SCENES) {
    const { title, explanation, remedy, detail } = problemInWords(problem, PSEUDO);
    const texts = own([title, explanation, remedy, detail].join(' ')).replaceAll('UTC', '');
    expect([problem.code, /[a-z]{2,}/i.exec(texts)?.[0]]).toEqual([problem.code, undefined]);
  }
});

test('no sentence of an action comes from elsewhere than the catalog', () => {
  const wait: Action = {
    who: 'nobody',
    do: 'wait',
    until: '2026-01-05T09:00:00Z',
    code: 'not-propagated-yet',
  };
  const actions = [wait, ...PROBLEMS_IN_SCENES.flatMap((problem) => actionsFor([problem]))];
  expect(new Set(actions.map((action) => action.do))).toEqual(
    new Set(['set', 'change', 'remove', 'switch-off', 'register', 'ask', 'wait']),
  );
  for (const action of actions) {
    const text = own(actionInWords(action, 'shop.example.com', undefined, PSEUDO)).replaceAll('UTC', '');
    expect([action.do, /[a-z]{2,}/i.exec(text)?.[0]]).toEqual([action.do, undefined]);
  }
});

test('what is inserted is isolated from right to left, and nothing in it ends that', () => {
  const domain = 'a\u2069.example\u202e';
  expect(PSEUDO.say('status.not-mapped', { domain })).toMatch(/^\u2068a\ufffd\.example\ufffd\u2069 /);
  const english = createWords(DEFAULT_LANGUAGE, ENGLISH, 'plain');
  expect(english.say('status.not-mapped', { domain: 'a.example' })).toBe(
    'a.example is not mapped to a site here.',
  );
});

test('a name stands in its own letters, and what is typed as it is typed', () => {
  const words = createWords(DEFAULT_LANGUAGE, ENGLISH, 'plain');
  const name = 'xn--2dcky1czdp.xn--h2brj9c';
  expect(words.say('place', { name, host: { typed: 'xn--2dcky1czdp' } })).toMatch(
    /^ગુજરાત\.भारत \(host name: xn--2dcky1czdp\)$/u,
  );
});

describe('the language', () => {
  const known = ['en', 'pt-BR', 'es', 'ar'].map((tag): Language => ({ ...DEFAULT_LANGUAGE, tag }));
  test.each([
    [null, undefined, 'en'],
    ['ar', 'es', 'ar'],
    ['PT-br', 'es', 'pt-BR'],
    ['xx', 'es', 'es'],
    ['', 'es', 'es'],
    [null, 'pt', 'pt-BR'],
    [null, 'es-MX, ar;q=0.5', 'es'],
    [null, 'ar;q=0.5, es-MX;q=0.7', 'es'],
    [null, 'fr, es;q=0', 'en'],
    [null, 'fr, *;q=0.5, ar;q=0.1', 'en'],
    [null, 'q=;;,;q=x', 'en'],
  ])('of a link with lang %j and of a browser with %j is %s', (asked, accepted, tag) => {
    expect(chooseLanguage(asked, accepted, [DEFAULT_LANGUAGE, ...known.slice(1)]).tag).toBe(tag);
  });
});
