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

/** A look-up that fetches, and what the fetch comes to. */
async function fetched(result: ListResult, missingSince?: Date) {
  const finding = list.find('a.example', missingSince);
  fetches.at(-1)?.resolve(result);
  return await finding;
}

test('a domain is listed or not', async () => {
  await fetched(listed('a.example'));
  expect(await list.find('a.example')).toEqual({ kind: 'listed' });
  expect(await list.find('b.example')).toMatchObject({
    kind: 'not-listed',
    list: { askedAt: clock.now(), domains: new Set(['a.example']) },
  });
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
  const findings = ['a.example', 'b.example', 'c.example'].map((domain) => list.find(domain));
  expect(fetches).toHaveLength(1);
  fetches[0]?.resolve(listed('b.example'));
  expect((await Promise.all(findings)).map(({ kind }) => kind)).toEqual([
    'not-listed',
    'listed',
    'not-listed',
  ]);
});

test('a list that could not be had is kept as well, and one caller alone is to tell it', async () => {
  const first = list.find('a.example');
  const second = list.find('a.example');
  fetches[0]?.resolve(unreadable);
  const third = list.find('b.example');
  const { reason } = unreadable;
  const unknown = { kind: 'unknown', cause: 'unanswered', reason, count: 0 };
  expect(await Promise.all([first, second, third])).toEqual([
    { ...unknown, fresh: true },
    { ...unknown, fresh: false },
    { ...unknown, fresh: false },
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

test('a list that says itself that it is not the whole is believed of what it has, and tells nothing of what it lacks', async () => {
  const part: ListResult = { kind: 'implausible', domains: new Set(['a.example']), reason: 'a page' };
  expect(await fetched(part)).toEqual({ kind: 'listed' });
  const unknown = { kind: 'unknown', cause: 'implausible', reason: 'a page', count: 1 };
  expect(await list.find('b.example')).toEqual({ ...unknown, fresh: true });
  expect(await list.find('c.example')).toEqual({ ...unknown, fresh: false });
});

test('that a domain is there is believed of an older list, that it is not only of a younger one', async () => {
  await fetched(listed('a.example'));
  clock.advance(1);
  const later = clock.now();
  expect(await list.find('a.example', later)).toEqual({ kind: 'listed' });
  expect(await list.find('b.example', later)).toEqual({ kind: 'too-old' });
  expect(fetches).toHaveLength(1);
});

test('a list that was asked for in the same millisecond is believed if it was asked for by this very look', async () => {
  expect(await fetched(listed(), clock.now())).toMatchObject({ kind: 'not-listed' });
  expect(await list.find('a.example', clock.now())).toEqual({ kind: 'too-old' });
});

test('a list that is too old to tell is not fetched anew before its minute is over', async () => {
  await fetched(listed());
  clock.advance(59);
  const later = clock.now();
  expect(await list.find('a.example', later)).toEqual({ kind: 'too-old' });
  clock.advance(1);
  expect(await fetched(listed('a.example'), later)).toEqual({ kind: 'listed' });
  expect(fetches).toHaveLength(2);
});

test('of many who see what is wrong with a list, one is to tell it', async () => {
  await fetched(listed());
  const seen = [await list.find('a.example'), await list.find('b.example')];
  const tells = () => seen.map((one) => one.kind === 'not-listed' && one.list.isFirstToTell());
  expect(tells()).toEqual([true, false]);
  expect(tells()).toEqual([false, false]);
});

test.each([
  [0, true],
  [59.9, true],
  [60, false],
])(
  '%f minutes after a call that was not answered, it may still have been carried out: %s',
  (minutes, unclear) => {
    list.noteUnanswered('a.example');
    clock.advance(minutes * 60);
    expect([list.wasUnanswered('a.example'), list.wasUnanswered('b.example')]).toEqual([unclear, false]);
  },
);
