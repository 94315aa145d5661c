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
import { IN_TRACE, NOW, TRACE, VISIT } from '../support/door-requests.ts';
import { doorOfFile, type LogLine } from '../support/door-world.ts';

const TWO_DAYS_AGO = '2026-01-03T08:00:00.000Z';

const SECOND = { ...VISIT, interval: 60, visit: 2 };
const ADDING = { ...SECOND, stage: 'adding-domain' };
const REMOVING = { ...SECOND, stage: 'removing-domain' };

// Nobody listens there: what a resolver says is for other tests.
const door = await doorOfFile({ environment: { DNS_RESOLVERS: '127.0.0.1:1' } });

let mappings = 0;

/** Delivers a visit of a new mapping, as the queue does. */
async function deliver(visit: object) {
  const mapping_id = `msg_${++mappings}`;
  const answer = await door.send('check', { ...visit, mapping_id }, IN_TRACE);
  const [task, ...more] = door.tasks();
  expect(more).toEqual([]);
  return { mapping_id, task, ...answer };
}

/** The events logged, of which the last ends the mapping's life, or not. */
function expectEntries(mapping_id: string, ends: boolean, ...expected: LogLine[]): void {
  const entries = door.entries();
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
    expectEntries(mapping_id, false, {
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
    door.closte.script = script;
    const { status, json, task, mapping_id } = await deliver(REMOVING);
    expect([status, json, task]).toEqual([200, { outcome: 'finished', stage: 'removed' }, undefined]);
    const entry = { event: 'domain.unmapped', severity: 'INFO', closte, stage: 'removing-domain' };
    expectEntries(mapping_id, true, entry);
  });

  test('ends when Closte takes the name for no domain', async () => {
    door.closte.script = failing('Invalid or empty domain: x');
    const { json, task, mapping_id } = await deliver(REMOVING);
    expect([json, task]).toEqual([{ outcome: 'finished', stage: 'removed' }, undefined]);
    expectEntries(mapping_id, true, { event: 'closte.rejected', severity: 'ERROR' });
  });
});

describe.each([ADDING, REMOVING])('$stage', (visit) => {
  const { stage } = visit;

  test.each<[string, Script, string, string, string]>([
    ['HTTP 500', answering('', 500), 'closte.unavailable', 'WARNING', 'HTTP 500'],
    ['nothing', resetting, 'closte.unavailable', 'WARNING', 'ECONNRESET'],
    ['a redirect', answering('', 301), 'closte.unavailable', 'WARNING', 'HTTP 301'],
    ['a refusal', failing('Bad API key'), 'closte.refused', 'ERROR', 'Bad API key'],
  ])(
    'waits 40 s after its second visit when Closte answers %s',
    async (_what, script, event, severity, reason) => {
      door.closte.script = script;
      const { status, json, task, mapping_id } = await deliver(visit);
      const scheduled_for = new Date(Date.parse(NOW) + 40_000).toISOString();
      const next = { stage, visit: 3, task: task?.id, scheduled_for };
      expect([status, json]).toEqual([200, { outcome: 'waiting', stage, next }]);
      expect(task?.payload).toEqual({ ...visit, mapping_id, visit: 3, looked_at: NOW });
      expectEntries(mapping_id, false, {
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
    door.closte.script = script;
    const { json, task } = await deliver({ ...visit, stage_started_at: TWO_DAYS_AGO, looks: 5 });
    expect([json, task]).toEqual([{ outcome: 'finished', stage: 'failed' }, undefined]);
    expect(door.entries().at(-1)).toMatchObject({
      event: 'domain.failed',
      severity: 'ERROR',
      remedy: expect.any(String),
      'logging.googleapis.com/operation': { last: true },
    });
  });

  test('a visit delivered twice has one successor', async () => {
    door.closte.script = resetting;
    const body = { ...visit, mapping_id: `msg_twice_${stage}` };
    const answers = [await door.send('check', body), await door.send('check', body)];
    expect(answers[1]?.json).toEqual(answers[0]?.json);
    expect(door.tasks()).toHaveLength(1);
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
