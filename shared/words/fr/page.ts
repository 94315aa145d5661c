import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain} : prêt',
  'page.title.waiting': '{domain} : en attente',
  'page.title.action-needed': '{domain} : action requise',
  'page.title.not-mapped': '{domain} : non associé',
  'page.title.others-turn': '{domain} : pas encore prêt',

  'page.verdict.ready': 'Prêt',
  'page.verdict.waiting': 'En attente',
  'page.verdict.action-needed': 'Action requise',
  'page.verdict.not-mapped': 'Non associé',
  'page.verdict.others-turn': 'Pas encore prêt',
  'page.waiting-for': 'Ce qui est attendu',
  'page.tried-until': 'Fin des essais',
  'page.given-up':
    'Suivi abandonné : {since}. Prochaine vérification : {next}. Si tout est alors correct, le suivi reprendra.',
  'page.followed-again': 'Suivi abandonné : {since}. Tout est correct à présent, et le suivi a repris.',
  'page.name-in-dns': 'Dans le DNS, le nom s’écrit {name}.',

  'page.actions.heading': 'Que faire',
  'page.actions.afterwards': 'Ensuite',
  'page.actions.instead': 'Si ce n’est pas possible',
  'page.actions.where': 'Dans les paramètres DNS de {zone}, chez votre fournisseur DNS.',
  'page.actions.where-at': 'Dans les paramètres DNS de {zone}, chez {provider}.',
  'page.actions.where-unknown': 'Dans les paramètres DNS de votre domaine, chez votre fournisseur DNS.',
  'page.actions.at-sign':
    'Le nom d’hôte @ désigne le domaine lui-même ; dans certains formulaires, il faut laisser le champ vide.',
  'page.actions.apply': 'Laisser {provider} définir les enregistrements pour vous',
  'page.actions.apply-at':
    'Vous vous connectez sur {host}, voyez ce qui sera modifié, et acceptez. Ou définissez-les vous-même :',

  'page.contact.heading': 'Des questions ?',
  'page.contact.named': 'Les personnes qui gèrent votre site : {name}',
  'page.contact.reached': 'Les personnes qui gèrent votre site : {link}',
  'page.contact.named-and-reached': 'Les personnes qui gèrent votre site : {name}, {link}',

  'page.checked': 'Dernière vérification : {time}.',
  'page.look-again': 'Vérifier de nouveau',
  'page.languages': 'Langue',

  'page.script.copied': 'Copié',
  'page.script.selected': 'Sélectionné. Copiez le texte avec votre clavier ou le menu.',
  'page.script.looks-again':
    'Cette page vérifie de nouveau {seconds, plural, one {chaque seconde} other {toutes les # secondes}}.',
  'page.script.no-answer':
    'Pas de réponse pour le moment. Un nouvel essai a lieu {seconds, plural, one {chaque seconde} other {toutes les # secondes}}.',
  'page.script.pause': 'Mettre en pause',
  'page.script.paused': 'En pause.',
  'page.script.go-on': 'Reprendre',
  'page.script.link-over': 'Cette page ne vérifie plus rien : son lien n’est plus valable.',
  'page.script.given-up':
    'Cette page ne vérifie plus rien : il n’y a pas eu de réponse pendant trop longtemps.',

  'page.expired.title': 'Lien expiré',
  'page.expired.sentence': 'Ce lien était valable pour une durée limitée, et celle-ci est écoulée.',
  'page.expired.remedy': 'Demandez-en un nouveau aux personnes qui gèrent votre site.',
  'page.wrong.title': 'Lien non valable',
  'page.wrong.sentence': 'Ce lien ne mène pas à l’état d’un domaine.',
  'page.wrong.remedy':
    'Ouvrez-le encore une fois depuis l’endroit où vous l’avez reçu, et vérifiez qu’il est complet : les logiciels de messagerie coupent les longs liens en deux. Si cela ne suffit pas, demandez-en un nouveau aux personnes qui gèrent votre site.',
  'page.busy.title': 'Service occupé, réessayez',
  'page.busy.sentence': 'De nombreux domaines sont vérifiés en ce moment, et le vôtre ne l’a pas été.',
  'page.busy.remedy':
    'Cela ne signifie pas que votre domaine a un problème. Rechargez cette page dans une demi-minute.',
  'page.unavailable.title': 'Indisponible pour le moment',
  'page.unavailable.sentence': 'L’état du domaine ne peut pas être affiché pour le moment.',
  'page.unavailable.remedy':
    'Réessayez dans quelques minutes. Si cela ne suffit pas, prévenez les personnes qui gèrent votre site.',
} as const satisfies Translated<typeof ENGLISH>;
