import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'Keine sichere Verbindung (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} antwortet unter {addresses} nicht über HTTPS. Deshalb können Browser die Website dort nicht öffnen.',
  'no-https.no-answer.remedy':
    'Wenn der Website eine Firewall oder ein Proxy von Ihnen vorgeschaltet ist, lassen Sie dort Port 443 zu. Wenn nicht, muss die technische Betreuung Ihrer Website bei Closte nachfragen, warum HTTPS nicht antwortet.',
  'no-https.no-tls.explanation':
    'Unter {addresses} antwortet für {domain} ein Server auf Port 443, aber es kommt keine sichere Verbindung zustande. Deshalb können Browser die Website dort nicht öffnen.',
  'no-https.no-tls.remedy':
    'Die technische Betreuung Ihrer Website muss bei Closte nachfragen, warum keine sichere Verbindung zustande kommt.',
  'no-https.no-way-there.title': 'HTTPS konnte nicht getestet werden',
  'no-https.no-way-there.explanation':
    '{domain} hat nur IPv6-Adressen ({addresses}), und von dort, wo getestet wird, führt kein Weg zu ihnen. Auch Besucher ohne IPv6 können sie nicht erreichen.',
  'no-https.no-way-there.remedy':
    'Wenn Sie auch einen A-Eintrag (für IPv4) setzen sollten, setzen Sie ihn. Wenn nicht, muss die technische Betreuung Ihrer Website den Test über IPv6 durchführen.',

  'no-certificate.title': 'Der Server hat kein Zertifikat für die Domain',
  'no-certificate.explanation':
    'Unter {addresses} bricht der Server die sichere Verbindung ab, bevor sie zustande kommt: Er hat kein Zertifikat für {domain}. Deshalb können Browser die Website nicht über HTTPS öffnen.',
  'no-certificate.remedy':
    'Die technische Betreuung Ihrer Website muss bei Closte nachfragen, warum es kein Zertifikat für {domain} gibt.',

  'default-certificate.title': 'Noch kein eigenes Zertifikat',
  'default-certificate.explanation':
    '{count, plural, =0 {Der Server zeigt ein Zertifikat ohne Namen statt eines Zertifikats für {domain}.} other {Der Server zeigt ein Zertifikat für {names} statt eines Zertifikats für {domain}.}} Deshalb warnen Browser vor der Website. Dieses Zertifikat zeigt der Server, solange er keines für die Domain hat.',
  'default-certificate.remedy':
    'Die technische Betreuung Ihrer Website muss bei Closte nachfragen, warum es kein Zertifikat für {domain} gibt.',

  'wrong-name.title': 'Das Zertifikat gilt für andere Namen',
  'wrong-name.explanation':
    '{count, plural, =0 {Der Server zeigt ein Zertifikat ohne Namen.} other {Der Server zeigt ein Zertifikat für {names}.}} Für {domain} gilt es nicht, deshalb warnen Browser vor der Website.',
  'wrong-name.remedy':
    'Die technische Betreuung Ihrer Website muss Closte um ein Zertifikat für {domain} bitten.',

  'expired.title': 'Das Zertifikat ist abgelaufen',
  'expired.explanation':
    'Das Zertifikat von {domain} ist nicht mehr gültig, deshalb warnen Browser vor der Website.',
  'expired.remedy':
    'Die technische Betreuung Ihrer Website muss bei Closte nachfragen, warum es nicht erneuert wurde.',

  'not-yet-valid.title': 'Das Zertifikat ist noch nicht gültig',
  'not-yet-valid.explanation':
    'Das Zertifikat von {domain} gilt erst ab einem späteren Zeitpunkt. Bis dahin warnen Browser vor der Website.',
  'not-yet-valid.remedy':
    'Die technische Betreuung Ihrer Website muss Closte um ein Zertifikat bitten, das jetzt schon gültig ist.',

  'self-signed.title': 'Das Zertifikat stammt nicht von einer Zertifizierungsstelle',
  'self-signed.explanation':
    'Der Server zeigt für {domain} ein Zertifikat, das er selbst signiert hat. Browser vertrauen nur Zertifikaten einer Zertifizierungsstelle, deshalb warnen sie vor der Website.',
  'self-signed.remedy':
    'Die technische Betreuung Ihrer Website muss Closte um ein Zertifikat einer Zertifizierungsstelle bitten.',

  'untrusted-issuer.title': 'Das Zertifikat stammt von einer unbekannten Zertifizierungsstelle',
  'untrusted-issuer.explanation':
    'Der Server zeigt für {domain} das Zertifikat einer Zertifizierungsstelle, der Browser nicht vertrauen. Deshalb warnen sie vor der Website.',
  'untrusted-issuer.remedy':
    'Die technische Betreuung Ihrer Website muss Closte um ein Zertifikat einer Zertifizierungsstelle bitten, der Browser vertrauen.',

  'incomplete-chain.title': 'Ein Teil des Zertifikats fehlt',
  'incomplete-chain.explanation':
    'Der Server sendet nicht alle Zertifikate, die das Zertifikat von {domain} mit einer Zertifizierungsstelle verbinden, die Browser kennen. {count, plural, =0 {} other {Was er sendet, endet bei {issuers}. }}Manche Browser finden den Rest selbst, andere warnen vor der Website.',
  'incomplete-chain.remedy':
    'Die technische Betreuung Ihrer Website muss Closte bitten, die ganze Zertifikatskette zu senden, bis zu einer Zertifizierungsstelle, der Browser vertrauen.',

  'expiring-soon.title': 'Das Zertifikat läuft bald ab',
  'expiring-soon.explanation':
    'Das Zertifikat von {domain} ist gültig bis {end}. Es hätte schon erneuert werden sollen.',
  'expiring-soon.remedy':
    'Wenn hier noch ein anderes Problem genannt wird, beheben Sie zuerst dieses: Es könnte die Erneuerung verhindern. Wenn nicht, muss die technische Betreuung Ihrer Website bei Closte nachfragen, warum das Zertifikat nicht erneuert wurde.',

  'still-being-issued.title': 'Das Zertifikat wird gerade ausgestellt',
  'still-being-issued.explanation':
    'Die DNS-Einträge von {domain} stimmen erst seit Kurzem. Von da an dauert es 5 bis 10 Minuten, bis das Zertifikat da ist. So lange warnen Browser vor der Website.',
} as const satisfies Translated<typeof ENGLISH>;
