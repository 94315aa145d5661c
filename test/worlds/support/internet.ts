import type { CertificateCheck } from '../../../shared/certificate/check.ts';
import type { DnsCheck } from '../../../shared/dns/check.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import { chainOf } from '../../support/chain.ts';
import { toBoth } from '../../support/look-ups.ts';

const ADDRESS = '93.184.216.34';
const ELSEWHERE = '93.184.215.14';
const DAY = 24 * 60 * 60 * 1000;

/** Every domain has a good certificate, and points to the network unless it is said to point elsewhere. */
export function createInternet(
  now: () => Date,
  pointElsewhere: ReadonlySet<string>,
): { readonly dns: DnsCheck; readonly certificates: CertificateCheck } {
  const lookUpOf = (domain: string) =>
    toBoth({
      kind: 'addresses',
      chain: [],
      addresses: [pointElsewhere.has(domain) ? ELSEWHERE : ADDRESS],
      ttl: undefined,
    });
  return {
    dns: {
      report: async (domain, networkDomain) =>
        dnsReport(domain, { networkDomain, addresses: [ADDRESS] }, [
          { resolver: '192.0.2.53', lookUp: lookUpOf(domain) },
        ]),
    },
    certificates: {
      report: async (domain) => {
        const certificate = {
          issuer: 'CN=Test',
          notBefore: new Date(0),
          notAfter: new Date(now().getTime() + 90 * DAY),
          names: [domain],
          chain: chainOf(2),
          distrust: undefined,
        };
        return [{ address: ADDRESS, handshake: { kind: 'certificate', certificate }, problem: undefined }];
      },
    },
  };
}
