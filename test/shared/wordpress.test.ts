import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../shared/domain-name.ts';
import { redactor } from '../../shared/redact.ts';
import { derivedSecret } from '../../shared/signature.ts';
import { createWordPressClient, type WordPress } from '../../shared/wordpress.ts';
import { type Behaviour, startWordPressRoutes, type WordPressRoutes } from '../support/wordpress-routes.ts';

const SECRET = derivedSecret('wordpress-test-key');
const SHOP = 'shop.example.com' as DomainName;
const REPORT = { domain: SHOP, stage: 'done', secure: true, message: 'It is done.' } as const;

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

describe('the report of a stage', () => {
  test('arrives as it is, each under an id of its own', async () => {
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'taken' });
    expect(await wordpress.report(REPORT)).toEqual({ kind: 'taken' });
    expect(routes.reports).toEqual([REPORT, REPORT]);
    expect(new Set(routes.ids).size).toBe(2);
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
