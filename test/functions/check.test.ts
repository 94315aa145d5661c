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
import { IN_TRACE, NOW, TRACE, VISIT } from '../support/door-requests.ts';
import { PLAIN_KEY } from '../support/door-secrets.ts';
import { type Door, doorOfFile, type LogLine } from '../support/door-world.ts';
import { type Behaviour, startWordPressRoutes } from '../support/wordpress-routes.ts';

const TWO_DAYS_AGO = '2026-01-03T08:00:00.000Z';

const SECOND = { ...VISIT, interval: 60, visit: 2 };
const ADDING = { ...SECOND, stage: 'adding-domain' };
const REMOVING = { ...SECOND, stage: 'removing-domain' };

// Nobody listens there: what a resolver says is for other tests.
const RESOLVERS = { DNS_RESOLVERS: '127.0.0.1:1' };
const door = await doorOfFile({ environment: RESOLVERS });

/** The same, beside a WordPress that has removed the domain: without one, nobody agrees to a removal. */
const routes = await startWordPressRoutes(derivedSecret(PLAIN_KEY));
const agreed = await doorOfFile({ environment: { ...RESOLVERS, WORDPRESS_URL: routes.url } });
beforeEach(() => {
  routes.wishes.clear();
  routes.current.clear();
  routes.wishes.set(VISIT.domain, 'removed');
  routes.behave({ kind: 'well' });
  routes.asked.length = 0;
  routes.reports.length = 0;
});
afterAll(() => routes.close());

let mappings = 0;

/** Delivers a visit of a new mapping, as the queue does. */
async function deliver(visit: object, at = door) {
  const mapping_id = `msg_${++mappings}`;
  const answer = await at.send('check', { ...visit, mapping_id }, IN_TRACE);
  const [task, ...more] = at.tasks();
  expect(more).toEqual([]);
  return { mapping_id, task, ...answer };
}

/** The events logged, of which the last ends the mapping's life, or not. */
function expectEntries(at: Door, mapping_id: string, ends: boolean, ...expected: LogLine[]): void {
  const entries = at.entries();
  expect(entries).toMatchObject(expected);
  for (const entry of entries) {
    expect(entry).toMatchObject({
      domain: 'shop.example.com',
      site_id: 2,
      visit: 2,
      'logging.googleapis.com/labels': { event: entry['event'], domain: 'shop.example.com', site_id: '2' },
      'logging.googleapis.com/operation': {
        id: mapping_id,
        first: false,
        last: ends && entry === entries.at(-1),
      },
      'logging.googleapis.com/trace': `projects/demo/traces/${TRACE}`,
    });
  }
}

describe('adding-domain', () => {
  test.each<[string, Script, string, boolean]>([
    ['success', succeeding, 'added', true],
    [
      'that it exists, and its list has it',
      beside(failing('It already exists'), listing(['shop.example.com'])),
      'already-added',
      true,
    ],
  ])('goes on to the DNS at once when Closte answers %s', async (_what, script, closte, aliased) => {
    door.closte.script = script;
    const { status, json, task, mapping_id } = await deliver(ADDING);
    const next = { stage: 'checking-dns', visit: 1, task: task?.id, scheduled_for: NOW };
    expect([status, json]).toEqual([200, { outcome: 'advanced', stage: 'checking-dns', next }]);
    expect(task?.payload).toEqual({ ...SECOND, mapping_id, aliased, stage: 'checking-dns', visit: 1 });
    expectEntries(door, mapping_id, false, {
      event: 'domain.mapped',
      severity: 'INFO',
      closte,
      stage: 'checking-dns',
    });
  });

  test('goes on without an alias where none is needed', async () => {
    door.closte.script = failing('Invalid or empty domain: network.example');
    const { json, task } = await deliver({ ...ADDING, domain: 'network.example' });
    expect(json).toMatchObject({ outcome: 'advanced' });
    expect(task?.payload).toMatchObject({ stage: 'checking-dns', aliased: false });
    expect(door.entries()).toMatchObject([{ event: 'domain.mapped', closte: 'not-needed' }]);
  });

  test('fails for good when Closte takes the name for no domain', async () => {
    door.closte.script = failing('Invalid or empty domain: x');
    const { status, json, task, mapping_id } = await deliver(ADDING);
    expect([status, json, task]).toEqual([200, { outcome: 'finished', stage: 'failed' }, undefined]);
    const reason = expect.stringContaining('Invalid or empty domain: x');
    expectEntries(
      door,
      mapping_id,
      true,
      { event: 'closte.rejected', severity: 'ERROR', stage: 'adding-domain', reason },
      { event: 'domain.failed', severity: 'ERROR', stage: 'adding-domain', reason },
    );
  });
});

describe('removing-domain', () => {
  test.each<[string, Script, string]>([
    ['success', succeeding, 'removed'],
    ['that there is none', failing('No such alias'), 'already-removed'],
  ])('ends when Closte answers %s', async (_what, script, closte) => {
    agreed.closte.script = script;
    const { status, json, task, mapping_id } = await deliver(REMOVING, agreed);
    expect([status, json, task]).toEqual([200, { outcome: 'finished', stage: 'removed' }, undefined]);
    const entry = { event: 'domain.unmapped', severity: 'INFO', closte, stage: 'removing-domain' };
    expectEntries(agreed, mapping_id, true, entry);
  });

  test('ends when Closte takes the name for no domain', async () => {
    agreed.closte.script = failing('Invalid or empty domain: x');
    const { json, task, mapping_id } = await deliver(REMOVING, agreed);
    expect([json, task]).toEqual([{ outcome: 'finished', stage: 'removed' }, undefined]);
    expectEntries(agreed, mapping_id, true, { event: 'closte.rejected', severity: 'ERROR' });
  });

  test('tells WordPress that it was carried out, and is, whatever WordPress says to it', async () => {
    const { mapping_id } = await deliver(REMOVING, agreed);
    expect(routes.reports).toMatchObject([{ stage: 'removed', mapping_id, mapped_at: NOW }]);
    await agreed.reset();
    routes.current.set(VISIT.domain, 'msg_newer');
    const { json } = await deliver(REMOVING, agreed);
    expect(json).toEqual({ outcome: 'finished', stage: 'removed' });
    expect(agreed.entries()).toMatchObject([{ event: 'domain.unmapped' }]);
  });

  test.each<[string, 'mapped' | undefined, string]>([
    ['wants it mapped', 'mapped', 'WordPress wants it mapped now'],
    ['never had it', undefined, 'WordPress has never heard of it'],
  ])('ends as cancelled, and Closte is not called, where WordPress %s', async (_what, wish, reason) => {
    routes.wishes.delete(VISIT.domain);
    if (wish) routes.wishes.set(VISIT.domain, wish);
    const { json, task, mapping_id } = await deliver(REMOVING, agreed);
    expect([json, task]).toEqual([{ outcome: 'finished', stage: 'cancelled' }, undefined]);
    expect(agreed.closte.calls).toEqual([]);
    expectEntries(agreed, mapping_id, true, { event: 'domain.cancelled', severity: 'NOTICE', reason });
  });

  test('ends as cancelled, and Closte is not called, where WordPress cannot be asked', async () => {
    const { json, task, mapping_id } = await deliver(REMOVING);
    expect([json, task, door.closte.calls]).toEqual([
      { outcome: 'finished', stage: 'cancelled' },
      undefined,
      [],
    ]);
    const reason = expect.stringContaining('WORDPRESS_URL');
    expectEntries(door, mapping_id, true, { event: 'domain.cancelled', reason });
  });

  test.each<[string, Behaviour]>([
    ['nothing', { kind: 'reset' }],
    ['a holding page', { kind: 'status', status: 200, body: '<h1>Soon</h1>' }],
    ["a wall's 401", { kind: 'status', status: 401, body: 'Log in' }],
    ['of another domain', { kind: 'about', domain: 'other.example.com' }],
    ['an empty list that names no domain', { kind: 'no-echo' }],
    ['that its table is gone', { kind: 'error', status: 500, code: 'table-missing' }],
  ])('waits, and Closte is not called, where WordPress answers %s', async (_what, behaviour) => {
    if (behaviour.kind === 'no-echo') routes.wishes.delete(VISIT.domain);
    routes.behave(behaviour);
    const { json, task, mapping_id } = await deliver(REMOVING, agreed);
    expect(json).toMatchObject({ outcome: 'waiting', stage: 'removing-domain' });
    expect(task?.payload).toMatchObject({ stage: 'removing-domain', visit: 3 });
    expect(agreed.closte.calls).toEqual([]);
    expectEntries(agreed, mapping_id, false, { event: 'wordpress.unavailable', severity: 'WARNING' });
  });
});

describe.each([
  { visit: ADDING, at: door },
  { visit: REMOVING, at: agreed },
])('$visit.stage', ({ visit, at }) => {
  const { stage } = visit;

  test.each<[string, Script, string, string, string]>([
    ['HTTP 500', answering('', 500), 'closte.unavailable', 'WARNING', 'HTTP 500'],
    ['nothing', resetting, 'closte.unavailable', 'WARNING', 'ECONNRESET'],
    ['a redirect', answering('', 301), 'closte.unavailable', 'WARNING', 'HTTP 301'],
    ['a refusal', failing('Bad API key'), 'closte.refused', 'ERROR', 'Bad API key'],
  ])(
    'waits 40 s after its second visit when Closte answers %s',
    async (_what, script, event, severity, reason) => {
      at.closte.script = script;
      const { status, json, task, mapping_id } = await deliver(visit, at);
      const scheduled_for = new Date(Date.parse(NOW) + 40_000).toISOString();
      const next = { stage, visit: 3, task: task?.id, scheduled_for };
      expect([status, json]).toEqual([200, { outcome: 'waiting', stage, next }]);
      expect(task?.payload).toEqual({ ...visit, mapping_id, visit: 3, looked_at: NOW });
      expectEntries(at, mapping_id, false, {
        event,
        severity,
        stage,
        reason: expect.stringContaining(reason),
        next,
      });
    },
  );

  test.each<[string, Script]>([
    ['silence', resetting],
    ['refusals', failing('Bad API key')],
  ])('is given up after a day of %s, with a word on what to do', async (_what, script) => {
    at.closte.script = script;
    const { json, task } = await deliver({ ...visit, stage_started_at: TWO_DAYS_AGO, looks: 5 }, at);
    expect([json, task]).toEqual([{ outcome: 'finished', stage: 'failed' }, undefined]);
    expect(at.entries().at(-1)).toMatchObject({
      event: 'domain.failed',
      severity: 'ERROR',
      remedy: expect.any(String),
      'logging.googleapis.com/operation': { last: true },
    });
  });

  test('a visit delivered twice has one successor', async () => {
    at.closte.script = resetting;
    const body = { ...visit, mapping_id: `msg_twice_${stage}` };
    const answers = [await at.send('check', body), await at.send('check', body)];
    expect(answers[1]?.json).toEqual(answers[0]?.json);
    expect(at.tasks()).toHaveLength(1);
  });
});

describe('checking-dns', () => {
  const CHECKING = { ...SECOND, stage: 'checking-dns' };

  test('waits for the interval, and says so when Closte has no list to give', async () => {
    // Later than the lists of the tests before, which are kept for a minute.
    door.clock.advance(61);
    door.closte.script = listing([7]);
    const { status, json, mapping_id } = await deliver(CHECKING);
    const scheduled_for = new Date(door.clock.now().getTime() + 60_000).toISOString();
    expect([status, json['outcome'], json['stage']]).toEqual([200, 'waiting', 'checking-dns']);
    expect(json['next']).toMatchObject({ stage: 'checking-dns', visit: 3, scheduled_for });
    expectEntries(
      door,
      mapping_id,
      false,
      { event: 'closte.unavailable', severity: 'WARNING', reason: expect.stringContaining('element 0') },
      { event: 'dns.pending', severity: 'INFO', verdict: 'unknown', next: json['next'] },
    );
  });

  test.each([
    ['a name that needed no alias', { ...CHECKING, aliased: false }],
    ['the very first visit', { ...CHECKING, visit: 1 }],
  ])('asks Closte for no list for %s', async (_what, visit) => {
    // No list of the tests before is good any more.
    door.clock.advance(61);
    const { json } = await deliver(visit);
    expect([json['outcome'], door.closte.calls]).toEqual(['waiting', []]);
  });
});

describe('a network that is none of ours is not judged', () => {
  const COPY: Behaviour = { kind: 'error', status: 409, code: 'another-network' };
  const IN_AN_HOUR = () => new Date(agreed.clock.now().getTime() + 3_600_000).toISOString();
  const STAGES = ['adding-domain', 'checking-dns', 'checking-ssl-cert', 'removing-domain'];
  const ELSEWHERE = { network_domain: 'old.example' };

  test.each([
    ...STAGES.map((stage) => [stage, 'its network is none of NETWORK_DOMAIN', ELSEWHERE, undefined] as const),
    ...['adding-domain', 'removing-domain'].map((stage) => [stage, 'WordPress says so', {}, COPY] as const),
  ])('%s waits an hour where %s, and nothing is spent', async (stage, _why, change, behaviour) => {
    if (behaviour) routes.behave(behaviour);
    const visit = { ...SECOND, ...change, stage, looks: 1 };
    const { json, task, mapping_id } = await deliver(visit, agreed);
    const next = { stage, visit: 2, task: task?.id, scheduled_for: IN_AN_HOUR() };
    expect(json).toEqual({ outcome: 'waiting', stage, next });
    const hourLater = new Date(Date.parse(NOW) + 3_600_000).toISOString();
    const { looks: _looks, ...same } = visit;
    expect(task?.payload).toEqual({ ...same, mapping_id, round: 2, stage_started_at: hourLater });
    expect(agreed.closte.calls).toEqual([]);
    expectEntries(agreed, mapping_id, false, { event: 'domain.not-judged', severity: 'WARNING', next });
  });

  test('also where WordPress says so to the report of what was found', async () => {
    routes.wishes.set(VISIT.domain, 'mapped');
    routes.behave(COPY);
    const failing_ = {
      ...SECOND,
      stage: 'checking-dns',
      stage_started_at: '2025-12-27T09:00:00.000Z',
      looks: 9,
    };
    agreed.closte.script = answering({ success: true, domains: [VISIT.domain] });
    agreed.clock.advance(61);
    const { json, task, mapping_id } = await deliver(failing_, agreed);
    expect(json).toMatchObject({ outcome: 'waiting', stage: 'checking-dns', next: { visit: 2 } });
    expect(task?.payload).toMatchObject({ looks: 9, round: 2, stage_started_at: '2025-12-27T10:00:00.000Z' });
    expectEntries(agreed, mapping_id, false, { event: 'domain.not-judged' });
  });

  test('ends as cancelled 30 days after it was mapped, and a daily check at once', async () => {
    const old = { ...SECOND, ...ELSEWHERE, stage: 'checking-dns', mapped_at: '2025-12-06T09:00:00.000Z' };
    for (const visit of [old, { ...SECOND, ...ELSEWHERE, stage: 'watching' }]) {
      await agreed.reset();
      const { json, task, mapping_id } = await deliver(visit, agreed);
      expect([json, task]).toEqual([{ outcome: 'finished', stage: 'cancelled' }, undefined]);
      expectEntries(agreed, mapping_id, true, { event: 'domain.cancelled', severity: 'NOTICE' });
    }
  });
});

describe('what WordPress is told', () => {
  const LATE = { ...SECOND, stage: 'checking-dns', stage_started_at: '2025-12-27T09:00:00.000Z', looks: 9 };
  beforeEach(() => {
    routes.wishes.set(VISIT.domain, 'mapped');
    // Later than the lists of the tests before, which are kept for a minute.
    agreed.clock.advance(61);
    agreed.closte.script = answering({ success: true, domains: [VISIT.domain] });
  });

  test('names the mapping, and when it began', async () => {
    const { json, mapping_id } = await deliver(LATE, agreed);
    expect(json).toEqual({ outcome: 'finished', stage: 'failed' });
    expect(routes.reports).toMatchObject([{ stage: 'failed', mapping_id, mapped_at: NOW }]);
  });

  test('is its end, too: until it has heard of it the last stage is visited again', async () => {
    routes.behave({ kind: 'status', status: 503 });
    const { json, task, mapping_id } = await deliver(LATE, agreed);
    const next = { stage: 'checking-dns', visit: 3, task: task?.id };
    expect(json).toMatchObject({ outcome: 'waiting', stage: 'checking-dns', next });
    expectEntries(
      agreed,
      mapping_id,
      false,
      { event: 'wordpress.unavailable', severity: 'WARNING', next },
      { event: 'domain.failed', severity: 'ERROR' },
    );
    await agreed.reset();
    routes.behave({ kind: 'well' });
    const again = await deliver({ ...LATE, ...task?.payload }, agreed);
    expect(again.json).toEqual({ outcome: 'finished', stage: 'failed' });
    expect(routes.reports).toMatchObject([{ stage: 'failed' }]);
  });

  test('of a problem that it did not hear of is told with the next visit', async () => {
    const waiting = { ...SECOND, stage: 'checking-dns' };
    routes.behave({ kind: 'status', status: 503 });
    const { task } = await deliver(waiting, agreed);
    expect(task?.payload).not.toHaveProperty('told_problem');
    await agreed.reset();
    routes.behave({ kind: 'well' });
    const next = await deliver({ ...waiting, ...task?.payload }, agreed);
    expect(routes.reports).toMatchObject([{ stage: 'checking-dns' }]);
    expect(next.task?.payload).toHaveProperty('told_problem');
  });

  test('says when the next visit comes, and nothing of it where none does', async () => {
    const { json } = await deliver({ ...SECOND, stage: 'checking-dns' }, agreed);
    await deliver(LATE, agreed);
    const [waiting, finished] = routes.reports;
    const { next } = json as { next?: { scheduled_for: string } };
    expect(waiting).toMatchObject({ next_look_at: next?.scheduled_for });
    expect(finished).not.toHaveProperty('next_look_at');
  });

  test('ends a mapping that another has overtaken, which fails nothing and has no successor', async () => {
    routes.current.set(VISIT.domain, 'msg_newer');
    const late = await deliver(LATE, agreed);
    expect([late.json, late.task]).toEqual([{ outcome: 'finished', stage: 'cancelled' }, undefined]);
    expectEntries(agreed, late.mapping_id, true, { event: 'domain.cancelled', severity: 'NOTICE' });
    await agreed.reset();
    const adding = await deliver(ADDING, agreed);
    expect([adding.json, adding.task]).toEqual([{ outcome: 'finished', stage: 'cancelled' }, undefined]);
  });

  describe('of DNS that is not right', () => {
    const HOUR = 3_600_000;
    const ago = (hours: number) => new Date(agreed.clock.now().getTime() - hours * HOUR).toISOString();
    /** A visit of a mapping that nobody could say anything of, of which WordPress was told. */
    const waiting = (hours: number, lastLook: number, told = 'nobody-answers') => ({
      ...SECOND,
      stage: 'checking-dns',
      visit: 40,
      looks: 9,
      mapped_at: ago(hours),
      stage_started_at: ago(hours),
      looked_at: ago(lastLook),
      told_problem: told,
    });

    async function visited(visit: object) {
      await agreed.reset();
      const { json, task } = await deliver(visit, agreed);
      expect(json).toMatchObject({ outcome: 'waiting', stage: 'checking-dns' });
      return { told: routes.reports.splice(0), problem: task?.payload['told_problem'] };
    }

    test('that it is overdue after 48 hours, once', async () => {
      const { problem } = await visited(waiting(47, 1, 'another'));
      const known = String(problem);
      expect((await visited(waiting(47.9, 1, known))).told).toEqual([]);
      expect((await visited(waiting(48, 1, known))).told).toMatchObject([
        { stage: 'checking-dns', event: 'dns.overdue', anew: false },
      ]);
      expect((await visited(waiting(50, 1, known))).told).toEqual([]);
    });

    test('that it is overdue with another problem of a later day, too', async () => {
      expect((await visited(waiting(60, 1, 'another'))).told).toMatchObject([{ event: 'dns.overdue' }]);
      expect((await visited(waiting(20, 1, 'another'))).told).not.toMatchObject([
        { event: expect.anything() },
      ]);
    });

    test('again at the next visit, where it did not answer', async () => {
      const known = String((await visited(waiting(47, 1, 'another'))).problem);
      routes.behave({ kind: 'reset' });
      const unheard = await visited(waiting(48, 1, known));
      expect(unheard).toEqual({ told: [], problem: undefined });
      routes.behave({ kind: 'well' });
      const { told_problem: _none, ...next } = waiting(49, 1);
      expect((await visited(next)).told).toMatchObject([{ event: 'dns.overdue' }]);
    });
  });

  test('holds nothing up where it does not answer', async () => {
    routes.behave({ kind: 'reset' });
    const { json, task } = await deliver(ADDING, agreed);
    expect([json['outcome'], task?.payload['stage']]).toEqual(['advanced', 'checking-dns']);
  });

  test.each<[string, Behaviour]>([
    ["a wall's 409", { kind: 'status', status: 409, body: 'Conflict' }],
    ["a page's 404", { kind: 'status', status: 404, body: 'Not found' }],
    ['that it never had the domain', { kind: 'error', status: 404, code: 'unknown-domain' }],
  ])('is followed all the same where the answer is %s', async (_what, behaviour) => {
    routes.behave({ kind: 'well' }, behaviour);
    const { json, task } = await deliver(ADDING, agreed);
    expect([json['outcome'], task?.payload['stage']]).toEqual(['advanced', 'checking-dns']);
  });
});
