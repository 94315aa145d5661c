import type { Names } from '../domain/sorted-names.ts';

/** So many may be missing, whatever share of all they are: adding them anew harms nobody. */
const MOST_MISSING = 10;
const SHARE_MISSING = 0.1;

/**
 * Why a list that can be read cannot be the whole, by what is known to be done: how many domains, or which. In words;
 * undefined if it may be true.
 *
 * | known to be done | missing | the list |
 * | --- | --- | --- |
 * | any | 10 or fewer | may be true |
 * | 200 | 20 | may be true: no more than a tenth |
 * | 200 | 21 | implausible |
 * | 11 | 11: the list is empty | implausible |
 *
 * Of a number alone, so many are missing at least as the list is shorter.
 *
 * @param done without those that need no alias
 */
export function reasonAgainstList(domains: Names, done: number | Iterable<string>): string | undefined {
  const [all, missing] = typeof done === 'number' ? [done, done - domains.size] : missingOf(done, domains);
  if (missing <= MOST_MISSING || missing <= all * SHARE_MISSING) return undefined;
  return `its list of ${domains.size} lacks ${missing} of the ${all} domains that are done and need an alias`;
}

/** How many there are, and how many of them the list lacks. */
function missingOf(done: Iterable<string>, domains: Names): [all: number, missing: number] {
  let [all, missing] = [0, 0];
  for (const domain of done) {
    all += 1;
    if (!domains.has(domain)) missing += 1;
  }
  return [all, missing];
}
