import * as v from 'valibot';
import type { Way } from '../advice/action.ts';
import { type DomainName, parseHostName } from '../domain/name.ts';
import { isWithin } from '../domain/name-tree.ts';

// Domain Connect (draft-ietf-dconn-domainconnect): a DNS provider that sets records himself, by a template that whoever
// runs the site has published, once the owner of the domain has agreed on a page of the provider's.

/** The two templates of a network, as they stand in `deploy/domain-connect/`. */
export const SERVICES = ['website-alias', 'website-addresses'] as const;

export type Service = (typeof SERVICES)[number];

/** For all questions to a provider, in milliseconds: a page waits for them. */
export const DOMAIN_CONNECT_TIMEOUT = 3_000;
/** They are over so long after the look at DNS, in milliseconds, as all other looks are. */
export const DOMAIN_CONNECT_ENDS = 8_000;

/** What is known of the provider of a domain, as far as Domain Connect goes. */
export interface DomainConnectProvider {
  /** As it calls itself. */
  readonly name: string;
  /** Where a browser is sent to have a template applied. */
  readonly applyAt: string;
  /** The templates of ours that it has. */
  readonly services: readonly Service[];
}

/** What a template is applied to, and its variables. */
export interface TemplateUse {
  readonly service: Service;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The template that does what is to be done with the records of a domain. It takes the place of all address records and
 * aliases of the name, so it is only for him who has to set or change them, and first of all.
 *
 * @param apex the name at which the zone begins
 * @returns undefined where no template does all of it
 */
export function templateFor(actions: Way, domain: DomainName, apex: string): TemplateUse | undefined {
  if (!isWithin(domain, apex) || domain.startsWith('*.')) return undefined;
  const [first] = actions;
  const touching = actions.flatMap((action) =>
    'record' in action && action.record.name === domain && isAddressOrAlias(action.record.type)
      ? [action]
      : [],
  );
  if (first === undefined || first !== touching[0]) return undefined;
  if (touching.some(({ who, where }) => who !== 'owner' || where !== 'dns-provider')) return undefined;
  const wanted = touching.flatMap((action) => (action.do === 'remove' ? [] : [action.record]));
  const ofType = (type: string) => wanted.filter((record) => record.type === type).map(({ value }) => value);
  const [aliases, ipv4, ipv6] = [ofType('CNAME'), ofType('A'), ofType('AAAA')];
  const place = { domain: apex, host: domain === apex ? '' : domain.slice(0, -apex.length - 1) };
  const [alias] = aliases;
  if (alias !== undefined) {
    if (wanted.length > 1) return undefined;
    return { service: 'website-alias', properties: { ...place, target: alias } };
  }
  // The template has one record of each kind.
  if (wanted.length === 0 || ipv4.length > 1 || ipv6.length > 1) return undefined;
  const [a] = ipv4;
  const [aaaa] = ipv6;
  const groups = [...(a === undefined ? [] : ['ipv4']), ...(aaaa === undefined ? [] : ['ipv6'])];
  return {
    service: 'website-addresses',
    properties: {
      ...place,
      groupId: groups.join(),
      ...(a !== undefined && { ipv4: a }),
      ...(aaaa !== undefined && { ipv6: aaaa }),
    },
  };
}

function isAddressOrAlias(type: string): boolean {
  return type === 'A' || type === 'AAAA' || type === 'CNAME';
}

/** Where a browser is sent (section "Apply Template" of the draft); undefined where the provider lacks the template. */
export function applyUrl(
  providerId: string,
  { applyAt, services }: DomainConnectProvider,
  { service, properties }: TemplateUse,
): string | undefined {
  if (!services.includes(service)) return undefined;
  return `${applyAt}${templatePath(providerId, service)}/apply?${new URLSearchParams(properties)}`;
}

/** Where a provider says whether it has a template, behind its prefix. */
export function templatePath(providerId: string, service: Service): string {
  return `/v2/domainTemplates/providers/${encodeURIComponent(providerId)}/services/${service}`;
}

/** A place on the web that somebody else named: a host with a public name, on the usual port of HTTPS. */
export interface Prefix {
  readonly host: string;
  /** Without a slash at its end. */
  readonly path: string;
}

/** The prefix of a URL; undefined where it is none to be called, or to send a browser to. */
export function prefixOf(text: string): Prefix | undefined {
  const url = URL.parse(text.trim());
  if (url === null || url.protocol !== 'https:') return undefined;
  if (url.username + url.password + url.port + url.search + url.hash !== '') return undefined;
  const host = parseHostName(url.hostname);
  const isPublic = host.ok && host.domain.includes('.');
  return isPublic ? { host: host.domain, path: url.pathname.replace(/\/+$/, '') } : undefined;
}

/** What a TXT record at `_domainconnect` of a zone says: a host, which may have a path behind it. */
export function prefixInRecord(text: string): Prefix | undefined {
  return prefixOf(`https://${text.trim()}`);
}

const LONGEST_NAME = 60;
const Url = v.pipe(v.string(), v.maxLength(500));

const Settings = v.object({
  providerName: v.string(),
  providerDisplayName: v.optional(v.string()),
  urlSyncUX: Url,
  urlAPI: Url,
});

/** What a provider says of a zone. */
export interface ProviderSettings {
  readonly name: string;
  readonly applyAt: string;
  readonly api: Prefix;
}

/** @returns undefined for what is no answer of a provider that applies templates while a person looks on */
export function settingsIn(body: string): ProviderSettings | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Settings), body);
  if (!parsed.success) return undefined;
  const { providerName, providerDisplayName, urlSyncUX, urlAPI } = parsed.output;
  const [apply, api] = [prefixOf(urlSyncUX), prefixOf(urlAPI)];
  const name = (providerDisplayName ?? providerName).replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (apply === undefined || api === undefined || name === '' || name.length > LONGEST_NAME) return undefined;
  return { name, applyAt: `https://${apply.host}${apply.path}`, api };
}
