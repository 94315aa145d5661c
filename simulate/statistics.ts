/**
 * The value below or at which this share of the values lies: the nearest rank, so that it is always one of
 * them.
 *
 * @param share above 0, up to 1
 * @returns undefined of no values
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
