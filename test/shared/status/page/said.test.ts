import { describe, expect, test } from '@jest/globals';
import { html, textOf } from '../../../../shared/status/page/html.ts';
import { said, sentence, withoutMarkup } from '../../../../shared/status/page/said.ts';
import { ENGLISH } from '../../../../shared/words/en/en.ts';
import { beginningOf } from '../../../../shared/words/isolate.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../../../shared/words/languages.ts';
import { createWords, wordsIn } from '../../../../shared/words/words.ts';

const WORDS = createWords(DEFAULT_LANGUAGE, ENGLISH, 'page');

describe('a message', () => {
  test.each([
    ['markup', html`<b>${'a&b'}</b>`, 'Asked for <b>a&amp;b</b>.'],
    ['text', '<b>\u2069\u202e', 'Asked for <bdi>&lt;b&gt;\ufffd\ufffd</bdi>.'],
  ])('is filled with %s', (_, domain, markup) => {
    expect(textOf(said(WORDS, 'page.resolvers.asked-for', { domain }))).toBe(markup);
  });

  test('is text itself', () => {
    const words = createWords(
      DEFAULT_LANGUAGE,
      { ...ENGLISH, 'page.look-again': '<i> & {x}' } as never,
      'page',
    );
    expect(textOf(said(words, 'page.look-again', { x: html`<br>` }))).toBe('&lt;i&gt; &amp; <br>');
  });
});

test('a value in a sentence is isolated from the direction of what stands around it, and stands bare in a title', () => {
  const told = WORDS.say('status.not-mapped', { domain: 'a&b.example' });
  expect(textOf(sentence(told))).toBe('<bdi>a&amp;b.example</bdi> is not mapped to a site here.');
  expect(withoutMarkup(told)).toBe('a&b.example is not mapped to a site here.');
});

describe('a point in time in a sentence', () => {
  const NOON = '2026-01-05T12:00:00.000Z';
  const told = WORDS.say('expiring-soon.explanation', { domain: 'a.example', end: WORDS.time(NOON) });

  test('is one for a program too, in whose place the reader’s own time can stand', () => {
    expect(textOf(sentence(told))).toContain(`<time datetime="${NOON}">5 Jan 2026, 12:00 UTC</time>.`);
    expect(withoutMarkup(told)).toMatch(
      /^The certificate of a\.example is valid until 5 Jan 2026, 12:00 UTC\./,
    );
  });

  test('is a text where there is no page', () => {
    const plain = createWords(DEFAULT_LANGUAGE, ENGLISH, 'plain');
    expect(plain.time(NOON).phrase).toBe('12:00 UTC on 2026-01-05');
  });

  test.each(LANGUAGES.map((language) => [language.tag, language] as const))('in %s', async (_, language) => {
    const words = await wordsIn(language, 'page');
    const page = textOf(sentence(words.say('action.wait', { until: words.time(NOON) })));
    expect(page).toMatch(/<time datetime="2026-01-05T12:00:00\.000Z">[^<]*12[^<]*UTC[^<]*<\/time>/);
    expect(page).not.toContain('\ufffd');
    const plain = await wordsIn(language, 'plain');
    expect(plain.say('action.wait', { until: plain.time(NOON) })).not.toContain(NOON);
  });

  test.each(['\u20662026-01-05T12:00:00.000Z|now\u2069', '\u2069\u20665|"><script>\u2069'])(
    'cannot come from outside: %j',
    (outside) => {
      const page = textOf(sentence(WORDS.say('status.not-mapped', { domain: outside })));
      expect(page).not.toMatch(/<time|<script/);
      expect(page).toMatch(/^<bdi>/);
    },
  );

  test('is left out whole where a text is cut within it', () => {
    const [, begun = ''] = /^(.*?)5 Jan/.exec(told) ?? [];
    for (let length = 0; length <= told.length; length += 1) {
      const short = textOf(sentence(beginningOf(told, length)));
      expect(short).not.toMatch(/\ufffd|\|/);
      expect(short.includes('<time')).toBe(length > begun.length + '5 Jan 2026, 12:00 UTC'.length);
    }
  });
});
