import type { DomainName } from '../domain/name.ts';
import type { HttpsFailure } from './authority-parameters.ts';
import type { DomainProblem, Severity } from './domain-problem.ts';
import type { DeadEnd, OriginResult } from './evidence.ts';
import { provenByHalf } from './https-proof.ts';
import { proxyAt } from './proxy-ranges.ts';

/** What is told first, where there are several: the one that says most. */
const TELLING_FIRST: readonly HttpsFailure[] = [
  'certificate',
  'handshake',
  'loop',
  'to-http',
  'untrusted',
  'error',
  'other-site',
  'no-answer',
];

/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/ */
const HANDSHAKE_FAILED = 525;
const CERTIFICATE_INVALID = 526;

/** Why HTTPS does not arrive through a proxy, though HTTP does; undefined if it does, or there is none. */
export function whyHttpsFails(originResults: readonly OriginResult[]): HttpsFailure | undefined {
  const half = provenByHalf(originResults);
  if (half.length === 0) return undefined;
  const found = half.flatMap(({ result }) => result.ends.map(failureOf));
  return TELLING_FIRST.find((failure) => found.includes(failure)) ?? 'no-answer';
}

/** Whether it is the site behind the proxy that has no good certificate, whatever the proxy shows. */
export function isSiteWithoutCertificate(failure: HttpsFailure | undefined): boolean {
  return failure === 'handshake' || failure === 'certificate';
}

export function httpsBehindProxy(
  domain: DomainName,
  because: HttpsFailure,
  originResults: readonly OriginResult[],
  severity: Severity,
): DomainProblem {
  const proxy = originResults.map(({ address }) => proxyAt(address)).find((known) => known !== undefined);
  return { code: 'https-behind-a-proxy', severity, domain, because, proxy, through: originResults };
}

function failureOf(end: DeadEnd): HttpsFailure {
  switch (end.kind) {
    case 'answered':
      return failureOfAnswer(end.status, end.location);
    case 'untrusted':
      return 'untrusted';
    case 'too-many-redirects':
      return 'loop';
    case 'no-http':
    case 'refused':
    case 'timeout':
      return 'no-answer';
  }
}

function failureOfAnswer(status: number, location: string | undefined): HttpsFailure {
  if (status === HANDSHAKE_FAILED) return 'handshake';
  if (status === CERTIFICATE_INVALID) return 'certificate';
  if (location !== undefined) return /^http:/i.test(location) ? 'to-http' : 'other-site';
  return status >= 500 ? 'error' : 'other-site';
}
