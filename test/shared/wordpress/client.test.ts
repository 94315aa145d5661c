import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { redactor } from '../../../shared/logging/redact.ts';
import { createWordPressClient, type WordPress } from '../../../shared/wordpress/client.ts';
import {
  type Behaviour,
  startWordPressRoutes,
  type WordPressRoutes,
} from '../../support/wordpress-routes.ts';

const SECRET = derivedSecret('wordpress-test-key');
const SHOP = 'shop.example.com' as DomainName;
const REPORT = { domain: SHOP, stage: 'done', secure: true, message: 'It is done.', isAnew: false } as const;

/** The same on the wire. */
const TOLD = { domain: SHOP, stage: 'done', secure: true, message: 'It is done.', anew: false };

let routes: WordPressRoutes;
let wordpress: WordPress;

beforeEach(async () => {
  routes = await startWordPressRoutes(SECRET);
  wordpress = client(SECRET);
});

afterEach(async () => {
  await routes.close();
});

function client(webhookSecret: string): WordPress {
  return createWordPressClient({ url: routes.url, webhookSecret, redact: redactor([SECRET]), timeout: 300 });
}

describe('what WordPress wants of a domain', () => {
  test.each([
    ['mapped', { kind: 'mapped' }],
    ['removed', { kind: 'removed' }],
  ] as const)('is %s where the row of the domain says so', async (wish, expected) => {
    routes.wishes.set(SHOP, wish);
    expect(await wordpress.wishFor(SHOP)).toEqual(expected);
  });

  test('is not known where there is no row', async () => {
    expect(await wordpress.wishFor(SHOP)).toEqual({ kind: 'unheard-of' });
  });

  test.each<[string, Behaviour, RegExp]>([
    ['a failure', { kind: 'status', status: 500 }, /HTTP 500/],
    ['a redirect', { kind: 'status', status: 302 }, /HTTP 302/],
    ['a page in place of JSON', { kind: 'status', status: 200, body: '<html>' }, /no list of domains/],
    [
      'JSON of another shape',
      { kind: 'status', status: 200, body: '{"domains": [{}]}' },
      /no list of domains/,
    ],
    ['a broken connection', { kind: 'reset' }, /could not be reached \(ECONNRESET\)/],
    ['silence', { kind: 'silent' }, /could not be reached/],
  ])('is not answered by %s', async (_name, behaviour, reason) => {
    routes.behave(behaviour);
    expect(await wordpress.wishFor(SHOP)).toEqual({
      kind: 'unanswered',
      reason: expect.stringMatching(reason),
    });
  });

  test('is not told to who signs with another secret', async () => {
    expect(await client(derivedSecret('another')).wishFor(SHOP)).toEqual({
      kind: 'unanswered',
      reason: 'WordPress answered HTTP 401',
    });
  });
});

describe('when WordPress last heard of a domain', () => {
  const row = (more: object) => JSON.stringify({ domains: [{ domain: SHOP, wanted: 'mapped', ...more }] });

  test.each<[string, object, Date | undefined]>([
    ['stands in its row', { updated_at: '2026-01-05T09:00:00+01:00' }, new Date('2026-01-05T08:00:00Z')],
    ['is not known where the row does not say', {}, undefined],
    ['is not known where that is no time', { updated_at: 'yesterday' }, undefined],
  ])('%s', async (_what, more, heardAt) => {
    routes.behave({ kind: 'status', status: 200, body: row(more) });
    expect(await wordpress.wishFor(SHOP)).toEqual({ kind: 'mapped', heardAt });
  });
});

describe('the list of all that WordPress wants', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      domain: `shop-${String(n).padStart(4, '0')}.example.com`,
      site_id: 2,
      wanted: 'mapped',
      stage: 'done',
      updated_at: '2026-01-05T09:00:00Z',
    }));
  const PAGES = [
    { after: '', limit: 1000 },
    { after: 'shop-0999.example.com', limit: 1000 },
    { after: 'shop-1999.example.com', limit: 1000 },
  ];
  const WELL: Behaviour = { kind: 'well' };
  const DOWN: Behaviour = { kind: 'status', status: 502 };

  async function domainsListed(): Promise<string[]> {
    const list = await wordpress.listDomainRows();
    if (list.kind === 'unreadable') throw new Error(list.reason);
    return list.rows.map(({ domain }) => domain);
  }

  test.each([
    [0, 1],
    [1000, 1],
    [1001, 2],
    [2500, 3],
  ])('of %d domains comes in %d pages', async (count, pages) => {
    routes.list = rowsOf(count);
    expect(await domainsListed()).toEqual(rowsOf(count).map(({ domain }) => domain));
    expect(routes.pages).toEqual(PAGES.slice(0, pages));
  });

  test('has the rows that cannot be read of every page beside the others', async () => {
    const rows = rowsOf(1002);
    routes.list = rows.map((row, n) => (n === 5 || n === 1001 ? { ...row, wanted: '' } : row));
    expect(await wordpress.listDomainRows()).toMatchObject({
      kind: 'list',
      rows: { length: 1000 },
      badRows: [{ name: rows[5]?.domain }, { name: rows[1001]?.domain }],
    });
  });

  test.each<[string, Behaviour]>([
    ['an error', DOWN],
    ['a broken connection', { kind: 'reset' }],
    ['silence', { kind: 'silent' }],
  ])(
    'is whole where one page is answered by %s and comes when it is asked for again',
    async (_what, once) => {
      routes.list = rowsOf(1500);
      routes.behave(WELL, once, WELL);
      expect(await domainsListed()).toHaveLength(1500);
    },
  );

  test.each<[string, readonly [Behaviour, ...Behaviour[]], RegExp]>([
    ['one page fails twice', [WELL, DOWN, DOWN, WELL], /^WordPress answered HTTP 502$/],
    ['nobody answers', [{ kind: 'reset' }], /could not be reached \(ECONNRESET\)/],
    ['a page is none', [{ kind: 'status', status: 200, body: '<html>' }], /no page of domains/],
    [
      'a page lacks its rows',
      [{ kind: 'status', status: 200, body: '{"next": null}' }],
      /no page of domains/,
    ],
    ['a page lacks what comes next', [{ kind: 'next', next: undefined }], /no page of domains/],
    ['a page leads to itself', [WELL, { kind: 'next', next: PAGES[1]?.after }], /leads nowhere/],
    ['a page leads back', [WELL, { kind: 'next', next: 'shop-0000.example.com' }], /leads nowhere/],
    ['the first page leads to the beginning', [{ kind: 'next', next: '' }], /leads nowhere/],
  ])('is unreadable where %s', async (_what, behaviours, reason) => {
    routes.list = rowsOf(1500);
    routes.behave(...behaviours);
    expect(await wordpress.listDomainRows()).toEqual({
      kind: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('the report of a stage', () => {
  test('arrives as it is, each under an id of its own', async () => {
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'taken' });
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'taken' });
    expect(routes.reports).toEqual([TOLD, TOLD]);
    expect(new Set(routes.ids).size).toBe(2);
  });

  test('says so where the mapping begins anew', async () => {
    await wordpress.report({ ...REPORT, stage: 'checking-dns', isAnew: true });
    expect(routes.reports).toMatchObject([{ stage: 'checking-dns', anew: true }]);
  });

  test('comes too late for a domain that is removed', async () => {
    routes.wishes.set(SHOP, 'removed');
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'outdated' });
  });

  test.each<[string, string, string]>([
    ['the network never had the domain', '{"code": "unknown-domain"}', 'outdated'],
    ['there is no such route', '{"code": "rest_no_route"}', 'unanswered'],
  ])('is answered 404 where %s', async (_name, body, kind) => {
    routes.behave({ kind: 'status', status: 404, body });
    expect(await wordpress.report(REPORT)).toMatchObject({ kind });
  });

  test('that WordPress cannot take is told as such', async () => {
    routes.behave({ kind: 'status', status: 503 });
    expect(await wordpress.report(REPORT)).toEqual({
      kind: 'unanswered',
      reason: 'WordPress answered HTTP 503',
    });
  });
});
