import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { renderProblemPage, renderStatusPage } from '../../shared/status/page/page.ts';
import type { Status } from '../../shared/status/status.ts';
import {
  ACTION_NEEDED,
  APEX_WITHOUT_RECORDS,
  LONG_NAME,
  LONGEST_LABEL_STATUS,
  NOT_MAPPED,
  OPERATORS_TURN,
  READY,
  WAITING_FOR_DNS,
} from '../shared/status/statuses.ts';
import { browserAndServer } from './support/browser-and-server.ts';
import { openPage } from './support/open-page.ts';

const CONTACT = { name: 'Example Sites', link: 'https://network.example/help' };
const PHONE = { viewport: { width: 360, height: 740 } };

const { browser, server } = await browserAndServer();

/** Where an element ends, in pixels below the top of the page. */
async function endOf(part: Locator): Promise<number> {
  const box = await part.boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}

describe('the first screen of a phone', () => {
  test.each<readonly [string, Status]>([
    ['a record to change', { ...ACTION_NEEDED, actions: ACTION_NEEDED.actions.slice(1) }],
    ['a record to set', APEX_WITHOUT_RECORDS],
    ['a record that somebody else has to set', OPERATORS_TURN],
  ])('has the verdict, the first thing to do and all that is copied for it: %s', async (_, status) => {
    server.answer(renderStatusPage(status, CONTACT));
    await using open = await openPage(browser, server.url, PHONE);
    const { tab } = open;
    const copies = tab.locator('.record').first().locator('.copy');
    expect(await copies.count()).toBe(2);
    for (const part of [tab.locator('h1'), tab.locator('.sentence'), copies.first(), copies.last()]) {
      expect(await endOf(part)).toBeLessThanOrEqual(PHONE.viewport.height);
    }
  });

  test.each([
    ['a label of 63 letters', LONGEST_LABEL_STATUS],
    ['an international name', LONG_NAME],
  ])('has nothing that sticks out: %s', async (_, status) => {
    server.answer(renderStatusPage(status, CONTACT));
    await using open = await openPage(browser, server.url, PHONE);
    const beyond = `[...document.querySelectorAll('main *')]
      .filter((part) => !part.closest('.unseen') && part.getBoundingClientRect().right > innerWidth)
      .map((part) => part.outerHTML.slice(0, 80))`;
    expect(await open.tab.evaluate(beyond)).toEqual([]);
    expect(await open.tab.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  test('has each value in one piece where the line has room for it', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED, CONTACT));
    await using open = await openPage(browser, server.url, PHONE);
    const lines =
      "[...document.querySelectorAll('.record code')].map((code) => code.getClientRects().length)";
    expect(new Set(await open.tab.evaluate<readonly number[]>(lines))).toEqual(new Set([1]));
  });
});

describe('on paper', () => {
  test('there are no buttons, everything is open, dark on white, and links have their addresses', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED, CONTACT));
    await using open = await openPage(browser, server.url, { colorScheme: 'dark' });
    const { tab } = open;
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await tab.locator('button:visible, .button:visible').count()).toBe(0);
    const heights = `[...document.querySelectorAll('details > :not(summary)')].map((part) => part.getBoundingClientRect().height)`;
    const folded = await tab.evaluate<readonly number[]>(heights);
    expect(folded.length).toBeGreaterThan(1);
    expect(folded.every((height) => height > 0)).toBe(true);
    const style = (of: string, property: string, pseudo = '') =>
      tab.evaluate(`getComputedStyle(document.querySelector('${of}'), '${pseudo}').${property}`);
    expect(await style('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await style('body', 'color')).toBe('rgb(0, 0, 0)');
    expect(await style('.contact a', 'content', '::after')).toContain(CONTACT.link);
  });

  test('a browser that cannot open them by style has them opened by the script, and closed afterwards', async () => {
    server.answer(renderStatusPage(ACTION_NEEDED));
    await using open = await openPage(browser, server.url);
    const openOnes = "document.querySelectorAll('details[open]').length";
    await open.tab.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await open.tab.evaluate(openOnes)).toBe(await open.tab.locator('details').count());
    await open.tab.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await open.tab.evaluate(openOnes)).toBe(0);
  });
});

describe('whom to ask', () => {
  test.each([
    ['at the end of every page', renderStatusPage(READY, CONTACT), 1],
    ['where he is to be asked as well', renderStatusPage(NOT_MAPPED, CONTACT), 2],
    ['where it is his turn as well', renderStatusPage(OPERATORS_TURN, CONTACT), 2],
    ['where there is no status', renderProblemPage('expired', CONTACT), 1],
  ])('can be followed %s', async (_, page, times) => {
    server.answer(page);
    await using open = await openPage(browser, server.url);
    const links = open.tab.getByRole('link', { name: CONTACT.link });
    expect(await links.count()).toBe(times);
    expect(await links.first().getAttribute('href')).toBe(CONTACT.link);
    expect(open.complaints).toEqual([]);
  });
});

test.each([
  [true, '09:05 GMT-5'],
  [false, '14:05 UTC'],
])('with script: %s, the end of the wait is told as %s', async (javaScriptEnabled, time) => {
  const until = '2026-11-24T14:05:00Z';
  const actions = [{ who: 'nobody', do: 'wait', until, code: 'not-propagated-yet' } as const];
  server.answer(renderStatusPage({ ...WAITING_FOR_DNS, actions }));
  await using open = await openPage(browser, server.url, {
    javaScriptEnabled,
    timezoneId: 'America/New_York',
  });
  expect(await open.tab.locator('section .words').first().textContent()).toBe(
    `You have nothing to do: it takes until 24 Nov 2026, ${time} at most.`,
  );
});
