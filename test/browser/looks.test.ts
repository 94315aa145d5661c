import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type Page, renderProblemPage, renderStatusPage } from '../../shared/status/page/page.ts';
import { LANGUAGES } from '../../shared/words/languages.ts';
import { createWords } from '../../shared/words/words.ts';
import { PROBLEMS_IN_SCENES } from '../shared/diagnosis/problems-in-scenes.ts';
import { statusIn } from '../shared/status/status-in.ts';
import { AT_PROVIDER, STATUSES } from '../shared/status/statuses.ts';
import { violations } from './support/axe.ts';
import { browserAndServer } from './support/browser-and-server.ts';
import { openPage } from './support/open-page.ts';

const CONTACT = { name: 'Example Sites', link: 'mailto:help@network.example' };

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));

const PAGES: readonly (readonly [string, Page])[] = [
  ...Object.entries(STATUSES).map(([name, status]) => [name, renderStatusPage(status, CONTACT)] as const),
  ['link-expired', renderProblemPage('expired', CONTACT)],
  ['link-wrong', renderProblemPage('wrong')],
  ['unavailable', renderProblemPage('unavailable')],
];

/** The same in each language, with a problem that has many words. */
const PAGES_BY_LANGUAGE = await Promise.all(
  LANGUAGES.slice(1).map(async (language) => {
    const words = createWords(language, await language.catalog(), 'page');
    const problem = PROBLEMS_IN_SCENES.find(({ code }) => code === 'caa-forbids');
    const status = { ...statusIn(words, AT_PROVIDER, problem), language: language.tag };
    return [
      language.tag,
      renderStatusPage(status, CONTACT, { words, query: 'domain=shop.example.com' }),
    ] as const;
  }),
);

/** Widths in CSS pixels: a small phone and a desk. */
const WIDTHS = [360, 1280];

const { browser, server } = await browserAndServer();
await mkdir(SCREENSHOTS, { recursive: true });

describe.each([...PAGES, ...PAGES_BY_LANGUAGE])('the page %s', (name, page) => {
  test.each(
    (['light', 'dark'] as const).flatMap((scheme) => WIDTHS.map((width) => [scheme, width] as const)),
  )('%s, %i pixels wide, can be read by everybody', async (colorScheme, width) => {
    server.answer(page);
    await using open = await openPage(browser, server.url, { colorScheme, viewport: { width, height: 800 } });
    const { tab, complaints } = open;
    await tab.screenshot({ path: `${SCREENSHOTS}${name}-${colorScheme}-${width}.png`, fullPage: true });
    // With all that can be opened, which is when most is there that could stick out.
    await tab.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await violations(tab)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('a page that is not for everybody would be found out', async () => {
  server.answer({
    html: '<title>x</title><main><h3 style="color:#aaa">Pale</h3><button style="width:9px;height:9px"></button><button style="width:9px;height:9px"></button><p style="width:2000px">Wide</p>',
    contentSecurityPolicy: "style-src 'none'; style-src-attr 'unsafe-inline'",
  });
  await using open = await openPage(browser, server.url, { viewport: { width: 360, height: 800 } });
  const rules = new Set((await violations(open.tab)).map((violation) => violation.split(':')[0]));
  expect([...rules]).toEqual(
    expect.arrayContaining([
      'button-name',
      'color-contrast',
      'html-has-lang',
      'page-has-heading-one',
      'target-size',
    ]),
  );
  expect(await open.tab.evaluate('document.documentElement.scrollWidth')).toBeGreaterThan(360);
});
