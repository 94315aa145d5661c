import type { CertificateCheck } from '../../../shared/certificate/check.ts';
import type { Handshake } from '../../../shared/certificate/verdict.ts';
import type { OriginResult } from '../../../shared/diagnosis/evidence.ts';
import type { Probes } from '../../../shared/diagnosis/probes.ts';
import type { DnsCheck } from '../../../shared/dns/check.ts';
import type { AddressAnswer } from '../../../shared/dns/look-up.ts';
import { addressesOf, dnsReport } from '../../../shared/dns/verdict.ts';
import { chainOf } from '../../support/chain.ts';
import { toBoth } from '../../support/look-ups.ts';

/** Of the network. */
const ADDRESSES = ['93.184.216.34', '93.184.216.35'] as const;
const ELSEWHERE = '93.184.215.14';
const RESOLVERS = ['192.0.2.53', '192.0.2.54', '192.0.2.55'] as const;
const DAY = 24 * 60 * 60 * 1000;

const answerWith = (...addresses: readonly string[]): AddressAnswer => ({
  kind: 'addresses',
  chain: [],
  addresses,
  ttl: undefined,
});
const RIGHT = answerWith(...ADDRESSES);
const WRONG = answerWith(ELSEWHERE);
const SILENCE: AddressAnswer = { kind: 'failed', chain: [], failure: 'timeout' };

/**
 * How the DNS of a name may be wrong, or seem so to some: what each of the three resolvers says. A proxy leads to the
 * network by addresses that are not its own.
 */
const ANSWERS = {
  elsewhere: [WRONG, WRONG, WRONG],
  'behind a proxy': [WRONG, WRONG, WRONG],
  'nobody answers': [SILENCE, SILENCE, SILENCE],
  'one resolver answers': [SILENCE, RIGHT, SILENCE],
  'one resolver is late': [RIGHT, WRONG, RIGHT],
  'two resolvers are late': [WRONG, RIGHT, WRONG],
  'a stray address': [answerWith(ADDRESSES[0], ELSEWHERE), RIGHT, answerWith(ADDRESSES[0], ELSEWHERE)],
} as const satisfies Readonly<Record<string, readonly [AddressAnswer, AddressAnswer, AddressAnswer]>>;

type DnsFault = keyof typeof ANSWERS;
export const DNS_FAULTS = Object.keys(ANSWERS) as readonly DnsFault[];

/** At which of the network's addresses a name has no certificate. */
export const CERTIFICATE_FAULTS: readonly (readonly string[])[] = [[ADDRESSES[1]], ADDRESSES];

/** Of which names the internet is not as it has to be. */
export interface InternetFaults {
  readonly dns: Map<string, DnsFault>;
  readonly certificates: Map<string, readonly string[]>;
}

/** An internet in which nothing is sent: what is asked is answered by the faults, and by all being well but for them. */
export function createInternet(
  now: () => Date,
  { dns, certificates }: InternetFaults,
): { readonly dns: DnsCheck; readonly certificates: CertificateCheck; readonly probes: Probes } {
  const answersOf = (domain: string) => {
    const fault = dns.get(domain);
    return RESOLVERS.map((resolver, at) => ({
      resolver,
      lookUp: toBoth((fault && ANSWERS[fault][at]) ?? RIGHT),
    }));
  };
  const resultOf = (domain: string): OriginResult['result'] =>
    dns.get(domain) === 'behind a proxy'
      ? { kind: 'arrived', over: 'https' }
      : { kind: 'unreachable', ends: [{ over: 'https', kind: 'refused' }] };
  const isWithout = (domain: string, address: string) => certificates.get(domain)?.includes(address) ?? false;
  const handshakeOf = (domain: string, address: string): Handshake =>
    isWithout(domain, address)
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
        dnsReport(domain, { networkDomain, addresses: ADDRESSES }, answersOf(domain)),
    },
    certificates: {
      report: async (domain, _name, addresses) =>
        addresses.map((address) => ({
          address,
          handshake: handshakeOf(domain, address),
          problem: isWithout(domain, address) ? 'connection-refused' : undefined,
        })),
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
          .filter((address) => address === ELSEWHERE)
          .map((address) => ({ address, result: resultOf(domain) })),
      }),
      authority: async () => ({ caa: { kind: 'none' }, port80: [] }),
    },
  };
}
