import { isIPv6 } from 'node:net';
import { type DomainName, isWildcard } from '../domain/name.ts';
import type { RedirectElsewhere } from './authority-parameters.ts';
import type { DomainProblem, Severity } from './domain-problem.ts';
import type { Port80Report } from './evidence.ts';

type Answer = Extract<Port80Report['answer'], { readonly kind: 'answered' }>;

/**
 * What is wrong with port 80 of a domain's addresses. Of a wildcard nothing is: it is not validated over port 80.
 *
 * @param prevents how bad it is if no certificate can be issued because of it
 */
export function port80Problems(
  domain: DomainName,
  reports: readonly Port80Report[],
  prevents: Severity,
): readonly DomainProblem[] {
  if (isWildcard(domain)) return [];
  const about = { domain, port80: reports };
  const addressesThat = (...kinds: readonly Port80Report['answer']['kind'][]) =>
    reports.filter(({ answer }) => kinds.includes(answer.kind)).map(({ address }) => address);
  const closed = addressesThat('refused', 'no-http');
  const silent = addressesThat('timeout');
  const met = metByAuthority(reports);
  const severity = met.length > 0 && met.every(isInVain) ? prevents : 'warning';

  const answered = reports.flatMap(({ address, answer }) =>
    answer.kind === 'answered' ? [{ address, answer }] : [],
  );
  const circle = answered.find(({ answer: { way } }) => isCircle(way));
  const away = answered
    .map(({ answer: { way } }) => leadsAway(way, domain))
    .filter((one) => one !== undefined);
  const elsewhere = away.find(({ authority }) => authority === 'does-not-follow') ?? away[0];
  const here = answered.filter(
    ({ answer: { way } }) => !isCircle(way) && leadsAway(way, domain) === undefined,
  );
  const differ = new Set(here.map(({ answer }) => signature(answer, domain))).size > 1;
  const problems: DomainProblem[] = [];
  if (closed.length > 0) problems.push({ code: 'port-80-closed', severity, ...about, addresses: closed });
  if (silent.length > 0) problems.push({ code: 'port-80-timeout', severity, ...about, addresses: silent });
  if (circle !== undefined) problems.push({ code: 'http-redirect-loop', severity, ...about });
  if (elsewhere !== undefined) {
    problems.push({
      code: 'http-redirects-elsewhere',
      severity: elsewhere.authority === 'follows' ? 'warning' : severity,
      ...about,
      ...elsewhere,
    });
  }
  if (differ) {
    const addresses = here.map(({ address }) => address);
    problems.push({ code: 'answers-differ-between-addresses', severity: 'warning', ...about, addresses });
  }
  return problems;
}

/**
 * At which addresses Let's Encrypt may come to fetch its proof: at any of IPv6, if there is one; where no connection
 * with that comes about, and only then, at any of IPv4 (https://letsencrypt.org/docs/ipv6-support/ and `fallbackErr` in
 * `va/http.go` of Boulder, which takes every error of connecting for one). So what an IPv6 address answers counts,
 * however good those of IPv4 are. It does so for the first request only, not after a redirect.
 */
function metByAuthority(reports: readonly Port80Report[]): readonly Port80Report[] {
  const tried = reports.filter(({ answer }) => answer.kind !== 'special-address');
  const ipv6 = tried.filter(({ address }) => isIPv6(address));
  const ipv4 = tried.filter(({ address }) => !isIPv6(address));
  if (ipv6.length === 0 || ipv4.length === 0) return tried;
  const unreached = ipv6.filter(isUnreached);
  const reached = ipv6.filter((report) => !isUnreached(report));
  return unreached.length > 0 ? [...reached, ...ipv4] : reached;
}

/** No connection came about. That there is no way from here says nothing about the authority's way. */
function isUnreached({ answer }: Port80Report): boolean {
  return answer.kind === 'refused' || (answer.kind === 'timeout' && !answer.connected);
}

/** The authority gets no proof there. */
function isInVain({ answer }: Port80Report): boolean {
  switch (answer.kind) {
    case 'refused':
    case 'timeout':
    case 'no-http':
      return true;
    case 'answered':
      return answer.way.kind === 'stops';
    default:
      return false;
  }
}

function isCircle(way: Answer['way']): boolean {
  return way.kind === 'stops' && (way.because === 'loop' || way.because === 'too-many');
}

function leadsAway(way: Answer['way'], domain: DomainName): RedirectElsewhere | undefined {
  switch (way.kind) {
    case 'stays':
      return undefined;
    case 'leaves':
      return isSameSite(way.host, domain) ? undefined : { authority: 'follows', to: way.to };
    case 'stops': {
      const { because, to } = way;
      if (because === 'loop' || because === 'too-many') return undefined;
      return { authority: 'does-not-follow', because, to };
    }
  }
}

/** With and without `www.` a site is the same. */
function isSameSite(host: string, domain: DomainName): boolean {
  return host === `www.${domain}` || domain === `www.${host}`;
}

/** What is the same in all answers of one server. A location may be relative (RFC 9110, 10.2.2). */
function signature({ status, server, location }: Answer, domain: DomainName): string {
  const origin = location === undefined ? undefined : URL.parse(location, `http://${domain}/`)?.origin;
  return JSON.stringify([status, server, origin]);
}
