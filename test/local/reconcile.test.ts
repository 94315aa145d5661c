import type { CloudTasksClient } from '@google-cloud/tasks';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { askForStatus } from '../../local/status-call.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { createTasksClient } from '../../shared/queue/queue.ts';
import { type LogLine, type RunningStack, runStack } from '../support/running-stack.ts';

const SHOP = 'shop.example.test';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In the day far from the looks, which come in the first minute of it. */
const MORNING = new Date(`${new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)}T09:00:00Z`);

let stack: RunningStack;
beforeEach(async () => {
  stack = await runStack({ environment: { WATCH_SPREAD: '60' } }, MORNING);
});
afterEach(() => stack.close());

async function map(...domains: string[]): Promise<void> {
  for (const domain of domains) await stack.send({ action: 'map', domain, siteId: 2 });
  await stack.runUntil();
}

async function pass(seconds: number): Promise<void> {
  stack.clock.advance(seconds);
  await stack.tasks.idle();
}

async function callReconcile(): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${stack.url}/reconcile`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: '{}',
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

/** A run, and all that follows from it. What has just changed is left alone by it, so it comes later than that. */
async function reconcile(): Promise<Readonly<Record<string, unknown>>> {
  await pass(6 * MINUTE);
  const answer = await callReconcile();
  await stack.runUntil();
  return answer;
}

/** The run of the next midnight, and the looks that it brings. */
async function lookTomorrow(): Promise<void> {
  await pass(DAY - ((stack.clock.now().getTime() / 1000) % DAY));
  await callReconcile();
  await stack.runUntil();
}

/** What an operator does to the queue in the console. */
async function inQueue(act: (client: CloudTasksClient, name: string) => Promise<unknown>): Promise<void> {
  const client = await createTasksClient({ project: 'local', emulator: stack.tasks.address });
  await act(client, client.queuePath('local', 'us-central1', 'domain-checks'));
  await client.close();
}

const operationOf = (line: LogLine | undefined) =>
  line?.['logging.googleapis.com/operation'] as { id: string; first: boolean; last: boolean } | undefined;

describe('an alias that somebody has removed by hand', () => {
  test('is added again, and the domain is followed to done under an operation of its own', async () => {
    await map(SHOP);
    stack.closte.setAlias(SHOP, false);
    const before = stack.lines.length;
    expect(await reconcile()).toMatchObject({ counts: { add: 1 }, tasks: 1, complete: true, next: null });
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    const mended = stack.lines.slice(before).filter((line) => line['domain'] === SHOP);
    expect(mended.map(({ event }) => event)).toEqual([
      'domain.mapped',
      'dns.ready',
      'certificate.ready',
      'domain.done',
    ]);
    expect(new Set(mended.map((line) => operationOf(line)?.id))).toEqual(
      new Set([expect.stringMatching(/^reconcile-add-\d{10}-[0-9a-f]{16}$/)]),
    );
    expect(mended.map((line) => operationOf(line)?.first)).toEqual([true, false, false, false]);
    expect(mended.map((line) => operationOf(line)?.last)).toEqual([false, false, false, true]);
  });

  test('is told to WordPress, which had thought that all was done', async () => {
    await map(SHOP);
    stack.closte.setAlias(SHOP, false);
    await pass(6 * MINUTE);
    stack.tell(SHOP, 'normal');
    await callReconcile();
    await stack.tasks.idle();
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'checking-dns' });
    await stack.runUntil();
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'done' });
  });

  test('is left alone while WordPress has only just heard of the domain', async () => {
    await map(SHOP);
    stack.closte.setAlias(SHOP, false);
    expect(await callReconcile()).toMatchObject({ counts: { add: 0, unchanged: 1 }, tasks: 0 });
  });

  test('is added once by two runs at once', async () => {
    await map(SHOP);
    stack.closte.setAlias(SHOP, false);
    await pass(6 * MINUTE);
    await Promise.all([callReconcile(), callReconcile()]);
    await stack.runUntil();
    expect(stack.linesOf('reconcile.finished')).toHaveLength(2);
    expect(stack.linesOf('domain.mapped')).toHaveLength(2);
    expect(stack.linesOf('domain.done')).toHaveLength(2);
  });
});

describe('an event that never arrived', () => {
  test('of a domain that was mapped: it is mapped', async () => {
    stack.wordpress.wish(SHOP, 'mapped', 2);
    await reconcile();
    expect(stack.eventsOf(SHOP).at(0)).toBe('domain.mapped');
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'done' });
  });

  test('of a domain that was removed: its alias goes', async () => {
    await map(SHOP);
    stack.wordpress.wish(SHOP, 'removed', 2);
    expect(await reconcile()).toMatchObject({ counts: { remove: 1 } });
    expect(stack.closte.hasAlias(SHOP)).toBe(false);
    expect(operationOf(stack.linesOf('domain.unmapped')[0])).toMatchObject({
      id: expect.stringMatching(/^reconcile-remove-/),
      first: true,
      last: true,
    });
  });

  test('of a domain that was removed and belongs to no site any more: its alias goes, too', async () => {
    stack.closte.setAlias(SHOP, true);
    stack.wordpress.wish(SHOP, 'removed', 0);
    await reconcile();
    expect(stack.closte.hasAlias(SHOP)).toBe(false);
  });

  test('of a domain that is wanted again before its alias goes: the alias stays', async () => {
    await map(SHOP);
    stack.wordpress.wish(SHOP, 'removed', 2);
    await pass(6 * MINUTE);
    await inQueue((client, name) => client.pauseQueue({ name }));
    expect(await callReconcile()).toMatchObject({ counts: { remove: 1 } });
    stack.wordpress.wish(SHOP, 'mapped', 2);
    await inQueue((client, name) => client.resumeQueue({ name }));
    await stack.runUntil();
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    expect(stack.linesOf('domain.cancelled')).toMatchObject([{ reason: 'WordPress wants it mapped now' }]);
  });
});

test('an alias that WordPress never had is told and not touched', async () => {
  stack.closte.setAlias('mail.somebody-else.test', true);
  expect(await reconcile()).toMatchObject({
    counts: { unmanaged: 1, watch: 0 },
    names: { unmanaged: ['mail.somebody-else.test'] },
    tasks: 0,
  });
  expect(stack.closte.hasAlias('mail.somebody-else.test')).toBe(true);
});

describe('removals beyond the bound', () => {
  const GONE = Array.from({ length: 11 }, (_, n) => `gone-${n}.example.test`).sort();

  beforeEach(() => {
    for (const domain of GONE) {
      stack.closte.setAlias(domain, true);
      stack.wordpress.wish(domain, 'removed', 2);
    }
  });

  test('are held, all of them, with an error that says what to do, and the rest is done', async () => {
    stack.wordpress.wish(SHOP, 'mapped', 2);
    expect(await reconcile()).toMatchObject({
      counts: { remove: 0, held: 11, add: 1 },
      held_because: 'bound',
      names: { held: GONE },
    });
    expect(GONE.filter((domain) => stack.closte.hasAlias(domain))).toEqual(GONE);
    expect(stack.linesOf('reconcile.removals-held')).toMatchObject([
      {
        severity: 'ERROR',
        bound: 10,
        count: 11,
        message: expect.stringContaining('set RECONCILE_MAX_REMOVALS to 11 for one run'),
      },
    ]);
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
  });

  test('are made once there are no more of them than the bound', async () => {
    stack.wordpress.wish(GONE[0] ?? '', 'mapped', 2);
    expect(await reconcile()).toMatchObject({ counts: { remove: 10, held: 0 }, held_because: null });
    expect(GONE.filter((domain) => stack.closte.hasAlias(domain))).toEqual(GONE.slice(0, 1));
    expect(stack.linesOf('reconcile.removals-held')).toEqual([]);
  });
});

describe('a domain that was on its way when the queue was emptied', () => {
  beforeEach(async () => {
    await stack.send({ action: 'map', domain: SHOP, siteId: 2 });
    await stack.runUntil(() => stack.linesOf('dns.pending').length === 1);
    await inQueue((client, name) => client.purgeQueue({ name }));
  });

  test('is left alone while it may still be on its way', async () => {
    await pass(28 * HOUR);
    expect(await reconcile()).toMatchObject({ counts: { recheck: 0, unchanged: 1 } });
  });

  test('is checked anew when it has been silent for longer than that takes, and is done', async () => {
    await pass(29 * HOUR + MINUTE);
    expect(await reconcile()).toMatchObject({ counts: { recheck: 1 } });
    expect(stack.eventsOf(SHOP).slice(-3)).toEqual(['dns.ready', 'certificate.ready', 'domain.done']);
    expect(operationOf(stack.linesOf('dns.ready')[0])).toMatchObject({
      id: expect.stringMatching(/^reconcile-recheck-/),
      first: true,
    });
  });
});

describe('the daily look', () => {
  /** What the look of the next midnight says. */
  async function lookSays(): Promise<LogLine[]> {
    const before = stack.lines.length;
    await lookTomorrow();
    return stack.lines.slice(before).filter((line) => line['domain'] === SHOP);
  }

  test('at a domain that is right tells that for those who ask, and nobody else', async () => {
    await map(SHOP);
    const told = stack.wordpress.rowOf(SHOP);
    expect(await lookSays()).toMatchObject([
      {
        event: 'domain.watched',
        severity: 'DEBUG',
        known: 'done',
        verdict: 'pointing',
        certificate: 'right',
      },
    ]);
    expect(stack.wordpress.rowOf(SHOP)).toEqual(told);
  });

  test('finds that the DNS leads elsewhere now', async () => {
    await map(SHOP);
    stack.tell(SHOP, 'elsewhere');
    expect(await lookSays()).toMatchObject([
      {
        event: 'dns.moved',
        severity: 'ERROR',
        verdict: 'elsewhere',
        was: 'network.test (127.0.0.1)',
        is: expect.stringContaining('127.0.0.2'),
        actions: [expect.objectContaining({ who: 'owner', do: 'change', code: 'reserved-address' })],
      },
    ]);
    const row = stack.wordpress.rowOf(SHOP);
    expect(row).toMatchObject({ stage: 'failed', message: expect.stringContaining('127.0.0.2') });
    expect(row?.message).toMatch(/[Cc]hange|[Rr]eplace|[Ss]et/);
  });

  test('tells that once, and that the domain is right again', async () => {
    await map(SHOP);
    stack.tell(SHOP, 'elsewhere');
    await lookSays();
    const moved = stack.wordpress.rowOf(SHOP);
    await pass(12 * HOUR);
    expect(await lookSays()).toMatchObject([{ event: 'domain.watched', known: 'failed' }]);
    expect(stack.wordpress.rowOf(SHOP)).toEqual(moved);
    await pass(12 * HOUR);
    stack.tell(SHOP, 'normal');
    expect(await lookSays()).toMatchObject([{ event: 'domain.done' }]);
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'done' });
  });

  test('finds that the certificate is gone', async () => {
    await map(SHOP);
    stack.tell(SHOP, 'no-certificate');
    expect(await lookSays()).toMatchObject([
      {
        event: 'certificate.lost',
        severity: 'ERROR',
        problem: 'wrong-name',
        names: ['default.closte.test'],
        actions: [{ who: 'operator', do: 'ask', whom: 'closte', code: 'default-certificate' }],
      },
    ]);
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'ssl-failed', message: expect.any(String) });
  });

  test('finds that the certificate is not renewed, from 20 days before its end', async () => {
    await map(SHOP);
    await pass(65 * DAY);
    expect(await lookSays()).toMatchObject([{ event: 'domain.watched' }]);
    await pass(6 * DAY);
    const days = expect.any(Number);
    const [expiring] = await lookSays();
    expect(expiring).toMatchObject({ event: 'certificate.expiring', severity: 'WARNING', days_left: days });
    expect(expiring?.['days_left']).toBeLessThan(20);
    expect(expiring?.['days_left']).toBeGreaterThan(10);
  });

  test('tells nothing new of a domain that failed, until it is right: then WordPress is told', async () => {
    await map('never.example.test');
    const failed = stack.wordpress.rowOf('never.example.test');
    expect(failed).toMatchObject({ stage: 'failed' });
    await lookTomorrow();
    expect(stack.eventsOf('never.example.test').slice(-2)).toEqual(['domain.failed', 'domain.watched']);
    expect(stack.wordpress.rowOf('never.example.test')).toEqual(failed);

    await pass(6 * DAY);
    stack.tell('never.example.test', 'normal');
    await lookTomorrow();
    expect(stack.linesOf('domain.done')).toMatchObject([
      { severity: 'NOTICE', domain: 'never.example.test', message: expect.stringContaining('after all') },
    ]);
    expect(stack.wordpress.rowOf('never.example.test')).toMatchObject({ stage: 'done' });
  });

  test('says that the alias is gone by then, and the next run adds it', async () => {
    await map(SHOP);
    await pass(DAY - ((stack.clock.now().getTime() / 1000) % DAY) - 5 * MINUTE);
    expect(await callReconcile()).toMatchObject({ counts: { watch_due: 1 }, tasks: 1 });
    stack.closte.setAlias(SHOP, false);
    await stack.runUntil();
    expect(stack.linesOf('closte.alias-missing')).toMatchObject([{ severity: 'WARNING', domain: SHOP }]);
    expect(stack.wordpress.rowOf(SHOP)).toMatchObject({ stage: 'done' });
    expect(await reconcile()).toMatchObject({ counts: { add: 1 } });
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
    expect(stack.eventsOf(SHOP).at(-1)).toBe('domain.done');
  });
});

describe('a list that Closte gives in part', () => {
  const SHOPS = Array.from({ length: 12 }, (_, n) => `shop-${n}.example.test`);

  test.each(['empty', 'paged'] as const)(
    '(%s) leads to nothing, and the next whole one is read',
    async (how) => {
      await map(...SHOPS, '*.wild.example.test');
      stack.closte.giveList(how);
      await pass(6 * MINUTE);
      const response = await fetch(`${stack.url}/reconcile`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: '{}',
      });
      expect([response.status, await response.json()]).toEqual([
        503,
        expect.objectContaining({ code: 'lists-unreadable' }),
      ]);
      expect(stack.linesOf('closte.list-implausible')).toMatchObject([{ severity: 'ERROR' }]);
      stack.closte.giveList('whole');
      expect(await reconcile()).toMatchObject({ counts: { add: 0, unmanaged: 0 } });
    },
  );
});

test('an alias that another app of Closte has is tried once a day, and told each time', async () => {
  stack.closte.holdElsewhere(SHOP, true);
  stack.wordpress.wish(SHOP, 'mapped', 2);
  for (let hours = 0; hours < 7 * 24; hours++) {
    await pass(HOUR);
    await callReconcile();
    await stack.runUntil();
  }
  const told = stack.linesOf('closte.held-elsewhere').length;
  expect([7, 8]).toContain(told);
  expect(stack.eventsOf(SHOP)).toEqual(
    Array.from({ length: told }, () => ['closte.held-elsewhere', 'domain.failed']).flat(),
  );
  expect(stack.wordpress.rowOf(SHOP)).toMatchObject({
    stage: 'failed',
    message: expect.stringContaining('Another site at Closte has the domain'),
  });
  // Nobody refused an event: a visit alone has found it.
  const seen = await askForStatus(`${stack.url}/status`, derivedSecret(LOCAL_API_KEY), SHOP);
  expect(seen).toMatchObject({
    status: {
      verdict: { kind: 'action-needed' },
      alias: 'not-listed',
      given_up: { since: expect.any(String) },
    },
  });
  const problems = 'status' in seen && typeof seen.status === 'object' ? seen.status.problems : [];
  expect(problems.map(({ code }) => code)).toContain('held-elsewhere');
  expect(problems.map(({ code }) => code)).not.toContain('not-an-alias');
  stack.closte.holdElsewhere(SHOP, false);
  await pass(DAY);
  await callReconcile();
  await stack.runUntil();
  expect(stack.eventsOf(SHOP).at(-1)).toBe('domain.done');
});

test('without a WordPress every alias is looked at, and none is added, removed or checked anew', async () => {
  await stack.close();
  stack = await runStack({ environment: { WATCH_SPREAD: '60', WORDPRESS_URL: '' } }, MORNING);
  await map(SHOP);
  stack.closte.setAlias('mail.somebody-else.test', true);
  stack.closte.setAlias('no name', true);
  await pass(DAY - ((stack.clock.now().getTime() / 1000) % DAY));
  expect(await callReconcile()).toMatchObject({
    has_wordpress: false,
    counts: { add: 0, remove: 0, recheck: 0, watch: 2, watch_due: 2, unmanaged: 0, unchanged: 1 },
    names: { watch: ['mail.somebody-else.test', SHOP] },
    tasks: 2,
  });
  await stack.runUntil();
  expect(stack.eventsOf(SHOP).at(-1)).toBe('domain.watched');
  expect(stack.eventsOf('mail.somebody-else.test')).toEqual(['dns.moved']);
});

test('each domain is looked at once a day, however many runs there are, at its own time', async () => {
  await stack.close();
  const spread = 2 * HOUR;
  stack = await runStack({ environment: { WATCH_SPREAD: String(spread), WORDPRESS_URL: '' } }, MORNING);
  const domains = Array.from({ length: 60 }, (_, n) => `shop-${n}.example.test`);
  for (const domain of domains) stack.closte.setAlias(domain, true);
  const midnight = (Math.floor(MORNING.getTime() / 1000 / DAY) + 1) * DAY;
  // So that there is a run before midnight that orders looks of the day after it.
  await pass(midnight - MORNING.getTime() / 1000 - 25 * MINUTE);

  const times = new Map<string, number>();
  for (let run = 0; run < 14; run++) {
    await callReconcile();
    for (const { name, scheduleTime } of stack.tasks.tasks())
      times.set(name.id, scheduleTime.getTime() / 1000);
    await callReconcile();
    await pass(15 * MINUTE);
  }
  expect(
    stack
      .linesOf('dns.moved')
      .map((line) => line['domain'])
      .sort(),
  ).toEqual(domains.toSorted());
  expect(times.size).toBe(domains.length);
  const quarters = [...times.values()].map((time) => Math.floor((time - midnight) / (15 * MINUTE)));
  expect(Math.min(...quarters)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...quarters)).toBeLessThan(8);
  expect(new Set(quarters).size).toBe(8);
});
