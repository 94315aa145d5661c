/**
 * What was seen, as "technical details" and beside each server. Short, without a full stop: several stand one behind
 * the other, with a semicolon between. `failure` and `detail` are a machine's own words.
 */
export const OBSERVATIONS = {
  // What a server answers, alone or as {answer} below.
  'seen.no-such-name': 'no such name',
  'seen.no-address-record': 'no A or AAAA record',
  'seen.no-record': 'no record',
  'seen.loop': 'CNAME records that lead in a circle',
  'seen.no-answer': 'no answer ({failure})',
  'seen.filtered': 'no answer: it is withheld by a filter',
  /** What it answers to each of the two questions. */
  'seen.by-type': '{ipv4} for A, and {ipv6} for AAAA',
  'seen.addresses-by-alias': '{addresses} by its CNAME {alias}',
  'seen.alias': 'a CNAME to {alias}',
  'seen.alias-to-no-name': 'a CNAME to {alias}, which does not exist',
  'seen.alias-to-no-record': 'a CNAME to {alias}, which has no A or AAAA record',

  'seen.resolvers-see': '{count, plural, one {{who} sees {answer}} other {{who} see {answer}}}',
  'seen.resolvers-give': '{count, plural, one {{who} gives {answer}} other {{who} give {answer}}}',
  'seen.zone-server': '{name} ({address}) has {answer}',
  'seen.network': 'the network is {where}',
  'seen.network-at': '{network} ({addresses})',
  'seen.zone-unknown.no-resolver-tells':
    'the zone is not known: no resolver tells the name servers of {name} ({failure})',
  'seen.zone-unknown.no-name-servers':
    'the zone is not known: neither {name} nor a name above it has name servers',
  'seen.zone-unknown.too-deep':
    'the zone is not known: a name so deep below {name} was not asked about whole',
  'seen.zone-unknown.resolvers-disagree':
    'the zone is not known: the resolvers do not agree that {name} does not exist',
  'seen.zone-unknown.servers-without-address':
    'the zone is not known: none of the name servers of {name} has an address at which it can be asked',
  'seen.dnssec-fails': 'without checking (CD), {resolvers} answers, and fails again with it',
  /** What was seen of the zone, where not the name was asked for. */
  'seen.dnssec-fails.zone': '{zone}: {seen}',
  'seen.wildcard': 'the answer is that of the wildcard {name}',

  /** What came of fetching something from the site through an address. */
  'seen.through': 'through {address}: {result}',
  'seen.through.ends': '{result} ({ends})',
  'seen.result.arrived': 'arrived',
  'seen.result.arrived-by-half': 'arrived, but not over HTTPS as it should',
  'seen.result.somewhere-else': 'somewhere-else',
  'seen.result.unreachable': 'unreachable',
  'seen.result.no-route': 'no-route',
  'seen.result.special-address': 'special-address',
  // Where that ended, if it did not arrive; `over` is http or https.
  'seen.end.answered': 'HTTP {status} over {over}',
  'seen.end.answered-to': 'HTTP {status} to "{location}" over {over}',
  'seen.end.other-content': 'HTTP {status} with other content over {over}',
  'seen.end.other-content-to': 'HTTP {status} with other content to "{location}" over {over}',
  'seen.end.no-http': 'no HTTP ({detail}) over {over}',
  'seen.end.untrusted': 'arrived by a certificate that is not trusted ({detail}) over {over}',
  'seen.end.too-many-redirects': 'more than {most, number} redirects from {over}',
  'seen.end.refused': 'connection refused over {over}',
  'seen.end.timeout': 'no answer in time over {over}',

  // What an address does when a secure connection is asked of it: {what}, or alone beside the address.
  'seen.certificate': '{address} {what}',
  'seen.certificate.with-names': '{what} ({names})',
  'seen.certificate.good': 'shows a good certificate',
  'seen.certificate.no-https': 'does not speak TLS',
  'seen.certificate.connection-refused': 'refuses the connection',
  'seen.certificate.timeout': 'does not answer in time',
  'seen.certificate.wrong-name': 'shows a certificate for other names',
  'seen.certificate.expired': 'shows a certificate that has expired',
  'seen.certificate.not-yet-valid': 'shows a certificate that is not valid yet',
  'seen.certificate.self-signed': 'shows a certificate that signed itself',
  'seen.certificate.untrusted-issuer': 'shows a certificate of an issuer that is not trusted',
  'seen.certificate.incomplete-chain': 'does not send all certificates up to a known authority',
  'seen.certificate.no-public-address': 'is not a public address',
  'seen.certificate.no-route': 'cannot be seen from here, as there is no way to it',
  'seen.certificate.no-certificate': 'has no certificate for the name',
  'seen.certificate.ends-handshake': 'ends the handshake',
  'seen.no-address': 'no resolver has an address for the name',
  'seen.handshake-failed': 'the handshake with {address} failed: {detail}',
  'seen.issued': 'issued by {issuer}, valid from {from} to {to}',

  'seen.port-80.answers': '{address} answers HTTP {status}',
  'seen.port-80.answers-by': '{address} answers HTTP {status} by {server}',
  'seen.port-80.answers-to': '{address} answers HTTP {status} to {location}',
  'seen.port-80.answers-to-by': '{address} answers HTTP {status} to {location} by {server}',
  'seen.port-80.refused': '{address} refuses the connection',
  'seen.port-80.timeout': '{address} does not answer in time',
  'seen.port-80.no-http': '{address} does not speak HTTP ({detail})',
  'seen.port-80.no-route': 'there is no way from here to {address}',
  'seen.port-80.special-address': '{address} is not a public address',

  'seen.caa': 'CAA records of {name}: {records}',
  'seen.caa-not-answered': 'the question for the CAA records of {name} failed ({failure})',

  'seen.closte.not-listed': "Closte's list of domains does not have {domain}",
  'seen.closte.refused': 'Closte refused: {reason}',
  'seen.closte.unreachable': 'Closte could not be asked: {reason}',
  'seen.closte.rejected': 'Closte rejected: {reason}',
} as const satisfies Readonly<Record<string, string>>;
