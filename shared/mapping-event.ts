import * as v from 'valibot';
import type { Config } from './config.ts';
import { parseDomainName } from './domain-name.ts';
import { intervalField, networkDomainField, siteIdField } from './fields.ts';
import type { MappingEvent } from './map-domain.ts';
import { problem } from './problem.ts';
import { type Body, type Read, readFields } from './request.ts';

/** The body of `map` and of `unmap`, which does not use the interval. */
const EventBody = v.object({
  domain: v.string('must be a string'),
  site_id: siteIdField,
  network_domain: v.nullish(networkDomainField),
  interval: v.nullish(intervalField),
});

/** Reads an event of WordPress; what it does not say, the configuration does. */
export function readMappingEvent({ id, json }: Body, config: Config): Read<MappingEvent> {
  const fields = readFields(EventBody, json);
  if (!fields.ok) return fields;
  const { domain: written, site_id: siteId, network_domain: network, interval } = fields.value;
  const parsed = parseDomainName(written);
  if (!parsed.ok) return { ok: false, problem: problem('invalid-domain', `${written}: ${parsed.reason}`) };
  const { domain } = parsed;
  const networkDomain = network ?? config.networkDomain;
  return { ok: true, value: { id, domain, siteId, networkDomain, interval: interval ?? config.interval } };
}

/** The same for a domain that is to be mapped: its checks need to know what it should point to. */
export function readMapEvent(body: Body, config: Config): Read<MappingEvent> {
  const event = readMappingEvent(body, config);
  if (!event.ok || event.value.networkDomain !== undefined || config.networkAddresses.length > 0)
    return event;
  const detail = 'network_domain is missing, and neither NETWORK_DOMAIN nor NETWORK_ADDRESSES is set';
  return { ok: false, problem: problem('invalid-request', detail) };
}
