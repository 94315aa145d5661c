import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'Ein CAA-Eintrag verbietet das Zertifikat der Website',
  'caa-forbids.explanation.other-authority':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Die Einträge, die für {domain} gelten, erlauben Let’s Encrypt nicht. Von dort kommt aber das Zertifikat dieser Website.',
  'caa-forbids.explanation.malformed':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Die Einträge, die für {domain} gelten, nennen Let’s Encrypt, von wo das Zertifikat dieser Website kommt, aber in einer Form, die dort nicht gelesen werden kann.',
  'caa-forbids.explanation.other-method':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Die Einträge, die für {domain} gelten, erlauben Let’s Encrypt, von wo das Zertifikat dieser Website kommt, nur mit einem anderen Nachweis (validationmethods) als dem, der hier verwendet wird.',
  'caa-forbids.explanation.unknown-account':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Die Einträge, die für {domain} gelten, erlauben Let’s Encrypt, von wo das Zertifikat dieser Website kommt, nur für ein bestimmtes Konto (accounturi). Das Hosting dieser Website verwendet anscheinend ein anderes.',
  'caa-forbids.explanation.no-account':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Die Einträge, die für {domain} gelten, erlauben Let’s Encrypt, von wo das Zertifikat dieser Website kommt, nur für ein Konto (accounturi), das es dort nicht gibt.',
  'caa-forbids.remedy.own':
    'Fügen Sie für {place} einen CAA-Eintrag mit dem Flag {flags}, dem Tag {tag} und dem Wert {value} hinzu. Die anderen können bleiben, wie sie sind.',
  'caa-forbids.remedy.network':
    'Darum muss sich die technische Betreuung Ihrer Website kümmern: Diese CAA-Einträge stehen bei der Domain, zu der Ihr CNAME-Eintrag führt und die ihr gehört. Dort muss ein Eintrag mit dem Tag {tag} und dem Wert {value} hinzugefügt werden.',
  'caa-forbids.remedy.target':
    'Diese CAA-Einträge stehen bei {target}. Dorthin führt der CNAME-Eintrag für {alias}. Bitten Sie den Inhaber jener Domain, einen Eintrag mit dem Tag {tag} und dem Wert {value} hinzuzufügen.',

  'caa-unknown-critical.title': 'Ein CAA-Eintrag, den die Zertifizierungsstelle nicht kennt',
  'caa-unknown-critical.explanation':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Ein Eintrag, der für {domain} gilt, ist als kritisch markiert und hat das Tag {tags}, das Let’s Encrypt nicht kennt: Dann darf dort kein Zertifikat ausgestellt werden.',
  'caa-unknown-critical.remedy.remove':
    'Löschen Sie den CAA-Eintrag mit dem Tag {tags} für {place} oder setzen Sie sein Flag auf 0.',
  'caa-unknown-critical.remedy.own':
    'Fügen Sie für {place} einen CAA-Eintrag mit dem Flag 0, dem Tag issue und dem Wert letsencrypt.org hinzu: Er hat Vorrang vor den Einträgen von {above}.',
  'caa-unknown-critical.remedy.network':
    'Darum muss sich die technische Betreuung Ihrer Website kümmern: Diese CAA-Einträge stehen bei der Domain, zu der Ihr CNAME-Eintrag führt und die ihr gehört. Dort muss der Eintrag mit dem Tag {tags} gelöscht oder sein Flag auf 0 gesetzt werden.',
  'caa-unknown-critical.remedy.target':
    'Diese CAA-Einträge stehen bei {target}. Dorthin führt der CNAME-Eintrag für {alias}. Bitten Sie den Inhaber jener Domain, den Eintrag mit dem Tag {tags} zu löschen oder sein Flag auf 0 zu setzen.',

  'caa.or-replace-alias': 'Oder ersetzen Sie den CNAME-Eintrag für {place} durch {records}.',

  'caa-not-answered.title': 'Das DNS gibt keine Antwort zu CAA-Einträgen',
  'caa-not-answered.explanation':
    'CAA-Einträge legen fest, welche Zertifizierungsstellen Zertifikate für eine Domain ausstellen dürfen. Wird das DNS nach den Einträgen von {asked} gefragt, schlägt die Abfrage fehl, und das nicht nur einmal. Let’s Encrypt darf dann kein Zertifikat ausstellen, denn es könnte einen Eintrag geben, der das verbietet.',
  'caa-not-answered.remedy.of-the-domain':
    'Bitten Sie den Anbieter, bei dem die DNS-Einträge von {asked} liegen, dafür zu sorgen, dass seine Server Abfragen nach CAA-Einträgen (Typ 257) beantworten.',
  'caa-not-answered.remedy.of-the-network':
    'Die technische Betreuung Ihrer Website muss dafür sorgen, dass die DNS-Server von {asked} Abfragen nach CAA-Einträgen (Typ 257) beantworten.',
  'caa-not-answered.remedy.of-somebody-else':
    'Das ist Sache des Betreibers der DNS-Server von {asked}. Meist gibt es sich von selbst. Wenn nicht, sagen Sie der technischen Betreuung Ihrer Website Bescheid.',

  'caa.consequence':
    '{severity, select, fatal {Deshalb kann die Website kein Zertifikat bekommen.} other {Die Website hat zurzeit ein Zertifikat, es kann aber nicht erneuert werden.}}',

  'wildcard-needs-dns-validation.title': 'Ein Wildcard-Zertifikat braucht einen Nachweis über das DNS',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt stellt ein Zertifikat für {domain} nur aus, wenn ein bestimmter DNS-Eintrag beweist, dass die Domain Ihnen gehört. Closte muss diesen Eintrag verlangen, und möglicherweise müssen Sie ihn setzen.',
  'wildcard-needs-dns-validation.remedy':
    'Fragen Sie die technische Betreuung Ihrer Website: Sie muss mit Closte klären, welcher Eintrag das ist. Wenn Sie ihn selbst setzen müssen, wird man es Ihnen sagen.',
} as const satisfies Translated<typeof ENGLISH>;
