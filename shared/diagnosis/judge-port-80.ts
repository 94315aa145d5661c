import { isIP } from 'node:net';
import { type DomainName, isWildcard } from '../domain/name.ts';
import type { DomainProblem, Severity } from './domain-problem.ts';
import type { Port80Report } from './evidence.ts';

type Answer = Extract<Port80Report['answer'], { readonly kind: 'answered' }>;

/** The ports that Let's Encrypt follows redirects to (https://letsencrypt.org/docs/challenge-types/). */
const FOLLOWED_PORTS = ['', '80', '443'];

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
  // An authority that meets one address in vain may try another.
  const severity = addressesThat('answered').length === 0 ? prevents : 'warning';

  const answered = reports.flatMap(({ address, answer }) =>
    answer.kind === 'answered' ? [{ address, answer, leads: whereTo(answer, domain) }] : [],
  );
  const away = answered.map(({ leads }) => leads).find((leads) => leads.kind !== 'here');
  const here = answered.filter(({ leads }) => leads.kind === 'here');
  const differ = new Set(here.map(({ answer }) => signature(answer, domain))).size > 1;
  const problems: DomainProblem[] = [];
  if (closed.length > 0) problems.push({ code: 'port-80-closed', severity, ...about, addresses: closed });
  if (silent.length > 0) problems.push({ code: 'port-80-timeout', severity, ...about, addresses: silent });
  if (away !== undefined) {
    // Where it does not follow, it cannot issue, unless another address serves it.
    const isFollowed = away.kind === 'elsewhere';
    problems.push({
      code: 'http-redirects-elsewhere',
      severity: isFollowed || here.length > 0 ? 'warning' : prevents,
      ...about,
      to: away.to,
      authority: isFollowed ? 'follows' : 'does-not-follow',
    });
  }
  if (differ) {
    const addresses = here.map(({ address }) => address);
    problems.push({ code: 'answers-differ-between-addresses', severity: 'warning', ...about, addresses });
  }
  return problems;
}

type Leads =
  | { readonly kind: 'here' }
  | { readonly kind: 'elsewhere'; readonly to: string }
  /** Where Let's Encrypt does not follow: another port, another scheme, a bare address, nowhere. */
  | { readonly kind: 'astray'; readonly to: string };

function whereTo(answer: Answer, domain: DomainName): Leads {
  if (answer.location === undefined || answer.status < 300 || answer.status > 399) return { kind: 'here' };
  const url = destination(answer.location, domain);
  if (url === null) return { kind: 'astray', to: answer.location };
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isAddress = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (!isWeb || isAddress || !FOLLOWED_PORTS.includes(url.port)) {
    return { kind: 'astray', to: url.host === '' ? answer.location : url.host };
  }
  return isSameSite(url.hostname, domain) ? { kind: 'here' } : { kind: 'elsewhere', to: url.host };
}

/** A location may be relative (RFC 9110, 10.2.2). */
function destination(location: string, domain: DomainName): URL | null {
  return URL.parse(location, `http://${domain}/`);
}

/** With and without `www.` a site is the same. */
function isSameSite(host: string, domain: DomainName): boolean {
  return host === domain || host === `www.${domain}` || domain === `www.${host}`;
}

/** What is the same in all answers of one server. */
function signature({ status, server, location }: Answer, domain: DomainName): string {
  const origin = location === undefined ? undefined : destination(location, domain)?.origin;
  return JSON.stringify([status, server, origin]);
}
