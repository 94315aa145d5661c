import * as v from 'valibot';
import { parseDomainName } from '../domain/name.ts';
import { apiError } from '../http/api-error.ts';
import { type Body, type Read, readFields } from '../http/request.ts';
import { intervalField, mappingIdField, networkDomainField, siteIdField } from '../mapping/fields.ts';
import type { Config } from '../setup/config.ts';
import type { WebhookEvent } from './map-domain.ts';

/** The body of `unmap`, with the id from the signed headers. */
const UnmapEvent = v.object({
  'webhook-id': mappingIdField,
  domain: v.string('must be a string'),
  site_id: siteIdField,
  network_domain: v.nullish(networkDomainField),
});

const MapEvent = v.object({ ...UnmapEvent.entries, interval: v.nullish(intervalField) });

/** Reads the event that a domain was taken from a site; what it does not say, the configuration does. */
export function readUnmapEvent({ id, json }: Body, config: Config): Read<WebhookEvent> {
  const fields = readFields(UnmapEvent, json, { 'webhook-id': id });
  return fields.ok ? eventOf(fields.value, config.interval, config) : fields;
}

/** Reads the event that a domain was mapped to a site. Its checks need to know what it should point to. */
export function readMapEvent({ id, json }: Body, config: Config): Read<WebhookEvent> {
  const fields = readFields(MapEvent, json, { 'webhook-id': id });
  if (!fields.ok) return fields;
  const event = eventOf(fields.value, fields.value.interval ?? config.interval, config);
  if (!event.ok || event.value.networkDomain !== undefined || config.networkAddresses.length > 0)
    return event;
  const detail = 'network_domain is missing, and neither NETWORK_DOMAIN nor NETWORK_ADDRESSES is set';
  return { ok: false, error: apiError('invalid-request', detail) };
}

function eventOf(
  fields: v.InferOutput<typeof UnmapEvent>,
  interval: number,
  config: Config,
): Read<WebhookEvent> {
  const parsed = parseDomainName(fields.domain);
  if (!parsed.ok)
    return {
      ok: false,
      error: apiError('invalid-domain', `"${fields.domain}" cannot be mapped: ${parsed.reason}`),
    };
  return {
    ok: true,
    value: {
      id: fields['webhook-id'],
      domain: parsed.domain,
      siteId: fields.site_id,
      networkDomain: fields.network_domain ?? config.networkDomain,
      interval,
    },
  };
}
