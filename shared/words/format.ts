import type { AddressReport, CertificateProblem } from '../certificate/verdict.ts';
import type { LookUp } from '../dns/resolve-addresses.ts';
import type { DnsReport, Target } from '../dns/verdict.ts';

/** `09:05 UTC on 2026-01-05`: log entries are read days later. */
export function timeInWords(time: Date | string): string {
  const [day, clock = ''] = new Date(time).toISOString().split('T');
  return `${clock.slice(0, 5)} UTC on ${day}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** What each resolver sees, those that see the same together: `1.1.1.1 and 8.8.8.8 see 192.0.2.1; …`. */
export function resolversInWords({ resolvers }: DnsReport): string {
  const byAnswer = Map.groupBy(resolvers, ({ lookUp }) => lookUpInWords(lookUp));
  return [...byAnswer]
    .map(([answer, reports]) => {
      const names = listInWords(reports.map(({ resolver }) => resolver));
      const verb = reports[0]?.lookUp.kind === 'failed' ? 'give' : 'see';
      return `${names} ${verb}${reports.length === 1 ? 's' : ''} ${answer}`;
    })
    .join('; ');
}

export function lookUpInWords(lookUp: LookUp): string {
  const end = lookUp.chain.at(-1);
  const via = end === undefined ? '' : ` by its CNAME ${end}`;
  switch (lookUp.kind) {
    case 'addresses':
      return `${listInWords(lookUp.addresses)}${via}`;
    case 'no-such-name':
      return end === undefined ? 'no such name' : `a CNAME to ${end}, which does not exist`;
    case 'no-records':
      return end === undefined ? 'no A or AAAA record' : `a CNAME to ${end}, which has no A or AAAA record`;
    case 'cname-loop':
      return 'CNAME records that lead in a circle';
    case 'failed':
      return `no answer (${lookUp.failure})`;
  }
}

export function targetInWords({ networkDomain, addresses }: Target): string {
  const where = listInWords(addresses);
  if (networkDomain === undefined) return where;
  return addresses.length === 0 ? networkDomain : `${networkDomain} (${where})`;
}

const CERTIFICATE_PROBLEMS: Readonly<Record<CertificateProblem, string>> = {
  'no-https': 'does not speak TLS',
  'connection-refused': 'refuses the connection',
  timeout: 'does not answer in time',
  'wrong-name': 'shows a certificate for other names',
  expired: 'shows a certificate that has expired',
  'not-yet-valid': 'shows a certificate that is not valid yet',
  'self-signed': 'shows a certificate that signed itself',
  'untrusted-issuer': 'shows a certificate of an issuer that is not trusted',
  'incomplete-chain': 'does not send the intermediate certificate',
  'no-public-address': 'is not a public address',
};

/** What is wrong at which address: `203.0.113.7 shows a certificate for other names (a.example)`. */
export function certificatesInWords(reports: readonly AddressReport[]): string {
  if (reports.length === 0) return 'no resolver has an address for the name';
  return reports.map((report) => `${report.address} ${certificateInWords(report)}`).join('; ');
}

/** What one address does: `shows a certificate for other names (a.example)`. */
export function certificateInWords({ handshake, problem }: AddressReport): string {
  if (problem === undefined) return 'shows a good certificate';
  const names =
    handshake.kind === 'certificate' && problem === 'wrong-name' ? handshake.certificate.names : [];
  return `${CERTIFICATE_PROBLEMS[problem]}${names.length > 0 ? ` (${listInWords(names.slice(0, 3))})` : ''}`;
}
