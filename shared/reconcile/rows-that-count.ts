import { indexes } from '../domain/column.ts';
import type { DomainName } from '../domain/name.ts';
import type { ReadonlyList } from '../domain/name-store.ts';
import type { BadRow, DomainRow } from '../wordpress/domain-row.ts';

interface Sifted {
  /** The places of the rows that count, in the order of their names. */
  readonly places: Iterable<number>;
  /** Those that do not, each with why. */
  readonly badRows: readonly BadRow[];
}

/**
 * Which rows count: one walk along them all, since to make a row of what is stored of it takes longer than to look at it.
 * WordPress gives them in the order of their names; only names that are not in their normal form there may be out of it.
 *
 * @param reasonAgainst why a row does not count, in words; undefined if it does
 */
export function rowsThatCount(
  rows: ReadonlyList<DomainRow>,
  reasonAgainst: (row: DomainRow) => string | undefined,
): Sifted {
  const places = indexes();
  const badRows: BadRow[] = [];
  let isSorted = true;
  let before: DomainName | undefined;
  let place = 0;
  for (const row of rows) {
    const reason = reasonAgainst(row);
    if (reason === undefined) {
      places.add(place);
      if (before !== undefined && row.domain < before) isSorted = false;
      before = row.domain;
    } else badRows.push({ name: row.domain, reason });
    place += 1;
  }
  if (isSorted) return { places, badRows };
  const nameAt = (at: number) => rows.at(at)?.domain ?? '';
  const sorted = Uint32Array.from(places).sort((a, b) => compareNames(nameAt(a), nameAt(b)) || a - b);
  return { places: sorted, badRows };
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
