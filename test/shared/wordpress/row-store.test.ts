import { expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import { NameStore } from '../../../shared/domain/name-store.ts';
import { SortedNames } from '../../../shared/domain/sorted-names.ts';
import type { DomainRow } from '../../../shared/wordpress/domain-row.ts';
import { RowStore } from '../../../shared/wordpress/row-store.ts';

const row = (domain: string, more: Partial<DomainRow> = {}): DomainRow => ({
  domain: domain as DomainName,
  siteId: 2,
  networkDomain: undefined,
  wanted: 'mapped',
  stage: undefined,
  updatedAt: new Date('2026-01-05T09:00:00Z'),
  heardAt: undefined,
  notNeeded: false,
  ...more,
});

const ROWS = [
  row('b.example.com', { stage: 'done', networkDomain: 'network.example' as DomainName, notNeeded: true }),
  row('a.example.com', {
    wanted: 'removed',
    stage: 'done',
    siteId: Number.MAX_SAFE_INTEGER,
    heardAt: new Date('2026-01-06T09:00:00Z'),
  }),
  row('a.example.com', { siteId: 0, updatedAt: new Date(0) }),
  row('c.example.com', { stage: 'done', networkDomain: 'second.example.org' as DomainName }),
  row('d.example.com', { wanted: 'removed', networkDomain: 'network.example' as DomainName }),
];

const known = new NameStore();
for (const name of ['c.example.com', 'a.example.com', 'x.example.com']) known.add(name);

test.each<[string, SortedNames | undefined]>([
  ['no name is known', undefined],
  ['some names are known', new SortedNames(known)],
])('rows come out as they went in, and in their order, where %s', (_, names) => {
  const store = new RowStore(names);
  for (const each of ROWS) store.add(each);
  expect([...store]).toEqual(ROWS);
  expect(ROWS.map((_, index) => store.at(index))).toEqual(ROWS);
  expect([store.length, store.at(5), store.at(-1)]).toEqual([5, undefined, undefined]);
});
