import { beforeEach, describe, expect, test } from '@jest/globals';
import { QueueUnavailable } from '../../shared/queue/queue.ts';
import type { Environment } from '../../shared/setup/config.ts';
import type { Context } from '../../shared/setup/context.ts';
import { answering, type Script, succeeding } from '../support/door-closte.ts';
import { doorWithWordPress, RECONCILE_URL } from '../support/door-with-wordpress.ts';
import { type Answered, atDoor, type Door } from '../support/door-world.ts';

const LONG_AGO = '2025-12-29T09:00:00Z';
const NDJSON = { headers: { accept: 'application/x-ndjson' } };

/** How many tasks can be made before the queue is gone. */
let tasksLeft: number;
beforeEach(() => {
  tasksLeft = Number.POSITIVE_INFINITY;
});

const NETWORK = { NETWORK_DOMAIN: 'network.example' };
const { door, routes } = await doorWithWordPress(NETWORK, withQueueThatGoes);

function withQueueThatGoes(context: Context): Context {
  if (!context.ok) return context;
  const { queue } = context.services;
  const add: typeof queue.add = async (...visit) => {
    tasksLeft -= 1;
    if (tasksLeft < 0) throw new QueueUnavailable('UNAVAILABLE');
    return await queue.add(...visit);
  };
  return { ...context, services: { ...context.services, queue: { ...queue, add } } };
}

/** Does something at a door of another configuration. */
async function at<T>(more: Environment, act: (other: Door) => Promise<T>): Promise<T> {
  const environment = { ...NETWORK, WORDPRESS_URL: routes.url, RECONCILE_URL, ...more };
  return await atDoor({ environment }, (other) => {
    other.closte.script = door.closte.script;
    return act(other);
  });
}

const minutesAgo = (minutes: number) => new Date(door.clock.now().getTime() - minutes * 60_000).toISOString();

const row = (domain: string, more: object = {}) => ({
  domain,
  site_id: 2,
  wanted: 'mapped',
  stage: 'done',
  updated_at: LONG_AGO,
  ...more,
});

const listing = (...domains: string[]): Script => answering({ success: true, domains });

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => `shop-${String(n).padStart(4, '0')}.example.com`);

const namesOf = (tasks: ReturnType<Door['tasks']>) => tasks.map(({ payload }) => payload['domain']);

/** One domain for each thing that may be done, and some for which nothing is. */
function makeDifferences(): void {
  routes.list = [
    row('added.example.com'),
    row('new.example.com', { stage: null, updated_at: minutesAgo(4) }),
    row('removed.example.com', { wanted: 'removed', stage: null }),
    row('silent.example.com', { stage: 'checking-dns', site_id: '7' }),
    row('watched.example.com'),
  ];
  door.closte.script = listing(
    'mail.example.org',
    'removed.example.com',
    'silent.example.com',
    'watched.example.com',
  );
}

const COUNTS = {
  add: 1,
  remove: 1,
  recheck: 1,
  watch: 1,
  watch_due: 0,
  unmanaged: 1,
  unchanged: 1,
  held: 0,
  bad_rows: 0,
};
const NAMES = {
  add: ['added.example.com'],
  remove: ['removed.example.com'],
  recheck: ['silent.example.com'],
  watch: ['watched.example.com'],
  unmanaged: ['mail.example.org'],
  unchanged: ['new.example.com'],
  held: [],
  bad_rows: [],
};

describe('a run', () => {
  test('makes a task for each difference, and answers with what it found and did', async () => {
    makeDifferences();
    const answer = await door.send('reconcile', {});
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
    expect(answer.json).toEqual({
      dry_run: false,
      has_wordpress: true,
      counts: COUNTS,
      held_because: null,
      names: NAMES,
      tasks: 3,
      seconds: expect.any(Number),
      complete: true,
      next: null,
    });
    const byDomain = new Map(door.tasks().map(({ payload }) => [payload['domain'], payload]));
    expect([...byDomain.keys()].sort()).toEqual([
      'added.example.com',
      'removed.example.com',
      'silent.example.com',
    ]);
    expect(byDomain.get('added.example.com')).toMatchObject({
      mapping_id: expect.stringMatching(/^reconcile-add-\d{10}-[0-9a-f]{16}$/),
      site_id: 2,
      network_domain: 'network.example',
      interval: 300,
      aliased: true,
      stage: 'adding-domain',
      visit: 1,
      mapped_at: minutesAgo(0),
      stage_started_at: minutesAgo(0),
    });
    expect(byDomain.get('removed.example.com')).toMatchObject({ stage: 'removing-domain' });
    expect(byDomain.get('silent.example.com')).toMatchObject({ stage: 'checking-dns', site_id: 7 });
    expect(door.entries()).toMatchObject([
      { event: 'reconcile.finished', severity: 'INFO', counts: COUNTS, tasks: 3 },
    ]);
  });

  test('needs no signature and no field', async () => {
    door.closte.script = listing();
    expect((await door.send('reconcile', {})).json).toMatchObject({ tasks: 0, complete: true });
  });

  test('asks Closte first: what is mapped in between is then new, and not somebody else’s alias', async () => {
    door.closte.script = (response, call) => {
      routes.list = [row('meanwhile.example.com', { stage: null, updated_at: minutesAgo(0) })];
      listing()(response, call);
    };
    expect((await door.send('reconcile', {})).json).toMatchObject({
      counts: { unmanaged: 0, add: 0, unchanged: 1 },
    });
  });

  test('makes each task once also where two run at once', async () => {
    makeDifferences();
    const answers = await Promise.all([door.send('reconcile', {}), door.send('reconcile', {})]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(namesOf(door.tasks()).sort()).toEqual([
      'added.example.com',
      'removed.example.com',
      'silent.example.com',
    ]);
  });

  test('that loses the queue half-way is asked to come again, and then makes each task once', async () => {
    const domains = numbered(150);
    routes.list = domains.map((domain) => row(domain, { stage: null }));
    door.closte.script = listing();
    tasksLeft = 70;
    const broken = await door.send('reconcile', {});
    expect([broken.status, broken.headers['retry-after'], broken.json['code']]).toEqual([
      503,
      '30',
      'queue-unavailable',
    ]);
    expect(door.tasks()).toHaveLength(70);
    expect(door.entries()).toMatchObject([{ event: 'queue.unavailable', severity: 'ERROR' }]);

    tasksLeft = Number.POSITIVE_INFINITY;
    expect((await door.send('reconcile', {})).json).toMatchObject({ tasks: 150, complete: true });
    expect(namesOf(door.tasks()).sort()).toEqual(domains);
  });

  test('counts and names a row that cannot be read, and does the rest', async () => {
    routes.list = [
      row('added.example.com'),
      row('b_d.example.com'),
      row('odd.example.com', { wanted: 'maybe' }),
    ];
    door.closte.script = listing('odd.example.com');
    const answer = await door.send('reconcile', {});
    expect(answer.json).toMatchObject({
      counts: { add: 1, bad_rows: 2, unmanaged: 0, unchanged: 1 },
      names: {
        bad_rows: [
          expect.stringMatching(/^b_d\.example\.com: domain is not a domain: .*underscore/),
          'odd.example.com: wanted must be mapped or removed',
        ],
      },
      tasks: 1,
    });
    expect(door.entries()).toMatchObject([
      { event: 'reconcile.finished', severity: 'WARNING', counts: { bad_rows: 2 } },
    ]);
  });
});

describe('a dry run', () => {
  test('does nothing, and tells what would be done', async () => {
    makeDifferences();
    const answer = await door.send('reconcile', { dry_run: true });
    expect(answer.json).toEqual({
      dry_run: true,
      has_wordpress: true,
      counts: COUNTS,
      held_because: null,
      names: NAMES,
    });
    expect([door.tasks(), door.entries()]).toEqual([[], []]);
  });

  test('names every domain, where a run names the first hundred of a kind', async () => {
    const domains = numbered(120);
    routes.list = domains.map((domain) => row(domain, { stage: null }));
    door.closte.script = listing();
    const named = async (body: object) =>
      ((await door.send('reconcile', body)).json['names'] as { add: string[] }).add;
    expect(await named({ dry_run: true })).toEqual(domains);
    expect(await named({})).toEqual(domains.slice(0, 100));
  });
});

describe('removals', () => {
  const GONE = numbered(11);

  beforeEach(() => {
    routes.list = GONE.map((domain) => row(domain, { wanted: 'removed' }));
    door.closte.script = listing(...GONE);
  });

  test.each<[string, Environment, object, string[]]>([
    ['beyond ten are held with an error', {}, { remove: 0, held: 11 }, ['reconcile.removals-held']],
    ['are made up to the bound that is set', { RECONCILE_MAX_REMOVALS: '11' }, { remove: 11, held: 0 }, []],
    [
      'are held in silence where the policy forbids them',
      { RECONCILE_POLICY: 'upsert-only' },
      { remove: 0, held: 11 },
      [],
    ],
  ])('%s', async (_what, more, counts, errors) => {
    await at(more, async (other) => {
      const answer = await other.send('reconcile', {});
      expect(answer.json).toMatchObject({ counts });
      expect(other.entries().map((entry) => entry['event'])).toEqual([...errors, 'reconcile.finished']);
      expect(other.tasks()).toHaveLength((counts as { remove: number }).remove);
    });
  });
});

describe('a caller who asks for lines', () => {
  const DOMAINS = numbered(520);
  const linesOf = ({ text }: Answered) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  beforeEach(() => {
    routes.list = DOMAINS.map((domain) => row(domain, { stage: null }));
    door.closte.script = listing();
  });

  test('is told how far it is, and at the end the answer', async () => {
    const answer = await door.send('reconcile', {}, NDJSON);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    expect(linesOf(answer)).toEqual([
      { progress: { made: 250, of: 520 } },
      { progress: { made: 500, of: 520 } },
      expect.objectContaining({ dry_run: false, tasks: 520, complete: true }),
    ]);
  });

  test('is the only one who is told that', async () => {
    expect((await door.send('reconcile', {})).json).toMatchObject({ tasks: 520, complete: true });
  });

  test('is told the problem in the last line, where it comes in the middle', async () => {
    tasksLeft = 300;
    const answer = await door.send('reconcile', {}, NDJSON);
    expect(answer.status).toBe(200);
    expect(linesOf(answer)).toEqual([
      { progress: { made: 250, of: 520 } },
      expect.objectContaining({ code: 'queue-unavailable', status: 503 }),
    ]);
  });

  test('is answered as anybody else where there is nothing to tell on the way', async () => {
    const answer = await door.send('reconcile', { dry_run: true }, NDJSON);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
    expect(answer.json).toMatchObject({ dry_run: true, counts: { add: 520 } });
  });
});

describe('nothing is done where a list cannot be had whole,', () => {
  async function expectPostponed(list: string, reason: RegExp): Promise<void> {
    const answer = await door.send('reconcile', {});
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/problem+json']);
    expect(answer.json).toMatchObject({
      code: 'lists-unreadable',
      status: 503,
      detail: expect.stringMatching(reason),
    });
    expect(door.tasks()).toEqual([]);
    expect(door.entries()).toMatchObject([
      {
        event: 'reconcile.postponed',
        severity: 'WARNING',
        list,
        reason: expect.stringMatching(/./),
        message: expect.stringContaining('The next run does it all'),
      },
    ]);
  }

  test('of WordPress, at its second page', async () => {
    routes.list = numbered(1001).map((domain) => row(domain, { stage: null }));
    door.closte.script = listing();
    routes.behave({ kind: 'well' }, { kind: 'status', status: 503 });
    await expectPostponed('wordpress', /^wordpress: somebody else answered .* HTTP 503/);
  });

  test('of WordPress, which says that it is another network', async () => {
    routes.list = [row('removed.example.com', { wanted: 'removed' })];
    door.closte.script = listing('removed.example.com');
    routes.behave({ kind: 'error', status: 409, code: 'another-network' });
    await expectPostponed('wordpress', /^wordpress: WordPress says that it is another network/);
  });

  test.each<[string, Script]>([
    ['fails', answering({ success: true, domains: [] }, 500)],
    ['refuses', answering({ success: false, error: 'Invalid API key' })],
    ['answers with something that is no list', succeeding],
  ])('of Closte, which %s', async (_what, script) => {
    routes.list = [row('added.example.com')];
    door.closte.script = script;
    await expectPostponed('closte', /^closte: /);
  });
});

describe('a list of Closte that cannot be the whole', () => {
  const DONE = numbered(200);
  const lacking = (count: number) => listing(...DONE.slice(count), 'mail.example.org');
  const paged = answering({ success: true, domains: DONE, page: 1, next: 2 });

  async function expectImplausible(body: object, reason: RegExp, count: number): Promise<void> {
    const answer = await door.send('reconcile', body);
    expect([answer.status, answer.json['code']]).toEqual([503, 'lists-unreadable']);
    expect(answer.json['detail']).toMatch(reason);
    expect(door.tasks()).toEqual([]);
    expect(door.entries()).toMatchObject([
      {
        event: 'closte.list-implausible',
        severity: 'ERROR',
        reason: expect.stringMatching(reason),
        count,
        message: expect.stringContaining('--allow-missing'),
      },
    ]);
  }

  test.each<[string, object, Script, RegExp, number]>([
    ['is empty', {}, listing(), /lacks 200 of the 200/, 0],
    ['lacks more than a tenth of what is done', {}, lacking(21), /lacks 21 of the 200/, 180],
    ['lacks it in a dry run', { dry_run: true }, lacking(21), /lacks 21 of the 200/, 180],
    ['is one page of several', {}, paged, /"next"/, 200],
  ])('leads to nothing where it %s', async (_what, body, script, reason, count) => {
    routes.list = DONE.map((domain) => row(domain));
    door.closte.script = script;
    await expectImplausible(body, reason, count);
  });

  test.each<[string, Script, number]>([
    ['is empty', listing(), 200],
    ['lacks too much', lacking(21), 21],
    ['is one page of several', paged, 0],
  ])('is believed where it %s and an operator says so', async (_what, script, add) => {
    routes.list = DONE.map((domain) => row(domain));
    door.closte.script = script;
    const { status, json } = await door.send('reconcile', { allow_missing: true });
    expect([status, json]).toEqual([
      200,
      expect.objectContaining({ counts: expect.objectContaining({ add }) }),
    ]);
  });

  test.each<[string, () => void]>([
    ['a tenth of what is done is missing', () => (door.closte.script = lacking(20))],
    [
      'what is missing was never done',
      () => {
        routes.list = DONE.map((domain) => row(domain, { stage: 'checking-dns' }));
        door.closte.script = listing();
      },
    ],
    [
      'what is missing was removed',
      () => {
        routes.list = DONE.map((domain) => row(domain, { wanted: 'removed' }));
        door.closte.script = listing();
      },
    ],
    [
      'what is missing needs no alias',
      () => {
        routes.list = DONE.map((domain) => row(domain.replace('example.com', 'network.example')));
        door.closte.script = listing();
      },
    ],
  ])('is another than one of which %s', async (_what, arrange) => {
    routes.list = DONE.map((domain) => row(domain));
    arrange();
    expect((await door.send('reconcile', { dry_run: true })).status).toBe(200);
  });
});

describe('a request is rejected with', () => {
  test.each<[string, object | string, number, string, string]>([
    ['a cursor that is none', { after: 'shop.example.com' }, 422, 'invalid-request', 'after is not where'],
    ['a cursor of no kind', { after: '9:shop.example.com' }, 422, 'invalid-request', 'after is not where'],
    ['a cursor without a name', { after: '0:' }, 422, 'invalid-request', 'after is not where'],
    ['a number for a cursor', { after: 7 }, 422, 'invalid-request', 'after must be a string'],
    ['a dry run that is no boolean', { dry_run: 'yes' }, 422, 'invalid-request', 'dry_run must be true'],
    [
      'a word that is no boolean',
      { allow_missing: 1 },
      422,
      'invalid-request',
      'allow_missing must be true or false',
    ],
    ['removals in words', { removals: 'ten' }, 422, 'invalid-request', 'removals must be a number'],
    ['removals below 0', { removals: -1 }, 422, 'invalid-request', 'removals must be 0 or more'],
    ['half a removal', { removals: 0.5 }, 422, 'invalid-request', 'removals must be a whole number'],
    ['a body that is no object', '[]', 422, 'invalid-request', 'not a JSON object'],
    ['a body that is too large', ' '.repeat(16_384).concat('{}'), 413, 'body-too-large', '16386'],
  ])('%s', async (_what, body, status, code, detail) => {
    const answer = await door.send('reconcile', body);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect(answer.json['detail']).toContain(detail);
    expect([door.closte.calls, door.tasks()]).toEqual([[], []]);
  });

  test('another method than POST', async () => {
    const answer = await door.send('reconcile', {}, { method: 'GET' });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('where domains have to point', () => {
  test('must be known: otherwise it is not configured, and does nothing', async () => {
    await at({ NETWORK_DOMAIN: '' }, async (other) => {
      const answer = await other.send('reconcile', {});
      expect([answer.status, answer.json['code']]).toEqual([500, 'not-configured']);
      expect(answer.json['detail']).toMatch(/NETWORK_DOMAIN nor NETWORK_ADDRESSES/);
      expect(other.closte.calls).toEqual([]);
    });
  });

  test('may be known by addresses alone', async () => {
    door.closte.script = listing();
    await at({ NETWORK_DOMAIN: '', NETWORK_ADDRESSES: '192.0.2.1' }, async (other) => {
      expect((await other.send('reconcile', {})).status).toBe(200);
    });
  });
});
