import { isIP } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import { getDomain, getPublicSuffix, parse } from 'tldts';

declare const domainName: unique symbol;

/**
 * A name that can be mapped, in its normal form: lower case, A-labels (RFC 5890), no trailing dot, at least two
 * labels, and `*.` in front if it is a wildcard. Only {@link parseDomainName} makes one.
 */
export type DomainName = string & { readonly [domainName]: true };

type ParsedDomainName =
  | { readonly ok: true; readonly domain: DomainName }
  | { readonly ok: false; readonly reason: string };

/** What may not stand in a host name as a person writes it, each with what it shows that was meant instead. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\p{Cc}/u, 'it contains a control character'],
  [/\s/u, 'it contains white space'],
  [/%/, 'it contains a percent sign'],
  [/:\/\//, 'it contains a scheme such as https://; give the bare name'],
  [/@/, 'it contains user information before an @; give the bare name'],
  [/[/\\?#]/, 'it contains a path; give the bare name'],
];

/** What has none of these, nor anything but ASCII: most names, of which there may be a million to read. */
const PLAIN = /^[a-z\d.*_-]*$/i;

/** What has nothing against its form, as most names: told in one step, and of any other is said what. */
const GOOD = /^(?!.*xn--)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)*[a-z]([a-z\d-]{0,61}[a-z\d])?$/;

const MAX_LABEL = 63;
const MAX_NAME = 253;
const TOO_LONG = `it is longer than ${MAX_NAME} characters`;
const NOT_INTERNATIONAL = 'it is no valid internationalised name (UTS 46)';

/**
 * Reads a domain name as WordPress or a person writes it. Surrounding space, one trailing dot and upper case are
 * normalised and a Unicode name becomes its A-label form (UTS 46, non-transitional, as browsers do it).
 *
 * @returns the name, or why it cannot be mapped, as the end of a sentence that begins with the name
 */
export function parseDomainName(text: string): ParsedDomainName {
  return parseName(text, ({ host, wildcard }) => reasonOfSuffix(host, wildcard));
}

/**
 * Reads the domain of a network, of which only the form is looked at: where a network stands is not ours to judge, be it
 * at a public suffix or at a name that no public DNS has. Normalised as a name that can be mapped.
 */
export function parseHostName(text: string): ParsedDomainName {
  return parseName(text, ({ wildcard }) => (wildcard ? 'it must be no wildcard' : undefined));
}

interface WrittenName {
  readonly host: string;
  readonly wildcard: boolean;
}

/** @param more what is against a name whose form is good */
function parseName(text: string, more: (name: WrittenName) => string | undefined): ParsedDomainName {
  const trimmed = text.trim();
  if (trimmed === '') return refused('it is empty');
  const isPlain = PLAIN.test(trimmed);
  if (!isPlain && isIP(trimmed.replace(/^\[|\]$/g, '')) !== 0) return refused('it is an IP address');
  const reasonOfCharacters = isPlain ? undefined : reasonAgainstCharacters(trimmed);
  if (reasonOfCharacters !== undefined) return refused(reasonOfCharacters);

  const wildcard = trimmed.startsWith('*.');
  const written = wildcard ? trimmed.slice(2) : trimmed;
  const ascii = isPlain || isAscii(written) ? written.toLowerCase() : domainToASCII(written);
  if (ascii === '') return refused(written === '' ? 'it is empty after its *.' : NOT_INTERNATIONAL);
  const host = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  const reason = reasonAgainst(host) ?? more({ host, wildcard });
  if (reason !== undefined) return refused(reason);

  const name = wildcard ? `*.${host}` : host;
  return name.length > MAX_NAME ? refused(TOO_LONG) : { ok: true, domain: name as DomainName };
}

export function isWildcard(domain: DomainName): boolean {
  return domain.startsWith('*.');
}

/** The host name itself or, for a wildcard, the name under which it stands: `example.com` for `*.example.com`. */
export function baseName(domain: DomainName): string {
  return isWildcard(domain) ? domain.slice(2) : domain;
}

/** Whether the network's own wildcard serves the domain: it is the network's domain, or a name under it. */
export function belongsToNetwork(domain: DomainName, network: string): boolean {
  const base = baseName(domain);
  return base === network || base.endsWith(`.${network}`);
}

/** Whether the domain is the name that its owner registered, where a CNAME cannot stand (RFC 1034, 3.6.2). */
export function isApex(domain: DomainName): boolean {
  return !isWildcard(domain) && registeredName(domain) === domain;
}

/**
 * The name that somebody has registered, under which this one stands; itself, if that is none. The private section of
 * the public suffix list counts too: below `uk.com` or `github.io` each name has an owner of its own.
 */
export function registeredName(name: string): string {
  return getDomain(name, { validateHostname: false, allowPrivateDomains: true }) ?? name;
}

/**
 * The name right below a suffix of a registry, by the list's ICANN section: `uk.com` for `shop.newcust.uk.com`. The
 * records of a name below a private suffix may stand in the zone of whoever has that one.
 */
export function nameAtRegistry(name: string): string {
  return getDomain(name, { validateHostname: false }) ?? name;
}

/** Whether the name stands under a suffix of a registry, and is not that suffix: there are such names. */
export function isUnderRegistry(name: string): boolean {
  const { isIcann, domain } = parse(name, { validateHostname: false });
  return isIcann === true && domain !== null;
}

function reasonAgainstCharacters(text: string): string | undefined {
  for (const [pattern, reason] of FORBIDDEN) if (pattern.test(text)) return reason;
  return text.includes(':') ? 'it contains a port; give the bare name' : undefined;
}

/** What is against the form of an ASCII host name by RFC 1123, 2.1, RFC 1035, 2.3.4 and UTS 46. */
function reasonAgainst(host: string): string | undefined {
  if (GOOD.test(host)) return undefined;
  if (host === '') return 'it is empty';
  if (host.includes('*')) return 'a * may stand only as the whole first label, with a name behind it';
  if (host.includes('_')) return 'it contains an underscore, which no host name may';
  const labels = host.split('.');
  if (labels.includes('')) return 'it contains an empty label (two dots, or one in front)';
  for (const label of labels) {
    if (label.length > MAX_LABEL) return `its label ${label} is longer than ${MAX_LABEL} characters`;
    if (label.startsWith('-')) return `its label ${label} begins with a hyphen`;
    if (label.endsWith('-')) return `its label ${label} ends with a hyphen`;
  }
  // The last label decides, as in the URL Standard: 0x7f.1 and 127.1 are addresses to a browser.
  if (/^(\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? '')) return 'it is an IP address';
  const strange = host.match(/[^a-z0-9.-]/)?.[0];
  if (strange !== undefined) return `it contains ${strange}, which no host name may`;
  if (labels.some(isBrokenALabel)) return NOT_INTERNATIONAL;
  return undefined;
}

/** A top-level name that the public suffix list does not know is a suffix by the list's default rule. */
function reasonOfSuffix(host: string, wildcard: boolean): string | undefined {
  const isSuffix = (name: string) => getPublicSuffix(name, { validateHostname: false }) === name;
  if (!isSuffix(host) && !(wildcard && isSuffix(`x.${host}`))) return undefined;
  if (wildcard) return `it would cover every name under the public suffix ${host}`;
  return host.includes('.')
    ? 'it is a public suffix, under which others register names'
    : 'it is a single label; a domain has at least one dot';
}

/** An A-label that stands for no Unicode label: Node's conversion hands it back as it is. */
function isBrokenALabel(label: string): boolean {
  return label.startsWith('xn--') && domainToUnicode(label) === label;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

function refused(reason: string): ParsedDomainName {
  return { ok: false, reason };
}
