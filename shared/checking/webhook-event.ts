import * as v from 'valibot';
import { type DomainName, parseDomainName } from '../domain/name.ts';
import { reasonNeverPublic } from '../domain/special-names.ts';
import { type ApiError, apiError } from '../http/api-error.ts';
import { type Body, type Read, readFields } from '../http/request.ts';
import { intervalField, mappingIdField, networkDomainField, siteIdField } from '../mapping/fields.ts';
import type { Config } from '../setup/config.ts';
import type { WebhookEvent } from './map-domain.ts';

/** What an event says of itself: a request to `map` is none to `unmap`, though both are signed alike. */
type EventType = 'domain.mapped' | 'domain.removed';

/** After how many seconds a plugin that says no type should come again: it may have been updated by then. */
const RETRY_AFTER_UPDATE = 3600;

/** The body of an event, with the id from the signed headers. */
const Event = v.object({
  'webhook-id': mappingIdField,
  domain: v.string('must be a string'),
  site_id: siteIdField,
  network_domain: v.nullish(networkDomainField),
  interval: v.nullish(intervalField),
});

/** Of a removal nothing is checked afterwards: what it says of an interval is not looked at. */
const RemovalEvent = v.omit(Event, ['interval']);

/** Reads the event that a domain was taken from a site; what it does not say, the configuration does. */
export function readUnmapEvent(body: Body, config: Config): Read<WebhookEvent> {
  const fields = readFieldsOf('domain.removed', RemovalEvent, body);
  return fields.ok ? eventOf(fields.value, config.interval, config) : fields;
}

/** Reads the event that a domain was mapped to a site. Its checks need to know what it should point to. */
export function readMapEvent(body: Body, config: Config): Read<WebhookEvent> {
  const fields = readFieldsOf('domain.mapped', Event, body);
  if (!fields.ok) return fields;
  const event = eventOf(fields.value, fields.value.interval ?? config.interval, config);
  if (!event.ok || event.value.networkDomain !== undefined || config.networkAddresses.length > 0)
    return event;
  const detail = 'network_domain is missing, and neither NETWORK_DOMAIN nor NETWORK_ADDRESSES is set';
  return { ok: false, error: apiError('invalid-request', detail) };
}

function readFieldsOf<Schema extends v.GenericSchema>(
  type: EventType,
  schema: Schema,
  { id, json }: Body,
): Read<v.InferOutput<Schema>> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const error = isObject ? faultOfType(json, type) : undefined;
  return error === undefined ? readFields(schema, json, { 'webhook-id': id }) : { ok: false, error };
}

/** The plugin of the version before says no type. It keeps what is answered with 503, and sends it again. */
function faultOfType(json: object, expected: EventType): ApiError | undefined {
  const type = 'type' in json ? json.type : undefined;
  if (type === expected) return undefined;
  if (type !== undefined)
    return apiError('invalid-request', `type must be ${expected} here; it is ${JSON.stringify(type)}`);
  const detail = `the event has no type, as the plugin of the version before sends it: update the plugin in WordPress, which keeps the event until then`;
  return apiError('update-the-plugin', detail, { 'Retry-After': String(RETRY_AFTER_UPDATE) });
}

function eventOf(
  fields: v.InferOutput<typeof RemovalEvent>,
  interval: number,
  config: Config,
): Read<WebhookEvent> {
  const networkDomain = fields.network_domain ?? config.networkDomain;
  const refused = refusalOfNetwork(networkDomain, config.networkDomains);
  if (refused) return { ok: false, error: refused };
  const parsed = parseDomainName(fields.domain);
  if (!parsed.ok) return { ok: false, error: cannotBeMapped(fields.domain, parsed.reason) };
  const networks = [networkDomain, ...config.networkDomains];
  const never = reasonNeverPublic(parsed.domain, { ...config, networks });
  if (never !== undefined) return { ok: false, error: cannotBeMapped(fields.domain, never) };
  return {
    ok: true,
    value: {
      id: fields['webhook-id'],
      domain: parsed.domain,
      siteId: fields.site_id,
      networkDomain,
      interval,
    },
  };
}

function cannotBeMapped(written: string, reason: string): ApiError {
  return apiError('invalid-domain', `"${written}" cannot be mapped: ${reason}`);
}

/** A copy of the network signs as the network does, with the same key: by its own domain it is told apart. */
function refusalOfNetwork(
  network: DomainName | undefined,
  ours: readonly DomainName[],
): ApiError | undefined {
  if (network === undefined || ours.length === 0 || ours.includes(network)) return undefined;
  const detail = `the event is of the network ${network}, and NETWORK_DOMAIN has ${ours.join(', ')}: a copy of the network has no say here; if the network was renamed, deploy with its new domain`;
  return apiError('another-network', detail);
}
