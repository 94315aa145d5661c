import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'Die richtige Antwort ist noch nicht überall angekommen',
  'not-propagated-yet.explanation':
    'Die richtige Antwort für {domain} ist da, aber {all, select, yes {alle befragten öffentlichen DNS-Server} other {{some, number} von {asked, number} befragten öffentlichen DNS-Servern}} ({names}) {some, plural, one {gibt} other {geben}} noch eine andere Antwort. Ein DNS-Server merkt sich eine Antwort eine Zeit lang, bevor er erneut nachfragt.',
  'not-propagated-yet.remedy':
    'Sie müssen nichts tun. Meist dauert es nur Minuten, manchmal bis zu zwei Tage.',
  'not-propagated-yet.remedy.known': 'Sie müssen nichts tun. Es dauert ab jetzt höchstens {duration}.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {Ein Nameserver antwortet nicht} other {Einige Nameserver antworten nicht}}',
  'dns-server-failing.name-servers.explanation':
    'Nameserver sind die Computer, auf denen die DNS-Einträge von {apex} liegen. {count, plural, one {{servers} antwortet nicht.} other {{servers} antworten nicht.}} Die anderen antworten, deshalb wird die Website meistens gefunden, aber nicht immer.',
  'dns-server-failing.all-name-servers.title': 'Die Nameserver antworten nicht',
  'dns-server-failing.all-name-servers.explanation':
    'Nameserver sind die Computer, auf denen die DNS-Einträge von {apex} liegen. {count, plural, one {{servers} antwortet nicht.} other {{servers} antworten nicht.}} Deshalb ist {domain} nicht zu finden.',
  'dns-server-failing.name-servers.remedy':
    'Fragen Sie Ihren DNS-Anbieter nach {servers}. Wenn Sie zu einem anderen Anbieter gewechselt sind, sind dort, wo {apex} registriert ist, vielleicht noch Nameserver des alten Anbieters eingetragen: Ersetzen Sie sie dort.',

  'dns-server-failing.look-ups.title': 'Das DNS gibt keine Antwort',
  'dns-server-failing.look-ups.explanation':
    'Öffentliche DNS-Server erhalten keine Antwort zu {domain}, deshalb können Browser die Website nicht finden. Meist liegt das an den Nameservern, also an den Computern, auf denen die DNS-Einträge der Domain liegen.',
  'dns-server-failing.look-ups.remedy':
    'Wenn das länger als eine Stunde dauert, fragen Sie Ihren DNS-Anbieter, warum {domain} nicht abgefragt werden kann.',

  'dns-server-failing.one-type.title': 'Das DNS gibt keine Antwort zu {version}',
  'dns-server-failing.one-type.explanation':
    'Die DNS-Server von {domain} geben keine Antwort, wenn sie nach den {version}-Adressen ({type}-Einträgen) gefragt werden. Die andere Abfrage wird beantwortet, deshalb wird die Website meistens gefunden, manchmal aber verzögert.',
  'dns-server-failing.one-type.remedy':
    'Fragen Sie Ihren DNS-Anbieter, warum es zu {type}-Einträgen von {domain} keine Antwort gibt. Wenn es keine solchen Einträge gibt, sollte genau das geantwortet werden.',

  'dns-server-failing.resolvers.title': 'Das DNS konnte nicht befragt werden',
  'dns-server-failing.resolvers.explanation':
    'Die öffentlichen DNS-Server, die nach {domain} gefragt werden, haben die Abfrage nicht angenommen. Über die Domain sagt das nichts aus.',
  'dns-server-failing.resolvers.remedy':
    'Sie müssen nichts tun: Die Server werden noch einmal befragt. Wenn es so bleibt, muss sich die technische Betreuung Ihrer Website das ansehen.',

  'dnssec-failing.title': 'Die DNSSEC-Signaturen passen nicht',
  'dnssec-failing.explanation':
    'Die DNS-Einträge von {apex} sind signiert (DNSSEC), und die Signaturen passen nicht. DNS-Server, die sie prüfen, geben dann keine Antwort. Deshalb können viele Besucher und die Zertifizierungsstelle {domain} nicht finden.',
  'dnssec-failing.remedy':
    'Bitten Sie Ihren DNS-Anbieter, DNSSEC für {apex} in Ordnung zu bringen. Wenn Sie den Anbieter gewechselt haben, ist dort, wo {apex} registriert ist, wahrscheinlich noch der DS-Eintrag des alten Anbieters eingetragen: Löschen Sie ihn dort.',
  'dnssec-failing.at-some.title': 'Für einige DNS-Server passen die DNSSEC-Signaturen nicht',
  'dnssec-failing.at-some.explanation':
    'Die DNS-Einträge von {apex} sind signiert (DNSSEC). Laut {all, select, yes {allen befragten öffentlichen DNS-Servern} other {{some, number} von {asked, number} befragten öffentlichen DNS-Servern}} ({names}) passen die Signaturen nicht. Wer {some, plural, one {diesen Server} other {diese Server}} verwendet, kann {domain} deshalb nicht finden. Die anderen melden das nicht: Es kann vorübergehen.',
  'dnssec-failing.at-some.remedy':
    'Wenn das länger als einen Tag dauert, bitten Sie Ihren DNS-Anbieter, DNSSEC für {apex} zu prüfen.',

  'blocked-by-a-filter.title': 'Ein Filter sperrt die Domain',
  'blocked-by-a-filter.explanation':
    'Manche DNS-Server schützen ihre Nutzer vor bestimmten Websites. {all, select, yes {Alle befragten öffentlichen DNS-Server} other {{some, number} von {asked, number} befragten öffentlichen DNS-Servern}} ({names}) {some, plural, one {sperrt {domain} als eine solche Website: Wer diesen Server verwendet,} other {sperren {domain} als eine solche Website: Wer einen davon verwendet,}} kann sie nicht finden. Mit Ihren DNS-Einträgen hat das nichts zu tun.',
  'blocked-by-a-filter.remedy':
    'Vergewissern Sie sich, dass niemand etwas Schädliches auf {domain} abgelegt hat. Bitten Sie dann die Betreiber von {names}, die Domain von ihrer Liste zu nehmen: Dafür gibt es dort eine eigene Seite.',

  'name-servers-disagree.title': 'Die Nameserver sind sich nicht einig',
  'name-servers-disagree.explanation':
    'Nameserver sind die Computer, auf denen die DNS-Einträge von {apex} liegen. Zu {domain} geben sie unterschiedliche Antworten: {right_count, plural, =0 {Von {wrong} kommen verschiedene Antworten, und keine davon ist richtig.} one {{right} antwortet richtig, {wrong_count, plural, one {{wrong} nicht} other {{wrong} nicht}}.} other {{right} antworten richtig, {wrong_count, plural, one {{wrong} nicht} other {{wrong} nicht}}.}} Was Besucher zu sehen bekommen, ist Glückssache.',
  'name-servers-disagree.remedy':
    'Wenn Sie die Einträge in der letzten Stunde geändert haben, warten Sie noch etwas. Wenn nicht, fragen Sie Ihren DNS-Anbieter nach {wrong}. Wenn die Nameserver zu zwei Anbietern gehören, müssen die Einträge bei beiden gleich sein.',

  'network-not-resolvable.title': 'Die Adresse des Netzwerks ist nicht zu finden',
  'network-not-resolvable.explanation':
    'Wohin {domain} führen muss, lässt sich im Moment nicht sagen, weil {network, select, none {das Netzwerk der Website} other {{network}}} selbst keine Adresse im DNS hat. An Ihrer Domain liegt das nicht.',
  'network-not-resolvable.remedy':
    'Sie müssen nichts tun. Die technische Betreuung Ihrer Website muss {network, select, none {dem Netzwerk der Website} other {{network}}} eine Adresse geben.',
} as const satisfies Translated<typeof ENGLISH>;
