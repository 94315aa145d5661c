import type { CertificateCheck } from '../../../shared/certificate/check.ts';
import type { Handshake } from '../../../shared/certificate/verdict.ts';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import type { Probes } from '../../../shared/diagnosis/probes.ts';
import type { DnsCheck } from '../../../shared/dns/check.ts';
import type { AddressAnswer } from '../../../shared/dns/look-up.ts';
import { addressesOf, dnsReport } from '../../../shared/dns/verdict.ts';
import { chainOf } from '../../support/chain.ts';
import { toBoth } from '../../support/look-ups.ts';

const ADDRESS = '93.184.216.34';
const ELSEWHERE = '93.184.215.14';
const DAY = 24 * 60 * 60 * 1000;

/** How the DNS of a name may be wrong, or seem so: a proxy leads to the network by addresses that are not its own. */
export const DNS_FAULTS = ['elsewhere', 'behind a proxy', 'nobody answers'] as const;

/** Of which names the internet is not as it has to be. */
export interface InternetFaults {
  readonly dns: Map<string, (typeof DNS_FAULTS)[number]>;
  readonly withoutCertificate: Set<string>;
}

/** An internet in which nothing is sent: what is asked is answered by the faults, and by all being well but for them. */
export function createInternet(
  now: () => Date,
  { dns, withoutCertificate }: InternetFaults,
): { readonly dns: DnsCheck; readonly certificates: CertificateCheck; readonly probes: Probes } {
  const answerOf = (domain: string): AddressAnswer =>
    dns.get(domain) === 'nobody answers'
      ? { kind: 'failed', chain: [], failure: 'timeout' }
      : {
          kind: 'addresses',
          chain: [],
          addresses: [dns.has(domain) ? ELSEWHERE : ADDRESS],
          ttl: undefined,
        };
  const resultOf = (domain: string): OriginResult['result'] =>
    dns.get(domain) === 'behind a proxy'
      ? { kind: 'arrived', over: 'https' }
      : { kind: 'unreachable', ends: [{ over: 'https', kind: 'refused' }] };
  const handshakeOf = (domain: string): Handshake =>
    withoutCertificate.has(domain)
      ? { kind: 'connection-refused' }
      : {
          kind: 'certificate',
          certificate: {
            issuer: 'CN=Test',
            notBefore: new Date(0),
            notAfter: new Date(now().getTime() + 90 * DAY),
            names: [domain],
            chain: chainOf(2),
            distrust: undefined,
          },
        };
  return {
    dns: {
      report: async (domain, networkDomain) =>
        dnsReport(domain, { networkDomain, addresses: [ADDRESS] }, [
          { resolver: '192.0.2.53', lookUp: toBoth(answerOf(domain)) },
        ]),
    },
    certificates: {
      report: async (domain) => [
        {
          address: ADDRESS,
          handshake: handshakeOf(domain),
          problem: withoutCertificate.has(domain) ? 'connection-refused' : undefined,
        },
      ],
    },
    probes: {
      dns: async (domain, _network, report) => ({
        domain,
        report,
        zone: {
          kind: 'unknown',
          reason: { kind: 'no-resolver-tells', name: domain, failure: 'unreachable' },
        },
        dnssec: { kind: 'not-asked' },
        wildcard: undefined,
        neighbours: [],
        originResults: addressesOf(report.resolvers)
          .filter((address) => address !== ADDRESS)
          .map((address) => ({ address, result: resultOf(domain) })),
      }),
      authority: async () => ({ caa: { kind: 'none' }, port80: [] }),
    },
  };
}
