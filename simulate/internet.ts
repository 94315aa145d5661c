import type { AddressReport, Certificate } from '../shared/certificate/verdict.ts';
import type { AddressAnswer, LookUp } from '../shared/dns/look-up.ts';
import { dnsReport } from '../shared/dns/verdict.ts';
import type { DomainName } from '../shared/domain/name.ts';
import type { Services } from '../shared/setup/services.ts';
import { DAY, SENDS, TAKES } from './assumptions.ts';

const ADDRESS = '203.0.113.7';
const ELSEWHERE = '198.51.100.20';
const RESOLVERS = ['1.1.1.1', '8.8.8.8', '9.9.9.9'];
const TTL = 300;

/** For how long the certificates are still valid. */
const VALIDITY = 60 * DAY;

/** What DNS and certificate of a domain are at this moment. */
export interface Seen {
  readonly dns: 'right' | 'elsewhere' | 'missing';
  readonly hasCertificate: boolean;
}

interface InternetOptions {
  readonly networkDomain: DomainName;
  readonly see: (domain: DomainName) => Seen;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of each call: how long it takes, in milliseconds, and how many bytes it sends. */
  readonly called: (takes: number, sends: number) => void;
}

const NOTHING = { kind: 'no-such-name', chain: [], ttl: TTL } as const;

/** Nobody in there has IPv6. */
function ipv4Alone(ipv4: AddressAnswer): LookUp {
  return { ipv4, ipv6: { kind: 'no-records', chain: ipv4.chain, ttl: TTL } };
}

/** DNS, certificates and what a closer look finds, as they are to whoever asks. */
export function createInternet(options: InternetOptions): Pick<Services, 'dns' | 'certificates' | 'probes'> {
  const { networkDomain, see, now, called } = options;

  function lookUp(domain: DomainName): LookUp {
    switch (see(domain).dns) {
      case 'right':
        return ipv4Alone({ kind: 'addresses', chain: [networkDomain], addresses: [ADDRESS], ttl: TTL });
      case 'elsewhere':
        return ipv4Alone({ kind: 'addresses', chain: [], addresses: [ELSEWHERE], ttl: TTL });
      case 'missing':
        return { ipv4: NOTHING, ipv6: NOTHING };
    }
  }

  function certificateOf(domain: DomainName): AddressReport {
    const { hasCertificate } = see(domain);
    const certificate: Certificate = {
      issuer: "CN=R11, O=Let's Encrypt, C=US",
      notBefore: new Date(now() - DAY),
      notAfter: new Date(now() + VALIDITY),
      names: hasCertificate ? [domain] : ['default.closte.example'],
      chain: [],
      distrust: undefined,
    };
    const handshake = { kind: 'certificate' as const, certificate };
    return { address: ADDRESS, handshake, problem: hasCertificate ? undefined : 'wrong-name' };
  }

  return {
    dns: {
      async report(domain, network) {
        called(TAKES.dns, SENDS.dns);
        const target = { networkDomain: network, addresses: [ADDRESS] };
        const seen = lookUp(domain);
        const lookUps = RESOLVERS.map((resolver) => ({ resolver, lookUp: seen }));
        return dnsReport(domain, target, lookUps);
      },
    },
    certificates: {
      async report(domain, _name, addresses) {
        if (addresses.length === 0) return [];
        called(TAKES.handshake, SENDS.handshake);
        return [certificateOf(domain)];
      },
    },
    probes: {
      async dns(domain, _network, report) {
        called(TAKES.examination, SENDS.examination);
        const seen = lookUp(domain);
        const apex = domain.slice(domain.indexOf('.') + 1);
        const servers = ['ns1', 'ns2'].map((name) => ({
          name: `${name}.dns.example`,
          address: '192.0.2.53',
          lookUp: seen,
        }));
        const ends = [{ kind: 'answered', over: 'http', status: 404, location: undefined }] as const;
        return {
          domain,
          report,
          zone: { kind: 'found', apex, servers },
          dnssec: { kind: 'not-asked' },
          wildcard: undefined,
          neighbours: [],
          originResults:
            see(domain).dns === 'elsewhere'
              ? [{ address: ELSEWHERE, result: { kind: 'somewhere-else', ends } }]
              : [],
        };
      },
      async authority(_domain, _name, addresses) {
        called(TAKES.examination, SENDS.examination);
        const answer = {
          kind: 'answered',
          status: 404,
          location: undefined,
          server: 'nginx',
          way: { kind: 'stays' },
        } as const;
        return { caa: { kind: 'none' }, port80: addresses.map((address) => ({ address, answer })) };
      },
    },
  };
}
