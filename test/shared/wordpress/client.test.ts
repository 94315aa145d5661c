import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { redactor } from '../../../shared/logging/redact.ts';
import { createWordPressClient, type WordPress } from '../../../shared/wordpress/client.ts';
import { readWholeRow } from '../../../shared/wordpress/one-domain.ts';
import {
  type Behaviour,
  startWordPressRoutes,
  type WordPressRoutes,
} from '../../support/wordpress-routes.ts';

const SECRET = derivedSecret('wordpress-test-key');
const SHOP = 'shop.example.com' as DomainName;
const MAPPED_AT = '2026-01-05T09:00:00.000Z';
const REPORT = {
  mapping: { id: 'evt_shop', domain: SHOP, mappedAt: new Date(MAPPED_AT) },
  stage: 'done',
  secure: true,
  message: 'It is done.',
  isAnew: false,
  nextLookAt: undefined,
  problem: undefined,
  event: undefined,
  notNeeded: undefined,
} as const;

/** The same on the wire. */
const TOLD = {
  domain: SHOP,
  stage: 'done',
  secure: true,
  message: 'It is done.',
  anew: false,
  mapping_id: 'evt_shop',
  mapped_at: MAPPED_AT,
};

const HOLDING_PAGE =
  '<html><head><style>p { color: red }</style><script>let a = "<b>";</script></head><body><h1>Coming soon</h1>\n<p>We are building.</p></body></html>';

/** What answers in the place of the plugin, and how it is named. */
const OTHERS: readonly (readonly [string, Behaviour, RegExp])[] = [
  [
    'a holding page',
    { kind: 'status', status: 200, body: HOLDING_PAGE },
    /^somebody else answered in the place of the plugin: HTTP 200, “Coming soon We are building\.”$/,
  ],
  ['an empty page', { kind: 'status', status: 200, body: '' }, /somebody else .* HTTP 200, nothing in it/],
  ['a list', { kind: 'status', status: 200, body: '[]' }, /somebody else .* HTTP 200, “\[\]”/],
  [
    'JSON of another shape',
    { kind: 'status', status: 200, body: '{"ok": 1}' },
    /somebody else .* “\{"ok": 1\}”/,
  ],
  ['a long page', { kind: 'status', status: 200, body: 'x'.repeat(5000) }, /HTTP 200, “x{80}…”$/],
  [
    "a login's 401",
    { kind: 'status', status: 401, body: '<h1>401 Authorization Required</h1>' },
    /somebody else .* HTTP 401, “401 Authorization Required”/,
  ],
  [
    "a security plugin's 401",
    { kind: 'error', status: 401, code: 'rest_not_logged_in', message: 'You are not logged in.' },
    /^not the plugin, but .* HTTP 401 \(rest_not_logged_in: You are not logged in\.\)$/,
  ],
  [
    "a firewall's 403",
    { kind: 'status', status: 403, body: 'Forbidden by X' },
    /somebody else .* HTTP 403, “Forbidden by X”/,
  ],
  [
    "a proxy's 409",
    { kind: 'status', status: 409, body: 'Conflict' },
    /somebody else .* HTTP 409, “Conflict”/,
  ],
  ["a page's 404", { kind: 'status', status: 404, body: 'Not found' }, /somebody else .* HTTP 404/],
  [
    'no plugin',
    { kind: 'error', status: 404, code: 'rest_no_route' },
    /the plugin is not there or not active/,
  ],
  [
    'a failure that the plugin explains',
    { kind: 'error', status: 500, code: 'table-missing', message: 'The table is gone.' },
    /^WordPress answered HTTP 500 \(table-missing: The table is gone\.\)$/,
  ],
  ['a failure', { kind: 'status', status: 500 }, /somebody else .* HTTP 500, nothing in it/],
  ['a redirect', { kind: 'status', status: 302 }, /somebody else .* HTTP 302, a redirect/],
  ['a broken connection', { kind: 'reset' }, /could not be reached \(ECONNRESET\)/],
  ['silence', { kind: 'silent' }, /could not be reached/],
];

const COPY: Behaviour = { kind: 'error', status: 409, code: 'another-network', message: 'It is a copy.' };
const SAYS_COPY = {
  kind: 'another-network',
  reason: 'WordPress says that it is another network (another-network: It is a copy.)',
};

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

  test.each(OTHERS)('is not answered by %s', async (_name, behaviour, reason) => {
    routes.behave(behaviour);
    const unanswered = { kind: 'unanswered', reason: expect.stringMatching(reason) };
    expect(await wordpress.wishFor(SHOP)).toEqual(unanswered);
    expect(await wordpress.rowFor(SHOP)).toEqual(unanswered);
  });

  test.each(['mapped', 'removed', undefined] as const)(
    'is not answered by what is said of another domain, be that %s',
    async (wish) => {
      routes.wishes.set(SHOP, 'removed');
      if (wish) routes.wishes.set('other.example.com', wish);
      routes.behave({ kind: 'about', domain: 'other.example.com' });
      expect(await wordpress.wishFor(SHOP)).toEqual({
        kind: 'unanswered',
        reason: expect.stringContaining('answered of another'),
      });
    },
  );

  test.each([
    [{ domain: SHOP, domains: [{ domain: 'other.example.com', wanted: 'removed' }], next: null }],
    [{ domains: [{ domain: 'other.example.com', wanted: 'removed' }], next: null }],
    [{ domain: null, domains: [], next: null }],
    [{ domain: SHOP, domains: [{ domain: SHOP, wanted: 'perhaps' }], next: null }],
    [{ domain: SHOP, domains: {}, next: null }],
    [{ domain: SHOP }],
  ])('is not answered by %j', async (json) => {
    routes.behave({ kind: 'status', status: 200, body: JSON.stringify(json) });
    expect(await wordpress.wishFor(SHOP)).toMatchObject({ kind: 'unanswered' });
  });

  test('is read from the plugin of the version before, which does not name the domain, where it has its row', async () => {
    routes.wishes.set(SHOP, 'removed');
    routes.behave({ kind: 'no-echo' });
    expect(await wordpress.wishFor(SHOP)).toMatchObject({ kind: 'removed' });
  });

  test('is not known to be nothing where an empty answer does not name the domain', async () => {
    routes.behave({ kind: 'no-echo' });
    const unanswered = { kind: 'unanswered', reason: expect.stringContaining('update the plugin') };
    expect(await wordpress.wishFor(SHOP)).toEqual(unanswered);
    expect(await wordpress.rowFor(SHOP)).toEqual(unanswered);
  });

  test('is not said by another network', async () => {
    routes.behave(COPY);
    expect([await wordpress.wishFor(SHOP), await wordpress.rowFor(SHOP)]).toEqual([SAYS_COPY, SAYS_COPY]);
    expect(await wordpress.listDomainRows()).toEqual({ kind: 'unreadable', reason: SAYS_COPY.reason });
  });

  test.each([
    [7, 7],
    ['7', 7],
    [0, 0],
    ['many', undefined],
    [undefined, undefined],
  ])('comes with how many domains are done, where it says %p', async (said, done) => {
    routes.done = said;
    routes.wishes.set(SHOP, 'mapped');
    expect(await wordpress.wishFor(SHOP)).toEqual({ kind: 'mapped', heardAt: undefined, done });
    expect(await wordpress.wishFor('nobody.example.com' as DomainName)).toEqual({ kind: 'unheard-of', done });
    routes.done = undefined;
  });

  test('is not told to who signs with another secret', async () => {
    expect(await client(derivedSecret('another')).wishFor(SHOP)).toEqual({
      kind: 'unanswered',
      reason: expect.stringMatching(/^the plugin in WordPress does not take the signature .* same secret/),
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
    return [...list.rows].map(({ domain }) => domain);
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

  test('comes over one connection, and any other answer over one of its own', async () => {
    routes.list = rowsOf(2500);
    await domainsListed();
    expect(routes.connections()).toBe(1);
    await wordpress.wishFor(SHOP);
    await wordpress.wishFor(SHOP);
    expect(routes.connections()).toBe(3);
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
    ['a server that hangs up behind it', { kind: 'hangs-up' }],
  ])(
    'is whole where one page is answered by %s and comes when it is asked for again',
    async (_what, once) => {
      routes.list = rowsOf(1500);
      routes.behave(WELL, once, WELL);
      expect(await domainsListed()).toHaveLength(1500);
    },
  );

  test.each<[string, readonly [Behaviour, ...Behaviour[]], RegExp]>([
    ['one page fails twice', [WELL, DOWN, DOWN, WELL], /HTTP 502, nothing in it$/],
    ['nobody answers', [{ kind: 'reset' }], /could not be reached \(ECONNRESET\)/],
    ['a page is none', [{ kind: 'status', status: 200, body: '<html>' }], /somebody else .* HTTP 200/],
    [
      'a page lacks its rows',
      [{ kind: 'status', status: 200, body: '{"next": null}' }],
      /somebody else .* HTTP 200/,
    ],
    ['a page lacks what comes next', [{ kind: 'next', next: undefined }], /somebody else .* HTTP 200/],
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

  test('says when somebody looks again, where somebody does', async () => {
    const nextLookAt = new Date('2026-01-05T09:05:00.000Z');
    await wordpress.report({ ...REPORT, stage: 'checking-dns', nextLookAt });
    expect(routes.reports).toMatchObject([
      { stage: 'checking-dns', next_look_at: '2026-01-05T09:05:00.000Z' },
    ]);
  });

  test('says so where its DNS is overdue, and is as it always was where not', async () => {
    await wordpress.report({ ...REPORT, stage: 'checking-dns', event: 'dns.overdue' });
    expect(routes.reports).toEqual([{ ...TOLD, stage: 'checking-dns', event: 'dns.overdue' }]);
  });

  test('says which problem is the worst, where there is one', async () => {
    await wordpress.report({ ...REPORT, stage: 'failed', problem: 'held-elsewhere' });
    expect(routes.reports).toEqual([{ ...TOLD, stage: 'failed', problem: 'held-elsewhere' }]);
  });

  test.each([true, false])('says whether Closte says that it needs no alias: %s', async (notNeeded) => {
    await wordpress.report({ ...REPORT, stage: 'checking-dns', notNeeded });
    expect(routes.reports).toEqual([{ ...TOLD, stage: 'checking-dns', not_needed: notNeeded }]);
  });

  test('of a mapping that another has overtaken is not taken', async () => {
    routes.current.set(SHOP, 'evt_newer');
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'overtaken' });
    routes.current.set(SHOP, REPORT.mapping.id);
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'taken' });
  });

  test('is overtaken for a domain that is removed', async () => {
    routes.wishes.set(SHOP, 'removed');
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'overtaken' });
  });

  test('waits for nobody where the network never had the domain', async () => {
    routes.behave({ kind: 'error', status: 404, code: 'unknown-domain' });
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'unheard-of' });
  });

  test('is not taken by another network', async () => {
    routes.behave(COPY);
    expect(await wordpress.report(REPORT)).toEqual(SAYS_COPY);
  });

  test.each([
    ...OTHERS,
    [
      'a page of domains',
      { kind: 'status', status: 200, body: '{"domains": [], "next": null}' },
      /somebody else/,
    ],
    ['what is said of another domain', { kind: 'about', domain: 'other.example.com' }, /somebody else/],
    [
      'another stage',
      { kind: 'status', status: 200, body: JSON.stringify({ domain: SHOP, stage: 'failed' }) },
      /somebody else/,
    ],
  ] as readonly (readonly [string, Behaviour, RegExp])[])(
    'is not taken by %s',
    async (_name, behaviour, reason) => {
      routes.behave(behaviour);
      expect(await wordpress.report(REPORT)).toEqual({
        kind: 'unanswered',
        reason: expect.stringMatching(reason),
      });
    },
  );
});

test.each([
  ['held-elsewhere', 'held-elsewhere'],
  ['closte-rejected-domain', 'rejected'],
  ['rejected-by-closte', 'rejected'],
  ['invalid-domain', undefined],
  [null, undefined],
])('a row whose refusal is %j says that of the alias: %j', (refusal, aliasRefusal) => {
  const row = {
    domain: SHOP,
    site_id: 2,
    wanted: 'mapped',
    stage: 'failed',
    updated_at: '2026-01-05T09:00:00Z',
  };
  const body = JSON.stringify({ domain: SHOP, domains: [{ ...row, refusal }], next: null });
  expect(readWholeRow({ status: 200, body }, SHOP)).toMatchObject({
    kind: 'row',
    aliasRefusal,
  });
});
