import type { CertificateCheck } from '../certificate/check.ts';
import { CLOSTE_TIMEOUT, type Closte, createClosteClient } from '../closte/client.ts';
import { type ClosteList, createClosteList } from '../closte/list.ts';
import type { Probes } from '../diagnosis/probes.ts';
import type { DnsCheck } from '../dns/check.ts';
import type { DomainName } from '../domain/name.ts';
import type { Redact } from '../logging/redact.ts';
import { createEventSeries, type EventSeries } from '../mapping/event-series.ts';
import type { DomainConnect } from '../providers/domain-connect-probe.ts';
import { createQueue, type Queue } from '../queue/queue.ts';
import { createWordPressClient, WORDPRESS_TIMEOUT, type WordPress } from '../wordpress/client.ts';
import type { Config } from './config.ts';

/** All that acts on the world outside, for the modules that decide what is done. */
export interface Services {
  readonly closte: Closte;
  readonly closteList: ClosteList;
  /** Domain of the main network of the installation; undefined where the functions are not told. */
  readonly mainNetwork: DomainName | undefined;
  readonly dns: DnsCheck;
  readonly certificates: CertificateCheck;
  readonly probes: Probes;
  /** Undefined where the network has published no templates. */
  readonly domainConnect: DomainConnect | undefined;
  readonly queue: Queue;
  /** Undefined where the functions are not told where WordPress is. */
  readonly wordpress: WordPress | undefined;
  /** The events that `map` takes, in this instance. */
  readonly mapEvents: EventSeries;
  readonly now: () => Date;
}

/** Makes something when it is first asked for, and keeps it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * The real services, as the configuration says. Nothing is connected to before it is needed, and what checks DNS
 * and certificates is not even loaded before: `map` and `unmap` do without it.
 */
export function createServices(config: Config, redact: Redact, now: () => Date): Services {
  const {
    apiUrl,
    apiKey,
    webhookSecret,
    resolvers,
    networkAddresses,
    httpPort,
    httpsPort,
    dnsPort,
    allowPrivateAddresses,
  } = config;
  const dns = once(async () => {
    const { createDnsCheck, DNS_TIMEOUT } = await import('../dns/check.ts');
    return createDnsCheck({ resolvers, networkAddresses, timeout: DNS_TIMEOUT, now });
  });
  const certificates = once(async () => {
    const { createCertificateCheck, TLS_TIMEOUT } = await import('../certificate/check.ts');
    return createCertificateCheck({ port: httpsPort, allowPrivateAddresses, timeout: TLS_TIMEOUT, now });
  });
  const probes = once(async () => {
    const { createProbes, PROBES_DNS_TIMEOUT, PROBES_HTTP_TIMEOUT } = await import('../diagnosis/probes.ts');
    return createProbes({
      resolvers,
      dnsPort,
      httpPort,
      httpsPort,
      allowPrivateAddresses,
      webhookSecret,
      dnsTimeout: PROBES_DNS_TIMEOUT,
      httpTimeout: PROBES_HTTP_TIMEOUT,
    });
  });
  const closte = createClosteClient({ apiUrl, apiKey, redact, timeout: CLOSTE_TIMEOUT });
  return {
    closte,
    closteList: createClosteList(closte, now),
    mainNetwork: config.networkDomain,
    dns: {
      report: async (...about) => (await dns()).report(...about),
    },
    certificates: { report: async (...about) => (await certificates()).report(...about) },
    probes: {
      dns: async (...about) => (await probes()).dns(...about),
      authority: async (...about) => (await probes()).authority(...about),
    },
    domainConnect: domainConnectOf(config),
    queue: createQueue(config.queue),
    wordpress:
      config.wordpressUrl === undefined
        ? undefined
        : createWordPressClient({
            url: config.wordpressUrl,
            webhookSecret,
            redact,
            timeout: WORDPRESS_TIMEOUT,
          }),
    mapEvents: createEventSeries(now),
    now,
  };
}

function domainConnectOf(config: Config): DomainConnect | undefined {
  const { domainConnectProvider: providerId, resolvers, httpsPort, allowPrivateAddresses } = config;
  if (providerId === undefined) return undefined;
  const made = once(async () => {
    const { createDomainConnect } = await import('../providers/domain-connect-probe.ts');
    return createDomainConnect({ providerId, resolvers, httpsPort, allowPrivateAddresses });
  });
  return { providerId, providerOf: async (...about) => (await made()).providerOf(...about) };
}
