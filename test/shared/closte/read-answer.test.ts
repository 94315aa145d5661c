import { describe, expect, test } from '@jest/globals';
import { type AliasResult, createListReader, readAliasAnswer } from '../../../shared/closte/read-answer.ts';
import type { HttpAnswer } from '../../../shared/http/call.ts';

const ok = (body: unknown): HttpAnswer => ({ status: 200, body: JSON.stringify(body) });
const failure = (error: unknown) => ok({ success: false, error });

/** The answer as it arrives in one piece. */
function readListAnswer({ status, body }: HttpAnswer) {
  const reader = createListReader();
  reader.take(body);
  const result = reader.end(status);
  return 'domains' in result ? { ...result, domains: new Set(result.domains) } : result;
}

describe.each(['add', 'remove'] as const)('the answer to %s', (call) => {
  const changed = { kind: 'changed' } as const;
  const unanswered = (word: string) => ({ kind: 'unanswered', reason: expect.stringContaining(word) });
  const refused = (reason: string) => ({ kind: 'refused', reason });

  test.each([
    ['success', ok({ success: true }), changed],
    ['success as a string', ok({ success: 'true' }), changed],
    ['success as a capitalised string', ok({ success: 'True' }), changed],
    ['success with HTTP 201', { status: 201, body: '{"success":true}' }, changed],
    ['a byte order mark is no JSON', { status: 200, body: '\ufeff<html>' }, unanswered('no JSON')],
    ['success with HTTP 500', { status: 500, body: '{"success":true}' }, unanswered('HTTP 500')],
    ['success with HTTP 502', { status: 502, body: '{"success":true}' }, unanswered('HTTP 502')],
    ['success with HTTP 429', { status: 429, body: '{"success":true}' }, unanswered('HTTP 429')],
    ['success with HTTP 302', { status: 302, body: '{"success":true}' }, unanswered('redirect')],
    ['success with HTTP 404', { status: 404, body: '{"success":true}' }, unanswered('HTTP 404')],
    ['a refusal with HTTP 500', { status: 500, body: '{"success":false,"error":"x"}' }, unanswered('500')],
    ['a refusal with HTTP 429', { status: 429, body: '{"success":false,"error":"x"}' }, unanswered('429')],
    ['a refusal with HTTP 403', { status: 403, body: '{"success":false,"error":"No."}' }, refused('No.')],
    ['HTTP 404 with HTML', { status: 404, body: '<html>' }, unanswered('no JSON object')],
    ['HTML', { status: 200, body: '<html><body>Maintenance</body></html>' }, unanswered('no JSON object')],
    ['an empty body', { status: 200, body: '' }, unanswered('empty body')],
    ['white space', { status: 200, body: ' \r\n' }, unanswered('empty body')],
    ['JSON cut off', { status: 200, body: '{"success": tr' }, unanswered('no JSON object')],
    ['a list', ok([true]), unanswered('no JSON object')],
    ['null', ok(null), unanswered('no JSON object')],
    ['true alone', ok(true), unanswered('no JSON object')],
    ['no success', ok({ ok: true }), unanswered('success')],
    ['success null', ok({ success: null }), unanswered('success')],
    ['success 1', ok({ success: 1 }), unanswered('success')],
    ['success in a list', ok({ success: [true] }), unanswered('success')],
    ['a refusal', failure('Bad API key'), refused('Bad API key')],
    ['a refusal as a string', ok({ success: 'false', error: 'Bad API key' }), refused('Bad API key')],
    ['a refusal without a reason', ok({ success: false }), refused('Closte gave no reason')],
    ['a refusal with an empty reason', failure(''), refused('Closte gave no reason')],
    ['a refusal with no reason said aloud', failure(null), refused('Closte gave no reason')],
    ['a refusal with an object', failure({ code: 7 }), refused('{"code":7}')],
    [
      'an invalid domain',
      failure('Invalid or empty domain: a.b'),
      { kind: 'rejected', reason: 'Invalid or empty domain: a.b' },
    ],
    ['an empty domain', failure('Invalid or empty domain: '), expect.objectContaining({ kind: 'rejected' })],
    [
      'an invalid domain that has "exist" and "not found" in its name',
      failure('Invalid or empty domain: not found exist'),
      expect.objectContaining({ kind: 'rejected' }),
    ],
    [
      'an invalid domain in an object',
      failure({ message: 'Invalid or empty domain: x' }),
      expect.objectContaining({ kind: 'rejected' }),
    ],
  ])('%s', (_what, answer, expected) => {
    expect(readAliasAnswer(call, 'shop.example.com', answer)).toEqual(expected);
  });
});

test.each<[string, AliasResult['kind'], AliasResult['kind']]>([
  ['Domain already exists', 'unchanged', 'refused'],
  ['The alias is ALREADY there', 'unchanged', 'refused'],
  ['exists', 'unchanged', 'refused'],
  ['Domain not found', 'refused', 'unchanged'],
  ['No such alias', 'refused', 'unchanged'],
  ['The alias does not exist', 'refused', 'unchanged'],
  ["The alias doesn't exist", 'refused', 'unchanged'],
  ['The app does not exist or was not found', 'refused', 'unchanged'],
  ['Something else', 'refused', 'refused'],
])('"%s" is %s when adding and %s when removing', (error, adding, removing) => {
  expect(readAliasAnswer('add', 'shop.example.com', failure(error)).kind).toBe(adding);
  expect(readAliasAnswer('remove', 'shop.example.com', failure(error)).kind).toBe(removing);
});

describe('the list', () => {
  const listOf = (...domains: unknown[]) => readListAnswer(ok({ success: true, domains }));
  const unreadable = (word: string) =>
    expect.objectContaining({ kind: 'unreadable', reason: expect.stringContaining(word) });

  test.each([
    ['nothing', [], []],
    ['strings', ['a.example', 'b.example'], ['a.example', 'b.example']],
    ['objects with domain', [{ id: 1, domain: 'a.example' }], ['a.example']],
    ['objects with hostname', [{ hostname: 'a.example' }], ['a.example']],
    ['objects with name', [{ name: 'a.example' }], ['a.example']],
    ['objects with alias', [{ alias: 'a.example' }], ['a.example']],
    ['a flag beside the name', [{ alias: true, domain: 'a.example' }], ['a.example']],
    ['one shape beside another', ['a.example', { name: 'b.example' }], ['a.example', 'b.example']],
    ['a wildcard', ['*.example.com'], ['*.example.com']],
    ['upper case and a final dot', ['Shop.Example.COM.'], ['shop.example.com']],
    ['a Unicode name', ['bücher.example'], ['xn--bcher-kva.example']],
    ['a name that cannot be mapped', ['internal_name'], ['internal_name']],
  ])('of %s', (_what, elements, domains) => {
    expect(listOf(...elements)).toEqual({ kind: 'list', domains: new Set(domains) });
  });

  test.each([
    ['a number', 7],
    ['null', null],
    ['an empty object', {}],
    ['an object of unknown fields', { host: 'a.example' }],
    ['a name that is no string', { domain: 7 }],
    ['a list', ['a.example']],
  ])('is unreadable as a whole for one element that is %s, which is named', (_what, element) => {
    expect(listOf('a.example', element, 'b.example')).toEqual(unreadable('element 1'));
  });

  test.each([
    ['no list', ok({ success: true }), 'no list'],
    ['an object for a list', ok({ success: true, domains: { a: 'a.example' } }), 'no list'],
    ['a list without success', ok({ domains: [] }), 'success'],
    ['a refusal', failure('Bad API key'), 'Bad API key'],
    ['a refusal with a list', ok({ success: false, domains: [] }), 'no reason'],
    ['HTTP 500', { status: 500, body: '{"success":true,"domains":[]}' }, 'HTTP 500'],
    ['HTTP 301', { status: 301, body: '' }, 'redirect'],
    ['HTML', { status: 200, body: '<html>' }, 'no JSON object'],
    ['nothing', { status: 200, body: '' }, 'empty body'],
  ])('is unreadable from %s', (_what, answer, word) => {
    expect(readListAnswer(answer)).toEqual(unreadable(word));
  });

  test.each([
    ['a flag that makes it one', [{ domain: 'example.com', wildcard: true }], ['*.example.com']],
    ['the flag as a digit', [{ domain: 'example.com', wildcard: '1' }], ['*.example.com']],
    ['the flag beside a star', [{ domain: '*.example.com', wildcard: true }], ['*.example.com']],
    ['no flag beside a star', [{ domain: '*.example.com', wildcard: false }], ['*.example.com']],
    ['the flag off', [{ domain: 'example.com', wildcard: 0 }], ['example.com']],
    [
      'both names',
      [{ domain: 'example.com' }, { domain: 'example.com', wildcard: true }],
      ['example.com', '*.example.com'],
    ],
    [
      'one name twice, alike but for its number',
      [
        { id: 1, domain: 'a.example', ssl: true },
        { id: 2, domain: 'A.example', ssl: true },
      ],
      ['a.example'],
    ],
    [
      'one name twice, where a flag that is off is left out',
      ['a.example', { domain: 'a.example', ssl: false }],
      ['a.example'],
    ],
  ])('of wildcards and names that are there twice: %s', (_what, elements, domains) => {
    expect(listOf(...elements)).toEqual({ kind: 'list', domains: new Set(domains) });
  });

  test('is implausible where one name is there twice with another flag', () => {
    expect(listOf({ domain: 'a.example', ssl: true }, { domain: 'a.example', ssl: false })).toEqual({
      kind: 'implausible',
      domains: new Set(['a.example']),
      reason: 'a.example is in the list twice, with other flags',
    });
  });

  test.each([
    [{ next: '/getdomains?page=2' }, '"next"'],
    [{ next: 2 }, '"next"'],
    [{ page: 1, next: null }, '"page"'],
    [{ pages: 3 }, '"pages"'],
    [{ has_more: true }, '"has_more"'],
    [{ total: 300 }, '300 domains, and its list has 1'],
    [{ total: '2' }, '"2" domains, and its list has 1'],
    [{ total: 'many' }, '"many" domains'],
  ])('is implausible where the answer says %j', (more, word) => {
    const result = readListAnswer(ok({ success: true, domains: ['a.example'], ...more }));
    expect(result).toMatchObject({ kind: 'implausible', reason: expect.stringContaining(word) });
    expect(result).toHaveProperty('domains', new Set(['a.example']));
  });

  test.each([{ next: null, has_more: false, total: 1 }, { total: '1' }, { total: null, page: null }])(
    'is the whole where the answer says %j',
    (more) => {
      const result = readListAnswer(ok({ success: true, domains: ['a.example'], ...more }));
      expect(result).toEqual({ kind: 'list', domains: new Set(['a.example']) });
    },
  );
});
