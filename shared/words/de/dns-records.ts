import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'Noch kein DNS-Eintrag',
  'no-records.explanation':
    'Es gibt keinen DNS-Eintrag, der sagt, wohin {domain} führt. Deshalb kann niemand die Website unter diesem Namen finden.',

  'domain-not-registered.title': '{registrable} ist nicht registriert',
  'domain-not-registered.explanation':
    '{registrable} gibt es im Internet nicht. Vielleicht ist der Name falsch geschrieben, seine Registrierung abgelaufen oder gesperrt, oder er ist so neu, dass er noch nicht bekannt ist.',
  'domain-not-registered.explanation.below':
    '{registrable} gibt es im Internet nicht, und damit auch {domain} nicht. Vielleicht ist der Name falsch geschrieben, seine Registrierung abgelaufen oder gesperrt, oder er ist so neu, dass er noch nicht bekannt ist.',
  'domain-not-registered.remedy':
    'Prüfen Sie die Schreibweise. Wenn sie stimmt, registrieren oder verlängern Sie {registrable} bei einem Anbieter von Domainnamen.',

  'wrong-address.title': 'Die Domain führt zu einem anderen Server',
  'wrong-address.explanation': '{domain} führt zu {wrong}. Dort ist diese Website nicht.',

  'stray-ipv6.title': 'Eine IPv6-Adresse führt zu einem anderen Server',
  'stray-ipv6.explanation':
    'Die IPv4-Adresse (A-Eintrag) von {domain} stimmt. Die Domain hat aber auch {records} für IPv6, und damit führt sie anderswohin. Browser und die Zertifizierungsstelle bevorzugen IPv6 und landen deshalb auf einem anderen Server.',

  'some-addresses-wrong.title': 'Einige der Adressen führen zu einem anderen Server',
  'some-addresses-wrong.explanation':
    '{domain} führt zu {right}, was richtig ist, aber auch zu {wrong}. Dort ist diese Website nicht. Ein Teil der Besucher landet dort.',

  'reserved-address.title': 'Eine Adresse, die es im Internet nicht gibt',
  'reserved-address.explanation':
    '{domain} führt zu {wrong}. Solche Adressen sind für private Netzwerke, Tests oder Beispiele gedacht: Aus dem Internet kann niemand die Website dort erreichen.',

  'cname-to-elsewhere.title': 'Der CNAME-Eintrag führt anderswohin',
  'cname-to-elsewhere.explanation':
    '{domain} hat einen CNAME-Eintrag. Damit ist die Domain nur ein anderer Name für {to}. {leads, select, elsewhere {Das führt zu einem anderen Server, auf dem diese Website nicht ist.} other {Dieser Name führt nirgendwohin: Er hat keine Adresse.}}',

  'cname-loop.title': 'Die CNAME-Einträge führen im Kreis',
  'cname-loop.explanation':
    '{domain} hat einen CNAME-Eintrag. Damit ist die Domain nur ein anderer Name für etwas anderes, und das führt in einem oder mehreren Schritten wieder zurück. So kommt man nie zu einer Adresse.',

  'cname-at-apex.title': 'Ein CNAME-Eintrag, wo keiner stehen darf',
  'cname-at-apex.explanation':
    'Bei {domain} beginnt Ihre DNS-Zone, also die Gesamtheit Ihrer DNS-Einträge. Dort ist kein CNAME-Eintrag erlaubt: Er verdeckt die anderen Einträge dieses Namens, zum Beispiel die für E-Mail, und nicht jeder DNS-Server folgt ihm.',

  'behind-a-proxy.works.title': 'Funktioniert hinter {proxy, select, none {einem Proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} führt zu {proxy, select, none {einem anderen Server} other {{proxy}}}. Von dort werden die Anfragen der Besucher an diese Website weitergereicht. Ein Test zeigt, dass sie hier ankommen.',
  'behind-a-proxy.title': '{proxy} ist der Website vorgeschaltet',
  'behind-a-proxy.explanation':
    '{domain} führt zu {proxy}. Von dort werden die Anfragen der Besucher an eine Website weitergereicht. {arrives, select, no {Ein Test zeigt, dass sie hier nicht ankommen.} other {Ob sie hier ankommen, ließ sich nicht feststellen.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'Wenn Sie {proxy} für Ihre Domain verwenden, stellen Sie den Proxy-Status des Eintrags auf „DNS only“ (auf Deutsch „Nur DNS“, graue Wolke). Wenn nicht, wurde der Eintrag für einen anderen Dienst angelegt.',
} as const satisfies Translated<typeof ENGLISH>;
