import type { ChainLink } from '../../shared/certificate/verdict.ts';

/** A chain of so many certificates, about which nothing else matters. */
export function chainOf(length: number): ChainLink[] {
  return Array.from({ length }, (_, place) => ({
    subject: `CN=${place}`,
    issuer: `CN=${place + 1}`,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2026-04-01T00:00:00Z'),
  }));
}

/** The first few certificates of a chain in PEM. */
export function firstOfChain(chain: string, count: number): string {
  const end = '-----END CERTIFICATE-----';
  return chain
    .split(end)
    .slice(0, count)
    .map((pem) => `${pem.trim()}\n${end}\n`)
    .join('');
}
