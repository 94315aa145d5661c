import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { type Listener, listen } from '../../local/listener.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { judgeLink } from '../../shared/status/link.ts';
import { domain } from '../support/net-domain.ts';
import { runScript } from '../support/run-script.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const SHOP = domain('shop.example.test');
const DAY = 24 * 60 * 60;

let stack: RunningStack;
/** It answers everything with the same. */
let stranger: Listener;
let strangersAnswer = { status: 200, body: '' };

beforeAll(async () => {
  stack = await runStack();
  await stack.send({ action: 'map', domain: SHOP, siteId: 2 });
  await stack.runUntil();
  const server = createServer((_, response) =>
    response.writeHead(strangersAnswer.status).end(strangersAnswer.body),
  );
  stranger = await listen(server, '127.0.0.1', 0);
});

afterAll(async () => {
  await stack.close();
  await stranger.close();
});

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runScript('local/status.ts', args, env);

describe('npm run status', () => {
  test('shows a domain that is ready, and exits with 0', async () => {
    const { code, out, err } = await run([SHOP, '--url', stack.url]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^shop\.example\.test {2}ready\n/);
  });

  test('exits with 1 where it is not', async () => {
    const { code, out } = await run(['Nobody.test', '--url', `${stack.url}/status/`]);
    expect(code).toBe(1);
    expect(out).toMatch(/^nobody\.test {2}not mapped\n/);
  });

  test('prints the answer itself', async () => {
    const { code, out } = await run([SHOP, '--url', stack.url, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ domain: SHOP, verdict: { kind: 'ready' } });
  });

  test('names the language that it is asked for, in a link too, and knows no other', async () => {
    const { code, out } = await run([SHOP, '--url', stack.url, '--json', '--lang', 'EN']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { language: 'en' }]);
    expect((await run([SHOP, '--link', '--url', stack.url, '--lang=en'])).out).toMatch(
      /&signature=[^&]+&lang=en\n$/,
    );
    const refused = await run([SHOP, '--url', stack.url, '--lang', 'xx']);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('--lang xx: give one of en');
  });

  test('tests the connections without a domain', async () => {
    const { code, out } = await run(['--url', stack.url]);
    expect([code, out.split('\n')[0]]).toEqual([0, '✓ Closte accepts the API key']);
  });

  test('exits with 2 where the signature is not taken, and says whose it was', async () => {
    const { code, err } = await run([SHOP, '--url', stack.url], { CLOSTE_CLIENT_API_KEY: 'another' });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^HTTP 401 unauthorized: .*\nThe request was signed by the environment's CLOSTE_CLIENT_API_KEY\.\n$/,
    );
  });

  test.each([
    ['another answer', 200, '<html>\u001b[2J', /^HTTP 200: that is no answer of status\n$/],
    ['an error of somebody else', 502, 'Bad Gateway', /^HTTP 502: Bad Gateway\n$/],
    [
      'a problem that would speak to the terminal',
      500,
      JSON.stringify({ code: 'not-configured', status: 500, detail: 'X \u001b[2J' }),
      /^HTTP 500 not-configured: X \ufffd\[2J\n$/,
    ],
  ])('exits with 2 at %s', async (_what, status, body, message) => {
    strangersAnswer = { status, body };
    const { code, out, err } = await run([SHOP, '--url', `http://127.0.0.1:${stranger.port}`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test.each([
    [[SHOP, '--url', 'http://127.0.0.1:1'], 'fetch failed'],
    [[SHOP, '--url', 'https://functions.example'], 'Set WEBHOOK_SECRET or CLOSTE_CLIENT_API_KEY'],
    [[SHOP, '--url', 'functions.example'], '--url functions.example: give an http or https URL'],
    [['https://shop.example.test/'], 'a scheme'],
    [[SHOP, '--days', '3'], '--days is for --link'],
    [[SHOP, '--link', '--days', '31'], '--days 31: give a whole number from 1 to 30'],
    [['--link'], '--link: name the domain'],
    [['--lynk'], "Unknown option '--lynk'"],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('tells how it is used', async () => {
    const [help, tooMany] = await Promise.all([run(['--help']), run(['a.test', 'b.test'])]);
    expect([help.code, tooMany.code]).toEqual([0, 2]);
    expect(help.out).toContain('npm run status -- [DOMAIN]');
  });
});

describe('npm run status -- --link', () => {
  const secret = derivedSecret(LOCAL_API_KEY);

  test.each([
    [[], 7],
    [['--days', '30'], 30],
  ])('with %j prints a link that is good for %d days', async (args, days) => {
    const { code, out } = await run([SHOP, '--link', ...args]);
    const url = new URL(out.trim());
    const { expires = '', signature = '' } = Object.fromEntries(url.searchParams);
    const link = { domain: SHOP, expires: Number(expires), signature };
    const end = new Date(Number(expires) * 1000);
    expect([code, `${url.origin}${url.pathname}`]).toEqual([0, 'http://127.0.0.1:8080/status']);
    expect(judgeLink(secret, link, new Date(end.getTime() - days * DAY * 1000))).toBe('good');
    const isFromNow = Math.abs(end.getTime() - days * DAY * 1000 - Date.now()) < 60_000;
    expect(isFromNow).toBe(true);
  });

  test('opens the page of the domain', async () => {
    const { out } = await run([SHOP, '--link', '--url', stack.url]);
    const response = await fetch(out.trim());
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });
});
