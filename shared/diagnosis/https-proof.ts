import { type AddressReport, type CertificateVerdict, certificateVerdict } from '../certificate/verdict.ts';
import type { OriginResult } from './evidence.ts';

// Behind a proxy, what its addresses show is its own. That visitors come to the network over HTTPS is proven only by
// what arrives so.

/**
 * The verdict on HTTPS as visitors meet it: each address shows a good certificate, and where a proxy stands between,
 * what is fetched through that certificate arrives at the network. Over HTTP alone it proves half.
 */
export function httpsVerdict(
  reports: readonly AddressReport[],
  originResults: readonly OriginResult[],
): CertificateVerdict {
  const verdict = certificateVerdict(reports);
  return verdict.kind === 'right' && provenByHalf(originResults).length > 0
    ? { kind: 'wrong', problem: 'no-https', certificate: verdict.certificate }
    : verdict;
}

/** The addresses through which the network is reached, though not over HTTPS that browsers trust. */
export function provenByHalf(originResults: readonly OriginResult[]): readonly ArrivedOverHttp[] {
  return originResults.flatMap(({ address, result }) =>
    result.kind === 'arrived' && result.over === 'http' ? [{ address, result }] : [],
  );
}

export interface ArrivedOverHttp extends OriginResult {
  readonly result: Extract<OriginResult['result'], { readonly kind: 'arrived'; readonly over: 'http' }>;
}
