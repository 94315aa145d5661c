import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';

/** A page in a browser of its own, and all that was said against it or done by it. */
export interface OpenPage extends AsyncDisposable {
  readonly tab: Tab;
  /** What the console said: a violation of the page's policy, an error of its script. */
  readonly complaints: readonly string[];
  /** The addresses that were asked for. */
  readonly asked: readonly string[];
}

/** @param prepare what is to be done before the page is there, such as to take the clock over */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (tab: Tab) => Promise<unknown> = async () => {},
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
  tab.on('request', (request) => asked.push(request.url()));
  await prepare(tab);
  await tab.goto(url);
  return { tab, complaints, asked, [Symbol.asyncDispose]: () => context.close() };
}
