import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningStack, runStack } from '../support/running-stack.ts';

/** Recorded from Ultimate Multisite on a network named network.test: which hooks fire, with which arguments. */
interface Recording {
  readonly scenarios: Readonly<
    Record<
      string,
      { readonly hooks_in_order: readonly { readonly hook: string; readonly args: readonly unknown[] }[] }
    >
  >;
}

const recording = JSON.parse(
  readFileSync(new URL('../data/ultimate-multisite-hooks.json', import.meta.url), 'utf8'),
) as Recording;

interface Event {
  readonly action: 'map' | 'unmap';
  readonly domain: string;
  readonly siteId: number;
}

/** The events that a scenario's hooks amount to: the mapping ones, and the old name of a rename. */
function eventsOf(scenario: string): Event[] {
  const hooks = recording.scenarios[scenario]?.hooks_in_order ?? [];
  return hooks.flatMap(({ hook, args }): Event[] => {
    const [first, second] = args.map(String);
    switch (hook) {
      case 'wu_add_domain':
        return [{ action: 'map', domain: first ?? '', siteId: Number(second) }];
      case 'wu_remove_domain':
        return [{ action: 'unmap', domain: first ?? '', siteId: Number(second) }];
      case 'wu_transition_domain_domain':
        return first === 'new' ? [] : [{ action: 'unmap', domain: first ?? '', siteId: 2 }];
      default:
        return [];
    }
  });
}

let stack: RunningStack;

beforeEach(async () => {
  stack = await runStack();
});

afterEach(async () => {
  await stack.close();
});

async function play(events: readonly Event[]) {
  const answers: unknown[] = [];
  for (const event of events) answers.push(await (await stack.send(event)).json());
  await stack.runUntil();
  return answers;
}

describe('the recorded hooks of Ultimate Multisite, as events', () => {
  test('a domain is mapped, and removed again', async () => {
    expect(eventsOf('map')).toHaveLength(1);
    expect(await play(eventsOf('map'))).toMatchObject([{ domain: 'shop.example.com', closte: 'added' }]);
    expect(stack.eventsOf('shop.example.com').at(-1)).toBe('domain.done');
    expect(await play(eventsOf('unmap'))).toMatchObject([{ domain: 'shop.example.com', closte: 'removed' }]);
    expect(stack.closte.hasAlias('shop.example.com')).toBe(false);
  });

  test('a domain is renamed: the old name loses its alias, the new one gets one', async () => {
    await play([{ action: 'map', domain: 'ssl404.example.com', siteId: 2 }]);
    const rename = eventsOf('rename a mapped domain');
    expect(rename).toEqual([
      { action: 'unmap', domain: 'ssl404.example.com', siteId: 2 },
      { action: 'map', domain: 'renamed.example.com', siteId: 2 },
    ]);
    await play(rename);
    expect(stack.closte.hasAlias('ssl404.example.com')).toBe(false);
    expect(stack.closte.hasAlias('renamed.example.com')).toBe(true);
    expect(stack.eventsOf('renamed.example.com').at(-1)).toBe('domain.done');
  });

  test("a site under the network's own domain needs no alias and is done at the first look", async () => {
    const answers = await play(eventsOf('create a site in subdomain mode'));
    expect(answers).toMatchObject([{ domain: 'blog3.network.test', site_id: 3, closte: 'not-needed' }]);
    expect(stack.closte.hasAlias('blog3.network.test')).toBe(false);
    expect(stack.wordpress.rowOf('blog3.network.test')).toMatchObject({ stage: 'done', notNeeded: true });
    expect(stack.eventsOf('blog3.network.test')).toEqual([
      'domain.mapped',
      'dns.ready',
      'certificate.ready',
      'domain.done',
    ]);
  });

  test('a second domain is mapped to a site that has one', async () => {
    await play(eventsOf('create a site through Ultimate Multisite'));
    await play(eventsOf('map a second, primary domain'));
    expect(stack.closte.hasAlias('um4.example.com')).toBe(true);
    expect(stack.linesOf('domain.done').map((line) => line['domain'])).toEqual([
      'um4.network.test',
      'um4.example.com',
    ]);
  });
});
