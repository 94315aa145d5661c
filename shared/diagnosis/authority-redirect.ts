import { isIP } from 'node:net';
import { isPublicAddress } from '../domain/address.ts';
import { isUnderRegistry } from '../domain/name.ts';
import type { Scheme } from './http-exchange.ts';

// How Let's Encrypt follows redirects from port 80, by `processHTTPValidation` and `extractRequestTarget` in
// `va/http.go` of Boulder, its software, and by https://letsencrypt.org/docs/challenge-types/.

/** What it asks for, after a redirect or before the first one. */
export interface AuthorityUrl {
  readonly scheme: Scheme;
  /** In lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** As it is written; empty where the scheme says it. */
  readonly port: string;
  /** With the query, if there is one. */
  readonly path: string;
  /** The whole, by which it knows that it has been there. */
  readonly text: string;
}

/**
 * Why a redirect is not followed.
 *
 * - `status`: 303 See Other; only 301, 302, 307 and 308 are followed.
 * - `missing-slash`: the host ends with `.well-known`, since the server writes the path right behind a name.
 * - `no-public-name`: it ends with no top-level name that there is.
 * - `loop`: it has been there.
 * - `too-many`: more than {@link MOST_REDIRECTS}.
 */
export type NotFollowed =
  | 'status'
  | 'unreadable'
  | 'scheme'
  | 'no-host'
  | 'port'
  | 'missing-slash'
  | 'reserved-address'
  | 'no-public-name'
  | 'too-long'
  | 'loop'
  | 'too-many';

export type AuthorityStep =
  | { readonly kind: 'follows'; readonly url: AuthorityUrl }
  | { readonly kind: 'stops'; readonly because: NotFollowed; readonly to: string };

/** Its documentation says so; the eleventh passes too as the software is now. */
export const MOST_REDIRECTS = 10;

const LONGEST_PATH = 2_000;

/**
 * The authority's ports, each with the one that stands for it here. A network on one machine redirects to its own.
 */
export type AuthorityPorts = Readonly<Record<Scheme, number>>;

/**
 * Where Let's Encrypt goes from an answer with a redirect.
 *
 * @param been where it has been, the first URL first; the last is the one that was answered
 * @param ports where HTTP and HTTPS are spoken here: they count as 80 and 443 do
 */
export function followRedirect(
  { status, location }: { readonly status: number; readonly location: string },
  been: readonly [AuthorityUrl, ...AuthorityUrl[]],
  ports: AuthorityPorts,
): AuthorityStep {
  const url = resolve(location, been.at(-1) ?? been[0]);
  const stops = (because: NotFollowed): AuthorityStep => ({
    kind: 'stops',
    because,
    to: nameOf(url, location),
  });
  if (url === 'unreadable') return stops('unreadable');
  if (been.length > MOST_REDIRECTS) return stops('too-many');
  if (status === 303) return stops('status');
  if (url.scheme !== 'http' && url.scheme !== 'https') return stops('scheme');
  if (url.port !== '' && !portsFollowed(ports).includes(Number(url.port))) return stops('port');
  if (url.host === '') return stops('no-host');
  if (url.host.endsWith('.well-known')) return stops('missing-slash');
  if (isIP(url.host) !== 0) {
    if (!isPublicAddress(url.host)) return stops('reserved-address');
  } else if (!isPublicName(url.host, been[0].host)) {
    return stops('no-public-name');
  }
  if (url.path.length > LONGEST_PATH) return stops('too-long');
  if (been.some(({ text }) => text === url.text)) return stops('loop');
  return { kind: 'follows', url: { ...url, scheme: url.scheme } };
}

/** The first that it asks for. */
export function firstUrl(host: string, path: string): AuthorityUrl {
  return { scheme: 'http', host, port: '', path, text: `http://${host}${path}` };
}

/** Where a URL is asked for here. */
export function portHere({ scheme, port }: AuthorityUrl, ports: AuthorityPorts): number {
  if (port === '') return ports[scheme];
  const usual: Readonly<Record<string, number>> = { '80': ports.http, '443': ports.https };
  return usual[port] ?? Number(port);
}

function portsFollowed({ http, https }: AuthorityPorts): readonly number[] {
  return [80, 443, http, https];
}

type AnyUrl = Omit<AuthorityUrl, 'scheme'> & { readonly scheme: string };

/** RFC 3986, 3: a scheme, an authority and the rest. Browsers read more into what is written badly; Go does not. */
const PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is;
/** User information, a host name or an address in brackets, a port. */
const AUTHORITY = /^(?:.*@)?(\[[0-9a-f:.]+\]|[^:[\]\s"<>\\^`{|}]*)(?::(\d*))?$/i;

function resolve(location: string, from: AuthorityUrl): AnyUrl | 'unreadable' {
  const parts = [...location].some(isControl) ? null : PARTS.exec(location);
  if (parts === null) return 'unreadable';
  const [, scheme = from.scheme, authority, path = '', query = '', fragment = ''] = parts;
  if (parts[1] === undefined && authority === undefined) return relative(location, from);
  const hostAndPort = AUTHORITY.exec(authority ?? '');
  if (hostAndPort === null) return 'unreadable';
  const [, host = '', port = ''] = hostAndPort;
  return urlOf(scheme.toLowerCase(), host.toLowerCase(), port, `${path}${query}`, fragment);
}

function isControl(character: string): boolean {
  return character < ' ' || character === '\u007f';
}

/** RFC 3986, 5.2. A backslash is a letter like any other. */
function relative(location: string, from: AuthorityUrl): AnyUrl | 'unreadable' {
  const base = `http://host${from.path === '' ? '/' : from.path}`;
  const url = URL.parse(location.replaceAll('\\', '%5C'), base);
  if (url === null) return 'unreadable';
  const host = isIP(from.host) === 6 ? `[${from.host}]` : from.host;
  return urlOf(from.scheme, host, from.port, url.pathname + url.search, url.hash);
}

function urlOf(scheme: string, host: string, port: string, path: string, fragment: string): AnyUrl {
  const text = `${scheme}://${host}${port === '' ? '' : `:${port}`}${path}${fragment}`;
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return { scheme, host: host.replace(/^\[|\]$/g, ''), port, path: escaped(rooted), text };
}

/** What may not stand in the first line of a request; Node gives a header a character for each byte. */
function escaped(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The host with its port, or what the server wrote where no host can be read from it. */
function nameOf(url: AnyUrl | 'unreadable', location: string): string {
  if (url === 'unreadable' || url.host === '') return location;
  return hostInWords(url);
}

/** `shop.example.com:8443`. */
export function hostInWords({ host, port }: Pick<AuthorityUrl, 'host' | 'port'>): string {
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return port === '' ? name : `${name}:${port}`;
}

/** Under a top-level name that there is; that of the domain itself is one, be it of an internet on one machine. */
function isPublicName(host: string, domain: string): boolean {
  if (host.endsWith('.')) return false;
  return isUnderRegistry(host) || (host.includes('.') && lastLabel(host) === lastLabel(domain));
}

function lastLabel(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1);
}
