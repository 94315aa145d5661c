import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'La bonne réponse n’est pas encore partout',
  'not-propagated-yet.explanation':
    'La bonne réponse pour {domain} existe, mais {all, select, yes {tous les serveurs DNS publics interrogés} other {{some, number} des {asked, number} serveurs DNS publics interrogés}} ({names}) {some, plural, one {donne} other {donnent}} encore une autre réponse. Un serveur DNS conserve une réponse pendant un certain temps avant de redemander.',
  'not-propagated-yet.remedy':
    'Vous n’avez rien à faire. Cela prend le plus souvent quelques minutes, parfois jusqu’à deux jours.',
  'not-propagated-yet.remedy.known':
    'Vous n’avez rien à faire. Cela prend au plus {duration} à partir de maintenant.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {Un serveur de noms ne répond pas} other {Certains serveurs de noms ne répondent pas}}',
  'dns-server-failing.name-servers.explanation':
    'Les serveurs de noms sont les ordinateurs qui détiennent les enregistrements DNS de {apex}. {count, plural, one {{servers} ne répond pas.} other {{servers} ne répondent pas.}} Les autres répondent : le site est donc trouvé la plupart du temps, mais pas toujours.',
  'dns-server-failing.all-name-servers.title': 'Les serveurs de noms ne répondent pas',
  'dns-server-failing.all-name-servers.explanation':
    'Les serveurs de noms sont les ordinateurs qui détiennent les enregistrements DNS de {apex}. {count, plural, one {{servers} ne répond pas.} other {{servers} ne répondent pas.}} {domain} est donc introuvable.',
  'dns-server-failing.name-servers.remedy':
    'Interrogez votre fournisseur DNS au sujet de {servers}. Si vous avez changé de fournisseur, des serveurs de noms de l’ancien sont peut-être encore inscrits au bureau d’enregistrement de {apex} : remplacez-les à cet endroit.',

  'dns-server-failing.look-ups.title': 'Le DNS ne donne pas de réponse',
  'dns-server-failing.look-ups.explanation':
    'Les serveurs DNS publics n’obtiennent pas de réponse au sujet de {domain} : les navigateurs ne trouvent donc pas le site. Le plus souvent, la faute vient des serveurs de noms, les ordinateurs qui détiennent les enregistrements DNS du domaine.',
  'dns-server-failing.look-ups.remedy':
    'Si cela dure plus d’une heure, demandez à votre fournisseur DNS pourquoi {domain} est introuvable dans le DNS.',

  'dns-server-failing.one-type.title': 'Le DNS ne donne pas de réponse pour {version}',
  'dns-server-failing.one-type.explanation':
    'Les serveurs DNS de {domain} ne donnent pas de réponse quand on leur demande ses adresses {version} (enregistrements {type}). Ils répondent à l’autre question : le site est donc trouvé la plupart du temps, mais parfois avec du retard.',
  'dns-server-failing.one-type.remedy':
    'Demandez à votre fournisseur DNS pourquoi il n’y a pas de réponse au sujet des enregistrements {type} de {domain}. S’il n’y en a pas, c’est cela qui doit être répondu.',

  'dns-server-failing.resolvers.title': 'Le DNS n’a pas pu être interrogé',
  'dns-server-failing.resolvers.explanation':
    'Les serveurs DNS publics interrogés au sujet de {domain} n’ont pas accepté la question. Cela ne dit rien sur le domaine.',
  'dns-server-failing.resolvers.remedy':
    'Vous n’avez rien à faire : ils seront de nouveau interrogés. Si cela persiste, les personnes qui gèrent votre site doivent examiner le problème.',

  'dnssec-failing.title': 'Les signatures DNSSEC ne concordent pas',
  'dnssec-failing.explanation':
    'Les enregistrements DNS de {apex} sont signés (DNSSEC), et les signatures ne concordent pas. Les serveurs DNS qui les vérifient ne donnent alors pas de réponse : beaucoup de visiteurs et l’autorité qui émet le certificat ne trouvent donc pas {domain}.',
  'dnssec-failing.remedy':
    'Demandez à votre fournisseur DNS de réparer DNSSEC pour {apex}. Si vous avez changé de fournisseur, l’enregistrement DS de l’ancien est probablement encore inscrit au bureau d’enregistrement de {apex} : supprimez-le à cet endroit.',
  'dnssec-failing.at-some.title': 'Pour certains serveurs DNS, les signatures DNSSEC ne concordent pas',
  'dnssec-failing.at-some.explanation':
    'Les enregistrements DNS de {apex} sont signés (DNSSEC). Selon {all, select, yes {tous les serveurs DNS publics interrogés} other {{some, number} des {asked, number} serveurs DNS publics interrogés}} ({names}), les signatures ne concordent pas : les personnes qui utilisent {some, plural, one {ce serveur} other {ces serveurs}} ne trouvent donc pas {domain}. Les autres ne le signalent pas : cela peut passer.',
  'dnssec-failing.at-some.remedy':
    'Si cela dure plus d’un jour, demandez à votre fournisseur DNS de vérifier DNSSEC pour {apex}.',

  'blocked-by-a-filter.title': 'Un filtre bloque le domaine',
  'blocked-by-a-filter.explanation':
    'Certains serveurs DNS protègent leurs utilisateurs contre certains sites. {all, select, yes {Tous les serveurs DNS publics interrogés} other {{some, number} des {asked, number} serveurs DNS publics interrogés}} ({names}) {some, plural, one {bloque {domain} comme l’un de ces sites : les utilisateurs de ce serveur} other {bloquent {domain} comme l’un de ces sites : les utilisateurs de ces serveurs}} ne peuvent pas le trouver. Cela n’a rien à voir avec vos enregistrements DNS.',
  'blocked-by-a-filter.remedy':
    'Assurez-vous que personne n’a placé de contenu nuisible sur {domain}. Demandez ensuite aux exploitants de {names} de le retirer de leur liste : ils ont une page pour cela.',

  'name-servers-disagree.title': 'Les serveurs de noms ne sont pas d’accord',
  'name-servers-disagree.explanation':
    'Les serveurs de noms sont les ordinateurs qui détiennent les enregistrements DNS de {apex}. Au sujet de {domain}, ils disent des choses différentes : {right_count, plural, =0 {{wrong} donnent des réponses différentes, dont aucune n’est la bonne.} one {{right} donne la bonne réponse, {wrong_count, plural, one {{wrong} ne la donne pas} other {{wrong} ne la donnent pas}}.} other {{right} donnent la bonne réponse, {wrong_count, plural, one {{wrong} ne la donne pas} other {{wrong} ne la donnent pas}}.}} Ce qu’obtient un visiteur relève du hasard.',
  'name-servers-disagree.remedy':
    'Si vous avez modifié les enregistrements au cours de la dernière heure, attendez un peu. Sinon, interrogez votre fournisseur DNS au sujet de {wrong}. Si les serveurs de noms appartiennent à deux fournisseurs, les enregistrements doivent être identiques chez les deux.',

  'network-not-resolvable.title': 'L’adresse du réseau est introuvable',
  'network-not-resolvable.explanation':
    'Il est impossible pour le moment de dire où {domain} doit mener, car {network, select, none {le réseau du site} other {{network}}} n’a pas d’adresse dans le DNS. Ce n’est pas une erreur de votre domaine.',
  'network-not-resolvable.remedy':
    'Vous n’avez rien à faire. Les personnes qui gèrent votre site doivent attribuer une adresse {network, select, none {au réseau du site} other {à {network}}}.',
} as const satisfies Translated<typeof ENGLISH>;
