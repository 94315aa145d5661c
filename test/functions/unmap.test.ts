import { describe, expect, test } from '@jest/globals';
import { answering, failing, resetting, type Script, succeeding } from '../support/door-closte.ts';
import { EVENT, IN_TEN_SECONDS, IN_TRACE, NOW, TRACE } from '../support/door-requests.ts';
import { doorOfFile } from '../support/door-world.ts';

const door = await doorOfFile();

/** The one entry of an event, tied to its mapping and its trace. */
function expectEntry(id: string, position: { first: boolean; last: boolean }, fields: object): void {
  expect(door.entries()).toEqual([
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

describe('Closte is told, and answers', () => {
  test.each<[string, Script, string]>([
    ['success', succeeding, 'removed'],
    ['success as a string', answering({ success: 'true' }), 'removed'],
    ['that there is none', failing('Domain not found'), 'already-removed'],
    ['that it does not exist', failing('The alias does not exist'), 'already-removed'],
  ])('%s', async (_what, script, closte) => {
    door.closte.script = script;
    const answer = await door.send('unmap', EVENT, IN_TRACE);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
    expect(answer.json).toEqual({ mapping_id: answer.id, domain: 'shop.example.com', site_id: 2, closte });
    expect(door.closte.calls.map(({ path }) => path)).toEqual(['/api/client/deletedomainalias']);
    expect(door.tasks()).toEqual([]);
    expectEntry(
      answer.id,
      { first: true, last: true },
      { event: 'domain.unmapped', severity: 'INFO', closte },
    );
  });

  test.each<[string, Script, string]>([
    ['HTTP 502', answering({ success: true }, 502), 'HTTP 502'],
    ['HTTP 429', answering({ success: false, error: 'Slow down' }, 429), 'HTTP 429'],
    ['HTML', answering('<html>'), 'no JSON'],
    ['an empty body', answering(''), 'empty body'],
    ['JSON that says nothing', answering({ ok: 1 }), 'success'],
    ['a redirect', answering('', 307, { Location: '/' }), 'HTTP 307'],
    ['nothing', resetting, 'ECONNRESET'],
  ])('%s, so the call is queued', async (_what, script, reason) => {
    door.closte.script = script;
    const answer = await door.send('unmap', EVENT, IN_TRACE);
    const [task, ...more] = door.tasks();
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
      answer.id,
      { first: true, last: false },
      { event: 'closte.unavailable', severity: 'WARNING', reason: expect.stringContaining(reason), next },
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
    door.closte.script = script;
    const answer = await door.send('unmap', EVENT, IN_TRACE);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    expect(answer.json).toMatchObject({ code, status, detail: reason });
    expect(door.tasks()).toEqual([]);
    expectEntry(answer.id, { first: true, last: true }, { event, severity: 'ERROR', reason });
  });

  test.each(['network.example', 'a.b.network.example'])(
    'that %s is no domain: it never needed an alias',
    async (domain) => {
      door.closte.script = failing(`Invalid or empty domain: ${domain}`);
      const answer = await door.send('unmap', { ...EVENT, domain });
      expect([answer.status, answer.json['closte']]).toEqual([200, 'not-needed']);
      expect(door.entries()).toMatchObject([{ event: 'domain.unmapped', closte: 'not-needed', domain }]);
    },
  );
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
  door.closte.script = resetting;
  const first = await door.send('unmap', EVENT, { id: 'msg_twice' });
  const again = await door.send('unmap', EVENT, { id: 'msg_twice' });
  expect(again.json).toEqual(first.json);
  expect(door.tasks()).toHaveLength(1);
});
