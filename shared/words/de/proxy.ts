import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS kommt nicht durch {proxy, select, none {den Proxy} other {{proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {Der Proxy steht zwischen den Besuchern und dieser Website.} other {{proxy} steht zwischen den Besuchern und dieser Website.}}',
  'https-behind-a-proxy.handshake':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Der Proxy bekommt keine sichere Verbindung zur Website (Fehler 525). Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.certificate':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Der Proxy findet bei der Website kein gültiges Zertifikat für {domain} (Fehler 526). Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.loop':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Besucher werden immer weiter im Kreis geleitet. Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.to-http':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Besucher werden zu unverschlüsseltem HTTP zurückgeleitet. Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.untrusted':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Browser vertrauen dem Zertifikat nicht, das ihnen gezeigt wird. Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.error':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Der Proxy antwortet mit einem Fehler. Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.other-site':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Eine andere Website antwortet. Deshalb können Browser die Website nicht öffnen.',
  'https-behind-a-proxy.no-answer':
    'Anfragen über unverschlüsseltes HTTP kommen hier an, über HTTPS aber nicht: Niemand antwortet. Deshalb können Browser die Website nicht öffnen.',

  'https-behind-a-proxy.remedy':
    'Nehmen Sie die Domain aus dem Proxy heraus. Dann führt {domain} direkt hierher und bekommt hier ein Zertifikat.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'Wenn Sie {proxy} für Ihre Domain verwenden, stellen Sie den Proxy-Status des Eintrags auf „DNS only“ (auf Deutsch „Nur DNS“, graue Wolke). Dann führt {domain} direkt hierher und bekommt hier ein Zertifikat.',
  'https-behind-a-proxy.instead.certificate':
    'Wenn die Domain im Proxy bleiben muss, muss die technische Betreuung Ihrer Website Closte um dieses Zertifikat bitten.',
  'https-behind-a-proxy.instead.loop':
    'Wenn die Domain im Proxy bleiben muss, stellen Sie den Proxy so ein, dass er die Website über HTTPS aufruft (bei Cloudflare: SSL/TLS, „Full“, auf Deutsch „Vollständig“).',
  'https-behind-a-proxy.instead.to-http':
    'Wenn die Domain im Proxy bleiben muss, entfernen Sie dort die Regel, die Besucher zu HTTP leitet.',
  'https-behind-a-proxy.instead.untrusted':
    'Wenn die Domain im Proxy bleiben muss, lassen Sie den Proxy ein Zertifikat für die Domain ausstellen.',
  'https-behind-a-proxy.instead.other-site':
    'Wenn die Domain im Proxy bleiben muss, entfernen Sie dort die Regel, die HTTPS zu einer anderen Website leitet.',
  'https-behind-a-proxy.instead.no-answer':
    'Wenn die Domain im Proxy bleiben muss, schalten Sie dort HTTPS ein.',
} as const satisfies Translated<typeof ENGLISH>;
