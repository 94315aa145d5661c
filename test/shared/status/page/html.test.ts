import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Html, html, isolated, NOTHING, textOf } from '../../../../shared/status/page/html.ts';

const written = (text: string) => textOf(html`${text}`);

describe('a text in markup', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"><img src='x'>`, '&quot;&gt;&lt;img src=&#39;x&#39;&gt;'],
    ['&lt;', '&amp;lt;'],
    ['$& $1 $$', '$&amp; $1 $$'],
    ['\\u003c \\n', '\\u003c \\n'],
    ['grüße 你好 😀', 'grüße 你好 😀'],
    ['two\nlines\tand a tab\r\nand a third', 'two\nlines\tand a tab\nand a third'],
  ])('%j is written %j', (text, markup) => {
    expect(written(text)).toBe(markup);
  });

  test.each([
    ['NUL', '\0'],
    ['escape', '\u001b'],
    ['a carriage return alone', '\r'],
    ['DEL', '\u007f'],
    ['next line', '\u0085'],
    ['Arabic letter mark', '\u061c'],
    ['right-to-left mark', '\u200f'],
    ['right-to-left override', '\u202e'],
    ['line separator', '\u2028'],
    ['paragraph separator', '\u2029'],
    ['right-to-left isolate', '\u2067'],
    ['half of a surrogate pair', '\ud800'],
  ])('%s shows as a replacement character', (_, character) => {
    expect(written(`a${character}b`)).toBe('a\ufffdb');
  });

  test('leaves the element and the attribute that it was put into no more than it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(written(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

test('markup in markup stays what it is, alone or in a list', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
  expect(textOf(html`<ul class="${'x"y'}">${items}${NOTHING}${3}</ul>`)).toBe(
    '<ul class="x&quot;y"><li>a</li><li>&lt;b&gt;</li>3</ul>',
  );
});

test('a backslash in a template is what it is in a string', () => {
  expect(textOf(html`a\u00e9\n`)).toBe('aé\n');
});

test('a name is isolated from the direction of what stands around it', () => {
  expect(textOf(isolated('א<ב'))).toBe('<bdi>א&lt;ב</bdi>');
});

test('a string is no markup: that does not compile', () => {
  const text: string = '<b>';
  // @ts-expect-error
  const markup: Html = text;
  // @ts-expect-error
  const made: Html = { markup: text };
  expect([markup, made]).toHaveLength(2);
});
