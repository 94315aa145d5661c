import { describe, expect, test } from '@jest/globals';
import { reconcileMappingId } from '../../shared/mapping/reconcile-action.ts';
import {
  answering,
  beside,
  failing,
  listing,
  resetting,
  type Script,
  succeeding,
} from '../support/door-closte.ts';
import { EVENT, VISIT } from '../support/door-requests.ts';
import { doorWithWordPress } from '../support/door-with-wordpress.ts';
import { atDoor } from '../support/door-world.ts';
import { domain } from '../support/net-domain.ts';

const NOBODY_ANSWERS = { DNS_RESOLVERS: '127.0.0.1:1' };
const { door, routes } = await doorWithWordPress(NOBODY_ANSWERS);

const SHOP = EVENT.domain;
const FURTHER = 'second.example.org';
const EXISTS = failing('Domain alias already exists');
const HELD = beside(EXISTS, listing(['other.example.com']));
const TOLD = { event: 'closte.held-elsewhere', severity: 'ERROR', domain: SHOP };

describe('a domain that Closte says exists, and does not list,', () => {
  test('is refused as held elsewhere when it is mapped, and nothing is queued', async () => {
    door.closte.script = HELD;
    const { status, json } = await door.send('map', EVENT);
    expect([status, json['code'], json['status']]).toEqual([409, 'held-elsewhere', 409]);
    expect(json['detail']).toContain('exists already, and its list of 1 lacks it');
    expect(door.tasks()).toEqual([]);
    expect(door.entries()).toMatchObject([{ ...TOLD, reason: json['detail'] }]);
  });

  test('is held elsewhere even where this app has no alias at all', async () => {
    door.closte.script = beside(EXISTS, listing([]));
    expect((await door.send('map', EVENT)).json).toMatchObject({ code: 'held-elsewhere' });
  });

  test.each<[string, Script]>([
    ['cannot be had', answering('', 500)],
    ['is no list', listing([7])],
    ['is one page of several', listing(['other.example.com'], { next: '2' })],
  ])('is queued where the list %s', async (_what, list) => {
    door.closte.script = beside(EXISTS, list);
    const { status, json } = await door.send('map', EVENT);
    expect([status, json['closte']]).toEqual([202, 'queued']);
    expect(door.entries()).toMatchObject([{ event: 'closte.unavailable', severity: 'WARNING' }]);
  });

  test('is queued where the list that is kept is older than the answer, and is not asked for again', async () => {
    door.closte.script = HELD;
    await door.send('map', EVENT);
    door.clock.advance(30);
    const { json } = await door.send('map', { ...EVENT, domain: 'more.example.com' });
    expect(json).toMatchObject({ closte: 'queued' });
    expect(door.closte.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  test('is queued within an hour after a call that was not answered, and held elsewhere after it', async () => {
    door.closte.script = resetting;
    await door.send('map', EVENT);
    door.closte.script = HELD;
    door.clock.advance(59 * 60);
    expect((await door.send('map', EVENT)).json).toMatchObject({ closte: 'queued' });
    door.clock.advance(60);
    expect((await door.send('map', EVENT)).json).toMatchObject({ code: 'held-elsewhere' });
  });

  test('is queued where the alias was added and the queue was down, so that the event comes again', async () => {
    const environment = { ...NOBODY_ANSWERS, WORDPRESS_URL: routes.url };
    await atDoor({ environment, withQueue: false }, async (bare) => {
      expect((await bare.send('map', EVENT)).json).toMatchObject({ code: 'queue-unavailable' });
      expect(bare.closte.calls).toHaveLength(1);
      await bare.createQueue();
      bare.closte.script = HELD;
      expect((await bare.send('map', EVENT)).json).toMatchObject({ closte: 'queued' });
    });
  });

  test('is the network’s own all the same, which needs no alias', async () => {
    door.closte.script = HELD;
    const { json } = await door.send('map', { ...EVENT, domain: 'blog.network.example' });
    expect(json).toMatchObject({ closte: 'not-needed' });
    expect(door.tasks()).toMatchObject([{ payload: { aliased: false } }]);
  });

  test.each<[string, string[], object]>([
    ['is held elsewhere', ['other.example.com'], { code: 'held-elsewhere' }],
    ['needs no alias where this app has the wildcard over it', [`*.${FURTHER}`], { closte: 'not-needed' }],
    ['is not covered by the wildcard of another label', [`*.eu.${FURTHER}`], { code: 'held-elsewhere' }],
  ])('and is a further network’s own name, %s', async (_what, aliases, expected) => {
    const environment = {
      ...NOBODY_ANSWERS,
      WORDPRESS_URL: routes.url,
      NETWORK_DOMAIN: `network.example,${FURTHER}`,
    };
    await atDoor({ environment }, async (at) => {
      at.closte.script = beside(EXISTS, listing(aliases));
      const event = { ...EVENT, domain: `blog.${FURTHER}`, network_domain: FURTHER };
      expect((await at.send('map', event)).json).toMatchObject(expected);
    });
  });
});

describe('a queued visit that meets it', () => {
  const ago = (seconds: number) => new Date(door.clock.now().getTime() - seconds * 1000).toISOString();

  /** A visit of `adding-domain`, so many seconds after its stage began. */
  const visit = (begun: number, more: object = {}) =>
    door.send('check', { ...VISIT, stage: 'adding-domain', stage_started_at: ago(begun), ...more });

  test('ends the mapping as failed, and tells it once', async () => {
    routes.wishes.set(SHOP, 'mapped');
    door.closte.script = HELD;
    const { status, json } = await visit(0, {
      mapping_id: reconcileMappingId('add', domain(SHOP), door.clock.now()),
    });
    expect([status, json]).toEqual([200, { outcome: 'finished', stage: 'failed' }]);
    expect(door.tasks()).toEqual([]);
    expect(door.entries()).toMatchObject([
      TOLD,
      {
        event: 'domain.failed',
        severity: 'ERROR',
        problems: [{ code: 'held-elsewhere', severity: 'fatal' }],
      },
    ]);
    expect(routes.reports).toMatchObject([
      {
        domain: SHOP,
        stage: 'failed',
        problem: 'held-elsewhere',
        message: expect.stringContaining('Another site at Closte has the domain'),
      },
    ]);
  });

  test.each([
    ['needs an alias', SHOP, succeeding, false],
    ['needs none', 'blog.network.example', HELD, true],
  ])('and comes further tells WordPress that the domain %s', async (_what, name, script, not_needed) => {
    routes.wishes.set(name, 'mapped');
    door.closte.script = script;
    await visit(0, { domain: name });
    expect(routes.reports).toMatchObject([{ domain: name, stage: 'checking-dns', not_needed }]);
  });

  test('waits as long as a call that was not answered may have made the alias, and no longer', async () => {
    routes.wishes.set(SHOP, 'mapped');
    door.closte.script = HELD;
    const { json } = await visit(10);
    expect(json).toMatchObject({ outcome: 'waiting', stage: 'adding-domain' });
    const [task] = door.tasks();
    expect(task?.payload['alias_missing_since']).toBe(door.clock.now().toISOString());
    expect(door.entries()).toMatchObject([{ event: 'closte.unavailable', severity: 'WARNING' }]);
    door.clock.advance(3600);
    expect((await door.send('check', task?.payload ?? {})).json).toMatchObject({ stage: 'failed' });
  });

  test('waits where the list does not tell', async () => {
    routes.wishes.set(SHOP, 'mapped');
    door.closte.script = beside(EXISTS, answering('', 503));
    expect((await visit(7200, { visit: 9 })).json).toMatchObject({ outcome: 'waiting' });
  });

  test('goes on where the list has come to have it', async () => {
    routes.wishes.set(SHOP, 'mapped');
    door.closte.script = beside(EXISTS, listing([{ domain: SHOP, wildcard: false }]));
    const { json } = await visit(10, { alias_missing_since: ago(600) });
    expect(json).toMatchObject({ outcome: 'advanced', stage: 'checking-dns' });
    expect(door.tasks()[0]?.payload).not.toHaveProperty('alias_missing_since');
  });
});
