import { isIP } from 'node:net';
import type { Resolver } from '../dns/question.ts';
import { normalAddress } from '../domain/address.ts';
import { type DomainName, parseHostName } from '../domain/name.ts';
import { derivedSecret, isWebhookSecret } from '../http/webhook-secret.ts';
import { LONGEST_INTERVAL, SHORTEST_INTERVAL } from '../mapping/fields.ts';
import type { QueueConfig } from '../queue/queue.ts';
import { readContact, readNetworkName } from './status-contact.ts';

/** All that a function is told by its environment. */
export interface Config {
  readonly apiKey: string;
  readonly apiUrl: string;
  readonly webhookSecret: string;
  /** Seconds. */
  readonly interval: number;
  /** The main network's: what an event is about that does not say. */
  readonly networkDomain: DomainName | undefined;
  /** Of all networks of the installation, the main one first. Where there are none, an event may be of any. */
  readonly networkDomains: readonly DomainName[];
  readonly networkAddresses: readonly string[];
  readonly resolvers: readonly Resolver[];
  readonly queue: QueueConfig;
  /** Where the name servers of a zone, and web servers, are asked: other ports than the usual ones are for a local internet. */
  readonly dnsPort: number;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly allowPrivateAddresses: boolean;
  /** The address of the network's main site, without a slash at its end. */
  readonly wordpressUrl: string | undefined;
  /** Under which the network's Domain Connect templates are published; undefined where none are. */
  readonly domainConnectProvider: DomainName | undefined;
  readonly reconcile: ReconcileConfig;
  readonly contact: Contact;
}

/** Who the network is, for the readers of its status pages. */
export interface Contact {
  /** What it is called. */
  readonly name?: string | undefined;
  /** Where its people can be asked: a link, `mailto:` or https. */
  readonly link?: string | undefined;
}

/** Whether what WordPress does not want any more may be removed at Closte. */
export type Policy = 'sync' | 'upsert-only';

interface ReconcileConfig {
  readonly policy: Policy;
  /** Undefined for 10 or a tenth of the aliases, whichever is more. */
  readonly maxRemovals: number | undefined;
  /** Over how many seconds of the day the daily checks are spread. */
  readonly watchSpread: number;
}

type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  /** Each fault names its variable and says what is wrong with it, never the value of a secret. */
  | { readonly ok: false; readonly faults: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. No other file reads it. */
export function processEnvironment(): Environment {
  return process.env;
}

/** A reader of one variable: its value, or what is wrong with the text as the end of "NAME …". */
type Read<T> = (text: string) => { readonly value: T } | { readonly fault: string };

/** Reads the whole configuration and tells all faults at once. An empty variable counts as unset. */
export function parseConfig(environment: Environment): ParsedConfig {
  const faults: string[] = [];

  function optional<T, D>(name: string, byDefault: D, read: Read<T>): T | D {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return byDefault;
    const result = read(text);
    if ('value' in result) return result.value;
    faults.push(`${name} ${result.fault}`);
    return byDefault;
  }
  function required<T, D>(name: string, byDefault: D, read: Read<T>): T | D {
    if ((environment[name] ?? '').trim() === '') faults.push(`${name} is not set`);
    return optional(name, byDefault, read);
  }

  const apiKey = required('CLOSTE_CLIENT_API_KEY', '', asText);
  const networkDomains = optional('NETWORK_DOMAIN', [], listOf(asHostName));
  const checksQueue = optional('TASKS_QUEUE', 'domain-checks', asResourceId);
  const config: Config = {
    apiKey,
    apiUrl: optional('CLOSTE_API_URL', 'https://app.closte.com/api/client', asApiUrl),
    webhookSecret: optional('WEBHOOK_SECRET', derivedSecret(apiKey), asWebhookSecret),
    interval: optional(
      'DNS_CHECK_INTERVAL',
      LONGEST_INTERVAL,
      wholeNumber(SHORTEST_INTERVAL, LONGEST_INTERVAL),
    ),
    networkDomain: networkDomains[0],
    networkDomains,
    networkAddresses: optional('NETWORK_ADDRESSES', [], listOf(asAddress)),
    resolvers: optional('DNS_RESOLVERS', DEFAULT_RESOLVERS, listOf(asResolver)),
    queue: {
      project: required('GOOGLE_CLOUD_PROJECT', '', asResourceId),
      location: optional('TASKS_LOCATION', 'us-central1', asResourceId),
      name: checksQueue,
      closteName: optional('CLOSTE_QUEUE', checksQueue, asResourceId),
      checkUrl: required('CHECK_URL', '', asUrl),
      reconcileUrl: optional('RECONCILE_URL', undefined, asUrl),
      serviceAccount: optional('TASKS_SERVICE_ACCOUNT', undefined, asServiceAccount),
      emulator: optional('CLOUD_TASKS_EMULATOR_HOST', undefined, asHostAndPort),
    },
    dnsPort: optional('DNS_PORT', DNS_PORT, wholeNumber(1, 65535)),
    httpPort: optional('HTTP_PORT', 80, wholeNumber(1, 65535)),
    httpsPort: optional('HTTPS_PORT', 443, wholeNumber(1, 65535)),
    allowPrivateAddresses: optional('ALLOW_PRIVATE_ADDRESSES', false, asBoolean),
    wordpressUrl: optional('WORDPRESS_URL', undefined, asBaseUrl),
    domainConnectProvider: optional('DOMAIN_CONNECT_PROVIDER', undefined, asHostName),
    reconcile: {
      policy: optional('RECONCILE_POLICY', 'sync', asPolicy),
      maxRemovals: optional('RECONCILE_MAX_REMOVALS', undefined, wholeNumber(0, 999_999_999)),
      watchSpread: optional('WATCH_SPREAD', DEFAULT_WATCH_SPREAD, wholeNumber(MINUTE, 24 * HOUR)),
    },
    contact: {
      name: optional('NETWORK_NAME', undefined, readNetworkName),
      link: optional('STATUS_CONTACT', undefined, readContact),
    },
  };
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const DEFAULT_WATCH_SPREAD = 6 * HOUR;

const DNS_PORT = 53;

const DEFAULT_RESOLVERS: readonly Resolver[] = ['1.1.1.1', '8.8.8.8', '9.9.9.9'].map((address) => ({
  address,
  port: DNS_PORT,
}));

const asText: Read<string> = (value) => ({ value });

/** A part of a queue's name. A project's may have the domain of an organisation in front: `example.com:project`. */
const asResourceId: Read<string> = (value) =>
  /^[\w.:-]+$/.test(value) ? { value } : { fault: `(${value}) is not an id of letters, digits and hyphens` };

const asUrl: Read<string> = (text) => {
  const url = URL.parse(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? { value: text }
    : { fault: 'is not an http or https URL' };
};

/** What paths are put behind. */
const asBaseUrl: Read<string> = (text) => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return { fault: 'is not an http or https URL' };
  const more = url.username + url.password + url.search + url.hash;
  return more === ''
    ? { value: text.replace(/\/+$/, '') }
    : { fault: 'is a URL with more than a host and a path' };
};

/** In plaintext the key would be read on the way: only a host of this machine may be asked so. */
const asApiUrl: Read<string> = (text) => {
  const url = URL.parse(text);
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url?.protocol === 'http:' && !isLocal ? { fault: 'is not an https URL' } : asBaseUrl(text);
};

const asWebhookSecret: Read<string> = (value) =>
  isWebhookSecret(value) ? { value } : { fault: 'is not whsec_ followed by base64' };

const asHostName: Read<DomainName> = (text) => {
  const parsed = parseHostName(text);
  return parsed.ok ? { value: parsed.domain } : { fault: `(${text}) is not a domain: ${parsed.reason}` };
};

const asAddress: Read<string> = (text) => {
  const value = normalAddress(text);
  return value === undefined ? { fault: `has ${text}, which is not an IP address` } : { value };
};

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` or `[2001:db8::1]:53`. */
const asResolver: Read<Resolver> = (text) => {
  const [, bracketed, plain, port = DNS_PORT] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = isIP(text) === 6 ? text : (bracketed ?? plain ?? '');
  const inRange = Number(port) >= 1 && Number(port) <= 65535;
  return isIP(address) !== 0 && inRange
    ? { value: { address, port: Number(port) } }
    : { fault: `has ${text}, which is not an IP address with or without a port` };
};

const asServiceAccount: Read<string> = (value) =>
  /^[^@\s]+@[^@\s]+$/.test(value)
    ? { value }
    : { fault: `(${value}) is not a service account's e-mail address` };

const asHostAndPort: Read<string> = (value) => {
  const port = Number(/^[^:/\s]+:(\d{1,5})$/.exec(value)?.[1]);
  return port >= 1 && port <= 65535 ? { value } : { fault: `(${value}) is not host:port` };
};

const asBoolean: Read<boolean> = (text) =>
  text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : { fault: `(${text}) is neither true nor false` };

const asPolicy: Read<Policy> = (text) =>
  text === 'sync' || text === 'upsert-only'
    ? { value: text }
    : { fault: `(${text}) is neither sync nor upsert-only` };

function wholeNumber(least: number, most: number): Read<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most
      ? { value }
      : { fault: `(${text}) is not a whole number from ${least} to ${most}` };
  };
}

function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (text) => {
    const results = text.split(',').map((part) => read(part.trim()));
    const fault = results.find((result) => 'fault' in result);
    return fault ?? { value: results.flatMap((result) => ('value' in result ? [result.value] : [])) };
  };
}
