import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort, type Listener, listen } from '../../local/listener.ts';
import { EMPTY_SUMMARY } from '../support/empty-summary.ts';
import { runScript } from '../support/run-script.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const run = (...args: string[]) => runScript('local/reconcile.ts', args);

describe('npm run reconcile at the stack', () => {
  const SHOP = 'shop.example.test';
  let stack: RunningStack;

  beforeEach(async () => {
    stack = await runStack();
    stack.wordpress.wish(SHOP, 'mapped', 2);
    stack.clock.advance(360);
  });
  afterEach(() => stack.close());

  test('shows what is to be done, and has it done', async () => {
    const { code, out, err } = await run('--url', stack.url);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/aliases to add +1 {2}shop\.example\.test\n/);
    expect(out).toMatch(/\nDone: 1 task in the queue after [\d.]+ s\.\n$/);
    await stack.tasks.idle();
    expect(stack.closte.hasAlias(SHOP)).toBe(true);
  });

  test('only shows it in a dry run', async () => {
    const { code, out, err } = await run('--dry-run', '--url', `${stack.url}/reconcile`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/aliases to add +1 {2}shop\.example\.test\n/);
    expect(out).not.toContain('Done');
    await stack.tasks.idle();
    expect(stack.closte.hasAlias(SHOP)).toBe(false);
  });

  test('prints the function’s own answer', async () => {
    const dry = await run('--dry-run', '--json', '--url', stack.url);
    expect(JSON.parse(dry.out)).toMatchObject({ dry_run: true, names: { add: [SHOP] } });
    const done = await run('--json', '--url', stack.url);
    expect(JSON.parse(done.out)).toMatchObject({ dry_run: false, tasks: 1, complete: true });
  });

  test('exits with 1 where the function has a problem, and says which', async () => {
    stack.closte.setOutage(true);
    const { code, out, err } = await run('--url', stack.url);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^HTTP 503 lists-unreadable: closte: /);
  });
});

describe('npm run reconcile at a deployed function', () => {
  type Answer = (response: ServerResponse, request: IncomingMessage) => void;
  let listener: Listener;
  let answers: Answer[];
  let asked: { url: string | undefined; authorization: string | undefined; body: unknown }[];

  beforeAll(async () => {
    const server = createServer(async (request, response) => {
      const body = JSON.parse(await text(request));
      asked.push({ url: request.url, authorization: request.headers.authorization, body });
      answers.shift()?.(response, request);
    });
    listener = await listen(server, '127.0.0.1', 0);
  });
  afterAll(() => listener.close());
  beforeEach(() => {
    answers = [];
    asked = [];
  });

  const url = () => `http://127.0.0.1:${listener.port}`;
  const planning: Answer = (response) =>
    response.end(
      JSON.stringify({ dry_run: true, ...EMPTY_SUMMARY, counts: { ...EMPTY_SUMMARY.counts, add: 500 } }),
    );
  const lines =
    (...objects: object[]): Answer =>
    (response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/x-ndjson' })
        .end(objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
  const done = (more: object) => ({
    dry_run: false,
    ...EMPTY_SUMMARY,
    tasks: 500,
    seconds: 1,
    complete: true,
    next: null,
    ...more,
  });
  const PROGRESS = { progress: { made: 250, of: 500 } };

  test('asks for a plan first, then has it done, each time with the token', async () => {
    answers = [planning, lines(PROGRESS, done({}))];
    const { code, out, err } = await run('--url', `${url()}/reconcile/`, '--token', 'ey.token');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\nDone: 500 tasks in the queue after 1 s\.\n$/);
    const about = { url: '/reconcile', authorization: 'Bearer ey.token' };
    expect(asked).toEqual([
      { ...about, body: { dry_run: true } },
      { ...about, body: {} },
    ]);
  });

  test('says each time that what is missing at Closte is gone, where that is said', async () => {
    answers = [planning, lines(done({}))];
    expect((await run('--url', url(), '--allow-missing')).code).toBe(0);
    expect(asked.map(({ body }) => body)).toEqual([
      { dry_run: true, allow_missing: true },
      { allow_missing: true },
    ]);
  });

  test('tells that a run which stopped goes on by itself', async () => {
    answers = [planning, lines(PROGRESS, done({ complete: false, next: 'abc-reconcile' }))];
    const { code, out } = await run('--url', url());
    expect(code).toBe(0);
    expect(out).toContain('It goes on by itself, with the task abc-reconcile.');
  });

  test('tells a problem that comes in the middle', async () => {
    const problem = { code: 'queue-unavailable', status: 503, title: 'x', detail: 'try again in 30 s' };
    answers = [planning, lines(PROGRESS, problem)];
    const { code, err } = await run('--url', url());
    expect({ code, err }).toEqual({ code: 1, err: 'HTTP 503 queue-unavailable: try again in 30 s\n' });
  });

  test.each([401, 403])('says that a token is wanted where it is answered %d', async (status) => {
    answers = [(response) => response.writeHead(status).end('<html>No</html>')];
    const { code, err } = await run('--url', url());
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^HTTP ${status}: `));
    expect(err).toContain('--token "$(gcloud auth print-identity-token)"');
  });

  test.each<[string, Answer]>([
    ['a page', (response) => response.end('<html>Hello</html>')],
    ['other JSON', (response) => response.end('{"dry_run": true, "counts": {}}')],
    ['nothing', (response) => response.end()],
  ])('exits with 1 where it is answered by %s', async (_what, answer) => {
    answers = [answer];
    const { code, err } = await run('--url', url());
    expect({ code, err }).toEqual({ code: 1, err: 'HTTP 200: that is no answer of reconcile\n' });
  });

  test.each<[string, Answer, RegExp]>([
    ['ends too early', lines(PROGRESS), /^The answer broke off\n$/],
    [
      'is cut off',
      (response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write(`${JSON.stringify(PROGRESS)}\n`, () => response.socket?.resetAndDestroy());
      },
      /^terminated: /,
    ],
  ])('exits with 2 where the answer %s', async (_what, answer, message) => {
    answers = [planning, answer];
    const { code, err } = await run('--url', url());
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('npm run reconcile without anybody to ask', () => {
  test('says so when nobody listens, and exits with 2', async () => {
    const { code, err } = await run('--url', `http://127.0.0.1:${await freePort()}`);
    expect(code).toBe(2);
    expect(err).toMatch(/ECONNREFUSED 127\.0\.0\.1:\d+\nNobody listens there\. Is npm start up\?\n$/);
  });

  test.each([
    [['--url', 'reconcile.example'], '--url reconcile.example: give an http or https URL'],
    [['--url', 'ftp://a.example'], '--url ftp://a.example: give an http or https URL'],
    [['--token', ''], '--token is empty. Is gcloud logged in?'],
    [['--dryrun'], "Unknown option '--dryrun'"],
    [['shop.example.test'], "Unexpected argument 'shop.example.test'"],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('tells how it is used', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('npm run reconcile -- [options]');
    expect(out).toContain('--token "$(gcloud auth print-identity-token)"');
  });
});
