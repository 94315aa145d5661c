import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';
import { startWordPressRoutes, type WordPressRoutes } from '../support/wordpress-routes.ts';

const SHOP = 'shop.example.test';

let routes: WordPressRoutes;
let stack: RunningStack;

beforeEach(async () => {
  routes = await startWordPressRoutes(derivedSecret(LOCAL_API_KEY));
  stack = await runStack({ environment: { WORDPRESS_URL: `${routes.url}/` } });
});

afterEach(async () => {
  await stack.close();
  await routes.close();
});

const send = (action: 'map' | 'unmap') => stack.send({ action, domain: SHOP, siteId: 2 });

describe('what WordPress is told', () => {
  test('is each change of stage, with a sentence, and at the end that the domain is secure', async () => {
    await send('map');
    await stack.runUntil();
    expect(routes.reports.map(({ stage, secure }) => ({ stage, secure }))).toEqual([
      // No record; then the old one.
      { stage: 'checking-dns', secure: false },
      { stage: 'checking-dns', secure: false },
      // And then no certificate yet.
      { stage: 'checking-ssl-cert', secure: false },
      { stage: 'checking-ssl-cert', secure: false },
      { stage: 'done', secure: true },
    ]);
    expect(routes.reports.at(-1)?.message).toMatch(/^shop\.example\.test is done: /);
  });

  test('is once a day that a domain still waits, that it is overdue, and why it failed', async () => {
    await stack.send({ action: 'map', domain: 'never.example.test', siteId: 2 });
    await stack.runUntil();
    const message = expect.stringMatching(
      /^No DNS record yet\. Set a CNAME record for never\.example\.test /,
    );
    expect(routes.reports).toMatchObject([
      { domain: 'never.example.test', stage: 'checking-dns', secure: false, message },
      { stage: 'checking-dns', message },
      ...Array.from({ length: 5 }, () => ({ stage: 'checking-dns', message, event: 'dns.overdue' })),
      { domain: 'never.example.test', stage: 'failed', secure: false, message },
    ]);
  });

  test('waits for it where WordPress is down: no check is held up, and the end is told once it is back', async () => {
    routes.behave({ kind: 'status', status: 503 });
    await send('map');
    await stack.runUntil(() => stack.eventsOf(SHOP).includes('domain.done'));
    expect(stack.linesOf('wordpress.unavailable').length).toBeGreaterThanOrEqual(5);
    expect(stack.linesOf('wordpress.unavailable')[0]).toMatchObject({
      severity: 'WARNING',
      domain: SHOP,
      reason: 'somebody else answered in the place of the plugin: HTTP 503, nothing in it',
    });
    routes.behave({ kind: 'well' });
    routes.reports.length = 0;
    await stack.runUntil();
    expect(routes.reports).toMatchObject([{ domain: SHOP, stage: 'done', secure: true }]);
    expect(stack.eventsOf(SHOP).at(-1)).toBe('domain.done');
  });
});

describe('a call to Closte that waited in the queue', () => {
  async function queued(action: 'map' | 'unmap') {
    stack.closte.setOutage(true);
    if (action === 'unmap') routes.wishes.set(SHOP, 'removed');
    await send(action);
    stack.closte.setOutage(false);
  }

  test('adds no alias that WordPress has removed since', async () => {
    routes.wishes.set(SHOP, 'removed');
    await queued('map');
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(false);
    expect(stack.linesOf('domain.cancelled')[0]).toMatchObject({ reason: 'WordPress wants it removed now' });
  });

  test('removes no alias that WordPress wants again', async () => {
    await send('map');
    await stack.runUntil();
    await queued('unmap');
    routes.wishes.set(SHOP, 'mapped');
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    expect(stack.linesOf('domain.cancelled')[0]).toMatchObject({ reason: 'WordPress wants it mapped now' });
  });

  test('removes nothing while WordPress does not answer, and does it once it does', async () => {
    await send('map');
    await stack.runUntil();
    await queued('unmap');
    routes.behave({ kind: 'status', status: 500 });
    await stack.runUntil(() => stack.linesOf('wordpress.unavailable').length === 3);
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    routes.wishes.set(SHOP, 'removed');
    routes.behave({ kind: 'well' });
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(false);
  });

  test('that WordPress never answers about is given up without a call to Closte, and the log says whose silence it was', async () => {
    await send('map');
    await stack.runUntil();
    await queued('unmap');
    routes.behave({ kind: 'status', status: 404 });
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    expect(stack.linesOf('domain.failed')[0]).toMatchObject({
      reason: expect.stringMatching(/^WordPress could not be asked within 24 hours /),
      last_seen: { wordpress: 'somebody else answered in the place of the plugin: HTTP 404, nothing in it' },
    });
  });

  test('adds the alias also while WordPress does not answer', async () => {
    await queued('map');
    routes.behave({ kind: 'reset' });
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
  });
});
