import { describe, expect, test } from '@jest/globals';
import type { Closte } from '../../../shared/closte/client.ts';
import { EVENT, EVENT_TYPES, VISIT } from '../../support/door-requests.ts';
import { type Answered, atDoor, doorOfFile, type Sent, startDoor } from '../../support/door-world.ts';

const door = await doorOfFile();

const FUNCTIONS = ['map', 'unmap', 'check'] as const;

const ADDING = { ...VISIT, stage: 'adding-domain' };
const GOOD: Readonly<Record<(typeof FUNCTIONS)[number], object>> = {
  map: { type: EVENT_TYPES.map, ...EVENT },
  unmap: { type: EVENT_TYPES.unmap, ...EVENT },
  check: ADDING,
};

/** A good body of a function with exactly so many bytes. */
function bodyOf(name: (typeof FUNCTIONS)[number], bytes: number): string {
  const padded = (padding: string) => JSON.stringify({ ...GOOD[name], padding });
  return padded('x'.repeat(bytes - padded('').length));
}

/** What a refused request looks like from outside and in the log, and that it changed nothing. */
function expectRefusal(answer: Answered, status: number, code: string, detail: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json).toEqual({
    type: expect.stringContaining(code),
    title: expect.any(String),
    status,
    detail: expect.stringContaining(detail),
    code,
  });
  expect(door.entries()).toMatchObject([
    { severity: 'WARNING', event: 'request.rejected', code, detail: answer.json['detail'] },
  ]);
  expect(door.closte.calls).toEqual([]);
  expect(door.tasks()).toEqual([]);
}

describe.each(FUNCTIONS)('%s', (name) => {
  test('takes a good request', async () => {
    const answer = await door.send(name, GOOD[name]);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      name === 'map' ? 202 : 200,
      'application/json',
    ]);
    expect(door.closte.calls).toHaveLength(1);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('refuses %s and says what is allowed', async (method) => {
    const answer = await door.send(name, GOOD[name], { method });
    expectRefusal(answer, 405, 'method-not-allowed', method);
    expect(answer.headers['allow']).toBe('POST');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', undefined])(
    'refuses Content-Type %s',
    async (type) => {
      const answer = await door.send(name, GOOD[name], { headers: { 'content-type': type } });
      expectRefusal(answer, 415, 'unsupported-media-type', type ?? 'no Content-Type');
    },
  );

  test.each(['application/json; charset=utf-8', 'Application/JSON'])(
    'takes Content-Type %s',
    async (type) => {
      const answer = await door.send(name, GOOD[name], { headers: { 'content-type': type } });
      expect(answer.status).toBeLessThan(300);
    },
  );

  test('refuses a body of 16 KiB and a byte', async () => {
    const answer = await door.send(name, bodyOf(name, 16 * 1024 + 1));
    expectRefusal(answer, 413, 'body-too-large', '16385');
  });

  test('takes a body of 16 KiB', async () => {
    expect((await door.send(name, bodyOf(name, 16 * 1024))).status).toBeLessThan(300);
  });

  test('refuses an empty body', async () => {
    expectRefusal(await door.send(name, ''), 400, 'invalid-json', 'empty');
  });

  test.each(['{"domain": ', 'shop.example.com', '\ufeff{}'])('refuses the body %j', async (body) => {
    expectRefusal(await door.send(name, body), 400, 'invalid-json', 'not valid JSON');
  });

  test.each(['[]', 'null', '"text"'])('refuses %s, which is JSON and no object', async (body) => {
    expectRefusal(await door.send(name, body), 422, 'invalid-request', 'object');
  });

  test.each(['gzip', 'deflate', 'br', 'zstd', 'GZIP', 'gzip, identity', 'none'])(
    'refuses the Content-Encoding %s, and says what is taken',
    async (encoding) => {
      const answer = await door.send(name, GOOD[name], { headers: { 'content-encoding': encoding } });
      expectRefusal(answer, 415, 'unsupported-media-type', `the Content-Encoding is ${encoding}`);
      expect(answer.headers['accept-encoding']).toBe('identity');
    },
  );

  test.each(['identity', 'Identity'])('takes the Content-Encoding %s', async (encoding) => {
    const answer = await door.send(name, GOOD[name], { headers: { 'content-encoding': encoding } });
    expect(answer.status).toBeLessThan(300);
  });

  test('names every field that is missing', async () => {
    const answer = await door.send(name, {});
    expectRefusal(answer, 422, 'invalid-request', 'domain is missing; site_id is missing');
  });

  test.each<[object, string]>([
    [{ domain: 7 }, 'domain must be a string'],
    [{ domain: null }, 'domain must be a string'],
    [{ site_id: -1 }, 'site_id must be 1 or more'],
    [{ site_id: 1.5 }, 'site_id must be a whole number'],
    [{ site_id: 'two' }, 'site_id must be a whole number'],
    [{ site_id: '' }, 'site_id must be a whole number'],
    [{ site_id: true }, 'site_id must be a whole number'],
    [{ site_id: null }, 'site_id must be a whole number'],
    [{ site_id: '99999999999999999999' }, 'site_id must be a whole number'],
    [{ network_domain: 'a b' }, 'network_domain'],
    [{ network_domain: '*.network.example' }, 'it must be no wildcard'],
    [{ network_domain: '192.0.2.1' }, 'it is an IP address'],
    [{ network_domain: 7 }, 'network_domain must be a string'],
    [{ site_id: -1, network_domain: 7 }, 'site_id must be 1 or more; network_domain must be a string'],
  ])('refuses %j and names the fault', async (change, detail) => {
    const answer = await door.send(name, { ...GOOD[name], ...change });
    expectRefusal(answer, 422, 'invalid-request', detail);
  });
});

test.each(['map', 'unmap'] as const)('%s refuses a site 0', async (name) => {
  const answer = await door.send(name, { ...GOOD[name], site_id: 0 });
  expectRefusal(answer, 422, 'invalid-request', 'site_id must be 1 or more');
});

test('check takes a domain of no site: WordPress may have removed one whose site it does not know', async () => {
  expect((await door.send('check', { ...ADDING, site_id: 0 })).status).toBe(200);
});

describe.each(['map', 'check'] as const)('%s', (name) => {
  test.each([9, 301, '9', 60.5, 'often', true])('refuses the interval %p', async (interval) => {
    expectRefusal(
      await door.send(name, { ...GOOD[name], interval }),
      422,
      'invalid-request',
      'interval must',
    );
  });
});

test.each([
  { stage: 'done' },
  { visit: 0 },
  { aliased: 1 },
  { mapped_at: 'now' },
  { mapped_at: '2026-01-05T09:00:00+00' },
  { mapping_id: 7 },
  { domain: 'a b.example' },
])('check refuses %j and names the field', async (change) => {
  const answer = await door.send('check', { ...ADDING, ...change });
  expectRefusal(answer, 422, 'invalid-request', Object.keys(change)[0] ?? '');
});

describe.each(['map', 'unmap'] as const)('%s', (name) => {
  test.each<[string, string]>([
    ['https://shop.example.com', 'scheme'],
    ['shop.example.com/path', 'path'],
    ['shop.example.com:443', 'port'],
    ['192.0.2.1', 'IP address'],
    ['localhost', 'single label'],
    ['co.uk', 'public suffix'],
    ['*.co.uk', 'public suffix'],
    ['my_shop.example.com', 'underscore'],
    ['', 'empty'],
  ])('refuses the domain %j with the reason', async (domain, reason) => {
    const answer = await door.send(name, { ...EVENT, domain });
    expectRefusal(answer, 422, 'invalid-domain', reason);
    expect(answer.json['detail']).toContain(domain);
  });

  test('keeps the event of a plugin that says no type for after its update', async () => {
    const answer = await door.send(name, { ...EVENT, type: undefined });
    expectRefusal(answer, 503, 'update-the-plugin', 'update the plugin');
    expect(answer.headers['retry-after']).toBe('3600');
  });

  test.each([EVENT_TYPES[name === 'map' ? 'unmap' : 'map'], 'domain.moved', '', null, 7, ['domain.mapped']])(
    'refuses an event of the type %j, signed though it is',
    async (type) => {
      expectRefusal(await door.send(name, { ...EVENT, type }), 422, 'invalid-request', EVENT_TYPES[name]);
    },
  );

  test.each(['staging.test', 'sub.network.example', 'example'])(
    'refuses an event of the network %s, and nothing is done',
    async (network_domain) => {
      const answer = await door.send(name, { ...EVENT, network_domain });
      expectRefusal(answer, 409, 'another-network', network_domain);
      expect(answer.json['detail']).toContain('network.example');
    },
  );

  const SECONDS = 1000;
  const past = (seconds: number) => new Date(Date.now() - seconds * SECONDS);
  test.each<[string, () => Sent, string]>([
    ['without an id', () => ({ headers: { 'webhook-id': undefined } }), 'webhook-id'],
    ['without a time', () => ({ headers: { 'webhook-timestamp': undefined } }), 'webhook-timestamp'],
    ['without a signature', () => ({ headers: { 'webhook-signature': undefined } }), 'webhook-signature'],
    ['with another signature', () => ({ headers: { 'webhook-signature': 'v1,AAAA' } }), 'does not match'],
    ['with the id of another', () => ({ headers: { 'webhook-id': 'msg_other' } }), 'does not match'],
    ['signed with another secret', () => ({ secret: 'whsec_c2VjcmV0' }), 'does not match'],
    ['signed 5 minutes and 1 second ago', () => ({ time: past(301) }), '5 minutes'],
    ['signed 5 minutes and 2 seconds ahead', () => ({ time: past(-302) }), '5 minutes'],
    ['with a time that is no number', () => ({ headers: { 'webhook-timestamp': 'now' } }), 'cannot be read'],
  ])('refuses what is %s', async (_what, sent, detail) => {
    expectRefusal(await door.send(name, EVENT, sent()), 401, 'unauthorized', detail);
  });

  test('does not say what is wrong with a body that is not signed', async () => {
    const answer = await door.send(name, { domain: 'localhost' }, { secret: 'whsec_c2VjcmV0' });
    expectRefusal(answer, 401, 'unauthorized', 'does not match');
  });
});

test('a recorded map event, byte for byte, is none at the door of unmap', async () => {
  const recorded = JSON.stringify({ ...GOOD.map });
  const sent = { id: 'msg_recorded', time: new Date() };
  expect((await door.send('map', recorded, sent)).status).toBe(202);
  await door.reset();
  expectRefusal(await door.send('unmap', recorded, sent), 422, 'invalid-request', 'domain.removed');
});

test('an installation of several networks has events of each of them', async () => {
  await atDoor(
    { environment: { NETWORK_DOMAIN: 'network.example, Second.Example.ORG' } },
    async (several) => {
      for (const network_domain of ['network.example', 'second.example.org', 'SECOND.example.org.', null]) {
        await several.send('map', { ...EVENT, network_domain });
      }
      expect((await several.send('map', { ...EVENT, network_domain: 'third.example' })).status).toBe(409);
      expect(several.tasks().map(({ payload }) => payload['network_domain'])).toEqual([
        'network.example',
        'second.example.org',
        'second.example.org',
        'network.example',
      ]);
    },
  );
});

test('where NETWORK_DOMAIN is not set, an event may be of any network', async () => {
  await atDoor({ environment: { NETWORK_DOMAIN: undefined } }, async (open) => {
    expect((await open.send('map', { ...EVENT, network_domain: 'localhost' })).status).toBe(202);
  });
});

test('a rejected request is tied to its trace', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await door.send('map', {}, { headers: { 'x-cloud-trace-context': `${trace}/1;o=1` } });
  expect(door.entries()).toMatchObject([{ 'logging.googleapis.com/trace': `projects/demo/traces/${trace}` }]);
});

test('a function that is not configured tells all faults to every caller, and the log once', async () => {
  const environment = { CLOSTE_CLIENT_API_KEY: '', CHECK_URL: undefined, DNS_CHECK_INTERVAL: '5' };
  const broken = await startDoor({ environment, withQueue: false });
  const answers = [
    await broken.send('map', EVENT),
    await broken.send('map', EVENT),
    await broken.send('map', 'x'.repeat(100), { headers: { 'content-type': 'text/plain' } }),
  ];
  const entries = broken.entries();
  await broken.close();
  for (const { status, headers, json } of answers) {
    expect([status, headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(json).toMatchObject({ status: 500, code: 'not-configured' });
    for (const variable of Object.keys(environment)) expect(json['detail']).toContain(variable);
  }
  expect(broken.closte.calls).toEqual([]);
  expect(entries).toMatchObject([
    { severity: 'ERROR', event: 'function.misconfigured', reason: answers[0]?.json['detail'] },
  ]);
});

describe('what nobody foresaw', () => {
  test.each(FUNCTIONS)('%s answers with no more than that, and the log has the rest', async (name) => {
    const unforeseen = () => Promise.reject(new TypeError('the unforeseen'));
    const failing = await startDoor({
      adapt: (context) =>
        context.ok
          ? { ...context, services: { ...context.services, closte: failingCloste(unforeseen) } }
          : context,
    });
    const { status, headers, json, text } = await failing.send(name, GOOD[name]);
    const entries = failing.entries();
    await failing.close();
    expect([status, headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(json).toMatchObject({ status: 500, code: 'function-failed' });
    expect(text).not.toContain('the unforeseen');
    expect(entries).toMatchObject([
      {
        severity: 'ERROR',
        event: 'function.failed',
        reason: 'the unforeseen',
        stack_trace: expect.stringContaining('TypeError: the unforeseen\n'),
      },
    ]);
  });
});

function failingCloste(fail: () => Promise<never>): Closte {
  return { addAlias: fail, removeAlias: fail, listDomains: fail, testKey: fail };
}
