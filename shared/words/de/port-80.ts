import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'Port 80 ist geschlossen',
  'port-80-closed.explanation':
    'Die Zertifizierungsstelle ruft {domain} über unverschlüsseltes HTTP auf Port 80 auf, ebenso wie Besucher, die nur den Namen eintippen. Unter {addresses} antwortet dort kein Webserver.',
  'port-80-timeout.title': 'Port 80 antwortet nicht',
  'port-80-timeout.explanation':
    'Die Zertifizierungsstelle ruft {domain} über unverschlüsseltes HTTP auf Port 80 auf, ebenso wie Besucher, die nur den Namen eintippen. Unter {addresses} kommt keine rechtzeitige Antwort. Das liegt meist an einer Firewall.',
  'port-80.remedy':
    'Wenn der Website eine Firewall oder ein Proxy von Ihnen vorgeschaltet ist, lassen Sie dort Port 80 zu. Wenn nicht, muss die technische Betreuung Ihrer Website bei Closte nachfragen.',
  'port-80.consequence':
    '{severity, select, fatal {Deshalb kann die Website kein Zertifikat bekommen.} other {Das kann verhindern, dass ein Zertifikat ausgestellt oder erneuert wird.}}',

  'http-redirects-elsewhere.title': 'Port 80 leitet anderswohin weiter',
  'http-redirects-elsewhere.explanation':
    'Wer {domain} über unverschlüsseltes HTTP aufruft, wird zu {to} weitergeleitet. Die Zertifizierungsstelle verlangt dort einen Nachweis, den nur diese Website hat, und findet ihn möglicherweise nicht.',
  'http-redirects-elsewhere.sent-on':
    'Wer {domain} über unverschlüsseltes HTTP aufruft, wird zu {to} weitergeleitet.',
  'http-redirects-elsewhere.not-followed.status':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Sie folgt keiner mit dem Status 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Sie kann die Adresse nicht lesen.',
  'http-redirects-elsewhere.not-followed.scheme':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Sie folgt nur zu http: und https:.',
  'http-redirects-elsewhere.not-followed.no-host':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: In der Adresse steht kein Hostname.',
  'http-redirects-elsewhere.not-followed.port':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Sie folgt nur zu den Ports 80 und 443.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Nach dem Hostnamen fehlt ein Schrägstrich, und deshalb gibt es diesen Host nicht.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Eine solche Adresse gibt es im Internet nicht.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Einen solchen Namen gibt es im Internet nicht.',
  'http-redirects-elsewhere.not-followed.too-long':
    'Die Zertifizierungsstelle folgt dieser Weiterleitung nicht: Die Adresse ist zu lang.',
  'http-redirects-elsewhere.remedy':
    'Wenn Sie bei Ihrem DNS-Anbieter oder in einem Proxy eine Weiterleitung für {domain} eingerichtet haben, schalten Sie sie ab. Wenn nicht, muss sich die technische Betreuung Ihrer Website das ansehen.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'Wenn Sie bei Ihrem DNS-Anbieter oder in einem Proxy eine Weiterleitung für {domain} eingerichtet haben, setzen Sie einen Schrägstrich an das Ende der Adresse, zu der sie führt: {address}. Wenn nicht, muss sich die technische Betreuung Ihrer Website das ansehen.',

  'http-redirect-loop.title': 'Port 80 leitet im Kreis weiter',
  'http-redirect-loop.explanation':
    'Wer {domain} über unverschlüsseltes HTTP aufruft, wird immer weitergeleitet und kommt nie zu einer Seite. So geht es auch der Zertifizierungsstelle.',

  'answers-differ-between-addresses.title': 'Die Adressen der Domain führen nicht zum selben Server',
  'answers-differ-between-addresses.explanation':
    '{domain} führt zu {addresses}, und diese Adressen beantworten dieselbe Anfrage unterschiedlich. Wahrscheinlich gehören also nicht alle zu dieser Website, und was Besucher zu sehen bekommen, ist Glückssache.',
  'answers-differ-between-addresses.remedy':
    'Suchen Sie unter den A- und AAAA-Einträgen von {domain} nach einem, der noch von einem anderen Server stammt, und löschen Sie ihn. Wenn alle so sind, wie Sie sie setzen sollten, muss sich die technische Betreuung Ihrer Website das ansehen.',
} as const satisfies Translated<typeof ENGLISH>;
