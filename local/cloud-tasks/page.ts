import { invalidArgument } from './rpc-error.ts';

export interface PageRequest {
  readonly pageSize?: number | null;
  readonly pageToken?: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
}

/**
 * One page of a list in the order of its names. The token is the last name shown, so that what comes and goes between
 * two pages neither repeats nor hides the rest.
 *
 * @param byName the list's items under their full names
 * @param maximum the greatest page size, which is also the default
 * @throws RpcError INVALID_ARGUMENT for a negative size
 */
export function pageOf<Item>(
  byName: ReadonlyMap<string, Item>,
  { pageSize, pageToken }: PageRequest,
  maximum: number,
): Page<Item> {
  const size = Math.min(pageSize || maximum, maximum);
  if (size < 0) throw invalidArgument(`page_size is ${pageSize}: it must not be negative`);
  const after = Buffer.from(pageToken ?? '', 'base64url').toString();
  const rest = [...byName].filter(([name]) => name > after).sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = rest.slice(0, size);
  const last = rest.length > size ? (shown.at(-1)?.[0] ?? '') : '';
  return { items: shown.map(([, item]) => item), nextPageToken: Buffer.from(last).toString('base64url') };
}
