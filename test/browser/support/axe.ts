import axe from 'axe-core';
import type { Page as Tab } from 'playwright-core';

/** A rule of WCAG 2.2 (2.5.8) that axe leaves out unless it is asked for. */
const RULES = { 'target-size': { enabled: true } };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every rule that is broken, with the elements that break it.
 *
 * @param part a selector of what is looked at; the whole page unless it is said
 */
export async function violations(tab: Tab, part?: string): Promise<readonly string[]> {
  // The page's policy does not bind what a debugger evaluates.
  await tab.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, rules: RULES });
  const where = part === undefined ? 'document' : JSON.stringify(part);
  return tab.evaluate<readonly string[]>(`axe.run(${where}, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
}
