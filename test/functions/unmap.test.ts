import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
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
import { PLAIN_KEY } from '../support/door-secrets.ts';
import { atDoor, type Door, doorOfFile } from '../support/door-world.ts';
import { type Behaviour, startWordPressRoutes } from '../support/wordpress-routes.ts';

/** Nobody is told where WordPress is: its signed event is all that there is. */
const door = await doorOfFile();

/** Beside a WordPress that has removed the domain. */
const routes = await startWordPressRoutes(derivedSecret(PLAIN_KEY));
const asking = await doorOfFile({ environment: { WORDPRESS_URL: routes.url } });
beforeEach(() => {
  routes.wishes.clear();
  routes.wishes.set(EVENT.domain, 'removed');
  routes.behave({ kind: 'well' });
  routes.asked.length = 0;
});
afterAll(() => routes.close());

/** The one entry of an event, tied to its mapping and its trace. */
function expectEntry(
  at: Door,
  id: string,
  position: { first: boolean; last: boolean },
  fields: object,
): void {
  expect(at.entries()).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('shop.example.com'),
      domain: 'shop.example.com',
      site_id: 2,
      stage: 'removing-domain',
      'logging.googleapis.com/labels': expect.objectContaining({ domain: 'shop.example.com', site_id: '2' }),
      'logging.googleapis.com/operation': expect.objectContaining({ id, ...position }),
      'logging.googleapis.com/trace': `projects/demo/traces/${TRACE}`,
      ...fields,
    }),
  ]);
}

const SILENCES: readonly (readonly [string, Script, string])[] = [
  ['HTTP 502', answering({ success: true }, 502), 'HTTP 502'],
  ['HTTP 429', answering({ success: false, error: 'Slow down' }, 429), 'HTTP 429'],
  ['HTML', answering('<html>'), 'no JSON'],
  ['an empty body', answering(''), 'empty body'],
  ['JSON that says nothing', answering({ ok: 1 }), 'success'],
  ['a redirect', answering('', 307, { Location: '/' }), 'HTTP 307'],
  ['nothing', resetting, 'ECONNRESET'],
];

describe.each([
  ['by the signed event alone', door],
  ['once WordPress has agreed', asking],
] as const)('%s, Closte is told, and answers', (_how, at) => {
  test.each<[string, Script, string]>([
    ['success', succeeding, 'removed'],
    ['success as a string', answering({ success: 'true' }), 'removed'],
    ['that there is none', failing('Domain not found'), 'already-removed'],
    ['that it does not exist', failing('The alias does not exist'), 'already-removed'],
  ])('%s', async (_what, script, closte) => {
    at.closte.script = script;
    const answer = await at.send('unmap', EVENT, IN_TRACE);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
    expect(answer.json).toEqual({ mapping_id: answer.id, domain: 'shop.example.com', site_id: 2, closte });
    expect(at.closte.calls.map(({ path }) => path)).toEqual(['/api/client/deletedomainalias']);
    expect(at.tasks()).toEqual([]);
    expectEntry(
      at,
      answer.id,
      { first: true, last: true },
      { event: 'domain.unmapped', severity: 'INFO', closte },
    );
  });

  test.each<[string, Script, number, string, string, string]>([
    [
      'that it is no domain',
      failing('Invalid or empty domain: x'),
      422,
      'closte-rejected-domain',
      'closte.rejected',
      'Invalid or empty domain: x',
    ],
    ['a refusal', failing('Bad API key'), 502, 'closte-refused', 'closte.refused', 'Bad API key'],
    [
      'a refusal that says "exists"',
      failing('A lock exists'),
      502,
      'closte-refused',
      'closte.refused',
      'A lock exists',
    ],
    ['a refusal with an object', failing({ code: 7 }), 502, 'closte-refused', 'closte.refused', '{"code":7}'],
  ])('%s', async (_what, script, status, code, event, reason) => {
    at.closte.script = script;
    const answer = await at.send('unmap', EVENT, IN_TRACE);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    expect(answer.json).toMatchObject({ code, status, detail: reason });
    expect(at.tasks()).toEqual([]);
    expectEntry(at, answer.id, { first: true, last: true }, { event, severity: 'ERROR', reason });
  });

  test.each(['network.example', 'a.b.network.example'])(
    'that %s is no domain: it never needed an alias',
    async (domain) => {
      routes.wishes.set(domain, 'removed');
      at.closte.script = failing(`Invalid or empty domain: ${domain}`);
      const answer = await at.send('unmap', { ...EVENT, domain });
      expect([answer.status, answer.json['closte']]).toEqual([200, 'not-needed']);
      expect(at.entries()).toMatchObject([{ event: 'domain.unmapped', closte: 'not-needed', domain }]);
    },
  );
});

describe('Closte answers', () => {
  test.each(SILENCES)(
    '%s, so the call is queued, for WordPress can be asked anew',
    async (_what, script, reason) => {
      asking.closte.script = script;
      const answer = await asking.send('unmap', EVENT, IN_TRACE);
      const [task, ...more] = asking.tasks();
      const next = { stage: 'removing-domain', visit: 1, task: task?.id, scheduled_for: IN_TEN_SECONDS };
      expect(answer.status).toBe(202);
      expect(answer.json).toEqual({
        mapping_id: answer.id,
        domain: 'shop.example.com',
        site_id: 2,
        closte: 'queued',
        next,
      });
      expect(more).toEqual([]);
      expect(task?.scheduleTime).toEqual(new Date(IN_TEN_SECONDS));
      expect(task?.payload).toEqual({
        mapping_id: answer.id,
        ...EVENT,
        interval: 300,
        aliased: true,
        stage: 'removing-domain',
        visit: 1,
        mapped_at: NOW,
        stage_started_at: NOW,
      });
      expectEntry(
        asking,
        answer.id,
        { first: true, last: false },
        { event: 'closte.unavailable', severity: 'WARNING', reason: expect.stringContaining(reason), next },
      );
    },
  );

  test.each(SILENCES)(
    '%s, and nothing is queued where nobody could be asked later',
    async (_what, script, reason) => {
      door.closte.script = script;
      const answer = await door.send('unmap', EVENT, IN_TRACE);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '60']);
      expect(answer.json).toMatchObject({
        code: 'closte-unavailable',
        detail: expect.stringContaining(reason),
      });
      expect(door.tasks()).toEqual([]);
      expectEntry(
        door,
        answer.id,
        { first: true, last: true },
        { event: 'closte.unavailable', severity: 'WARNING', reason: expect.stringContaining(reason) },
      );
    },
  );
});

describe('WordPress is asked first', () => {
  test.each<[string, 'mapped' | undefined, string]>([
    ['wants the domain mapped', 'mapped', 'still-wanted'],
    ['never had it', undefined, 'unheard-of'],
  ])('and where it %s, nothing is removed', async (_what, wish, code) => {
    routes.wishes.delete(EVENT.domain);
    if (wish) routes.wishes.set(EVENT.domain, wish);
    const answer = await asking.send('unmap', EVENT, IN_TRACE);
    expect([answer.status, answer.json['code']]).toEqual([409, code]);
    expect([routes.asked, asking.closte.calls, asking.tasks()]).toEqual([[EVENT.domain], [], []]);
    expectEntry(
      asking,
      answer.id,
      { first: true, last: true },
      { event: 'request.rejected', severity: 'WARNING', code },
    );
  });

  test('and where it says that it is another network, nothing is removed', async () => {
    routes.behave({ kind: 'error', status: 409, code: 'another-network' });
    const answer = await asking.send('unmap', EVENT);
    expect([answer.status, answer.json['code']]).toEqual([409, 'another-network']);
    expect([asking.closte.calls, asking.tasks()]).toEqual([[], []]);
  });

  test.each<[string, Behaviour]>([
    ['nothing', { kind: 'reset' }],
    ['a holding page', { kind: 'status', status: 200, body: '<h1>Coming soon</h1>' }],
    ["a wall's 401", { kind: 'status', status: 401, body: '401 Authorization Required' }],
    ["a security plugin's 401", { kind: 'error', status: 401, code: 'rest_not_logged_in' }],
    ["a proxy's 409", { kind: 'status', status: 409, body: 'Conflict' }],
    ['of another domain', { kind: 'about', domain: 'other.example.com' }],
    ['that its table is gone', { kind: 'error', status: 500, code: 'table-missing' }],
  ])('and where it answers %s, the removal waits, and Closte is not called', async (_what, behaviour) => {
    routes.wishes.set('other.example.com', 'removed');
    routes.behave(behaviour);
    const answer = await asking.send('unmap', EVENT, IN_TRACE);
    const [task] = asking.tasks();
    const next = { stage: 'removing-domain', visit: 1, task: task?.id, scheduled_for: IN_TEN_SECONDS };
    expect([answer.status, answer.json]).toMatchObject([202, { closte: 'queued', next }]);
    expect(asking.closte.calls).toEqual([]);
    expectEntry(
      asking,
      answer.id,
      { first: true, last: false },
      { event: 'wordpress.unavailable', severity: 'WARNING', next },
    );
  });

  test('and the row of the plugin of the version before, which does not name the domain, is enough', async () => {
    routes.behave({ kind: 'no-echo' });
    expect((await asking.send('unmap', EVENT)).json).toMatchObject({ closte: 'removed' });
  });
});

test('a copy of the network that may be anybody’s is not heard: with neither network nor WordPress known, unmap is not configured', async () => {
  await atDoor({ environment: { NETWORK_DOMAIN: undefined } }, async (open) => {
    const { status, json } = await open.send('unmap', EVENT);
    expect([status, json['code']]).toEqual([500, 'not-configured']);
    for (const name of ['NETWORK_DOMAIN', 'WORDPRESS_URL']) expect(json['detail']).toContain(name);
    expect(open.closte.calls).toEqual([]);
  });
  const environment = { NETWORK_DOMAIN: undefined, WORDPRESS_URL: routes.url };
  await atDoor({ environment }, async (open) => {
    expect((await open.send('unmap', EVENT)).json).toMatchObject({ closte: 'removed' });
  });
});

test('a domain that is mapped again right after an unmap that Closte did not answer keeps its alias', async () => {
  door.closte.script = resetting;
  await door.send('unmap', EVENT);
  door.closte.script = beside(failing('It already exists'), listing([EVENT.domain]));
  expect((await door.send('map', EVENT)).json).toMatchObject({ closte: 'already-added' });
  const removals = door.tasks().filter(({ payload }) => payload['stage'] === 'removing-domain');
  expect(removals).toEqual([]);
  // One that a version before has queued.
  const left = { ...EVENT, mapping_id: 'msg_left', interval: 300, aliased: true, visit: 1 };
  door.closte.calls.length = 0;
  const times = { mapped_at: NOW, stage_started_at: NOW };
  const { json } = await door.send('check', { ...left, ...times, stage: 'removing-domain' });
  expect([json['stage'], door.closte.calls]).toEqual(['cancelled', []]);
});

test('a domain is unmapped without a word about the network', async () => {
  const answer = await door.send('unmap', { domain: 'Shop.Example.com.', site_id: '2' });
  expect(answer.json).toMatchObject({ domain: 'shop.example.com', site_id: 2, closte: 'removed' });
});

test('a wildcard is removed as a wildcard', async () => {
  await door.send('unmap', { ...EVENT, domain: '*.example.com' });
  const form = new URLSearchParams(door.closte.calls[0]?.body);
  expect([form.get('domain'), form.get('wildcard')]).toEqual(['*.example.com', '1']);
});

test('the same event sent twice while Closte is down is one task', async () => {
  asking.closte.script = resetting;
  const first = await asking.send('unmap', EVENT, { id: 'msg_twice' });
  const again = await asking.send('unmap', EVENT, { id: 'msg_twice' });
  expect(again.json).toEqual(first.json);
  expect(asking.tasks()).toHaveLength(1);
});
