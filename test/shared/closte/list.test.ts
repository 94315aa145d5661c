import { beforeEach, expect, test } from '@jest/globals';
import { type ClosteList, createClosteList } from '../../../shared/closte/list.ts';
import type { ListResult } from '../../../shared/closte/read-answer.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

const listed = (...domains: string[]): ListResult => ({ kind: 'list', domains: new Set(domains) });
const unreadable: ListResult = {
  kind: 'unreadable',
  cause: 'unanswered',
  reason: 'Closte answered HTTP 500',
};

let clock: ManualClock;
let fetches: PromiseWithResolvers<ListResult>[];
let list: ClosteList;

beforeEach(() => {
  clock = manualClock();
  fetches = [];
  const listDomains = () => {
    const fetching = Promise.withResolvers<ListResult>();
    fetches.push(fetching);
    return fetching.promise;
  };
  list = createClosteList({ listDomains }, clock.now);
});

const LONG_AGO = new Date(0);

/** A look-up that fetches, and what the fetch comes to. */
async function fetched(result: ListResult, since = LONG_AGO) {
  const finding = list.find('a.example', since);
  fetches.at(-1)?.resolve(result);
  return await finding;
}

test('a domain is listed or not', async () => {
  await fetched(listed('a.example'));
  expect(await list.find('a.example', LONG_AGO)).toEqual({ kind: 'listed' });
  expect(await list.find('b.example', LONG_AGO)).toEqual({ kind: 'not-listed' });
});

test.each([
  [0, 1],
  [59.999, 1],
  [60, 2],
  [3600, 2],
])('after %f seconds the list has been fetched %i times', async (seconds, times) => {
  await fetched(listed('a.example'));
  clock.advance(seconds);
  await fetched(listed('a.example'));
  expect(fetches).toHaveLength(times);
});

test('many callers at once wait for one fetch', async () => {
  const findings = ['a.example', 'b.example', 'c.example'].map((domain) => list.find(domain, LONG_AGO));
  expect(fetches).toHaveLength(1);
  fetches[0]?.resolve(listed('b.example'));
  expect((await Promise.all(findings)).map(({ kind }) => kind)).toEqual([
    'not-listed',
    'listed',
    'not-listed',
  ]);
});

test('a list that was asked for before the time in question is fetched anew', async () => {
  await fetched(listed());
  const before = clock.now();
  clock.advance(1);
  const finding = list.find('a.example', clock.now());
  expect(fetches).toHaveLength(2);
  fetches[1]?.resolve(listed('a.example'));
  expect(await finding).toEqual({ kind: 'listed' });
  expect(await list.find('a.example', before)).toEqual({ kind: 'listed' });
  expect(fetches).toHaveLength(2);
});

test('a list under way since before the time in question is not waited for', async () => {
  const early = list.find('a.example', LONG_AGO);
  clock.advance(1);
  const late = list.find('a.example', clock.now());
  expect(fetches).toHaveLength(2);
  fetches[1]?.resolve(listed('a.example'));
  expect(await late).toEqual({ kind: 'listed' });
  fetches[0]?.resolve(listed());
  expect(await early).toEqual({ kind: 'not-listed' });
});

test('a list that could not be had is kept as well, and one caller alone is to tell it', async () => {
  const first = list.find('a.example', LONG_AGO);
  const second = list.find('a.example', LONG_AGO);
  fetches[0]?.resolve(unreadable);
  const third = list.find('b.example', LONG_AGO);
  const { reason } = unreadable;
  expect(await Promise.all([first, second, third])).toEqual([
    { kind: 'unknown', cause: 'unanswered', reason, fresh: true },
    { kind: 'unknown', cause: 'unanswered', reason, fresh: false },
    { kind: 'unknown', cause: 'unanswered', reason, fresh: false },
  ]);
  expect(fetches).toHaveLength(1);
});

test('a list that could not be had is asked for anew after a minute, and that is told again', async () => {
  await fetched(unreadable);
  clock.advance(60);
  expect(await fetched(unreadable)).toMatchObject({ kind: 'unknown', fresh: true });
  clock.advance(60);
  expect(await fetched(listed('a.example'))).toEqual({ kind: 'listed' });
});

test('that a domain is there is believed of an older list, that it is not only of a younger one', async () => {
  await fetched(listed('a.example'));
  clock.advance(1);
  const later = clock.now();
  expect(await list.find('a.example', LONG_AGO, later)).toEqual({ kind: 'listed' });
  expect(fetches).toHaveLength(1);
  const missing = list.find('b.example', LONG_AGO, later);
  await Promise.resolve();
  await Promise.resolve();
  fetches[1]?.resolve(listed('b.example'));
  expect(await missing).toEqual({ kind: 'listed' });
});
