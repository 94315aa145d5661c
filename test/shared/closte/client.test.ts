import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Closte, createClosteClient } from '../../../shared/closte/client.ts';
import { redactor } from '../../../shared/logging/redact.ts';
import {
  answering,
  endless,
  failing,
  resetting,
  resettingMidway,
  type Script,
  type ScriptedCloste,
  silent,
  silentMidway,
  startCloste,
} from '../../support/door-closte.ts';
import { AWKWARD_KEY, PLAIN_KEY, secretsIn, writtenForms } from '../../support/door-secrets.ts';
import { domain } from '../../support/net-domain.ts';

let closte: ScriptedCloste;
beforeEach(async () => {
  closte = await startCloste();
});
afterEach(() => closte.close());

function client({
  apiKey = PLAIN_KEY,
  apiUrl = closte.url,
  // On a busy machine it may take long to send as much as is refused.
  timeout = 30_000,
  longestList = 64 * 1024 * 1024,
} = {}): Closte {
  return createClosteClient({ apiUrl, apiKey, redact: redactor([apiKey]), timeout, longestList });
}

const SHOP = domain('shop.example.com');

/** The three calls, each under its name. */
const CALLS: [string, (closte: Closte) => Promise<{ readonly kind: string; readonly reason?: string }>][] = [
  ['adding', (api) => api.addAlias(SHOP)],
  ['removing', (api) => api.removeAlias(SHOP)],
  ['listing', (api) => api.listDomains()],
];

describe('what is sent', () => {
  test.each([
    ['shop.example.com', 'apikey=KEY&domain=shop.example.com&wildcard=0'],
    ['*.example.com', 'apikey=KEY&domain=%2A.example.com&wildcard=1'],
    ['bücher.example', 'apikey=KEY&domain=xn--bcher-kva.example&wildcard=0'],
  ])('for %s is the form that Closte was seen to take', async (text, form) => {
    await client({ apiKey: 'KEY' }).addAlias(domain(text));
    await client({ apiKey: 'KEY' }).removeAlias(domain(text));
    expect(closte.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/client/adddomainalias',
      'POST /api/client/deletedomainalias',
    ]);
    for (const { body, headers } of closte.calls) {
      expect(body).toBe(form);
      expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded(;|$)/);
    }
  });

  test('asks for the list by GET with the key in the query', async () => {
    closte.script = answering({ success: true, domains: ['shop.example.com'] });
    const list = await client({ apiKey: AWKWARD_KEY }).listDomains();
    expect(list.kind === 'list' && [...list.domains]).toEqual(['shop.example.com']);
    const [call, ...more] = closte.calls;
    const url = new URL(call?.path ?? '', closte.url);
    expect([call?.method, url.pathname, [...url.searchParams], call?.body, more]).toEqual([
      'GET',
      '/api/client/getdomains',
      [['apikey', AWKWARD_KEY]],
      '',
      [],
    ]);
  });

  test('carries a key of special characters unharmed', async () => {
    await client({ apiKey: AWKWARD_KEY }).addAlias(SHOP);
    expect(new URLSearchParams(closte.calls[0]?.body).get('apikey')).toBe(AWKWARD_KEY);
  });
});

describe.each(CALLS)('%s', (name, call) => {
  const noAnswer = (word: string | RegExp) =>
    expect.objectContaining({
      kind: expect.stringMatching(/^(unanswered|unreadable)$/),
      reason: expect.stringMatching(word),
    });

  test.each<[string, Script, string]>([
    ['the connection is reset', resetting, 'ECONNRESET'],
    ['the connection is reset in the middle', resettingMidway, 'could not be reached'],
    ['HTML comes', answering('<html>', 200, { 'Content-Type': 'text/html' }), 'no JSON object'],
    ['an empty body comes', answering(''), 'empty body'],
    ['HTTP 500 with success', answering({ success: true, domains: [] }, 500), 'HTTP 500'],
    ['HTTP 429 with success', answering({ success: true, domains: [] }, 429), 'HTTP 429'],
    ['broken gzip comes', answering('no gzip', 200, { 'Content-Encoding': 'gzip' }), 'could not be reached'],
    ['a body without an end comes', endless, 'more than can be read'],
  ])('has no answer when %s, and asks once', async (_what, script, word) => {
    closte.script = script;
    expect(await call(client())).toEqual(noAnswer(word));
    expect(closte.calls).toHaveLength(1);
  });

  test.each([
    ['never answers', silent],
    ['never ends its answer', silentMidway],
  ])('is given up when Closte %s within the time', async (_what, script) => {
    closte.script = script;
    expect(await call(client({ timeout: 50 }))).toEqual(noAnswer('did not answer within 0.05 s'));
  });

  test('is given up when Closte sends without an end: a list, which comes in pieces, after three times as long', async () => {
    closte.script = endless;
    const words =
      name === 'listing' ? 'did not end its answer within 0.15 s' : 'did not answer within 0.05 s';
    expect(await call(client({ timeout: 50, longestList: 2 ** 40 }))).toEqual(noAnswer(words));
  });

  test('has no answer where nobody listens', async () => {
    await closte.close();
    expect(await call(client())).toEqual(noAnswer('ECONNREFUSED'));
  });

  test('has no answer from what speaks no HTTP', async () => {
    const server = createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('SSH-2.0-server\r\n'),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await call(client({ apiUrl }));
    await once(server.close(), 'close');
    expect(result).toEqual(noAnswer('could not be reached'));
  });

  test.each([301, 302, 303, 307, 308])('does not follow HTTP %i to another server', async (status) => {
    const other = await startCloste();
    closte.script = answering({ success: true, domains: [] }, status, { Location: `${other.url}/steal` });
    const result = await call(client());
    await other.close();
    expect(result).toEqual(noAnswer(`HTTP ${status}, a redirect`));
    expect(other.calls).toEqual([]);
  });

  test('does not wait for the body of a redirect', async () => {
    closte.script = (response) => response.writeHead(302, { Location: '/x' }).write('{');
    expect(await call(client())).toEqual(noAnswer('a redirect'));
  });

  test('reads gzip', async () => {
    const body = gzipSync(JSON.stringify({ success: true, domains: [] }));
    closte.script = answering(body, 200, { 'Content-Encoding': 'gzip' });
    expect((await call(client())).kind).toMatch(/^(changed|list)$/);
  });

  test('does not unpack more than can be read', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
    closte.script = answering(bomb, 200, { 'Content-Encoding': 'gzip' });
    expect(await call(client())).toEqual(noAnswer('more than can be read'));
  });

  test.each(
    Object.entries({ plain: PLAIN_KEY, awkward: AWKWARD_KEY }).flatMap(([which, apiKey]) =>
      Object.entries(writtenForms(apiKey)).map(([form, written]) => [which, form, apiKey, written] as const),
    ),
  )('tells nobody the %s key where Closte repeats it as %s', async (_which, _form, apiKey, written) => {
    const reasons: string[] = [];
    const late = `${'x'.repeat(490)}${written}`;
    for (const error of [`Bad key ${written}.`, { key: written }, { [written]: 1 }, late]) {
      closte.script = failing(error);
      const { reason = '' } = await call(client({ apiKey }));
      reasons.push(reason);
    }
    expect(secretsIn(reasons.join('\n'), { key: apiKey })).toEqual([]);
    expect(reasons[3]).not.toContain(written.slice(0, 8));
  });

  test.each([resetting, resettingMidway, silent])('tells nobody the key when it fails', async (script) => {
    closte.script = script;
    const result = JSON.stringify(await call(client({ apiKey: AWKWARD_KEY, timeout: 50 })));
    expect(secretsIn(result, { key: AWKWARD_KEY })).toEqual([]);
  });

  test('keeps a reason to a length worth reading', async () => {
    closte.script = failing('long '.repeat(1000));
    expect((await call(client())).reason?.length).toBeLessThanOrEqual(500);
  });
});

test.each(['existing.example.com', 'already.example.com'])(
  'a refusal that names %s is no word of an alias that is there',
  async (text) => {
    closte.script = failing(`The limit of domains is reached: ${text}`);
    expect((await client().addAlias(domain(text))).kind).toBe('refused');
  },
);
