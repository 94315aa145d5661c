import type { DomainName } from '../domain/name.ts';
import type { ReadonlyList } from '../domain/name-store.ts';
import type { DomainRow } from '../wordpress/domain-row.ts';

/** One name: the row that counts of it, and whether it is an alias; each by its place in its list. */
export type Pair =
  | { readonly kind: 'row'; readonly row: DomainRow; readonly at: number; readonly hasAlias: boolean }
  | { readonly kind: 'alias'; readonly alias: string; readonly at: number };

/**
 * The names of both lists, in their order: one walk along the two.
 *
 * @param isCounted whether a row counts at all
 * @param aliases in their order
 */
export function* sideBySide(
  rows: ReadonlyList<DomainRow>,
  isCounted: (row: DomainRow) => boolean,
  aliases: ReadonlyList<string>,
): Generator<Pair> {
  let next = 0;
  for (const { row, at } of rowsByName(rows, isCounted)) {
    let alias = aliases.at(next);
    for (; alias !== undefined && alias < row.domain; alias = aliases.at(next)) {
      yield { kind: 'alias', alias, at: next };
      next += 1;
    }
    const hasAlias = alias === row.domain;
    if (hasAlias) next += 1;
    yield { kind: 'row', row, at, hasAlias };
  }
  for (let alias = aliases.at(next); alias !== undefined; alias = aliases.at(next)) {
    yield { kind: 'alias', alias, at: next };
    next += 1;
  }
}

interface PlacedRow {
  readonly row: DomainRow;
  readonly at: number;
}

/** The rows by their names. Where two become one name in its normal form, the wish that removes nothing counts. */
function* rowsByName(
  rows: ReadonlyList<DomainRow>,
  isCounted: (row: DomainRow) => boolean,
): Generator<PlacedRow> {
  let newest: PlacedRow | undefined;
  for (const at of inOrderOfNames(rows, isCounted)) {
    const row = rows.at(at);
    if (row === undefined) continue;
    if (newest !== undefined && newest.row.domain !== row.domain) yield newest;
    const isTwin = newest?.row.domain === row.domain;
    if (!isTwin || row.wanted === 'mapped') newest = { row, at };
  }
  if (newest !== undefined) yield newest;
}

/** WordPress gives them in their order; only names that are not in their normal form there may be out of it. */
function inOrderOfNames(
  rows: ReadonlyList<DomainRow>,
  isCounted: (row: DomainRow) => boolean,
): Iterable<number> {
  if (isSorted(rows)) return countedOf(rows, isCounted);
  const nameAt = (at: number) => rows.at(at)?.domain ?? '';
  return Uint32Array.from(countedOf(rows, isCounted)).sort(
    (a, b) => compareNames(nameAt(a), nameAt(b)) || a - b,
  );
}

function isSorted(rows: ReadonlyList<DomainRow>): boolean {
  let before: DomainName | undefined;
  for (const { domain } of rows) {
    if (before !== undefined && domain < before) return false;
    before = domain;
  }
  return true;
}

function* countedOf(
  rows: ReadonlyList<DomainRow>,
  isCounted: (row: DomainRow) => boolean,
): Generator<number> {
  let index = 0;
  for (const row of rows) {
    if (isCounted(row)) yield index;
    index += 1;
  }
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
