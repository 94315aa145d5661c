import type { AddressReport, CertificateProblem } from './certificate-verdict.ts';
import type { DnsReport, Target } from './dns-verdict.ts';
import { type DomainName, isApex } from './domain-name.ts';
import type { LookUp } from './look-up.ts';

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

/** What the domain's owner has to set, and to remove. */
export function dnsRemedy(domain: DomainName, { target, resolvers }: DnsReport): string {
  if (target.addresses.length === 0) {
    return `Give the network's own domain ${target.networkDomain ?? ''} an address, or set NETWORK_ADDRESSES.`;
  }
  const wrong = new Set(
    resolvers.flatMap(({ lookUp }) =>
      lookUp.kind === 'addresses'
        ? lookUp.addresses.filter((address) => !target.addresses.includes(address))
        : [],
    ),
  );
  const remove = wrong.size === 0 ? '' : ` Remove the records that lead to ${listInWords([...wrong])}.`;
  return `${recordsToSet(domain, target)}${remove} Then map the domain again.`;
}

function recordsToSet(domain: DomainName, { networkDomain, addresses }: Target): string {
  const address = `${listInWords(addresses.map((a) => `${a.includes(':') ? 'an AAAA' : 'an A'} record to ${a}`))}`;
  if (networkDomain === undefined || isApex(domain)) return `Give ${domain} ${address}.`;
  return `Give ${domain} a CNAME record to ${networkDomain}, or ${address}.`;
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
  return reports
    .map(({ address, handshake, problem }) => {
      if (problem === undefined) return `${address} shows a good certificate`;
      const names =
        handshake.kind === 'certificate' && problem === 'wrong-name' ? handshake.certificate.names : [];
      return `${address} ${CERTIFICATE_PROBLEMS[problem]}${names.length > 0 ? ` (${listInWords(names.slice(0, 3))})` : ''}`;
    })
    .join('; ');
}

const CERTIFICATE_REMEDIES: Readonly<Record<CertificateProblem, string>> = {
  'no-https': 'Ask Closte why this address does not serve HTTPS.',
  'connection-refused':
    'Ask Closte why this address does not serve HTTPS, and look for a firewall in front of it.',
  timeout: 'Look for a firewall in front of the address, and ask Closte why it does not answer.',
  'wrong-name':
    'Closte has issued no certificate. Look for a CAA record of the domain that forbids its certificate authority, and ask Closte.',
  expired: 'Closte has not renewed the certificate. Look at the DNS of the domain, and ask Closte.',
  'not-yet-valid': 'Ask Closte for a new certificate.',
  'self-signed': 'Closte has issued no certificate. Ask Closte for one.',
  'untrusted-issuer': 'Ask Closte for a certificate of a public authority.',
  'incomplete-chain': 'Ask Closte to send the intermediate certificate too.',
  'no-public-address': 'Let the domain lead to an address of the public internet.',
};

export function certificateRemedy(problem: CertificateProblem): string {
  return `${CERTIFICATE_REMEDIES[problem]} Then map the domain again.`;
}
