import { describe, expect, test } from '@jest/globals';
import { status } from '../../functions/status.ts';
import type { LogEntry } from '../../shared/logging/entry.ts';
import { QueueUnavailable } from '../../shared/queue/queue.ts';
import { taskName } from '../../shared/queue/task-name.ts';
import { parseConfig } from '../../shared/setup/config.ts';
import type { Services } from '../../shared/setup/services.ts';
import type { Status } from '../../shared/status/status.ts';
import type { RowAnswer } from '../../shared/wordpress/one-domain.ts';
import { DEFAULT_LANGUAGE } from '../../shared/words/languages.ts';
import { domain } from '../support/net-domain.ts';
import { createWorld } from '../support/world.ts';

const SHOP = domain('shop.example.com');
const parsed = parseConfig({
  CLOSTE_CLIENT_API_KEY: 'key',
  GOOGLE_CLOUD_PROJECT: 'demo',
  CHECK_URL: 'https://check.example.com/',
  NETWORK_DOMAIN: 'network.example',
});

/** Looks at the page of a domain that is right, and of which WordPress has this stage. */
async function lookAt(stage: 'failed' | 'done', queue: 'up' | 'down' = 'up') {
  const { services } = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
    () => 'none',
  );
  const row: RowAnswer = {
    kind: 'row',
    siteId: 7,
    wanted: 'mapped',
    stage,
    updatedAt: services.now(),
    wishedAt: undefined,
    aliasRefusal: undefined,
  };
  const added: string[] = [];
  const entries: LogEntry[] = [];
  const watched = {
    ...services,
    closteList: { ...services.closteList, find: async () => ({ kind: 'listed' }) },
    wordpress: { rowFor: async () => row },
    queue: {
      ...services.queue,
      add: async (...[visit]: Parameters<Services['queue']['add']>) => {
        if (queue === 'down') throw new QueueUnavailable('UNAVAILABLE');
        added.push(taskName(visit));
      },
    },
  } as unknown as Services;
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  const { config } = parsed;
  const log = { write: (entry: LogEntry) => entries.push(entry) } as unknown as Parameters<
    typeof status.act
  >[0]['log'];
  const act = () =>
    status.act(
      { config, services: watched, log, progress: () => {} },
      { about: 'domain', domain: SHOP, language: DEFAULT_LANGUAGE, as: 'json', query: '' },
    );
  const answers = [await act(), await act()];
  return { answers, added, entries };
}

describe('a look at the page of a domain that is right', () => {
  test('has it followed again if it was given up, by one and the same task', async () => {
    const { answers, added } = await lookAt('failed');
    expect(new Set(added).size).toBe(1);
    expect(added[0]).toMatch(/-checking-dns-1$/);
    expect(answers[0]).toMatchObject({ status: 200, body: { verdict: { kind: 'ready' } } });
    const { body } = answers[0] as { readonly body: Status };
    expect(body.given_up?.next).toBe(body.checked_at);
  });

  test('writes nothing otherwise', async () => {
    expect((await lookAt('done')).added).toEqual([]);
  });

  test('is answered though the queue is down', async () => {
    const { answers, entries } = await lookAt('failed', 'down');
    expect(answers[0]).toMatchObject({ status: 200, body: { verdict: { kind: 'ready' } } });
    expect(entries.map(({ event }) => event)).toContain('queue.unavailable');
  });
});
