import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'Un enregistrement CAA interdit le certificat du site',
  'caa-forbids.explanation.other-authority':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Ceux qui s’appliquent à {domain} n’autorisent pas Let’s Encrypt, qui émet celui de ce site.',
  'caa-forbids.explanation.malformed':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Ceux qui s’appliquent à {domain} mentionnent Let’s Encrypt, qui émet celui de ce site, mais sous une forme que cette autorité ne peut pas lire.',
  'caa-forbids.explanation.other-method':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Ceux qui s’appliquent à {domain} n’autorisent Let’s Encrypt, qui émet celui de ce site, qu’avec une autre preuve (validationmethods) que celle utilisée ici.',
  'caa-forbids.explanation.unknown-account':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Ceux qui s’appliquent à {domain} n’autorisent Let’s Encrypt, qui émet celui de ce site, que pour un seul compte (accounturi), et l’hébergement de ce site semble en utiliser un autre.',
  'caa-forbids.explanation.no-account':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Ceux qui s’appliquent à {domain} n’autorisent Let’s Encrypt, qui émet celui de ce site, que pour un compte (accounturi) qui n’existe pas chez cette autorité.',
  'caa-forbids.remedy.own':
    'Ajoutez un enregistrement CAA pour {place} avec l’indicateur {flags}, la balise {tag} et la valeur {value}. Les autres peuvent rester tels quels.',
  'caa-forbids.remedy.network':
    'Les personnes qui gèrent votre site doivent s’en occuper : ces enregistrements CAA se trouvent sur le domaine vers lequel pointe votre enregistrement CNAME, et ce domaine est le leur. Elles doivent en ajouter un avec la balise {tag} et la valeur {value}.',
  'caa-forbids.remedy.target':
    'Ces enregistrements CAA se trouvent sur {target}, vers lequel pointe l’enregistrement CNAME de {alias}. Demandez au propriétaire de ce domaine d’en ajouter un avec la balise {tag} et la valeur {value}.',

  'caa-unknown-critical.title': 'Un enregistrement CAA inconnu de l’autorité',
  'caa-unknown-critical.explanation':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. L’un de ceux qui s’appliquent à {domain} est marqué comme critique et porte la balise {tags}, que Let’s Encrypt ne connaît pas : dans ce cas, l’émission lui est interdite.',
  'caa-unknown-critical.remedy.remove':
    'Supprimez l’enregistrement CAA avec la balise {tags} de {place}, ou réglez son indicateur sur 0.',
  'caa-unknown-critical.remedy.own':
    'Ajoutez un enregistrement CAA pour {place} avec l’indicateur 0, la balise issue et la valeur letsencrypt.org : il est prioritaire sur ceux de {above}.',
  'caa-unknown-critical.remedy.network':
    'Les personnes qui gèrent votre site doivent s’en occuper : ces enregistrements CAA se trouvent sur le domaine vers lequel pointe votre enregistrement CNAME, et ce domaine est le leur. Elles doivent supprimer celui qui porte la balise {tags}, ou régler son indicateur sur 0.',
  'caa-unknown-critical.remedy.target':
    'Ces enregistrements CAA se trouvent sur {target}, vers lequel pointe l’enregistrement CNAME de {alias}. Demandez au propriétaire de ce domaine de supprimer celui qui porte la balise {tags}, ou de régler son indicateur sur 0.',

  'caa.or-replace-alias': 'Ou remplacez l’enregistrement CNAME de {place} par {records}.',

  'caa-not-answered.title': 'Le DNS ne répond pas au sujet des enregistrements CAA',
  'caa-not-answered.explanation':
    'Les enregistrements CAA indiquent quelles autorités peuvent émettre des certificats pour un domaine. Les requêtes DNS portant sur ceux de {asked} échouent, et ce à plusieurs reprises. Let’s Encrypt n’a alors pas le droit d’émettre : l’un d’eux pourrait l’interdire.',
  'caa-not-answered.remedy.of-the-domain':
    'Demandez à la société qui gère les enregistrements DNS de {asked} de faire en sorte que ses serveurs répondent aux requêtes d’enregistrements CAA (type 257).',
  'caa-not-answered.remedy.of-the-network':
    'Les personnes qui gèrent votre site doivent veiller à ce que les serveurs DNS de {asked} répondent aux requêtes d’enregistrements CAA (type 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'Cela concerne l’exploitant des serveurs DNS de {asked}. Le plus souvent, le problème disparaît de lui-même ; sinon, prévenez les personnes qui gèrent votre site.',

  'caa.consequence':
    '{severity, select, fatal {Le site ne peut donc pas en obtenir.} other {Le site a un certificat pour le moment, mais celui-ci ne peut pas être renouvelé.}}',

  'wildcard-needs-dns-validation.title': 'Un certificat générique (wildcard) exige une preuve par DNS',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt ne délivre un certificat pour {domain} que si un certain enregistrement DNS prouve que le domaine vous appartient. Closte doit demander cet enregistrement, et il se peut que vous deviez le définir vous-même.',
  'wildcard-needs-dns-validation.remedy':
    'Contactez les personnes qui gèrent votre site : elles doivent déterminer avec Closte de quel enregistrement il s’agit. Si c’est à vous de le définir, elles vous le diront.',
} as const satisfies Translated<typeof ENGLISH>;
