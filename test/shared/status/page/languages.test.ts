import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { actionsFor } from '../../../../shared/advice/actions.ts';
import { TO_BE_MAPPED } from '../../../../shared/advice/waiting.ts';
import { PROBLEM_CODES } from '../../../../shared/diagnosis/domain-problem.ts';
import { renderProblemPage, renderStatusPage } from '../../../../shared/status/page/page.ts';
import { ENGLISH } from '../../../../shared/words/en/en.ts';
import { DEFAULT_LANGUAGE } from '../../../../shared/words/languages.ts';
import { problemInWords } from '../../../../shared/words/problem.ts';
import { createWords } from '../../../../shared/words/words.ts';
import { PROBLEMS_IN_SCENES } from '../../diagnosis/problems-in-scenes.ts';
import { PSEUDO_CATALOG, PSEUDO_LANGUAGE } from '../../words/pseudo-language.ts';
import { statusIn } from '../status-in.ts';
import { AT_PROVIDER, STATUSES } from '../statuses.ts';

const PSEUDO = createWords(PSEUDO_LANGUAGE, PSEUDO_CATALOG, 'page');
const ENGLISH_ON_PAGE = createWords(DEFAULT_LANGUAGE, ENGLISH, 'page');
const READER = { words: PSEUDO, query: 'domain=shop.example.com&expires=1&signature=a%22b' };
const PROBLEM_PAGES = ['expired', 'wrong', 'busy', 'unavailable'] as const;

/** What people read, without names and values, which are the same in every language. */
function ownWords(page: string): string {
  return page
    .replace(/<title>[^ ]*:/, '')
    .replace(/(<nav class="languages"[^>]*>.*?)<ul>.*?<\/ul>/gs, '$1')
    .replace(/<(style|script|bdi|code)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll(/&\w+;|UTC|CNAME|AAAA/g, '');
}

const latinIn = (page: string) => /[a-z]{2,}[^<]{0,40}/i.exec(ownWords(page))?.[0];

describe('no sentence of the page comes from elsewhere than the catalog', () => {
  test.each(Object.entries(STATUSES))('%s', (_, status) => {
    const spoken = statusIn(PSEUDO, status);
    const wherever = [
      spoken,
      { ...spoken, zone: { apex: null, servers: [] }, records_found: [], actions: TO_BE_MAPPED },
      { ...spoken, target: { network_domain: null, addresses: ['192.0.2.1', '192.0.2.2'] } },
      { ...spoken, target: { ...spoken.target, addresses: [] }, alias: 'unknown' as const },
      { ...spoken, alias: 'not-listed' as const },
      { ...spoken, given_up: { since: spoken.checked_at, next: spoken.checked_at } },
    ];
    for (const one of wherever) {
      const { html } = renderStatusPage(one, { name: 'Ω', link: 'mailto:a@b.example' }, READER);
      expect(latinIn(html)).toBeUndefined();
    }
  });

  test.each(PROBLEM_CODES.map((code) => [code]))('with the problem %s', (code) => {
    const problems = PROBLEMS_IN_SCENES.filter((problem) => problem.code === code);
    expect(problems).not.toEqual([]);
    for (const problem of problems) {
      for (const actions of [actionsFor([problem]), []]) {
        const status = statusIn(PSEUDO, { ...AT_PROVIDER, actions }, problem);
        expect(latinIn(renderStatusPage(status, {}, READER).html)).toBeUndefined();
      }
    }
  });

  test.each(PROBLEM_PAGES.map((problem) => [problem]))('in the place of a status: %s', (problem) => {
    const { html } = renderProblemPage(problem, { name: 'Ω' }, READER);
    expect(latinIn(html)).toBeUndefined();
    expect(ownWords(html)).toMatch(/[α-ω]{3}/);
  });

  test('in its script', () => {
    const { html } = renderStatusPage(AT_PROVIDER, {}, READER);
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
    const english = Object.entries(ENGLISH).filter(([key]) => key.startsWith('page.script.'));
    expect(english).toHaveLength(9);
    for (const [key, message] of english) {
      const [beginning = ''] = message.split('{');
      expect([key, script.includes(beginning)]).toEqual([key, false]);
    }
    expect(script).toContain(PSEUDO.say('page.script.looks-again', { seconds: 30 }));
  });
});

describe('the page of a language', () => {
  const pages = [
    renderStatusPage(statusIn(PSEUDO, AT_PROVIDER), {}, READER),
    renderProblemPage('wrong', {}, READER),
  ];

  test('says which language that is, and in which direction it is written', () => {
    for (const { html } of pages) expect(html).toContain('<html lang="en-XA" dir="rtl">');
    expect(renderProblemPage('wrong').html).toContain('<html lang="en" dir="ltr">');
  });

  test('has the script of that language, and the policy lets it in', () => {
    const scripts = [renderStatusPage(AT_PROVIDER, {}, READER), renderStatusPage(AT_PROVIDER)].map(
      ({ html, contentSecurityPolicy }) => {
        const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
        const hash = createHash('sha256').update(script).digest('base64');
        expect(contentSecurityPolicy).toContain(`script-src 'sha256-${hash}'`);
        return script;
      },
    );
    expect(new Set(scripts).size).toBe(2);
    expect(scripts[0]).toContain("new Intl.DateTimeFormat('ja', ");
  });

  test('writes times as that language does', () => {
    expect(pages[0]?.html).toContain('>2026年11月23日 14:05 UTC</time>');
  });

  test('marks up each value in a sentence, and leaves no control of the direction', () => {
    const status = statusIn(ENGLISH_ON_PAGE, AT_PROVIDER);
    const { html } = renderStatusPage(status, {}, { words: ENGLISH_ON_PAGE, query: '' });
    expect(html).toContain('<p class="sentence"><bdi>shop.example.com</bdi> is ready');
    for (const page of [html, ...pages.map((one) => one.html)]) {
      expect(page).not.toMatch(/\p{Bidi_Control}|\ufffd/u);
    }
  });
});

describe('the choice of a language', () => {
  const languages = [DEFAULT_LANGUAGE, PSEUDO_LANGUAGE, { ...DEFAULT_LANGUAGE, tag: 'es', name: 'Español' }];

  test('has each by its own name, and leads to the same page', () => {
    const { html } = renderStatusPage(AT_PROVIDER, {}, { ...READER, languages });
    expect(html).toContain(
      '<a href="?domain=shop.example.com&amp;expires=1&amp;signature=a%22b&amp;lang=es" lang="es" hreflang="es" dir="ltr">Español</a>',
    );
    expect(html).toContain('<strong lang="en-XA" dir="rtl" aria-current="true">');
  });

  test('is not offered where a link is not good: nothing of it is repeated', () => {
    expect(renderProblemPage('wrong', {}, { ...READER, languages }).html).not.toMatch(
      /hreflang|shop\.example/,
    );
  });

  test('takes the place of a choice before', () => {
    const query = 'domain=a.example&lang=en';
    const { html } = renderStatusPage(AT_PROVIDER, {}, { words: PSEUDO, query, languages });
    expect(html).toContain('href="?domain=a.example&amp;lang=es"');
  });

  test('is not offered where there is one language', () => {
    const alone = { ...READER, languages: [PSEUDO_LANGUAGE] };
    expect(renderStatusPage(AT_PROVIDER, {}, alone).html).not.toContain('hreflang');
  });
});

describe('whom to ask stands below a remedy', () => {
  const contact = { name: 'Example Sites' };
  const times = (html: string) => html.split('<p class="contact">').length - 1;

  test.each([
    ['where these people have to act, in whatever words', true, 2],
    ['and not where they have not', false, 1],
  ])('%s', (_, concerns_operator, expected) => {
    const [problem] = PROBLEMS_IN_SCENES;
    if (problem === undefined) throw new Error('there are problems');
    for (const words of [PSEUDO, ENGLISH_ON_PAGE]) {
      const problems = [{ ...problemInWords(problem, words), concerns_operator }];
      const status = { ...AT_PROVIDER, actions: [], problems };
      expect(times(renderStatusPage(status, contact, { words, query: '' }).html)).toBe(expected);
    }
  });

  test.each([
    ['expired', 1],
    ['wrong', 1],
    ['busy', 0],
    ['unavailable', 1],
  ] as const)('of what is %s: %s', (problem, expected) => {
    expect(times(renderProblemPage(problem, contact, READER).html)).toBe(expected);
  });
});
