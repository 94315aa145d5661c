import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../../local/defaults.ts';
import { signEvent } from '../../../shared/http/signature.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { createTasksClient } from '../../../shared/queue/queue.ts';
import type { ConnectionTest } from '../../../shared/status/connection-test.ts';
import { unusedDnsServer } from '../../support/net-dns.ts';
import { type RunningStack, runStack } from '../../support/running-stack.ts';
import {
  type Behaviour,
  startWordPressRoutes,
  type WordPressRoutes,
} from '../../support/wordpress-routes.ts';

/** A WordPress whose secret is another one. */
let strangers: WordPressRoutes;
let opened: RunningStack[] = [];

beforeAll(async () => {
  strangers = await startWordPressRoutes(derivedSecret('the key of another network'));
});
afterEach(async () => {
  await Promise.all(opened.map((stack) => stack.close()));
  opened = [];
});
afterAll(() => strangers.close());

async function start(environment: Readonly<Record<string, string>> = {}): Promise<RunningStack> {
  const stack = await runStack({ environment });
  opened.push(stack);
  return stack;
}

async function pauseQueue(address: string, name: string): Promise<void> {
  const client = await createTasksClient({ project: 'local', emulator: address });
  await client.pauseQueue({ name: client.queuePath('local', 'us-central1', name) });
  await client.close();
}

async function testOf(
  environment: Readonly<Record<string, string>>,
  before: (stack: RunningStack) => void | Promise<void> = () => {},
) {
  const stack = await start(environment);
  await before(stack);
  const secret = derivedSecret(environment['CLOSTE_CLIENT_API_KEY'] ?? LOCAL_API_KEY);
  const headers = signEvent(secret, `test_${randomUUID()}`, new Date(), '');
  const response = await fetch(`${stack.url}/status`, { headers: { ...headers } });
  expect(response.status).toBe(200);
  return (await response.json()) as ConnectionTest;
}

/** What is not good, with what is to be done about it. */
const notGood = ({ checks }: ConnectionTest) => checks.filter(({ state }) => state !== 'good');

test('everything is good where everything can be reached, and nothing is to be done', async () => {
  const { ready, checks } = await testOf({});
  expect(ready).toBe(true);
  expect(checks).toEqual([
    { check: 'closte-key', state: 'good', title: 'Closte accepts the API key', remedy: null },
    {
      check: 'queue',
      state: 'good',
      title: 'The queues domain-checks and closte-calls are there and running',
      remedy: null,
    },
    { check: 'wordpress', state: 'good', title: 'The plugin answers in WordPress', remedy: null },
    { check: 'network', state: 'good', title: 'network.test leads to 127.0.0.1', remedy: null },
    {
      check: 'resolvers',
      state: 'good',
      title: expect.stringMatching(/^(127\.0\.0\.1:\d+(, | and | answer)){3}$/),
      remedy: null,
    },
  ]);
  expect(opened.flatMap(({ lines }) => lines)).toEqual([]);
});

describe('what is not good is told alone, with a remedy', () => {
  test('a key that Closte refuses', async () => {
    const result = await testOf({ CLOSTE_CLIENT_API_KEY: 'another-key', WORDPRESS_URL: '' });
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'closte-key',
        state: 'bad',
        title: 'Closte refuses the API key: Invalid API key',
        remedy: expect.stringContaining('CLOSTE_CLIENT_API_KEY'),
      },
      expect.objectContaining({ check: 'wordpress', state: 'off' }),
    ]);
  });

  test('Closte being down', async () => {
    const result = await testOf({}, ({ closte }) => closte.setOutage(true));
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'closte-key',
        state: 'bad',
        title: 'Closte could not be asked: Closte answered HTTP 503',
        remedy: expect.stringContaining('CLOSTE_API_URL'),
      },
    ]);
  });

  test('a queue that is not there', async () => {
    const result = await testOf({ TASKS_QUEUE: 'no-such-queue' });
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'queue',
        state: 'bad',
        title: expect.stringMatching(/^The queue no-such-queue could not be asked: .*NOT_FOUND/),
        remedy: expect.stringContaining('TASKS_QUEUE'),
      },
    ]);
  });

  test.each(['domain-checks', 'closte-calls'])('the queue %s being paused', async (name) => {
    const result = await testOf({}, ({ tasks }) => pauseQueue(tasks.address, name));
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'queue',
        state: 'bad',
        title: `The queue ${name} is paused: what is in it waits`,
        remedy: expect.stringContaining('gcloud tasks queues resume'),
      },
    ]);
  });

  test('a WordPress that does not know the secret', async () => {
    const result = await testOf({ WORDPRESS_URL: strangers.url });
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'wordpress',
        state: 'bad',
        title: expect.stringMatching(/^The plugin in WordPress does not take the signature /),
        remedy: expect.stringContaining('the same secret'),
      },
    ]);
  });

  test.each<[string, Behaviour, RegExp, RegExp]>([
    [
      'a security plugin that refuses guests',
      { kind: 'error', status: 401, code: 'rest_login_required', message: 'Log in.' },
      /^Not the plugin, but .* refused with HTTP 401 \(rest_login_required: Log in\.\)$/,
      /security plugin/,
    ],
    [
      'a page that holds the place of the site',
      { kind: 'status', status: 200, body: '<title>Soon</title>' },
      /^Somebody else answered .* HTTP 200, “Soon”$/,
      /maintenance page/,
    ],
    [
      'a plugin that runs on a copy of the network',
      { kind: 'error', status: 409, code: 'another-network' },
      /another network/,
      /closte-sync adopt/,
    ],
    [
      'the plugin of the version before',
      { kind: 'no-echo' },
      /version before: update the plugin$/,
      /version/,
    ],
  ])('%s', async (_what, behaviour, title, remedy) => {
    const routes = await startWordPressRoutes(derivedSecret(LOCAL_API_KEY));
    routes.behave(behaviour);
    const result = await testOf({ WORDPRESS_URL: routes.url });
    await routes.close();
    expect(notGood(result)).toEqual([
      {
        check: 'wordpress',
        state: 'bad',
        title: expect.stringMatching(title),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  test('a WordPress that is down', async () => {
    const result = await testOf({ WORDPRESS_URL: 'http://127.0.0.1:1' });
    expect(notGood(result)).toMatchObject([
      { check: 'wordpress', state: 'bad', title: 'WordPress could not be reached (ECONNREFUSED)' },
    ]);
  });

  test('that WordPress is not configured, which is no fault', async () => {
    const result = await testOf({ WORDPRESS_URL: '' });
    expect(result.ready).toBe(true);
    expect(notGood(result)).toEqual([
      {
        check: 'wordpress',
        state: 'off',
        title: expect.stringMatching(/^WORDPRESS_URL is not set/),
        remedy: null,
      },
    ]);
  });

  test('that no network is configured, which is no fault either', async () => {
    const result = await testOf({ NETWORK_DOMAIN: '', NETWORK_ADDRESSES: '127.0.0.1' });
    expect(result.ready).toBe(true);
    expect(notGood(result)).toEqual([
      {
        check: 'network',
        state: 'off',
        title: expect.stringMatching(/^NETWORK_DOMAIN is not set/),
        remedy: null,
      },
    ]);
  });

  test('a network that has no address', async () => {
    // Every internet has the network that it is told of; this is that of another.
    const { internet } = await start();
    const resolvers = internet?.resolvers.join(',') ?? '';
    const result = await testOf({ NETWORK_DOMAIN: 'nobody.test', DNS_RESOLVERS: resolvers });
    expect(notGood(result)).toEqual([
      {
        check: 'network',
        state: 'bad',
        title: 'nobody.test has no address, so that no domain can be compared with it',
        remedy: expect.stringContaining('NETWORK_DOMAIN'),
      },
    ]);
  });

  test('a resolver that does not answer, by its name', async () => {
    const [closed, { internet }] = await Promise.all([unusedDnsServer(), start()]);
    const resolvers = [closed.address, ...(internet?.resolvers ?? [])].join(',');
    const result = await testOf({ DNS_RESOLVERS: resolvers });
    expect(result.ready).toBe(false);
    expect(notGood(result)).toEqual([
      {
        check: 'resolvers',
        state: 'bad',
        title: `${closed.address} does not answer`,
        remedy: expect.stringContaining('DNS_RESOLVERS'),
      },
    ]);
  });
});
