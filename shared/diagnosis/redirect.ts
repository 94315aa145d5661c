import type { Scheme } from './http-exchange.ts';

/** What is asked for at a host. */
export interface Place {
  readonly scheme: Scheme;
  /** With the query, if there is one. */
  readonly path: string;
}

/**
 * Where a redirect leads, if it stays with the same host, HTTP or HTTPS, and the ports that these are spoken
 * on here; undefined if it leads anywhere else. The usual port in a URL stands for the one that is used here.
 *
 * @param location as the server wrote it, often relative (RFC 9110, 10.2.2)
 */
export function redirectWithin(
  name: string,
  ports: Readonly<Record<Scheme, number>>,
  from: Place,
  location: string,
): Place | undefined {
  const here = new URL(`${from.scheme}://${name}${from.path}`);
  const to = URL.parse(location, here.href);
  const scheme = to?.protocol.slice(0, -1);
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  if (to?.hostname !== here.hostname) return undefined;
  if (to.port !== '' && to.port !== String(ports[scheme])) return undefined;
  return { scheme, path: to.pathname + to.search };
}
