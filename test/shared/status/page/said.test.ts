import { describe, expect, test } from '@jest/globals';
import { html, textOf } from '../../../../shared/status/page/html.ts';
import { said, sentence, withoutMarkup } from '../../../../shared/status/page/said.ts';
import { ENGLISH } from '../../../../shared/words/en/en.ts';
import { DEFAULT_LANGUAGE } from '../../../../shared/words/languages.ts';
import { createWords } from '../../../../shared/words/words.ts';

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
