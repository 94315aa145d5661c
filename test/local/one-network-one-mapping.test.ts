import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { sendEvent } from '../../local/send-event.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const SHOP = 'shop.example.test';

let stack: RunningStack;

beforeEach(async () => {
  stack = await runStack();
});

afterEach(async () => {
  await stack.close();
});

const map = (domain: string, id: string) => stack.send({ action: 'map', domain, siteId: 2, id });

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** Sends an event to the functions, past WordPress. */
const past = (action: 'map' | 'unmap', more: object) =>
  sendEvent(stack.url, derivedSecret(LOCAL_API_KEY), { action, domain: SHOP, siteId: 2, ...more });

test('of a domain that is mapped again only the new mapping is followed to its end', async () => {
  await map(SHOP, 'evt_first');
  await stack.runUntil(() => stack.linesOf('dns.pending').length === 1);
  await map(SHOP, 'evt_second');
  await stack.runUntil();
  const ends = stack.lines
    .filter(({ event }) => /^domain\.(done|failed|cancelled)$/.test(event))
    .map((line) => [line.event, (line['logging.googleapis.com/operation'] as { id: string }).id])
    .toSorted();
  expect(ends).toEqual([
    ['domain.cancelled', 'evt_first'],
    ['domain.done', 'evt_second'],
  ]);
  expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ wanted: 'mapped', stage: 'done' });
});

describe('a domain that WordPress wants', () => {
  beforeEach(async () => {
    await map(SHOP, 'evt_map');
    await stack.runUntil();
  });

  test('keeps its alias where a copy of the network, which has the same key, sends an unmap', async () => {
    const response = await past('unmap', { networkDomain: 'staging.test' });
    expect([response.status, await codeOf(response)]).toEqual([409, 'another-network']);
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
  });

  test('is followed by nobody else where the copy sends a map', async () => {
    expect((await past('map', { networkDomain: 'staging.test' })).status).toBe(409);
    await stack.runUntil();
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'done' });
  });

  test('keeps its alias where an old unmap is played again', async () => {
    const response = await past('unmap', {});
    expect([response.status, await codeOf(response)]).toEqual([409, 'still-wanted']);
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
  });
});

test('an alias that WordPress never had stays where it is asked to be removed', async () => {
  stack.closte.setAlias(SHOP, true);
  const response = await past('unmap', {});
  expect([response.status, await codeOf(response)]).toEqual([409, 'unheard-of']);
  expect(stack.closte.hasAlias(SHOP)).toBe(true);
});
