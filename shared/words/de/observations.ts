import type { Translated } from '../catalog.ts';
import type { OBSERVATIONS as ENGLISH } from '../en/observations.ts';

export const OBSERVATIONS = {
  'seen.no-such-name': 'Name existiert nicht',
  'seen.no-address-record': 'kein A- oder AAAA-Eintrag',
  'seen.no-record': 'kein Eintrag',
  'seen.loop': 'CNAME-Einträge, die im Kreis führen',
  'seen.no-answer': 'keine Antwort ({failure})',
  'seen.filtered': 'keine Antwort, weil ein Filter sie zurückhält',
  'seen.by-type': 'für A {ipv4}, für AAAA {ipv6}',
  'seen.addresses-by-alias': '{addresses} über den CNAME {alias}',
  'seen.alias': 'ein CNAME zu {alias}',
  'seen.alias-to-no-name': 'ein CNAME zu {alias}, und diesen Namen gibt es nicht',
  'seen.alias-to-no-record': 'ein CNAME zu {alias}, und dort gibt es keinen A- oder AAAA-Eintrag',

  'seen.resolvers-see': '{count, plural, one {{who} sieht: {answer}} other {{who} sehen: {answer}}}',
  'seen.resolvers-give': '{count, plural, one {{who} liefert: {answer}} other {{who} liefern: {answer}}}',
  'seen.zone-server': '{name} ({address}) hat: {answer}',
  'seen.network': 'das Netzwerk ist {where}',
  'seen.network-at': '{network} ({addresses})',
  'seen.zone-unknown.no-resolver-tells':
    'die Zone ist nicht bekannt: kein Resolver nennt die Nameserver von {name} ({failure})',
  'seen.zone-unknown.no-name-servers':
    'die Zone ist nicht bekannt: weder {name} noch ein übergeordneter Name hat Nameserver',
  'seen.zone-unknown.too-deep':
    'die Zone ist nicht bekannt: ein Name so tief unterhalb von {name} wurde nicht vollständig abgefragt',
  'seen.zone-unknown.resolvers-disagree':
    'die Zone ist nicht bekannt: die Resolver sind sich nicht einig, dass {name} nicht existiert',
  'seen.zone-unknown.servers-without-address':
    'die Zone ist nicht bekannt: keiner der Nameserver von {name} hat eine Adresse, unter der er befragt werden kann',
  'seen.dnssec-fails':
    'ohne Prüfung (CD) kommt von {resolvers} eine Antwort, mit Prüfung schlägt die Abfrage erneut fehl',
  'seen.dnssec-fails.zone': '{zone}: {seen}',
  'seen.wildcard': 'die Antwort ist die des Wildcard-Eintrags {name}',

  'seen.through': 'über {address}: {result}',
  'seen.through.ends': '{result} ({ends})',
  'seen.result.arrived': 'angekommen',
  'seen.result.arrived-by-half': 'angekommen, aber nicht wie vorgesehen über HTTPS',
  'seen.result.somewhere-else': 'anderswo angekommen',
  'seen.result.unreachable': 'nicht erreichbar',
  'seen.result.no-route': 'kein Weg dorthin',
  'seen.result.special-address': 'keine öffentliche Adresse',
  'seen.end.answered': 'HTTP {status} über {over}',
  'seen.end.answered-to': 'HTTP {status} nach „{location}“ über {over}',
  'seen.end.other-content': 'HTTP {status} mit anderem Inhalt über {over}',
  'seen.end.other-content-to': 'HTTP {status} mit anderem Inhalt nach „{location}“ über {over}',
  'seen.end.no-http': 'kein HTTP ({detail}) über {over}',
  'seen.end.untrusted': 'angekommen mit einem nicht vertrauenswürdigen Zertifikat ({detail}) über {over}',
  'seen.end.too-many-redirects': 'mehr als {most, number} Weiterleitungen ab {over}',
  'seen.end.refused': 'Verbindung abgelehnt über {over}',
  'seen.end.timeout': 'keine rechtzeitige Antwort über {over}',

  'seen.certificate': '{address} {what}',
  'seen.certificate.with-names': '{what} ({names})',
  'seen.certificate.good': 'zeigt ein gültiges Zertifikat',
  'seen.certificate.no-https': 'spricht kein TLS',
  'seen.certificate.connection-refused': 'lehnt die Verbindung ab',
  'seen.certificate.timeout': 'antwortet nicht rechtzeitig',
  'seen.certificate.wrong-name': 'zeigt ein Zertifikat für andere Namen',
  'seen.certificate.expired': 'zeigt ein abgelaufenes Zertifikat',
  'seen.certificate.not-yet-valid': 'zeigt ein Zertifikat, das noch nicht gültig ist',
  'seen.certificate.self-signed': 'zeigt ein selbst signiertes Zertifikat',
  'seen.certificate.untrusted-issuer': 'zeigt ein Zertifikat eines nicht vertrauenswürdigen Ausstellers',
  'seen.certificate.incomplete-chain':
    'sendet nicht alle Zertifikate bis zu einer bekannten Zertifizierungsstelle',
  'seen.certificate.no-public-address': 'ist keine öffentliche Adresse',
  'seen.certificate.no-route': 'ist von hier aus nicht zu sehen, da kein Weg dorthin führt',
  'seen.certificate.no-certificate': 'hat kein Zertifikat für den Namen',
  'seen.certificate.ends-handshake': 'bricht den TLS-Handshake ab',
  'seen.no-address': 'kein Resolver hat eine Adresse für den Namen',
  'seen.handshake-failed': 'der TLS-Handshake mit {address} ist fehlgeschlagen: {detail}',
  'seen.issued': 'ausgestellt von {issuer}, gültig von {from} bis {to}',

  'seen.port-80.answers': '{address} antwortet mit HTTP {status}',
  'seen.port-80.answers-by': '{address} antwortet mit HTTP {status} (Server: {server})',
  'seen.port-80.answers-to': '{address} antwortet mit HTTP {status} nach {location}',
  'seen.port-80.answers-to-by': '{address} antwortet mit HTTP {status} nach {location} (Server: {server})',
  'seen.port-80.refused': '{address} lehnt die Verbindung ab',
  'seen.port-80.timeout': '{address} antwortet nicht rechtzeitig',
  'seen.port-80.no-http': '{address} spricht kein HTTP ({detail})',
  'seen.port-80.no-route': 'von hier führt kein Weg zu {address}',
  'seen.port-80.special-address': '{address} ist keine öffentliche Adresse',

  'seen.caa': 'CAA-Einträge von {name}: {records}',
  'seen.caa-not-answered': 'die Abfrage der CAA-Einträge von {name} ist fehlgeschlagen ({failure})',

  'seen.closte.not-listed': 'in der Domainliste von Closte steht {domain} nicht',
  'seen.closte.refused': 'Closte hat die Anfrage verweigert: {reason}',
  'seen.closte.unreachable': 'Closte konnte nicht gefragt werden: {reason}',
  'seen.closte.rejected': 'Closte hat die Domain abgelehnt: {reason}',
} as const satisfies Translated<typeof ENGLISH>;
