import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Page as Tab } from 'playwright-core';
import { renderStatusPage } from '../../shared/status/page/page.ts';
import type { Status } from '../../shared/status/status.ts';
import { ENGLISH } from '../../shared/words/en/en.ts';
import { DEFAULT_LANGUAGE } from '../../shared/words/languages.ts';
import { createWords } from '../../shared/words/words.ts';
import { HOSTILE_TEXTS, withTexts } from '../shared/status/page/hostile.ts';
import { ACTION_NEEDED, READY, STATUSES } from '../shared/status/statuses.ts';
import { browserAndServer } from './support/browser-and-server.ts';
import { openPage } from './support/open-page.ts';

const { browser, server } = await browserAndServer();

describe('without JavaScript', () => {
  test('all can be read, and nothing is there that would need it', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    await using open = await openPage(browser, server.url, { javaScriptEnabled: false });
    // As it is laid out: what is hidden is not in it.
    const words = await open.tab.evaluate<string>('document.body.innerText');
    const { sentence, problems, actions, records_to_set, resolvers } = ACTION_NEEDED;
    const isToldAbove = (code: string) => actions.some((action) => action.code === code);
    const expected = [
      sentence,
      ...problems.flatMap(({ code, title, explanation, remedy }) =>
        isToldAbove(code) ? [title, explanation] : [title, explanation, remedy],
      ),
      ...records_to_set.flat().flatMap(({ host, value }) => [host, value]),
      ...resolvers.flatMap(({ resolver, answer }) => [resolver, answer]),
      'Checked 23 Nov 2026, 14:05 UTC.',
    ];
    for (const text of expected) expect(words).toContain(text);
    expect(await open.tab.locator('button:visible').count()).toBe(0);
    expect(words).not.toContain('every 30 seconds');
  });

  test('a link looks again, at the very same address', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    await using open = await openPage(browser, server.url, { javaScriptEnabled: false });
    server.answer(renderStatusPage(READY));
    await open.tab.getByRole('link', { name: 'Look again' }).click();
    await open.tab.getByRole('heading', { name: 'shop.example.com Ready' }).waitFor();
    expect(open.tab.url()).toBe(server.url);
  });

  test('technical details open all the same', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    await using open = await openPage(browser, server.url, { javaScriptEnabled: false });
    await open.tab.getByText('Technical details').first().click();
    expect(await open.tab.getByText('wrong-address: 1.1.1.1').isVisible()).toBe(true);
  });
});

test.each([
  ['America/New_York', '23 Nov 2026, 09:05 GMT-5'],
  ['Asia/Kolkata', '23 Nov 2026, 19:35 GMT+5:30'],
  ['Pacific/Kiritimati', '24 Nov 2026, 04:05 GMT+14'],
])('in %s the page was checked at %s', async (timezoneId, time) => {
  server.answer(renderStatusPage(READY));
  await using open = await openPage(browser, server.url, { timezoneId });
  expect(await open.tab.locator('.checked').textContent()).toBe(`Checked ${time}.`);
});

test('a time within a sentence is the reader’s own as well', async () => {
  const words = createWords(DEFAULT_LANGUAGE, ENGLISH, 'page');
  const end = words.time('2026-11-23T14:05:30Z');
  const explanation = words.say('expiring-soon.explanation', { domain: READY.domain, end });
  const [problem] = ACTION_NEEDED.problems;
  if (problem === undefined) throw new Error('no problem');
  server.answer(renderStatusPage({ ...ACTION_NEEDED, problems: [{ ...problem, explanation }] }));
  await using open = await openPage(browser, server.url, { timezoneId: 'Asia/Kolkata' });
  expect(await open.tab.locator('.problem .words').first().textContent()).toBe(
    `The certificate of ${READY.domain} is valid until 23 Nov 2026, 19:35 GMT+5:30. It should have been renewed by now.`,
  );
});

describe('a button to copy', () => {
  const button = (tab: Tab, name: string) => tab.getByRole('button', { name, exact: true });
  const announced = (tab: Tab, words: string) => tab.getByRole('status').filter({ hasText: words }).waitFor();

  test.each([
    ['Copy host name shop', 'shop'],
    ['Copy value network.example', 'network.example'],
    ['Copy value 2001:db8::7', '2001:db8::7'],
  ])('"%s" copies "%s", says so and keeps the focus', async (name, text) => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    const permissions = ['clipboard-read', 'clipboard-write'];
    await using open = await openPage(browser, server.url, { permissions }, (tab) => tab.clock.install());
    await button(open.tab, name).first().press('Enter');
    await announced(open.tab, 'Copied');
    expect(await open.tab.evaluate('navigator.clipboard.readText()')).toBe(text);
    expect(await open.tab.evaluate('document.activeElement.firstElementChild.textContent')).toBe('Copied');
    await open.tab.clock.runFor(2000);
    await button(open.tab, name).first().waitFor();
    expect(open.complaints).toEqual([]);
  });

  test('selects the text where the browser does not let it copy', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    await using open = await openPage(browser, server.url, {}, (tab) =>
      tab.addInitScript('Object.defineProperty(navigator, "clipboard", { value: undefined })'),
    );
    await button(open.tab, 'Copy value network.example').first().click();
    await announced(open.tab, 'Selected.');
    expect(await open.tab.evaluate('getSelection().toString()')).toBe('network.example');
    expect(open.complaints).toEqual([]);
  });
});

describe('hostile texts', () => {
  /**
   * How often each element is there in the document as the browser reads it, with the names of its
   * attributes.
   */
  const ELEMENTS = `[...new DOMParser().parseFromString(page, 'text/html').querySelectorAll('*')]
    .map((element) => [element.localName, ...element.getAttributeNames()].join(' '))`;

  async function elementsOf(tab: Tab, status: Status): Promise<ReadonlyMap<string, number>> {
    const page = JSON.stringify(renderStatusPage(status).html);
    const elements = await tab.evaluate<readonly string[]>(`((page) => ${ELEMENTS})(${page})`);
    return new Map([...Map.groupBy(elements, (element) => element)].map(([kind, all]) => [kind, all.length]));
  }

  test.each(HOSTILE_TEXTS)('%j does nothing, wherever it stands', async (text) => {
    server.answer(renderStatusPage(withTexts(ACTION_NEEDED, () => text)));
    await using open = await openPage(browser, server.url);
    for (const summary of await open.tab.getByText('Technical details').all()) await summary.click();
    await open.tab.getByRole('button', { name: 'Copy' }).first().hover();
    expect(await open.tab.evaluate('globalThis.hurt')).toBeUndefined();
    expect(open.complaints).toEqual([]);
    expect(open.asked.filter((address) => !address.startsWith('data:'))).toEqual([server.url]);
    expect(open.tab.url()).toBe(server.url);
  });

  test.each(Object.entries(STATUSES))('%s: make no element and no attribute', async (_, status) => {
    await using open = await openPage(browser, server.url);
    let harmlessTexts = 0;
    const harmless = await elementsOf(
      open.tab,
      withTexts(status, () => `harmless ${++harmlessTexts}`),
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        let next = 0;
        const hostile = withTexts(status, () => texts[next++ % texts.length] ?? '');
        for (const [kind, count] of await elementsOf(open.tab, hostile)) {
          const most = harmless.get(kind) ?? 0;
          if (count > most) throw new Error(`<${kind}> is there ${count} times instead of ${most}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});
