import type { CertificateProblem } from '../../certificate/verdict.ts';

const CERTIFICATE_PROBLEMS: Readonly<Record<CertificateProblem, string>> = {
  'no-https': 'does not speak TLS',
  'connection-refused': 'refuses the connection',
  timeout: 'does not answer in time',
  'wrong-name': 'shows a certificate for other names',
  expired: 'shows a certificate that has expired',
  'not-yet-valid': 'shows a certificate that is not valid yet',
  'self-signed': 'shows a certificate that signed itself',
  'untrusted-issuer': 'shows a certificate of an issuer that is not trusted',
  'incomplete-chain': 'does not send all certificates up to a known authority',
  'no-public-address': 'is not a public address',
  'no-route': 'cannot be seen from here, as there is no way to it',
};

/** The phrases for what was seen, which `observations.ts` and `detail.ts` put together. */
export const OBSERVATIONS = {
  dns: {
    noSuchName: 'no such name',
    noRecords: 'no A or AAAA record',
    noRecordOfType: 'no record',
    loop: 'CNAME records that lead in a circle',
    noAnswer: (failure: string) => `no answer (${failure})`,
    filtered: 'no answer: it is withheld by a filter',
    /** What a server answers to each of the two questions. */
    byType: (ipv4: string, ipv6: string) => `${ipv4} for A, and ${ipv6} for AAAA`,
    addressesBy: (addresses: string, alias: string) => `${addresses} by its CNAME ${alias}`,
    alias: (to: string) => `a CNAME to ${to}`,
    aliasToNoName: (to: string) => `a CNAME to ${to}, which does not exist`,
    aliasToNoRecords: (to: string) => `a CNAME to ${to}, which has no A or AAAA record`,

    /** @param answered whether they answered, or gave none */
    resolvers: (who: string, count: number, answer: string, answered: boolean) =>
      `${who} ${answered ? 'see' : 'give'}${count === 1 ? 's' : ''} ${answer}`,
    zoneServer: (name: string, address: string, answer: string) => `${name} (${address}) has ${answer}`,
    network: (where: string) => `the network is ${where}`,
    zoneUnknown: {
      noResolverTells: (name: string, failure: string) =>
        `the zone is not known: no resolver tells the name servers of ${name} (${failure})`,
      noNameServers: (name: string) =>
        `the zone is not known: neither ${name} nor a name above it has name servers`,
      tooDeep: (below: string) =>
        `the zone is not known: a name so deep below ${below} was not asked about whole`,
      resolversDisagree: (registrable: string) =>
        `the zone is not known: the resolvers do not agree that ${registrable} does not exist`,
      serversWithoutAddress: (apex: string) =>
        `the zone is not known: none of the name servers of ${apex} has an address at which it can be asked`,
    },
    dnssecFails: (at: string) => `without checking (CD), ${at} answers, and fails again with it`,
    wildcard: (name: string) => `the answer is that of the wildcard ${name}`,
    arrivedByHalf: 'arrived, but not over HTTPS as it should',
    through: (address: string, result: string) => `through ${address}: ${result}`,
  },
  /** Where fetching something from an address ended that did not arrive. */
  deadEnds: {
    answered: (over: string, status: number, location: string | undefined) => {
      const what = status === 200 ? ' with other content' : '';
      const where = location === undefined ? '' : ` to "${location}"`;
      return `HTTP ${status}${what}${where} over ${over}`;
    },
    noHttp: (over: string, detail: string) => `no HTTP (${detail}) over ${over}`,
    untrusted: (over: string, detail: string) =>
      `arrived by a certificate that is not trusted (${detail}) over ${over}`,
    tooManyRedirects: (from: string, most: number) => `more than ${most} redirects from ${from}`,
    refused: (over: string) => `connection refused over ${over}`,
    timeout: (over: string) => `no answer in time over ${over}`,
  },
  certificate: {
    good: 'shows a good certificate',
    problems: CERTIFICATE_PROBLEMS,
    noCertificate: 'has no certificate for the name',
    endsHandshake: 'ends the handshake',
    noAddress: 'no resolver has an address for the name',
    handshakeFailed: (address: string, detail: string) => `the handshake with ${address} failed: ${detail}`,
    issued: (issuer: string, from: string, to: string) => `issued by ${issuer}, valid from ${from} to ${to}`,
  },
  port80: {
    answers: (address: string, status: number, location: string | undefined, server: string | undefined) => {
      const to = location === undefined ? '' : ` to ${location}`;
      const by = server === undefined ? '' : ` by ${server}`;
      return `${address} answers HTTP ${status}${to}${by}`;
    },
    refused: (address: string) => `${address} refuses the connection`,
    timeout: (address: string) => `${address} does not answer in time`,
    noHttp: (address: string, detail: string) => `${address} does not speak HTTP (${detail})`,
    noRoute: (address: string) => `there is no way from here to ${address}`,
    notPublic: (address: string) => `${address} is not a public address`,
  },
  caa: (at: string, records: string) => `CAA records of ${at}: ${records}`,
  caaNotAnswered: (asked: string, failure: string) =>
    `the question for the CAA records of ${asked} failed (${failure})`,
  closte: {
    notListed: (domain: string) => `Closte's list of domains does not have ${domain}`,
    refused: (reason: string) => `Closte refused: ${reason}`,
    unreachable: (reason: string) => `Closte could not be asked: ${reason}`,
    rejected: (reason: string) => `Closte rejected: ${reason}`,
  },
};
