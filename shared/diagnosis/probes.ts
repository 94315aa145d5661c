import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { addressesOf, type DnsReport } from '../dns/verdict.ts';
import { type DomainName, registeredName } from '../domain/name.ts';
import { createCaaProbe } from './caa-probe.ts';
import { createDnssecProbe, isWhole, type WithoutDs } from './dnssec-probe.ts';
import type { CaaEvidence, DnsEvidence, DnssecEvidence, Port80Report } from './evidence.ts';
import { createNeighbourProbe } from './neighbour-probe.ts';
import { createOriginProbe } from './origin-probe.ts';
import { createPort80Probe } from './port-80-probe.ts';
import { createWildcardProbe } from './wildcard-probe.ts';
import { createZoneProbe } from './zone-probe.ts';

/** A closer look at a domain that is not right. No call throws: what cannot be seen is evidence too. */
export interface Probes {
  /** Where the answers of the resolvers come from, and whether addresses that are not the network's lead to it. */
  dns(
    domain: DomainName,
    networkDomain: DomainName | undefined,
    report: DnsReport,
    limit?: QuestionLimit,
  ): Promise<DnsEvidence>;
  /** What a certificate authority meets. */
  authority(
    domain: DomainName,
    name: string,
    addresses: readonly string[],
    limit?: QuestionLimit,
  ): Promise<{ readonly caa: CaaEvidence; readonly port80: readonly Port80Report[] }>;
}

export interface ProbesOptions {
  readonly resolvers: readonly Resolver[];
  readonly dnsPort: number;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly allowPrivateAddresses: boolean;
  readonly webhookSecret: string;
  /** For all questions to name servers, in milliseconds. */
  readonly dnsTimeout: number;
  /** For all that goes over HTTP with one address, in milliseconds. */
  readonly httpTimeout: number;
}

/** With the look at DNS before them, 13 seconds in all: a page that waits for them takes no longer than 15. */
export const PROBES_DNS_TIMEOUT = 5_000;
export const PROBES_HTTP_TIMEOUT = 8_000;

export function createProbes(options: ProbesOptions): Probes {
  const { resolvers, dnsPort, httpPort, httpsPort, allowPrivateAddresses, webhookSecret } = options;
  const { dnsTimeout, httpTimeout } = options;
  const zones = createZoneProbe({ resolvers, port: dnsPort, allowPrivateAddresses, timeout: dnsTimeout });
  const wildcards = createWildcardProbe({ resolvers, port: dnsPort });
  const dnssec = createDnssecProbe({ resolvers, timeout: dnsTimeout });
  const neighbours = createNeighbourProbe(resolvers);
  const caa = createCaaProbe({ resolvers, timeout: dnsTimeout });
  const port80 = createPort80Probe({ httpPort, httpsPort, allowPrivateAddresses, timeout: httpTimeout });
  const originResults = createOriginProbe({
    httpPort,
    httpsPort,
    allowPrivateAddresses,
    timeout: httpTimeout,
    webhookSecret,
  });
  return {
    async dns(domain, networkDomain, report, limit) {
      const others =
        report.verdict === 'pointing'
          ? []
          : addressesOf(report.resolvers).filter(isNot(report.target.addresses));
      const deadline = Date.now() + dnsTimeout;
      const left = () => deadline - Date.now();
      async function atTheName() {
        const zone = await zones.zoneOf(report.name, limit);
        if (report.verdict === 'pointing') return { zone, wildcard: undefined, neighbours: [] };
        const wildcard = await wildcards.wildcardFor(domain, report, zone, left(), limit);
        // A name at which a wildcard answers has nothing of its own.
        const found =
          wildcard === undefined ? await neighbours.neighboursOf(domain, report, zone, left(), limit) : [];
        return { zone, wildcard, neighbours: found };
      }
      const registered = registeredName(domain);
      const ofZone = (zone: string) => dnssec.dnssecOfZone(report, zone, left(), limit);
      /** A name may have a failure of its own, which hides whether its zone has another. */
      async function validation(): Promise<WithoutDs | DnssecEvidence> {
        const ofName = await dnssec.dnssecOf(report, limit);
        return ofName.kind === 'not-the-cause' ? await ofZone(registered) : ofName;
      }
      const [seen, failing, arrived] = await Promise.all([
        atTheName(),
        validation(),
        networkDomain === undefined || others.length === 0
          ? []
          : originResults.originResults(report.name, networkDomain, others),
      ]);
      const apex = seen.zone.kind === 'found' ? seen.zone.apex : registered;
      const checked = failing.kind === 'not-the-cause' && apex !== registered ? await ofZone(apex) : failing;
      const signed = isWhole(checked) ? checked : { ...checked, ds: await dnssec.dsOf(apex, left(), limit) };
      return { domain, report, ...seen, dnssec: signed, originResults: arrived };
    },
    async authority(domain, name, addresses, limit) {
      const [records, answers] = await Promise.all([
        caa.caaFor(domain, limit),
        port80.reports(name, addresses),
      ]);
      return { caa: records, port80: answers };
    },
  };
}

const isNot = (these: readonly string[]) => (address: string) => !these.includes(address);
