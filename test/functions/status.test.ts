import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { signEvent } from '../../shared/http/signature.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { LONGEST_LIFE, makeLink, queryOf, type StatusLink } from '../../shared/status/link.ts';
import { failing, startCloste } from '../support/door-closte.ts';
import { AWKWARD_KEY, secretsIn } from '../support/door-secrets.ts';
import { domain } from '../support/net-domain.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const SECRET = derivedSecret(LOCAL_API_KEY);
const SHOP = domain('shop.example.test');
const HOUR = 3600;
const JSON_PLEASE = { Accept: 'application/json' };
const BROWSER = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let stack: RunningStack;

beforeAll(async () => {
  stack = await runStack();
  await stack.send({ action: 'map', domain: SHOP, siteId: 2 });
  await stack.runUntil();
});

afterAll(() => stack.close());

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: RunningStack;
}

async function ask(query: string, { method = 'GET', headers = JSON_PLEASE, at = stack }: Asked = {}) {
  const response = await fetch(`${at.url}/status?${query}`, { method, headers });
  const text = await response.text();
  const type = response.headers.get('Content-Type') ?? '';
  const json: Record<string, unknown> = /json/.test(type) && text !== '' ? JSON.parse(text) : {};
  return { status: response.status, type, headers: response.headers, text, json };
}

/** The headers of whoever has the secret. */
function signed(query: string, { secret = SECRET, time = new Date() } = {}) {
  return { ...signEvent(secret, `test_${randomUUID()}`, time, query) };
}

function link(changes: Partial<StatusLink> = {}, life = HOUR, now = new Date()): string {
  return queryOf({ ...makeLink(SECRET, SHOP, now, life), ...changes });
}

describe('whoever signs the query', () => {
  const query = `domain=${SHOP}`;

  test('is told the status of a domain', async () => {
    const answer = await ask(query, { headers: { ...JSON_PLEASE, ...signed(query) } });
    expect([answer.status, answer.type]).toEqual([200, 'application/json']);
    expect(answer.json).toMatchObject({
      domain: SHOP,
      verdict: { kind: 'ready' },
      problems: [],
      language: 'en',
    });
    expect(answer.headers.get('Content-Language')).toBe('en');
    expect(answer.headers.get('Vary')).toBe('Accept, Accept-Language');
  });

  test('is told without a domain whether everything can be reached', async () => {
    const answer = await ask('', { headers: signed('') });
    expect([answer.status, answer.type]).toEqual([200, 'application/json']);
    expect(answer.json).toMatchObject({ ready: true });
  });

  test.each([
    ['nothing is signed', query, {}],
    ['another query is signed', query, signed('domain=other.example.test')],
    ['the query was changed behind the signature', `${query}&x=1`, signed(query)],
    ['another secret has signed', query, signed(query, { secret: derivedSecret('another key') })],
    ['it was signed 6 minutes ago', query, signed(query, { time: new Date(Date.now() - 360_000) })],
    ['nothing is signed and no domain asked for', '', {}],
    ['the status of a domain is signed, not the test', '', signed(query)],
  ])('is turned away if %s', async (_why, asked, headers) => {
    const answer = await ask(asked, { headers: { ...JSON_PLEASE, ...headers } });
    expect([answer.status, answer.type]).toEqual([401, 'application/problem+json']);
    expect(answer.json).toMatchObject({ code: 'unauthorized' });
  });
});

describe('whoever has a link', () => {
  test('sees the page of its domain, which no cache and no search engine is to keep', async () => {
    const answer = await ask(link(), { headers: BROWSER });
    expect([answer.status, answer.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.text).toContain(`<title>${SHOP}: ready</title>`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
  });

  test.each([
    ['that is good', () => link()],
    ['that is none of ours', () => link({ signature: '' })],
  ])('%s is answered in a language, which the page and its headers name', async (_, query) => {
    const answer = await ask(`${query()}&lang=en`, { headers: { ...BROWSER, 'Accept-Language': 'xx' } });
    expect(answer.headers.get('Content-Language')).toBe('en');
    expect(answer.headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(answer.text).toContain('<html lang="en" dir="ltr">');
    expect(answer.text).not.toMatch(/\p{Bidi_Control}/u);
  });

  test('is told first how long the page is, in bytes, whatever its letters', async () => {
    const { headers, text } = await ask(`${link()}&lang=ja`, { headers: BROWSER });
    expect(text).toMatch(/\p{Script=Hiragana}/u);
    expect(Number(headers.get('Content-Length'))).toBe(Buffer.byteLength(text));
  });

  test('gets a policy that allows what is on the page and nothing else', async () => {
    const answer = await ask(link(), { headers: BROWSER });
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    const hashOf = (tag: string) => {
      const content = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(answer.text)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hashOf('script')}`);
    expect(policy).toContain(`style-src ${hashOf('style')}`);
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['in capitals with a dot', 'SHOP.example.test.'],
    ['with a space around it', ' shop.example.test '],
  ])('may write the domain %s', async (_how, written) => {
    const query = new URLSearchParams(link());
    query.set('domain', written);
    expect((await ask(query.toString())).json).toMatchObject({ domain: SHOP });
  });

  test.each([
    ['*.wild.test', '*.wild.test'],
    ['bücher.example.test', 'xn--bcher-kva.example.test'],
  ])('for %s is told of %s', async (written, name) => {
    const query = queryOf(makeLink(SECRET, domain(written), new Date(), HOUR));
    expect((await ask(query)).json).toMatchObject({ domain: name });
  });

  const anHourAgo = new Date(Date.now() - HOUR * 1000);
  const { signature } = makeLink(SECRET, SHOP, new Date(), HOUR);
  const expires = Math.floor(Date.now() / 1000) + HOUR;
  test.each([
    ['has expired', link({}, HOUR - 1, anHourAgo), 'link-expired', 'Link expired'],
    ['is for another domain', link({ domain: domain('other.test') }), 'unauthorized', 'Link not valid'],
    ['was made to last longer', link({ expires: expires + 7 * 24 * HOUR }), 'unauthorized', 'Link not valid'],
    ['lasts longer than any may', link({}, LONGEST_LIFE, inAnHour()), 'unauthorized', 'Link not valid'],
    ['was cut off', link({ signature: signature.slice(0, -9) }), 'unauthorized', 'Link not valid'],
    ['has an empty signature', link({ signature: '' }), 'unauthorized', 'Link not valid'],
    ['has lost its time', `domain=${SHOP}&signature=${signature}`, 'unauthorized', 'Link not valid'],
    ['has no time', `domain=${SHOP}&expires=never&signature=${signature}`, 'unauthorized', 'Link not valid'],
    [
      'was signed with another secret',
      queryOf(makeLink(derivedSecret('another key'), SHOP, new Date(), HOUR)),
      'unauthorized',
      'Link not valid',
    ],
  ])('that %s sees a page that says so, and a program a problem', async (_what, query, code, title) => {
    const page = await ask(query, { headers: BROWSER });
    expect([page.status, page.type]).toEqual([401, 'text/html; charset=utf-8']);
    expect(page.text).toContain(`<title>${title}</title>`);
    expect(page.text).not.toContain('example.test');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.headers.get('Cache-Control')).toBe('no-store');

    const program = await ask(query);
    expect([program.status, program.type]).toEqual([401, 'application/problem+json']);
    expect(program.json).toMatchObject({ code });
  });

  test('cannot have the connections tested with it', async () => {
    const query = new URLSearchParams(link());
    query.delete('domain');
    expect((await ask(query.toString())).status).toBe(401);
  });
});

function inAnHour(): Date {
  return new Date(Date.now() + HOUR * 1000);
}

describe('a page or JSON', () => {
  test.each([
    ['text/html', 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['', 'text/html; charset=utf-8'],
    ['application/json', 'application/json'],
    ['application/json, text/plain;q=0.5', 'application/json'],
  ])('for Accept: %s is %s', async (accept, type) => {
    expect((await ask(link(), { headers: { Accept: accept } })).type).toBe(type);
  });
});

describe('another request', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'by %s is told which are allowed',
    async (method) => {
      for (const headers of [JSON_PLEASE, BROWSER]) {
        const answer = await ask(link(), { method, headers });
        expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
      }
    },
  );

  test('by HEAD is answered as GET, without the body', async () => {
    const answer = await ask(link(), { method: 'HEAD', headers: BROWSER });
    expect([answer.status, answer.type, answer.text]).toEqual([200, 'text/html; charset=utf-8', '']);
  });

  test.each([
    ['domain=', 'it is empty'],
    ['domain=https%3A%2F%2Fshop.example.test', 'a scheme'],
    ['domain=localhost', 'cannot be mapped'],
    ['domain=printer.local', 'no public DNS'],
    ['domain=%1B%5B31m.test', 'cannot be mapped'],
  ])('for %s is told what is wrong, whoever asks', async (query, reason) => {
    const program = await ask(query, { headers: { ...JSON_PLEASE, ...signed(query) } });
    expect([program.status, program.type]).toEqual([422, 'application/problem+json']);
    expect(program.json).toMatchObject({ code: 'invalid-domain', detail: expect.stringContaining(reason) });
    const page = await ask(query, { headers: BROWSER });
    expect([page.status, page.type]).toEqual([422, 'text/html; charset=utf-8']);
  });

  test('that is turned away leaves one entry in the log', async () => {
    const before = stack.linesOf('request.rejected').length;
    await ask(link({ signature: 'x' }));
    const entries = stack.linesOf('request.rejected').slice(before);
    expect(entries).toEqual([expect.objectContaining({ severity: 'WARNING', code: 'unauthorized' })]);
  });
});

describe('with Closte repeating the key', () => {
  const secrets = { key: AWKWARD_KEY, secret: derivedSecret(AWKWARD_KEY) };

  test('neither page nor JSON nor log shows it', async () => {
    const closte = await startCloste();
    closte.script = failing(`Wrong key ${AWKWARD_KEY}, or ${secrets.secret}`);
    const leaky = await runStack({
      environment: { CLOSTE_API_URL: closte.url, CLOSTE_CLIENT_API_KEY: AWKWARD_KEY, WORDPRESS_URL: '' },
    });
    try {
      const query = queryOf(makeLink(secrets.secret, SHOP, new Date(), HOUR));
      const page = await ask(query, { headers: BROWSER, at: leaky });
      const json = await ask(query, { at: leaky });
      const connections = await ask('', { headers: signed('', { secret: secrets.secret }), at: leaky });
      expect(json.json).toMatchObject({
        problems: expect.arrayContaining([expect.objectContaining({ code: 'key-refused' })]),
      });
      expect(connections.json).toMatchObject({ ready: false });
      for (const { status, text } of [page, json, connections]) {
        expect(status).toBe(200);
        expect(text).toContain('Wrong key');
        expect(secretsIn(text, secrets)).toEqual([]);
      }
      expect(secretsIn(JSON.stringify(leaky.lines), secrets)).toEqual([]);
    } finally {
      await leaky.close();
      await closte.close();
    }
  });
});

test('a page shows no secret either where it is a part of what was looked for', async () => {
  const query = queryOf(makeLink(SECRET, domain(`${LOCAL_API_KEY}.test`), new Date(), HOUR));
  for (const headers of [BROWSER, JSON_PLEASE]) {
    const { status, text } = await ask(query, { headers });
    expect([status, secretsIn(text, { key: LOCAL_API_KEY })]).toEqual([200, []]);
  }
});

test('a function that is not configured shows a browser a page, and a program what is missing', async () => {
  const broken = await runStack({ environment: { DNS_CHECK_INTERVAL: 'often' } });
  try {
    const page = await ask(link(), { headers: BROWSER, at: broken });
    expect([page.status, page.type]).toEqual([500, 'text/html; charset=utf-8']);
    expect(page.text).toContain('<title>Not available now</title>');
    expect(page.text).not.toContain('DNS_CHECK_INTERVAL');
    const program = await ask(link(), { at: broken });
    expect(program.json).toMatchObject({
      code: 'not-configured',
      detail: expect.stringMatching(/^DNS_CHECK_INTERVAL /),
    });
  } finally {
    await broken.close();
  }
});
