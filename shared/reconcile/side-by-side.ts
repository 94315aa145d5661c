import type { ReadonlyList } from '../domain/name-store.ts';
import type { DomainRow } from '../wordpress/domain-row.ts';

/** One name: the row that counts of it, and whether it is an alias; each by its place in its list. */
export type Pair =
  | { readonly kind: 'row'; readonly row: DomainRow; readonly at: number; readonly hasAlias: boolean }
  | { readonly kind: 'alias'; readonly alias: string; readonly at: number };

/**
 * The names of both lists, in their order: one walk along the two.
 *
 * @param places of the rows that count, in the order of their names
 * @param aliases in their order
 */
export function* sideBySide(
  rows: ReadonlyList<DomainRow>,
  places: Iterable<number>,
  aliases: ReadonlyList<string>,
): Generator<Pair> {
  let next = 0;
  for (const { row, at } of rowsByName(rows, places)) {
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
function* rowsByName(rows: ReadonlyList<DomainRow>, places: Iterable<number>): Generator<PlacedRow> {
  let newest: PlacedRow | undefined;
  for (const at of places) {
    const row = rows.at(at);
    if (row === undefined) continue;
    if (newest !== undefined && newest.row.domain !== row.domain) yield newest;
    const isTwin = newest?.row.domain === row.domain;
    if (!isTwin || row.wanted === 'mapped') newest = { row, at };
  }
  if (newest !== undefined) yield newest;
}
