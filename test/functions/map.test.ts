import { describe, expect, test } from '@jest/globals';
import {
  answering,
  beside,
  failing,
  listing,
  resetting,
  type Script,
  succeeding,
} from '../support/door-closte.ts';
import { EVENT, IN_TEN_SECONDS, IN_TRACE, NOW, TRACE } from '../support/door-requests.ts';
import { atDoor, CHECK_URL, doorOfFile, QUEUE, SERVICE_ACCOUNT } from '../support/door-world.ts';

const door = await doorOfFile();

test('a mapped domain is answered with what Closte did and what comes next', async () => {
  const answer = await door.send('map', EVENT, { id: 'msg_shape' });
  const [task] = door.tasks();
  expect(answer.status).toBe(202);
  expect(answer.headers['content-type']).toBe('application/json');
  expect(Number(answer.headers['content-length'])).toBe(JSON.stringify(answer.json).length);
  expect(answer.json).toEqual({
    mapping_id: 'msg_shape',
    domain: 'shop.example.com',
    site_id: 2,
    closte: 'added',
    next: { stage: 'checking-dns', visit: 1, task: task?.id, scheduled_for: NOW },
  });
});

test('the first check goes into the queue as the contract has it', async () => {
  await door.send('map', { ...EVENT, interval: 60 }, { id: 'msg_task' });
  const [task] = door.tasks();
  expect(task?.id).toMatch(/^[0-9a-f]{16,}[A-Za-z0-9_-]*-checking-dns-1$/);
  expect(task?.scheduleTime).toEqual(new Date(NOW));
  expect(task?.payload).toEqual({
    mapping_id: 'msg_task',
    ...EVENT,
    interval: 60,
    aliased: true,
    stage: 'checking-dns',
    visit: 1,
    mapped_at: NOW,
    stage_started_at: NOW,
  });
  const [full] = await door.client.getTask({ name: task?.name ?? QUEUE, responseView: 'FULL' });
  expect(full.httpRequest).toMatchObject({
    url: CHECK_URL,
    httpMethod: 'POST',
    headers: { 'Content-Type': 'application/json' },
    oidcToken: { serviceAccountEmail: SERVICE_ACCOUNT, audience: CHECK_URL },
  });
});

const unavailable = (word: string) => ({
  event: 'closte.unavailable',
  severity: 'WARNING',
  reason: expect.stringContaining(word),
  next: expect.objectContaining({ stage: 'adding-domain', scheduled_for: IN_TEN_SECONDS }),
});
const mapped = (closte: string) => ({ event: 'domain.mapped', severity: 'INFO', closte });

describe('what Closte answers', () => {
  test.each<[string, Script, string, string, boolean, object]>([
    ['success', succeeding, 'added', 'checking-dns', true, mapped('added')],
    [
      'that it exists, and its list has it',
      beside(failing('It exists'), listing([EVENT.domain])),
      'already-added',
      'checking-dns',
      true,
      mapped('already-added'),
    ],
    ['HTTP 500', answering({ success: true }, 500), 'queued', 'adding-domain', true, unavailable('HTTP 500')],
    ['HTTP 429', answering('', 429), 'queued', 'adding-domain', true, unavailable('HTTP 429')],
    ['HTML', answering('<html>'), 'queued', 'adding-domain', true, unavailable('no JSON')],
    [
      'a redirect',
      answering('', 302, { Location: '/' }),
      'queued',
      'adding-domain',
      true,
      unavailable('302'),
    ],
    ['nothing', resetting, 'queued', 'adding-domain', true, unavailable('ECONNRESET')],
  ])('%s', async (_what, script, closte, stage, aliased, entry) => {
    door.closte.script = script;
    const answer = await door.send('map', EVENT, IN_TRACE);
    const [task, ...more] = door.tasks();
    expect([answer.status, answer.json['closte'], more]).toEqual([202, closte, []]);
    expect(answer.json['next']).toEqual({
      stage,
      visit: 1,
      task: task?.id,
      scheduled_for: stage === 'checking-dns' ? NOW : IN_TEN_SECONDS,
    });
    expect(task?.payload).toMatchObject({ stage, visit: 1, aliased, stage_started_at: NOW });
    expect(door.entries()).toEqual([
      expect.objectContaining({
        ...entry,
        message: expect.stringContaining('shop.example.com'),
        domain: 'shop.example.com',
        site_id: 2,
        stage,
        'logging.googleapis.com/labels': expect.objectContaining({
          domain: 'shop.example.com',
          site_id: '2',
        }),
        'logging.googleapis.com/operation': expect.objectContaining({
          id: answer.id,
          first: true,
          last: false,
        }),
        'logging.googleapis.com/trace': `projects/demo/traces/${TRACE}`,
      }),
    ]);
    expect(door.entries()[0]).not.toHaveProperty('visit');
  });

  test.each<[string, Script, string, string, number, string]>([
    [
      'an invalid domain',
      failing('Invalid or empty domain: x'),
      'closte-rejected-domain',
      'closte.rejected',
      422,
      'Invalid or empty domain: x',
    ],
    ['a refusal', failing('Bad API key'), 'closte-refused', 'closte.refused', 502, 'Bad API key'],
    ['no reason', answering({ success: false }), 'closte-refused', 'closte.refused', 502, 'no reason'],
  ])('%s', async (_what, script, code, event, status, detail) => {
    door.closte.script = script;
    const answer = await door.send('map', EVENT, { headers: { 'x-cloud-trace-context': `${TRACE}/1` } });
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    expect(answer.json).toMatchObject({ code, status, detail: expect.stringContaining(detail) });
    expect(door.tasks()).toEqual([]);
    expect(door.entries()).toMatchObject([
      {
        event,
        severity: 'ERROR',
        reason: expect.stringContaining(detail),
        domain: 'shop.example.com',
        'logging.googleapis.com/labels': { event, domain: 'shop.example.com', site_id: '2' },
        'logging.googleapis.com/operation': { id: answer.id, first: true, last: true },
        'logging.googleapis.com/trace': `projects/demo/traces/${TRACE}`,
      },
    ]);
  });

  test.each(['network.example', 'a.network.example', '*.network.example'])(
    'an invalid domain for %s, which needs no alias',
    async (domain) => {
      door.closte.script = failing(`Invalid or empty domain: ${domain}`);
      const answer = await door.send('map', { ...EVENT, domain });
      expect([answer.status, answer.json['closte']]).toEqual([202, 'not-needed']);
      expect(door.tasks()).toMatchObject([{ payload: { domain, stage: 'checking-dns', aliased: false } }]);
      expect(door.entries()).toMatchObject([{ ...mapped('not-needed'), domain }]);
    },
  );
});

test.each(['printer.local', '*.shop.internal', 'abcdefghijklmnop.onion', 'shop.example', 'shop.test'])(
  'a domain that no public DNS has is refused, and Closte is not called: %s',
  async (domain) => {
    const answer = await door.send('map', { ...EVENT, domain });
    expect([answer.status, answer.json['code']]).toEqual([422, 'invalid-domain']);
    expect(answer.json['detail']).toContain('no public DNS has such a name');
    expect([door.closte.calls, door.tasks()]).toEqual([[], []]);
  },
);

test('numbers are taken as digits in a string too', async () => {
  const answer = await door.send('map', { ...EVENT, site_id: '12', interval: '30' });
  expect(answer.json).toMatchObject({ site_id: 12 });
  expect(door.tasks()).toMatchObject([{ payload: { site_id: 12, interval: 30 } }]);
});

test.each([
  [' Shop.Example.COM. ', 'shop.example.com', '0'],
  ['*.Bücher.example.org', '*.xn--bcher-kva.example.org', '1'],
])('the domain %j is mapped as %s', async (written, domain, wildcard) => {
  const answer = await door.send('map', { ...EVENT, domain: written });
  expect(answer.json).toMatchObject({ domain });
  const form = new URLSearchParams(door.closte.calls[0]?.body);
  expect([form.get('domain'), form.get('wildcard')]).toEqual([domain, wildcard]);
  expect(door.tasks()).toMatchObject([{ payload: { domain } }]);
});

test('the same event sent twice is one mapping', async () => {
  const first = await door.send('map', EVENT, { id: 'msg_twice' });
  const [again, other] = await Promise.all([
    door.send('map', EVENT, { id: 'msg_twice' }),
    door.send('map', EVENT, { id: 'msg_other' }),
  ]);
  expect([again.status, again.json]).toEqual([202, first.json]);
  expect(other.json['mapping_id']).toBe('msg_other');
  expect(door.tasks().map(({ payload }) => payload['mapping_id'])).toEqual(['msg_twice', 'msg_other']);
});

test.each([257, 2000])('an id of %i characters makes no task that check would refuse', async (length) => {
  const answer = await door.send('map', EVENT, { id: 'x'.repeat(length) });
  const checked = await Promise.all(
    door.tasks().map(({ payload }) => door.send('check', { ...payload, stage: 'removing-domain' })),
  );
  expect([...checked.map(({ status }) => status)]).toEqual(answer.status === 202 ? [200] : []);
});

describe('what the event does not say', () => {
  const bare = { domain: 'shop.example.com', site_id: 2 };

  test('the configuration does', async () => {
    await atDoor(
      { environment: { NETWORK_DOMAIN: 'other.example,network.example', DNS_CHECK_INTERVAL: '20' } },
      async (other) => {
        for (const event of [bare, { ...bare, network_domain: null, interval: null }])
          await other.send('map', event);
        await other.send('map', { ...EVENT, interval: 30 });
        expect(other.tasks().map(({ payload }) => [payload['network_domain'], payload['interval']])).toEqual([
          ['other.example', 20],
          ['other.example', 20],
          ['network.example', 30],
        ]);
      },
    );
  });

  test('is no network where there are addresses', async () => {
    await atDoor(
      { environment: { NETWORK_DOMAIN: undefined, NETWORK_ADDRESSES: '192.0.2.1' } },
      async (other) => {
        expect((await other.send('map', bare)).status).toBe(202);
        expect(other.tasks()[0]?.payload['network_domain'] ?? null).toBeNull();
      },
    );
  });

  test('is missed where there is no target at all', async () => {
    await atDoor({ environment: { NETWORK_DOMAIN: undefined } }, async (other) => {
      const { status, json } = await other.send('map', bare);
      expect([status, json['code']]).toEqual([422, 'invalid-request']);
      for (const name of ['network_domain', 'NETWORK_DOMAIN', 'NETWORK_ADDRESSES'])
        expect(json['detail']).toContain(name);
      expect([other.closte.calls, other.tasks()]).toEqual([[], []]);
    });
  });
});
