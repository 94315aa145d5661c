import type { AddressReport, Certificate } from '../certificate/verdict.ts';
import type { DnsReport } from '../dns/verdict.ts';

// What was seen, as the fields of an entry.

/** What the resolvers said, for a program. */
export function dnsFields({ verdict, target, resolvers }: DnsReport) {
  return {
    verdict,
    target: { network_domain: target.networkDomain ?? null, addresses: target.addresses },
    resolvers: resolvers.map(({ resolver, verdict: there, lookUp }) => ({
      resolver,
      verdict: there,
      answer: lookUp.kind,
      ...(lookUp.chain.length > 0 && { cnames: lookUp.chain }),
      ...(lookUp.kind === 'addresses' && { addresses: lookUp.addresses }),
      ...(lookUp.kind === 'failed' && { failure: lookUp.failure }),
    })),
  };
}

/** What each address showed, for a program. */
export function addressFields(reports: readonly AddressReport[]) {
  return reports.map(({ address, handshake, problem }) => ({
    address,
    ...(problem && { problem }),
    ...('detail' in handshake && { detail: handshake.detail }),
    ...(handshake.kind === 'no-route' && { detail: 'no way from here' }),
  }));
}

/** What a certificate is, for a program. */
export function certificateFields({ issuer, notAfter, names }: Certificate) {
  return { issuer, not_after: notAfter.toISOString(), names };
}
