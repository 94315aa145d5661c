import { beforeEach, expect, test } from '@jest/globals';
import type { Page as Tab } from 'playwright-core';
import { renderProblemPage, renderStatusPage } from '../../shared/status/page/page.ts';
import type { Status } from '../../shared/status/status.ts';
import { ACTION_NEEDED, READY, WAITING_FOR_DNS } from '../shared/status/statuses.ts';
import { browserAndServer } from './support/browser-and-server.ts';
import { type OpenPage, openPage } from './support/open-page.ts';

const HOUR = 3_600_000;
const ANOTHER_SENTENCE = 'Something is another way by now.';

/** As the page that is open, with another sentence: whoever sees it has looked again. */
const later = (status: Status): Status => ({ ...status, sentence: ANOTHER_SENTENCE });

const { browser, server } = await browserAndServer();

beforeEach(() => server.answer(renderStatusPage(ACTION_NEEDED)));

const openWithClock = () => openPage(browser, server.url, {}, (tab) => tab.clock.install());

/** Lets the page's time pass until it has asked so many times more. */
async function untilAsked(tab: Tab, times: number): Promise<void> {
  const goal = server.requests() + times;
  while (server.requests() < goal) await tab.clock.runFor(1000);
}

/** Lets an hour of the page's time pass: it must not ask in it. */
async function expectNoLook({ tab }: OpenPage): Promise<void> {
  const before = server.requests();
  await tab.clock.runFor(HOUR);
  expect(server.requests()).toBe(before);
}

const seeSentence = (tab: Tab) => tab.getByText(ANOTHER_SENTENCE).waitFor();
const seeState = (tab: Tab, words: string) => tab.locator('#state').filter({ hasText: words }).waitFor();
const toggle = (tab: Tab) => tab.locator('#toggle');
const focused = (tab: Tab) => tab.evaluate('document.activeElement.textContent');

test('the page shows what has changed, half a minute later', async () => {
  await using open = await openWithClock();
  const before = server.requests();
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await open.tab.clock.runFor(29_000);
  expect(server.requests()).toBe(before);
  await open.tab.clock.runFor(1000);
  await seeSentence(open.tab);
  expect(server.requests()).toBe(before + 1);
  expect(open.complaints).toEqual([]);
});

test('the title, the icon and what a screen reader hears follow the verdict', async () => {
  await using open = await openWithClock();
  const iconBefore = await open.tab.locator('#icon').getAttribute('href');
  server.answer(renderStatusPage(WAITING_FOR_DNS));
  await untilAsked(open.tab, 1);
  await open.tab.getByRole('heading', { name: 'shop.example.com Waiting' }).waitFor();
  expect(await open.tab.title()).toBe('shop.example.com: waiting');
  expect(await open.tab.locator('#icon').getAttribute('href')).not.toBe(iconBefore);
  await open.tab.clock.runFor(200);
  expect(await open.tab.getByRole('status').textContent()).toBe('shop.example.com: waiting');
});

test('a look that finds the same verdict is not announced', async () => {
  await using open = await openWithClock();
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  await open.tab.clock.runFor(200);
  expect(await open.tab.getByRole('status').textContent()).toBe('');
});

test('new content has its copy buttons and its local times too', async () => {
  await using open = await openPage(browser, server.url, { timezoneId: 'America/New_York' }, (tab) =>
    tab.clock.install(),
  );
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  expect(await open.tab.locator('.copy:visible').count()).toBe(8);
  expect(await open.tab.locator('.checked').textContent()).toContain('09:05 GMT-5');
});

test('what has the focus keeps it, and what is open stays open', async () => {
  await using open = await openWithClock();
  const details = open.tab.locator('details').nth(1);
  await details.locator('summary').click();
  await open.tab.getByRole('button', { name: 'Copy value 2001:db8::7' }).focus();
  // One problem fewer: the second of them is the first by now.
  const fewer = { ...later(ACTION_NEEDED), problems: ACTION_NEEDED.problems.slice(1) };
  server.answer(renderStatusPage(fewer));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  expect(await focused(open.tab)).toBe('Copy value 2001:db8::7');
  expect(await open.tab.locator('details[open]').textContent()).toContain('caa-forbids');
});

test('the focus on technical details stays there', async () => {
  await using open = await openWithClock();
  await open.tab.locator('summary').nth(1).focus();
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  expect(await open.tab.evaluate('document.activeElement.parentElement.dataset.keep')).toBe(
    'problem caa-forbids',
  );
});

test('the focus on something that is gone goes to the content, not to the beginning of everything', async () => {
  await using open = await openWithClock();
  await open.tab.getByRole('button', { name: 'Copy value 2001:db8::7' }).focus();
  server.answer(renderStatusPage(READY));
  await untilAsked(open.tab, 1);
  await open.tab.getByRole('heading', { name: 'shop.example.com Ready' }).waitFor();
  expect(await open.tab.evaluate('document.activeElement.localName')).toBe('main');
});

test('while text is selected, nothing is taken from under the hand', async () => {
  await using open = await openWithClock();
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await open.tab.evaluate('getSelection().selectAllChildren(document.querySelector("h1"))');
  await expectNoLook(open);
  await open.tab.evaluate('getSelection().removeAllRanges()');
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
});

test('nobody is asked for a page that nobody sees', async () => {
  await using open = await openWithClock();
  await open.tab.evaluate('Object.defineProperty(document, "hidden", { value: true, configurable: true })');
  await expectNoLook(open);
  await open.tab.evaluate('delete document.hidden');
  await untilAsked(open.tab, 1);
});

test('it can be paused, and goes on', async () => {
  await using open = await openWithClock();
  await toggle(open.tab).click();
  await seeState(open.tab, 'Paused.');
  expect(await focused(open.tab)).toBe('Go on');
  await expectNoLook(open);
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await toggle(open.tab).click();
  await seeState(open.tab, 'every 30 seconds');
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
});

test('an answer that comes after the pause is not shown', async () => {
  await using open = await openWithClock();
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  const release = server.hold();
  await untilAsked(open.tab, 1);
  await toggle(open.tab).click();
  release();
  // Asked on the same way, and later: by its answer the page has dealt with the first.
  await open.tab.evaluate('fetch(location.href).then((response) => response.text())');
  expect(await open.tab.locator('.sentence').textContent()).toBe(ACTION_NEEDED.sentence);
});

test('it ends when the domain is ready, and takes the focus off the button that goes', async () => {
  await using open = await openWithClock();
  await toggle(open.tab).focus();
  server.answer(renderStatusPage(READY));
  await untilAsked(open.tab, 1);
  await toggle(open.tab).waitFor({ state: 'hidden' });
  expect(await focused(open.tab)).toBe('Look again');
  expect(await open.tab.locator('#state').textContent()).toBe('');
  await expectNoLook(open);
});

test('a page that is ready does not look again', async () => {
  server.answer(renderStatusPage(READY));
  await using open = await openWithClock();
  expect(await toggle(open.tab).isVisible()).toBe(false);
  await expectNoLook(open);
});

test.each([401, 403])('HTTP %i ends it, and it says why', async (status) => {
  await using open = await openWithClock();
  server.answer(renderProblemPage('expired'), status);
  await untilAsked(open.tab, 1);
  await seeState(open.tab, 'its link is not valid any more');
  await open.tab.clock.runFor(200);
  expect(await open.tab.getByRole('status').textContent()).toMatch(/link is not valid any more/);
  expect(await open.tab.getByRole('heading', { level: 1 }).textContent()).toContain('Action needed');
  expect(await toggle(open.tab).isVisible()).toBe(false);
  await expectNoLook(open);
});

test('one failure changes nothing but what it says of itself', async () => {
  await using open = await openWithClock();
  server.answer(renderProblemPage('unavailable'), 503);
  await untilAsked(open.tab, 1);
  await seeState(open.tab, 'No answer at the moment');
  expect(await open.tab.getByRole('heading', { level: 1 }).textContent()).toContain('Action needed');
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  await seeState(open.tab, 'This page looks again every 30 seconds.');
});

test('an answer that is no such page counts as a failure', async () => {
  await using open = await openWithClock();
  server.answer({ html: '<p>Sign in to the network</p>', contentSecurityPolicy: "default-src 'none'" });
  await untilAsked(open.tab, 1);
  await seeState(open.tab, 'No answer at the moment');
  expect(await open.tab.getByRole('heading', { level: 1 }).textContent()).toContain('Action needed');
});

test('20 failures in a row end it, and no fewer', async () => {
  await using open = await openWithClock();
  server.answer(renderProblemPage('unavailable'), 500);
  await untilAsked(open.tab, 19);
  await seeState(open.tab, 'No answer at the moment');
  server.answer(renderStatusPage(later(ACTION_NEEDED)));
  await untilAsked(open.tab, 1);
  await seeSentence(open.tab);
  server.answer(renderProblemPage('unavailable'), 500);
  await untilAsked(open.tab, 20);
  await seeState(open.tab, 'there was no answer for too long');
  await expectNoLook(open);
});
